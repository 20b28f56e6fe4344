import { ok, type Result, refuse } from './result.ts'

export type NumberFault = { code: 'notANumber' | 'ambiguousNumber' | 'unitMismatch' }

const PERCENT: readonly string[] = ['%', 'prosent', 'pst', 'percent']
const KRONER: readonly string[] = ['kr', 'nok', 'kroner', ',-']
/** How people write the units of indicators. */
const UNIT_WORDS: readonly (readonly string[])[] = [
  PERCENT,
  KRONER,
  ['timer', 't', 'time', 'timar', 'h', 'hours', 'hour'],
  ['minutter', 'min', 'minutt', 'minutes', 'minute'],
  ['dager', 'd', 'dag', 'dagar', 'døgn', 'days', 'day'],
  ['antall', 'antal', 'tal', 'count', 'stk', 'st', 'pcs'],
]

const normal = (unit: string): string => unit.trim().toLowerCase().replace(/\.$/, '')

/** Whether what stands after the number means the expected unit. With none expected, only % and kroner are plain enough. */
function unitFits(written: string, expected: string | undefined): boolean {
  const word = normal(written)
  if (expected === undefined || expected.trim() === '') return PERCENT.includes(word) || KRONER.includes(word)
  const wanted = normal(expected)
  // «kr per bruker» and «minutter per søknad» are measured in their first word.
  const first = wanted.replace(/ .*$/, '')
  return word === wanted || word === first || UNIT_WORDS.some((words) => words.includes(word) && words.includes(first))
}

const GROUPED = /^\d{1,3}( \d{3})+$/

/** The digits before the decimal sign, without their grouping; null when the grouping is not one. */
function ungrouped(whole: string): string | null {
  if (/^\d+$/.test(whole)) return whole
  if (GROUPED.test(whole)) return whole.replaceAll(' ', '')
  return /^\d{1,3}(\.\d{3})+$/.test(whole) ? whole.replaceAll('.', '') : null
}

/** The number as JavaScript reads it; `ambiguous` when it can be read in two ways; null when it is none. */
function plain(text: string): string | 'ambiguous' | null {
  const [whole = '', decimals, ...more] = text.split(',')
  if (more.length > 0) return null
  if (decimals !== undefined) {
    const digits = ungrouped(whole)
    if (/^\d+$/.test(decimals)) return digits === null ? null : `${digits}.${decimals}`
    // 1,234.5: the English signs the other way round.
    return /^\d+\.\d+$/.test(decimals) && /^\d+$/.test(whole) ? 'ambiguous' : null
  }
  // 1.234 is a thousand to some and a fraction to others; 0.234 and 12.5 can only be fractions.
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(text)) return 'ambiguous'
  if (/^\d+\.\d+$/.test(text)) return text
  return ungrouped(text)
}

const LARGEST = 1e15

/**
 * A number as a Norwegian writes it: `142,5`, `1 234,5` with any kind of space, `−5`, `12 %`, `3 t`. A decimal point is
 * accepted where it can only be one (`12.5`); `1.234` is refused as ambiguous, for it is a thousand to some. A unit may follow
 * when it is `unit`, the one expected, in any of its usual spellings.
 */
export function parseNorwegianNumber(text: string, unit?: string): Result<number, NumberFault> {
  const spaced = text.replace(/\s+/gu, ' ').trim()
  const parts = /^([-+\u2212\u2013] ?)?(\d[\d .,]*?)( ?(?:,-|\p{L}.*|%.*))?$/u.exec(spaced)
  if (!parts) return refuse({ code: 'notANumber' })
  const [, sign, number = '', written] = parts
  const digits = plain(number.trim())
  if (digits === null) return refuse({ code: 'notANumber' })
  if (digits === 'ambiguous') return refuse({ code: 'ambiguousNumber' })
  if (written !== undefined && !unitFits(written, unit)) return refuse({ code: 'unitMismatch' })
  const value = Number(digits)
  if (value > LARGEST) return refuse({ code: 'notANumber' })
  const negative = sign !== undefined && sign.trim() !== '+'
  return ok(negative && value !== 0 ? -value : value)
}
