import type { SQLInputValue } from 'node:sqlite'
import { ok, type Result } from '#domain/result.ts'
import { BUILTIN_COLUMNS } from './builtin-columns.ts'
import { type GraphRefusal, invalidRequest, type Refused } from './errors.ts'
import { parseInstant, searchValue } from './fields.ts'
import type { Clause, Comparison } from './filter.ts'
import type { RowFilter } from './store-items.ts'
import { slotColumn, slotIndex } from './store-lists.ts'
import type { FieldValue, FieldValues, ListColumn, ListRow } from './types.ts'

/** The header that lets a filter name a column without index. */
export const HONOR_NON_INDEXED = 'HonorNonIndexedQueriesWarningMayFailRandomly'

/** Microsoft's own text (gd#2279). */
const notIndexed = (field: string): Refused =>
  invalidRequest(
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: ${HONOR_NON_INDEXED}' header to allow this, but be warned that such queries may fail on large lists.`,
  )

const SQL: Record<Comparison, string> = { eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' }
const LAST_CHARACTER = '\u{10FFFF}'

const COMPARE: Record<Comparison, (a: string | number, b: string | number) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  ge: (a, b) => a >= b,
}

/** The value to search by, when it is of the column's type. */
const searchedFor = (column: ListColumn, { operator, value }: Clause): string | number | undefined => {
  const folded = (stored: FieldValue) => searchValue(stored) ?? undefined
  switch (column.type) {
    case 'number':
      return typeof value === 'number' && operator !== 'startswith' ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' && (operator === 'eq' || operator === 'ne') ? Number(value) : undefined
    case 'dateTime': {
      const instant = typeof value === 'string' && operator !== 'startswith' ? parseInstant(value) : undefined
      return instant === undefined ? undefined : folded(instant)
    }
    default:
      return typeof value === 'string' ? folded(value) : undefined
  }
}

interface Search {
  clause: Clause
  column: ListColumn
  value: string | number
}

const toSql = ({ clause, column, value }: Search): { where: string; params: SQLInputValue[] } => {
  const slot = slotColumn(column)
  if (clause.operator === 'startswith') return { where: `${slot} >= ? AND ${slot} < ?`, params: [value, `${value}${LAST_CHARACTER}`] }
  // An empty column differs from every value.
  if (clause.operator === 'ne') return { where: `(${slot} <> ? OR ${slot} IS NULL)`, params: [value] }
  return { where: `${slot} ${SQL[clause.operator]} ?`, params: [value] }
}

const toMatch =
  ({ clause, column, value }: Search) =>
  (fields: FieldValues): boolean => {
    const stored = searchValue(fields[column.name])
    if (stored === null) return clause.operator === 'ne'
    return clause.operator === 'startswith' ? String(stored).startsWith(String(value)) : COMPARE[clause.operator](stored, value)
  }

export interface FilterPlan {
  filter: RowFilter
  /** The filter reads the whole list: no clause has an index to search by. */
  scans: boolean
  /** Whether an item's fields are among those looked for. */
  holds: (fields: FieldValues) => boolean
}

/**
 * Turns clauses into a search. A column without index is refused unless `honorNonIndexed`, even in a list of three items;
 * two different indexed columns are refused, for "the service can only filter one indexed field at a time".
 */
export const planFilter = (
  list: ListRow,
  columns: ListColumn[],
  clauses: Clause[],
  honorNonIndexed: boolean,
): Result<FilterPlan, GraphRefusal> => {
  const searches: Search[] = []
  for (const clause of clauses) {
    const column = [...columns, ...BUILTIN_COLUMNS].find((candidate) => candidate.name === clause.field)
    if (!column) return invalidRequest(`Field '${clause.field}' is not recognized`)
    if (column.readOnly) return notIndexed(clause.field)
    if (!column.indexed && !honorNonIndexed) return notIndexed(clause.field)
    const value = searchedFor(column, clause)
    if (value === undefined) return invalidRequest(`The value compared with field '${clause.field}' is not of its type.`)
    searches.push({ clause, column, value })
  }
  const indexed = searches.filter((search) => search.column.indexed)
  const [driving] = indexed
  const other = indexed.find((search) => search.column !== driving?.column)
  if (other) return invalidRequest(`Only one indexed field can be filtered at a time; '${other.column.name}' is the second.`)

  const conditions = indexed.map(toSql)
  const residual = searches.filter((search) => !search.column.indexed).map(toMatch)
  const searchable = indexed.some((search) => search.clause.operator !== 'ne')
  return ok({
    scans: !driving,
    holds: (fields) => searches.every((search) => toMatch(search)(fields)),
    filter: {
      where: conditions.map((condition) => condition.where).join(' AND ') || 'TRUE',
      params: conditions.flatMap((condition) => condition.params),
      ...(driving && searchable ? { index: slotIndex(list, driving.column) } : {}),
      ...(residual.length > 0 ? { matches: (fields) => residual.every((match) => match(fields)) } : {}),
    },
  })
}
