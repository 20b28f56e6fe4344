import { dateOfDay, dayNumber, dayNumberOf, isoWeekOfDay, weekdayOfDay, yearMonthDay } from './dates.ts'
import type { CivilDate } from './model.ts'

/** Red days of helligdagsfredloven § 2 and lov om 1. og 17. mai § 1. */
export const RED_DAYS = [
  'newYear',
  'maundyThursday',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'labourDay',
  'ascensionDay',
  'constitutionDay',
  'whitSunday',
  'whitMonday',
  'christmasDay',
  'boxingDay',
] as const
export type RedDay = (typeof RED_DAYS)[number]

/** Why a day is not open. */
export const CLOSED_REASONS = [...RED_DAYS, 'weekend', 'summerClosure', 'christmasClosed', 'extraClosed'] as const
export type ClosedReason = (typeof CLOSED_REASONS)[number]

/** What a municipality closes beside weekends and red days. */
export interface ClosedPeriods {
  /** ISO weeks, Monday to Sunday; fellesferie is [28, 29, 30], none is []. */
  summerClosureWeeks: readonly number[]
  /** `MM-DD` to `MM-DD`, both closed, may pass new year; null = open. */
  christmasClosed: { from: string; to: string } | null
  extraClosedDays: readonly CivilDate[]
}

/** Easter Sunday as a day number (the Gregorian computus, Meeus/Jones/Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return dayNumberOf(year, month, day)
}

const redDaysByYear = new Map<number, ReadonlyMap<number, RedDay>>()

function redDaysOf(year: number): ReadonlyMap<number, RedDay> {
  const known = redDaysByYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  // Where two fall on one day (17 May 2027 is also Whit Monday) the later line stands.
  const days = new Map<number, RedDay>([
    [easter - 3, 'maundyThursday'],
    [easter - 2, 'goodFriday'],
    [easter, 'easterSunday'],
    [easter + 1, 'easterMonday'],
    [easter + 39, 'ascensionDay'],
    [easter + 49, 'whitSunday'],
    [easter + 50, 'whitMonday'],
    [dayNumberOf(year, 1, 1), 'newYear'],
    [dayNumberOf(year, 5, 1), 'labourDay'],
    [dayNumberOf(year, 5, 17), 'constitutionDay'],
    [dayNumberOf(year, 12, 25), 'christmasDay'],
    [dayNumberOf(year, 12, 26), 'boxingDay'],
  ])
  redDaysByYear.set(year, days)
  return days
}

const redDayOfDay = (day: number): RedDay | null => redDaysOf(yearMonthDay(day).year).get(day) ?? null

/** The red day on this date, also when it is a Saturday or Sunday; null when it is none. */
export const redDayName = (date: CivilDate): RedDay | null => redDayOfDay(dayNumber(date))

/** Work ends at noon (KS hovedtariffavtalen 5.3): the Wednesday before Maundy Thursday, Whit, Christmas and New Year's Eve. */
export function isHalfDay(date: CivilDate): boolean {
  if (date.endsWith('-12-24') || date.endsWith('-12-31')) return true
  const day = dayNumber(date)
  const easter = easterSunday(yearMonthDay(day).year)
  return day === easter - 4 || day === easter + 48
}

/** Is the `MM-DD` inside a closed period, which may pass new year? */
const inPeriod = (monthDay: string, { from, to }: { from: string; to: string }): boolean =>
  from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to

function reasonOfDay(day: number, calendar: ClosedPeriods): ClosedReason | null {
  const red = redDayOfDay(day)
  if (red) return red
  if (weekdayOfDay(day) > 5) return 'weekend'
  if (calendar.summerClosureWeeks.includes(isoWeekOfDay(day).week)) return 'summerClosure'
  const date = dateOfDay(day)
  if (calendar.christmasClosed && inPeriod(date.slice(5), calendar.christmasClosed)) return 'christmasClosed'
  return calendar.extraClosedDays.includes(date) ? 'extraClosed' : null
}

/** Openness of days in blocks of 512, filled when first asked for: 1 = open, 0 = closed. */
type Blocks = Map<number, Uint8Array>
const blocksByCalendar = new WeakMap<ClosedPeriods, Blocks>()
const blocksByContent = new Map<string, Blocks>()
const MANY_CALENDARS = 64

function blocksOf(calendar: ClosedPeriods): Blocks {
  const known = blocksByCalendar.get(calendar)
  if (known) return known
  const content = JSON.stringify([calendar.summerClosureWeeks, calendar.christmasClosed, calendar.extraClosedDays])
  let blocks = blocksByContent.get(content)
  if (!blocks) {
    if (blocksByContent.size >= MANY_CALENDARS) blocksByContent.clear()
    blocks = new Map()
    blocksByContent.set(content, blocks)
  }
  blocksByCalendar.set(calendar, blocks)
  return blocks
}

function isOpen(day: number, blocks: Blocks, calendar: ClosedPeriods): boolean {
  let block = blocks.get(day >> 9)
  if (!block) {
    const first = (day >> 9) << 9
    block = Uint8Array.from({ length: 512 }, (_, at) => (reasonOfDay(first + at, calendar) === null ? 1 : 0))
    blocks.set(day >> 9, block)
  }
  return block[day & 511] === 1
}

/** No calendar closes for longer than this; a loop past it is a calendar without open days. */
const LONGEST_CLOSURE = 800

/** The `count`-th open day strictly after (before, when `step` is −1) a day number. */
function walk(day: number, count: number, step: 1 | -1, calendar: ClosedPeriods): number {
  const blocks = blocksOf(calendar)
  let left = count
  let at = day
  let closed = 0
  while (left > 0) {
    at += step
    if (isOpen(at, blocks, calendar)) {
      left -= 1
      closed = 0
    } else {
      closed += 1
      if (closed > LONGEST_CLOSURE) throw new RangeError('the calendar has no open days')
    }
  }
  return at
}

/** Day-number form of `nextOpenDay`. */
export const nextOpenDayNumber = (day: number, calendar: ClosedPeriods): number =>
  isOpen(day, blocksOf(calendar), calendar) ? day : walk(day, 1, 1, calendar)

/** Day-number form of `previousOpenDay`. */
export const previousOpenDayNumber = (day: number, calendar: ClosedPeriods): number =>
  isOpen(day, blocksOf(calendar), calendar) ? day : walk(day, 1, -1, calendar)

/** Day-number form of `addOpenDays`. */
export const addOpenDayNumber = (day: number, count: number, calendar: ClosedPeriods): number =>
  count < 0 ? walk(day, -count, -1, calendar) : walk(day, count, 1, calendar)

/** Monday to Friday, not a red day, not in a closed period. (Not «virkedag»: ferieloven counts Saturdays.) */
export const isOpenDay = (date: CivilDate, calendar: ClosedPeriods): boolean => isOpen(dayNumber(date), blocksOf(calendar), calendar)

/** Why the day is closed; a red day names itself also on a weekend; null when it is open. */
export const closedReason = (date: CivilDate, calendar: ClosedPeriods): ClosedReason | null => reasonOfDay(dayNumber(date), calendar)

/** The date itself when it is open, otherwise the first open day after it. */
export const nextOpenDay = (date: CivilDate, calendar: ClosedPeriods): CivilDate => dateOfDay(nextOpenDayNumber(dayNumber(date), calendar))

/** The date itself when it is open, otherwise the last open day before it. */
export const previousOpenDay = (date: CivilDate, calendar: ClosedPeriods): CivilDate =>
  dateOfDay(previousOpenDayNumber(dayNumber(date), calendar))

/** The `count`-th open day after the date (before it when negative); 0 is the date itself, open or not. */
export const addOpenDays = (date: CivilDate, count: number, calendar: ClosedPeriods): CivilDate =>
  dateOfDay(addOpenDayNumber(dayNumber(date), count, calendar))

/** Open days after `a` up to and including `b`; when `b` is earlier, minus the open days from `b` up to but not including `a`. */
export function openDaysBetween(a: CivilDate, b: CivilDate, calendar: ClosedPeriods): number {
  const blocks = blocksOf(calendar)
  const from = dayNumber(a)
  const to = dayNumber(b)
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (isOpen(day, blocks, calendar)) count += 1
  for (let day = to; day < from; day += 1) if (isOpen(day, blocks, calendar)) count -= 1
  return count
}
