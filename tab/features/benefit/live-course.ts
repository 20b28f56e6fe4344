import type { Course } from '#contract/codes.ts'
import type { IndicatorView } from '#contract/views.ts'

type Indicator = Pick<
  IndicatorView,
  'kind' | 'direction' | 'baseline' | 'baselineOn' | 'target' | 'targetOn' | 'tolerance' | 'milestones' | 'points'
>

/** What a number being typed would mean, before it is saved. The server's own assessment follows and stands. */
export type LiveCourse =
  | { kind: 'percent'; percent: number; plan: number | null; course: Course | null }
  | { kind: 'maintain'; kept: boolean }
  | { kind: 'noBaseline' }
  | { kind: 'cannotCompute' }

const DAY_MS = 86_400_000
const days = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** A missing baseline is 0 for what is counted up from nothing. */
const baselineOf = (indicator: Indicator): number | null =>
  indicator.baseline === null && indicator.kind === 'cumulative' ? 0 : indicator.baseline

/**
 * Where the indicator would stand with `value` for `asOf`. For a cumulative one the value is added to what is there,
 * except the measurement it corrects.
 */
export function liveCourse(indicator: Indicator, value: number, asOf: string, correctsKey: string | null = null): LiveCourse {
  const { target, direction } = indicator
  if (direction === 'maintain') {
    return target === null
      ? { kind: 'cannotCompute' }
      : { kind: 'maintain', kept: Math.abs(value - target) <= (indicator.tolerance ?? 0) + 1e-9 }
  }
  const baseline = baselineOf(indicator)
  if (baseline === null) return { kind: 'noBaseline' }
  if (target === null || target === baseline) return { kind: 'cannotCompute' }
  const current = indicator.kind === 'cumulative' ? value + sumOf(indicator, correctsKey) : value
  const percent = share(current, baseline, target)
  const planned = plannedValue(indicator, asOf)
  const plan = planned === null ? null : share(planned, baseline, target)
  return { kind: 'percent', percent, plan, course: courseOf(percent, plan, asOf, indicator.targetOn) }
}

/** What the plan says for a day: straight from baseline to target, or through the milestones; null without dates. */
export function plannedValue(indicator: Indicator, date: string): number | null {
  const baseline = baselineOf(indicator)
  const { target, targetOn, baselineOn } = indicator
  if (baseline === null || target === null || targetOn === null) return null
  if (date >= targetOn) return target
  if (baselineOn === null) return null
  if (date <= baselineOn) return baseline
  const stops = planStops(indicator)
  const after = stops.findIndex((stop) => stop.date > date)
  const from = stops[after - 1]
  const to = stops[after]
  if (!from || !to) return null
  return from.value + ((to.value - from.value) * (days(date) - days(from.date))) / (days(to.date) - days(from.date))
}

/** The plan's corners in order: baseline, milestones between, target. Empty when there is no plan to draw. */
export function planStops(indicator: Indicator): { date: string; value: number }[] {
  const baseline = baselineOf(indicator)
  const { baselineOn, target, targetOn, milestones } = indicator
  if (baseline === null || baselineOn === null || target === null || targetOn === null || baselineOn >= targetOn) return []
  const between = milestones.filter((stop) => stop.date > baselineOn && stop.date < targetOn)
  return [{ date: baselineOn, value: baseline }, ...between.sort((a, b) => (a.date < b.date ? -1 : 1)), { date: targetOn, value: target }]
}

/** Whether a number is weaker than the last one before it, in the direction of the target: then a reason is asked for. */
export function isWeaker(indicator: Indicator, value: number, asOf: string): boolean {
  if (indicator.direction === 'maintain') return false
  const last = indicator.points.findLast((point) => point.value !== null && point.asOf < asOf && point.periodKey !== 'baseline')
  if (!last || last.value === null) return false
  return indicator.direction === 'increase' ? value < last.value : value > last.value
}

/** The sum of what has been counted so far. */
export function sumOf(indicator: Indicator, exceptKey: string | null = null): number {
  return indicator.points.reduce(
    (sum, point) => (point.periodKey === 'baseline' || point.key === exceptKey ? sum : sum + (point.value ?? 0)),
    0,
  )
}

/** Per cent of the way, without the last bits of a binary fraction: exactly ten points behind is on track. */
const share = (value: number, baseline: number, target: number): number =>
  Math.round(((100 * (value - baseline)) / (target - baseline)) * 1e9) / 1e9

/** Ten points behind is on track, twenty is watch; from the target date on it is settled (domain.md §3.1). */
function courseOf(percent: number, plan: number | null, asOf: string, targetOn: string | null): Course | null {
  if (targetOn !== null && asOf >= targetOn) return percent >= 100 ? 'realised' : percent >= 90 ? 'nearly' : 'notReached'
  if (plan === null) return null
  const gap = percent - plan
  return gap >= -10 ? 'onTrack' : gap >= -20 ? 'watch' : 'offTrack'
}
