import { isHalfDay, isOpenDay } from '#domain/calendar.ts'
import { civilDateOf, localTimeOf } from '#domain/dates.ts'
import type { CivilDate, Instant, Subscription } from '#domain/model.ts'
import { type Settings, settingsOn } from '#domain/settings.ts'
import { meetingsOf, type SummaryPeriod, summaryPeriod } from '#domain/summary-period.ts'
import { isHiddenScope } from '#views/summary.ts'
import { type Courier, type Reading, SYSTEM } from './courier.ts'
import { minutesAfter, type PassLease, takeLease } from './pass-lease.ts'
import type { Snapshot, Store } from './ports.ts'
import { isRunning } from './subscription.ts'

const LEASE = 'summary-pass'
/** So long a post may be under way; the same as a nudge's claim. */
const CLAIM_MINUTES = 10

export interface SummaryReport {
  posted: number
  updated: number
  unknown: number
  failed: number
}

interface Deps {
  store: Store
  courier: Courier
}

interface PassDeps extends Deps {
  /** Names this instance; the same after a restart. */
  holder: string
  /** The time as it passes: the nudges' pass before may have lasted until nothing may be sent any more. */
  clock: () => Instant
}

/**
 * The channels' summaries: a new post on the first open day of the month or week, or the last one before a meeting, at the
 * sending time, changed in place for the rest of the period. The period is written into the subscription before the post is
 * sent, so that two instances, or a pass that died, never post twice; a post that certainly failed is tried again on the next
 * pass. New posts are made under a lease: two instances that write the same claim in the same moment could each take it for
 * their own.
 */
export async function postSummaries(at: { now: Instant }, deps: PassDeps): Promise<SummaryReport> {
  const report: SummaryReport = { posted: 0, updated: 0, unknown: 0, failed: 0 }
  const reading = readingOf(at.now, deps.store)
  const settings = settingsOn(reading.today, reading.facts.tables.settings.values())
  let waiting = false
  for (const subscription of reading.facts.tables.subscriptions.values()) {
    if (!isRunning(subscription)) continue
    if (isHiddenScope({ kind: subscription.scope, key: subscription.scopeKey }, reading.facts)) {
      await endHidden(subscription, reading, deps)
      continue
    }
    const current = periodOf(subscription, reading, settings)
    if (current === null) continue
    const { period } = current
    if (subscription.currentPeriod === period) {
      if (subscription.currentActivityId === null) {
        // Claimed and never told: the pass that did it has died, or its send was ambiguous.
        if (subscription.actedAt <= minutesAfter(at.now, -CLAIM_MINUTES))
          await tellUnknown(subscription, period, 'claimExpired', reading, deps)
        continue
      }
      const outcome = await deps.courier.updateSummary(subscription, period, reading)
      if (outcome.outcome === 'sent') report.updated += 1
    } else waiting ||= isTimeToPost(current, reading.today, deps.clock(), settings)
  }
  if (waiting) await postNew(at.now, settings, report, deps)
  return report
}

/** What has not had its period's post yet, by the lists as they are once the lease is held. */
async function postNew(now: Instant, settings: Settings, report: SummaryReport, deps: PassDeps): Promise<void> {
  const { store, clock, holder } = deps
  const lease = await takeLease({ name: LEASE, holder, clock, store })
  if (!lease) return
  const read = await store.refresh()
  const reading = readingOf(now, store)
  for (const subscription of read ? reading.facts.tables.subscriptions.values() : []) {
    const current = isRunning(subscription) ? periodOf(subscription, reading, settings) : null
    if (current === null || subscription.currentPeriod === current.period) continue
    if (isHiddenScope({ kind: subscription.scope, key: subscription.scopeKey }, reading.facts)) continue
    const mayPost = () => isTimeToPost(current, reading.today, clock(), settings)
    if (!mayPost()) continue
    report[await postOne(subscription, current.period, reading, deps, lease, mayPost)] += 1
  }
  await lease.release()
}

/** What a channel may no longer be shown ends by itself. Its last post is emptied first; until that is done it is tried again. */
async function endHidden(subscription: Subscription, reading: SummaryReading, { store, courier }: Deps): Promise<void> {
  const { key, currentActivityId, currentPeriod } = subscription
  if (currentActivityId !== null) {
    const emptied = await courier.updateSummary(subscription, currentPeriod ?? reading.today.slice(0, 7), reading)
    const isGone = emptied.outcome === 'failed' && (emptied.failure === 'gone' || emptied.failure === 'notInRoster')
    if (emptied.outcome !== 'sent' && !isGone) return
  }
  const set = { endedOn: reading.today, currentPeriod: null, currentActivityId: null }
  const version = reading.versionOf('subscriptions', key) ?? ''
  await store.write([{ op: 'update', list: 'subscriptions', key, set, version }], { personId: SYSTEM, via: 'system', now: reading.now })
}

/** The first summary of a new subscription comes at once: somebody has just asked for it. */
export async function postFirstSummary(subscriptionKey: string, at: { now: Instant }, deps: Deps): Promise<keyof SummaryReport> {
  const reading = readingOf(at.now, deps.store)
  const subscription = reading.facts.tables.subscriptions.get(subscriptionKey)
  if (!subscription) return 'failed'
  const current = periodOf(subscription, reading, settingsOn(reading.today, reading.facts.tables.settings.values()))
  return postOne(subscription, current?.period ?? reading.today.slice(0, 7), reading, deps)
}

/** The version of each subscription as it was read: two instances cannot both claim the same period. */
interface SummaryReading extends Reading {
  versionOf: Snapshot['versionOf']
}

function readingOf(now: Instant, store: Store): SummaryReading {
  const { facts, versionOf } = store.snapshot()
  const { zone } = settingsOn(now.slice(0, 10), facts.tables.settings.values()).calendar
  return { facts, now, today: civilDateOf(now, zone), versionOf }
}

const periodOf = ({ rhythm, scope, scopeKey }: Subscription, { facts, today }: Reading, settings: Settings): SummaryPeriod | null =>
  summaryPeriod(rhythm, today, meetingsOf({ kind: scope, key: scopeKey }, facts, settings), settings)

/** From the sending time of the period's first day, within the hours in which anything is sent. A pass that was held up over night is too late. */
function isTimeToPost({ from }: SummaryPeriod, today: CivilDate, now: Instant, { calendar }: Settings): boolean {
  const time = localTimeOf(now, calendar.zone)
  if (civilDateOf(now, calendar.zone) !== today) return false
  if (!isOpenDay(today, calendar) || today < from) return false
  return time >= calendar.sendFrom && time < (isHalfDay(today) ? calendar.halfDayStop : calendar.quietFrom)
}

async function postOne(
  subscription: Subscription,
  period: string,
  reading: SummaryReading,
  deps: Deps,
  lease?: PassLease,
  mayPost = () => true,
): Promise<'posted' | 'unknown' | 'failed'> {
  const { store, courier } = deps
  const set = (change: Partial<Pick<Subscription, 'currentPeriod' | 'currentActivityId'>>, version: string | null) =>
    store.write([{ op: 'update', list: 'subscriptions', key: subscription.key, set: change, version: version ?? '' }], {
      personId: SYSTEM,
      via: 'system',
      now: reading.now,
    })
  const claimed = await set({ currentPeriod: period, currentActivityId: null }, reading.versionOf('subscriptions', subscription.key))
  if (!claimed.ok) return 'failed'
  const version = claimed.value.versions[0] ?? null
  const letGo = () => set({ currentPeriod: subscription.currentPeriod, currentActivityId: subscription.currentActivityId }, version)
  if (lease && (!(await lease.confirm()) || !mayPost())) {
    await letGo()
    return 'failed'
  }
  const outcome = await courier.postSummary(subscription, period, reading)
  if (outcome.outcome === 'sent') {
    await set({ currentActivityId: outcome.activityId }, version)
    return 'posted'
  }
  if (outcome.outcome === 'unknown') {
    await tellUnknown(subscription, period, outcome.detail, reading, deps)
    return 'unknown'
  }
  await letGo()
  return 'failed'
}

/**
 * A summary that may or may not have been posted is never posted again, so it stands in the log, once for each period: whoever
 * looks there can see it and ask the channel.
 */
async function tellUnknown({ key }: Subscription, period: string, detail: string, { facts, now }: Reading, { store }: Deps): Promise<void> {
  const entryKey = `summaryunknown:${period}:${key}`.slice(0, 200)
  if (facts.tables.log.has(entryKey)) return
  const record = { key: entryKey, what: 'summaryUnknown', refKey: key, before: null, after: { period, detail }, why: null }
  await store.write([{ op: 'create', list: 'log', record }], { personId: SYSTEM, via: 'system', now })
}
