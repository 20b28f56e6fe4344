import { dayNumber, isCivilDate } from './dates.ts'
import type { LadderDates } from './due-dates.ts'
import type { Facts } from './facts.ts'
import { corrections, recordedOn } from './measurement-days.ts'
import type { CivilDate, Indicator, Measurement } from './model.ts'
import { obligationKey } from './obligation.ts'
import type { Answer, ProjectPlan } from './plan-context.ts'

/** A measurement date of an indicator and what answers it. */
export interface Period {
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

/** Gives each measurement of an indicator to the period it answers, in whatever order they were written (rule 5). */
export function answerPeriods(indicator: Indicator, periods: Period[], before: number, plan: ProjectPlan): void {
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
