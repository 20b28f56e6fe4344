import type { JWTPayload } from 'jose'
import { accessDenied, directoryRefused, type Refused } from './errors.ts'
import type { Actor, DirectoryUser, Grant, Site, SiteRole } from './types.ts'

/** What a route needs. */
export type Need =
  | 'readItems'
  | 'writeItems'
  | 'manageLists'
  | 'managePermissions'
  | 'readUsers'
  | 'readPresence'
  | 'installApps'
  | 'nothing'

export type Caller =
  | { kind: 'app'; appId: string; roles: string[] }
  | { kind: 'admin' | 'owner' | 'person'; personId: string; scopes: string[] }

/** What Graph gives beside the site, each by a permission of its own. */
type DirectoryNeed = 'readUsers' | 'readPresence' | 'installApps'
type SiteNeed = Exclude<Need, DirectoryNeed | 'nothing'>

/** Sites.Selected alone gives nothing; these do (Microsoft's permissions-selected-overview). */
const ROLE_GIVES: Record<SiteRole, readonly SiteNeed[]> = {
  read: ['readItems'],
  write: ['readItems', 'writeItems'],
  owner: ['readItems', 'writeItems', 'manageLists'],
  fullcontrol: ['readItems', 'writeItems', 'manageLists'],
}

/** What a delegated scope lets the person's own rights through for. */
const SCOPE_GIVES: Record<string, readonly SiteNeed[]> = {
  'Sites.Read.All': ['readItems'],
  'Sites.ReadWrite.All': ['readItems', 'writeItems'],
  'Sites.Manage.All': ['readItems', 'writeItems', 'manageLists'],
  'Sites.FullControl.All': ['readItems', 'writeItems', 'manageLists', 'managePermissions'],
}
const PERMISSIONS: Record<DirectoryNeed, readonly string[]> = {
  readUsers: ['User.ReadBasic.All', 'User.Read.All'],
  readPresence: ['Presence.Read.All'],
  installApps: ['TeamsAppInstallation.ReadWriteSelfForUser.All'],
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [])

/** Who is asking, read from a checked token. */
export const callerOf = (claims: JWTPayload, site: Site): Caller => {
  if (claims.scp === undefined) return { kind: 'app', appId: String(claims.appid ?? ''), roles: texts(claims.roles) }
  const scopes = String(claims.scp).split(' ')
  const isOwner = texts(claims.groups).includes(site.ownersGroupId)
  const kind = scopes.includes('Sites.FullControl.All') ? 'admin' : isOwner ? 'owner' : 'person'
  return { kind, personId: String(claims.oid ?? ''), scopes }
}

/** The caller's name in the request log: `app`, `admin`, `owner`, a person's id or `anonymous`. */
export const callerLabel = (caller: Caller | undefined): string => {
  if (!caller) return 'anonymous'
  return caller.kind === 'person' ? caller.personId : caller.kind
}

const siteNeeds = (caller: Caller, grants: Grant[]): readonly SiteNeed[] => {
  if (caller.kind === 'app') {
    if (!caller.roles.includes('Sites.Selected')) return []
    const granted = grants.find((grant) => grant.appId === caller.appId.toLowerCase())
    return granted?.roles.flatMap((role) => ROLE_GIVES[role]) ?? []
  }
  // The lists are for the app and the site's owners: a person's scope meets no rights of their own.
  if (caller.kind === 'person') return []
  return caller.scopes.flatMap((scope) => SCOPE_GIVES[scope] ?? [])
}

/** Refuses with 403 when the caller may not; `grants` is what applications have been given on the site. */
export const refuseAccess = (caller: Caller, need: Need, grants: () => Grant[]): Refused | undefined => {
  if (need === 'nothing') return undefined
  if (need === 'readUsers' || need === 'readPresence' || need === 'installApps') {
    const held = caller.kind === 'app' ? caller.roles : caller.scopes
    return held.some((permission) => PERMISSIONS[need].includes(permission))
      ? undefined
      : directoryRefused('Insufficient privileges to complete the operation.')
  }
  return siteNeeds(caller, grants()).includes(need) ? undefined : accessDenied()
}

/** The caller as SharePoint writes it into createdBy and lastModifiedBy. */
export const actorOf = (caller: Caller, users: Map<string, DirectoryUser>, grants: Grant[]): Actor => {
  if (caller.kind === 'app') {
    const name = grants.find((grant) => grant.appId === caller.appId.toLowerCase())?.displayName ?? 'Prosjektpuls'
    return { application: { id: caller.appId, displayName: name } }
  }
  const user = users.get(caller.personId.toLowerCase())
  if (!user) return { user: { id: caller.personId, displayName: caller.kind } }
  return { user: { id: user.id, displayName: user.displayName, email: user.mail ?? user.userPrincipalName } }
}
