import { describe, expect, it } from 'vitest'
import { RATINGS, type Rating, REPORT_ROWS } from './codes.ts'
import { benefit, factsOf, indicator, measurement, project } from './facts.fixture.ts'
import type { ReportRow } from './model.ts'
import { freezeBenefits, reportFaults, trendOf } from './report.ts'

const rows: ReportRow[] = REPORT_ROWS.map((row) => ({ row, rating: 'green', comment: '' }))
const withRow = (row: ReportRow): ReportRow[] => rows.map((old) => (old.row === row.row ? row : old))

describe('a status report may be published', () => {
  it('with eight rows, each rated', () => expect(reportFaults({ rows })).toEqual([]))

  it('not with a yellow or red row without a comment', () => {
    for (const rating of RATINGS) {
      const wants = rating === 'yellow' || rating === 'red'
      expect(reportFaults({ rows: withRow({ row: 'time', rating, comment: ' ' }) })).toEqual(
        wants ? [{ code: 'commentRequired', row: 'time' }] : [],
      )
      expect(reportFaults({ rows: withRow({ row: 'time', rating, comment: 'two weeks late' }) })).toEqual([])
    }
  })

  it('not with a row missing, twice, or with a rating nobody knows', () => {
    const fault = [{ code: 'reportRowsIncomplete', row: 'risk' }]
    expect(reportFaults({ rows: rows.slice(0, 7) })).toEqual(fault)
    expect(reportFaults({ rows: [...rows, { row: 'risk', rating: 'green', comment: '' }] })).toEqual(fault)
    expect(reportFaults({ rows: withRow({ row: 'risk', rating: 'blue' as Rating, comment: '' }) })).toEqual(fault)
    expect(reportFaults({ rows: [] }).map(({ row }) => row)).toEqual([...REPORT_ROWS])
  })
})

describe('the trend of a row', () => {
  it.each<[Rating, Rating | null, string | null]>([
    ['green', 'yellow', 'better'],
    ['red', 'yellow', 'worse'],
    ['yellow', 'yellow', 'same'],
    ['green', null, null],
    ['notAssessed', 'green', null],
    ['green', 'notAssessed', null],
  ])('%s after %s is %s', (rating, previous, expected) => expect(trendOf(rating, previous)).toBe(expected))
})

describe('the figures frozen with a report', () => {
  it('are the benefits’ as they are that day, with full precision', () => {
    const facts = factsOf({ measurements: [measurement('2026-03-31', { value: 33 })] })
    expect(freezeBenefits(project(), facts, '2026-04-10')).toMatchObject([
      {
        benefitKey: 'benefit',
        indicatorKey: 'indicator',
        title: 'Benefit: Indicator',
        unit: 'dager',
        value: 33,
        asOf: '2026-03-31',
        achievementPercent: 35,
        course: 'onTrack',
      },
    ])
    expect(freezeBenefits(project(), facts, '2026-03-30')).toMatchObject([{ value: null, course: 'notMeasured' }])
  })

  it('show a benefit that cannot be measured yet, and not one that is given up', () => {
    const benefits = [benefit(), benefit({ key: 'gone', state: 'cancelled' })]
    const facts = factsOf({ benefits, indicators: [indicator({ state: 'draft' })] })
    expect(freezeBenefits(project(), facts, '2026-04-10')).toEqual([
      {
        benefitKey: 'benefit',
        indicatorKey: null,
        title: 'Benefit',
        unit: null,
        value: null,
        asOf: null,
        achievementPercent: null,
        plannedPercent: null,
        course: 'notMeasured',
      },
    ])
    const bare = factsOf({ benefits: [benefit()], indicators: [] })
    expect(freezeBenefits(project(), bare, '2026-04-10')).toHaveLength(1)
    expect(freezeBenefits(project(), factsOf(), '2026-04-10')).toMatchObject([{ indicatorKey: 'indicator', value: null }])
    expect(freezeBenefits(project({ key: 'other' }), facts, '2026-04-10')).toEqual([])
  })
})
