import type { Result } from '#domain/result.ts'
import { type Budget, DAY_MS, unitBudget } from './budget.ts'
import { type Conditions, USUAL } from './conditions.ts'
import { accessDenied, etagMismatch, type GraphRefusal, invalidToken, resyncNeeded, throttled } from './errors.ts'
import { type Fault, parseFaultHeader, parseFaults } from './fault-schema.ts'
import { GRAPH_ORIGIN } from './links.ts'

/** Instead of an answer: the connection is cut, or a batch goes out without this request's answer. */
export type NoAnswer = 'cut' | 'dropped'

/** What befalls one request. `after`: the work is done, then this is answered instead. */
export interface Befalls {
  delayMs: number
  before?: GraphRefusal | NoAnswer
  after?: GraphRefusal | NoAnswer
  conditions: Conditions
  /** The budgets this request is paid from. */
  budgets: Budget[]
}

export interface Struck {
  method: string
  url: string
  headers: Record<string, string>
  /** One of a batch. */
  inner?: boolean
}

export interface FaultSwitches {
  /** Replaces all faults; refuses what it does not know. */
  set(faults: unknown): Result<Fault[], { code: 'invalidFaults'; message: string }>
  /** The faults as they were set. */
  current(): Fault[]
  /** Which faults strike this request; counts are used up by asking. */
  strike(request: Struck): Befalls
}

const isDelta = (url: string): boolean => /\/items\/delta(\?|$)/.test(url)

/** The url without its token: where a fresh enumeration begins. */
const freshEnumeration = (url: string): string => `${GRAPH_ORIGIN}${url.split('?')[0] ?? url}`

const tokenExpired = (): GraphRefusal => invalidToken('Lifetime validation failed, the token is expired.')

/** Bodies as the real service has been seen to send them (reference: graph.md 7). */
const refusalFor = (status: number, url: string): GraphRefusal => {
  switch (status) {
    case 401:
      return tokenExpired()
    case 403:
      return accessDenied()
    case 410:
      return resyncNeeded(freshEnumeration(url))
    case 412:
      return etagMismatch()
    case 429:
      return throttled()
    case 500:
      return { status, code: 'generalException', message: 'General exception while processing' }
    case 502:
    case 503:
    case 504:
      return { status, code: 'serviceNotAvailable', message: 'The service is temporarily unavailable.' }
    default:
      return { status, code: 'UnknownError', message: '' }
  }
}

/** 410 is an answer of delta only, 412 only of a write. */
const fitsStatus = (status: number, { method, url }: Struck): boolean => {
  if (status === 410) return isDelta(url)
  if (status === 412) return method === 'PATCH' || method === 'DELETE'
  return true
}

const withRetryAfter = (fault: GraphRefusal, retryAfter: number | string | undefined): GraphRefusal =>
  retryAfter === undefined ? fault : { ...fault, headers: { ...fault.headers, 'Retry-After': String(retryAfter) } }

const PLAIN = { html: '<html><body><h1>Service unavailable</h1></body></html>', empty: '' }

const statusRefusal = ({ code, retryAfter, error, body }: NonNullable<Fault['status']>, url: string): GraphRefusal => ({
  ...withRetryAfter(refusalFor(code, url), retryAfter),
  ...(error === undefined ? {} : { code: error }),
  ...(body === undefined ? {} : { plain: PLAIN[body] }),
})

/** What ends a request, in the order in which it is looked for; the first that fits decides. */
const ENDINGS = ['throttle', 'status', 'cut', 'expiredToken', 'batchDrop'] as const
type Ending = (typeof ENDINGS)[number]
/** What may be counted and lets the request be answered. */
const CIRCUMSTANCES = ['revokedGrant', 'staleDates', 'missingColumns', 'deltaError', 'batchReversed', 'emptyPage'] as const
type Circumstance = (typeof CIRCUMSTANCES)[number]
type Part = Ending | Circumstance
const PARTS: readonly Part[] = [...ENDINGS, ...CIRCUMSTANCES]

const FITS: Record<Part, (fault: Fault, request: Struck) => boolean> = {
  throttle: () => true,
  status: (fault, request) => fitsStatus(fault.status?.code ?? 0, request),
  cut: () => true,
  expiredToken: (_fault, request) => request.inner !== true,
  batchDrop: (_fault, request) => request.inner === true,
  revokedGrant: () => true,
  staleDates: (_fault, { method, url }) => method === 'POST' && /\/items$/.test(url),
  missingColumns: (_fault, { method, url }) => method === 'POST' && /\/lists$/.test(url),
  deltaError: (_fault, { method, url }) => method === 'GET' && isDelta(url),
  batchReversed: (_fault, { method, url }) => method === 'POST' && /\/\$batch$/.test(url),
  emptyPage: (_fault, { method, url }) => method === 'GET' && /\/items(\/delta)?(\?|$)/.test(url),
}

const endingOf = (fault: Fault, ending: Ending, url: string): Pick<Befalls, 'before' | 'after'> => {
  const at = (answer: GraphRefusal | NoAnswer, afterCommit: boolean | undefined) => (afterCommit ? { after: answer } : { before: answer })
  switch (ending) {
    case 'throttle':
      return at(withRetryAfter(throttled(), fault.throttle?.retryAfter), fault.throttle?.afterCommit)
    case 'status':
      return at(statusRefusal(fault.status ?? { code: 500 }, url), fault.status?.afterCommit)
    case 'cut':
      return at('cut', fault.cut?.afterCommit)
    case 'expiredToken':
      return at(tokenExpired(), false)
    case 'batchDrop':
      return at('dropped', fault.batchDrop?.afterCommit)
  }
}

interface Active {
  fault: Fault
  used: Map<Part, number>
  budgets: Budget[]
}

const budgetsOf = ({ budget }: Fault, ticks: () => number): Budget[] => [
  ...(budget?.unitsPerMinute === undefined ? [] : [unitBudget(budget.unitsPerMinute, ticks, budget.headers)]),
  ...(budget?.unitsPerDay === undefined ? [] : [unitBudget(budget.unitsPerDay, ticks, false, DAY_MS)]),
]

const left = ({ fault, used }: Active, part: Part, request: Struck): boolean => {
  const wanted = fault[part]
  return wanted !== undefined && (used.get(part) ?? 0) < (wanted.count ?? Number.POSITIVE_INFINITY) && FITS[part](fault, request)
}

const use = ({ used }: Active, part: Part): void => {
  used.set(part, (used.get(part) ?? 0) + 1)
}

/** The circumstances of all matching faults together; where two name one number, the first counts. */
const conditionsOf = (matching: Active[], request: Struck): Conditions => {
  const first = <T>(read: (fault: Fault) => T | undefined): T | undefined =>
    matching.map(({ fault }) => read(fault)).find((value) => value !== undefined)
  const struck = (part: Circumstance): Fault | undefined => {
    const active = matching.find((candidate) => left(candidate, part, request))
    if (active) use(active, part)
    return active?.fault
  }
  const threshold = first((fault) => fault.threshold)
  const indexLimit = first((fault) => fault.indexLimit)
  const tokenLifetimeMs = first((fault) => fault.tokenLifetimeMs)
  const missing = struck('missingColumns')
  return {
    revokedGrant: struck('revokedGrant') !== undefined,
    staleDates: struck('staleDates') !== undefined,
    deltaError: struck('deltaError') !== undefined,
    batchReversed: struck('batchReversed') !== undefined,
    emptyPage: struck('emptyPage') !== undefined,
    missingColumns: missing ? (missing.missingColumns?.names ?? 'all') : 'none',
    replicationDelayMs: first((fault) => fault.replicationDelayMs) ?? 0,
    uniqueRaceMs: first((fault) => fault.uniqueRaceMs) ?? 0,
    ...(threshold === undefined ? {} : { threshold }),
    ...(indexLimit === undefined ? {} : { indexLimit }),
    ...(tokenLifetimeMs === undefined ? {} : { tokenLifetimeMs }),
    otherwise: new Set(matching.flatMap(({ fault }) => fault.otherwise ?? [])),
  }
}

/**
 * The server's fault switches: those set for all, and those a single request asks for in its `x-fault` header
 * (`x-fault: none` spares it all of them). The first fault that matches and still has strikes left ends the request;
 * delays add up. `ticks`: milliseconds that never go back, for budgets.
 */
export const faultSwitches = (ticks: () => number = () => performance.now()): FaultSwitches => {
  let active: Active[] = []

  return {
    set: (faults) => {
      const parsed = parseFaults(faults)
      if (parsed.ok) {
        active = parsed.value.map((fault) => ({
          fault,
          used: new Map(),
          budgets: budgetsOf(fault, ticks),
        }))
      }
      return parsed
    },

    current: () => active.map(({ fault }) => fault).filter((fault) => Object.keys(fault).length > 0),

    strike: (request) => {
      const quiet: Befalls = { delayMs: 0, conditions: USUAL, budgets: [] }
      const header = request.headers['x-fault']
      if (header === 'none' || (header === undefined && active.length === 0)) return quiet
      const asked = header === undefined ? undefined : parseFaultHeader(header)
      if (asked && !asked.ok) {
        return { ...quiet, before: { status: 400, code: 'invalidRequest', message: `x-fault: ${asked.message}` } }
      }
      // The official client counts its repetitions in this header.
      const attempt = Number(request.headers['retry-attempt'] ?? 0)
      const line = `${request.method} ${request.url}`
      const own = (asked?.value ?? []).map((fault): Active => ({ fault, used: new Map(PARTS.map((part) => [part, attempt])), budgets: [] }))
      const matching = [...own, ...active].filter(({ fault }) => fault.match === undefined || new RegExp(fault.match).test(line))
      const delayMs = matching.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0)
      const budgets = matching.flatMap((candidate) => candidate.budgets)
      for (const candidate of matching) {
        const ending = ENDINGS.find((part) => left(candidate, part, request))
        if (!ending) continue
        use(candidate, ending)
        const end = endingOf(candidate.fault, ending, request.url)
        return { delayMs, budgets, ...end, conditions: end.after ? conditionsOf(matching, request) : USUAL }
      }
      return { delayMs, budgets, conditions: conditionsOf(matching, request) }
    },
  }
}
