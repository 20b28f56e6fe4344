import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type Middleware,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import { ok, type Result, refuse } from '#domain/result.ts'

/** Gives the bearer token of the app. Production: msal-node (auth.ts); the local world: its own identity provider. */
export interface TokenProvider {
  token(): Promise<string>
}

/** Carries a request addressed to https://graph.microsoft.com; the local world swaps the origin here and nowhere else. */
export type Transport = (url: string, init: RequestInit) => Promise<Response>

export type GraphFaultCode =
  | 'badRequest'
  | 'uniqueViolation'
  | 'unauthorised'
  | 'forbidden'
  | 'notFound'
  | 'alreadyExists'
  | 'preconditionFailed'
  | 'gone'
  | 'throttled'
  | 'unavailable'

/** A refusal by Graph. `ambiguous`: the request may have been carried out although no answer said so. */
export interface GraphFault {
  code: GraphFaultCode
  status: number
  detail: string
  ambiguous: boolean
}
export type GraphResult<T> = Result<T, GraphFault>

export interface GraphOptions {
  tokens: TokenProvider
  transport: Transport
  /** `NONISV|Company|App/1.0`, so that Microsoft can tell who calls. */
  userAgent?: string
  /** Milliseconds to wait, replaceable so that tests need not. */
  sleep?: (ms: number) => Promise<void>
}

/** The one way to Graph. Every answer is a value; nothing here throws for what Graph may say. */
export interface Graph {
  get<T>(path: string, headers?: Record<string, string>): Promise<GraphResult<T>>
  /** Only for bodies that carry a unique key: a repeat after a lost answer must collide, not double. */
  post<T>(path: string, body: unknown): Promise<GraphResult<T>>
  patch<T>(path: string, body: unknown, etag: string): Promise<GraphResult<T>>
  /** Follows nextLinks verbatim to the end. */
  pages<T>(path: string): Promise<GraphResult<{ items: T[]; deltaLink: string | null }>>
  /** The same, handing over page by page, so that a long list is never held whole in Graph's wordy form. Gives the delta link. */
  eachPage<T>(path: string, take: (items: T[]) => void): Promise<GraphResult<string | null>>
  /** Resource units spent so far by Microsoft's price list (graph.md §4). */
  unitsSpent(): number
}

const GRAPH = 'https://graph.microsoft.com/v1.0'
const ATTEMPTS = 5
const LONGEST_WAIT_MS = 120_000
/** Statuses that may pass by themselves. 500 is left out: it is mostly our own bad field. */
const PASSING = new Set([429, 502, 503, 504])

/** Builds the client: Microsoft's own middleware for token and telemetry, our transport and our retries at the ends. */
export function createGraph(options: GraphOptions): Graph {
  const client = clientOf(options)
  const sleep = options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const agent = options.userAgent ?? 'NONISV|Prosjektpuls|Prosjektpuls/0.1'
  let units = 0
  // Retry-After is an order to the whole process: while it stands nobody asks, or every caller would be throttled anew.
  let quietUntil = 0

  async function call<T>(unitCost: number, send: () => Promise<T>): Promise<GraphResult<T>> {
    let fault: GraphFault = { code: 'unavailable', status: 0, detail: 'notTried', ambiguous: false }
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const wait = quietUntil - performance.now()
      if (wait > 0) await sleep(wait)
      units += unitCost
      try {
        return ok(await send())
      } catch (thrown) {
        const failure = faultOf(thrown)
        fault = { ...failure.fault, ambiguous: fault.ambiguous || failure.fault.ambiguous }
        if (!failure.passing || attempt === ATTEMPTS - 1) break
        const delay = Math.min(failure.retryAfterMs ?? 250 * 2 ** attempt, LONGEST_WAIT_MS)
        if (failure.retryAfterMs === null) await sleep(delay)
        else quietUntil = performance.now() + delay
      }
    }
    return refuse(fault)
  }

  const request = (path: string, headers: Record<string, string> = {}) =>
    client.api(path.startsWith('https://') ? path : `${GRAPH}${path}`).headers({ 'User-Agent': agent, ...headers })

  const get = <T>(path: string, headers?: Record<string, string>) =>
    call<T>(costOfGet(path), () => request(path, headers).get() as Promise<T>)

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
    post: <T>(path: string, body: unknown) => call<T>(2, () => request(path).post(body) as Promise<T>),
    patch: <T>(path: string, body: unknown, etag: string) =>
      call<T>(2, () => request(path, { 'If-Match': etag }).patch(body) as Promise<T>),
    eachPage,
    async pages<T>(path: string) {
      const items: T[] = []
      const deltaLink = await eachPage<T>(path, (page) => items.push(...page))
      return deltaLink.ok ? ok({ items, deltaLink: deltaLink.value }) : deltaLink
    },
    unitsSpent: () => units,
  }
}

interface Page<T> {
  value: T[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

function clientOf(options: GraphOptions): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: () => options.tokens.token() })
  const telemetry = new TelemetryHandler()
  authentication.setNext(telemetry)
  telemetry.setNext(new TransportHandler(options.transport))
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

interface Failure {
  fault: GraphFault
  passing: boolean
  retryAfterMs: number | null
}

function faultOf(thrown: unknown): Failure {
  if (!(thrown instanceof GraphError)) {
    return { fault: { code: 'unavailable', status: 0, detail: 'network', ambiguous: true }, passing: true, retryAfterMs: null }
  }
  const status = thrown.statusCode
  // A status below 100 is the client's own wrapping of a failed fetch: no answer at all.
  if (status < 100)
    return { fault: { code: 'unavailable', status: 0, detail: 'network', ambiguous: true }, passing: true, retryAfterMs: null }
  const retryAfter = Number(thrown.headers?.get('Retry-After') ?? Number.NaN)
  return {
    fault: { code: codeOf(status, thrown), status, detail: thrown.code ?? '', ambiguous: status === 504 || status === 502 },
    // The list view threshold also shows as 429 and never passes; our own queries filter on indexed keys only.
    passing: PASSING.has(status),
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : null,
  }
}

function codeOf(status: number, error: GraphError): GraphFaultCode {
  switch (status) {
    case 400:
      return error.message.includes('unique constraints') ? 'uniqueViolation' : 'badRequest'
    case 401:
      return 'unauthorised'
    case 403:
      return 'forbidden'
    case 404:
      return 'notFound'
    case 409:
      return 'alreadyExists'
    case 410:
      return 'gone'
    case 412:
      return 'preconditionFailed'
    case 429:
      return 'throttled'
    default:
      return status >= 500 ? 'unavailable' : 'badRequest'
  }
}
