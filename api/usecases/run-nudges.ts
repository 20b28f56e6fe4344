import { frozenRow } from '#domain/acting.ts'
import type { Reach, SkipReason } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Change, Instant, NudgeRecord } from '#domain/model.ts'
import { decideNudges, type NudgeDecision, quietNow } from '#domain/nudge.ts'
import type { Away } from '#domain/nudge-people.ts'
import { type Obligation, planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { type Courier, type Reading, SYSTEM } from './courier.ts'
import { minutesAfter, releaseLease, takeLease } from './pass-lease.ts'
import type { DeliveryOutcome, Snapshot, Store } from './ports.ts'

const LEASE = 'nudge-pass'
const CLAIM_MINUTES = 10
/** Cards under way at once: enough to fill Teams' rate while each waits for a few writes. */
const AT_ONCE = 48

/** What one pass did. All counts are cards: persons with something due on the day. */
export interface PassReport {
  /** false when another instance holds the pass, or the lists could not be read: then nothing was done. */
  ran: boolean
  sent: number
  skipped: Partial<Record<SkipReason, number>>
  unknown: number
  failed: number
}

export interface RunNudgesDeps {
  store: Store
  courier: Courier
  /** Names this instance; the same after a restart. */
  holder: string
  /** The time as it passes: a pass may last until nothing may be sent any more. */
  clock: () => Instant
}

/** The ledger is claimed against the versions that were decided on: a row another instance has changed since is theirs. */
interface PassReading extends Reading {
  versionOf: Snapshot['versionOf']
  /** Whether cards may be sent at this moment (product.md: only open days, 08–16, before 11:30 on half days). */
  maySend: () => boolean
}

type Send = Extract<NudgeDecision, { action: 'send' }>
type Counted = { to: 'sent' | 'unknown' | 'failed' } | { to: 'skipped'; reason: SkipReason } | { to: 'nobody' }

/**
 * The day's pass: decide, claim one ledger row per person and day, send, write down what became of it. A second pass sends
 * nothing again: the row `personid:day` is unique, and an ambiguous send stays `unknown`. A card claimed by a pass that died
 * becomes `unknown` when its time is out, never a second card. The hours hold for each card, not for the pass. Source: architecture.md, decision 7; domain.md §3.2.
 */
export async function runNudges(at: { now: Instant; away?: ReadonlyMap<string, Away> }, deps: RunNudgesDeps): Promise<PassReport> {
  const report: PassReport = { ran: false, sent: 0, skipped: {}, unknown: 0, failed: 0 }
  const { store, holder, clock } = deps
  if (!(await store.refresh())) return report
  if (!(await takeLease(LEASE, holder, clock(), store))) return report
  report.ran = true
  report.unknown += await resolveStaleClaims(at.now, store)

  const snapshot = store.snapshot()
  const { facts } = snapshot
  const zone = settingsOn(at.now.slice(0, 10), facts.tables.settings.values()).calendar.zone
  const today = civilDateOf(at.now, zone)
  const settings = settingsOn(today, facts.tables.settings.values())
  const obligations = planObligations(facts, settings, today)
  const decisions = decideNudges({ obligations, facts, settings, now: at.now, ...(at.away && { away: at.away }) })
  const byKey = new Map(obligations.map((obligation) => [obligation.key, obligation]))

  const count = (counted: Counted): void => {
    if (counted.to === 'skipped') report.skipped[counted.reason] = (report.skipped[counted.reason] ?? 0) + 1
    else if (counted.to !== 'nobody') report[counted.to] += 1
  }
  const sends: Send[] = []
  for (const decision of decisions) {
    if (decision.action === 'skip') count({ to: 'skipped', reason: decision.reason })
    else sends.push(decision)
  }
  const queue = sends.values()
  const maySend = (): boolean => {
    const now = clock()
    return quietNow(now, civilDateOf(now, zone), settings) === null
  }
  const reading: PassReading = { facts, now: at.now, today, versionOf: snapshot.versionOf, maySend }
  const worker = async (): Promise<void> => {
    for (const decision of queue) count(await sendOne(decision, byKey, reading, deps))
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, sends.length) }, worker))
  await releaseLease(LEASE, holder, clock(), store)
  return report
}

/** Claims whose time is out belong to a pass that died between claim and outcome: the card may have arrived. */
async function resolveStaleClaims(now: Instant, store: Store): Promise<number> {
  const snapshot = store.snapshot()
  let resolved = 0
  for (const row of snapshot.facts.tables.nudges.values()) {
    if (row.state !== 'claimed' || row.claimedUntil === null || row.claimedUntil > now) continue
    const version = snapshot.versionOf('nudges', row.key) ?? ''
    const set = { state: 'unknown' as const, outcome: 'claimExpired' }
    const written = await store.write([{ op: 'update', list: 'nudges', key: row.key, set, version }], byItself(now))
    if (written.ok) resolved += 1
  }
  return resolved
}

async function sendOne(
  decision: Send,
  obligations: ReadonlyMap<string, Obligation>,
  reading: PassReading,
  deps: RunNudgesDeps,
): Promise<Counted> {
  const { store, courier } = deps
  const reach = await courier.reach(decision.personId, reading)
  if (reach !== 'reachable') {
    if (reach === 'notInstalled') await setReach(decision.personId, 'notInstalled', reading, store)
    return { to: 'skipped', reason: 'unreachable' }
  }
  if (!reading.maySend()) return { to: 'skipped', reason: 'quietHours' }
  const nudge = { key: nudgeKey(decision), personId: decision.personId, day: decision.day, steps: decision.steps }
  if (!(await freeze(decision, obligations, reading, store))) return { to: 'failed' }
  const claimed = await claim(nudge, reading, deps)
  if (claimed !== 'claimed') return claimed === 'taken' ? { to: 'nobody' } : { to: 'failed' }
  const outcome = await courier.deliverNudge(nudge, reading, reading.maySend)
  await record(nudge.key, outcome, deps.clock(), store)
  const lost = lostReach(outcome)
  if (lost) await setReach(decision.personId, lost, reading, store)
  if (outcome.outcome === 'failed' && outcome.failure === 'quietHours') return { to: 'skipped', reason: 'quietHours' }
  return { to: outcome.outcome }
}

/** `personid:2026-05-04`: one card to one person on one day (model.md, «Keys»). */
const nudgeKey = ({ personId, day }: Pick<NudgeDecision, 'personId' | 'day'>): string => `${personId}:${day}`.toLowerCase()

const byItself = (now: Instant) => ({ personId: SYSTEM, via: 'system' as const, now })

/** The obligations' first nudge freezes their dates: their rows are written before the card. A row already there stands. */
async function freeze(
  decision: Send,
  obligations: ReadonlyMap<string, Obligation>,
  { facts, now }: Reading,
  store: Store,
): Promise<boolean> {
  const missing = decision.obligationKeys.flatMap((key) => (facts.tables.obligations.has(key) ? [] : (obligations.get(key) ?? [])))
  const written = await Promise.all(
    missing.map((obligation) => store.write([{ op: 'create', list: 'obligations', record: frozenRow(obligation) }], byItself(now))),
  )
  return written.every((one) => one.ok || one.code === 'alreadyExists')
}

type NudgeDraft = Pick<NudgeRecord, 'key' | 'personId' | 'day' | 'steps'>

/** The row decides who sends: created once, or taken over from an earlier try of the day that certainly sent nothing. */
async function claim(
  nudge: NudgeDraft,
  { facts, versionOf }: PassReading,
  { store, holder, clock }: RunNudgesDeps,
): Promise<'claimed' | 'taken' | 'failed'> {
  const now = clock()
  const earlier = facts.tables.nudges.get(nudge.key)
  if (earlier && earlier.state !== 'failed' && earlier.state !== 'planned' && earlier.state !== 'skipped') return 'taken'
  const state = { state: 'claimed' as const, claimedBy: `${holder}:${crypto.randomUUID()}`, claimedUntil: minutesAfter(now, CLAIM_MINUTES) }
  const change: Change = earlier
    ? {
        op: 'update',
        list: 'nudges',
        key: nudge.key,
        set: { steps: nudge.steps, ...state, outcome: null },
        version: versionOf('nudges', nudge.key) ?? '',
      }
    : {
        op: 'create',
        list: 'nudges',
        record: { ...nudge, ...state, conversation: null, activityId: null, outcome: null, answeredAt: null },
      }
  const written = await store.write([change], byItself(now))
  if (written.ok) return 'claimed'
  return written.code === 'alreadyExists' || written.code === 'conflict' ? 'taken' : 'failed'
}

async function record(key: string, outcome: DeliveryOutcome, now: Instant, store: Store): Promise<void> {
  const version = store.snapshot().versionOf('nudges', key) ?? ''
  const set =
    outcome.outcome === 'sent'
      ? { state: 'sent' as const, conversation: outcome.conversation, activityId: outcome.activityId, outcome: null }
      : outcome.outcome === 'unknown'
        ? { state: 'unknown' as const, outcome: outcome.detail }
        : { state: 'failed' as const, outcome: outcome.failure }
  // If this write fails the claim stands, and becomes `unknown` when its time is out: never a second card.
  await store.write([{ op: 'update', list: 'nudges', key, set, version }], byItself(now))
}

function lostReach(outcome: DeliveryOutcome): Reach | null {
  if (outcome.outcome !== 'failed') return null
  if (outcome.failure === 'blocked') return 'blocked'
  return outcome.failure === 'notInRoster' || outcome.failure === 'gone' ? 'notInstalled' : null
}

/** People who cannot be reached are shown to the office, and the ladder goes past them. */
async function setReach(personId: string, reach: Reach, { facts, now }: Reading, store: Store): Promise<void> {
  const person = facts.peopleById.get(personId)
  if (!person || person.reach === reach) return
  const version = store.snapshot().versionOf('people', person.key) ?? ''
  await store.write([{ op: 'update', list: 'people', key: person.key, set: { reach }, version }], byItself(now))
}
