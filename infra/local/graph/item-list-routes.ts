import { ok, type Result } from '#domain/result.ts'
import { type GraphRefusal, invalidRequest, type Refused, throttled } from './errors.ts'
import { parseFilter } from './filter.ts'
import { type FilterPlan, HONOR_NON_INDEXED, planFilter } from './filter-plan.ts'
import { parseShape } from './item-shape.ts'
import { itemsContext, itemsLink } from './links.ts'
import { listFrom } from './list-routes.ts'
import { parseTop, refuseOptions } from './odata.ts'
import { pageBefore } from './page-before.ts'
import { presentItem } from './present-item.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import type { ListColumn, ListRow } from './types.ts'

const DEFAULT_PAGE = 200
/** Asking for more is useless (PnP-JS-Core#203). */
const LARGEST_PAGE = 5000

/** "After item n", as SharePoint writes it, in base64 without padding; so deleted rows never shift a page. */
const skipToken = (after: number): string => Buffer.from(`Paged=TRUE&p_ID=${after}`).toString('base64').replace(/=+$/, '')

const parseSkipToken = (token: string | undefined): Result<number, GraphRefusal> => {
  if (token === undefined) return ok(0)
  const after = /^Paged=TRUE&p_ID=(\d{1,15})$/.exec(Buffer.from(token, 'base64').toString())?.[1]
  return after === undefined ? invalidRequest('Invalid skiptoken.') : ok(Number(after))
}

const filterFrom = (request: GraphRequest, list: ListRow, columns: ListColumn[]): Result<FilterPlan | undefined, GraphRefusal> => {
  const text = request.query.$filter
  if (text === undefined) return ok(undefined)
  const clauses = parseFilter(text)
  if (!clauses.ok) return clauses
  const honor = (request.headers.prefer ?? '').split(',').some((preference) => preference.trim() === HONOR_NON_INDEXED)
  return planFilter(list, columns, clauses.value, honor)
}

/** A search that touches more rows than the threshold is throttled, with an index or without (sdk-dotnet#827, sp-dev-docs#7149). */
const refuseBeyondThreshold = (ctx: Context, list: ListRow, plan: FilterPlan | undefined, threshold: number): Refused | undefined => {
  if (!plan) return undefined
  const limit = threshold
  const touched = ctx.store.items.countUpTo(list, limit + 1, plan.scans ? undefined : plan.filter)
  return touched > limit ? throttled() : undefined
}

const listItems = (ctx: Context, request: GraphRequest): Answer => {
  const { query } = request
  const refused = refuseOptions(query, ['$select', '$expand', '$filter', '$top', '$skiptoken'])
  if (refused) return refused
  const found = listFrom(ctx, request)
  if (!found.ok) return found
  const list = found.value
  const columns = ctx.store.lists.columns(list)
  const shape = parseShape(query, columns)
  if (!shape.ok) return shape
  const top = parseTop(query, DEFAULT_PAGE, LARGEST_PAGE)
  if (!top.ok) return top
  const after = parseSkipToken(query.$skiptoken)
  if (!after.ok) return after
  const plan = filterFrom(request, list, columns)
  if (!plan.ok) return plan
  const tooMany = refuseBeyondThreshold(ctx, list, plan.value, request.conditions.threshold ?? ctx.listViewThreshold)
  if (tooMany) return tooMany

  const asked = { after: after.value, top: top.value }
  const now = ctx.store.items.page(list, { ...asked, filter: plan.value?.filter })
  const full = pageBefore(now, ctx.store.items.unseen(list), { ...asked, holds: plan.value?.holds ?? (() => true) })
  const page = request.conditions.emptyPage ? { items: [], next: after.value } : full
  const { $select, $expand, $filter, $top } = query
  const next = page.next === undefined ? undefined : { $select, $expand, $filter, $top, $skiptoken: skipToken(page.next) }
  return ok({
    status: 200,
    body: {
      '@odata.context': `${itemsContext(ctx.site, list)}${shape.value.fields ? '(fields())' : ''}`,
      ...(next ? { '@odata.nextLink': itemsLink(ctx.site, list, next) } : {}),
      value: page.items.map((item) => presentItem(ctx.site, list, item, columns, shape.value)),
    },
  })
}

export const ITEM_LIST_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists/{list}/items', need: 'readItems', units: 2, handle: listItems },
]
