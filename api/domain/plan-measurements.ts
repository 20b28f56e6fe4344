import type { Phase } from './codes.ts'
import { dateOfDay, dayNumber, isCivilDate } from './dates.ts'
import { baselineLadder, firstIndexOnOrAfter, type LadderDates, measurementDays, measurementLadder } from './due-dates.ts'
import type { Facts } from './facts.ts'
import { recordedOn } from './measurement-days.ts'
import type { CivilDate, Indicator, Measurement } from './model.ts'
import { obligationKey } from './obligation.ts'
import { spanOn } from './phases.ts'
import { type Answer, type Planned, type ProjectPlan, plannedOf } from './plan-context.ts'
import { indicatorChain, type Responsible } from './responsible.ts'

/** Where nothing else is said, measuring begins when the project has come to Realisere (rule 2). */
const DEFAULT_PHASES: readonly Phase[] = ['realise']

/** First and last day measurement dates may lie on; null when the indicator has never been active. */
function activeRange(indicator: Indicator, { context, spans, last }: ProjectPlan): { from: CivilDate; to: CivilDate } | null {
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
  answer: Answer | null
  hasValue: boolean
}

function periodsOf(indicator: Indicator, plan: ProjectPlan): { periods: Period[]; before: number } {
  const range = activeRange(indicator, plan)
  const first = range && firstIndexOnOrAfter(indicator, range.from)
  if (!range || first === null) return { periods: [], before: Number.NEGATIVE_INFINITY }
  const { context } = plan
  const dayAt = measurementDays(indicator)
  const lastDay = dayNumber(range.to)
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
    if (dates.dueOn > context.to) break
    if (exists(indicator, date, plan))
      periods.push({ day, date, dates: frozen(indicator, date, dates, plan), answer: null, hasValue: false })
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
 * Which period a measurement answers (rule 5): the one it names; otherwise the one it lies in, M(k−1) < asOf ≤ M(k), or the
 * one just past while that is empty and not yet overdue. −1 when none.
 */
function answeredPeriod(measurement: Measurement, periods: readonly Period[], before: number): number {
  const named = isCivilDate(measurement.periodKey) ? dayNumber(measurement.periodKey) : Number.NaN
  const exact = periodAt(periods, named)
  if (periods[exact]?.day === named) return exact
  const asOf = dayNumber(measurement.asOf)
  const at = periodAt(periods, asOf)
  const past = periods[at - 1]
  if (past && past.answer === null && measurement.asOf > past.date && measurement.asOf < past.dates.overdueFrom) return at - 1
  return at < periods.length && (at > 0 || asOf > before) ? at : -1
}

function answer(period: Period, measurement: Measurement, facts: Facts, zone: string): void {
  const day = recordedOn(measurement, facts, zone)
  const earlier = period.answer?.recordedOn
  const hasValue = measurement.value !== null
  const key = period.answer && period.hasValue && !hasValue ? period.answer.key : measurement.key
  period.answer = { key, recordedOn: earlier != null && earlier < day ? earlier : day }
  period.hasValue = period.hasValue || hasValue
}

/** Whether a measurement answers a stored period that the schedule no longer has (rule 12): it may not answer a new one too. */
function answersOld({ periodKey, key }: Measurement, indicator: Indicator, { context }: ProjectPlan): boolean {
  if (context.storedCount === 0) return false
  return context.facts.tables.obligations.has(obligationKey('measurement', indicator.key, periodKey)) || context.answering.has(key)
}

const namesPeriod = (measurement: Measurement, periods: readonly Period[]): boolean =>
  isCivilDate(measurement.periodKey) && periods[periodAt(periods, dayNumber(measurement.periodKey))]?.date === measurement.periodKey

function answerPeriods(indicator: Indicator, periods: Period[], before: number, plan: ProjectPlan): void {
  const { facts, settings } = plan.context
  const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
  const { zone } = settings.calendar
  // What names its period is placed first: a value that only lies near may then not take an answered period's place.
  const free: Measurement[] = []
  for (const measurement of measurements) {
    if (measurement.periodKey === 'baseline') continue
    if (!namesPeriod(measurement, periods)) {
      if (!answersOld(measurement, indicator, plan)) free.push(measurement)
    } else answer(periods[answeredPeriod(measurement, periods, before)] as Period, measurement, facts, zone)
  }
  for (const measurement of free) {
    const period = periods[answeredPeriod(measurement, periods, before)]
    if (period) answer(period, measurement, facts, zone)
  }
}

function planBaseline(indicator: Indicator, responsible: Responsible | null, plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { plannedGoLive, phase } = project
  // A cumulative indicator counts from nothing: it needs no baseline.
  if (plannedGoLive === null || indicator.kind === 'cumulative' || phase === 'idea' || phase === 'concept') return []
  const dates = baselineLadder(plannedGoLive, context.settingsAt(plannedGoLive))
  if (dates.dueOn > context.to || (context.from !== null && dates.dueOn < context.from)) return []
  const taken = context.facts.measurementsByIndicator.get(indicator.key)?.find((row) => row.periodKey === 'baseline')
  const known = indicator.baseline === null ? null : { key: indicator.key, recordedOn: indicator.baselineOn }
  const given = taken ? { key: taken.key, recordedOn: recordedOn(taken, context.facts, context.settings.calendar.zone) } : known
  const input = {
    kind: 'baseline',
    refKey: indicator.key,
    periodKey: 'baseline',
    asOf: null,
    dates,
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
  const grace = indicator.graceOpenDays ?? context.settings.due.graceOpenDays
  const measurements = periods.map(({ date, dates, answer: given }) =>
    plannedOf({ kind: 'measurement', refKey: indicator.key, periodKey: date, asOf: date, dates, responsible, answer: given, grace }, plan),
  )
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
