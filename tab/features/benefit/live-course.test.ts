import { describe, expect, test } from 'vitest'
import { indicator, indicators, point } from '../../fixtures/project.ts'
import { isWeaker, liveCourse, plannedValue, planStops, sumOf } from './live-course.ts'

describe('what a number being typed would mean', () => {
  test('13,8 days in April is 80 % of the way where the plan says 78 %', () => {
    expect(liveCourse(indicator(), 13.8, '2026-04-30')).toMatchObject({ kind: 'percent', percent: 80, course: 'onTrack' })
    const live = liveCourse(indicator(), 13.8, '2026-04-30')
    expect(live.kind === 'percent' && Math.round(live.plan ?? 0)).toBe(78)
  })

  test.each([
    [14, 'onTrack'],
    [15.2, 'watch'],
    [17, 'offTrack'],
  ] as const)('%d days in April is %s', (value, course) => {
    expect(liveCourse(indicator(), value, '2026-04-30')).toMatchObject({ course })
  })

  test.each([
    [12, 'realised'],
    [12.8, 'nearly'],
    [15, 'notReached'],
  ] as const)('%d days on the target date is %s', (value, course) => {
    expect(liveCourse(indicator(), value, '2026-06-30')).toMatchObject({ course })
  })

  test('going the wrong way is below zero, and past the target above a hundred', () => {
    expect(liveCourse(indicator(), 23.7, '2026-04-30')).toMatchObject({ percent: -30 })
    expect(liveCourse(indicator(), 11.1, '2026-04-30')).toMatchObject({ percent: 110 })
  })

  test('what is counted up is added to what is there, except what it corrects', () => {
    const { hours } = indicators
    expect(sumOf(hours)).toBe(395)
    expect(liveCourse(hours, 92, '2026-04-30')).toMatchObject({ percent: 26.324324324 })
    expect(liveCourse(hours, 92, '2026-03-31', 'm:2026-03-31')).toMatchObject({ percent: 17.945945946 })
  })

  test('zero is a value, also as baseline', () => {
    expect(liveCourse(indicator({ baseline: 0, target: 10, direction: 'increase' }), 0, '2026-04-30')).toMatchObject({ percent: 0 })
  })

  test.each([
    [{ baseline: null }, 'noBaseline'],
    [{ baseline: 12 }, 'cannotCompute'],
    [{ target: null }, 'cannotCompute'],
  ] as const)('%j says %s and no number', (given, kind) => {
    expect(liveCourse(indicator(given), 13, '2026-04-30')).toEqual({ kind })
  })

  test('what is to be maintained is inside or outside its tolerance', () => {
    const kept = indicator({ direction: 'maintain', baseline: null, target: 95, tolerance: 2 })
    expect(liveCourse(kept, 93, '2026-04-30')).toEqual({ kind: 'maintain', kept: true })
    expect(liveCourse(kept, 92.9, '2026-04-30')).toEqual({ kind: 'maintain', kept: false })
  })
})

describe('the plan', () => {
  test('goes straight from baseline to target, and stands still outside', () => {
    expect(plannedValue(indicator(), '2025-01-01')).toBe(21)
    expect(plannedValue(indicator(), '2026-03-31')).toBe(15)
    expect(plannedValue(indicator(), '2027-01-01')).toBe(12)
  })

  test('goes through the milestones between', () => {
    const bent = indicator({ milestones: [{ date: '2026-03-31', value: 20 }] })
    expect(plannedValue(bent, '2026-03-31')).toBe(20)
    expect(planStops(bent).map((stop) => stop.value)).toEqual([21, 20, 12])
  })

  test('without dates there is none', () => {
    expect(plannedValue(indicator({ baselineOn: null }), '2026-03-31')).toBeNull()
    expect(planStops(indicator({ targetOn: null }))).toEqual([])
  })
})

describe('a weaker number than last', () => {
  test.each([
    ['decrease', 15, true],
    ['decrease', 14.5, false],
    ['decrease', 13, false],
    ['increase', 13, true],
    ['maintain', 99, false],
  ] as const)('%s: %d is weaker: %s', (direction, value, weaker) => {
    expect(isWeaker(indicator({ direction }), value, '2026-04-30')).toBe(weaker)
  })

  test('is seen against the last one before its own day, and the baseline is no measurement', () => {
    expect(isWeaker(indicator(), 18.5, '2025-12-31')).toBe(false)
    expect(isWeaker(indicator({ points: [point('2025-09-30', 21, { periodKey: 'baseline' })] }), 22, '2026-04-30')).toBe(false)
  })
})
