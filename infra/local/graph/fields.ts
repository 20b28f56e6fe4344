import { ok, type Result } from '#domain/result.ts'
import { BUILTIN_COLUMNS, TITLE_COLUMN } from './builtin-columns.ts'
import { type GraphRefusal, invalidRequest, notPlayed, type Refused } from './errors.ts'
import { storedInstant } from './ids.ts'
import type { Otherwise } from './otherwise.ts'
import type { Column, FieldValue, FieldValues, ListColumn } from './types.ts'

/** What a note may hold; the real limit is unverified, and a value this long is a mistake anyway. */
const NOTE_LIMIT = 1_000_000
/** Dates SharePoint accepts (sp-dev-docs#10385). */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(8901, 0, 1)
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?Z$/

const wrong = (column: Column, why: string): Refused => invalidRequest(`Field '${column.name}' ${why}.`)

const parseText = (column: Column, value: string): Result<FieldValue, GraphRefusal> => {
  const limit = column.type === 'note' ? NOTE_LIMIT : column.type === 'choice' ? 255 : Number(column.facet.maxLength ?? 255)
  return value.length > limit ? wrong(column, `holds at most ${limit} characters`) : ok(value)
}

const parseNumber = (column: Column, value: number): Result<FieldValue, GraphRefusal> => {
  const { minimum, maximum } = column.facet
  if (typeof minimum === 'number' && value < minimum) return wrong(column, `must be at least ${minimum}`)
  if (typeof maximum === 'number' && value > maximum) return wrong(column, `must be at most ${maximum}`)
  return ok(value)
}

/** An instant with `Z`, kept in whole seconds. A local time without zone is refused: what zone it would be in is unsure. */
export const parseInstant = (value: string): string | undefined => {
  const time = INSTANT.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) || time < EARLIEST || time >= LATEST ? undefined : storedInstant(new Date(time))
}

const parseValue = (column: Column, value: unknown): Result<FieldValue, GraphRefusal> => {
  switch (column.type) {
    case 'text':
    case 'note':
      return typeof value === 'string' ? parseText(column, value) : wrong(column, 'takes a text')
    case 'choice': {
      if (typeof value !== 'string') return wrong(column, 'takes a text')
      const choices = column.facet.choices
      const free = column.facet.allowTextEntry === true || (Array.isArray(choices) && choices.includes(value))
      return free ? parseText(column, value) : wrong(column, 'has no such choice')
    }
    case 'number':
      return typeof value === 'number' ? parseNumber(column, value) : wrong(column, 'takes a number')
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : wrong(column, 'takes true or false')
    case 'dateTime': {
      const instant = typeof value === 'string' ? parseInstant(value) : undefined
      return instant === undefined ? wrong(column, 'takes an instant such as 2026-05-04T07:00:00Z') : ok(instant)
    }
  }
}

const READ_ONLY = new Set(BUILTIN_COLUMNS.filter((column) => column.readOnly).map((column) => column.name))

/** The columns a person or an app may write, by name. */
export const writableColumns = (columns: ListColumn[]): Map<string, Column> =>
  new Map([TITLE_COLUMN, ...columns].map((column) => [column.name, column]))

const fieldRefusal = (name: string): Refused => {
  if (name.includes('@odata')) return notPlayed('A field with several values')
  // Writing back a whole fields bag with `id` and the compliance fields is answered with 400 (android#83).
  return READ_ONLY.has(name) ? invalidRequest(`Field '${name}' is read-only`) : invalidRequest(`Field '${name}' is not recognized`)
}

/** A choice column that does not look at its choices. */
const asText = (column: Column): Column => (column.type === 'choice' ? { ...column, type: 'text', facet: {} } : column)

export type FieldChange = { set: FieldValues; clear: string[] }

/**
 * Reads the fields of a write. Unknown fields are refused. Null clears on update and is refused on create
 * (msgraph-sdk-dotnet-core#656); an empty text counts as empty. `required` is not enforced, as it is not in the real service (gd#1965).
 */
export const parseFields = (
  input: Record<string, unknown>,
  writable: Map<string, Column>,
  act: 'create' | 'update',
  otherwise: ReadonlySet<Otherwise> = new Set(),
): Result<FieldChange, GraphRefusal> => {
  const change: FieldChange = { set: {}, clear: [] }
  for (const [name, value] of Object.entries(input)) {
    const column = writable.get(name)
    if (!column) return fieldRefusal(name)
    if (value === null && act === 'create') return wrong(column, 'cannot be null on creation; leave it out')
    if (value === null && otherwise.has('nullRefused')) return wrong(column, 'cannot be null')
    if (value === null || value === '') {
      change.clear.push(name)
      continue
    }
    const parsed = parseValue(otherwise.has('choicesFree') ? asText(column) : column, value)
    if (!parsed.ok) return parsed
    change.set[name] = parsed.value
  }
  return ok(change)
}

/** The fields after a change. */
export const applyChange = (fields: FieldValues, change: FieldChange): FieldValues => {
  const next = { ...fields, ...change.set }
  for (const name of change.clear) delete next[name]
  return next
}

/** Text is compared without regard to case, in unique columns (Microsoft's support page) and in filters alike. */
export const foldText = (text: string): string => text.normalize('NFC').toLowerCase()

/** The value an indexed column is searched by. */
export const searchValue = (value: FieldValue | undefined): string | number | null => {
  if (value === undefined) return null
  if (typeof value === 'string') return foldText(value)
  return Number(value)
}
