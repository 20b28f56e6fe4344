import { monthNamed } from '#contract/texts/month-names.ts'
import { dateOfDay, dayNumberOf, daysInMonth, isCivilDate } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { type Cell, dateOfSerial, textOf } from './sheet.ts'

export type DateRead = { ok: true; value: CivilDate | null } | { ok: false; code: 'dateInvalid' }

const invalid: DateRead = { ok: false, code: 'dateInvalid' }

/**
 * The day in a cell; null for an empty one. Takes what Excel has as a date or as its plain day number, and text as
 * `2026-03-31`, `31.03.2026`, `31/3-26`, `31. mars 2026`, `20260331`, with or without a clock time. Day before month
 * unless that is impossible.
 */
export function dateOf(cell: Cell): DateRead {
  if (typeof cell === 'boolean') return invalid
  const text = textOf(cell)
  if (text === null) return { ok: true, value: null }
  const serial = Number(text)
  if (/^\d{5}(\.\d+)?$/.test(text)) return read(dateOfSerial(serial))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return read(civil(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: .*)?$/.exec(text)
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? '')]
    return read(civil(year, second, first) ?? civil(year, first, second))
  }
  const named = /^(\d{1,2})\.? ?([a-zæøå]+)\.? ?(\d{4})$/i.exec(text)
  if (named) return read(civil(Number(named[3]), monthNamed((named[2] ?? '').toLowerCase()) ?? 0, Number(named[1])))
  return invalid
}

const read = (value: CivilDate | null): DateRead => (value === null ? invalid : { ok: true, value })
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

function civil(year: number, month: number, day: number): CivilDate | null {
  if (year < 1950 || year > 2150 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const date = dateOfDay(dayNumberOf(year, month, day))
  return isCivilDate(date) ? date : null
}

const lastOf = (year: number, month: number): CivilDate | null => civil(year, month, daysInMonth(year, month))

/** Last month of what people call a season; «vinter» ends where the year does. */
const SEASONS: Record<string, number> = {
  vår: 6,
  spring: 6,
  sommer: 8,
  sommar: 8,
  summer: 8,
  høst: 12,
  haust: 12,
  autumn: 12,
  vinter: 12,
  winter: 12,
}

/**
 * The last day of the time a text names, for «Når blir gevinsten realisert?»: a date, `2027`, `2026 høst`, `våren 2026`,
 * `mars 2026`, `2. kvartal 2026`, `Q2 2026`, `1. tertial 2026`, `1. halvår 2026`; of `2026–2027` the last. null when it names none.
 */
export function endOfNamedTime(cell: Cell): CivilDate | null {
  const date = dateOf(cell)
  if (date.ok) return date.value
  const text = (textOf(cell) ?? '').toLowerCase()
  const years = text.match(/\b(?:19|20|21)\d{2}\b/g)
  const year = Number(years?.at(-1))
  if (!year) return null
  const words = text.match(/[a-zæøå]+/g) ?? []
  for (const word of words) {
    const month = monthNamed(word) ?? SEASONS[word.replace(/en$/, '')] ?? SEASONS[word]
    if (month) return lastOf(year, month)
  }
  const part = Number(/(?:^|[^\d])([1-4])(?:[^\d]|$)/.exec(text)?.[1])
  if (part && /kvartal|\bq ?[1-4]\b|quarter/.test(text)) return lastOf(year, part * 3)
  if (part && part <= 3 && /tertial/.test(text)) return lastOf(year, part * 4)
  if (part && part <= 2 && /halvår|half/.test(text)) return lastOf(year, part * 6)
  return lastOf(year, 12)
}
