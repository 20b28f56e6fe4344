import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpenDay } from './calendar.ts'
import { addDays } from './dates.ts'
import { factsOf, project } from './facts.fixture.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { firstDayOf, meetingsOf, periodBefore, summaryPeriod } from './summary-period.ts'

const of = (rhythm: Parameters<typeof summaryPeriod>[0], today: string, meetings: string[] = []) =>
  summaryPeriod(rhythm, today, meetings, DEFAULT_SETTINGS)

describe('the period of a summary', () => {
  it.each<[Parameters<typeof summaryPeriod>[0], string, string[], unknown]>([
    ['monthly', '2026-05-18', [], { period: '2026-05', from: '2026-05-04' }],
    ['weekly', '2026-05-20', [], { period: '2026-W21', from: '2026-05-18' }],
    // Whit Monday is closed.
    ['weekly', '2026-05-25', [], { period: '2026-W22', from: '2026-05-26' }],
    // The whole of week 29 is closed.
    ['weekly', '2026-07-15', [], null],
    // 1 January 2027 lies in the last week of 2026.
    ['weekly', '2026-12-31', [], null],
    ['beforeMeeting', '2026-05-18', ['2026-05-11', '2026-06-04', '2026-09-03'], { period: '2026-06-04', from: '2026-06-03' }],
    ['beforeMeeting', '2026-06-04', ['2026-06-04'], { period: '2026-06-04', from: '2026-06-03' }],
    ['beforeMeeting', '2026-06-05', ['2026-06-04'], null],
  ])('%s on %s', (rhythm, today, meetings, expected) => {
    expect(of(rhythm, today, meetings)).toEqual(expected)
  })

  it('is posted on an open day, never before it begins, and one day has one period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom('monthly' as const, 'weekly' as const), (days, rhythm) => {
        const today = addDays('2024-01-01', days)
        const found = of(rhythm, today)
        if (found === null) return
        expect(isOpenDay(found.from, DEFAULT_SETTINGS.calendar)).toBe(true)
        expect(firstDayOf(found.period) <= found.from).toBe(true)
        expect(firstDayOf(found.period) <= today).toBe(true)
        expect(periodBefore(found.period) < found.period).toBe(true)
      }),
    )
  })
})

describe('what it is compared with', () => {
  it.each([
    ['2026-05', '2026-05-01', '2026-04'],
    ['2026-01', '2026-01-01', '2025-12'],
    ['2026-W21', '2026-05-18', '2026-W20'],
    ['2026-W01', '2025-12-29', '2025-W52'],
    ['2026-06-04', '2026-06-01', '2026-05'],
  ])('%s begins on %s and comes after %s', (period, first, before) => {
    expect([firstDayOf(period), periodBefore(period)]).toEqual([first, before])
  })
})

describe('meetings of a scope', () => {
  const facts = factsOf({
    projects: [
      project({ key: 'a', area: 'Oppvekst', programmeKey: 'p1' }),
      project({ key: 'b', area: 'Helse', programmeKey: 'p1' }),
      project({ key: 'c', area: 'Helse', programmeKey: null }),
    ],
  })
  const settings = {
    ...DEFAULT_SETTINGS,
    meetings: { a: ['2026-06-04'], b: ['2026-05-28', '2026-06-04'], c: ['2026-06-11'], gone: ['2026-05-19'] },
  }
  it.each([
    [{ kind: 'portfolio', key: null }, ['2026-05-28', '2026-06-04', '2026-06-11']],
    [{ kind: 'programme', key: 'p1' }, ['2026-05-28', '2026-06-04']],
    [{ kind: 'area', key: 'Helse' }, ['2026-05-28', '2026-06-04', '2026-06-11']],
    [{ kind: 'project', key: 'a' }, ['2026-06-04']],
  ] as const)('%j', (scope, dates) => {
    expect(meetingsOf(scope, facts, settings)).toEqual(dates)
  })
})
