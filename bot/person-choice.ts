import type { Fault } from '#contract/errors.ts'
import type { Typed } from '#contract/typed.ts'
import type { Facts } from '#domain/facts.ts'
import type { PersonId } from '#domain/model.ts'
import { type Result, refuse } from '#domain/result.ts'
import { peopleView } from '#views/people.ts'
import { findByName } from './names.ts'

/**
 * The person meant in a card: the one chosen (Teams' people picker gives the Entra object id), else the name that was typed,
 * where it fits one person who works here, small misspellings forgiven. Refuses with the field and what to do.
 */
export function chosenPerson({ person = '', personName = '' }: Typed, facts: Facts): Result<PersonId, Fault> {
  const id = person.split(',')[0]?.trim().toLowerCase() ?? ''
  if (id !== '') return { ok: true, value: id }
  const name = personName.trim()
  if (name === '') return refuse({ code: 'personMissing', field: 'person' })
  const { people } = peopleView(name, facts)
  const [only] = people
  if (only && people.length === 1) return { ok: true, value: only.personId }
  if (people.length > 1) {
    const names = people.map((one) => one.name).join(', ')
    return refuse({ code: 'personSeveral', field: 'person', args: { value: name, names } })
  }
  const known = [...facts.tables.people.values()].filter(({ reach }) => reach !== 'left')
  const near = findByName(
    name,
    known.map(({ personId, displayName }) => ({ key: personId, title: displayName })),
  )
  return near.found === 'one'
    ? { ok: true, value: near.one.key }
    : refuse({ code: 'personUnknown', field: 'person', args: { value: name } })
}
