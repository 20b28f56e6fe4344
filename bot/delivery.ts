import type { DeliveryOutcome } from '#usecases/ports.ts'
import type { SendOutcome } from './outcomes.ts'
import { createPace } from './pace.ts'
import type { ConversationReference } from './reference.ts'
import type { Adapter, Content } from './teams.ts'
import type { Timer } from './timer.ts'

const TRIES = 4
const FIRST_WAIT_MS = 1_000

/** Outgoing: within Teams' limits, one request after the other to the same card, repeated only when nothing was posted. */
export interface Delivery {
  /** `mayStill` is asked when the card's turn has come; false holds it back as `quietHours`. */
  send(reference: ConversationReference, content: Content, mayStill?: () => boolean): Promise<DeliveryOutcome>
  post(reference: ConversationReference, content: Content): Promise<DeliveryOutcome>
  update(reference: ConversationReference, activityId: string, content: () => Content): Promise<DeliveryOutcome>
}

/**
 * 429 and 412 are asked again after Teams' own Retry-After (otherwise 1, 2, 4 s), since they certainly posted nothing; 408,
 * 5xx and cut connections are `unknown` and left alone (architecture.md, decision 7). An update may be repeated freely, but
 * is not: the next answer makes a newer one.
 */
export function createDelivery(adapter: Adapter, timer: Timer): Delivery {
  const pace = createPace(timer)
  const updates = new Map<string, Promise<unknown>>()

  async function attempt(conversation: string, act: () => Promise<SendOutcome>, mayStill = () => true): Promise<DeliveryOutcome> {
    for (let tried = 1; ; tried += 1) {
      await pace.turn(conversation)
      if (!mayStill()) return { outcome: 'failed', failure: 'quietHours', detail: 'quietHours' }
      const { safeToRepeat, retryAfterMs, ...outcome } = await act()
      if (safeToRepeat !== true || tried === TRIES) return outcome
      const wait = retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1)
      if (outcome.outcome === 'failed' && outcome.failure === 'throttled') pace.hold(wait)
      await timer.sleep(wait)
    }
  }

  return {
    send: (reference, content, mayStill) => attempt(reference.conversationId, () => adapter.send(reference, content), mayStill),
    post: (reference, content) => attempt(reference.conversationId, () => adapter.postToChannel(reference, content)),
    update(reference, activityId, content) {
      // Two answers in quick succession must not overtake each other: each update is made when its turn has come.
      const before = updates.get(activityId) ?? Promise.resolve()
      const run = () => attempt(reference.conversationId, () => adapter.update(reference, activityId, content()))
      const mine = before.then(run, run)
      updates.set(activityId, mine)
      return mine.finally(() => {
        if (updates.get(activityId) === mine) updates.delete(activityId)
      })
    },
  }
}
