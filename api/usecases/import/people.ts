import type { Person, PersonId } from '#domain/model.ts'
import { sameName } from './keys.ts'

export type PersonRead = { ok: true; personId: PersonId } | { ok: false; why: 'noPerson' | 'severalPersons' }

/** Finds people by display name. Those who have left are nobody: they cannot be made responsible. */
export function peopleFinder(people: Iterable<Person>): (name: string) => PersonRead {
  const byName = new Map<string, Set<PersonId>>()
  for (const { displayName, personId, reach } of people) {
    if (reach === 'left') continue
    const name = sameName(displayName)
    byName.set(name, (byName.get(name) ?? new Set()).add(personId))
  }
  return (name) => {
    const found = byName.get(sameName(name)) ?? byName.get(sameName(turned(name)))
    if (!found) return { ok: false, why: 'noPerson' }
    const [personId] = found
    return found.size === 1 && personId !== undefined ? { ok: true, personId } : { ok: false, why: 'severalPersons' }
  }
}

/** `Nordmann, Kari` → `Kari Nordmann`. */
const turned = (name: string): string => {
  const parts = name.split(',')
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name
}
