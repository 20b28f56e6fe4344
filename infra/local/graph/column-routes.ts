import { ok, type Result } from '#domain/result.ts'
import { BUILTIN_COLUMNS } from './builtin-columns.ts'
import { COLUMN_PROPERTIES, changedColumn, parseColumn, presentColumn } from './column-definition.ts'
import { type GraphRefusal, invalidRequest, itemNotFound, type Refused } from './errors.ts'
import { storedInstant } from './ids.ts'
import { listContext } from './links.ts'
import { listFrom } from './list-routes.ts'
import { parseSelect, pick, refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import type { Column, ListColumn, ListRow } from './types.ts'

/** SharePoint's limit as it is commonly told; unverified, so the fault switch `indexLimit` moves it. */
const MOST_ITEMS_FOR_A_NEW_INDEX = 20_000

const refuseIndex = (ctx: Context, { conditions }: GraphRequest, list: ListRow): Refused | undefined => {
  const limit = conditions.indexLimit ?? MOST_ITEMS_FOR_A_NEW_INDEX
  if (ctx.store.items.countUpTo(list, limit + 1) <= limit) return undefined
  return invalidRequest(`An index cannot be added to a list of more than ${limit} items.`)
}

/** The built-in columns stand among the list's own, hidden ones are left out. */
const listColumns = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, ['$select'])
  if (refused) return refused
  const select = parseSelect(request.query, COLUMN_PROPERTIES)
  if (!select.ok) return select
  const list = listFrom(ctx, request)
  if (!list.ok) return list
  const shown = [...BUILTIN_COLUMNS, ...ctx.store.lists.columns(list.value)].filter((column) => !column.hidden)
  const value = shown.map((column) => pick(presentColumn(column), select.value))
  return ok({ status: 200, body: { '@odata.context': `${listContext(ctx.site, list.value)}/columns`, value } })
}

const createColumn = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, [])
  if (refused) return refused
  const list = listFrom(ctx, request)
  if (!list.ok) return list
  const parsed = parseColumn(request.body)
  if (!parsed.ok) return parsed
  const tooLarge = parsed.value.indexed ? refuseIndex(ctx, request, list.value) : undefined
  if (tooLarge) return tooLarge
  const added = ctx.store.lists.addColumn(list.value, parsed.value, storedInstant(request.at))
  if (!added.ok) return added
  return ok({ status: 201, body: columnEntity(ctx, list.value, added.value) })
}

interface Target {
  list: ListRow
  column: ListColumn
}

/** The column a path names, by id; the built-in ones cannot be changed here. */
const columnFrom = (ctx: Context, request: GraphRequest): Result<Target, GraphRefusal> => {
  const refused = refuseOptions(request.query, [])
  if (refused) return refused
  const list = listFrom(ctx, request)
  if (!list.ok) return list
  const column = ctx.store.lists.columns(list.value).find((one) => one.id === request.params.column?.toLowerCase())
  return column ? ok({ list: list.value, column }) : itemNotFound()
}

const columnEntity = (ctx: Context, list: ListRow, column: Column): Record<string, unknown> => ({
  '@odata.context': `${listContext(ctx.site, list)}/columns/$entity`,
  ...presentColumn(column),
})

const getColumn = (ctx: Context, request: GraphRequest): Answer => {
  const found = columnFrom(ctx, request)
  return found.ok ? ok({ status: 200, body: columnEntity(ctx, found.value.list, found.value.column) }) : found
}

const changeColumn = (ctx: Context, request: GraphRequest): Answer => {
  const found = columnFrom(ctx, request)
  if (!found.ok) return found
  const { list, column } = found.value
  const parsed = changedColumn(column, request.body)
  if (!parsed.ok) return parsed
  const { indexed, unique } = column
  const next = request.conditions.otherwise.has('indexNotPatched') ? { ...parsed.value, indexed, unique } : parsed.value
  const refused = next.indexed && !indexed ? refuseIndex(ctx, request, list) : undefined
  if (refused) return refused
  const changed = ctx.store.schema.changeColumn(list, next, storedInstant(request.at))
  return changed.ok ? ok({ status: 200, body: columnEntity(ctx, list, changed.value) }) : changed
}

const deleteColumn = (ctx: Context, request: GraphRequest): Answer => {
  const found = columnFrom(ctx, request)
  if (!found.ok) return found
  ctx.store.schema.deleteColumn(found.value.list, found.value.column, storedInstant(request.at))
  return ok({ status: 204 })
}

const COLUMN = '/sites/{site}/lists/{list}/columns/{column}'

export const COLUMN_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists/{list}/columns', need: 'readItems', units: 2, handle: listColumns },
  { method: 'POST', pattern: '/sites/{site}/lists/{list}/columns', need: 'manageLists', units: 2, handle: createColumn },
  { method: 'GET', pattern: COLUMN, need: 'readItems', units: 1, handle: getColumn },
  { method: 'PATCH', pattern: COLUMN, need: 'manageLists', units: 2, handle: changeColumn },
  { method: 'DELETE', pattern: COLUMN, need: 'manageLists', units: 2, handle: deleteColumn },
]
