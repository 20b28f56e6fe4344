import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssessedIndicator, type AssessedMeasurement, assess, indicatorFault, plannedValueAt } from './achievement.ts'
import { assessIndicator } from './assess-indicator.ts'
import { benefit, factsOf, indicator, measurement } from './facts.fixture.ts'
import { projectedSum } from './forecast.ts'

const TODAY = '2026-11-22'
const base: AssessedIndicator = {
  kind: 'snapshot',
  direction: 'increase',
  baseline: 0,
  baselineOn: '2026-01-01',
  target: 100,
  targetOn: '2027-01-01',
  tolerance: null,
  milestones: [],
  activeFrom: null,
}
const falling: Partial<AssessedIndicator> = { direction: 'decrease', baseline: 200, target: 150 }
const kept: Partial<AssessedIndicator> = { direction: 'maintain', baseline: 95, target: 95 }
const past: Partial<AssessedIndicator> = { targetOn: '2026-10-01' }

/** `2026-07-02=50`: as-of date and value; recorded the same morning unless said otherwise. */
const values = (text: string): AssessedMeasurement[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [asOf = '', value = ''] = part.split('=')
      return { asOf, value: value === 'gap' ? null : Number(value), actedAt: `${asOf}T10:00:00Z` }
    })

const two = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(2))))
const summary = (given: Partial<AssessedIndicator>, measured: AssessedMeasurement[], today = TODAY): string => {
  const result = assess({ ...base, ...given }, measured, today)
  const numbers = [result.currentValue, result.achievementPercent, result.plannedPercent].map(two)
  return [...numbers, result.course, two(result.forecastValue), two(result.forecastPercent)].join(' ')
}

const EIGHT =
  '2026-01-01=500 2026-02-01=500 2026-03-01=500 2026-04-01=21 2026-05-01=28 2026-06-01=35 2026-07-01=42 2026-08-01=49 2026-09-01=56 2026-10-01=63 2026-11-01=70'

describe('an indicator stands at: value, achievement, plan, course, forecast value and percent', () => {
  it.each<[string, Partial<AssessedIndicator>, string, string]>([
    ['half way', {}, '2026-07-02=50', '50 50 49.86 onTrack – –'],
    ['a falling target', falling, '2026-07-02=170', '170 60 49.86 onTrack – –'],
    ['gone the wrong way', falling, '2026-07-02=210', '210 -20 49.86 offTrack – –'],
    ['past the target', falling, '2026-07-02=140', '140 120 49.86 onTrack – –'],
    ['no measurement', {}, '', '– – – notMeasured – –'],
    ['zero is a value', { direction: 'decrease', baseline: 40, target: 0 }, '2026-07-02=0', '0 100 49.86 onTrack – –'],
    ['a baseline of zero is not missing', {}, '2026-07-02=10', '10 10 49.86 offTrack – –'],
    ['baseline missing', { baseline: null }, '2026-07-02=10', '10 – – baselineMissing – –'],
    ['target equals baseline', { baseline: 50, target: 50 }, '2026-07-02=60', '60 – – cannotCompute – –'],
    ['kept inside tolerance', { ...kept, tolerance: 2 }, '2026-07-02=93.5', '93.5 – – maintained – –'],
    ['kept outside tolerance', { ...kept, tolerance: 1 }, '2026-07-02=93.5', '93.5 – – notMaintained – –'],
    ['kept with tolerance zero', { ...kept, tolerance: 0 }, '2026-07-02=95', '95 – – maintained – –'],
    ['decimals survive', { direction: 'decrease', baseline: 6.9, target: 6.5 }, '2026-07-02=6.7', '6.7 50 49.86 onTrack – –'],
    ['the latest by as-of date, not by order', {}, '2026-09-30=70 2026-06-30=40', '70 70 74.52 onTrack – –'],
    ['a future measurement is ignored', {}, '2026-09-30=70 2026-12-31=90', '70 70 74.52 onTrack – –'],
    ['watch', {}, '2026-07-02=35', '35 35 49.86 watch – –'],
    ['off track', {}, '2026-07-02=20', '20 20 49.86 offTrack – –'],
    ['target date passed, realised', past, '2026-10-01=101', '101 101 100 realised – –'],
    ['target date passed, nearly', past, '2026-10-02=95', '95 95 100 nearly – –'],
    ['target date passed, not reached', past, '2026-10-02=60', '60 60 100 notReached – –'],
    ['before the baseline date the plan is 0', {}, '2025-12-31=5', '5 5 0 onTrack – –'],
    [
      'cumulative sums',
      { kind: 'cumulative', target: 1_200_000 },
      '2026-04-30=300000 2026-08-31=250000.5',
      '550000.5 45.83 66.3 offTrack – –',
    ],
    ['a forecast from three points', {}, '2026-03-31=20 2026-06-30=45 2026-09-30=70', '70 70 74.52 onTrack 95.45 95.45'],
    ['two points are too few', {}, '2026-03-31=20 2026-09-30=70', '70 70 74.52 onTrack – –'],
    ['three points within 60 days are too close', {}, '2026-08-01=20 2026-08-20=30 2026-09-15=40', '40 40 70.41 offTrack – –'],
    ['only the last eight count', {}, EIGHT, '70 70 83.29 watch 83.99 83.99'],
    ['a gap is no measurement', {}, '2026-03-31=20 2026-06-30=gap', '20 20 24.38 onTrack – –'],
    [
      'a cumulative indicator counts from nothing',
      { kind: 'cumulative', baseline: null },
      '2026-07-02=25 2026-07-02=25',
      '50 50 49.86 onTrack – –',
    ],
    ['no target', { target: null }, '2026-07-02=10', '10 – – cannotCompute – –'],
    ['no target date: how far is known, the plan is not', { targetOn: null }, '2026-07-02=10', '10 10 – cannotCompute – –'],
    ['no start of the plan', { baselineOn: null }, '2026-07-02=10', '10 10 – cannotCompute – –'],
    ['no start, but the target date is past', { ...past, baselineOn: null }, '2026-10-02=95', '95 95 100 nearly – –'],
    [
      'activeFrom is the start where the baseline has no date',
      { baselineOn: null, activeFrom: '2026-01-01' },
      '2026-07-02=50',
      '50 50 49.86 onTrack – –',
    ],
    ['nothing to keep', { ...kept, target: null }, '2026-07-02=95', '95 – – cannotCompute – –'],
    ['kept without a tolerance means exactly', { ...kept, tolerance: null }, '2026-07-02=95.1', '95.1 – – notMaintained – –'],
    ['numbers beyond the largest never show', { baseline: -1e308, target: 1e308 }, '2026-07-02=1e308', '1e+308 – – cannotCompute – –'],
    ['a sum beyond the largest never shows', { kind: 'cumulative' }, '2026-07-02=1e308 2026-07-03=1e308', '– – – cannotCompute – –'],
    [
      'a forecast beyond the largest never shows',
      {},
      '2024-01-01=0 2024-02-01=0 2026-09-30=1.7e306',
      '1.7e+306 1.7e+306 74.52 onTrack – –',
    ],
    ['kept beyond the largest', { ...kept, kind: 'cumulative' }, '2026-07-02=1e308 2026-07-03=1e308', '– – – cannotCompute – –'],
  ])('%s', (_title, given, measured, expected) => expect(summary(given, values(measured))).toBe(expected))

  it('of one day measured twice the latest recorded stands, in whatever order they come', () => {
    const early = { asOf: '2026-07-02', value: 30, actedAt: '2026-07-02T08:00:00Z' }
    const late = { asOf: '2026-07-02', value: 55, actedAt: '2026-07-03T08:00:00Z' }
    for (const pair of [
      [early, late],
      [late, early],
    ])
      expect(summary({}, pair)).toBe('55 55 49.86 onTrack – –')
  })

  it('does not count the baseline’s own measurement as progress', () => {
    const own = { asOf: '2026-07-02', value: 50, actedAt: '2026-07-02T08:00:00Z', periodKey: 'baseline' }
    expect(assess(base, [own], TODAY).course).toBe('notMeasured')
  })

  it('is not led astray by binary fractions at the thresholds', () => {
    const tenths = Array.from({ length: 10 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}=0.1`).join(' ')
    expect(assess({ ...base, ...past, kind: 'cumulative', target: 1 }, values(tenths), TODAY).course).toBe('realised')
    const third = { ...base, baselineOn: '2026-01-01', targetOn: '2026-10-28' }
    expect(assess(third, values('2026-04-01=20'), TODAY).course).toBe('onTrack')
    expect(assess({ ...base, ...kept, target: 6.5, tolerance: 0.2 }, values('2026-07-02=6.7'), TODAY).course).toBe('maintained')
  })

  it('follows the municipality’s own thresholds', async () => {
    const { DEFAULT_SETTINGS } = await import('./settings.ts')
    const strict = { ...DEFAULT_SETTINGS, course: { onTrack: -1, watch: -2 } }
    expect(assess(base, values('2026-07-02=48'), TODAY, strict).course).toBe('watch')
  })

  it('says why there is no forecast', () => {
    const why = (given: Partial<AssessedIndicator>, measured: string) => assess({ ...base, ...given }, values(measured), TODAY).forecastWhy
    expect(why({}, '')).toBe('tooFew')
    expect(why({}, '2026-07-02=1')).toBe('tooFew')
    expect(why({}, '2026-08-01=20 2026-08-20=30 2026-09-15=40')).toBe('tooClose')
    expect(why({ kind: 'cumulative' }, '2026-07-02=1')).toBe('cumulative')
    expect(why({ baseline: null }, '2026-07-02=1')).toBe('cannotCompute')
    expect(why({}, '2026-03-31=20 2026-06-30=45 2026-09-30=70')).toBe(null)
  })

  it('never gives anything but finite numbers or nothing', () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 1, -1, 5e-324, 1e308, -1e308))
    const maybe = fc.option(number, { nil: null })
    const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-02-01')
    const indicator = fc.record({
      kind: fc.constantFrom('snapshot' as const, 'cumulative' as const),
      direction: fc.constantFrom('increase' as const, 'decrease' as const, 'maintain' as const),
      baseline: maybe,
      baselineOn: fc.option(date, { nil: null }),
      target: maybe,
      targetOn: fc.option(date, { nil: null }),
      tolerance: maybe,
      milestones: fc.array(fc.record({ date, value: number }), { maxLength: 3 }),
      activeFrom: fc.option(date, { nil: null }),
    })
    const measured = fc.array(fc.record({ asOf: date, value: maybe, actedAt: fc.constant('2026-07-01T00:00:00Z') }), { maxLength: 12 })
    fc.assert(
      fc.property(indicator, measured, (given, list) => {
        const result = assess(given, list, TODAY)
        for (const value of [
          result.currentValue,
          result.achievementPercent,
          result.plannedPercent,
          result.forecastValue,
          result.forecastPercent,
        ]) {
          expect(value === null || Number.isFinite(value)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the plan', () => {
  const planned = {
    ...base,
    milestones: [
      { date: '2026-07-01', value: 80 },
      { date: '2026-04-01', value: 10 },
    ],
  }
  it.each([
    ['2025-01-01', 0],
    ['2026-01-01', 0],
    ['2026-04-01', 10],
    ['2026-05-16', 10 + (70 * 45) / 91],
    ['2026-07-01', 80],
    ['2026-10-01', 80 + (20 * 92) / 184],
    ['2027-01-01', 100],
    ['2030-01-01', 100],
  ])('runs through the milestones: %s is %f', (date, value) => expect(plannedValueAt(planned, date)).toBeCloseTo(value, 9))

  it('does not exist without a baseline', () => expect(plannedValueAt({ ...base, baseline: null }, TODAY)).toBe(null))
})

describe('the trend', () => {
  it.each<[string, Partial<AssessedIndicator>, string, string | null]>([
    ['up is better when it shall increase', {}, '2026-03-31=20 2026-06-30=45', 'better'],
    ['less than 1 % of the way is the same', {}, '2026-03-31=20 2026-06-30=20.9', 'same'],
    ['down is worse', {}, '2026-03-31=45 2026-06-30=20', 'worse'],
    ['down is better when it shall decrease', falling, '2026-03-31=190 2026-06-30=170', 'better'],
    ['one value has none', {}, '2026-03-31=20', null],
    ['a sum has none', { kind: 'cumulative' }, '2026-03-31=20 2026-06-30=45', null],
    ['without a baseline the direction tells', { baseline: null }, '2026-03-31=20 2026-06-30=45', 'better'],
    ['without a target the direction tells', { target: null, direction: 'decrease' }, '2026-03-31=20 2026-06-30=45', 'worse'],
    ['closer to what shall be kept is better', { ...kept, tolerance: 1 }, '2026-03-31=90 2026-06-30=97', 'better'],
    ['further from it is worse', { ...kept, tolerance: null }, '2026-03-31=95 2026-06-30=97', 'worse'],
    ['nothing to keep, no trend', { ...kept, target: null }, '2026-03-31=95 2026-06-30=97', null],
  ])('%s', (_title, given, measured, expected) => expect(assess({ ...base, ...given }, values(measured), TODAY).trend).toBe(expected))
})

describe('a value is stale', () => {
  const monthly: Partial<AssessedIndicator> = { frequency: 'monthly', anchorOn: '2026-01-31', monthEndRule: null, registrationDays: null }
  it.each([
    ['2026-06-10', false],
    ['2026-06-11', true],
  ])('when two measurement dates and the days to register have passed: %s %s', (today, expected) => {
    expect(assess({ ...base, ...monthly }, values('2026-03-31=20'), today).stale).toBe(expected)
  })

  it('counting from the first measurement date, and by the indicator’s own days to register', () => {
    expect(assess({ ...base, ...monthly }, values('2025-03-31=20'), '2026-03-10').stale).toBe(false)
    expect(assess({ ...base, ...monthly }, values('2025-03-31=20'), '2026-03-11').stale).toBe(true)
    expect(assess({ ...base, ...monthly, registrationDays: 0 }, values('2026-03-31=20'), '2026-06-01').stale).toBe(true)
  })

  it('never for one that is measured once, or without a schedule', () => {
    expect(assess({ ...base, ...monthly, frequency: 'once' }, values('2026-03-31=20'), '2036-06-11').stale).toBe(false)
    expect(assess({ ...base, frequency: 'monthly' }, values('2026-03-31=20'), '2036-06-11').stale).toBe(false)
    expect(assess(base, values('2026-03-31=20'), '2036-06-11').stale).toBe(false)
  })
})

describe('an indicator is refused at save', () => {
  it.each<[string, Partial<AssessedIndicator>, string]>([
    ['target equal to baseline', { baseline: 5, target: 5 }, 'targetEqualsBaseline target'],
    ['a target below the baseline that shall increase', { baseline: 5, target: 4 }, 'targetAgainstDirection target'],
    ['a target above the baseline that shall decrease', { direction: 'decrease' }, 'targetAgainstDirection target'],
    ['a target without a date', { targetOn: null }, 'fieldRequired targetOn'],
    ['a target date not after the baseline’s', { targetOn: '2026-01-01' }, 'fieldInvalid targetOn'],
    ['a negative tolerance', { ...kept, tolerance: -1 }, 'fieldInvalid tolerance'],
    ['something to keep without a date', { ...kept, targetOn: null }, 'fieldRequired targetOn'],
  ])('%s', (_title, given, expected) => {
    const fault = indicatorFault({ ...base, ...given })
    expect(fault && `${fault.code} ${fault.field}`).toBe(expected)
  })

  it.each<[string, Partial<AssessedIndicator>]>([
    ['rising', {}],
    ['falling', falling],
    ['kept', { ...kept, tolerance: 0 }],
    ['kept, tolerance not said', kept],
    ['not yet with a baseline', { baseline: null, baselineOn: null }],
    ['not yet with a target', { target: null, targetOn: null }],
    ['baseline without a date', { baselineOn: null }],
  ])('but not one that is %s', (_title, given) => expect(indicatorFault({ ...base, ...given })).toBe(null))
})

describe('what is counted for a benefit that comes every year', () => {
  const yearly: Partial<AssessedIndicator> = {
    kind: 'cumulative',
    recurrence: 'yearly',
    baselineOn: '2024-06-01',
    target: 100,
    targetOn: '2027-12-31',
  }
  const MEASURED = values('2025-06-30=70 2025-12-31=40 2026-03-31=25 2026-06-30=30')

  it.each<[string, Partial<AssessedIndicator>, string, string]>([
    ['counts this year only, against the year so far', yearly, '2026-07-31', '55 55 49.59 onTrack – –'],
    ['of the year before counted that year', yearly, '2025-12-31', '110 110 100 realised – –'],
    ['begins anew on 1 January', yearly, '2027-01-01', '– – – notMeasured – –'],
    ['on 31 December is still the year’s', yearly, '2026-12-31', '55 55 49.59 onTrack – –'],
    ['ends on its own target date in its last year', { ...yearly, targetOn: '2026-06-30' }, '2026-07-31', '55 55 100 notReached – –'],
    ['begins on its own day in its first year', { ...yearly, baselineOn: '2026-01-10' }, '2026-07-31', '55 55 48.17 onTrack – –'],
    [
      'begins on the day it was activated, without a baseline',
      { ...yearly, baselineOn: null, activeFrom: '2026-01-10' },
      '2026-07-31',
      '55 55 48.17 onTrack – –',
    ],
    ['without either begins with the year', { ...yearly, baselineOn: null }, '2026-07-31', '55 55 49.59 onTrack – –'],
    [
      'uses this year’s milestones',
      {
        ...yearly,
        milestones: [
          { date: '2025-06-30', value: 90 },
          { date: '2026-06-30', value: 80 },
        ],
      },
      '2026-07-31',
      '55 55 80 offTrack – –',
    ],
    ['without a target date cannot be judged', { ...yearly, targetOn: null }, '2026-07-31', '55 55 – cannotCompute – –'],
    ['counted once is counted from the beginning', { ...yearly, recurrence: 'once' }, '2026-07-31', '165 165 58.03 onTrack – –'],
    [
      'that is not said to come every year is counted from the beginning',
      { ...yearly, recurrence: null },
      '2026-07-31',
      '165 165 58.03 onTrack – –',
    ],
    ['that is measured and not counted is not reset', { ...yearly, kind: 'snapshot' }, '2027-01-01', '30 30 58.03 offTrack – –'],
  ])('%s', (_title, indicator, today, expected) => {
    const forecastless = (text: string) => text.split(' ').slice(0, 4).join(' ')
    expect(forecastless(summary(indicator, MEASURED, today))).toBe(forecastless(expected))
  })

  it('is so for an indicator of the lists whose benefit comes every year', () => {
    const facts = factsOf({
      benefits: [benefit({ recurrence: 'yearly' })],
      indicators: [indicator({ kind: 'cumulative', direction: 'increase', baseline: 0, target: 100 })],
      measurements: [measurement('2025-12-31', { value: 40 }), measurement('2026-03-31', { value: 25 })],
    })
    const found = facts.tables.indicators.get('indicator')
    expect(found && assessIndicator(found, facts, '2026-04-01').currentValue).toBe(25)
    const bare = factsOf({
      ...Object.fromEntries(Object.entries(facts.tables).map(([list, rows]) => [list, [...rows.values()]])),
      benefits: [],
    })
    expect(found && assessIndicator(found, bare, '2026-04-01').currentValue).toBe(65)
  })
})

describe('what a count comes to if it goes on', () => {
  const counted = (text: string) => values(text).map(({ asOf, value }) => ({ asOf, value: value ?? 0 }))
  const projected = (text: string, more: Partial<Parameters<typeof projectedSum>[1]> = {}) =>
    projectedSum(counted(text), { from: '2025-01-01', today: '2026-01-01', targetOn: '2026-12-31', ...more })

  it.each<[string, string, Parameters<typeof projected>[1], number | null]>([
    ['a year’s count, once more in 364 days', '2025-06-30=365', {}, 729],
    ['only the last 365 days tell the pace', '2024-12-31=1000 2025-06-30=365', {}, 1729],
    ['the day a year ago is not among them', '2025-01-01=100 2025-01-02=365', {}, 829],
    ['fewer days when counting began later', '2025-12-31=10', { from: '2025-12-22' }, 374],
    ['what is to come is not counted', '2025-06-30=365 2026-01-02=1000', {}, 729],
    ['past the target date there is nothing left', '2025-06-30=365', { targetOn: '2025-12-31' }, 365],
    ['nothing counted', '', {}, null],
    ['nothing counted yet', '2026-02-01=5', {}, null],
    ['counting begins today', '2025-06-30=365', { from: '2026-01-01' }, null],
  ])('%s', (_title, text, more, expected) => {
    const found = projected(text, more)
    expect(found === null ? null : Math.round(found * 1e6) / 1e6).toBe(expected)
  })
})
