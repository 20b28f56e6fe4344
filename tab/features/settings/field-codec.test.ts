import { describe, expect, test } from 'vitest'
import { type FieldKind, FORMS, readField, textOf } from './field-codec.ts'

describe('a setting as it is typed', () => {
  test.each<[FieldKind, string, unknown]>([
    ['weeks', '28, 29, 30', [28, 29, 30]],
    ['weeks', '', []],
    ['days', '24.6.2026\n1.12.2026', ['2026-06-24', '2026-12-01']],
    ['days', '2026-06-24; 25.06.2026', ['2026-06-24', '2026-06-25']],
    ['period', '24.12–1.1', { from: '12-24', to: '01-01' }],
    ['period', '24.12.-01.01.', { from: '12-24', to: '01-01' }],
    ['period', ' ', null],
    ['points', '−10', -10],
    ['amount', '1 750,5', 1750.5],
    ['amount', '', null],
    ['time', '9.30', '09:30'],
    ['date', '', null],
    ['count', '10', 10],
    [{ options: ['nb', 'nn'] }, 'nn', 'nn'],
  ])('%j reads «%s»', (kind, text, value) => {
    expect(readField(text, kind)).toEqual({ ok: true, value })
  })

  test.each<[FieldKind, string]>([
    ['weeks', 'juli'],
    ['days', '24. juni'],
    ['period', '24.12'],
    ['period', '24.12–1.1–3.1'],
    ['points', 'ti'],
    ['amount', '1.750'],
    ['time', '24:00'],
    ['count', '-1'],
    ['zone', ''],
    [{ options: ['nb', 'nn'] }, 'da'],
  ])('%j refuses «%s»', (kind, text) => {
    expect(readField(text, kind)).toEqual({ ok: false })
  })

  test('what is shown is read back as it was', () => {
    const samples: [FieldKind, unknown][] = [
      ['weeks', [28, 29, 30]],
      ['days', ['2026-06-24', '2026-12-01']],
      ['period', { from: '12-24', to: '01-01' }],
      ['period', null],
      ['points', -10.5],
      ['amount', 1750],
      ['amount', null],
      ['time', '09:00'],
      ['count', 5],
    ]
    for (const [kind, value] of samples) expect(readField(textOf(value, kind), kind)).toEqual({ ok: true, value })
  })

  test('every part stands once in its form', () => {
    for (const specs of Object.values(FORMS)) expect(new Set(specs.map(({ part }) => part)).size).toBe(specs.length)
  })
})
