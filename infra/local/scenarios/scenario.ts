import type { Language, Role } from '#domain/codes.ts'
import type { CivilDate, ListCode, PersonId, Records } from '#domain/model.ts'

/** The five roles by which a scenario's own person is named (`/local/token?user=owner`). */
export const SCENARIO_ROLES = ['employee', 'measurer', 'owner', 'leader', 'office'] as const
export type ScenarioRole = (typeof SCENARIO_ROLES)[number]

/** A person of the local world: who may be switched to on the page. All of them are invented. */
export interface LocalPerson {
  /** Short lower-case ASCII key, as in `?user=kari`. */
  name: string
  /** Fixed, invented Entra object id. */
  personId: PersonId
  displayName: string
  /** Job title. */
  title: string
  roles: Role[]
  /** Set on the one person who stands for the role in this scenario. */
  scenarioRole?: ScenarioRole
  language: Language
  /** Has left: the directory no longer knows the account. */
  left?: boolean
}

export interface LocalChannel {
  id: string
  team: string
  name: string
}

/** The rows of the lists a scenario begins with; a list that is not named begins empty. */
export type ScenarioRecords = { [L in ListCode]?: Records[L][] }

/** A named situation, the same every time for the same day. */
export interface Scenario {
  name: string
  /** One sentence. */
  description: string
  people: LocalPerson[]
  channels: LocalChannel[]
  /** What the lists hold when the scenario begins on the day `today`. Pure: two calls give equal rows. */
  records(today: CivilDate): ScenarioRecords
}
