import { describe, expect, it } from 'vitest'
import { factsOf, indicator, measurement, peopleWith, person, project } from '#domain/facts.fixture.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { recordMeasurement } from './record-measurement.ts'

const asker = { personId: 'measurer', via: 'bot' as const, now: '2026-05-18T07:00:00.000Z', today: '2026-05-18' }
const april = { indicatorKey: 'indicator', periodKey: '2026-04-30', reason: null, comment: null }

const world = () =>
  memoryStore(
    factsOf({
      people: peopleWith(person('measurer')),
      projects: [project()],
      indicators: [indicator({ baseline: 21, target: 12, direction: 'decrease', unit: 'dager' })],
      measurements: [measurement('2026-03-31', { periodKey: '2026-03-31', value: 14.5 })],
    }),
  )

describe('a value about ten times off', () => {
  it('is asked about, and nothing is written', async () => {
    const { store, tables } = world()
    expect(await recordMeasurement({ ...april, value: '125' }, asker, { store })).toEqual({
      ok: false,
      code: 'valueUnlikely',
      field: 'value',
      args: { value: 125, suggestion: 12.5 },
    })
    expect(tables().measurements.size).toBe(1)
  })

  it('stands when the person says that it is right', async () => {
    const { store, tables } = world()
    const confirmed = { ...april, value: '125', comment: 'Mange saker', confirmed: true }
    expect(await recordMeasurement(confirmed, asker, { store })).toMatchObject({ ok: true })
    expect(tables().measurements.get('indicator:2026-04-30:1')).toMatchObject({ value: 125 })
  })

  it('is compared with other periods: the value that is corrected says nothing', async () => {
    const { store } = world()
    await recordMeasurement({ ...april, value: '125', comment: 'Mange saker', confirmed: true }, asker, { store })
    const mended = { ...april, value: '12,5', correctsKey: 'indicator:2026-04-30:1', reason: 'Komma glemt' }
    expect(await recordMeasurement(mended, asker, { store })).toMatchObject({ ok: true })
  })
})
