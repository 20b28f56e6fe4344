import type { PassResult } from './time-machine.ts'

/** What the page reads and writes at /local/. Types only: the page is built for the browser and takes nothing else from here. */
export interface WorldView {
  scenario: string
  description: string
  now: string
  /** Civil date in Oslo. */
  today: string
  people: PersonView[]
  channels: ChannelView[]
  bot: { name: string }
  tenantId: string
  graphUrl: string
  /** Microsoft's playground, when it was asked for. */
  playgroundUrl: string | null
}

export interface PersonView {
  name: string
  personId: string
  displayName: string
  title: string
  email: string
  language: 'nb' | 'nn' | 'en'
  scenarioRole: 'employee' | 'measurer' | 'owner' | 'leader' | 'office' | null
  admin: boolean
  left: boolean
  /** Has the bot in their Teams. */
  installed: boolean
}

export interface ChannelView {
  id: string
  name: string
  team: string
  teamId: string
}

export interface MessageView {
  id: string
  thread: string | null
  /** A person's key, or `bot`. */
  sender: string
  at: string
  text: string | null
  card: Record<string, unknown> | null
  editedAt: string | null
  deleted: boolean
}

export interface SentView {
  /** The person's key or the channel's name. */
  to: string
  at: string
  activityId: string
  kind: 'message' | 'update' | 'delete'
  card: Record<string, unknown> | null
  text: string | null
}

export type RunView = PassResult
export interface AdvanceView extends PassResult {
  now: string
  passes: number
}

/** Every refusal at /local/: `field` names what is to be mended. */
export interface RefusalView {
  error: { code: string; field: string | null; text: string }
}
