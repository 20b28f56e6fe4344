import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, invalidRequest } from './errors.ts'
import { isRecord } from './json.ts'
import { context } from './links.ts'
import { refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import { type Grant, SITE_ROLES, type SiteRole } from './types.ts'

const malformed = () => invalidRequest('The request is malformed or incorrect.')

/** Microsoft's pages show either `grantedToIdentities` (a list) or `grantedTo`; one application at a time is enough. */
const applicationOf = (body: Record<string, unknown>): unknown => {
  const identities = body.grantedToIdentities ?? body.grantedToIdentitiesV2
  const identity = Array.isArray(identities) && identities.length === 1 ? identities[0] : (body.grantedTo ?? body.grantedToV2)
  return isRecord(identity) ? identity.application : undefined
}

const isRole = (role: unknown): role is SiteRole => SITE_ROLES.some((known) => known === role)

const parseGrant = (body: unknown): Result<Grant, GraphRefusal> => {
  if (!isRecord(body)) return malformed()
  const application = applicationOf(body)
  if (!isRecord(application) || typeof application.id !== 'string' || application.id === '') return malformed()
  const { roles } = body
  if (!Array.isArray(roles) || roles.length === 0 || !roles.every(isRole)) return malformed()
  const displayName = typeof application.displayName === 'string' ? application.displayName : 'Prosjektpuls'
  return ok({ appId: application.id.toLowerCase(), displayName, roles })
}

/** The permission's id as SharePoint makes it: the principal's claim in base64. */
const presentGrant = (grant: Grant): Record<string, unknown> => {
  const identities = [{ application: { id: grant.appId, displayName: grant.displayName } }]
  return {
    id: Buffer.from(`i:0i.t|ms.sp.ext|${grant.appId}`).toString('base64url'),
    roles: grant.roles,
    grantedToIdentities: identities,
    grantedToIdentitiesV2: identities,
  }
}

const listGrants = ({ store, site }: Context, { query }: GraphRequest): Answer =>
  refuseOptions(query, []) ??
  ok({
    status: 200,
    body: {
      '@odata.context': context(`sites('${encodeURIComponent(site.id)}')/permissions`),
      value: store.lists.grants().map(presentGrant),
    },
  })

const createGrant = ({ store, site }: Context, { query, body }: GraphRequest): Answer => {
  const refused = refuseOptions(query, [])
  if (refused) return refused
  const grant = parseGrant(body)
  if (!grant.ok) return grant
  store.lists.grant(grant.value)
  const entity = { '@odata.context': context(`sites('${encodeURIComponent(site.id)}')/permissions/$entity`), ...presentGrant(grant.value) }
  return ok({ status: 201, body: entity })
}

export const PERMISSION_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/permissions', need: 'managePermissions', units: 5, handle: listGrants },
  { method: 'POST', pattern: '/sites/{site}/permissions', need: 'managePermissions', units: 5, handle: createGrant },
]
