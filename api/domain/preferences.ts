import { addDays, isCivilDate } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Person } from './model.ts'
import { ok, type Result, refuse } from './result.ts'

/** Days ahead that somebody may pause their own nudges; for longer there is a deputy, so that nothing is asked of nobody. */
export const PAUSE_DAYS_AT_MOST = 90

/** What a person decides about their own nudges; what is left out stays as it is. */
export interface Preferences {
  pausedUntil?: CivilDate | null
  deputy?: { personId: string; from: CivilDate; to: CivilDate | null } | null
}

export type PreferenceFault = { code: 'fieldInvalid' | 'personInvalid'; field: 'pausedUntil' | 'deputyId' | 'deputyFrom' | 'deputyTo' }

type Changed = Partial<Pick<Person, 'pausedUntil' | 'deputyId' | 'deputyFrom' | 'deputyTo'>>

/**
 * What changes on a person's row. A pause ends on a day to come and within 90 days; a deputy is somebody else who has not
 * left, and stands in for a time that begins (rule 7, «deputy with dates»).
 */
export function preferencesOf(wanted: Preferences, person: Person, facts: Facts, today: CivilDate): Result<Changed, PreferenceFault> {
  const changed: Changed = {}
  const { pausedUntil, deputy } = wanted
  if (pausedUntil !== undefined) {
    const inReach =
      pausedUntil === null || (isCivilDate(pausedUntil) && pausedUntil > today && pausedUntil <= addDays(today, PAUSE_DAYS_AT_MOST))
    if (!inReach) return refuse({ code: 'fieldInvalid', field: 'pausedUntil' })
    changed.pausedUntil = pausedUntil
  }
  if (deputy === null) return ok({ ...changed, deputyId: null, deputyFrom: null, deputyTo: null })
  if (deputy === undefined) return ok(changed)
  const stand = facts.peopleById.get(deputy.personId)
  if (!stand || stand.reach === 'left' || stand.personId === person.personId) return refuse({ code: 'personInvalid', field: 'deputyId' })
  if (!isCivilDate(deputy.from)) return refuse({ code: 'fieldInvalid', field: 'deputyFrom' })
  if (deputy.to !== null && (!isCivilDate(deputy.to) || deputy.to < deputy.from || deputy.to < today)) {
    return refuse({ code: 'fieldInvalid', field: 'deputyTo' })
  }
  return ok({ ...changed, deputyId: stand.personId, deputyFrom: deputy.from, deputyTo: deputy.to })
}
