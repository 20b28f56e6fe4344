import { describe, expect, it } from 'vitest'
import { factsOf, indicator } from '#domain/facts.fixture.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { recordMeasurement } from './record-measurement.ts'
import { undoAnswer } from './undo-measurement.ts'

const DAY = '2026-02-17'
const asker = (personId: string, minute = 0) => ({
  personId,
  via: 'tab' as const,
  now: `${DAY}T10:${String(minute).padStart(2, '0')}:00Z`,
  today: DAY,
})
const start = (more = {}) => memoryStore(factsOf({ indicators: [indicator({ ...more })] }))
const record = (of: ReturnType<typeof start>, value: string, periodKey = '2026-01-31', more = {}) =>
  recordMeasurement({ indicatorKey: 'indicator', periodKey, value, ...more }, asker('measurer'), of)
const keyOf = (n: number, period = '2026-01-31') => `indicator:${period}:${n}`

describe('undoing an answer', () => {
  it('lets the period be answered anew, as often as it is taken back', async () => {
    const lists = start()
    await record(lists, '30')
    expect(await undoAnswer({ measurementKey: keyOf(1) }, asker('measurer', 5), lists)).toEqual({
      ok: true,
      value: { indicatorKey: 'indicator', periodKey: '2026-01-31' },
    })
    expect(await undoAnswer({ measurementKey: keyOf(1) }, asker('measurer', 20), lists)).toMatchObject({ ok: true })
    expect(lists.tables().measurements.size).toBe(2)
    expect(await record(lists, '31')).toMatchObject({ ok: true, value: { measurementKey: keyOf(3) } })
    const { facts } = lists.store.snapshot()
    expect(facts.measurementsByIndicator.get('indicator')?.map(({ value }) => value)).toEqual([31])
  })

  it('gives back a baseline that was written over', async () => {
    const lists = start({ baseline: 40, baselineOn: '2025-06-01' })
    await record(lists, '38', 'baseline')
    expect(lists.tables().indicators.get('indicator')?.baseline).toBe(38)
    await undoAnswer({ measurementKey: keyOf(1, 'baseline') }, asker('measurer'), lists)
    expect(lists.tables().indicators.get('indicator')).toMatchObject({ baseline: 40, baselineOn: '2025-06-01' })
  })

  it.each([
    ['too late', 'measurer', 11, { code: 'undoTooLate', args: { limit: 10 } }],
    ['by another', 'owner', 1, { code: 'notAllowed' }],
  ])('is refused %s', async (_title, as, minute, fault) => {
    const lists = start()
    await record(lists, '30')
    expect(await undoAnswer({ measurementKey: keyOf(1) }, asker(as, minute), lists)).toEqual({ ok: false, ...fault })
  })

  it('of nothing is not found', async () =>
    expect(await undoAnswer({ measurementKey: 'none' }, asker('measurer'), start())).toEqual({ ok: false, code: 'notFound' }))
})
