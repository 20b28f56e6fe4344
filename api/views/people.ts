import { PEOPLE_LIMIT, type PeopleView } from '#contract/people.ts'
import type { Facts } from '#domain/facts.ts'

const LOCALE = 'nb'
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase(LOCALE).replace(/\s+/g, ' ').trim()

/**
 * People whose name has parts that begin with every part of the query («kar no» finds Kari Nordmann), by name, at most ten.
 * Those who have left are not offered: nothing new is given to them.
 */
export function peopleView(query: string, facts: Facts): PeopleView {
  const wanted = plain(query).split(' ')
  const found = [...facts.tables.people.values()].filter(({ displayName, reach }) => {
    const parts = plain(displayName).split(/[ -]/)
    return reach !== 'left' && wanted.every((start) => parts.some((part) => part.startsWith(start)))
  })
  const people = found.map(({ personId, displayName }) => ({ personId, name: displayName }))
  return { people: people.sort((a, b) => a.name.localeCompare(b.name, LOCALE)).slice(0, PEOPLE_LIMIT) }
}
