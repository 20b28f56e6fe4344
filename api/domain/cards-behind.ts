import { addDays } from './dates.ts'
import type { CivilDate, NudgeRecord } from './model.ts'
import type { Obligation } from './obligation.ts'

/** Cards further up in the chat than this stay as they were: each would be a request to Teams for a card nobody scrolls to. */
export const KEPT_UP_DAYS = 30

/** A card that lies in a chat, by its address there. */
export type StandingCard = NudgeRecord & { conversation: string; activityId: string }

/** Keys of the obligations that a card would tell otherwise after a change than before it: answered, put off, moved, gone. */
export function changedObligations(before: readonly Obligation[], after: readonly Obligation[]): ReadonlySet<string> {
  const earlier = new Map(before.map((one) => [one.key, one]))
  const changed = new Set<string>()
  for (const one of after) {
    const was = earlier.get(one.key)
    if (!was || !isSame(was, one)) changed.add(one.key)
    earlier.delete(one.key)
  }
  for (const key of earlier.keys()) changed.add(key)
  return changed
}

const isSame = (one: Obligation, other: Obligation): boolean =>
  (Object.keys(one) as (keyof Obligation)[]).every((field) => one[field] === other[field])

/** The cards of the last weeks that certainly arrived, and where. */
export function standingCards(nudges: Iterable<NudgeRecord>, today: CivilDate): StandingCard[] {
  const from = addDays(today, -KEPT_UP_DAYS)
  return [...nudges].filter((card): card is StandingCard => isStanding(card) && card.day >= from)
}

const isStanding = ({ state, conversation, activityId }: NudgeRecord): boolean =>
  state === 'sent' && conversation !== null && activityId !== null

/** Whether a card has a question about one of these. */
export const isAbout = ({ steps }: Pick<NudgeRecord, 'steps'>, keys: ReadonlySet<string>): boolean =>
  steps.some(({ obligationKey }) => keys.has(obligationKey))

/** Whether nothing in a card waits for an answer any more: what it asked for is answered or has fallen away. */
export const isSettledCard = ({ steps }: Pick<NudgeRecord, 'steps'>, obligations: ReadonlyMap<string, Obligation>): boolean =>
  steps.every(({ obligationKey }) => {
    const state = obligations.get(obligationKey)?.state
    return state === undefined || state === 'fulfilled' || state === 'lapsed'
  })
