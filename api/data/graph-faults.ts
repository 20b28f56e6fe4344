import type { Result } from '#domain/result.ts'

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

/** What a failed attempt is: the fault, whether it may pass by itself, and for whom the wait holds. */
export interface Failure {
  fault: GraphFault
  passing: boolean
  /** What the answer ordered, in milliseconds; null when it ordered nothing. */
  retryAfterMs: number | null
}

/** An error answer as the client library gives it. */
export interface ErrorAnswer {
  status: number
  code: string
  message: string
  header(name: string): string | null
}

/** Statuses that may pass by themselves. 500 is left out: it is mostly our own bad field. */
const PASSING = new Set([401, 429, 502, 503, 504])

/** No answer at all: a cut connection, a name that does not resolve, an answer that stops half way. */
export const noAnswer = (detail = 'network'): Failure => ({
  fault: { code: 'unavailable', status: 0, detail, ambiguous: true },
  passing: true,
  retryAfterMs: null,
})

/** Entra gave no token: nothing was sent. `errorCode` is the library's own word, kept only when it is one. */
export function noToken(thrown: unknown): Failure {
  const word = thrown instanceof Error && 'errorCode' in thrown ? String(thrown.errorCode) : ''
  const detail = /^[a-z_]{1,60}$/.test(word) ? `noToken ${word}` : 'noToken'
  return { fault: { code: 'unavailable', status: 0, detail, ambiguous: false }, passing: true, retryAfterMs: null }
}

/** An error answer as a failure. `now` is milliseconds since 1970, for a Retry-After given as a date. */
export function failureOf(answer: ErrorAnswer, now: number): Failure {
  const { status } = answer
  return {
    fault: { code: codeOf(status, answer.message), status, detail: answer.code, ambiguous: status === 504 || status === 502 },
    // The list view threshold also shows as 429 and never passes; our own queries filter on indexed keys only.
    passing: PASSING.has(status),
    retryAfterMs: orderedWait(answer, now),
  }
}

/** The larger of Retry-After and, at 429, RateLimit-Reset (graph.md §4). */
function orderedWait(answer: ErrorAnswer, now: number): number | null {
  const retryAfter = retryAfterMs(answer.header('Retry-After'), now)
  const reset = answer.status === 429 ? seconds(answer.header('RateLimit-Reset')) : null
  return retryAfter === null && reset === null ? null : Math.max(retryAfter ?? 0, reset ?? 0)
}

/** `120` or `Mon, 18 May 2026 07:02:00 GMT` as milliseconds from now; null for neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const given = seconds(header)
  if (given !== null || header === null) return given
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

function seconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : null
}

/** What the RateLimit headers order after an answer: a pause for everybody, or for what nobody waits for. */
export function rateLimitPause(header: (name: string) => string | null): { forAll: number; forBackground: number } {
  const none = { forAll: 0, forBackground: 0 }
  const [limit, remaining, reset] = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => Number(header(name) ?? 'x'))
  if (limit === undefined || remaining === undefined || reset === undefined) return none
  if (![limit, remaining, reset].every(Number.isFinite)) return none
  // The headers come from 80 % on; what is left then belongs to people who wait.
  if (remaining <= 0) return { forAll: reset * 1000, forBackground: reset * 1000 }
  return remaining < limit / 5 ? { forAll: 0, forBackground: reset * 1000 } : none
}

function codeOf(status: number, message: string): GraphFaultCode {
  switch (status) {
    case 400:
      return message.includes('unique constraints') ? 'uniqueViolation' : 'badRequest'
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
