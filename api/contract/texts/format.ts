import type { Frequency, Language } from '#domain/codes.ts'
import type { CivilDate } from '#domain/model.ts'
import { INTL_LOCALE } from './catalogue.ts'

const NBSP = '\u00a0'
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(language: Language, minimum: number, maximum: number): Intl.NumberFormat {
  const id = `${language}${minimum}:${maximum}`
  let format = numberFormats.get(id)
  if (!format) {
    format = new Intl.NumberFormat(INTL_LOCALE[language], { minimumFractionDigits: minimum, maximumFractionDigits: maximum })
    numberFormats.set(id, format)
  }
  return format
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = language + JSON.stringify(options)
  let format = dateFormats.get(id)
  if (!format) {
    format = new Intl.DateTimeFormat(INTL_LOCALE[language], { ...options, timeZone: 'UTC' })
    dateFormats.set(id, format)
  }
  return format
}

const asUtc = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`)

/** `1 234,5` with U+00A0 between thousands and U+2212 as minus. `decimals` null keeps up to two, as many as the number has. */
export function formatNumber(value: number, language: Language, decimals: number | null = null): string {
  const text = numberFormat(language, decimals ?? 0, decimals ?? 2).format(value === 0 ? 0 : value)
  return text.replace(/[\u202f ]/g, NBSP).replace(/^-/, '\u2212')
}

/**
 * A number as it stands in a field that is typed in, so that what is sent back unchanged is read as the same number: the reading
 * is Norwegian in every language, and `1,950` would be a fraction. English gets `1 950 000` and `1234.5`.
 */
export function formatTyped(value: number, language: Language): string {
  if (language !== 'en') return formatNumber(value, language)
  const text = formatNumber(value, 'nb')
  return text.includes(',') ? text.replaceAll(NBSP, '').replace(',', '.') : text
}

/** `12 %` in Norwegian, `12%` in English; whole per cent. */
export function formatPercent(value: number, language: Language): string {
  const text = formatNumber(Math.round(value), language, 0)
  return language === 'en' ? `${text}%` : `${text}${NBSP}%`
}

/** «12 antall» is nobody's way of saying it: what is counted is named by the indicator. */
export const isBareCount = (unit: string): boolean => /^(antall?|tal|count)$/i.test(unit)

/** A value with its unit: `14,5 dager`, `53 %`, `1 234 567 kr`. */
export function formatValue(value: number, unit: string, language: Language, decimals: number | null = null): string {
  if (unit === '%' && language === 'en') return `${formatNumber(value, language, decimals)}%`
  return unit === '' || isBareCount(unit)
    ? formatNumber(value, language, decimals)
    : `${formatNumber(value, language, decimals)}${NBSP}${unit}`
}

/** `1 234 567 kr`, whole kroner; another currency keeps its code. */
export function formatMoney(value: number, currency: string, language: Language): string {
  const text = formatNumber(Math.round(value), language, 0)
  return currency === 'NOK' ? `${text}${NBSP}kr` : `${text}${NBSP}${currency}`
}

/** `31. mars 2026` for sentences; without the year when it is the year of `today`. */
export function formatDate(date: CivilDate, language: Language, today?: CivilDate): string {
  const sameYear = today !== undefined && today.slice(0, 4) === date.slice(0, 4)
  return dateFormat(language, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(asUtc(date))
}

/** `fredag 22. mai`; deadlines within 14 days name the weekday. */
export function formatDeadline(date: CivilDate, language: Language, today: CivilDate): string {
  const days = (asUtc(date).getTime() - asUtc(today).getTime()) / 86_400_000
  if (days < 0 || days > 14) return formatDate(date, language, today)
  return `${formatWeekday(date, language)} ${formatDate(date, language, today)}`
}

const NYNORSK_WEEKDAYS = ['søndag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'] as const

/** `mandag`, `måndag`, `Monday`. */
export function formatWeekday(date: CivilDate, language: Language): string {
  if (language === 'nn') return NYNORSK_WEEKDAYS[asUtc(date).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6]
  return dateFormat(language, { weekday: 'long' }).format(asUtc(date))
}

/** `31.03.2026` for tables. */
export function formatShortDate(date: CivilDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`
}

/** `mai 2026`, or `mai` when the year is that of `today`. `month` is `YYYY-MM`. */
export function formatMonth(month: string, language: Language, today?: CivilDate): string {
  const sameYear = today !== undefined && today.slice(0, 4) === month.slice(0, 4)
  return dateFormat(language, { month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(asUtc(`${month.slice(0, 7)}-01`))
}

/** `09:04` in the municipality's zone. */
export function formatTime(instant: string, zone = 'Europe/Oslo'): string {
  return new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant))
}

/** `1. tertial` in Norwegian; English names the period first: `four-month period 1`, `Q1`. */
const NUMBERED: Record<Language, Record<'quarter' | 'tertial' | 'half', (n: number) => string>> = {
  nb: { quarter: (n) => `${n}.${NBSP}kvartal`, tertial: (n) => `${n}.${NBSP}tertial`, half: (n) => `${n}.${NBSP}halvår` },
  nn: { quarter: (n) => `${n}.${NBSP}kvartal`, tertial: (n) => `${n}.${NBSP}tertial`, half: (n) => `${n}.${NBSP}halvår` },
  en: { quarter: (n) => `Q${n}`, tertial: (n) => `four-month period${NBSP}${n}`, half: (n) => `half-year${NBSP}${n}` },
}

/**
 * What people call a measuring period: `april`, `1. tertial`, `2. kvartal 2025`, `2026`.
 * The period is named only when the measurement date is the end of such a period; else its date is given.
 * `periodKey` is the measurement date, or a report's `YYYY-MM`.
 */
export function formatPeriod(periodKey: string, frequency: Frequency | null, language: Language, today?: CivilDate): string {
  if (/^\d{4}-\d{2}$/.test(periodKey)) return formatMonth(periodKey, language, today)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(periodKey)) return periodKey
  const year = periodKey.slice(0, 4)
  const month = Number(periodKey.slice(5, 7))
  const atMonthEnd = asUtc(periodKey).getTime() + 86_400_000 === Date.UTC(Number(year), month, 1)
  const numbered = NUMBERED[language]
  const named = (text: string) => (today !== undefined && today.slice(0, 4) === year ? text : `${text} ${year}`)
  if (frequency === 'monthly') return formatMonth(periodKey, language, today)
  if (atMonthEnd && frequency === 'quarterly' && month % 3 === 0) return named(numbered.quarter(month / 3))
  if (atMonthEnd && frequency === 'tertial' && month % 4 === 0) return named(numbered.tertial(month / 4))
  if (atMonthEnd && frequency === 'halfYearly' && month % 6 === 0) return named(numbered.half(month / 6))
  if (atMonthEnd && frequency === 'yearly' && month === 12) return year
  return formatDate(periodKey, language, today)
}
