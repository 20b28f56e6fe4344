import type { Result } from '#domain/result.ts'
import type { Caller, Need } from './access.ts'
import type { Conditions } from './conditions.ts'
import type { GraphRefusal } from './errors.ts'
import type { Query } from './odata.ts'
import type { GraphStore } from './store.ts'
import type { DirectoryUser, Site } from './types.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** A request on its way in: from the wire, or one of a batch. */
export interface Incoming {
  method: string
  /** Path and query from `/v1.0` on. */
  url: string
  /** Names in lower case. */
  headers: Record<string, string>
  body: Result<unknown, GraphRefusal>
}

/** A request a route may answer: authenticated, allowed, its path and query taken apart. */
export interface GraphRequest {
  params: Record<string, string>
  query: Query
  headers: Record<string, string>
  body: unknown
  caller: Caller
  at: Date
  conditions: Conditions
}

export interface Reply {
  status: number
  body?: Record<string, unknown>
  headers?: Record<string, string>
  /** Instead of `body`: no JSON, sent as HTML. */
  plain?: string
}

export type Answer = Result<Reply, GraphRefusal>

export interface Catalogue {
  /** The app's id in the catalogue, which is not the manifest's. */
  appId: string
  install(personId: string): 'installed' | 'alreadyThere'
}

export interface Context {
  store: GraphStore
  site: Site
  /** By lower-case id. */
  users: Map<string, DirectoryUser>
  /** The tenant's app catalogue, with the one app there is. */
  catalogue: Catalogue
  /** Ids in lower case of those whose Teams says «out of office». */
  outOfOffice: ReadonlySet<string>
  /** Above this many rows a search is refused (SharePoint: 5 000, not adjustable). */
  listViewThreshold: number
  /** Answers one request of a batch, on behalf of the same caller; `told` is false when the batch goes out without it. */
  answerInner(incoming: Incoming, caller: Caller): Promise<{ reply: Reply; told: boolean }>
}

export interface Route {
  method: Method
  /** Segments after `/v1.0`; `{name}` takes one segment. */
  pattern: string
  need: Need
  /** Resource units (Microsoft's throttling page): 1 one item or delta with a token, 2 anything else, 5 permissions. */
  units: number | ((query: Query) => number)
  handle(context: Context, request: GraphRequest): Answer | Promise<Answer>
}

export const routeName = (route: Pick<Route, 'method' | 'pattern'>): string => `${route.method} ${route.pattern}`

const matchPattern = (pattern: string, path: string): Record<string, string> | undefined => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = value
    else if (segment !== value) return undefined
  }
  return params
}

/** The route for a path whose segments are already decoded; literal segments win because they stand first in the table. */
export const findRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined => {
  for (const route of routes) {
    if (route.method !== method) continue
    const params = matchPattern(route.pattern, path)
    if (params) return { route, params }
  }
  return undefined
}
