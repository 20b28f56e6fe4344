import { isCivilDate } from './dates.ts'
import { firstIndexOnOrAfter, measurementDateAt, measurementDue } from './due-dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Indicator, ObligationRecord } from './model.ts'
import { ok, type Result, refuse } from './result.ts'
import { settingsOn } from './settings.ts'

/** Nothing was measured for a project of today before this; an earlier date is a slip of the keyboard. */
const FIRST_DAY = '2000-01-01'

export interface PeriodChoice {
  indicator: Indicator
  /** The period that is said to be answered: `baseline`, or its measurement date. */
  periodKey: string | undefined
  /** The day it was measured. */
  asOf: CivilDate | undefined
}

export interface AnsweredPeriod {
  periodKey: string
  asOf: CivilDate
}

export type PeriodFault =
  | { code: 'dateInFuture' | 'dateBeforePeriod'; field: 'asOf'; args: { date: CivilDate } }
  | { code: 'dateInvalid'; field: 'asOf' }
  | { code: 'fieldInvalid'; field: 'periodKey' }

/** The stored periods of an indicator: after its frequency has changed, the only place that knows those of before (rule 12). */
const storedPeriods = ({ key }: Indicator, { tables }: Facts): ObligationRecord[] =>
  [...tables.obligations.values()].filter(
    ({ kind, refKey, periodKey }) => kind === 'measurement' && refKey === key && isCivilDate(periodKey),
  )

const latest = (...dates: (CivilDate | null)[]): CivilDate | null =>
  dates.reduce<CivilDate | null>((last, date) => (date !== null && (last === null || date > last) ? date : last), null)

/** Measurement dates of the schedule on both sides of a day, none before its anchor. */
function scheduled(indicator: Indicator, day: CivilDate): { before: CivilDate | null; next: CivilDate | null } {
  const k = firstIndexOnOrAfter(indicator, day)
  if (k === null) return { before: indicator.anchorOn, next: null }
  return { before: k > 0 ? measurementDateAt(indicator, k - 1) : null, next: measurementDateAt(indicator, Math.max(k, 0)) }
}

/** The same with the stored dates among them. */
function around(indicator: Indicator, day: CivilDate, facts: Facts): { before: CivilDate | null; next: CivilDate | null } {
  const { before, next } = scheduled(indicator, day)
  const stored = storedPeriods(indicator, facts).map(({ periodKey }) => periodKey)
  const after = [...stored.filter((date) => date >= day), ...(next === null ? [] : [next])].sort()
  return { before: latest(before, ...stored.filter((date) => date < day)), next: after[0] ?? null }
}

/** A day of the time before the schedule's first period belongs to none: it stands by itself. */
const isBeforeAll = (indicator: Indicator, day: CivilDate): boolean => {
  const k = firstIndexOnOrAfter(indicator, day)
  return k !== null && k < 0
}

/** A day after a measurement date still answers for that date while it is unanswered and not yet overdue; else the next date. */
function periodOfDay(indicator: Indicator, day: CivilDate, today: CivilDate, facts: Facts): CivilDate {
  const { before, next } = around(indicator, day, facts)
  if (before === null) return next === null || isBeforeAll(indicator, day) ? day : next
  if (next === null) return before
  const answered = (facts.measurementsByIndicator.get(indicator.key) ?? []).some(({ periodKey }) => periodKey === before)
  const row = storedPeriods(indicator, facts).find(({ periodKey }) => periodKey === before)
  const overdueFrom = row?.overdueFrom ?? measurementDue(before, indicator, settingsOn(today, facts.tables.settings.values())).overdueFrom
  return !answered && day < overdueFrom ? before : next
}

/**
 * Which period a new value answers and on which day it was measured (rule 5): M(k−1) < asOf ≤ M(k), early is fine, the one just
 * past while that is open, or the one the person has chosen. A chosen period is one of the schedule from its anchor on, or one
 * that only a stored row knows. The day is never in the future, and never a day of an earlier period.
 */
export function answeredPeriod(choice: PeriodChoice, today: CivilDate, facts: Facts): Result<AnsweredPeriod, PeriodFault> {
  const { indicator, periodKey, asOf } = choice
  if (asOf !== undefined && asOf > today) return refuse({ code: 'dateInFuture', field: 'asOf', args: { date: asOf } })
  if (asOf !== undefined && asOf < FIRST_DAY) return refuse({ code: 'dateInvalid', field: 'asOf' })
  const day = asOf ?? today
  if (periodKey === 'baseline') return ok({ periodKey, asOf: day })
  if (periodKey === undefined) return ok({ periodKey: periodOfDay(indicator, day, today, facts), asOf: day })
  const found = isCivilDate(periodKey) ? around(indicator, periodKey, facts) : null
  if (found?.next !== periodKey) return refuse({ code: 'fieldInvalid', field: 'periodKey' })
  const measured = asOf ?? (periodKey <= today ? periodKey : today)
  if (found.before !== null && measured <= found.before) {
    return refuse({ code: 'dateBeforePeriod', field: 'asOf', args: { date: measured } })
  }
  return ok({ periodKey, asOf: measured })
}
