import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { JWTPayload } from 'jose'
import { ok, type Result } from '#domain/result.ts'
import { type Caller, callerLabel, callerOf, refuseAccess } from './access.ts'
import { badRequest, errorBody, type GraphRefusal, invalidRequest, invalidToken, notPlayed } from './errors.ts'
import { type Befalls, type FaultSwitches, faultSwitches } from './faults.ts'
import { parseQuery, type Query } from './odata.ts'
import { type RequestLog, requestLog } from './request-log.ts'
import { ROUTES } from './routes.ts'
import { type Answer, type Context, findRoute, type Incoming, type Reply, type Route } from './routing.ts'
import { resolveSite } from './site-routes.ts'
import type { GraphStore } from './store.ts'
import type { DirectoryUser, Site } from './types.ts'

/** Checks a token meant for Graph; gives its claims. */
export type Verify = (token: string) => Promise<Result<JWTPayload, { code: 'tokenExpired' | 'tokenInvalid' }>>

export interface DispatcherOptions {
  store: GraphStore
  site: Site
  users: DirectoryUser[]
  listViewThreshold: number
  now: () => Date
  verify: Verify
}

export interface Dispatcher {
  /** Answers a request from the wire; `cut` means that the connection is to be broken off. */
  answer(incoming: Incoming): Promise<Reply | 'cut'>
  log: RequestLog
  faults: FaultSwitches
}

const VERSION = '/v1.0'

interface Located {
  route: Route
  params: Record<string, string>
  query: Query
}

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

const locate = (site: Site, { method, url }: Incoming): Result<Located, GraphRefusal> => {
  const { pathname, searchParams } = new URL(url, 'http://graph')
  const path = decoded(pathname)
  if (path === undefined) return invalidRequest('The request is malformed or incorrect.')
  // What the real service answers to a version inside a batch, or to none at all.
  if (!path.startsWith(`${VERSION}/`)) return badRequest(`Resource not found for the segment '${path.split('/')[1] ?? ''}'.`)
  const rest = path.slice(VERSION.length)
  if (rest.startsWith(`${VERSION}/`)) return badRequest("Resource not found for the segment 'v1.0'.")
  const resolved = resolveSite(rest, site)
  if (!resolved.ok) return resolved
  const found = findRoute(ROUTES, method, resolved.value)
  return found ? ok({ ...found, query: parseQuery(searchParams) }) : notPlayed(`${method} ${rest}`)
}

const unitsOf = ({ route, query }: Located): number => (typeof route.units === 'number' ? route.units : route.units(query))

const TOKEN_MESSAGES = {
  tokenExpired: 'Lifetime validation failed, the token is expired.',
  tokenInvalid: 'Access token validation failure.',
}

/** From a request to its answer: who asks, which route, what befalls it, what it may, and what it cost. */
export const createDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { store, site, now } = options
  const log = requestLog()
  const faults = faultSwitches()

  const authenticate = async (headers: Record<string, string>): Promise<Result<Caller, GraphRefusal>> => {
    const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
    if (token === undefined) return invalidToken('Access token is empty.')
    const checked = await options.verify(token)
    return checked.ok ? ok(callerOf(checked.value, site)) : invalidToken(TOKEN_MESSAGES[checked.code])
  }

  const run = async (incoming: Incoming, caller: Caller, located: Result<Located, GraphRefusal>, at: Date): Promise<Answer> => {
    if (!located.ok) return located
    const { route, params, query } = located.value
    const refused = refuseAccess(caller, route.need, () => store.lists.grants())
    if (refused) return refused
    const writes = route.method === 'POST' || route.method === 'PATCH'
    if (writes && !incoming.body.ok) return incoming.body
    const body = incoming.body.ok ? incoming.body.value : undefined
    return route.handle(context, { params, query, headers: incoming.headers, body, caller, at })
  }

  const befall = async (befalls: Befalls, work: () => Promise<Answer>): Promise<Answer | 'cut'> => {
    if (befalls.delayMs > 0) await pause(befalls.delayMs)
    const { before, after } = befalls
    if (before) return before === 'cut' ? before : { ok: false, ...before }
    const answer = await work()
    if (!after) return answer
    return after === 'cut' ? after : { ok: false, ...after }
  }

  const toReply = (answer: Answer, incoming: Incoming, at: Date): Reply => {
    const id = randomUUID()
    const clientRequestId = incoming.headers['client-request-id'] ?? id
    const headers = { 'request-id': id, 'client-request-id': clientRequestId }
    if (answer.ok) return { ...answer.value, headers: { ...headers, ...answer.value.headers } }
    return {
      status: answer.status,
      headers: { ...headers, ...answer.headers },
      body: errorBody(answer, { id, clientRequestId, at }),
    }
  }

  const serve = async (incoming: Incoming, known?: Caller): Promise<Reply | 'cut'> => {
    const at = now()
    const caller: Result<Caller, GraphRefusal> = known ? ok(known) : await authenticate(incoming.headers)
    const located = locate(site, incoming)
    const answer = caller.ok
      ? await befall(faults.strike(incoming), () => run(incoming, caller.value, located, at))
      : await Promise.resolve<Answer>(caller)
    const reply = answer === 'cut' ? answer : toReply(answer, incoming, at)
    log.add({
      at: at.toISOString(),
      method: incoming.method,
      url: incoming.url,
      // Nothing was answered; 0 says so.
      status: reply === 'cut' ? 0 : reply.status,
      // Without a valid token a request never reaches SharePoint.
      units: caller.ok && located.ok ? unitsOf(located.value) : 0,
      caller: callerLabel(caller.ok ? caller.value : undefined),
    })
    return reply
  }

  const context: Context = {
    store,
    site,
    users: new Map(options.users.map((user) => [user.id.toLowerCase(), user])),
    listViewThreshold: options.listViewThreshold,
    answerInner: async (incoming, caller) => {
      const reply = await serve(incoming, caller)
      // A connection cannot be cut inside a batch; the nearest thing is an answer that never came.
      return reply === 'cut' ? { status: 504, body: { error: { code: 'serviceNotAvailable', message: '' } } } : reply
    },
  }

  return { answer: (incoming) => serve(incoming), log, faults }
}
