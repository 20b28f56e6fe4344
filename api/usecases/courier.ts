import type { StandingCard } from '#domain/cards-behind.ts'
import type { Facts } from '#domain/facts.ts'
import type { CivilDate, Instant, NudgeRecord, PersonId, Subscription } from '#domain/model.ts'
import type { DeliveryOutcome, Installation } from './ports.ts'

/** The actor of what happens by itself. */
export const SYSTEM = 'system'

/**
 * Whether a person can be written to in Teams: `transient` may pass by itself, `notInstalled` will not; `stopped` is the
 * bot itself that Teams does not accept, whoever it writes to.
 */
export type Reachability = 'reachable' | 'notInstalled' | 'transient' | 'stopped'

/** What a pass has read: every card of the pass is made from it, so that a thousand cards cost one reading. */
export interface Reading {
  facts: Facts
  now: Instant
  today: CivilDate
}

/**
 * What carries cards to people and channels (bot/courier.ts). It never repeats an ambiguous send, and answers with what
 * became of each.
 */
export interface Courier {
  /** Finds or opens the personal chat; sends nothing. Asked before a card is claimed. */
  reach(personId: PersonId, reading: Reading): Promise<Reachability>
  /** Gives the app to a person who has never had it; somebody who has removed it is left alone. */
  install(personId: PersonId, facts: Facts): Promise<Installation>
  /** `mayStillSend` is asked before each try: waiting for Teams may last until nothing may be sent (`quietHours`). */
  deliverNudge(
    nudge: Pick<NudgeRecord, 'key' | 'personId' | 'day' | 'steps'>,
    reading: Reading,
    mayStillSend: () => boolean,
  ): Promise<DeliveryOutcome>
  /** The card of a row drawn anew where it lies: nothing is posted, and it may be done as often as one likes. */
  updateNudge(nudge: StandingCard, reading: Reading): Promise<DeliveryOutcome>
  /** A new post of the subscription's summary in its channel. */
  postSummary(subscription: Subscription, period: string, reading: Reading): Promise<DeliveryOutcome>
  /** The post of the period, changed in place. */
  updateSummary(subscription: Subscription, period: string, reading: Reading): Promise<DeliveryOutcome>
}
