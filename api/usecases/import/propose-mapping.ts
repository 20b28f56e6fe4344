import type { ImportMapping } from '#contract/requests.ts'
import { plainWords, readPhase, readRating, readState } from './code-words.ts'
import type { Assumption } from './found.ts'
import { type HeaderMeaning, meaningOf } from './header-words.ts'
import { sameName } from './keys.ts'
import { type Cell, lineOf, type Sheet, textOf } from './sheet.ts'
import { isNested, SCALED_FIELDS, type TableField } from './table-fields.ts'

/** A table in a sheet: its header row and the rows below. */
export interface TableAt {
  sheet: Sheet
  /** Row number of the headers, from 1. */
  headerRow: number
  /** The header of each column, trimmed; null for a column without one. */
  headers: (string | null)[]
}

export interface Proposal {
  mapping: ImportMapping
  assumptions: Assumption[]
}

const HEADER_WITHIN = 30

export const headersAt = (sheet: Sheet, headerRow: number): TableAt => ({
  sheet,
  headerRow,
  headers: (sheet.rows[headerRow - 1] ?? []).map((cell) => lineOf(cell)),
})

/** The cells below a header. */
export const columnOf = ({ sheet, headerRow }: TableAt, column: number): Cell[] =>
  sheet.rows.slice(headerRow).map((row) => row[column] ?? null)

/** The place in the file that looks most like a table of projects: a header row that names the project and something more. */
export function findTable(sheets: readonly Sheet[]): TableAt | null {
  let best: { table: TableAt; score: number } | null = null
  for (const sheet of sheets) {
    for (let row = 1; row <= Math.min(HEADER_WITHIN, sheet.rows.length); row += 1) {
      const table = headersAt(sheet, row)
      const fields = new Set(table.headers.map((header) => (header === null ? null : meaningOf(header)?.field)))
      const alone = table.headers.filter((header) => header !== null).length === 1
      const score = [...fields].filter((field) => field).length
      if (fields.has('title') && (score > 1 || alone) && score > (best?.score ?? 0)) best = { table, score }
    }
  }
  return best?.table ?? null
}

/**
 * Which column is which field, from Norwegian and English headers and, for «Status», from the values below it. A header that
 * says millions or thousands, or a currency, sets scale and currency; that is told.
 */
export function proposeMapping(table: TableAt): Proposal {
  const columns: Record<string, string> = {}
  const scale: Record<string, number> = {}
  const assumptions: Assumption[] = []
  const place = { sheet: table.sheet.name, row: table.headerRow }
  let currency: string | undefined
  for (const [field, column] of chosenColumns(table)) {
    const header = table.headers[column] ?? ''
    if (field === 'key') continue
    columns[field] = header
    const meaning = meaningOf(header)
    if (!meaning || !SCALED_FIELDS.includes(field)) continue
    if (meaning.scale !== null) {
      scale[field] = meaning.scale
      assumptions.push({
        ...place,
        field,
        value: String(meaning.scale),
        note: 'scale',
        args: { column: header, scale: meaning.scale },
        told: 'always',
      })
    }
    if (meaning.currency !== null && currency === undefined) currency = meaning.currency
  }
  if (currency !== undefined && currency !== 'NOK') {
    assumptions.push({ ...place, field: 'currency', value: currency, note: 'currencyOfHeader', args: { value: currency }, told: 'always' })
  }
  const keyColumn = keyColumnOf(table, Object.keys(columns) as TableField[])
  return {
    mapping: {
      columns,
      ...(keyColumn === undefined ? {} : { keyColumn }),
      ...(currency === undefined ? {} : { currency }),
      ...(Object.keys(scale).length === 0 ? {} : { scale }),
    },
    assumptions,
  }
}

/** Each field with the column whose header tells most; no column twice. */
function chosenColumns(table: TableAt): Map<TableField, number> {
  const best = new Map<TableField, { column: number; rank: number }>()
  table.headers.forEach((header, column) => {
    const meaning = header === null ? null : byValues(meaningOf(header), columnOf(table, column))
    if (!meaning) return
    const known = best.get(meaning.field)
    if (!known || meaning.rank < known.rank) best.set(meaning.field, { column, rank: meaning.rank })
  })
  // A «Frist» or «Verdi» without a gevinst beside it is something else.
  const hasBenefits = best.has('benefit.title') || best.has('indicator.title')
  return new Map([...best].filter(([field]) => hasBenefits || !isNested(field)).map(([field, { column }]) => [field, column]))
}

/** «Status» may hold ratings, states or phases: what most of its values are decides. */
function byValues(meaning: HeaderMeaning | null, cells: readonly Cell[]): HeaderMeaning | null {
  if (meaning?.field !== 'rating' && meaning?.field !== 'state') return meaning
  const texts = cells.map(textOf).filter((text) => text !== null)
  if (texts.length === 0) return meaning
  const share = (read: (text: string) => unknown): number => texts.filter((text) => read(text) !== null).length / texts.length
  const shares: [TableField, number][] = [
    ['rating', share(readRating)],
    ['state', share(readState)],
    ['phase', share(readPhase)],
  ]
  const [field, most] = shares.reduce((one, other) => (other[1] > one[1] ? other : one))
  if (most < 0.5) return null
  // A column whose header is the field's own comes before one that is known by its values alone.
  return field === meaning.field ? meaning : { ...meaning, field, rank: meaning.rank + 100 }
}

/** The id of the source, when every row has one of its own (of its project, where a project has several rows). */
function keyColumnOf(table: TableAt, fields: readonly TableField[]): string | undefined {
  const column = chosenColumns(table).get('key')
  const header = column === undefined ? null : table.headers[column]
  if (column === undefined || !header) return undefined
  const filled = table.sheet.rows.slice(table.headerRow).filter((row) => row.some((cell) => textOf(cell) !== null))
  const ids = filled.map((row) => textOf(row[column] ?? null))
  if (ids.some((id) => id === null)) return undefined
  const unique = new Set(ids.map((id) => sameName(id ?? ''))).size === ids.length
  return unique || fields.some(isNested) ? header : undefined
}

/** The number of the column with this header: letter for letter, else without regard to case and signs. */
export function columnOfHeader(table: TableAt, header: string): number | null {
  const exact = table.headers.indexOf(header.trim())
  if (exact >= 0) return exact
  const wanted = plainWords(header)
  const loose = table.headers.findIndex((candidate) => candidate !== null && plainWords(candidate) === wanted)
  return loose >= 0 ? loose : null
}
