import { randomUUID } from 'node:crypto'
import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  type Context,
  GraphError,
  type Middleware,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { ok, refuse } from '#domain/result.ts'
import { type Failure, failureOf, type GraphFault, type GraphResult, noAnswer, noToken, rateLimitPause } from './graph-faults.ts'
import { createLanes, type Priority } from './graph-lanes.ts'

export type { GraphFault, GraphFaultCode, GraphResult } from './graph-faults.ts'

/** Gives the bearer token of the app. Production: msal-node (auth.ts); the local world: its own identity provider. */
export interface TokenProvider {
  token(): Promise<string>
}

/** Carries a request addressed to https://graph.microsoft.com; the local world swaps the origin here and nowhere else. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>

/** One attempt that failed, for the log: codes and ids only. `requestId` is the client-request-id Microsoft's support asks for. */
export interface GraphLine {
  requestId: string
  method: string
  attempt: number
  status: number
  code: string
  detail: string
}

export interface GraphOptions {
  tokens: TokenProvider
  transport: Transport
  /** `NONISV|Company|App/1.0`, so that Microsoft can tell who calls. */
  userAgent?: string
  /** Milliseconds to wait, replaceable so that tests need not. */
  sleep?: (ms: number) => Promise<void>
  /** An attempt without an answer for this many milliseconds is given up. */
  answerWithinMs?: number
  /** Hears of every attempt that failed. */
  log?: (line: GraphLine) => void
}

/** What the client has spent and met since it was made. */
export interface GraphUsage {
  requests: number
  /** By Microsoft's price list (graph.md §4). */
  units: number
  throttled: number
  repeated: number
}

/** The one way to Graph. Every answer is a value; nothing here throws for what Graph, the network or Entra may do. */
export interface Graph {
  get<T>(path: string, headers?: Record<string, string>): Promise<GraphResult<T>>
  /**
   * `keyed`: the body carries a unique key, so that a repeat after a lost answer collides instead of doubling. Without it
   * the request is repeated only when Graph has said that it was not carried out (429).
   */
  post<T>(path: string, body: unknown, options?: { keyed?: boolean }): Promise<GraphResult<T>>
  patch<T>(path: string, body: unknown, etag: string): Promise<GraphResult<T>>
  /** Follows nextLinks verbatim to the end. */
  pages<T>(path: string): Promise<GraphResult<{ items: T[]; deltaLink: string | null }>>
  /** The same, handing over page by page, so that a long list is never held whole in Graph's wordy form. Gives the delta link. */
  eachPage<T>(path: string, take: (items: T[]) => void): Promise<GraphResult<string | null>>
  /** The same client for work nobody waits for: it gives way to people. */
  background(): Graph
  /** Resource units spent so far by Microsoft's price list (graph.md §4). */
  unitsSpent(): number
  usage(): Readonly<GraphUsage>
  /** The Date header of the latest answer, as Graph's clock shows it; null before the first. */
  serverDate(): string | null
  /** Breaks off what is under way and refuses what comes after. */
  close(): void
}

const GRAPH = 'https://graph.microsoft.com/v1.0'
const ATTEMPTS = 5
/** Longer than this nobody is kept waiting: the request is given up, and Graph's order still stands for the next. */
const PATIENCE_MS: Record<Priority, number> = { person: 30_000, background: 180_000 }
const ANSWER_WITHIN_MS = 100_000
const FIRST_DELAY_MS = 250
/** A 429 without Retry-After (OneDrive#1307). */
const FIRST_THROTTLE_DELAY_MS = 1000

interface Wish {
  method: string
  units: number
  /** Whether it may be sent again although the first may have been carried out. */
  repeatable: boolean
}

/** Builds the client: Microsoft's own middleware for token and telemetry, our transport and our retries at the ends. */
export function createGraph(options: GraphOptions): Graph {
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const agent = options.userAgent ?? 'NONISV|Prosjektpuls|Prosjektpuls/0.1'
  const lanes = createLanes()
  const usage: GraphUsage = { requests: 0, units: 0, throttled: 0, repeated: 0 }
  const closing = new AbortController()
  // An order to wait is an order to the whole process: while it stands nobody asks, or every caller would be throttled anew.
  const quietUntil: Record<Priority, number> = { person: 0, background: 0 }
  let serverDate: string | null = null

  const beQuiet = (priority: Priority, ms: number) => {
    quietUntil[priority] = Math.max(quietUntil[priority], performance.now() + ms)
  }
  const client = clientOf(options, (url, init) => {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(options.answerWithinMs ?? ANSWER_WITHIN_MS)])
    return options.transport(url, { ...init, signal }).then((response) => {
      serverDate = response.headers.get('Date') ?? serverDate
      const pause = rateLimitPause((name) => response.headers.get(name))
      if (pause.forAll > 0) beQuiet('person', pause.forAll)
      if (pause.forBackground > 0) beQuiet('background', pause.forBackground)
      return response
    })
  })

  /** One attempt. Its token is asked for first, so that a refusal by Entra is told from one by Graph. */
  async function attempt<T>(send: (token: string) => Promise<T>, wish: Wish, priority: Priority): Promise<{ value: T } | Failure> {
    const leave = await lanes.enter(priority)
    try {
      let token: string
      try {
        token = await options.tokens.token()
      } catch (thrown) {
        return noToken(thrown)
      }
      usage.requests += 1
      usage.units += wish.units
      return { value: await send(token) }
    } catch (thrown) {
      if (closing.signal.aborted) return { ...noAnswer('closed'), passing: false }
      return failureOfThrown(thrown, Date.parse(serverDate ?? '') || 0)
    } finally {
      leave()
    }
  }

  async function call<T>(wish: Wish, priority: Priority, requestId: string, send: (token: string) => Promise<T>): Promise<GraphResult<T>> {
    let fault: GraphFault = { code: 'unavailable', status: 0, detail: 'notTried', ambiguous: false }
    for (let number = 1; number <= ATTEMPTS; number += 1) {
      const wait = Math.max(quietUntil.person, priority === 'background' ? quietUntil.background : 0) - performance.now()
      if (wait > PATIENCE_MS[priority]) return refuse(fault.status === 0 ? { ...fault, code: 'throttled', detail: 'quiet' } : fault)
      if (wait > 0) await sleep(wait)
      if (closing.signal.aborted) return refuse({ ...fault, code: 'unavailable', detail: 'closed' })
      if (number > 1) usage.repeated += 1
      const tried = await attempt(send, wish, priority)
      if ('value' in tried) return ok(tried.value)
      const ambiguous = fault.ambiguous || tried.fault.ambiguous
      fault = { ...tried.fault, ambiguous }
      options.log?.({
        requestId,
        method: wish.method,
        attempt: number,
        status: fault.status,
        code: fault.code,
        detail: fault.detail,
      })
      if (fault.status === 429) usage.throttled += 1
      if (!mayRepeat(tried, wish, number)) break
      await pauseAfter(tried, number)
    }
    return refuse(fault)
  }

  async function pauseAfter({ fault, retryAfterMs }: Failure, number: number): Promise<void> {
    if (retryAfterMs !== null) beQuiet('person', retryAfterMs)
    else if (fault.status === 429) beQuiet('person', FIRST_THROTTLE_DELAY_MS * 2 ** (number - 1))
    else await sleep(FIRST_DELAY_MS * 2 ** (number - 1))
  }

  const viewFor = (priority: Priority): Graph => {
    const run = <T>(wish: Wish, path: string, headers: Record<string, string>, send: (request: Request) => Promise<unknown>) => {
      const requestId = randomUUID()
      return call<T>(wish, priority, requestId, (token) => {
        const request = client
          .api(path.startsWith('https://') ? path : `${GRAPH}${path}`)
          .headers({ 'User-Agent': agent, 'client-request-id': requestId, ...headers })
          .middlewareOptions([new AuthenticationHandlerOptions({ getAccessToken: async () => token })])
        return send(request) as Promise<T>
      })
    }

    const get = <T>(path: string, headers: Record<string, string> = {}) =>
      run<T>({ method: 'GET', units: costOfGet(path), repeatable: true }, path, headers, (request) => request.get())

    async function eachPage<T>(path: string, take: (items: T[]) => void): Promise<GraphResult<string | null>> {
      let next: string | undefined = path
      let deltaLink: string | null = null
      while (next !== undefined) {
        const page: GraphResult<Page<T>> = await get<Page<T>>(next)
        if (!page.ok) return page
        take(page.value.value)
        deltaLink = page.value['@odata.deltaLink'] ?? null
        next = page.value['@odata.nextLink']
      }
      return ok(deltaLink)
    }

    return {
      get,
      post: <T>(path: string, body: unknown, { keyed = false }: { keyed?: boolean } = {}) =>
        run<T>({ method: 'POST', units: 2, repeatable: keyed }, path, {}, (request) => request.post(body)),
      patch: <T>(path: string, body: unknown, etag: string) =>
        run<T>({ method: 'PATCH', units: 2, repeatable: true }, path, { 'If-Match': etag }, (request) => request.patch(body)),
      eachPage,
      async pages<T>(path: string) {
        const items: T[] = []
        const deltaLink = await eachPage<T>(path, (page) => {
          for (const item of page) items.push(item)
        })
        return deltaLink.ok ? ok({ items, deltaLink: deltaLink.value }) : deltaLink
      },
      background: () => viewFor('background'),
      unitsSpent: () => usage.units,
      usage: () => ({ ...usage }),
      serverDate: () => serverDate,
      close: () => closing.abort(),
    }
  }
  return viewFor('person')
}

type Request = ReturnType<Client['api']>

interface Page<T> {
  value: T[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

/** A refused token is worth one new one; a write without a key is sent again only when it surely was not carried out. */
function mayRepeat({ fault, passing }: Failure, wish: Wish, number: number): boolean {
  if (!passing) return false
  if (fault.code === 'unauthorised') return number === 1
  return wish.repeatable || fault.status === 429 || fault.detail.startsWith('noToken')
}

function clientOf(options: GraphOptions, transport: Transport): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: () => options.tokens.token() })
  const telemetry = new TelemetryHandler()
  authentication.setNext(telemetry)
  telemetry.setNext(new TransportHandler(transport))
  return Client.initWithMiddleware({ middleware: authentication })
}

/** The last middleware: hands the request to the transport. */
class TransportHandler implements Middleware {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url
    context.response = await this.#transport(url, (context.options ?? {}) as RequestInit)
  }
}

/** 1 unit for a single item or a delta with token, 2 for everything else we read (graph.md §4). */
function costOfGet(path: string): number {
  return /\/items\/\d+(\?|$)/.test(path) || /[?&]token=(?!latest)/.test(path) ? 1 : 2
}

function failureOfThrown(thrown: unknown, now: number): Failure {
  // A status below 100 is the client's own wrapping of a failed fetch: no answer at all.
  if (!(thrown instanceof GraphError) || thrown.statusCode < 100) return noAnswer()
  const answer = thrown
  return failureOf(
    { status: answer.statusCode, code: answer.code ?? '', message: answer.message, header: (name) => answer.headers?.get(name) ?? null },
    now,
  )
}
