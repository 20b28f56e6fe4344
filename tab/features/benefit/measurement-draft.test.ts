import { describe, expect, test } from 'vitest'
import { TODAY } from '../../fixtures/portfolio.ts'
import { indicator, indicators } from '../../fixtures/project.ts'
import { asksWhy, dayOf, emptyDraft, missingIn, requestOf } from './measurement-draft.ts'

const april = emptyDraft(indicator(), TODAY, null, null)
const corrected = { key: 'm:2026-03-31', periodKey: '2026-03-31', asOf: '2026-03-31', value: 14.5 }

describe('an empty form', () => {
  test('asks for the period that has waited longest, on its own day', () => {
    expect(april).toMatchObject({ period: '2026-04-30', asOf: '2026-04-30', value: '' })
  })

  test('never proposes a day that has not come', () => {
    expect(dayOf(indicators.share, '2026-05-31', TODAY)).toBe(TODAY)
  })

  test('without anything waiting it is about today', () => {
    expect(emptyDraft(indicator({ open: [] }), TODAY, null, null)).toMatchObject({ period: '', asOf: TODAY })
  })

  test('a correction keeps the period and the day of what it corrects', () => {
    expect(emptyDraft(indicator(), TODAY, null, corrected)).toMatchObject({ period: '2026-03-31', asOf: '2026-03-31' })
  })

  test('a baseline is of today', () => {
    expect(emptyDraft(indicators.satisfaction, TODAY, 'baseline', null)).toMatchObject({ period: 'baseline', asOf: TODAY })
  })
})

describe('what is missing before anything is sent', () => {
  test.each([
    [{}, 'value'],
    [{ value: '13,8' }, null],
    [{ value: '13,8', asOf: '' }, 'asOf'],
    [{ value: '16' }, 'comment'],
    [{ value: '16', comment: 'Påske' }, null],
    [{ cannot: true }, 'reason'],
    [{ cannot: true, reason: 'Systemet var nede' }, null],
  ])('%j lacks %s', (given, field) => {
    expect(missingIn(indicator(), { ...april, ...given }, null)).toBe(field)
  })

  test('a correction needs its reason and no comment', () => {
    expect(missingIn(indicator(), { ...april, value: '99' }, corrected)).toBe('reason')
    expect(asksWhy(indicator(), { ...april, value: '99' }, corrected)).toBe(false)
  })

  test('a baseline is compared with nothing', () => {
    expect(asksWhy(indicator(), { ...april, period: 'baseline', value: '99' }, null)).toBe(false)
  })
})

describe('what is sent', () => {
  test('the number as it was typed, and nothing for what was left empty', () => {
    expect(requestOf(indicator(), { ...april, value: ' 1 234,5 ' }, null)).toEqual({
      indicatorKey: 'saksbehandlingstid',
      periodKey: '2026-04-30',
      asOf: '2026-04-30',
      value: '1 234,5',
      reason: null,
      comment: null,
      correctsKey: null,
    })
  })

  test('for another date the server finds the period', () => {
    expect(requestOf(indicator(), { ...april, period: '', value: '3' }, null)).not.toHaveProperty('periodKey')
  })

  test('«får ikke målt» is no number and a reason, whatever stood in the field', () => {
    expect(requestOf(indicator(), { ...april, value: '12', cannot: true, reason: 'Nede' }, null)).toMatchObject({
      value: null,
      reason: 'Nede',
    })
  })
})
