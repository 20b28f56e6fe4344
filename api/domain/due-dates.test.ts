import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addOpenDays, closedReason, isOpenDay } from './calendar.ts'
import { FREQUENCIES, type Frequency } from './codes.ts'
import { addDays, addMonths, dateOfDay, dayNumber, endOfMonth } from './dates.ts'
import {
  baselineDue,
  type DueDates,
  endOfPeriod,
  firstIndexOnOrAfter,
  measurementDateAt,
  measurementDue,
  measurementLadder,
  statusReportDue,
} from './due-dates.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

const settingsWith = (due: Partial<Settings['due']>): Settings => ({ ...DEFAULT_SETTINGS, due: { ...DEFAULT_SETTINGS.due, ...due } })
const summary = (dates: DueDates): string[] => [
  dates.measurementDate,
  dates.dueDate,
  dates.overdueFrom,
  dates.preNoticeOn,
  dates.nudgeAtUtc,
  dates.chaseOn,
  dates.leaderOn,
  dates.officeOn,
]

type Row = [title: string, frequency: Frequency, anchor: string, k: number, due: Partial<Settings['due']>, expected: string]

/** Measurement date, due, overdue from, notice, first nudge (UTC), chase, leader, office. */
const MEASUREMENTS: Row[] = [
  [
    '31 January + 1 month',
    'monthly',
    '2026-01-31',
    1,
    {},
    '2026-02-28 2026-03-10 2026-03-14 2026-03-03 2026-03-16T08:00Z 2026-03-23 2026-03-30 2026-04-16',
  ],
  [
    'counted from the anchor, not chained',
    'monthly',
    '2026-01-31',
    2,
    {},
    '2026-03-31 2026-04-10 2026-04-16 2026-03-31 2026-04-16T07:00Z 2026-04-23 2026-04-30 2026-05-18',
  ],
  [
    'a leap year',
    'monthly',
    '2028-01-31',
    1,
    {},
    '2028-02-29 2028-03-10 2028-03-16 2028-03-03 2028-03-16T08:00Z 2028-03-23 2028-03-30 2028-04-18',
  ],
  [
    'the same day, clamped',
    'monthly',
    '2026-01-30',
    1,
    {},
    '2026-02-28 2026-03-10 2026-03-14 2026-03-03 2026-03-16T08:00Z 2026-03-23 2026-03-30 2026-04-16',
  ],
  [
    'the same day again',
    'monthly',
    '2026-01-30',
    2,
    {},
    '2026-03-30 2026-04-09 2026-04-15 2026-03-30 2026-04-15T07:00Z 2026-04-22 2026-04-29 2026-05-15',
  ],
  [
    'first tertial, due on a Sunday',
    'tertial',
    '2026-04-30',
    0,
    {},
    '2026-04-30 2026-05-11 2026-05-16 2026-05-04 2026-05-18T07:00Z 2026-05-26 2026-06-02 2026-06-16',
  ],
  [
    'second tertial, last day of August',
    'tertial',
    '2026-04-30',
    1,
    {},
    '2026-08-31 2026-09-10 2026-09-16 2026-09-03 2026-09-16T07:00Z 2026-09-23 2026-09-30 2026-10-14',
  ],
  [
    'third tertial, over new year',
    'tertial',
    '2026-04-30',
    2,
    {},
    '2026-12-31 2027-01-11 2027-01-15 2027-01-04 2027-01-15T08:00Z 2027-01-22 2027-01-29 2027-02-12',
  ],
  [
    'due inside fellesferien',
    'quarterly',
    '2026-03-31',
    1,
    {},
    '2026-06-30 2026-07-27 2026-07-31 2026-06-29 2026-07-31T07:00Z 2026-08-07 2026-08-14 2026-08-28',
  ],
  [
    'due on a Saturday',
    'quarterly',
    '2026-03-31',
    4,
    {},
    '2027-03-31 2027-04-12 2027-04-16 2027-04-05 2027-04-16T07:00Z 2027-04-23 2027-04-30 2027-05-18',
  ],
  [
    'due on Ascension Day, the Friday after is open',
    'once',
    '2026-05-04',
    0,
    {},
    '2026-05-04 2026-05-15 2026-05-21 2026-05-07 2026-05-21T07:00Z 2026-05-29 2026-06-05 2026-06-19',
  ],
  [
    'due on 1 May',
    'once',
    '2026-04-21',
    0,
    {},
    '2026-04-21 2026-05-04 2026-05-08 2026-04-24 2026-05-08T07:00Z 2026-05-18 2026-05-26 2026-06-09',
  ],
  [
    '17 May that is also Whit Monday',
    'once',
    '2027-05-07',
    0,
    {},
    '2027-05-07 2027-05-18 2027-05-22 2027-05-10 2027-05-24T07:00Z 2027-05-31 2027-06-07 2027-06-21',
  ],
  [
    'due on Maundy Thursday',
    'once',
    '2026-03-23',
    0,
    {},
    '2026-03-23 2026-04-07 2026-04-11 2026-03-26 2026-04-13T07:00Z 2026-04-20 2026-04-27 2026-05-12',
  ],
  [
    'due on the half day before it, which is open',
    'once',
    '2026-03-22',
    0,
    {},
    '2026-03-22 2026-04-01 2026-04-10 2026-03-25 2026-04-10T07:00Z 2026-04-17 2026-04-24 2026-05-11',
  ],
  [
    'due on Christmas Eve',
    'once',
    '2026-12-14',
    0,
    {},
    '2026-12-14 2027-01-04 2027-01-08 2026-12-17 2027-01-08T08:00Z 2027-01-15 2027-01-22 2027-02-05',
  ],
  [
    'yearly from 29 February, an ordinary year',
    'yearly',
    '2028-02-29',
    1,
    {},
    '2029-02-28 2029-03-12 2029-03-16 2029-03-05 2029-03-16T08:00Z 2029-03-23 2029-04-04 2029-04-18',
  ],
  [
    'yearly from 29 February, a leap year',
    'yearly',
    '2028-02-29',
    4,
    {},
    '2032-02-29 2032-03-10 2032-03-16 2032-03-03 2032-03-16T08:00Z 2032-03-23 2032-04-02 2032-04-16',
  ],
  [
    'half-yearly from 31 August',
    'halfYearly',
    '2025-08-31',
    1,
    {},
    '2026-02-28 2026-03-10 2026-03-14 2026-03-03 2026-03-16T08:00Z 2026-03-23 2026-03-30 2026-04-16',
  ],
  [
    'nudge the day after summer time begins',
    'once',
    '2026-03-14',
    0,
    {},
    '2026-03-14 2026-03-24 2026-03-28 2026-03-17 2026-03-30T07:00Z 2026-04-09 2026-04-16 2026-04-30',
  ],
  [
    'nudge the day after it ends',
    'once',
    '2026-10-10',
    0,
    {},
    '2026-10-10 2026-10-20 2026-10-24 2026-10-13 2026-10-26T08:00Z 2026-11-02 2026-11-09 2026-11-23',
  ],
  [
    'no grace',
    'once',
    '2026-02-10',
    0,
    { graceOpenDays: 0 },
    '2026-02-10 2026-02-20 2026-02-21 2026-02-13 2026-02-23T08:00Z 2026-03-02 2026-03-09 2026-03-23',
  ],
  [
    'no days to register',
    'once',
    '2026-08-15',
    0,
    { registrationDays: 0 },
    '2026-08-15 2026-08-17 2026-08-21 2026-08-10 2026-08-21T07:00Z 2026-08-28 2026-09-04 2026-09-18',
  ],
  [
    'the ladder rests in fellesferien',
    'once',
    '2026-06-15',
    0,
    {},
    '2026-06-15 2026-06-25 2026-07-01 2026-06-18 2026-07-01T07:00Z 2026-07-29 2026-08-05 2026-08-19',
  ],
]

describe('a measurement is due', () => {
  it.each(MEASUREMENTS)('%s', (_title, frequency, anchorOn, k, due, expected) => {
    const date = measurementDateAt({ frequency, anchorOn, monthEndRule: null }, k)
    expect(summary(measurementDue(date, {}, settingsWith(due))).join(' ')).toBe(expected)
  })

  it('with the indicator’s own days instead of the setting', () => {
    expect(measurementDue('2026-02-10', { graceOpenDays: 0, registrationDays: null }).overdueFrom).toBe('2026-02-21')
    expect(measurementDue('2026-08-15', { registrationDays: 0 }).dueDate).toBe('2026-08-17')
  })

  it('without a notice when the setting says none', () => {
    const settings = { ...DEFAULT_SETTINGS, ladder: { ...DEFAULT_SETTINGS.ladder, preNoticeOpenDays: 0 } }
    expect(measurementLadder({}, settings)(dayNumber('2026-02-10')).preNoticeOn).toBe(null)
    expect(measurementDue('2026-02-10', {}, settings).preNoticeOn).toBe('2026-02-20')
  })

  it('on open days, in order, whatever the date', () => {
    const day = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2032-01-01') }).map(dateOfDay)
    const terms = fc.record({ registrationDays: fc.integer({ min: 0, max: 40 }), graceOpenDays: fc.integer({ min: 0, max: 10 }) })
    fc.assert(
      fc.property(day, terms, (date, given) => {
        const { calendar } = DEFAULT_SETTINGS
        const dates = measurementDue(date, given)
        for (const open of [dates.dueDate, dates.preNoticeOn, dates.nudgeOn, dates.chaseOn, dates.leaderOn, dates.officeOn]) {
          expect(closedReason(open, calendar)).toBe(null)
        }
        expect(dates.dueDate >= addDays(date, given.registrationDays)).toBe(true)
        expect(dates.preNoticeOn < dates.dueDate && dates.dueDate < dates.overdueFrom && dates.overdueFrom <= dates.nudgeOn).toBe(true)
        expect(addOpenDays(dates.dueDate, given.graceOpenDays, calendar)).toBe(addDays(dates.overdueFrom, -1))
        expect([dates.chaseOn, dates.leaderOn, dates.officeOn]).toEqual([5, 10, 20].map((n) => addOpenDays(dates.nudgeOn, n, calendar)))
      }),
    )
  })
})

describe('measurement dates', () => {
  it.each([
    ['lastDay', '2026-01-15', 1, '2026-02-28'],
    ['lastDay', '2026-01-15', 0, '2026-01-31'],
    ['sameDay', '2026-02-28', 1, '2026-03-28'],
    [null, '2026-02-28', 1, '2026-03-31'],
    [null, '2026-02-28', -1, '2026-01-31'],
  ] as const)('with the rule %s from %s, number %i is %s', (monthEndRule, anchorOn, k, expected) => {
    expect(measurementDateAt({ frequency: 'monthly', anchorOn, monthEndRule }, k)).toBe(expected)
  })

  it('has only one for once', () => {
    const once = { frequency: 'once', anchorOn: '2026-01-15', monthEndRule: 'lastDay' } as const
    expect(measurementDateAt(once, 0)).toBe('2026-01-15')
    expect(() => measurementDateAt(once, 1)).toThrow(RangeError)
    expect(firstIndexOnOrAfter(once, '2026-01-15')).toBe(0)
    expect(firstIndexOnOrAfter(once, '2026-01-16')).toBe(null)
  })

  it('are the anchor’s months, and the first on or after a day is found without walking', () => {
    const anchor = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }).map(dateOfDay)
    const wanted = fc.integer({ min: dayNumber('2018-01-01'), max: dayNumber('2040-12-31') }).map(dateOfDay)
    const frequency = fc.constantFrom(...FREQUENCIES.filter((code) => code !== 'once'))
    fc.assert(
      fc.property(anchor, wanted, frequency, fc.constantFrom('sameDay', 'lastDay', null), (anchorOn, date, code, monthEndRule) => {
        const schedule = { frequency: code, anchorOn, monthEndRule }
        const k = firstIndexOnOrAfter(schedule, date) ?? Number.NaN
        expect(measurementDateAt(schedule, k) >= date).toBe(true)
        expect(measurementDateAt(schedule, k - 1) < date).toBe(true)
        const months = { monthly: 1, quarterly: 3, tertial: 4, halfYearly: 6, yearly: 12 }[code]
        const plain = addMonths(anchorOn, k * months)
        const atEnd = monthEndRule === 'lastDay' || (monthEndRule === null && endOfMonth(anchorOn) === anchorOn)
        expect(measurementDateAt(schedule, k)).toBe(atEnd ? endOfMonth(plain) : plain)
      }),
    )
  })
})

describe('a status report is due', () => {
  it.each([
    ['2026-03', '2026-03-31 2026-04-10 2026-04-15 2026-03-31 2026-04-15T07:00Z 2026-04-22 2026-04-29 2026-05-15'],
    ['2026-06', '2026-06-30 2026-07-28 2026-07-31 2026-06-30 2026-07-31T07:00Z 2026-08-07 2026-08-14 2026-08-28'],
    ['2026-12', '2026-12-31 2027-01-08 2027-01-13 2026-12-23 2027-01-13T08:00Z 2027-01-20 2027-01-27 2027-02-10'],
    ['2027-04', '2027-04-30 2027-05-10 2027-05-13 2027-04-30 2027-05-13T07:00Z 2027-05-21 2027-05-28 2027-06-11'],
  ])('for %s', (period, expected) => {
    const dates = statusReportDue(period)
    expect(dates && summary(dates).join(' ')).toBe(expected)
  })

  it('never for July', () => expect([statusReportDue('2026-07'), statusReportDue('2031-07')]).toEqual([null, null]))

  it('after the month’s last day', () =>
    expect(['2026-02', '2028-02', '2026-12'].map(endOfPeriod)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31']))
})

describe('a baseline is due', () => {
  it('the last open day before go-live, past Easter backwards, and is overdue the day after', () => {
    const { measurementDate, dueDate, overdueFrom, nudgeOn } = baselineDue('2026-04-07')
    expect({ measurementDate, dueDate, overdueFrom, nudgeOn }).toEqual({
      measurementDate: '2026-04-01',
      dueDate: '2026-04-01',
      overdueFrom: '2026-04-02',
      nudgeOn: '2026-04-07',
    })
    expect(isOpenDay(baselineDue('2026-08-03').dueDate, DEFAULT_SETTINGS.calendar)).toBe(true)
  })
})
