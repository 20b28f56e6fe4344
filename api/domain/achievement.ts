import type { Course } from './codes.ts'
import { addDays, dayNumber } from './dates.ts'
import { measurementDateAt, repeatedIndex } from './due-dates.ts'
import { type Forecast, forecastOf } from './forecast.ts'
import type { Benefit, CivilDate, Indicator, Measurement } from './model.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

/** What achievement is computed from. With the schedule's fields it can also say whether the value is stale (assess-indicator.ts). */
export type AssessedIndicator = Pick<
  Indicator,
  'kind' | 'direction' | 'baseline' | 'baselineOn' | 'target' | 'targetOn' | 'tolerance' | 'milestones' | 'activeFrom'
> &
  Partial<Pick<Indicator, 'frequency' | 'anchorOn' | 'monthEndRule' | 'registrationDays'>> &
  /** Of the benefit: what is counted for a yearly one begins anew on 1 January. */
  Partial<Pick<Benefit, 'recurrence'>>

export type AssessedMeasurement = Pick<Measurement, 'asOf' | 'value' | 'actedAt'> & Partial<Pick<Measurement, 'periodKey'>>

export type Trend = 'better' | 'same' | 'worse'

/** Full precision: rounding belongs to the edge. Percentages are of the way from baseline to target, never clamped, never NaN or ∞. */
export interface Assessment extends Forecast {
  /** The value of the latest as-of date up to today; for cumulative indicators the sum. null = not measured. */
  currentValue: number | null
  currentAsOf: CivilDate | null
  achievementPercent: number | null
  /** What the plan said for the as-of date of the current measurement. */
  plannedPercent: number | null
  course: Course
  /** The last two values, seen in the direction of the target; null when there are not two, and for cumulative indicators. */
  trend: Trend | null
  /** Two measurement dates have gone unanswered since the current value. */
  stale: boolean
}

/** Slack for binary fractions: 0.1 added ten times is realised at 1, and a gap of exactly −10 is on track. */
const EPSILON = 1e-9

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Snapshot = AssessedMeasurement & { value: number }

const hasValue = (measurement: AssessedMeasurement): measurement is Snapshot => measurement.value !== null

/** Values up to today in order of as-of date. Gaps are no measurement; the baseline's own measurement is no progress. */
function valuesUntil(today: CivilDate, measurements: readonly AssessedMeasurement[]): Snapshot[] {
  const values: Snapshot[] = []
  let inOrder = true
  let last: Snapshot | undefined
  for (const measurement of measurements) {
    if (!hasValue(measurement) || measurement.asOf > today || measurement.periodKey === 'baseline') continue
    if (last && (measurement.asOf < last.asOf || (measurement.asOf === last.asOf && measurement.actedAt < last.actedAt))) inOrder = false
    values.push(measurement)
    last = measurement
  }
  if (!inOrder) values.sort((a, b) => compare(a.asOf, b.asOf) || compare(a.actedAt, b.actedAt))
  return values
}

/** One value a day: of several with the same as-of date the latest recorded stands. */
function latestPerDay(values: readonly Snapshot[]): readonly Snapshot[] {
  const repeated = values.some((value, at) => values[at + 1]?.asOf === value.asOf)
  return repeated ? values.filter((value, at) => values[at + 1]?.asOf !== value.asOf) : values
}

/** A missing baseline is 0 for a cumulative indicator (it counts from nothing), and missing for a snapshot. */
const baselineOf = ({ kind, baseline }: Pick<Indicator, 'kind' | 'baseline'>): number | null =>
  baseline === null && kind === 'cumulative' ? 0 : baseline

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** How far from baseline to target, in percent; null when that cannot be computed. Works for targets below the baseline. */
export const percentOfWay = (value: number, baseline: number, target: number): number | null =>
  finite((100 * (value - baseline)) / (target - baseline))

/**
 * The value the plan expects on a date: from the baseline (its date, or activeFrom when that is missing) straight to the
 * target, or through the milestones; before the start the baseline, after the target date the target. null when the
 * indicator lacks what a plan needs. Source: domain.md §3.1.
 */
export function plannedValueAt(indicator: AssessedIndicator, date: CivilDate): number | null {
  const { target, targetOn, milestones } = indicator
  const baseline = baselineOf(indicator)
  const start = indicator.baselineOn ?? indicator.activeFrom
  if (baseline === null || target === null || targetOn === null) return null
  if (date >= targetOn) return target
  if (start === null) return null
  if (date <= start) return baseline
  let before = { date: start, value: baseline }
  let after = { date: targetOn, value: target }
  for (const point of milestones) {
    if (point.date <= date && point.date > before.date) before = point
    if (point.date > date && point.date < after.date) after = point
  }
  const share = (dayNumber(date) - dayNumber(before.date)) / (dayNumber(after.date) - dayNumber(before.date))
  return finite(before.value + (after.value - before.value) * share)
}

/** Equal but for the last bits of a binary fraction. */
const withinTolerance = (value: number, target: number, tolerance: number): boolean =>
  Math.abs(value - target) <= tolerance + EPSILON * Math.max(1, Math.abs(target))

function courseByPlan(achieved: number, planned: number, atTarget: boolean, { course }: Pick<Settings, 'course'>): Course {
  if (atTarget) return achieved >= 100 - EPSILON ? 'realised' : achieved >= 90 - EPSILON ? 'nearly' : 'notReached'
  const gap = achieved - planned
  return gap >= course.onTrack - EPSILON ? 'onTrack' : gap >= course.watch - EPSILON ? 'watch' : 'offTrack'
}

function trendOf(indicator: AssessedIndicator, values: readonly Snapshot[]): Trend | null {
  const last = values[values.length - 1]
  const previous = values[values.length - 2]
  if (indicator.kind === 'cumulative' || !last || !previous) return null
  const { baseline, target, direction } = indicator
  if (direction === 'maintain') {
    if (target === null) return null
    return signed(Math.abs(previous.value - target) - Math.abs(last.value - target), (indicator.tolerance ?? 0) / 100)
  }
  const way = baseline === null || target === null ? 0 : target - baseline
  const towards = way === 0 ? (direction === 'increase' ? 1 : -1) : Math.sign(way)
  return signed((last.value - previous.value) * towards, Math.abs(way) / 100)
}

/** Dead band of 1 % of the way: smaller movements are none. */
const signed = (change: number, band: number): Trend => (change > band + EPSILON ? 'better' : change < -band - EPSILON ? 'worse' : 'same')

function isStale(indicator: AssessedIndicator, asOf: CivilDate, today: CivilDate, settings: Settings): boolean {
  const { frequency, anchorOn, monthEndRule = null } = indicator
  if (frequency === undefined || anchorOn === undefined || frequency === 'once') return false
  const schedule = { frequency, anchorOn, monthEndRule }
  const next = repeatedIndex(schedule, addDays(asOf, 1))
  const second = measurementDateAt(schedule, Math.max(next, 0) + 1)
  return today > addDays(second, indicator.registrationDays ?? settings.due.registrationDays)
}

/**
 * What is counted for a benefit that comes every year resets on 1 January (domain.md §3.1, «kumulativ»): its target is the
 * year's, on the year's last day, or on its own target date in the year it falls in.
 */
function inYear(indicator: AssessedIndicator, today: CivilDate): AssessedIndicator {
  const year = today.slice(0, 4)
  const { targetOn, milestones } = indicator
  const begun = indicator.baselineOn ?? indicator.activeFrom
  return {
    ...indicator,
    baselineOn: begun?.startsWith(year) ? begun : `${String(Number(year) - 1).padStart(4, '0')}-12-31`,
    targetOn: targetOn === null || targetOn.startsWith(year) ? targetOn : `${year}-12-31`,
    milestones: milestones.filter(({ date }) => date.startsWith(year)),
  }
}

const NOTHING = { achievementPercent: null, plannedPercent: null } as const
const noForecast = (why: Forecast['forecastWhy']): Forecast => ({ forecastValue: null, forecastPercent: null, forecastWhy: why })

/**
 * Where an indicator stands on a day: current value, achievement, plan, course, forecast and trend.
 * The course is judged at the as-of date of the current measurement and follows the precedence of COURSES.
 * Source: domain.md §3.1, acceptance cases of achievement.
 */
export function assess(
  given: AssessedIndicator,
  measurements: readonly AssessedMeasurement[],
  today: CivilDate,
  settings: Settings = DEFAULT_SETTINGS,
): Assessment {
  const yearly = given.kind === 'cumulative' && given.recurrence === 'yearly'
  const indicator = yearly ? inYear(given, today) : given
  const until = valuesUntil(today, measurements)
  const all = yearly ? until.filter(({ asOf }) => asOf.startsWith(today.slice(0, 4))) : until
  const last = all[all.length - 1]
  if (!last) {
    const rest = { trend: null, stale: false, ...noForecast('tooFew') }
    return { currentValue: null, currentAsOf: null, ...NOTHING, course: 'notMeasured', ...rest }
  }
  const values = latestPerDay(all)
  const currentValue = finite(indicator.kind === 'cumulative' ? all.reduce((sum, { value }) => sum + value, 0) : last.value)
  const currentAsOf = last.asOf
  const standing = {
    currentValue,
    currentAsOf,
    trend: trendOf(indicator, values),
    stale: isStale(indicator, currentAsOf, today, settings),
  }
  const { target, targetOn } = indicator
  if (indicator.direction === 'maintain') {
    const kept = currentValue !== null && target !== null ? withinTolerance(currentValue, target, indicator.tolerance ?? 0) : null
    const course = kept === null ? 'cannotCompute' : kept ? 'maintained' : 'notMaintained'
    return { ...standing, ...NOTHING, course, ...noForecast('cannotCompute') }
  }
  const baseline = baselineOf(indicator)
  if (baseline === null) return { ...standing, ...NOTHING, course: 'baselineMissing', ...noForecast('cannotCompute') }
  const achieved = currentValue === null || target === null ? null : percentOfWay(currentValue, baseline, target)
  if (achieved === null || target === null || targetOn === null) {
    return { ...standing, achievementPercent: achieved, plannedPercent: null, course: 'cannotCompute', ...noForecast('cannotCompute') }
  }
  const forecast = indicator.kind === 'cumulative' ? noForecast('cumulative') : forecastOf(values, baseline, target, targetOn)
  const plannedValue = plannedValueAt(indicator, currentAsOf)
  const planned = plannedValue === null ? null : percentOfWay(plannedValue, baseline, target)
  const course = planned === null ? 'cannotCompute' : courseByPlan(achieved, planned, currentAsOf >= targetOn, settings)
  return { ...standing, achievementPercent: achieved, plannedPercent: planned, course, ...forecast }
}

/** The first two are about target and baseline together; the others say that the field itself must be filled in or mended. */
export type IndicatorFaultCode = 'targetEqualsBaseline' | 'targetAgainstDirection' | 'fieldRequired' | 'fieldInvalid'
export interface IndicatorFault {
  code: IndicatorFaultCode
  field: 'target' | 'targetOn' | 'tolerance'
}

/**
 * What is wrong with an indicator as it is about to be saved, or null. Old data may still hold these faults; there they
 * show as «kan ikke beregnes», never as a number. Source: domain.md §3.1 (t = b, sign conflict).
 */
export function indicatorFault(
  input: Pick<Indicator, 'direction' | 'baseline' | 'baselineOn' | 'target' | 'targetOn' | 'tolerance'>,
): IndicatorFault | null {
  const { direction, baseline, baselineOn, target, targetOn, tolerance } = input
  if (target !== null && targetOn === null) return { code: 'fieldRequired', field: 'targetOn' }
  if (direction === 'maintain') return tolerance !== null && tolerance < 0 ? { code: 'fieldInvalid', field: 'tolerance' } : null
  if (target !== null && baseline !== null) {
    if (target === baseline) return { code: 'targetEqualsBaseline', field: 'target' }
    if (target > baseline !== (direction === 'increase')) return { code: 'targetAgainstDirection', field: 'target' }
  }
  return targetOn !== null && baselineOn !== null && targetOn <= baselineOn ? { code: 'fieldInvalid', field: 'targetOn' } : null
}
