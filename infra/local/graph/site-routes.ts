import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, invalidRequest, itemNotFound, notPlayed } from './errors.ts'
import { guidOf } from './ids.ts'
import { context } from './links.ts'
import { parseSelect, pick, type Query, refuseOptions } from './odata.ts'
import type { Answer, Context, Route } from './routing.ts'
import type { Site } from './types.ts'

const BY_PATH = /^\/sites\/([^/:,]+):(\/[^:]*?)(?::(\/.*)?)?$/
const BY_ID = /^\/sites\/([^/,]+),([^/,]+),([^/,]+)(\/.*)?$/

/** Microsoft's own text (gd#3745). */
const wrongHost = () => invalidRequest('Provided id has an invalid hostname for this tenancy')
const siteNotFound = () => itemNotFound('Requested site could not be found')
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/**
 * The path with the site written as its id: `/sites/{host}:/{path}` and, past another colon, what lies under it
 * (`/sites/{host}:/{path}:/lists`). Any other site than ours is refused. A path outside `/sites` is left as it is.
 */
export const resolveSite = (path: string, site: Site): Result<string, GraphRefusal> => {
  if (!path.startsWith('/sites/')) return ok(path)
  const byPath = BY_PATH.exec(path)
  if (byPath) {
    const [, host = '', serverPath = '', rest = ''] = byPath
    if (!same(host, site.hostname)) return wrongHost()
    return same(serverPath.replace(/\/$/, ''), site.path) ? ok(`/sites/${site.id}${rest}`) : siteNotFound()
  }
  const byId = BY_ID.exec(path)
  if (!byId) return notPlayed('Any site but the one this server plays')
  const [, host = '', collection = '', web = '', rest = ''] = byId
  if (!same(host, site.hostname)) return wrongHost()
  return same([host, collection, web].join(','), site.id) ? ok(`/sites/${site.id}${rest}`) : siteNotFound()
}

const SITE_CREATED = '2026-01-01T08:00:00Z'

const siteEntity = (site: Site): Record<string, unknown> => ({
  '@odata.context': context('sites/$entity'),
  createdDateTime: SITE_CREATED,
  description: '',
  id: site.id,
  lastModifiedDateTime: SITE_CREATED,
  name: site.path.split('/').at(-1) ?? '',
  webUrl: `https://${site.hostname}${site.path}`,
  displayName: site.displayName,
  eTag: `"{${guidOf(`site:${site.id}`).toUpperCase()}},1"`,
  root: {},
  siteCollection: { hostname: site.hostname },
})

const getSite = ({ site }: Context, query: Query): Answer => {
  const refused = refuseOptions(query, ['$select'])
  if (refused) return refused
  const entity = siteEntity(site)
  const select = parseSelect(query, Object.keys(entity))
  return select.ok ? ok({ status: 200, body: pick(entity, select.value) }) : select
}

export const SITE_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}', need: 'readItems', units: 1, handle: (ctx, { query }) => getSite(ctx, query) },
]
