import type { Fault } from '#contract/errors.ts'
import type { ImportMapping } from '#contract/requests.ts'
import type { Result } from '#domain/result.ts'
import { refuse } from '#domain/result.ts'
import type { FoundFile } from './found.ts'
import { findTable, headersAt, proposeMapping, type TableAt } from './propose-mapping.ts'
import { type Sheet, textOf } from './sheet.ts'
import { readTable, resolveMapping, tableOfMapping } from './table.ts'
import { type ReadingAround, readWorkbook } from './workbook.ts'

export interface ReadImport {
  found: FoundFile
  /** The mapping of a table, given or proposed; null for the workbook. */
  mapping: ImportMapping | null
  headers: string[]
}

/**
 * What a file holds: the gevinstverktøy when its sheets are recognised and no mapping is given, otherwise a table through the
 * given mapping or one proposed from its headers. Refuses: workbookBlank, sheetsUnknown, mappingInvalid, columnMissing, fileEmpty.
 */
export function readImport(
  sheets: readonly Sheet[],
  mapping: ImportMapping | undefined,
  around: ReadingAround & { dryRun: boolean },
): Result<ReadImport, Fault> {
  if (mapping === undefined) {
    const workbook = readWorkbook(sheets, around)
    if (workbook.recognised && workbook.blank) return refuse({ code: 'workbookBlank' })
    if (workbook.recognised) return { ok: true, value: { found: workbook.found, mapping: null, headers: [] } }
  }
  const table = mapping === undefined ? findTable(sheets) : tableOfMapping(sheets, mapping)
  if (!table && mapping !== undefined) return refuse(firstMissing(mapping))
  if (!table) return around.dryRun ? toChooseFrom(sheets) : refuse({ code: 'sheetsUnknown' })
  return readMapped(table, mapping, around)
}

/** A single table whose headers say nothing to us: trying it out shows its columns, so that a person can say what they mean. */
function toChooseFrom(sheets: readonly Sheet[]): Result<ReadImport, Fault> {
  const [sheet] = sheets
  const headerRow = (sheet?.rows.findIndex((row) => row.filter((cell) => textOf(cell) !== null).length > 1) ?? -1) + 1
  if (!sheet || sheets.length > 1 || headerRow === 0) return refuse({ code: 'sheetsUnknown' })
  const headers = headersAt(sheet, headerRow).headers.filter((header) => header !== null)
  const place = { sheet: sheet.name, row: headerRow, column: null }
  const lines = sheet.rows.slice(headerRow).filter((row) => row.some((cell) => textOf(cell) !== null)).length
  const rejected = [{ ...place, value: null, code: 'sheetsUnknown' as const, field: 'mapping' }]
  return {
    ok: true,
    value: { found: { kind: 'table', projects: [], rejected, assumptions: [], lines }, mapping: { columns: {} }, headers },
  }
}

function readMapped(table: TableAt, mapping: ImportMapping | undefined, around: ReadingAround): Result<ReadImport, Fault> {
  const proposal = mapping === undefined ? proposeMapping(table) : { mapping, assumptions: [] }
  const resolved = resolveMapping(proposal.mapping, table)
  if (!resolved.ok) return refuse({ code: resolved.code, field: resolved.field, args: resolved.args ?? {} })
  const found = readTable(table, resolved.value, around)
  if (found.lines === 0) return refuse({ code: 'fileEmpty' })
  const told = mapping === undefined ? [{ ...proposed(table), value: null }, ...proposal.assumptions] : []
  const headers = table.headers.filter((header) => header !== null)
  return { ok: true, value: { found: { ...found, assumptions: [...told, ...found.assumptions] }, mapping: proposal.mapping, headers } }
}

const proposed = (table: TableAt) =>
  ({ sheet: table.sheet.name, row: table.headerRow, field: 'mapping', note: 'mappingProposed', told: 'always' }) as const

function firstMissing(mapping: ImportMapping): Fault {
  const [field, column] = Object.entries(mapping.columns)[0] ?? ['title', '']
  return { code: column === '' ? 'mappingInvalid' : 'columnMissing', field, args: { column } }
}
