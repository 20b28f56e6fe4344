import type { CivilDate, Instant } from './model.ts'

/**
 * Civil dates as text, computed as whole day numbers (days since 1970-01-01): no Date object and no zone takes part
 * in date arithmetic, so clock changes cannot move a date. Zones are only used to go between instants and civil dates.
 */

const DAYS_PER_ERA = 146_097
const EPOCH_SHIFT = 719_468
const DAY_MS = 86_400_000

/** Day number of a valid `YYYY-MM-DD`; NaN for anything that is not ten digits-and-dashes. */
export function dayNumber(date: CivilDate): number {
  const year =
    (date.charCodeAt(0) - 48) * 1000 + (date.charCodeAt(1) - 48) * 100 + (date.charCodeAt(2) - 48) * 10 + (date.charCodeAt(3) - 48)
  const month = (date.charCodeAt(5) - 48) * 10 + (date.charCodeAt(6) - 48)
  const day = (date.charCodeAt(8) - 48) * 10 + (date.charCodeAt(9) - 48)
  return dayNumberOf(year, month, day)
}

/** Day number of year, month (1–12) and day of month. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * DAYS_PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - EPOCH_SHIFT
}

export interface YearMonthDay {
  year: number
  month: number
  day: number
}

/** Year, month (1–12) and day of month of a day number. */
export function yearMonthDay(number: number): YearMonthDay {
  const shifted = number + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

/** The texts of the days 1970–2106: planning names the same days over and over. */
const TEXTS: string[] = new Array(50_000)

/** `YYYY-MM-DD` of a day number. */
export function dateOfDay(number: number): CivilDate {
  const known = TEXTS[number]
  if (known !== undefined) return known
  const { year, month, day } = yearMonthDay(number)
  const text = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
  if (number >= 0 && number < TEXTS.length) TEXTS[number] = text
  return text
}

/** The date `count` calendar days later (earlier when negative). */
export const addDays = (date: CivilDate, count: number): CivilDate => dateOfDay(dayNumber(date) + count)

/** Calendar days from `a` to `b`; negative when `b` is before `a`. */
export const daysBetween = (a: CivilDate, b: CivilDate): number => dayNumber(b) - dayNumber(a)

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

/** The same day `count` months later; the last day of the month when that month is shorter (31 January + 1 = 28 February). */
export function addMonths(date: CivilDate, count: number): CivilDate {
  const { year, month, day } = yearMonthDay(dayNumber(date))
  const months = year * 12 + month - 1 + count
  const newYear = Math.floor(months / 12)
  const newMonth = months - newYear * 12 + 1
  return dateOfDay(dayNumberOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))))
}

/** The last day of the date's month. */
export function endOfMonth(date: CivilDate): CivilDate {
  const { year, month } = yearMonthDay(dayNumber(date))
  return dateOfDay(dayNumberOf(year, month, daysInMonth(year, month)))
}

/** Weekday of a day number: 1 = Monday … 7 = Sunday. */
export const weekdayOfDay = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: CivilDate): number => weekdayOfDay(dayNumber(date))

/** ISO 8601 week of a day number: the week belongs to the year of its Thursday. */
export function isoWeekOfDay(number: number): { year: number; week: number } {
  const thursday = number + 4 - weekdayOfDay(number)
  const { year } = yearMonthDay(thursday)
  return { year, week: Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1 }
}

/** ISO 8601 week: `2027-01-01` is week 53 of 2026. */
export const isoWeek = (date: CivilDate): { year: number; week: number } => isoWeekOfDay(dayNumber(date))

/** Whether the text is a real calendar date written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month)
}

const QUARTER_MS = 900_000

interface ZoneOffsets {
  format: Intl.DateTimeFormat
  /** Offset in ms by UTC day, where the whole day has one; otherwise by quarter of an hour (`-quarter` as key). */
  byDay: Map<number, number | null>
  byQuarter: Map<number, number>
}

const zones = new Map<string, ZoneOffsets>()

function offsetsOf(zone: string): ZoneOffsets {
  const known = zones.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const offsets: ZoneOffsets = { format, byDay: new Map(), byQuarter: new Map() }
  zones.set(zone, offsets)
  return offsets
}

function askedOffset(offsets: ZoneOffsets, ms: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of offsets.format.formatToParts(ms)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return dayNumberOf(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 - Math.floor(ms / 1000) * 1000
}

/** Local time minus UTC in ms at an instant. Asks Intl once per UTC day, and per quarter of an hour on days of a clock change. */
function offsetAt(ms: number, zone: string): number {
  const offsets = offsetsOf(zone)
  const day = Math.floor(ms / DAY_MS)
  let whole = offsets.byDay.get(day)
  if (whole === undefined) {
    const start = askedOffset(offsets, day * DAY_MS)
    whole = start === askedOffset(offsets, (day + 1) * DAY_MS) ? start : null
    offsets.byDay.set(day, whole)
  }
  if (whole !== null) return whole
  const quarter = Math.floor(ms / QUARTER_MS)
  let offset = offsets.byQuarter.get(quarter)
  if (offset === undefined) {
    offset = askedOffset(offsets, quarter * QUARTER_MS)
    offsets.byQuarter.set(quarter, offset)
  }
  return offset
}

const localMs = (instant: Instant, zone: string): number => {
  const ms = Date.parse(instant)
  return ms + offsetAt(ms, zone)
}

/** The local date of an instant: `2026-04-13T22:15Z` is 14 April in Oslo. */
export const civilDateOf = (instant: Instant, zone = 'Europe/Oslo'): CivilDate => dateOfDay(Math.floor(localMs(instant, zone) / DAY_MS))

/** The local clock time of an instant, `HH:MM`. */
export function localTimeOf(instant: Instant, zone = 'Europe/Oslo'): string {
  const local = localMs(instant, zone)
  const minutes = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/**
 * The instant of a local date and clock time `HH:MM`, full ISO text with milliseconds.
 * A time that the spring clock change skips is moved as far forward as the clock was; one that comes twice is the first.
 */
export function instantAt(date: CivilDate, time: string, zone = 'Europe/Oslo'): Instant {
  const wall = dayNumber(date) * DAY_MS + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000
  const before = offsetAt(wall - DAY_MS, zone)
  const after = offsetAt(wall + DAY_MS, zone)
  const early = wall - before
  const late = wall - after
  const ms = offsetAt(early, zone) === before ? early : offsetAt(late, zone) === after ? late : early
  return new Date(ms).toISOString()
}

/** Whether the platform knows the zone name. */
export function isZone(zone: string): boolean {
  try {
    offsetsOf(zone)
    return true
  } catch {
    // Intl answers an unknown zone with a RangeError: that is the answer no.
    return false
  }
}
