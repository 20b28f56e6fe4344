import { ok, type Result } from '#domain/result.ts'
import { BUILTIN_COLUMNS } from './builtin-columns.ts'
import { type GraphRefusal, invalidRequest } from './errors.ts'
import { parseExpandFields, parseSelect, type Query } from './odata.ts'
import { ITEM_PROPERTIES, type ItemShape } from './present-item.ts'
import type { ListColumn } from './types.ts'

/** Reads `$select` and `$expand`; a field that the list does not have is refused by name. */
export const parseShape = (query: Query, columns: ListColumn[]): Result<ItemShape, GraphRefusal> => {
  const select = parseSelect(query, [...ITEM_PROPERTIES, 'fields'])
  if (!select.ok) return select
  const fields = parseExpandFields(query)
  if (!fields.ok) return fields
  if (Array.isArray(fields.value)) {
    const known = new Set([...BUILTIN_COLUMNS, ...columns].map((column) => column.name))
    const unknown = fields.value.find((name) => !known.has(name))
    if (unknown !== undefined) return invalidRequest(`Field '${unknown}' is not recognized`)
  }
  return ok({ select: select.value, fields: fields.value })
}
