import { ok, type Result } from '#domain/result.ts'
import { actorOf } from './access.ts'
import { type GraphRefusal, invalidRequest, itemNotFound } from './errors.ts'
import { applyChange, type FieldChange, parseFields, writableColumns } from './fields.ts'
import { storedInstant } from './ids.ts'
import { parseShape } from './item-shape.ts'
import { isRecord } from './json.ts'
import { itemsContext } from './links.ts'
import { listFrom } from './list-routes.ts'
import { refuseOptions } from './odata.ts'
import { presentFields, presentItem } from './present-item.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import type { Write } from './store-items.ts'
import type { ItemRow, ListColumn, ListRow } from './types.ts'

interface Target {
  list: ListRow
  columns: ListColumn[]
}

const targetOf = (ctx: Context, request: GraphRequest, options: readonly string[]): Result<Target, GraphRefusal> => {
  const refused = refuseOptions(request.query, options)
  if (refused) return refused
  const list = listFrom(ctx, request)
  return list.ok ? ok({ list: list.value, columns: ctx.store.lists.columns(list.value) }) : list
}

const itemId = ({ params }: GraphRequest): Result<number, GraphRefusal> =>
  /^[1-9]\d{0,14}$/.test(params.item ?? '') ? ok(Number(params.item)) : itemNotFound()

const writeOf = ({ store, users }: Context, { caller, at, conditions }: GraphRequest): Write => ({
  by: actorOf(caller, users, store.lists.grants()),
  at: storedInstant(at),
  lag: { unseenMs: conditions.replicationDelayMs, raceMs: conditions.uniqueRaceMs },
})

const parseChange = (
  input: unknown,
  columns: ListColumn[],
  act: 'create' | 'update',
  { conditions }: GraphRequest,
): Result<FieldChange, GraphRefusal> =>
  isRecord(input)
    ? parseFields(input, writableColumns(columns), act, conditions.otherwise)
    : invalidRequest('The request is malformed or incorrect.')

/** As if the site's zone had been taken for UTC; which hours the real service is off by differs between reports. */
const STALE_BY_MS = 8 * 60 * 60 * 1000
const earlier = (instant: string): string => storedInstant(new Date(Date.parse(instant) - STALE_BY_MS))

/** An item as the answer to its creation may show it: its dates are off, and the next GET has them right. */
const withStaleDates = (item: ItemRow, columns: ListColumn[]): ItemRow => {
  const instants = columns.filter((column) => column.type === 'dateTime').map((column) => column.name)
  const shifted = instants.flatMap((name) => (typeof item.fields[name] === 'string' ? [[name, earlier(item.fields[name])]] : []))
  return {
    ...item,
    created: earlier(item.created),
    modified: earlier(item.modified),
    fields: { ...item.fields, ...Object.fromEntries(shifted) },
  }
}

const getItem = (ctx: Context, request: GraphRequest): Answer => {
  const target = targetOf(ctx, request, ['$select', '$expand'])
  if (!target.ok) return target
  const { list, columns } = target.value
  const shape = parseShape(request.query, columns)
  if (!shape.ok) return shape
  const id = itemId(request)
  if (!id.ok) return id
  const item = ctx.store.items.get(list, id.value)
  if (!item) return itemNotFound()
  const context = `${itemsContext(ctx.site, list)}${shape.value.fields ? '(fields())' : ''}/$entity`
  return ok({ status: 200, body: { '@odata.context': context, ...presentItem(ctx.site, list, item, columns, shape.value) } })
}

/** Answers with the whole item, its fields included, as the real service does. */
const createItem = (ctx: Context, request: GraphRequest): Answer => {
  const target = targetOf(ctx, request, [])
  if (!target.ok) return target
  const { list, columns } = target.value
  if (!isRecord(request.body)) return invalidRequest('The request is malformed or incorrect.')
  const unknown = Object.keys(request.body).find((property) => property !== 'fields')
  if (unknown) return invalidRequest(`Item property '${unknown}' is not recognized.`)
  const change = parseChange(request.body.fields, columns, 'create', request)
  if (!change.ok) return change
  const inserted = ctx.store.items.insert(list, columns, [applyChange({}, change.value)], writeOf(ctx, request))
  if (!inserted.ok) return inserted
  const [stored] = inserted.value
  if (!stored) throw new Error('an insert of one row gave none')
  const item = request.conditions.staleDates ? withStaleDates(stored, columns) : stored
  const context = `${itemsContext(ctx.site, list)}/$entity`
  return ok({ status: 201, body: { '@odata.context': context, ...presentItem(ctx.site, list, item, columns, { fields: 'all' }) } })
}

/** PATCH …/fields: answers with the fieldValueSet, not the item. Without If-Match the last writer wins. */
const updateFields = (ctx: Context, request: GraphRequest): Answer => {
  const target = targetOf(ctx, request, [])
  if (!target.ok) return target
  const { list, columns } = target.value
  const id = itemId(request)
  if (!id.ok) return id
  const change = parseChange(request.body, columns, 'update', request)
  if (!change.ok) return change
  const write = { ...writeOf(ctx, request), ifMatch: request.headers['if-match'] }
  const updated = ctx.store.items.update(list, columns, id.value, change.value, write)
  if (!updated.ok) return updated
  const context = `${itemsContext(ctx.site, list)}('${id.value}')/fields/$entity`
  return ok({ status: 200, body: { '@odata.context': context, ...presentFields(updated.value, columns, 'all') } })
}

const deleteItem = (ctx: Context, request: GraphRequest): Answer => {
  const target = targetOf(ctx, request, [])
  if (!target.ok) return target
  const id = itemId(request)
  if (!id.ok) return id
  const removed = ctx.store.items.remove(target.value.list, id.value, {
    ifMatch: request.headers['if-match'],
    lag: { unseenMs: request.conditions.replicationDelayMs },
  })
  return removed.ok ? ok({ status: 204 }) : removed
}

const ITEMS = '/sites/{site}/lists/{list}/items'

export const ITEM_ROUTES: Route[] = [
  { method: 'POST', pattern: ITEMS, need: 'writeItems', units: 2, handle: createItem },
  { method: 'GET', pattern: `${ITEMS}/{item}`, need: 'readItems', units: 1, handle: getItem },
  { method: 'PATCH', pattern: `${ITEMS}/{item}/fields`, need: 'writeItems', units: 2, handle: updateFields },
  { method: 'DELETE', pattern: `${ITEMS}/{item}`, need: 'writeItems', units: 2, handle: deleteItem },
]
