import type { ListCode, Records } from '#domain/model.ts'
import { type Result, refuse } from '#domain/result.ts'
import { SHAPES } from './json-shapes.ts'
import { type ColumnSpec, LISTS } from './lists.ts'

/** The `fields` bag of a list item. Empty columns are simply absent. */
export type Fields = Record<string, unknown>

/** Why a row could not be read: the column that stopped it and what it held, shortened. */
export interface DecodeFault {
  code: 'unreadableRow'
  column: string
  detail: string
}

/** What the item itself knows of its last change; stands in for the stamp on rows a site owner has added by hand. */
export interface ItemFacts {
  modifiedAt: string
  modifiedById: string | null
}

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/
const SHOWN = 80

/** A record as SharePoint fields. Nulls are left out (a new item refuses them). */
export function encode<L extends ListCode>(list: L, record: Partial<Records[L]>): Fields {
  const fields: Fields = {}
  for (const [field, column] of columnsOf(list)) {
    const cell = encodeCell(column, (record as Record<string, unknown>)[field])
    if (cell !== null) fields[column.column] = cell
  }
  return fields
}

/** A part of a record as SharePoint fields for an update: null clears the column. */
export function encodeChange<L extends ListCode>(list: L, set: Partial<Records[L]>): Fields {
  const fields: Fields = {}
  for (const [field, column] of columnsOf(list)) {
    if (field in set) fields[column.column] = encodeCell(column, (set as Record<string, unknown>)[field])
  }
  return fields
}

/** A list item as a record, or which column stops it from being read. An unreadable cell is never taken for an empty one. */
export function decode<L extends ListCode>(list: L, fields: Fields, item: ItemFacts): Result<Records[L], DecodeFault> {
  const record: Record<string, unknown> = {}
  for (const [field, column] of columnsOf(list)) {
    const raw = fields[column.column]
    if (raw === undefined || raw === null || raw === '') {
      const stand = standIn(field, item)
      if (stand !== undefined) record[field] = stand
      else if (column.required) return unreadable(column, 'empty')
      else record[field] = column.empty
      continue
    }
    const cell = decodeCell(column, raw)
    if (!cell.ok) return unreadable(column, String(raw))
    record[field] = cell.value
  }
  return { ok: true, value: record as unknown as Records[L] }
}

function columnsOf(list: ListCode): [string, ColumnSpec][] {
  return Object.entries(LISTS[list].columns)
}

const unreadable = (column: ColumnSpec, detail: string) =>
  refuse({ code: 'unreadableRow' as const, column: column.column, detail: detail.slice(0, SHOWN) })

/** A row added by hand in SharePoint has no stamp; who and when are known by the item itself. */
function standIn(field: string, item: ItemFacts): unknown {
  if (field === 'via') return 'hand'
  if (field === 'actedAt') return item.modifiedAt
  if (field === 'actorId') return item.modifiedById ?? 'unknown'
  if (field === 'schemaVersion') return 1
  return undefined
}

function encodeCell(column: ColumnSpec, value: unknown): unknown {
  if (value === null || value === undefined) return null
  switch (column.type) {
    case 'json':
      return !column.required && isEmptyJson(value) ? null : JSON.stringify(value)
    case 'codes':
      return (value as string[]).length === 0 ? null : (value as string[]).join(' ')
    default:
      return value === '' ? null : value
  }
}

const isEmptyJson = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const cell = (value: unknown): { ok: true; value: unknown } => ({ ok: true, value })
const bad = { ok: false } as const

function decodeCell(column: ColumnSpec, raw: unknown): { ok: true; value: unknown } | { ok: false } {
  switch (column.type) {
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) ? cell(raw) : bad
    case 'boolean':
      return typeof raw === 'boolean' ? cell(raw) : bad
    case 'date':
      return typeof raw === 'string' && CIVIL_DATE.test(raw) && isRealDate(raw) ? cell(shared(raw)) : bad
    case 'instant':
      return typeof raw === 'string' && !Number.isNaN(Date.parse(raw)) ? cell(raw) : bad
    case 'code':
      return typeof raw === 'string' && column.values.includes(raw) ? cell(raw) : bad
    case 'codes': {
      const parts = String(raw)
        .split(/[\s,;]+/)
        .filter((part) => part !== '')
      return parts.every((part) => column.values.includes(part)) ? cell(parts) : bad
    }
    case 'json':
      return decodeJson(column, raw)
    default:
      return typeof raw === 'string' ? cell(isReference(column) ? shared(raw) : raw) : bad
  }
}

const isReference = (column: ColumnSpec): boolean => column.type === 'person' || (column.column !== 'key' && column.column.endsWith('Key'))

/** Ids of people and keys of other rows come back on thousands of rows: each is kept once. */
const sharedTexts = new Map<string, string>()
function shared(text: string): string {
  const known = sharedTexts.get(text)
  if (known !== undefined) return known
  sharedTexts.set(text, text)
  return text
}

function decodeJson(column: ColumnSpec, raw: unknown): { ok: true; value: unknown } | { ok: false } {
  if (typeof raw !== 'string') return bad
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return bad
  }
  const parsed = SHAPES[column.shape].safeParse(value)
  return parsed.success ? cell(parsed.data) : bad
}

function isRealDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
