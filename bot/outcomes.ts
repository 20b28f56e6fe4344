import type { DeliveryOutcome } from '#usecases/ports.ts'

/**
 * What became of one request to Teams. `safeToRepeat` is true only when Teams has certainly not posted anything
 * (429, 412, no connection); `retryAfterMs` is what it asked for.
 */
export type SendOutcome = DeliveryOutcome & { safeToRepeat?: boolean; retryAfterMs?: number | null }

/** A request to the connector that gave no 2xx. `reached` says whether the body may have arrived. */
export class ConnectorFailure extends Error {
  readonly status: number | null
  readonly codes: readonly string[]
  readonly reached: boolean
  readonly retryAfterMs: number | null

  constructor(failure: { status: number | null; codes: readonly string[]; reached: boolean; retryAfterMs: number | null }) {
    super(`connector ${failure.status ?? ''} ${failure.codes.join(' ')}`.trim())
    this.name = 'ConnectorFailure'
    this.status = failure.status
    this.codes = failure.codes
    this.reached = failure.reached
    this.retryAfterMs = failure.retryAfterMs
  }
}

const BLOCKED = new Set(['ConversationBlockedByUser', 'MessageWritesBlocked', 'MessageWritesBlockedByUser'])

/**
 * The typed outcome of a failed request, by Teams' status classes. Posting is not idempotent: a 408, a 5xx or a cut
 * connection after the body went out is `unknown` and must never be sent again (architecture.md, decision 7).
 */
export function outcomeOf(failure: ConnectorFailure): SendOutcome {
  const { status, codes } = failure
  const detail = [status ?? 'network', ...codes].join(' ')
  if (status === null) {
    return failure.reached
      ? { outcome: 'unknown', detail }
      : { outcome: 'failed', failure: 'refused', detail, safeToRepeat: true, retryAfterMs: null }
  }
  if (status === 408 || status >= 500) return { outcome: 'unknown', detail }
  if (status === 429) return { outcome: 'failed', failure: 'throttled', detail, safeToRepeat: true, retryAfterMs: failure.retryAfterMs }
  if (status === 412) return { outcome: 'failed', failure: 'refused', detail, safeToRepeat: true, retryAfterMs: failure.retryAfterMs }
  const failed = (kind: Extract<DeliveryOutcome, { outcome: 'failed' }>['failure']): SendOutcome => ({
    outcome: 'failed',
    failure: kind,
    detail,
  })
  if (status === 401) return failed('notConfigured')
  if (status === 403 && codes.some((code) => BLOCKED.has(code))) return failed('blocked')
  if (status === 403 && codes.includes('BotNotInConversationRoster')) return failed('notInRoster')
  if (status === 403 && codes.includes('BotDisabledByAdmin')) return failed('disabledByAdmin')
  if (status === 404 || status === 410) return failed('gone')
  if (status === 413 || codes.includes('MessageSizeTooBig')) return failed('tooLarge')
  return failed('refused')
}
