import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { JWTPayload } from 'jose'
import { ok, type Result } from '#domain/result.ts'
import { type Caller, callerLabel, callerOf, refuseAccess } from './access.ts'
import { type Conditions, USUAL } from './conditions.ts'
import { badRequest, errorBody, type GraphRefusal, invalidRequest, invalidToken, notPlayed, throttled } from './errors.ts'
import { type Befalls, type FaultSwitches, faultSwitches, type NoAnswer } from './faults.ts'
import { parseQuery, type Query } from './odata.ts'
import { type RequestLog, requestLog } from './request-log.ts'
import { ROUTES } from './routes.ts'
import { type Answer, type Catalogue, type Context, findRoute, type Incoming, type Reply, type Route } from './routing.ts'
import { resolveSite } from './site-routes.ts'
import type { GraphStore } from './store.ts'
import type { DirectoryUser, Site } from './types.ts'

/** Checks a token meant for Graph; gives its claims. */
export type Verify = (token: string) => Promise<Result<JWTPayload, { code: 'tokenExpired' | 'tokenInvalid' }>>

export interface DispatcherOptions {
  store: GraphStore
  site: Site
  users: DirectoryUser[]
  outOfOffice: ReadonlySet<string>
  catalogue: Catalogue
  listViewThreshold: number
  now: () => Date
  verify: Verify
  /** Milliseconds that never go back: what budgets are counted by. */
  ticks: () => number
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

const NOTHING: Befalls = { delayMs: 0, conditions: USUAL, budgets: [] }
const NEVER_CAME: Reply = { status: 504, body: { error: { code: 'serviceNotAvailable', message: '' } } }

const withHeaders = (reply: Reply, headers: Record<string, string>): Reply => ({ ...reply, headers: { ...reply.headers, ...headers } })

/** From a request to its answer: who asks, which route, what befalls it, what it may, and what it cost. */
export const createDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { store, site, now } = options
  const log = requestLog()
  const faults = faultSwitches(options.ticks)

  const authenticate = async (headers: Record<string, string>): Promise<Result<Caller, GraphRefusal>> => {
    const token = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
    if (token === undefined) return invalidToken('Access token is empty.')
    const checked = await options.verify(token)
    return checked.ok ? ok(callerOf(checked.value, site)) : invalidToken(TOKEN_MESSAGES[checked.code])
  }

  const run = async (
    incoming: Incoming,
    caller: Caller,
    located: Result<Located, GraphRefusal>,
    at: Date,
    conditions: Conditions,
  ): Promise<Answer> => {
    if (!located.ok) return located
    const { route, params, query } = located.value
    const refused = refuseAccess(caller, route.need, () => (conditions.revokedGrant ? [] : store.lists.grants()))
    if (refused) return refused
    const writes = route.method === 'POST' || route.method === 'PATCH'
    if (writes && !incoming.body.ok) return incoming.body
    const body = incoming.body.ok ? incoming.body.value : undefined
    return route.handle(context, { params, query, headers: incoming.headers, body, caller, at, conditions })
  }

  const befall = async ({ delayMs, before, after }: Befalls, work: () => Promise<Answer>): Promise<Answer | NoAnswer> => {
    if (delayMs > 0) await pause(delayMs)
    if (before) return typeof before === 'string' ? before : { ok: false, ...before }
    const answer = await work()
    if (!after) return answer
    return typeof after === 'string' ? after : { ok: false, ...after }
  }

  /** Pays first, from every budget: what is throttled has cost its units too. */
  const pay = ({ budgets }: Befalls, units: number): { headers: Record<string, string>; refused?: GraphRefusal } => {
    const spendings = budgets.map((budget) => budget.spend(units))
    const headers = Object.assign({}, ...spendings.map((spending) => spending.headers))
    const refused = spendings.find((spending) => spending.throttled)
    return refused ? { headers, refused: { ...throttled(), headers } } : { headers }
  }

  const toReply = (answer: Answer, incoming: Incoming, at: Date): Reply => {
    const id = randomUUID()
    const clientRequestId = incoming.headers['client-request-id'] ?? id
    const headers = { 'request-id': id, 'client-request-id': clientRequestId }
    if (answer.ok) return { ...answer.value, headers: { ...headers, ...answer.value.headers } }
    if (answer.plain !== undefined) return { status: answer.status, headers: { ...headers, ...answer.headers }, plain: answer.plain }
    return {
      status: answer.status,
      headers: { ...headers, ...answer.headers },
      body: errorBody(answer, { id, clientRequestId, at }),
    }
  }

  const serve = async (incoming: Incoming, known?: Caller): Promise<Reply | NoAnswer> => {
    const at = now()
    const caller: Result<Caller, GraphRefusal> = known ? ok(known) : await authenticate(incoming.headers)
    const located = locate(site, incoming)
    // Without a valid token a request never reaches SharePoint.
    const units = caller.ok && located.ok ? unitsOf(located.value) : 0
    const befalls = caller.ok ? faults.strike({ ...incoming, inner: known !== undefined }) : NOTHING
    const paid = pay(befalls, units)
    const answer: Answer | NoAnswer = !caller.ok
      ? caller
      : await befall(paid.refused ? { ...befalls, before: paid.refused } : befalls, () =>
          run(incoming, caller.value, located, at, befalls.conditions),
        )
    const reply = typeof answer === 'string' ? answer : withHeaders(toReply(answer, incoming, at), paid.headers)
    log.add({
      at: at.toISOString(),
      method: incoming.method,
      url: incoming.url,
      // Nothing was answered; 0 says so.
      status: typeof reply === 'string' ? 0 : reply.status,
      units,
      caller: callerLabel(caller.ok ? caller.value : undefined),
    })
    return reply
  }

  const context: Context = {
    store,
    site,
    users: new Map(options.users.map((user) => [user.id.toLowerCase(), user])),
    outOfOffice: options.outOfOffice,
    catalogue: options.catalogue,
    listViewThreshold: options.listViewThreshold,
    answerInner: async (incoming, caller) => {
      const reply = await serve(incoming, caller)
      // A connection cannot be cut inside a batch; the nearest thing is an answer that never came.
      return typeof reply === 'string' ? { reply: NEVER_CAME, told: reply === 'cut' } : { reply, told: true }
    },
  }

  const answer = async (incoming: Incoming): Promise<Reply | 'cut'> => {
    const reply = await serve(incoming)
    return reply === 'dropped' ? 'cut' : reply
  }
  return { answer, log, faults }
}
