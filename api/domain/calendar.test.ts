import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addOpenDays,
  type ClosedPeriods,
  closedReason,
  isHalfDay,
  isOpenDay,
  nextOpenDay,
  openDaysBetween,
  previousOpenDay,
  redDayName,
} from './calendar.ts'
import { addDays, dateOfDay, dayNumber } from './dates.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const { calendar } = DEFAULT_SETTINGS
const always: ClosedPeriods = { summerClosureWeeks: [], christmasClosed: null, extraClosedDays: [] }

describe('red days', () => {
  it('are the public holidays of Norway 2020–2050, no more and no fewer', () => {
    const holidays = new Holidays('NO')
    for (let year = 2020; year <= 2050; year += 1) {
      const published = holidays.getHolidays(year).filter(({ type }) => type === 'public')
      const expected = [...new Set(published.map(({ date }) => date.slice(0, 10)))].sort()
      const found: string[] = []
      for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) if (redDayName(date)) found.push(date)
      expect(found).toEqual(expected)
    }
  })

  it.each([
    ['2026-01-01', 'newYear'],
    ['2026-04-02', 'maundyThursday'],
    ['2026-04-03', 'goodFriday'],
    ['2026-04-05', 'easterSunday'],
    ['2026-04-06', 'easterMonday'],
    ['2027-05-01', 'labourDay'],
    ['2026-05-14', 'ascensionDay'],
    ['2027-05-17', 'constitutionDay'],
    ['2026-05-24', 'whitSunday'],
    ['2026-05-25', 'whitMonday'],
    ['2026-12-25', 'christmasDay'],
    ['2026-12-26', 'boxingDay'],
    ['2026-12-24', null],
  ])('%s is %s', (date, name) => expect(redDayName(date)).toBe(name))

  it.each([
    ['2025-04-16', '2025-06-07'],
    ['2026-04-01', '2026-05-23'],
    ['2027-03-24', '2027-05-15'],
    ['2028-04-12', '2028-06-03'],
  ])('the Wednesday before Maundy Thursday (%s) and Whit Eve (%s) are half days', (wednesday, whitEve) => {
    expect([wednesday, whitEve].map(isHalfDay)).toEqual([true, true])
    expect(isHalfDay(addDays(wednesday, 1))).toBe(false)
  })

  it('has half days at Christmas and New Year’s Eve', () => {
    expect(['2026-12-24', '2026-12-31', '2026-12-23'].map(isHalfDay)).toEqual([true, true, false])
  })
})

describe('open days', () => {
  it.each([
    ['2026-05-15', null],
    ['2026-05-16', 'weekend'],
    ['2026-05-17', 'constitutionDay'],
    ['2026-07-06', 'summerClosure'],
    ['2026-07-26', 'weekend'],
    ['2026-07-27', null],
    ['2026-12-24', 'christmasClosed'],
    ['2026-12-28', 'christmasClosed'],
    ['2027-01-01', 'newYear'],
    ['2026-04-01', null],
  ])('%s is closed because: %s', (date, reason) => {
    expect(closedReason(date, calendar)).toBe(reason)
    expect(isOpenDay(date, calendar)).toBe(reason === null)
  })

  it('follows the municipality’s own closed periods', () => {
    const own: ClosedPeriods = { summerClosureWeeks: [], christmasClosed: { from: '02-16', to: '02-20' }, extraClosedDays: ['2026-05-15'] }
    expect(closedReason('2026-07-06', own)).toBe(null)
    expect(closedReason('2026-02-17', own)).toBe('christmasClosed')
    expect(closedReason('2026-02-23', own)).toBe(null)
    expect(closedReason('2026-05-15', own)).toBe('extraClosed')
    expect(closedReason('2026-12-28', own)).toBe(null)
  })

  it('finds the open day itself, or the nearest after or before', () => {
    expect(nextOpenDay('2026-04-01', calendar)).toBe('2026-04-01')
    expect(nextOpenDay('2026-04-02', calendar)).toBe('2026-04-07')
    expect(previousOpenDay('2026-04-06', calendar)).toBe('2026-04-01')
    expect(previousOpenDay('2026-04-07', calendar)).toBe('2026-04-07')
    expect(addOpenDays('2026-04-04', 0, calendar)).toBe('2026-04-04')
  })

  it('is the same walk from both ends', () => {
    const day = fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2032-01-01') }).map(dateOfDay)
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (date, count) => {
        const there = addOpenDays(date, count, calendar)
        expect(openDaysBetween(date, there, calendar)).toBe(count)
        if (count !== 0) expect(isOpenDay(there, calendar)).toBe(true)
        const start = nextOpenDay(date, calendar)
        expect(addOpenDays(addOpenDays(start, count, calendar), -count, calendar)).toBe(start)
      }),
    )
  })

  it('gives equal calendars equal answers, however many there are', () => {
    for (let extra = 1; extra <= 80; extra += 1) {
      const own = { ...always, extraClosedDays: [addDays('2026-08-03', extra)] }
      expect(isOpenDay(addDays('2026-08-03', extra), { ...own })).toBe(false)
    }
    expect(isOpenDay('2026-08-04', { ...always })).toBe(true)
    expect(isOpenDay('2026-08-04', { ...always })).toBe(true)
  })

  it('refuses a calendar that never opens', () => {
    const never = { ...always, christmasClosed: { from: '01-01', to: '12-31' } }
    expect(() => nextOpenDay('2026-01-05', never)).toThrow('no open days')
  })
})
