import { type Acting, frozenRow } from './acting.ts'
import type { Frequency, MonthEndRule } from './codes.ts'
import { addDays, dayNumber, isCivilDate, yearMonthDay } from './dates.ts'
import { measurementDateAt, measuresAtMonthEnd, repeatedIndex } from './due-dates.ts'
import type { Change, CivilDate, Indicator } from './model.ts'
import { planIndicatorOn } from './obligations.ts'
import { ok, type Result, refuse } from './result.ts'

export interface FrequencyChange {
  indicator: Indicator
  frequency: Frequency
  /** The first measurement date of the new frequency, after today; null = the next one counted from the old anchor. */
  firstOn: CivilDate | null
  monthEndRule?: MonthEndRule | null
}

export type FrequencyFault = { code: 'fieldRequired' | 'fieldInvalid'; field: 'firstOn' }

type Schedule = Pick<Indicator, 'frequency' | 'anchorOn' | 'monthEndRule' | 'activeFrom'>

const dayOfMonth = (date: CivilDate): number => yearMonthDay(dayNumber(date)).day

/** The schedule that measures with the new frequency after today and on no earlier day. */
function scheduleFrom(
  { indicator, frequency, firstOn, monthEndRule }: FrequencyChange,
  today: CivilDate,
): Result<Schedule, FrequencyFault> {
  const { activeFrom, anchorOn } = indicator
  if (firstOn !== null) {
    if (!isCivilDate(firstOn) || firstOn <= today) return refuse({ code: 'fieldInvalid', field: 'firstOn' })
    return ok({ frequency, anchorOn: firstOn, monthEndRule: monthEndRule ?? null, activeFrom })
  }
  if (frequency === 'once') return refuse({ code: 'fieldRequired', field: 'firstOn' })
  const rule: MonthEndRule = monthEndRule ?? (measuresAtMonthEnd(indicator) ? 'lastDay' : 'sameDay')
  const schedule = { frequency, anchorOn, monthEndRule: rule }
  const next = measurementDateAt(schedule, Math.max(repeatedIndex(schedule, addDays(today, 1)), 0))
  // The 30th is the 28th only in February: such a day cannot be an anchor, or the later ones would be chained to it (rule 1).
  const isClamped = rule === 'sameDay' && dayOfMonth(next) !== dayOfMonth(anchorOn)
  return ok(isClamped ? { ...schedule, activeFrom: addDays(today, 1) } : { ...schedule, anchorOn: next, activeFrom })
}

/**
 * Changes how often an indicator is measured. Only measurement dates after today are planned anew; those up to today are frozen
 * as they are, answered ones too, and keep their dates (rule 12).
 */
export function changeFrequency(
  change: FrequencyChange,
  acting: Acting,
): Result<{ changes: Change[]; schedule: Schedule }, FrequencyFault> {
  const { facts, settings, today, versionOf } = acting
  const { indicator } = change
  const schedule = scheduleFrom(change, today)
  if (!schedule.ok) return schedule
  const rows = frozenPast(indicator, { facts, settings, today })
  const { key } = indicator
  const version = versionOf('indicators', key)
  return ok({ changes: [...rows, { op: 'update', list: 'indicators', key, set: schedule.value, version }], schedule: schedule.value })
}

/** The measurement dates up to today as rows of their own, so that no later change of the indicator moves when they were due (rule 12). */
export function frozenPast(indicator: Indicator, { facts, settings, today }: Pick<Acting, 'facts' | 'settings' | 'today'>): Change[] {
  const past = planIndicatorOn(indicator, facts, settings, today).filter(
    ({ kind, asOf, key }) => kind === 'measurement' && asOf !== null && asOf <= today && !facts.tables.obligations.has(key),
  )
  return past.map((obligation): Change => ({ op: 'create', list: 'obligations', record: frozenRow(obligation) }))
}
