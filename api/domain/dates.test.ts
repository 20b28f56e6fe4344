import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilDateOf,
  dateOfDay,
  dayNumber,
  daysBetween,
  daysInMonth,
  endOfMonth,
  instantAt,
  isCivilDate,
  isoWeek,
  isZone,
  localTimeOf,
  weekday,
} from './dates.ts'

const anyDay = fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') })
/** The platform's own calendar, as the independent second opinion. */
const utc = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

it('a month that is none has no days', () => expect([daysInMonth(2026, 0), daysInMonth(2026, 13)]).toEqual([0, 0]))

describe('civil dates', () => {
  it('agree with the platform calendar for eight centuries', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateOfDay(day)).toBe(utc(day))
        expect(dayNumber(utc(day))).toBe(day)
        expect(weekday(utc(day)) % 7).toBe(new Date(day * 86_400_000).getUTCDay())
        expect(isCivilDate(utc(day))).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-30', 2, '2026-03-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2000-02-29', -1200, '1900-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => expect(addMonths(from, months)).toBe(expected))

  it('goes over the ends of months and years day by day', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(daysBetween('2026-02-28', '2028-02-29')).toBe(731)
    expect(daysBetween('2026-02-28', '2026-02-01')).toBe(-27)
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29')
    expect(endOfMonth('2100-02-03')).toBe('2100-02-28')
  })

  it.each([
    ['2027-01-01', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2026-07-06', 2026, 28],
    ['2026-07-26', 2026, 30],
    ['2026-12-31', 2026, 53],
  ])('%s is in week %i-%i', (date, year, week) => expect(isoWeek(date)).toEqual({ year, week }))

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-00',
    '',
    '2026-01-01T00:00',
    '1900-02-29',
  ])('«%s» is no date', (text) => expect(isCivilDate(text)).toBe(false))
})

describe('instants and local time', () => {
  it.each([
    ['2026-04-13T22:15:00Z', '2026-04-14', '00:15'],
    ['2026-01-01T22:59:59Z', '2026-01-01', '23:59'],
    ['2026-03-29T00:59:00Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25', '02:30'],
    ['2026-10-25T23:30:00Z', '2026-10-26', '00:30'],
  ])('%s is %s %s in Oslo', (instant, date, time) => {
    expect(civilDateOf(instant)).toBe(date)
    expect(localTimeOf(instant)).toBe(time)
  })

  it.each([
    ['2026-03-30', '09:00', '2026-03-30T07:00:00.000Z'],
    ['2026-10-26', '09:00', '2026-10-26T08:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '00:15', '2026-10-24T22:15:00.000Z'],
  ])('%s %s in Oslo is %s', (date, time, instant) => expect(instantAt(date, time, 'Europe/Oslo')).toBe(instant))

  it('finds the way back from every instant, in zones with whole, half and quarter hours', () => {
    const ms = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }).map((value) => value - (value % 60_000))
    const zone = fc.constantFrom('Europe/Oslo', 'UTC', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland')
    fc.assert(
      fc.property(ms, zone, (value, name) => {
        const instant = new Date(value).toISOString()
        const back = instantAt(civilDateOf(instant, name), localTimeOf(instant, name), name)
        // The hour that comes twice in autumn is told apart by nothing; its first is as good.
        expect([0, 1_800_000, 3_600_000]).toContain(value - Date.parse(back))
      }),
    )
  })

  it('agrees with the platform on every hour around the clock changes', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' })
    for (const start of [Date.UTC(2026, 2, 28), Date.UTC(2026, 9, 24)]) {
      for (let hour = 0; hour < 72; hour += 1) {
        const instant = new Date(start + hour * 3_600_000).toISOString()
        expect(`${civilDateOf(instant)} ${localTimeOf(instant)}`).toBe(format.format(new Date(instant)))
      }
    }
  })

  it('knows a zone from a name', () => {
    expect(isZone('Europe/Oslo')).toBe(true)
    expect(isZone('Oslo/Europe')).toBe(false)
  })
})
