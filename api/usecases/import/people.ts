import type { Person, PersonId } from '#domain/model.ts'
import { sameName } from './keys.ts'

export type PersonRead = { ok: true; personId: PersonId } | { ok: false; why: 'noPerson' | 'severalPersons' }

/**
 * Finds people by display name. Those who have left are nobody: they cannot be made responsible. What somebody has said of a
 * name (`named`) goes first; a workbook often names a position.
 */
export function peopleFinder(
  people: ReadonlyMap<PersonId, Person>,
  named: Readonly<Record<string, PersonId>> = {},
): (name: string) => PersonRead {
  const said = new Map(Object.entries(named).map(([name, personId]) => [sameName(name), personId]))
  const byName = new Map<string, Set<PersonId>>()
  for (const { displayName, personId, reach } of people.values()) {
    if (reach === 'left') continue
    const name = sameName(displayName)
    byName.set(name, (byName.get(name) ?? new Set()).add(personId))
  }
  return (name) => {
    const known = people.get(said.get(sameName(name)) ?? '')
    if (known && known.reach !== 'left') return { ok: true, personId: known.personId }
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
