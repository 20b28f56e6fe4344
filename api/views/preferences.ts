import type { PreferencesView } from '#contract/preferences.ts'
import type { Language } from '#domain/codes.ts'
import { addDays } from '#domain/dates.ts'
import type { Person } from '#domain/model.ts'
import { PAUSE_DAYS_AT_MOST } from '#domain/preferences.ts'
import { personName, type ViewContext } from './context.ts'

/** What the person has decided about their own nudges. A pause that is over is none. */
export function preferencesView({ facts, today }: ViewContext, person: Person, spoken: Language): PreferencesView {
  const { pausedUntil, deputyId, deputyFrom, deputyTo } = person
  return {
    today,
    language: person.language ?? spoken,
    pausedUntil: pausedUntil !== null && pausedUntil > today ? pausedUntil : null,
    pauseAtMost: addDays(today, PAUSE_DAYS_AT_MOST),
    deputy: deputyId === null ? null : { personId: deputyId, name: personName(facts, deputyId), from: deputyFrom, to: deputyTo },
  }
}
