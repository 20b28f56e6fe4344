import type { Result } from '#domain/result.ts'
import { accessDenied, etagMismatch, type GraphRefusal, invalidToken, resyncNeeded, throttled } from './errors.ts'
import { type Fault, parseFaultHeader, parseFaults } from './fault-schema.ts'
import { GRAPH_ORIGIN } from './links.ts'

/** What befalls one request. `after`: the work is done, then this is answered instead. */
export interface Befalls {
  delayMs: number
  before?: GraphRefusal | 'cut'
  after?: GraphRefusal | 'cut'
}

export interface FaultSwitches {
  /** Replaces all faults; refuses what it does not know. */
  set(faults: unknown): Result<Fault[], { code: 'invalidFaults'; message: string }>
  /** Which faults strike this request; counts are used up by asking. */
  strike(request: { method: string; url: string; headers: Record<string, string> }): Befalls
}

const isDelta = (url: string): boolean => /\/items\/delta(\?|$)/.test(url)

/** The url without its token: where a fresh enumeration begins. */
const freshEnumeration = (url: string): string => `${GRAPH_ORIGIN}${url.split('?')[0] ?? url}`

/** Bodies as the real service has been seen to send them (reference: graph.md 7). */
const refusalFor = (status: number, url: string): GraphRefusal => {
  switch (status) {
    case 401:
      return invalidToken('Lifetime validation failed, the token is expired.')
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
const fits = (status: number, method: string, url: string): boolean => {
  if (status === 410) return isDelta(url)
  if (status === 412) return method === 'PATCH' || method === 'DELETE'
  return true
}

const withRetryAfter = (fault: GraphRefusal, retryAfter: number | string | undefined): GraphRefusal =>
  retryAfter === undefined ? fault : { ...fault, headers: { ...fault.headers, 'Retry-After': String(retryAfter) } }

type Part = 'throttle' | 'status' | 'cut'
const PARTS: readonly Part[] = ['throttle', 'status', 'cut']

const partBefalls = (fault: Fault, part: Part, url: string): Omit<Befalls, 'delayMs'> => {
  if (part === 'throttle') return { before: withRetryAfter(throttled(), fault.throttle?.retryAfter) }
  if (part === 'cut') return fault.cut?.afterCommit ? { after: 'cut' } : { before: 'cut' }
  if (!fault.status) return {}
  const answer = withRetryAfter(refusalFor(fault.status.code, url), fault.status.retryAfter)
  return fault.status.afterCommit ? { after: answer } : { before: answer }
}

/**
 * The server's fault switches: those set for all, and those a single request asks for in its `x-fault` header.
 * The first fault that matches and still has strikes left decides; delays add up.
 */
export const faultSwitches = (): FaultSwitches => {
  let active: { fault: Fault; used: Map<Part, number> }[] = []

  const strikeOne = (fault: Fault, used: (part: Part) => number, request: { method: string; url: string }): Part | undefined =>
    PARTS.find((part) => {
      const wanted = fault[part]
      if (!wanted || used(part) >= (wanted.count ?? Number.POSITIVE_INFINITY)) return false
      return part !== 'status' || fits(fault.status?.code ?? 0, request.method, request.url)
    })

  return {
    set: (faults) => {
      const parsed = parseFaults(faults)
      if (parsed.ok) active = parsed.value.map((fault) => ({ fault, used: new Map() }))
      return parsed
    },

    strike: (request) => {
      const header = request.headers['x-fault']
      const asked = header === undefined ? undefined : parseFaultHeader(header)
      if (asked && !asked.ok) {
        return { delayMs: 0, before: { status: 400, code: 'invalidRequest', message: `x-fault: ${asked.message}` } }
      }
      // The official client counts its repetitions in this header.
      const attempt = Number(request.headers['retry-attempt'] ?? 0)
      const line = `${request.method} ${request.url}`
      const own = (asked?.value ?? []).map((fault) => ({ fault, used: new Map(PARTS.map((part) => [part, attempt])) }))
      const matching = [...own, ...active].filter(({ fault }) => fault.match === undefined || new RegExp(fault.match).test(line))
      const delayMs = matching.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0)
      for (const { fault, used } of matching) {
        const part = strikeOne(fault, (name) => used.get(name) ?? 0, request)
        if (!part) continue
        used.set(part, (used.get(part) ?? 0) + 1)
        return { delayMs, ...partBefalls(fault, part, request.url) }
      }
      return { delayMs }
    },
  }
}
