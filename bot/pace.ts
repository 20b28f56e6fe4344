import type { Timer } from './timer.ts'

/** At most `max` in any `ms` milliseconds. */
export interface Limit {
  ms: number
  max: number
}

/** Teams' published limits for one bot in one conversation (the lower of the two copies of the page). */
export const PER_CONVERSATION: readonly Limit[] = [
  { ms: 1_000, max: 7 },
  { ms: 2_000, max: 8 },
  { ms: 30_000, max: 60 },
  { ms: 3_600_000, max: 1_800 },
]
/** For the app in the tenant: 30 a second in the older copy, 50 in a later answer. */
export const PER_TENANT: readonly Limit[] = [{ ms: 1_000, max: 30 }]

/** Gives out moments in order: `next(now)` reserves the first moment all limits allow. */
export function createQueue(limits: readonly Limit[]) {
  const longest = Math.max(...limits.map(({ ms }) => ms))
  let taken: number[] = []
  return {
    next(now: number): number {
      taken = taken.filter((at) => at > now - longest)
      let at = Math.max(now, taken.at(-1) ?? now)
      for (const { ms, max } of limits) {
        const earlier = taken.at(-max)
        if (earlier !== undefined) at = Math.max(at, earlier + ms)
      }
      taken.push(at)
      return at
    },
    idle: (now: number): boolean => taken.every((at) => at <= now - longest),
  }
}

/** Waits until one more request to the conversation is within Teams' limits, its own and the tenant's. */
export function createPace(timer: Timer) {
  const tenant = createQueue(PER_TENANT)
  const conversations = new Map<string, ReturnType<typeof createQueue>>()
  let heldUntil = 0

  const until = async (moment: number): Promise<void> => {
    const wait = moment - timer.ms()
    if (wait > 0) await timer.sleep(wait)
  }

  return {
    /** `conversation` is null for a request that belongs to none, such as opening one. */
    async turn(conversation: string | null): Promise<void> {
      if (conversation !== null) {
        let own = conversations.get(conversation)
        if (!own) {
          own = createQueue(PER_CONVERSATION)
          conversations.set(conversation, own)
        }
        await until(own.next(Math.max(timer.ms(), heldUntil)))
      }
      // The tenant's place is taken only when the conversation's own turn has come, and given up when Teams has said 429
      // meanwhile: everything waits, also what already had its place.
      let place: number
      do {
        place = tenant.next(Math.max(timer.ms(), heldUntil))
        await until(place)
      } while (place < heldUntil)
      if (conversations.size > 5_000) for (const [id, queue] of conversations) if (queue.idle(timer.ms())) conversations.delete(id)
    },
    /** How long the whole tenant still has to wait, in milliseconds. */
    heldFor: (): number => Math.max(0, heldUntil - timer.ms()),
    /** Teams has said 429: the whole tenant waits. */
    hold(ms: number): void {
      heldUntil = Math.max(heldUntil, timer.ms() + ms)
    },
  }
}
