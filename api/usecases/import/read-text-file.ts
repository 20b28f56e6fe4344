import { parse } from 'csv-parse/sync'
import { unguarded } from '#contract/csv.ts'
import { type Cell, MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Sheet, withoutError } from './sheet.ts'

export type ReadTable = { ok: true; sheet: Sheet } | { ok: false; code: 'fileUnreadable' | 'tooLarge' }

const DELIMITERS = [';', '\t', ',', '|'] as const

/** Longest line taken, in characters: longer than anybody's, and short enough that quotes gone wrong cost nothing. */
const MAX_LINE = 1_000_000

/**
 * A .csv or .txt file as one sheet: UTF-8, UTF-16 with a mark, or Windows-1252; `;`, tab, `,` or `|`, whichever splits its
 * lines evenly. The limits are kept before and while it is read: ten million line breaks would otherwise hold up everybody.
 */
export function readTextFile(bytes: Buffer, name: string): ReadTable {
  const text = decoded(bytes)
  if (text === null) return { ok: false, code: 'fileUnreadable' }
  const delimiter = delimiterOf(text)
  if (occursMoreThan(MAX_CELLS, delimiter, text)) return { ok: false, code: 'tooLarge' }
  const rows = parsed(text, delimiter)
  if (rows === null) return { ok: false, code: 'fileUnreadable' }
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  if (rows.length > MAX_ROWS || widest > MAX_COLUMNS || cells > MAX_CELLS) return { ok: false, code: 'tooLarge' }
  return { ok: true, sheet: { name, rows: rows.map((row) => row.map(cellOf)) } }
}

const cellOf = (text: string): Cell => (text === '' ? null : withoutError(unguarded(text).slice(0, MAX_CELL_TEXT)))

/** null when it is not text: a byte 0 stands in no text that is not UTF-16. */
function decoded(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what Excel in a Norwegian Windows writes as CSV.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const SAMPLE_CHARACTERS = 20_000

/** The delimiter that gives the first lines the same number of cells, and most of them; a file of one column has any. */
function delimiterOf(text: string): string {
  // Excel's own line `sep=;` says it outright.
  const declared = /^\ufeff?sep=(.)\r?\n/.exec(text)?.[1]
  if (declared) return declared
  const sample =
    text.length <= SAMPLE_CHARACTERS
      ? text
      : text.slice(0, text.lastIndexOf('\n', SAMPLE_CHARACTERS) + 1) || text.slice(0, SAMPLE_CHARACTERS)
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const rows = parsed(sample, delimiter)?.filter((row) => row.some((cell) => cell.trim() !== '')) ?? []
    const width = rows[0]?.length ?? 0
    if (width < 2) continue
    const even = rows.filter((row) => row.length === width).length / rows.length
    const score = even * Math.min(width, 20)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function occursMoreThan(limit: number, sign: string, text: string): boolean {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0 && found <= limit; at = text.indexOf(sign, at + 1)) found += 1
  return found > limit
}

/**
 * At most one row more than the limit, so that the reader of them sees it is passed. null when the quotes do not
 * add up even with the strictness turned off.
 */
function parsed(text: string, delimiter: string): string[][] | null {
  const body = text.replace(/^\ufeff?sep=.\r?\n/, '\n')
  const within = { to: MAX_ROWS + 1, max_record_size: MAX_LINE }
  for (const options of [{}, { relax_quotes: true }, { quote: false }] as const) {
    try {
      return parse(body, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, ...within, ...options })
    } catch {
      // A quote in the middle of a cell: the next, more forgiving reading is tried.
    }
  }
  return null
}
