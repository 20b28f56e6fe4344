import type { AssessedIndicator, Assessment } from './achievement.ts'
import { daysBetween } from './dates.ts'
import { type Forecast, projectedSum } from './forecast.ts'
import type { CivilDate, Measurement } from './model.ts'

/** Fewer counts, or a shorter time, tell nothing of a pace; the same as for a straight line (domain.md §3.1, «Prognose»). */
const FEWEST = 3
const SHORTEST_DAYS = 60

/**
 * What a count will come to by its target date, beside what `assess` says of it; null where none is to be made: a snapshot has
 * its own, and a count that begins anew each year has another target each year. The days covered end with the last count, so
 * that a period nobody has answered yet does not look like a slower one. Source: domain.md §3.1, «Prognose», kumulativ.
 */
export function projectionOf(
  indicator: AssessedIndicator,
  measurements: readonly Pick<Measurement, 'asOf' | 'value' | 'periodKey'>[],
  { currentAsOf, forecastWhy }: Pick<Assessment, 'currentAsOf' | 'forecastWhy'>,
): Forecast | null {
  const { target, targetOn, baseline } = indicator
  const from = indicator.baselineOn ?? indicator.activeFrom
  if (forecastWhy !== 'cumulative' || indicator.recurrence === 'yearly') return null
  if (target === null || targetOn === null || currentAsOf === null || from === null || currentAsOf >= targetOn) return null
  const counted = measurements.flatMap(({ asOf, value, periodKey }) =>
    value === null || periodKey === 'baseline' || asOf > currentAsOf ? [] : [{ asOf, value }],
  )
  if (counted.length < FEWEST || daysBetween(from, currentAsOf) < SHORTEST_DAYS) return none
  const sum = projectedSum(counted, { from, today: currentAsOf as CivilDate, targetOn })
  const way = target - (baseline ?? 0)
  return sum === null || way === 0
    ? none
    : { forecastValue: sum, forecastPercent: (100 * (sum - (baseline ?? 0))) / way, forecastWhy: null }
}

const none: Forecast = { forecastValue: null, forecastPercent: null, forecastWhy: 'tooFew' }
