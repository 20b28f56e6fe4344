import type { DeliveryOutcome } from '#usecases/ports.ts'
import type { SendOutcome } from './outcomes.ts'
import { createPace } from './pace.ts'
import type { ConversationReference } from './reference.ts'
import type { Adapter, Content, CreateOutcome } from './teams.ts'
import type { Timer } from './timer.ts'

const TRIES = 4
const FIRST_WAIT_MS = 1_000
/** So much longer than asked for, at most, so that those who were refused together do not come back together. */
const JITTER = 0.25
/** Longer than this nothing is held under way: the card is given up, and asked for again by the next pass. */
const PATIENCE_MS = 5 * 60_000
const HELD: DeliveryOutcome = { outcome: 'failed', failure: 'throttled', detail: 'held' }

/** Where a chat is opened: service address, tenant, and the bot's id. */
export type Place = Parameters<Adapter['createPersonal']>[1]

/** Outgoing: within Teams' limits, one request after the other to the same card, repeated only when nothing was posted. */
export interface Delivery {
  /** Opens the personal chat, or finds it: nothing is posted, so an ambiguous answer is asked again too. */
  open(personId: string, place: Place): Promise<CreateOutcome>
  /** `mayStill` is asked when the card's turn has come; false holds it back as `quietHours`. */
  send(reference: ConversationReference, content: Content, mayStill?: () => boolean): Promise<DeliveryOutcome>
  post(reference: ConversationReference, content: Content): Promise<DeliveryOutcome>
  update(reference: ConversationReference, activityId: string, content: () => Content): Promise<DeliveryOutcome>
}

/**
 * 429 and 412 are asked again after Teams' own Retry-After (otherwise 1, 2, 4 s) and a little more, since they certainly
 * posted nothing; 408, 5xx and cut connections are `unknown` and left alone (architecture.md, decision 7). An update may be
 * repeated freely, but is not: the next answer makes a newer one. `random` gives numbers in [0, 1).
 */
export function createDelivery(adapter: Adapter, timer: Timer, random: () => number = Math.random): Delivery {
  const pace = createPace(timer)
  const updates = new Map<string, Promise<unknown>>()

  /** Waits as Teams asks; when it has said 429 the whole tenant waits with it. False when that is too long to wait here. */
  async function waitAfter(outcome: SendOutcome, tried: number): Promise<boolean> {
    const wait = (outcome.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (tried - 1)) * (1 + random() * JITTER)
    if (outcome.outcome === 'failed' && outcome.failure === 'throttled') pace.hold(wait)
    if (wait > PATIENCE_MS) return false
    await timer.sleep(wait)
    return true
  }

  async function attempt(conversation: string, act: () => Promise<SendOutcome>, mayStill = () => true): Promise<DeliveryOutcome> {
    for (let tried = 1; ; tried += 1) {
      if (pace.heldFor() > PATIENCE_MS) return HELD
      await pace.turn(conversation)
      if (!mayStill()) return { outcome: 'failed', failure: 'quietHours', detail: 'quietHours' }
      const outcome = await act()
      if (outcome.safeToRepeat !== true || tried === TRIES || !(await waitAfter(outcome, tried))) return plain(outcome)
    }
  }

  return {
    async open(personId, place) {
      for (let tried = 1; ; tried += 1) {
        if (pace.heldFor() > PATIENCE_MS) return { ok: false, outcome: HELD }
        await pace.turn(null)
        const created = await adapter.createPersonal(personId, place)
        if (created.ok || tried === TRIES) return created
        if (created.outcome.outcome !== 'unknown' && created.outcome.safeToRepeat !== true) return created
        if (!(await waitAfter(created.outcome, tried))) return created
      }
    },
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

function plain(outcome: SendOutcome): DeliveryOutcome {
  const { safeToRepeat: _safe, retryAfterMs: _after, ...rest } = outcome
  return rest
}
