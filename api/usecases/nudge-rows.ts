import type { SkipReason } from '#domain/codes.ts'
import type { Change, Instant, NudgeRecord } from '#domain/model.ts'
import type { NudgeDecision } from '#domain/nudge.ts'
import { SYSTEM } from './courier.ts'
import { isOver, minutesAfter } from './pass-lease.ts'
import type { DeliveryOutcome, Snapshot, Store } from './ports.ts'

const CLAIM_MINUTES = 10
/** A row that has moved under its own claim (the person answered, the claim's time ran out) is written anew so many times. */
const TRIES = 3

/** What is known of a card before it is sent. */
export type NudgeDraft = Pick<NudgeRecord, 'key' | 'personId' | 'day' | 'steps'>

export const byItself = (now: Instant) => ({ personId: SYSTEM, via: 'system' as const, now })

/** `personid:2026-05-04`: one card to one person on one day (model.md, «Keys»). */
export const draftOf = ({ personId, day, steps }: NudgeDecision): NudgeDraft => ({
  key: `${personId}:${day}`.toLowerCase(),
  ...{ personId, day, steps },
})

const UNSENT = { conversation: null, activityId: null, answeredAt: null }

/** Earlier tries of the day that certainly sent nothing. */
const mayBeTakenOver = ({ state }: NudgeRecord): boolean => state === 'failed' || state === 'planned' || state === 'skipped'

/**
 * The row decides who sends: created once, or taken over from an earlier try of the day that certainly sent nothing, against
 * the version that was decided on. Gives the claim's mark; `taken` when the card is somebody else's.
 */
export async function claimCard(
  nudge: NudgeDraft,
  { facts, versionOf }: Pick<Snapshot, 'facts' | 'versionOf'>,
  { store, holder, clock }: { store: Store; holder: string; clock: () => Instant },
): Promise<{ mark: string } | 'taken' | 'unavailable'> {
  const now = clock()
  const earlier = facts.tables.nudges.get(nudge.key)
  if (earlier && !mayBeTakenOver(earlier)) return 'taken'
  const mark = `${holder}:${crypto.randomUUID()}`
  const state = { state: 'claimed' as const, claimedBy: mark, claimedUntil: minutesAfter(now, CLAIM_MINUTES), outcome: null }
  const change: Change = earlier
    ? { op: 'update', list: 'nudges', key: nudge.key, set: { steps: nudge.steps, ...state }, version: versionOf('nudges', nudge.key) ?? '' }
    : { op: 'create', list: 'nudges', record: { ...nudge, ...UNSENT, ...state } }
  const written = await store.write([change], byItself(now))
  if (written.ok) return { mark }
  return written.code === 'alreadyExists' || written.code === 'conflict' ? 'taken' : 'unavailable'
}

/**
 * What became of a claimed card. While the row is still this claim's it is written also when it has moved meanwhile: the
 * person was quick to answer, or another pass took the claim for dead. If no write gets through the claim stands, and
 * becomes `unknown` when its time is out: never a second card.
 */
export async function recordOutcome(key: string, mark: string, outcome: DeliveryOutcome, now: Instant, store: Store): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const snapshot = store.snapshot()
    const row = snapshot.facts.tables.nudges.get(key)
    if (row?.claimedBy !== mark) return
    const version = snapshot.versionOf('nudges', key) ?? ''
    const written = await store.write([{ op: 'update', list: 'nudges', key, set: stateAfter(outcome, row), version }], byItself(now))
    if (written.ok || written.code === 'refusedByStore') return
  }
}

function stateAfter(outcome: DeliveryOutcome, row: NudgeRecord): Partial<NudgeRecord> {
  switch (outcome.outcome) {
    case 'sent':
      return {
        ...{ state: 'sent', conversation: outcome.conversation, activityId: outcome.activityId },
        outcome: row.answeredAt === null ? null : row.outcome,
      }
    case 'unknown':
      return { state: 'unknown', outcome: outcome.detail }
    case 'failed':
      return { state: 'failed', outcome: outcome.failure }
  }
}

/** Claims whose time is out belong to a pass that died between claim and outcome: the card may have arrived. */
export async function resolveStaleClaims(now: Instant, store: Store): Promise<number> {
  const { facts, versionOf } = store.snapshot()
  let resolved = 0
  for (const { key, state, claimedUntil } of facts.tables.nudges.values()) {
    if (state !== 'claimed' || claimedUntil === null || !isOver(claimedUntil, now, CLAIM_MINUTES)) continue
    const set = { state: 'unknown' as const, outcome: 'claimExpired' }
    const written = await store.write([{ op: 'update', list: 'nudges', key, set, version: versionOf('nudges', key) ?? '' }], byItself(now))
    if (written.ok) resolved += 1
  }
  return resolved
}

/** What the office must hear of: others wait for their day, have asked for quiet themselves, or have no person to write about. */
const TOLD: readonly SkipReason[] = ['unreachable', 'away', 'weeklyLimit']

/**
 * A card that was due and is not sent today becomes a row where it tells the office something, on the first day of it only:
 * somebody away for a month is one row, not twenty (docs/decisions/007).
 */
export async function tellSkipped(nudge: NudgeDraft, reason: SkipReason, now: Instant, store: Store): Promise<void> {
  const { facts } = store.snapshot()
  if (!TOLD.includes(reason) || nudge.personId === '' || facts.tables.nudges.has(nudge.key)) return
  const latest = facts.nudgesByPerson.get(nudge.personId)?.at(-1)
  if (latest?.state === 'skipped' && latest.outcome === reason) return
  const record = { ...nudge, ...UNSENT, state: 'skipped' as const, outcome: reason, claimedBy: null, claimedUntil: null }
  await store.write([{ op: 'create', list: 'nudges', record }], byItself(now))
}
