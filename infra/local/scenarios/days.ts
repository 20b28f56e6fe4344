import { nextOpenDay, previousOpenDay } from '#domain/calendar.ts'
import type { Frequency } from '#domain/codes.ts'
import { addDays, addMonths, dateOfDay, dayNumber, dayNumberOf, daysInMonth, instantAt, yearMonthDay } from '#domain/dates.ts'
import type { CivilDate, Instant } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import type { Months } from './demo/spec.ts'
import type { Random } from './random.ts'

const { calendar } = DEFAULT_SETTINGS
const DAYS_PER_MONTH = 30.4

/** The day so many months from `today`: whole months by the calendar, the rest in days. */
export function monthsFrom(today: CivilDate, months: Months): CivilDate {
  const whole = Math.trunc(months)
  return addDays(addMonths(today, whole), Math.round((months - whole) * DAYS_PER_MONTH))
}

/** A working day in the past so many months ago; never later than the plain date. */
export const workingDay = (today: CivilDate, months: Months): CivilDate => previousOpenDay(monthsFrom(today, months), calendar)

/** A working day to come; never earlier than the plain date. */
export const workingDayAhead = (today: CivilDate, months: Months): CivilDate => nextOpenDay(monthsFrom(today, months), calendar)

/** A working day behind or ahead; null when no time is given. */
export const dateAround = (today: CivilDate, months: Months | null | undefined): CivilDate | null =>
  months === null || months === undefined ? null : months < 0 ? workingDay(today, months) : workingDayAhead(today, months)

/** Some minute of working hours on a day. */
export const workingTime = (date: CivilDate, random: Random): Instant =>
  instantAt(date, `${String(random.whole(8, 14)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`)

/** Months of the year after which a period of this frequency ends. */
const PERIOD_MONTHS: Record<Frequency, number> = { monthly: 1, quarterly: 3, tertial: 4, halfYearly: 6, yearly: 12, once: 1 }

/**
 * The first measurement date at or after `from`: the last day of the period (quarter, tertial …) or, with `day`, that day
 * of the month.
 */
export function firstMeasurementDate(from: CivilDate, frequency: Frequency, day: number | null): CivilDate {
  const { year, month } = yearMonthDay(dayNumber(from))
  const length = PERIOD_MONTHS[frequency]
  for (let at = year * 12 + month - 1; ; at += 1) {
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
    if (m % length !== 0) continue
    const date = dateOfDay(dayNumberOf(y, m, day === null ? daysInMonth(y, m) : Math.min(day, daysInMonth(y, m))))
    if (date >= from) return date
  }
}

/** The months `YYYY-MM` from one date's to another's, both included. */
export function periodsBetween(from: CivilDate, to: CivilDate): string[] {
  const periods: string[] = []
  for (let at = `${from.slice(0, 7)}-01`; at <= to; at = addMonths(at, 1)) periods.push(at.slice(0, 7))
  return periods
}
