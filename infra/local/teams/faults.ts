import * as z from 'zod'

/** What can be made to go wrong between the bot and Teams. A new set replaces the old; `{}` mends everything. */
export const teamsFaults = z.strictObject({
  /** HTTP status to answer with instead of the real one. */
  status: z.number().int().min(400).max(599).optional(),
  /** Error code in the body; by default one that goes with the status. */
  code: z.string().max(60).optional(),
  /** How many requests it strikes; without it every one. */
  count: z.number().int().min(1).max(1_000_000).optional(),
  /** The message is delivered first, and only then the fault is answered: an ambiguous send. */
  afterAccept: z.boolean().optional(),
  /** The socket is cut instead of an answer. */
  cut: z.boolean().optional(),
  /** Seconds in the Retry-After header. */
  retryAfter: z.number().int().min(0).max(3600).optional(),
  /** Every answer waits this long (real milliseconds). */
  delayMs: z.number().int().min(0).max(60_000).optional(),
  /** People who have blocked the bot: 403 ConversationBlockedByUser. */
  block: z.array(z.string().max(100)).max(10_000).optional(),
  /** Only requests that fit are struck by status or cut. */
  match: z
    .strictObject({
      person: z.string().max(100).optional(),
      channel: z.string().max(200).optional(),
      act: z.enum(['create', 'send', 'update', 'delete', 'members']).optional(),
    })
    .optional(),
})
export type TeamsFaults = z.infer<typeof teamsFaults>

export type ConnectorAct = 'create' | 'send' | 'update' | 'delete' | 'members'

/** What a request is about, as far as the switches look at it. */
export interface Target {
  act: ConnectorAct
  /** The person's key. */
  person?: string
  /** The channel's id. */
  channel?: string
}

export interface Strike {
  status: number
  code: string
  afterAccept: boolean
  cut: boolean
  retryAfter: number | undefined
}

const CODES: Record<number, string> = {
  400: 'BadSyntax',
  401: 'BotNotRegistered',
  403: 'BotDisabledByAdmin',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
}

export interface FaultSwitches {
  set(faults: TeamsFaults): void
  current(): TeamsFaults
  delayMs(): number
  blocks(person: string): boolean
  /** The fault that strikes this request, or null; counts it. */
  strike(target: Target): Strike | null
}

/** `canonical` turns the names used in the switches (keys, roles, channel names) into the directory's own. */
export const createFaultSwitches = (canonical: { person(name: string): string; channel(name: string): string }): FaultSwitches => {
  let faults: TeamsFaults = {}
  let left = Number.POSITIVE_INFINITY
  let blocked = new Set<string>()

  const fits = (target: Target): boolean => {
    const { match } = faults
    if (match?.act !== undefined && match.act !== target.act) return false
    if (match?.person !== undefined && canonical.person(match.person) !== target.person) return false
    return match?.channel === undefined || canonical.channel(match.channel) === target.channel
  }

  return {
    set: (next) => {
      faults = next
      left = next.count ?? Number.POSITIVE_INFINITY
      blocked = new Set((next.block ?? []).map(canonical.person))
    },
    current: () => (Number.isFinite(left) ? { ...faults, count: left } : faults),
    delayMs: () => faults.delayMs ?? 0,
    blocks: (person) => blocked.has(person),
    strike: (target) => {
      const { status, cut = false } = faults
      if ((status === undefined && !cut) || left <= 0 || !fits(target)) return null
      left -= 1
      const answered = status ?? 500
      return {
        status: answered,
        code: faults.code ?? CODES[answered] ?? 'ServiceError',
        afterAccept: faults.afterAccept ?? false,
        cut,
        retryAfter: faults.retryAfter,
      }
    },
  }
}
