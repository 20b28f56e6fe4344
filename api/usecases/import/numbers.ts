import { parseNorwegianNumber } from '#domain/numbers.ts'
import type { Cell } from './sheet.ts'

export type NumberFaultCode = 'notANumber' | 'ambiguousNumber' | 'unitMismatch'
export type NumberRead = { ok: true; value: number | null } | { ok: false; code: NumberFaultCode }

/** How a column writes its numbers: with decimal points (and commas, if any, between thousands), or as a Norwegian does. */
export interface NumberStyle {
  decimalPoint: boolean
}

export const NORWEGIAN: NumberStyle = { decimalPoint: false }

const LARGEST = 1e15
const CURRENCY_BEFORE = /^(?:kr\.?|nok|eur|gbp|usd|sek|dkk|[£€$])\s*/i
const CURRENCY_AFTER = /\s*(?:eur|gbp|usd|sek|dkk|[£€$])$/i

/**
 * The number in a cell; null for an empty one. Text is read as a person writes it (`142,5`, `1 234,5`, `−240`, `60 %`,
 * `kr 120 000`, `22 minutter` where minutes are expected); `12,5,3` is no number and `1.234` alone is ambiguous. In a column
 * of decimal points it is read as English: `1,234.5`.
 */
export function numberOf(cell: Cell, style: NumberStyle = NORWEGIAN, unit: string | null = null): NumberRead {
  if (cell === null) return { ok: true, value: null }
  if (typeof cell === 'boolean') return { ok: false, code: 'notANumber' }
  if (typeof cell === 'number') return inRange(cell)
  const text = cell.trim()
  if (text === '') return { ok: true, value: null }
  const bare = text.replace(CURRENCY_BEFORE, '').replace(CURRENCY_AFTER, '')
  if (/^[-+]?\d+(?:\.\d+)?e[-+]?\d{1,2}$/i.test(bare)) return inRange(Number(bare))
  if (style.decimalPoint) {
    const english = /^[-\u2212\u2013]?\d[\d,]*(?:\.\d+)?$/.test(bare) ? englishNumber(bare) : null
    if (english !== null) return inRange(english)
  }
  return parseNorwegianNumber(bare, unit ?? undefined)
}

const inRange = (value: number): NumberRead =>
  Number.isFinite(value) && Math.abs(value) <= LARGEST ? { ok: true, value: value + 0 } : { ok: false, code: 'notANumber' }

function englishNumber(text: string): number | null {
  const digits = text.replace(/^[-\u2212\u2013]/, '')
  if (digits.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return null
  const value = Number(digits.replaceAll(',', ''))
  return digits === text ? value : 0 - value
}

const SURE_POINT = /^\D{0,3}(?:\d*\.(?:\d{1,2}|\d{4,})|0\.\d{3}|\d{4,}\.\d{3}|\d{1,3}(?:,\d{3})+\.\d+)$/
const SURE_COMMA = /^\D{0,3}(?:[\d\s.]*,(?:\d{1,2}|\d{4,})|0,\d{3})\D*$/

/** The style the column's texts show: decimal points if one value can be nothing else, and none has a decimal comma. */
export function styleOf(cells: readonly Cell[]): NumberStyle {
  const texts = cells.filter((cell) => typeof cell === 'string').map((cell) => cell.trim())
  return { decimalPoint: texts.some((text) => SURE_POINT.test(text)) && !texts.some((text) => SURE_COMMA.test(text)) }
}
