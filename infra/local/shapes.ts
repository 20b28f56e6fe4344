/** What the page reads and writes at /local/. Types only: the page is built for the browser and takes nothing else from here. */
export interface WorldView {
  /** Another one after every --reset: what the page remembers of read messages belongs to one world. */
  worldId: string
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

/** What one pass did; all counts are cards. `summaries` are new posts in channels; edits of them are not counted. */
export interface PassResult {
  sent: number
  skipped: Record<string, number>
  unknown: number
  failed: number
  summaries: number
}

export interface AdvanceResult extends PassResult {
  /** Where the clock stands now, ISO. */
  now: string
  /** Days on which a pass was run. */
  passes: number
}

/** One line of what has happened, newest first. */
export interface FeedView {
  /** Its number, rising. */
  ref: number
  kind: 'person' | 'channel'
  /** The person's key or the channel's id. */
  owner: string
  at: string
  activityId: string
  what: 'message' | 'update' | 'delete'
  /** The first line of the card or the text. */
  title: string
}

/** What the page is told at once; it fetches the rest itself. */
export type WorldEvent = { type: 'chat'; kind: 'person' | 'channel'; owner: string } | { type: 'clock'; now: string }

/** Every refusal at /local/: `field` names what is to be mended. */
export interface RefusalView {
  error: { code: string; field: string | null; text: string }
}

/** One list among those of the site. */
export interface ListSummary {
  code: string
  title: string
  items: number
}

export interface ListColumnView {
  /** Internal name. */
  name: string
  displayName: string
  type: 'text' | 'note' | 'number' | 'boolean' | 'dateTime' | 'choice'
  choices: string[]
  unique: boolean
  indexed: boolean
}

export interface ListRowView {
  id: string
  eTag: string
  /** ISO, UTC. */
  modified: string
  modifiedBy: string
  /** By internal name; an empty cell is left out. */
  fields: Record<string, string | number | boolean>
}

/** A page of a list as it stands in SharePoint, in order of id. */
export interface ListView {
  code: string
  title: string
  columns: ListColumnView[]
  rows: ListRowView[]
  /** What `after` is for the next page; null at the end. */
  next: number | null
}

/** One answered request of the list server; `units` is what it cost. */
export interface RequestView {
  at: string
  method: string
  url: string
  status: number
  units: number
  caller: string
}
