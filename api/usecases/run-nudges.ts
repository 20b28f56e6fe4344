import type { Reach, SkipReason } from '#domain/codes.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { Instant, PersonId } from '#domain/model.ts'
import { decideNudges, type NudgeDecision, quietNow } from '#domain/nudge.ts'
import type { Away } from '#domain/nudge-people.ts'
import { type Obligation, planObligations } from '#domain/obligations.ts'
import { type Settings, settingsOn } from '#domain/settings.ts'
import type { Courier, Reading } from './courier.ts'
import { freezeObligations } from './freeze-obligations.ts'
import { byItself, claimCard, draftOf, recordOutcome, resolveStaleClaims, tellSkipped } from './nudge-rows.ts'
import { type PassLease, takeLease } from './pass-lease.ts'
import type { DeliveryOutcome, Snapshot, Store } from './ports.ts'
import { tellStopped } from './tell-stopped.ts'

const LEASE = 'nudge-pass'
/** Cards under way at once: enough to fill Teams' rate while each waits for a few writes. */
const AT_ONCE = 48

/** What one pass did. All counts are cards: persons with something due on the day. */
export interface PassReport {
  /** false when another instance holds the pass, or the lists could not be read: then nothing was done. */
  ran: boolean
  /** false when something was left for a reason that may pass before the day's end: the pass should be run again. */
  complete: boolean
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
  /** Whether the day's cards may be sent at this moment (product.md: only open days, 08–16, before 11:30 on half days). */
  maySend: () => boolean
}

type Send = Extract<NudgeDecision, { action: 'send' }>
type Failure = Extract<DeliveryOutcome, { outcome: 'failed' }>['failure']
/** `stop` ends the pass: what stopped this card would stop every other. */
type Counted =
  | { to: 'sent' | 'unknown' | 'nobody' }
  | { to: 'failed'; again?: boolean; stop?: Failure }
  | { to: 'skipped'; reason: SkipReason }

/** What holds for the whole tenant, whoever a card is for: the rest of the pass would only be claimed in vain. */
const STOPS: readonly Failure[] = ['disabledByAdmin', 'notConfigured', 'throttled']
/** What may be over before the day is: the pass is run again. */
const PASSING: readonly Failure[] = ['throttled', 'unavailable', 'leaseLost']
const mayPass = (failure: Failure): boolean => PASSING.includes(failure)

/**
 * The day's pass: decide, claim one ledger row per person and day, confirm the lease, send, write down what became of it. A
 * second pass sends nothing again: the row `personid:day` is unique, and an ambiguous send stays `unknown`. A card claimed by
 * a pass that died becomes `unknown` when its time is out, never a second card. The lists are read after the lease is taken
 * and the lease is confirmed after each claim, so no two passes decide without seeing each other's claims. The hours hold for
 * each card, not for the pass. Source: architecture.md, decision 7; domain.md §3.2; docs/decisions/007.
 */
export async function runNudges(at: { now: Instant; away?: ReadonlyMap<string, Away> }, deps: RunNudgesDeps): Promise<PassReport> {
  const report: PassReport = { ran: false, complete: true, sent: 0, skipped: {}, unknown: 0, failed: 0 }
  const { store, holder, clock } = deps
  const lease = await takeLease({ name: LEASE, holder, clock, store })
  if (!lease) return report
  if (await store.refresh()) await carryOut(at, lease, report, deps)
  await lease.release()
  return report
}

async function carryOut(
  at: { now: Instant; away?: ReadonlyMap<string, Away> },
  lease: PassLease,
  report: PassReport,
  deps: RunNudgesDeps,
): Promise<void> {
  const { store, clock } = deps
  report.ran = true
  report.unknown += await resolveStaleClaims(clock(), store)
  let plan = decide(at, store.snapshot())
  if (await installMissing(plan, deps)) plan = decide(at, store.snapshot())
  const { decisions, settings, today } = plan

  const count = (counted: Counted): void => {
    if (counted.to === 'skipped') report.skipped[counted.reason] = (report.skipped[counted.reason] ?? 0) + 1
    else if (counted.to !== 'nobody') report[counted.to] += 1
    if (counted.to === 'failed' && counted.again) report.complete = false
  }
  const maySend = (): boolean => {
    const now = clock()
    const day = civilDateOf(now, settings.calendar.zone)
    // A pass that was held up over night must not send yesterday's cards: today's would come beside them.
    return day === today && quietNow(now, day, settings) === null
  }
  const reading: PassReading = { ...plan, now: at.now, today, maySend }
  const sends = decisions.filter((decision): decision is Send => decision.action === 'send')
  const queue = sends.values()
  let stopped: Failure | undefined
  const worker = async (): Promise<void> => {
    for (const decision of queue) {
      const counted: Counted = stopped ? { to: 'failed', again: mayPass(stopped) } : await sendOne(decision, plan, reading, lease, deps)
      count(counted)
      if (counted.to === 'failed') stopped ??= counted.stop
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, sends.length) }, worker))
  if (stopped && !mayPass(stopped)) await tellStopped(stopped, today, clock(), store)
  for (const decision of decisions) {
    if (decision.action !== 'skip') continue
    count({ to: 'skipped', reason: decision.reason })
    await tellSkipped(draftOf(decision), decision.reason, clock(), store)
  }
}

/** What is due, and for whom, by the lists as they were read at one moment. */
interface Plan extends Pick<Snapshot, 'facts' | 'versionOf'> {
  obligations: ReadonlyMap<string, Obligation>
  decisions: NudgeDecision[]
  settings: Settings
  today: string
}

function decide({ now, away }: { now: Instant; away?: ReadonlyMap<string, Away> }, snapshot: Snapshot): Plan {
  const { facts, versionOf } = snapshot
  const { zone } = settingsOn(now.slice(0, 10), facts.tables.settings.values()).calendar
  const today = civilDateOf(now, zone)
  const settings = settingsOn(today, facts.tables.settings.values())
  const obligations = planObligations(facts, settings, today)
  const decisions = decideNudges({ obligations, facts, settings, now, ...(away && { away }) })
  return { facts, versionOf, decisions, settings, today, obligations: new Map(obligations.map((one) => [one.key, one])) }
}

/**
 * People who would be asked today but do not have the app get it, where the municipality has consented to that; true when
 * somebody did. One who has removed it is left alone.
 */
async function installMissing({ decisions, facts }: Plan, { store, courier, clock }: RunNudgesDeps): Promise<boolean> {
  let installed = false
  for (const decision of decisions) {
    if (decision.action !== 'skip' || decision.reason !== 'unreachable') continue
    if (facts.peopleById.get(decision.personId)?.reach !== 'notInstalled') continue
    const made = await courier.install(decision.personId, facts)
    if (made === 'notAllowed') break
    if (made !== 'installed') continue
    await setReach(decision.personId, 'unknown', clock(), store)
    installed = true
  }
  return installed
}

async function sendOne(decision: Send, plan: Plan, reading: PassReading, lease: PassLease, deps: RunNudgesDeps): Promise<Counted> {
  const { store, courier, clock } = deps
  const nudge = draftOf(decision)
  if (!reading.maySend()) return { to: 'skipped', reason: 'quietHours' }
  const reach = await courier.reach(nudge.personId, reading)
  if (reach === 'notInstalled') {
    await setReach(nudge.personId, 'notInstalled', clock(), store)
    await tellSkipped(nudge, 'unreachable', clock(), store)
    return { to: 'skipped', reason: 'unreachable' }
  }
  if (reach !== 'reachable') return { to: 'failed', again: reach === 'transient', ...(reach === 'stopped' && { stop: 'notConfigured' }) }
  if (!reading.maySend()) return { to: 'skipped', reason: 'quietHours' }

  const missing = decision.obligationKeys.flatMap((key) => plan.obligations.get(key) ?? [])
  if (!(await freezeObligations(missing, clock(), store))) return { to: 'failed', again: true }
  const claim = await claimCard(nudge, plan, deps)
  if (claim === 'taken') return { to: 'nobody' }
  if (claim === 'unavailable') return { to: 'failed', again: true }
  if (!(await lease.confirm())) {
    await recordOutcome(nudge.key, claim.mark, { outcome: 'failed', failure: 'leaseLost', detail: 'leaseLost' }, clock(), store)
    return { to: 'failed', again: true, stop: 'leaseLost' }
  }
  const outcome = await courier.deliverNudge(nudge, reading, reading.maySend)
  await recordOutcome(nudge.key, claim.mark, outcome, clock(), store)
  return afterDelivery(nudge.personId, outcome, clock(), store)
}

async function afterDelivery(personId: PersonId, outcome: DeliveryOutcome, now: Instant, store: Store): Promise<Counted> {
  if (outcome.outcome !== 'failed') return { to: outcome.outcome }
  const { failure } = outcome
  const lost = LOST_REACH[failure]
  if (lost) await setReach(personId, lost, now, store)
  if (failure === 'quietHours') return { to: 'skipped', reason: 'quietHours' }
  return { to: 'failed', again: mayPass(failure), ...(STOPS.includes(failure) && { stop: failure }) }
}

const LOST_REACH: Partial<Record<Failure, Reach>> = { blocked: 'blocked', notInRoster: 'notInstalled', gone: 'notInstalled' }

/** People who cannot be reached are shown to the office, and the ladder goes past them. */
async function setReach(personId: string, reach: Reach, now: Instant, store: Store): Promise<void> {
  const { facts, versionOf } = store.snapshot()
  const person = facts.peopleById.get(personId)
  if (!person || person.reach === reach) return
  await store.write(
    [{ op: 'update', list: 'people', key: person.key, set: { reach }, version: versionOf('people', person.key) ?? '' }],
    byItself(now),
  )
}
