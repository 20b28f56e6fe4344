import type { Language, Role } from '#domain/codes.ts'
import type { Person } from '#domain/model.ts'
import type { LocalPerson, ScenarioRole } from './scenario.ts'
import { stampOf } from './stamp.ts'

/** The areas of the fictitious municipality. */
export const AREAS = {
  service: 'Innbyggerservice og kultur',
  childhood: 'Oppvekst',
  health: 'Helse og omsorg',
  society: 'Samfunn og plan',
  staff: 'Organisasjon og digitalisering',
} as const
export type AreaCode = keyof typeof AREAS

interface CastMember {
  displayName: string
  title: string
  area: AreaCode
  roles?: Role[]
  scenarioRole?: ScenarioRole
  language?: Language
  left?: true
}

/** Everybody in Eksempel kommune. The order gives each person a fixed id, so new people are added last. */
const CAST = {
  nora: { displayName: 'Nora Vik', title: 'Saksbehandler i servicetorget', area: 'service', scenarioRole: 'employee' },
  kari: { displayName: 'Kari Nordmann', title: 'Rådgiver i barne- og familieenheten', area: 'childhood', scenarioRole: 'measurer' },
  per: { displayName: 'Per Olsen', title: 'Leder for barne- og familieenheten', area: 'childhood', scenarioRole: 'owner' },
  ingrid: { displayName: 'Ingrid Solheim', title: 'Kommunedirektør', area: 'staff', roles: ['leader'], scenarioRole: 'leader' },
  anne: { displayName: 'Anne Lie', title: 'Porteføljerådgiver', area: 'staff', roles: ['office'], scenarioRole: 'office' },
  jonas: { displayName: 'Jonas Moen', title: 'IT-rådgiver', area: 'staff', roles: ['admin'] },
  ola: { displayName: 'Ola Hansen', title: 'Prosjektleder', area: 'staff' },
  siri: { displayName: 'Siri Berg', title: 'Leder for servicetorget', area: 'service' },
  lars: { displayName: 'Lars Haugen', title: 'Kommunalsjef samfunn og plan', area: 'society', roles: ['leader'] },
  marit: { displayName: 'Marit Dahl', title: 'Kommunalsjef helse og omsorg', area: 'health', roles: ['leader'] },
  erik: { displayName: 'Erik Strand', title: 'Enhetsleder digitalisering', area: 'staff' },
  hanne: { displayName: 'Hanne Bakke', title: 'Prosjektleder', area: 'staff' },
  lise: { displayName: 'Lise Fossum', title: 'HR-sjef', area: 'staff' },
  tone: { displayName: 'Tone Lunde', title: 'Økonomisjef', area: 'staff' },
  gro: { displayName: 'Gro Myhre', title: 'Leder for hjemmetjenesten', area: 'health' },
  bjorn: { displayName: 'Bjørn Aas', title: 'Fagleder velferdsteknologi', area: 'health' },
  eva: { displayName: 'Eva Sunde', title: 'Seniorrådgiver i boligkontoret', area: 'health' },
  knut: { displayName: 'Knut Rønning', title: 'Leder for byggesak', area: 'society' },
  amir: { displayName: 'Amir Rahimi', title: 'Rådgiver HR', area: 'staff' },
  henrik: { displayName: 'Henrik Nes', title: 'Prosjektleder', area: 'staff' },
  james: { displayName: 'James Walker', title: 'Systemarkitekt', area: 'staff', language: 'en' },
  randi: { displayName: 'Randi Tveit', title: 'Rådgjevar kommunikasjon', area: 'service', language: 'nn' },
  torbjorn: { displayName: 'Torbjørn Eide', title: 'Arkivleiar', area: 'staff', language: 'nn' },
  espen: { displayName: 'Espen Kvam', title: 'Tidligere rådgiver HR', area: 'staff', left: true },
} as const satisfies Record<string, CastMember>

/** The short name by which a scenario's data and `?user=` name a person. */
export type Who = keyof typeof CAST

const names = Object.keys(CAST) as Who[]
const member = (who: Who): CastMember => CAST[who]

/** The fixed Entra object id of a person; the shape is a GUID's, the digits are plainly invented. */
export const idOf = (who: Who): string => `00000000-0000-4000-8000-${String(names.indexOf(who) + 1).padStart(12, '0')}`

export const localPerson = (who: Who): LocalPerson => {
  const { displayName, title, roles, scenarioRole, language, left } = member(who)
  return {
    name: who,
    personId: idOf(who),
    displayName,
    title,
    roles: roles ?? [],
    language: language ?? 'nb',
    ...(scenarioRole && { scenarioRole }),
    ...(left && { left }),
  }
}

/** The row of the people list for somebody who is at work, or has left. */
export const personRow = (who: Who, at: string): Person => {
  const { displayName, roles, area, language, left } = member(who)
  return {
    ...stampOf(idOf(who), { actorId: idOf('jonas'), actedAt: at, via: 'system' }),
    personId: idOf(who),
    displayName,
    roles: roles ?? [],
    area: AREAS[area],
    deputyId: null,
    deputyFrom: null,
    deputyTo: null,
    // Most have chosen none: their screens follow Teams, their cards the municipality's setting.
    language: language ?? null,
    pausedUntil: null,
    awaySince: null,
    reach: left ? 'left' : 'ok',
  }
}

/** One of each of the five roles and the administrator: those a fresh install begins with. */
export const FIRST_PEOPLE: readonly Who[] = ['nora', 'kari', 'per', 'ingrid', 'anne', 'jonas']

/** Everybody. */
export const ALL_PEOPLE: readonly Who[] = names
