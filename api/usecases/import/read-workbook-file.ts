import readSheets from 'read-excel-file/node'
import { dateOfDay } from '#domain/dates.ts'
import { type Cell, MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Sheet, withoutError } from './sheet.ts'
import { type Entry, storedZip, unzip } from './unzip.ts'

/** Unpacked size of all sheets, in bytes: 400 000 cells with their texts are about 20 MB, and the reader takes ten times the size in memory. */
const UNPACKED_LIMIT = 32_000_000
const DAY_MS = 86_400_000
const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

export type ReadSheets = { ok: true; sheets: Sheet[] } | { ok: false; code: 'fileUnreadable' | 'tooLarge' }

/**
 * The sheets of an .xlsx file, hidden ones too: cached values of formulas, dates as `YYYY-MM-DD`, only the first cell of
 * a merged area, row numbers as in the file. The archive is unpacked and measured here first and repacked without
 * compression, since the reader itself has no limits.
 */
export async function readWorkbookFile(bytes: Buffer): Promise<ReadSheets> {
  const unpacked = unzip(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'), UNPACKED_LIMIT)
  if (!unpacked.ok) return unpacked
  if (!unpacked.entries.some(({ name }) => name === WORKBOOK) || lacksSheet(unpacked.entries)) return { ok: false, code: 'fileUnreadable' }
  const fault = measuredFault(unpacked.entries)
  if (fault) return { ok: false, code: fault }
  try {
    const sheets = await readSheets(storedZip(unpacked.entries), { trim: false })
    return { ok: true, sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })) }
  } catch {
    // The reader throws for a workbook it does not understand; which of its many errors it is helps nobody.
    return { ok: false, code: 'fileUnreadable' }
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    const day = Math.floor(value.getTime() / DAY_MS)
    return Number.isFinite(day) && Math.abs(day) < 100_000 ? dateOfDay(day) : null
  }
  if (typeof value === 'string') return withoutError(value.slice(0, MAX_CELL_TEXT))
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const RELATION = /<(?:[\w-]+:)?Relationship\b([^<>]*)>/g
const SHEET_TYPE = /\sType=["'][^"']*\/worksheet["']/
const TARGET = /\sTarget=["']([^"']*)["']/

/**
 * Whether the workbook names a sheet that is not in the file. The reader throws at such a sheet while it is still reading those
 * before it, and what becomes of them then nobody can catch: a second fault would end the whole process.
 */
function lacksSheet(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ name }) => name))
  const relations = entries.find(({ name }) => name === RELATIONS)?.bytes.toString('utf8') ?? ''
  return [...relations.matchAll(RELATION)].some(([, attributes = '']) => {
    const target = SHEET_TYPE.test(attributes) ? TARGET.exec(attributes)?.[1] : undefined
    return target !== undefined && !names.has(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
}

const ROW = /<(?:[\w-]+:)?row\b([^<>]*)>/g
const CELL = /<(?:[\w-]+:)?c\b([^<>]*)>/g
const ADDRESS = /\sr=["']([A-Z]{1,3})([1-9]\d{0,6})["']/
const ROW_NUMBER = /\sr=["']([^"']*)["']/

/**
 * What stops the sheets from being read safely. The reader fills the gaps before a cell with empty cells, so one cell far
 * out would cost as much as a full sheet: every address is looked at before it gets them.
 */
function measuredFault(entries: readonly Entry[]): 'fileUnreadable' | 'tooLarge' | null {
  let cells = 0
  for (const { name, bytes } of entries) {
    if (!/worksheets\/[^/]*\.xml$/.test(name)) continue
    const xml = bytes.toString('utf8')
    for (const [, attributes = ''] of xml.matchAll(ROW)) {
      const number = ROW_NUMBER.exec(attributes)?.[1]
      if (number !== undefined && !/^[1-9]\d{0,6}$/.test(number)) return 'fileUnreadable'
    }
    let lastRow = 0
    let lastColumn = 0
    for (const [, attributes = ''] of xml.matchAll(CELL)) {
      const address = ADDRESS.exec(attributes)
      if (!address) return 'fileUnreadable'
      // A styled cell without content is not read, wherever it is.
      if (attributes.endsWith('/')) continue
      lastRow = Math.max(lastRow, Number(address[2]))
      lastColumn = Math.max(lastColumn, columnNumber(address[1] ?? ''))
    }
    cells += lastRow * lastColumn
    if (lastRow > MAX_ROWS || lastColumn > MAX_COLUMNS || cells > MAX_CELLS) return 'tooLarge'
  }
  return null
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
