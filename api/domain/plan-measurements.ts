import type { Phase } from './codes.ts'
import { addDays, dateOfDay, dayNumber, isCivilDate } from './dates.ts'
import { firstIndexOnOrAfter, type LadderDates, measurementDays, measurementLadder } from './due-dates.ts'
import type { Facts } from './facts.ts'
import { corrections, recordedOn } from './measurement-days.ts'
import type { CivilDate, Indicator, Measurement } from './model.ts'
import { obligationKey } from './obligation.ts'
import { spanOn } from './phases.ts'
import { type Answer, type Planned, type ProjectPlan, plannedOf } from './plan-context.ts'
import { baselineAt, inBounds } from './plan-dates.ts'
import { indicatorChain, type Responsible } from './responsible.ts'

/** Where nothing else is said, measuring begins when the project has come to Realisere (rule 2). */
const DEFAULT_PHASES: readonly Phase[] = ['realise']

/** The last day of a hold that has an end: which measurement survives it does not depend on how far ahead is planned. */
const lastHeldDay = ({ project: { holdTo, state } }: ProjectPlan): CivilDate =>
  holdTo === null || state === 'stopped' || state === 'closed' ? '' : addDays(holdTo, -1)

/** First and last day measurement dates may lie on; null when the indicator has never been active. */
function activeRange(indicator: Indicator, plan: ProjectPlan): { from: CivilDate; to: CivilDate } | null {
  const { context, spans } = plan
  const held = lastHeldDay(plan)
  const last = held > plan.last ? held : plan.last
  const starts = spans.filter((span) => activePhases(indicator).includes(span.phase)).map((span) => span.from)
  const active = indicator.activeFrom ?? starts[0]
  if (active === undefined) return null
  const from = context.from !== null && context.from > active ? context.from : active
  const to = indicator.activeTo !== null && indicator.activeTo < last ? indicator.activeTo : last
  return from > to ? null : { from, to }
}

const activePhases = ({ activePhases: phases }: Indicator): readonly Phase[] => (phases.length > 0 ? phases : DEFAULT_PHASES)

/** A measurement date exists when it is on or after activation: activeFrom where set, otherwise while in an active phase (rule 2). */
const exists = (indicator: Indicator, date: CivilDate, { spans }: ProjectPlan): boolean => {
  if (indicator.activeFrom !== null) return true
  const span = spanOn(spans, date)
  return span !== null && activePhases(indicator).includes(span.phase)
}

interface Period {
  day: number
  date: CivilDate
  dates: LadderDates
  /** Open days of grace, by the settings of the measurement date. */
  grace: number
  /** Due after the part of time that is planned. */
  beyond: boolean
  answer: Answer | null
  /** The measurement that stands for the period, of those that answer it. */
  by: Measurement | null
}

function periodsOf(indicator: Indicator, plan: ProjectPlan): { periods: Period[]; before: number } {
  const range = activeRange(indicator, plan)
  const first = range && firstIndexOnOrAfter(indicator, range.from)
  if (!range || first === null) return { periods: [], before: Number.NEGATIVE_INFINITY }
  const { context } = plan
  const dayAt = measurementDays(indicator)
  const lastDay = dayNumber(range.to)
  const heldTo = lastHeldDay(plan)
  const once = indicator.frequency === 'once'
  let settings = context.settings
  let ladder = measurementLadder(indicator, settings)
  const periods: Period[] = []
  for (let k = Math.max(first, 0); ; k += 1) {
    const day = dayAt(k)
    if (day > lastDay) break
    const date = dateOfDay(day)
    const inForce = context.settingsAt(date)
    if (inForce !== settings) {
      settings = inForce
      ladder = measurementLadder(indicator, settings)
    }
    const dates = ladder(day)
    const beyond = dates.dueOn > context.to
    if (beyond && date > heldTo) break
    if (exists(indicator, date, plan))
      periods.push({
        day,
        date,
        dates: frozen(indicator, date, dates, plan),
        grace: indicator.graceOpenDays ?? settings.due.graceOpenDays,
        beyond,
        answer: null,
        by: null,
      })
    if (once) break
  }
  return { periods, before: once ? startOfOnce(indicator) : dayAt(Math.max(first, 0) - 1) }
}

/** A value for an indicator measured once counts when it is taken after the baseline. */
const startOfOnce = ({ baselineOn }: Indicator): number => (baselineOn === null ? Number.NEGATIVE_INFINITY : dayNumber(baselineOn))

/** The overdue date that stands in a stored row also decides which period a value answers. */
function frozen(indicator: Indicator, date: CivilDate, dates: LadderDates, { context }: ProjectPlan): LadderDates {
  if (context.storedCount === 0) return dates
  const stored = context.facts.tables.obligations.get(obligationKey('measurement', indicator.key, date))
  return stored ? { ...dates, dueOn: stored.dueOn, overdueFrom: stored.overdueFrom } : dates
}

/** The first period on or after a day, by halving. */
function periodAt(periods: readonly Period[], day: number): number {
  let low = 0
  let high = periods.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle] as Period).day < day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Which period a measurement answers that names none (rule 5): the one it lies in, M(k−1) < asOf ≤ M(k), or the one just past
 * while that is empty and not yet overdue. −1 when none.
 */
function nearestPeriod(measurement: Measurement, periods: readonly Period[], before: number): number {
  const asOf = dayNumber(measurement.asOf)
  const at = periodAt(periods, asOf)
  const past = periods[at - 1]
  if (past && past.answer === null && measurement.asOf > past.date && measurement.asOf < past.dates.overdueFrom) return at - 1
  return at < periods.length && (at > 0 || asOf > before) ? at : -1
}

/** Of two that answer one period: a value before «får ikke målt», then the one that names the period, then the later one. */
function stands(one: Measurement, other: Measurement, { date }: Period): boolean {
  const rank = ({ value, periodKey }: Measurement): number => (value !== null ? 2 : 0) + (periodKey === date ? 1 : 0)
  if (rank(one) !== rank(other)) return rank(one) > rank(other)
  const order = ({ asOf, actedAt, key }: Measurement): string => `${asOf} ${actedAt} ${key}`
  return order(one) > order(other)
}

function answer(period: Period, measurement: Measurement, facts: Facts, zone: string): void {
  const day = recordedOn(measurement, facts, zone)
  const earlier = period.answer?.recordedOn
  if (period.by === null || stands(measurement, period.by, period)) period.by = measurement
  period.answer = { key: period.by.key, recordedOn: earlier != null && earlier < day ? earlier : day }
}

/** The period a measurement is for: the one it names, or the one a stored row says that it, or what it corrects, has answered. */
function namedPeriod(
  measurement: Measurement,
  indicator: Indicator,
  periods: readonly Period[],
  { context }: ProjectPlan,
): Period | 'past' | null {
  const { facts, storedCount, answered } = context
  const has = (periodKey: string): Period | undefined => {
    const found = isCivilDate(periodKey) ? periods[periodAt(periods, dayNumber(periodKey))] : undefined
    return found?.date === periodKey ? found : undefined
  }
  const named = has(measurement.periodKey)
  if (named || storedCount === 0) return named ?? null
  // A period the schedule no longer has (rule 12) keeps its answer: that may not answer a new period too.
  if (facts.tables.obligations.has(obligationKey('measurement', indicator.key, measurement.periodKey))) return 'past'
  for (const { key } of corrections(measurement, facts)) {
    const periodKey = answered.get(key)
    if (periodKey !== undefined) return has(periodKey) ?? 'past'
  }
  return null
}

function answerPeriods(indicator: Indicator, periods: Period[], before: number, plan: ProjectPlan): void {
  const { facts, settings } = plan.context
  const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
  const { zone } = settings.calendar
  // What names its period is placed first: a value that only lies near may then not take an answered period's place.
  const free: Measurement[] = []
  for (const measurement of measurements) {
    if (measurement.periodKey === 'baseline') continue
    const named = namedPeriod(measurement, indicator, periods, plan)
    if (named === null) free.push(measurement)
    else if (named !== 'past') answer(named, measurement, facts, zone)
  }
  for (const measurement of free) {
    const period = periods[nearestPeriod(measurement, periods, before)]
    if (period) answer(period, measurement, facts, zone)
  }
}

function planBaseline(indicator: Indicator, responsible: Responsible | null, plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { plannedGoLive, phase } = project
  // A cumulative indicator counts from nothing: it needs no baseline.
  if (plannedGoLive === null || indicator.kind === 'cumulative' || phase === 'idea' || phase === 'concept') return []
  const { dates, day } = baselineAt(plannedGoLive, context)
  if (!inBounds(dates, context)) return []
  const taken = context.facts.measurementsByIndicator.get(indicator.key)?.find((row) => row.periodKey === 'baseline')
  const known = indicator.baseline === null ? null : { key: indicator.key, recordedOn: indicator.baselineOn }
  const given = taken ? { key: taken.key, recordedOn: recordedOn(taken, context.facts, context.settings.calendar.zone) } : known
  const input = {
    kind: 'baseline',
    refKey: indicator.key,
    periodKey: 'baseline',
    asOf: null,
    dates,
    day,
    responsible,
    answer: given,
    grace: 0,
  } as const
  const planned = plannedOf(input, plan)
  if (indicator.baselineWaiver !== null) planned.obligation.lapsedReason = 'waived'
  return [planned]
}

/** The baseline and the measurements of one indicator, oldest first. A draft asks for nothing. */
export function planIndicator(indicator: Indicator, plan: ProjectPlan): { baseline: Planned[]; measurements: Planned[] } {
  if (indicator.state === 'draft' || !isCivilDate(indicator.anchorOn)) return { baseline: [], measurements: [] }
  const { context, project } = plan
  const responsible = indicatorChain(indicator, project, context.facts)[0] ?? null
  const { periods, before } = periodsOf(indicator, plan)
  if (periods.length > 0) answerPeriods(indicator, periods, before, plan)
  const measurements = periods.map(({ date, dates, grace, beyond, answer: given }) => {
    const about = { kind: 'measurement', refKey: indicator.key, periodKey: date, asOf: date } as const
    const planned = plannedOf({ ...about, dates, day: date, responsible, answer: given, grace }, plan)
    return beyond ? { ...planned, beyond } : planned
  })
  return { baseline: planBaseline(indicator, responsible, plan), measurements: quieted(measurements, indicator, plan) }
}

/** Closed indicators and settled benefits ask no more; a paused or soon-to-close one waits (rule 10: nudges stop meanwhile). */
export function quieted(planned: Planned[], indicator: Indicator, { context }: ProjectPlan): Planned[] {
  const benefit = context.facts.tables.benefits.get(indicator.benefitKey)
  const settled = benefit?.state === 'realised' || benefit?.state === 'notRealised' || benefit?.state === 'cancelled'
  for (const { obligation } of planned) {
    if (settled) obligation.lapsedReason = 'settled'
    else if (indicator.state === 'closed') obligation.lapsedReason = 'closed'
    else if (indicator.state === 'paused' || indicator.state === 'closeProposed') obligation.state = 'onHold'
  }
  return planned
}
