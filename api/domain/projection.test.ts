import { describe, expect, it } from 'vitest'
import { assess } from './achievement.ts'
import { indicator, measurement } from './facts.fixture.ts'
import { projectionOf } from './projection.ts'

/** 300 hours are to be saved in a year from the first of January. */
const hours = (more: Parameters<typeof indicator>[0] = {}) =>
  indicator({
    ...{ kind: 'cumulative', direction: 'increase', unit: 'timer', baseline: 0, baselineOn: '2026-01-01' },
    ...{ target: 365, targetOn: '2027-01-01', ...more },
  })
const counts = (...values: [string, number | null][]) => values.map(([asOf, value]) => measurement(asOf, { value, periodKey: asOf }))
const three = counts(['2026-01-31', 30], ['2026-02-28', 30], ['2026-03-31', 29])
const of = (one: ReturnType<typeof hours> & { recurrence?: 'yearly' | 'once' }, rows: typeof three, today = '2026-05-18') =>
  projectionOf(one, rows, assess(one, rows, today))

describe('what a count comes to by its target date', () => {
  it('is the sum so far and the pace of the days it covers, not of those nobody has answered for', () => {
    const found = of(hours(), three)
    expect(found?.forecastValue).toBeCloseTo(89 + (89 / 89) * 276, 6)
    expect(found?.forecastPercent).toBeCloseTo(100, 6)
    expect(of(hours(), three, '2026-12-01')).toEqual(found)
  })

  it('leaves out what could not be measured, the baseline, and what is dated ahead', () => {
    const more = [...three, ...counts(['2026-04-30', null]), measurement('2026-01-01', { value: 7, periodKey: 'baseline' })]
    expect(of(hours(), more)?.forecastValue).toBeCloseTo(365, 6)
  })

  it.each([
    ['two counts', of(hours(), three.slice(0, 2))],
    ['less than sixty days', of(hours({ baselineOn: '2026-02-15' }), three)],
  ])('is not made up from too little: %s', (_what, found) => {
    expect(found).toEqual({ forecastValue: null, forecastPercent: null, forecastWhy: 'tooFew' })
  })

  it.each([
    ['a snapshot', of(hours({ kind: 'snapshot' }), three)],
    ['a count that begins anew each year', of({ ...hours(), recurrence: 'yearly' }, three)],
    ['no target date', of(hours({ targetOn: null }), three)],
    ['the target date has passed', of(hours({ targetOn: '2026-03-31' }), three)],
    ['nobody knows when counting began', of(hours({ baselineOn: null, activeFrom: null }), three)],
  ])('is left alone for %s', (_what, found) => {
    expect(found).toBeNull()
  })
})
