import { openDaysBetween } from './calendar.ts'
import type { SkipReason } from './codes.ts'
import { addDays } from './dates.ts'
import type { Facts } from './facts.ts'
import { hasOpenDeputy, isDeputyTime } from './may.ts'
import type { CivilDate, NudgeWhy, Person, PersonId } from './model.ts'
import type { Responsible } from './responsible.ts'
import type { Settings } from './settings.ts'

/** Since when a person is away by Graph presence, which knows no end date. */
export interface Away {
  since: CivilDate
}

/** Who gets a step; `withheld` says why it cannot be sent today, and until when where that is known. */
export interface Recipient {
  personId: PersonId
  why: NudgeWhy
  withheld: { reason: SkipReason; until: CivilDate | null } | null
}

export interface PeopleRules {
  facts: Facts
  settings: Settings
  today: CivilDate
  away: ReadonlyMap<PersonId, Away>
}

/** Away longer than this many open days, and somebody else is asked (domain.md §3.2, rule 7). */
const HELD_OPEN_DAYS = 5

const hasLeft = (person: Person | undefined): boolean => person?.reach === 'left'

type Hindrance = { reason: 'paused' | 'away' | 'unreachable'; until: CivilDate | null; long: boolean }

/** What keeps a card from a person today. A pause says its end; presence does not, and is counted from when it began. */
function hindranceOf(personId: PersonId, { facts, settings, today, away }: PeopleRules): Hindrance | null {
  const person = facts.peopleById.get(personId)
  if (person?.reach === 'blocked' || person?.reach === 'notInstalled' || hasLeft(person)) {
    return { reason: 'unreachable', until: null, long: hasLeft(person) }
  }
  const { calendar } = settings
  const pausedUntil = person?.pausedUntil ?? null
  if (pausedUntil !== null && pausedUntil > today) {
    const days = openDaysBetween(addDays(today, -1), addDays(pausedUntil, -1), calendar)
    return { reason: 'paused', until: pausedUntil, long: days > HELD_OPEN_DAYS }
  }
  const absence = away.get(personId)
  if (!absence) return null
  return { reason: 'away', until: null, long: openDaysBetween(absence.since, today, calendar) >= HELD_OPEN_DAYS }
}

/** Whether a card can be put before the person today. */
export const isAvailable = (personId: PersonId, rules: PeopleRules): boolean => hindranceOf(personId, rules) === null

/** The person's deputy while it is the deputy's time and the deputy can be asked; otherwise the person. */
function inDeputyTime({ personId, why }: Responsible, rules: PeopleRules): Responsible {
  const person = rules.facts.peopleById.get(personId)
  if (!person?.deputyId || !isDeputyTime(person, rules.today) || !isAvailable(person.deputyId, rules)) return { personId, why }
  return { personId: person.deputyId, why: 'deputy' }
}

/**
 * Who is asked in a responsible person's place today (rules 7 and 8): in the deputy's time the deputy; away up to five open days, the person
 * and it waits; longer, the first of deputies and those `above` who can be asked. Who is only unreachable in Teams stays the
 * one it waits for: the next step of the ladder takes over.
 */
export function recipientFor(
  responsible: Responsible,
  deputies: readonly (PersonId | null | undefined)[],
  above: readonly Responsible[],
  rules: PeopleRules,
): Recipient {
  const own = inDeputyTime(responsible, rules)
  const hindrance = hindranceOf(own.personId, rules)
  if (!hindrance) return { ...own, withheld: null }
  const { reason, until, long } = hindrance
  if (long) {
    const person = rules.facts.peopleById.get(own.personId)
    // A deputy whose time is over, or has not come, could not answer either.
    const named = [...deputies, person && hasOpenDeputy(person) ? person.deputyId : null]
    const deputy = named.find((id) => id != null && id !== own.personId && isAvailable(id, rules))
    if (deputy) return { personId: deputy, why: 'deputy', withheld: null }
    const next = above.find(({ personId }) => personId !== own.personId && isAvailable(personId, rules))
    if (next) return { ...next, withheld: null }
  }
  return { ...own, withheld: { reason, until } }
}

/** The members of the office who have not left. */
export const officeMembers = ({ tables }: Facts): PersonId[] =>
  [...tables.people.values()].filter((person) => person.roles.includes('office') && !hasLeft(person)).map(({ personId }) => personId)
