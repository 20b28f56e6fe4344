import { previousOpenDay } from '#domain/calendar.ts'
import { addDays, addMonths, endOfMonth, instantAt } from '#domain/dates.ts'
import { measurementDue } from '#domain/due-dates.ts'
import type { CivilDate, Instant } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { firstMeasurementDate, monthsFrom } from '../days.ts'

/** One schedule of measurement dates: those whose answers have fallen due, oldest first. */
export interface Schedule {
  anchorOn: CivilDate
  dates: { date: CivilDate; actedAt: Instant }[]
}

/** The monthly measurement dates from so many months back, on the last day of the month or on a fixed `day` of it. */
export function scheduleOf(today: CivilDate, day: number | null, months: number): Schedule {
  const anchorOn = firstMeasurementDate(monthsFrom(today, -months), 'monthly', day)
  const dates: Schedule['dates'] = []
  for (let k = 0; ; k += 1) {
    const moved = addMonths(anchorOn, k)
    const date = day === null ? endOfMonth(moved) : moved
    const { overdueFrom } = measurementDue(date)
    if (overdueFrom > today) return { anchorOn, dates }
    dates.push({ date, actedAt: instantAt(previousOpenDay(addDays(overdueFrom, -2), DEFAULT_SETTINGS.calendar), '10:00') })
  }
}
