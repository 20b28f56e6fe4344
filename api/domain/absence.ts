import type { Facts } from './facts.ts'
import type { Change, CivilDate, ListCode, Person, PersonId } from './model.ts'
import type { Away } from './nudge-people.ts'
import type { Obligation } from './obligation.ts'

/**
 * Whose absence matters today: those whom something is asked of, who would be asked in their place, and who were away when they
 * were last asked about: without that they would be away since then for ever, and the next time asked past at once.
 */
export function askedAbout(obligations: readonly Obligation[], facts: Facts): PersonId[] {
  const asked = new Set<PersonId>(
    [...facts.peopleById.values()].filter(({ awaySince }) => awaySince !== null).map(({ personId }) => personId),
  )
  for (const { assigneeId, delegatedToId, state } of obligations) {
    if (state !== 'open' && state !== 'overdue') continue
    for (const id of [assigneeId, delegatedToId]) if (id !== null) asked.add(id)
  }
  for (const id of [...asked]) {
    const deputyId = facts.peopleById.get(id)?.deputyId
    if (deputyId) asked.add(deputyId)
  }
  return [...asked].filter((id) => facts.peopleById.get(id)?.reach !== 'left')
}

export interface Absence {
  away: ReadonlyMap<PersonId, Away>
  changes: Change[]
}

/**
 * Who is away, and since when, by who Teams says is out of office today among those asked about. Presence has no end date, so
 * the day it was first seen is kept on the person's row, and taken away when they are back (domain.md §3.2, rule 7).
 */
export function absenceOf(
  asked: readonly PersonId[],
  outOfOffice: ReadonlySet<PersonId>,
  { facts, today, versionOf }: { facts: Facts; today: CivilDate; versionOf(list: ListCode, key: string): string },
): Absence {
  const away = new Map<PersonId, Away>()
  const changes: Change[] = []
  const keep = ({ key }: Person, awaySince: CivilDate | null): void => {
    changes.push({ op: 'update', list: 'people', key, set: { awaySince }, version: versionOf('people', key) })
  }
  for (const id of asked) {
    const person = facts.peopleById.get(id)
    if (!person) continue
    if (outOfOffice.has(id)) {
      away.set(id, { since: person.awaySince ?? today })
      if (person.awaySince === null) keep(person, today)
    } else if (person.awaySince !== null) keep(person, null)
  }
  return { away, changes }
}
