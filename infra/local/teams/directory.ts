import { createHash } from 'node:crypto'
import { LOCAL_BOT_ID, LOCAL_TENANT_ID } from '../identity/identity.ts'
import { emailOf } from '../lists.ts'
import type { LocalChannel, LocalPerson } from '../scenarios/scenario.ts'

/** A person as Teams knows them: beside the Entra object id an id of the bot's own, and one chat with the bot. */
export interface TeamsPerson extends LocalPerson {
  /** `29:…`: the person's id towards this one bot. */
  userId: string
  /** `a:…`: the personal conversation with the bot. */
  conversationId: string
  email: string
}

export interface TeamsChannel extends LocalChannel {
  /** `19:…@thread.tacv2` of the team. */
  teamId: string
  /** Entra object id of the team's group. */
  groupId: string
}

/** Who and what there is in the scenario's Teams; never changes while the world runs. */
export interface Directory {
  tenantId: string
  bot: { id: string; name: string }
  people: readonly TeamsPerson[]
  channels: readonly TeamsChannel[]
  /** By key (`kari`) or by role (`measurer`). */
  person(name: string): TeamsPerson | undefined
  /** By the bot's own id for the person (`29:…`) or by Entra object id. */
  user(id: string): TeamsPerson | undefined
  personOfConversation(conversationId: string): TeamsPerson | undefined
  /** By id, by name or, when the name occurs once, whatever its case. */
  channel(name: string): TeamsChannel | undefined
}

export const BOT_NAME = 'Prosjektpuls'

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

const guidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The ids are made from the scenario's own, so that stored conversations stay true over restarts. */
const teamsPerson = (person: LocalPerson): TeamsPerson => ({
  ...person,
  userId: `29:1${digest(`user ${person.personId}`)}`,
  conversationId: `a:1${digest(`chat ${person.personId}`)}`,
  email: emailOf(person),
})

const teamsChannel = (channel: LocalChannel): TeamsChannel => ({
  ...channel,
  teamId: `19:${digest(`team ${channel.team}`)}@thread.tacv2`,
  groupId: guidOf(`group ${channel.team}`),
})

export const createDirectory = (scenario: { people: LocalPerson[]; channels: LocalChannel[] }): Directory => {
  const people = scenario.people.map(teamsPerson)
  const channels = scenario.channels.map(teamsChannel)
  const folded = (text: string) => text.toLowerCase()
  return {
    tenantId: LOCAL_TENANT_ID,
    bot: { id: `28:${LOCAL_BOT_ID}`, name: BOT_NAME },
    people,
    channels,
    person: (name) => people.find((one) => one.name === name) ?? people.find((one) => one.scenarioRole === name),
    user: (id) => people.find((one) => one.userId === id || one.personId === id),
    personOfConversation: (id) => people.find((one) => one.conversationId === id),
    channel: (name) => channels.find((one) => one.id === name) ?? channels.find((one) => folded(one.name) === folded(name)),
  }
}
