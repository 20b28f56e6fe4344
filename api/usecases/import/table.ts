import type { ErrorCode } from '#contract/errors.ts'
import type { ImportMapping } from '#contract/requests.ts'
import type { Assumption, FoundFile, Rejection } from './found.ts'
import { createIntake, type Slot } from './intake.ts'
import { styleOf } from './numbers.ts'
import { peopleFinder } from './people.ts'
import { columnOf, columnOfHeader, headersAt, type TableAt } from './propose-mapping.ts'
import { type Cell, type Sheet, textOf } from './sheet.ts'
import { isNested, SCALED_FIELDS, type TableField, tableField } from './table-fields.ts'
import { createGroups } from './table-groups.ts'
import { readNested } from './table-nested.ts'
import { readProject, type TableRow } from './table-row.ts'
import type { ReadingAround } from './workbook.ts'

export type MappingFault = { code: ErrorCode; field: string; args?: Record<string, string> }

/** A mapping whose fields are known and whose columns have been found. */
export interface ResolvedMapping {
  mapping: ImportMapping
  columns: Map<TableField, number>
  constants: Map<TableField, string>
  keyColumn: number | null
  scale: Map<TableField, number>
}

/** Checks a mapping against the table: every field must exist, every header must be there, and a project needs a name. */
export function resolveMapping(
  mapping: ImportMapping,
  table: TableAt,
): { ok: true; value: ResolvedMapping } | ({ ok: false } & MappingFault) {
  const columns = new Map<TableField, number>()
  const constants = new Map<TableField, string>()
  const scale = new Map<TableField, number>()
  let keyHeader = mapping.keyColumn
  for (const [name, header] of Object.entries(mapping.columns)) {
    const field = tableField(name)
    if (!field) return { ok: false, code: 'mappingInvalid', field: name }
    const column = columnOfHeader(table, header)
    if (column === null) return { ok: false, code: 'columnMissing', field: name, args: { column: header } }
    if (field === 'key') keyHeader ??= header
    else columns.set(field, column)
  }
  for (const [name, value] of Object.entries(mapping.constants ?? {})) {
    const field = tableField(name)
    if (!field || field === 'key') return { ok: false, code: 'mappingInvalid', field: name }
    constants.set(field, value)
  }
  for (const [name, factor] of Object.entries(mapping.scale ?? {})) {
    const field = tableField(name)
    if (!field || !SCALED_FIELDS.includes(field) || !(factor > 0)) return { ok: false, code: 'mappingInvalid', field: `scale.${name}` }
    scale.set(field, factor)
  }
  if (!columns.has('title') && !constants.has('title')) return { ok: false, code: 'mappingInvalid', field: 'title' }
  const keyColumn = keyHeader === undefined ? null : columnOfHeader(table, keyHeader)
  if (keyHeader !== undefined && keyColumn === null) return { ok: false, code: 'columnMissing', field: 'key', args: { column: keyHeader } }
  return { ok: true, value: { mapping, columns, constants, keyColumn, scale } }
}

/** The header row of a given mapping: the row among the first thirty that has most of its headers. */
export function tableOfMapping(sheets: readonly Sheet[], mapping: ImportMapping): TableAt | null {
  const wanted = [...Object.values(mapping.columns), ...(mapping.keyColumn === undefined ? [] : [mapping.keyColumn])]
  let best: { table: TableAt; hits: number } | null = null
  for (const sheet of sheets) {
    for (let row = 1; row <= Math.min(30, sheet.rows.length); row += 1) {
      const table = headersAt(sheet, row)
      const hits = wanted.filter((header) => columnOfHeader(table, header) !== null).length
      if (hits > (best?.hits ?? 0)) best = { table, hits }
    }
  }
  return best?.table ?? null
}

/**
 * The rows of a table as projects, and what stands below them where the mapping says so; rows of one project come together.
 * A row with a cell that cannot be used is left out as a whole, and every such cell is told.
 */
export function readTable(table: TableAt, resolved: ResolvedMapping, around: ReadingAround): FoundFile {
  const findPerson = peopleFinder(around.people, around.named)
  const rejected: Rejection[] = []
  const groups = createGroups({ today: around.today, language: around.language })
  const nested = [...resolved.columns.keys(), ...resolved.constants.keys()].some(isNested)
  const rowOf = rowMaker(table, resolved)
  let lines = 0
  table.sheet.rows.slice(table.headerRow).forEach((cells, at) => {
    if (cells.every((cell) => textOf(cell) === null)) return
    lines += 1
    const row = rowOf(cells, table.headerRow + at + 1)
    const intake = createIntake()
    const context = { ...around, intake, findPerson }
    const keySlot = keySlotOf(table, resolved, cells, row)
    const sourceId = keySlot ? (intake.line(keySlot) ?? null) : null
    if (keySlot && sourceId === null && intake.rejected.length === 0) intake.reject(keySlot, 'fieldRequired')
    const inherited = sourceId !== null && textOf(row.slot('title')?.cell ?? null) === null ? groups.titleOf(sourceId) : null
    const project = readProject(inherited === null ? row : withTitle(row, inherited), sourceId, context)
    const benefit = nested ? readNested(row, context) : null
    if (project && !nested && groups.has(project)) {
      intake.reject(keySlot ?? row.slot('title') ?? { cell: project.title, place: project.place, field: 'title' }, 'keyRepeated', {
        column: keySlot?.place.column ?? row.slot('title')?.place.column ?? '',
      })
    }
    if (!project || intake.rejected.length > 0) rejected.push(...intake.rejected)
    else groups.add(project, benefit)
  })
  return { kind: 'table', projects: groups.projects(), rejected, assumptions: unmapped(table, resolved), lines }
}

function rowMaker(table: TableAt, { columns, constants, mapping, scale }: ResolvedMapping): (cells: Cell[], row: number) => TableRow {
  const styles = new Map([...columns].map(([field, column]) => [field, styleOf(columnOf(table, column))]))
  const sheet = table.sheet.name
  return (cells, row) => ({
    row,
    sheet,
    currency: mapping.currency,
    style: (field) => styles.get(field) ?? { decimalPoint: false },
    scale: (field) => scale.get(field),
    slot(field): Slot | null {
      const column = columns.get(field)
      const cell = column === undefined ? null : (cells[column] ?? null)
      // A constant fills the cells that are empty.
      if (column !== undefined && textOf(cell) !== null)
        return { cell, place: { sheet, row, column: table.headers[column] ?? null }, field }
      const constant = constants.get(field)
      if (constant !== undefined) return { cell: constant, place: { sheet, row, column: null }, field }
      return column === undefined ? null : { cell, place: { sheet, row, column: table.headers[column] ?? null }, field }
    },
  })
}

const withTitle = (row: TableRow, title: string): TableRow => ({
  ...row,
  slot: (field) => (field === 'title' ? { cell: title, place: { sheet: row.sheet, row: row.row, column: null }, field } : row.slot(field)),
})

function keySlotOf(table: TableAt, { keyColumn }: ResolvedMapping, cells: Cell[], row: TableRow): Slot | null {
  if (keyColumn === null) return null
  const place = { sheet: row.sheet, row: row.row, column: table.headers[keyColumn] ?? null }
  return { cell: cells[keyColumn] ?? null, place, field: 'key' }
}

/** Columns with content that no field takes: told once. */
function unmapped(table: TableAt, { columns, keyColumn }: ResolvedMapping): Assumption[] {
  const taken = new Set([...columns.values(), keyColumn])
  const left = table.headers.flatMap((header, column) =>
    header !== null && !taken.has(column) && columnOf(table, column).some((cell) => textOf(cell) !== null) ? [header] : [],
  )
  if (left.length === 0) return []
  const value = left.join(', ')
  return [
    {
      sheet: table.sheet.name,
      row: table.headerRow,
      field: 'columns',
      value,
      note: 'columnsNotMapped',
      args: { columns: value },
      told: 'always',
    },
  ]
}
