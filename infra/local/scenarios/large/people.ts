import type { Instant, Person } from '#domain/model.ts'
import { AREAS, FIRST_PEOPLE, localPerson } from '../people.ts'
import type { LocalPerson } from '../scenario.ts'
import { stampOf } from '../stamp.ts'

const FIRST_NAMES = [
  'Anna',
  'Arne',
  'Berit',
  'Dag',
  'Elin',
  'Frode',
  'Guro',
  'Harald',
  'Ida',
  'Jan',
  'Karin',
  'Leif',
  'Mona',
  'Nils',
  'Olga',
  'Pål',
]
const LAST_NAMES = ['Bakken', 'Dalen', 'Enger', 'Foss', 'Granli', 'Hagen', 'Iversen', 'Juvik', 'Kleiven', 'Lia', 'Moe', 'Nygård', 'Opsahl']
const TOTAL = 200

const areas = Object.values(AREAS)

function generated(number: number): LocalPerson {
  const first = FIRST_NAMES[number % FIRST_NAMES.length]
  const last = LAST_NAMES[number % LAST_NAMES.length]
  return {
    name: `p${String(number).padStart(3, '0')}`,
    personId: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
    displayName: `${first} ${last}`,
    title: 'Ansatt',
    roles: number % 25 === 0 ? ['leader'] : [],
    language: number % 10 === 0 ? 'nn' : 'nb',
  }
}

/** The five roles and the administrator, and as many more as make 200. */
export const LARGE_PEOPLE: LocalPerson[] = [
  ...FIRST_PEOPLE.map(localPerson),
  ...Array.from({ length: TOTAL - FIRST_PEOPLE.length }, (_, index) => generated(index + 1)),
]

/** The row of the people list. */
export const largePersonRow = (person: LocalPerson, actedAt: Instant): Person => ({
  ...stampOf(person.personId, { actorId: person.personId, actedAt, via: 'system' }),
  personId: person.personId,
  displayName: person.displayName,
  roles: person.roles,
  area: areas[person.personId.charCodeAt(35) % areas.length] ?? null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: person.language,
  pausedUntil: null,
  awaySince: null,
  reach: 'ok',
})
