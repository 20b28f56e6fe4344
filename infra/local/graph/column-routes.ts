import { ok } from '#domain/result.ts'
import { BUILTIN_COLUMNS } from './builtin-columns.ts'
import { COLUMN_PROPERTIES, parseColumn, presentColumn } from './column-definition.ts'
import { invalidRequest } from './errors.ts'
import { storedInstant } from './ids.ts'
import { listContext } from './links.ts'
import { listFrom } from './list-routes.ts'
import { parseSelect, pick, refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'

/** SharePoint's limit as it is commonly told; unverified, so the fault switch `indexLimit` moves it. */
const MOST_ITEMS_FOR_A_NEW_INDEX = 20_000

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
  const limit = request.conditions.indexLimit ?? MOST_ITEMS_FOR_A_NEW_INDEX
  if (parsed.value.indexed && ctx.store.items.countUpTo(list.value, limit + 1) > limit) {
    return invalidRequest(`An index cannot be added to a list of more than ${limit} items.`)
  }
  const added = ctx.store.lists.addColumn(list.value, parsed.value, storedInstant(request.at))
  if (!added.ok) return added
  const entity = { '@odata.context': `${listContext(ctx.site, list.value)}/columns/$entity`, ...presentColumn(added.value) }
  return ok({ status: 201, body: entity })
}

export const COLUMN_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists/{list}/columns', need: 'readItems', units: 2, handle: listColumns },
  { method: 'POST', pattern: '/sites/{site}/lists/{list}/columns', need: 'manageLists', units: 2, handle: createColumn },
]
