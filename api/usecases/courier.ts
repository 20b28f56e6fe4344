import type { NudgeRecord, PersonId, Subscription } from '#domain/model.ts'
import type { DeliveryOutcome } from './ports.ts'

/** The actor of what happens by itself. */
export const SYSTEM = 'system'

/** Whether a person can be written to in Teams: `transient` may pass by itself, `notInstalled` will not. */
export type Reachability = 'reachable' | 'notInstalled' | 'transient'

/**
 * What carries cards to people and channels (bot/courier.ts). It makes the card from what stands in the store when it is
 * sent, never repeats an ambiguous send, and answers with what became of it.
 */
export interface Courier {
  /** Finds or opens the personal chat; sends nothing. Asked before a card is claimed. */
  reach(personId: PersonId): Promise<Reachability>
  deliverNudge(nudge: Pick<NudgeRecord, 'key' | 'personId' | 'day' | 'steps'>): Promise<DeliveryOutcome>
  /** A new post of the subscription's summary in its channel. */
  postSummary(subscription: Subscription, period: string): Promise<DeliveryOutcome>
  /** The post of the period, changed in place. */
  updateSummary(subscription: Subscription, period: string): Promise<DeliveryOutcome>
}
