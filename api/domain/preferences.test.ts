import { describe, expect, it } from 'vitest'
import { factsOf, person } from './facts.fixture.ts'
import { preferencesOf } from './preferences.ts'

const TODAY = '2026-05-18'
const kari = person('kari')
const facts = factsOf({ people: [kari, person('ola'), person('espen', { reach: 'left' })] })
const decide = (wanted: Parameters<typeof preferencesOf>[0]) => preferencesOf(wanted, kari, facts, TODAY)

describe('a person’s own pause', () => {
  it.each([
    ['ends tomorrow', '2026-05-19'],
    ['ends 90 days ahead', '2026-08-16'],
    ['is lifted', null],
  ])('%s', (_what, pausedUntil) => {
    expect(decide({ pausedUntil })).toEqual({ ok: true, value: { pausedUntil } })
  })

  it.each([
    ['today', TODAY],
    ['91 days ahead', '2026-08-17'],
    ['no day', '2026-02-30'],
  ])('until %s is refused', (_what, pausedUntil) => {
    expect(decide({ pausedUntil })).toEqual({ ok: false, code: 'fieldInvalid', field: 'pausedUntil' })
  })
})

describe('a person’s own deputy', () => {
  it('stands in for a time, or from a day on, and is taken away with its dates', () => {
    expect(decide({ deputy: { personId: 'ola', from: '2026-06-01', to: '2026-06-30' } })).toEqual({
      ok: true,
      value: { deputyId: 'ola', deputyFrom: '2026-06-01', deputyTo: '2026-06-30' },
    })
    expect(decide({ deputy: { personId: 'ola', from: TODAY, to: TODAY } })).toMatchObject({ value: { deputyFrom: TODAY, deputyTo: TODAY } })
    expect(decide({ deputy: { personId: 'ola', from: '2026-05-01', to: null } })).toMatchObject({ value: { deputyTo: null } })
    expect(decide({ pausedUntil: null, deputy: null })).toEqual({
      ok: true,
      value: { pausedUntil: null, deputyId: null, deputyFrom: null, deputyTo: null },
    })
    expect(decide({})).toEqual({ ok: true, value: {} })
  })

  it.each(['kari', 'espen', 'nobody'])('is not %s', (personId) => {
    expect(decide({ deputy: { personId, from: TODAY, to: null } })).toMatchObject({ code: 'personInvalid', field: 'deputyId' })
  })

  it.each([
    ['a first day that is none', { from: '2026-02-30', to: null }, 'deputyFrom'],
    ['a last day that is none', { from: TODAY, to: '2026-02-30' }, 'deputyTo'],
    ['an end before the beginning', { from: '2026-06-02', to: '2026-06-01' }, 'deputyTo'],
    ['an end that has been', { from: '2026-05-01', to: '2026-05-17' }, 'deputyTo'],
  ])('%s is refused', (_what, dates, field) => {
    expect(decide({ deputy: { personId: 'ola', ...dates } })).toMatchObject({ code: 'fieldInvalid', field })
  })
})
