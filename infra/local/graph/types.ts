/** An instant as SharePoint stores it: UTC, whole seconds, `YYYY-MM-DDTHH:MM:SSZ`. */
export type StoredInstant = string

/** One stored value. An empty column is absent, never null. */
export type FieldValue = string | number | boolean
export type FieldValues = Record<string, FieldValue>

export type ColumnType = 'text' | 'note' | 'number' | 'boolean' | 'dateTime' | 'choice'

export interface Column {
  id: string
  name: string
  displayName: string
  type: ColumnType
  indexed: boolean
  unique: boolean
  required: boolean
  hidden: boolean
  /** Set for the columns every list is born with; they cannot be written, `Title` excepted. */
  readOnly: boolean
  description: string
  columnGroup: string
  /** The type facet with all its properties, as it is given back. */
  facet: Record<string, unknown>
}

/** A column as stored in one list; `slot` names the place where an indexed column's value is kept for searching. */
export interface ListColumn extends Column {
  slot: number
}

/** Who did it, in Graph's identitySet shape. */
export interface Actor {
  application?: { id: string; displayName: string }
  user?: { id: string; displayName: string; email?: string }
}

export interface ListRow {
  /** The list's number inside the file; never shown. */
  ref: number
  id: string
  title: string
  description: string
  version: number
  created: StoredInstant
  modified: StoredInstant
  createdBy: Actor
  /** Rises with every write to an item of the list; the base of delta. */
  lastChange: number
}

export interface ItemRow {
  id: number
  guid: string
  version: number
  change: number
  created: StoredInstant
  modified: StoredInstant
  createdBy: Actor
  modifiedBy: Actor
  fields: FieldValues
}

/** The site the server plays. `ownersGroupId`: the group whose members own the site. */
export interface SiteSpec {
  hostname: string
  /** Server-relative, `/sites/name`. */
  path: string
  displayName: string
  ownersGroupId?: string
}

export interface Site extends Required<SiteSpec> {
  /** `{hostname},{siteCollectionId},{webId}`. */
  id: string
}

/** A person in the directory. Someone who has left is not in it. */
export interface DirectoryUser {
  id: string
  displayName: string
  userPrincipalName: string
  mail?: string
  givenName?: string
  surname?: string
  jobTitle?: string
}

export const SITE_ROLES = ['read', 'write', 'owner', 'fullcontrol'] as const
export type SiteRole = (typeof SITE_ROLES)[number]

/** What an application has been given on the site. */
export interface Grant {
  appId: string
  displayName: string
  roles: SiteRole[]
}
