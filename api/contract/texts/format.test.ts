import { describe, expect, it } from 'vitest'
import type { Frequency, Language } from '#domain/codes.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import {
  formatDate,
  formatDeadline,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatShortDate,
  formatTyped,
  formatValue,
} from './format.ts'

/** Non-breaking spaces written as plain ones, so that the tables can be read. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('periods as people call them', () => {
  it.each<[string, Frequency | null, Language, string, string]>([
    ['2026-04-30', 'monthly', 'nb', '2026-05-18', 'april'],
    ['2025-12-31', 'monthly', 'nn', '2026-05-18', 'desember 2025'],
    ['2026-04-30', 'tertial', 'nb', '2026-05-18', '1. tertial'],
    ['2025-12-31', 'tertial', 'en', '2026-05-18', 'four-month period 3 2025'],
    ['2026-06-30', 'quarterly', 'nn', '2026-08-18', '2. kvartal'],
    ['2026-06-30', 'quarterly', 'en', '2026-08-18', 'Q2'],
    ['2026-06-30', 'halfYearly', 'nb', '2026-08-18', '1. halvår'],
    ['2025-12-31', 'yearly', 'nb', '2026-05-18', '2025'],
    ['2026-04-15', 'tertial', 'nb', '2026-05-18', '15. april'],
    ['2026-04', null, 'en', '2026-05-18', 'April'],
    ['baseline', 'monthly', 'nb', '2026-05-18', 'baseline'],
  ])('%s %s in %s on %s is «%s»', (periodKey, frequency, language, today, expected) => {
    expect(plain(formatPeriod(periodKey, frequency, language, today))).toBe(expected)
  })
})

describe('numbers, money and dates', () => {
  it('uses the Norwegian comma, non-breaking thousands and a true minus', () => {
    expect(formatNumber(-1234.5, 'nb')).toBe('\u22121\u00a0234,5')
    expect(formatNumber(0, 'nn', 1)).toBe('0,0')
    expect(plain(formatMoney(1_234_567.4, 'NOK', 'nb'))).toBe('1 234 567 kr')
    expect(plain(formatMoney(-240, 'GBP', 'nn'))).toBe('\u2212240 GBP')
  })

  it('puts a space before the per cent sign in Norwegian and none in English', () => {
    expect(plain(formatPercent(12.4, 'nb'))).toBe('12 %')
    expect(formatPercent(12.4, 'en')).toBe('12%')
    expect(plain(formatValue(14.5, 'dager', 'nb'))).toBe('14,5 dager')
    expect(formatValue(53, '%', 'en')).toBe('53%')
    expect(formatValue(12, 'antall', 'nb')).toBe('12')
    expect(plain(formatValue(12, 'antall saker', 'nb'))).toBe('12 antall saker')
  })

  it('writes dates out in sentences and short in tables', () => {
    expect(formatDate('2026-03-31', 'nb')).toBe('31. mars 2026')
    expect(formatDate('2026-03-31', 'nb', '2026-05-18')).toBe('31. mars')
    expect(formatDate('2026-03-31', 'en')).toBe('31 March 2026')
    expect(formatShortDate('2026-03-31')).toBe('31.03.2026')
    expect(formatDeadline('2026-05-22', 'nb', '2026-05-18')).toBe('fredag 22. mai')
    expect(formatDeadline('2026-07-01', 'nb', '2026-05-18')).toBe('1. juli')
  })
})

it.each<[number, Language, string]>([
  [1_950_000, 'en', '1 950 000'],
  [1950, 'en', '1 950'],
  [1234.5, 'en', '1234.5'],
  [-12.25, 'en', '\u221212.25'],
  [1234.5, 'nb', '1 234,5'],
])('%d in a field one types in, in %s, is «%s», and is read back as the same', (value, language, expected) => {
  expect(plain(formatTyped(value, language))).toBe(expected)
  expect(parseNorwegianNumber(formatTyped(value, language))).toEqual({ ok: true, value })
})
