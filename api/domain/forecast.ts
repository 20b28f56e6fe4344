import { dayNumber } from './dates.ts'
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
