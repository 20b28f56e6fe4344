import { dayNumber, daysBetween } from './dates.ts'
import type { CivilDate } from './model.ts'

/** Why there is no forecast; null when there is one. */
export type ForecastWhy = null | 'tooFew' | 'tooClose' | 'cumulative' | 'cannotCompute'

/** «Lineær framskriving»: a straight line continued, never part of official sums. */
export interface Forecast {
  /** The value the line gives on the target date. */
  forecastValue: number | null
  forecastPercent: number | null
  forecastWhy: ForecastWhy
}

const MOST_POINTS = 8
const FEWEST_POINTS = 3
const SHORTEST_SPAN_DAYS = 60

const none = (why: ForecastWhy): Forecast => ({ forecastValue: null, forecastPercent: null, forecastWhy: why })

/**
 * Least squares over the last eight days with a value, at least three of them and at least 60 days apart, read off at the
 * target date. `values` are in order, one a day. Source: domain.md §3.1, «Prognose».
 */
export function forecastOf(
  values: readonly { asOf: CivilDate; value: number }[],
  baseline: number,
  target: number,
  targetOn: CivilDate,
): Forecast {
  const points = values.slice(-MOST_POINTS)
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last || points.length < FEWEST_POINTS) return none('tooFew')
  const origin = dayNumber(first.asOf)
  if (dayNumber(last.asOf) - origin < SHORTEST_SPAN_DAYS) return none('tooClose')
  const meanDay = points.reduce((sum, { asOf }) => sum + dayNumber(asOf) - origin, 0) / points.length
  const meanValue = points.reduce((sum, { value }) => sum + value, 0) / points.length
  let spread = 0
  let joint = 0
  for (const { asOf, value } of points) {
    const day = dayNumber(asOf) - origin - meanDay
    spread += day * day
    joint += day * (value - meanValue)
  }
  const forecastValue = meanValue + (joint / spread) * (dayNumber(targetOn) - origin - meanDay)
  const forecastPercent = (100 * (forecastValue - baseline)) / (target - baseline)
  return Number.isFinite(forecastValue) && Number.isFinite(forecastPercent)
    ? { forecastValue, forecastPercent, forecastWhy: null }
    : none('cannotCompute')
}

const COUNTED_DAYS = 365

/**
 * What a count comes to by its target date if it goes on as in the last year: the sum so far, and for each day left what the
 * last 365 days gave a day. null without a value, or before `from`, the day counting began. A label of its own («lineær
 * framskriving») and never part of `assess` or of sums. Source: domain.md §3.1, «Prognose», kumulativ.
 */
export function projectedSum(
  values: readonly { asOf: CivilDate; value: number }[],
  span: { from: CivilDate; today: CivilDate; targetOn: CivilDate },
): number | null {
  const { from, today, targetOn } = span
  const counted = values.filter(({ asOf }) => asOf <= today)
  const covered = Math.min(daysBetween(from, today), COUNTED_DAYS)
  if (counted.length === 0 || covered <= 0) return null
  const sum = counted.reduce((total, { value }) => total + value, 0)
  const lately = counted.reduce((total, { asOf, value }) => (daysBetween(asOf, today) < covered ? total + value : total), 0)
  return sum + (lately / covered) * Math.max(0, daysBetween(today, targetOn))
}
