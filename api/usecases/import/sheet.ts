import { dateOfDay, isCivilDate } from '#domain/dates.ts'

/** A cell as read: text untouched, numbers as numbers, date cells as `YYYY-MM-DD`, formula errors and empty cells as null. */
export type Cell = string | number | boolean | null

export interface Sheet {
  name: string
  /** Row 1 of the sheet is `rows[0]`; a row is as long as its last filled cell, or longer. */
  rows: Cell[][]
}

/** Largest file taken, in bytes. */
export const FILE_LIMIT_MB = 10
export const MAX_ROWS = 20_000
export const MAX_COLUMNS = 500
export const MAX_CELLS = 400_000
/** Excel's own limit of characters in a cell; what is longer did not come from a person. */
export const MAX_CELL_TEXT = 32_767

/** The cell at row and column as a person counts them: row from 1, column as a letter A–Z. */
export function cellAt(sheet: Sheet, column: string, row: number): Cell {
  return sheet.rows[row - 1]?.[column.charCodeAt(0) - 65] ?? null
}

/** The text of a cell without surrounding space, line breaks as `\n`; null when it is empty. A number is written as JavaScript writes it. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null
  const text = String(cell).replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim()
  return text === '' ? null : text
}

/** The text of a cell on one line: for titles and names. */
export const lineOf = (cell: Cell): string | null => textOf(cell)?.replace(/\s+/g, ' ') ?? null

/** Control characters (they are not allowed in XML, so SharePoint refuses them), zero-width space and byte order marks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff\ufffe\uffff]/g

const FORMULA_ERROR = /^#(DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** What a formula that failed has left behind says nothing: it counts as an empty cell. */
export const withoutError = (cell: Cell): Cell => (typeof cell === 'string' && FORMULA_ERROR.test(cell.trim()) ? null : cell)

const EXCEL_EPOCH_DAY = -25_569

/** The civil date of an Excel serial day number (1900 system), or null outside 1954–2119: such a number is not meant as a date. */
export function dateOfSerial(serial: number): string | null {
  if (!(serial >= 20_000 && serial < 80_500)) return null
  const date = dateOfDay(Math.floor(serial) + EXCEL_EPOCH_DAY)
  return isCivilDate(date) ? date : null
}
