import { describe, expect, test } from 'vitest'
import { TODAY } from '../../fixtures/portfolio.ts'
import { indicator, indicators, point } from '../../fixtures/project.ts'
import { chartModel, measuredValues, runs } from './chart-model.ts'

const room = { left: 20, right: 30 }
const draw = (given: Parameters<typeof indicator>[0] = {}, preview: { asOf: string; value: number } | null = null) =>
  chartModel(indicator(given), TODAY, room, preview)

describe('a gap is a gap', () => {
  test('the line breaks where a period was not measured, and × stands on the axis', () => {
    const model = draw()
    expect(model?.measured).toHaveLength(1)
    expect(model?.steps.map((step) => step.kind)).toEqual(['point', 'point', 'point', 'point', 'notMeasured', 'point', 'overdue'])
    expect(model?.steps.filter((step) => step.kind !== 'point').every((step) => step.y === model.axis)).toBe(true)
  })

  test('it breaks as well where a period is missing altogether', () => {
    const values = [{ date: '2026-01-31' }, { date: '2026-02-28' }, { date: '2026-04-30' }]
    expect(runs(values, [], 'monthly').map((run) => run.length)).toEqual([2, 1])
    expect(runs(values, [], 'quarterly').map((run) => run.length)).toEqual([3])
  })
})

describe('what is drawn', () => {
  test('what is counted up is drawn as its sum', () => {
    expect(measuredValues(indicators.hours).map((one) => one.value)).toEqual([110, 240, 395])
  })

  test('the baseline’s own measurement is no point of the line, and of two on a day the latest stands', () => {
    const points = [point('2025-09-30', 21, { periodKey: 'baseline' }), point('2026-01-31', 17), point('2026-01-31', 16.5, { key: 'b' })]
    expect(measuredValues(indicator({ points })).map((one) => one.value)).toEqual([16.5])
  })

  test('a number not saved yet is a step of its own and takes the overdue mark away', () => {
    const model = draw({}, { asOf: '2026-04-30', value: 13.8 })
    expect(model?.steps.at(-1)).toMatchObject({ kind: 'preview', value: 13.8 })
    expect(model?.steps.some((step) => step.kind === 'overdue')).toBe(false)
  })

  test('a number added to a sum stands at the new sum', () => {
    const model = chartModel(indicators.hours, TODAY, room, { asOf: '2026-04-30', value: 92 })
    expect(model?.steps.at(-1)).toMatchObject({ kind: 'preview', value: 487 })
  })

  test('lower is better: the target stands below the baseline', () => {
    const model = draw()
    expect((model?.target?.y ?? 0) > (model?.baseline?.y ?? 0)).toBe(true)
    expect(model?.plan).not.toBeNull()
    expect(model?.forecast).not.toBeNull()
  })

  test('everything stays inside the drawing, also one value alone, all values alike, and zero', () => {
    const given = [
      {},
      { points: [point('2026-03-31', 0)], baseline: 0, target: 0 },
      { points: [], baseline: null, baselineOn: null, target: 5, targetOn: '2026-06-30' },
      { points: [point('2027-03-31', 4)] },
    ]
    for (const one of given) {
      const model = draw(one)
      for (const step of model?.steps ?? []) {
        expect(Number.isFinite(step.x) && Number.isFinite(step.y)).toBe(true)
        expect(step.x).toBeGreaterThanOrEqual(0)
        expect(step.x).toBeLessThanOrEqual(300)
      }
      expect(JSON.stringify(model)).not.toMatch(/NaN|Infinity/)
    }
  })

  test('with nothing known there is nothing to draw', () => {
    expect(
      draw({
        points: [],
        open: [],
        baseline: null,
        baselineOn: null,
        target: null,
        targetOn: null,
        assessment: { ...indicator().assessment, forecastValue: null },
      }),
    ).toBeNull()
  })

  test('today is a line only inside what is drawn', () => {
    expect(draw()?.todayX).not.toBeNull()
    expect(chartModel(indicator(), '2028-01-01', room)?.todayX).toBeNull()
  })
})
