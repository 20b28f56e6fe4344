import { ok, type Result } from '#domain/result.ts'
import { actorOf } from './access.ts'
import { parseColumn } from './column-definition.ts'
import type { Conditions } from './conditions.ts'
import { type GraphRefusal, invalidRequest, itemNotFound, notPlayed } from './errors.ts'
import { listETag } from './etag.ts'
import { storedInstant } from './ids.ts'
import { isRecord } from './json.ts'
import { listsContext } from './links.ts'
import { parseSelect, pick, type Query, refuseOptions } from './odata.ts'
import type { Answer, Context, GraphRequest, Route } from './routing.ts'
import type { NewList } from './store-lists.ts'
import type { Column, ListRow, Site } from './types.ts'

const TITLE_LIMIT = 255
const TITLE_RULE = `List property 'displayName' must be a text of 1 to ${TITLE_LIMIT} characters.`
const isTitle = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= TITLE_LIMIT

const presentList = (site: Site, list: ListRow): Record<string, unknown> => ({
  '@odata.etag': listETag(list),
  createdDateTime: list.created,
  description: list.description,
  eTag: listETag(list),
  id: list.id,
  lastModifiedDateTime: list.modified,
  name: list.title,
  webUrl: `https://${site.hostname}${site.path}/Lists/${encodeURIComponent(list.title)}`,
  displayName: list.title,
  createdBy: list.createdBy,
  parentReference: { siteId: site.id },
  list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
})

const listEntity = (site: Site, list: ListRow): Record<string, unknown> => ({
  '@odata.context': `${listsContext(site)}/$entity`,
  ...presentList(site, list),
})

const PROPERTIES = [
  'createdDateTime',
  'description',
  'eTag',
  'id',
  'lastModifiedDateTime',
  'name',
  'webUrl',
  'displayName',
  'createdBy',
  'parentReference',
  'list',
]
const selectFrom = (query: Query) => parseSelect(query, PROPERTIES)

/** The list a path names, by GUID or title. */
export const listFrom = ({ store }: Context, { params }: GraphRequest): Result<ListRow, GraphRefusal> => {
  const list = store.lists.findList(params.list ?? '')
  return list ? ok(list) : itemNotFound('The specified list was not found')
}

const parseColumns = (value: unknown): Result<Column[], GraphRefusal> => {
  if (value === undefined) return ok([])
  if (!Array.isArray(value)) return invalidRequest('The request is malformed or incorrect.')
  const columns: Column[] = []
  for (const entry of value) {
    const column = parseColumn(entry)
    if (!column.ok) return column
    columns.push(column.value)
  }
  return ok(columns)
}

const parseList = (body: unknown): Result<NewList, GraphRefusal> => {
  if (!isRecord(body)) return invalidRequest('The request is malformed or incorrect.')
  if ('name' in body) {
    // Microsoft's own text (graph-docs-contrib#8113).
    return invalidRequest("Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'")
  }
  const unknown = Object.keys(body).find((property) => !['displayName', 'description', 'columns', 'list'].includes(property))
  if (unknown) return invalidRequest(`List property '${unknown}' is not recognized.`)
  const { displayName, description = '', list } = body
  if (!isTitle(displayName)) return invalidRequest(TITLE_RULE)
  // The answer to an unknown template (graph-docs-contrib#8113); only plain lists are played.
  if (!isRecord(list) || list.template !== 'genericList') return invalidRequest('One of the provided arguments is not acceptable.')
  const columns = parseColumns(body.columns)
  return columns.ok ? ok({ title: displayName, description: String(description), columns: columns.value }) : columns
}

/** The columns a new list really gets. */
const columnsMade = (columns: Column[], missing: Conditions['missingColumns']): Column[] => {
  if (missing === 'none') return columns
  return missing === 'all' ? [] : columns.filter((column) => !missing.includes(column.name))
}

const createList = ({ store, site, users }: Context, { query, body, caller, at, conditions }: GraphRequest): Answer => {
  const refused = refuseOptions(query, [])
  if (refused) return refused
  const parsed = parseList(body)
  if (!parsed.ok) return parsed
  const list = { ...parsed.value, columns: columnsMade(parsed.value.columns, conditions.missingColumns) }
  const created = store.lists.createList(list, actorOf(caller, users, store.lists.grants()), storedInstant(at))
  return created.ok ? ok({ status: 201, body: listEntity(site, created.value) }) : created
}

const getList = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, ['$select'])
  if (refused) return refused
  const select = selectFrom(request.query)
  if (!select.ok) return select
  const list = listFrom(ctx, request)
  return list.ok ? ok({ status: 200, body: pick(listEntity(ctx.site, list.value), select.value) }) : list
}

const BY_TITLE = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/

/** All lists, or those of one title: `displayName eq` is the only filter the real service takes here (gd#9836). */
const listLists = ({ store, site }: Context, { query }: GraphRequest): Answer => {
  const refused = refuseOptions(query, ['$filter', '$select'])
  if (refused) return refused
  const select = selectFrom(query)
  if (!select.ok) return select
  const filter = query.$filter
  const wanted = filter === undefined ? undefined : BY_TITLE.exec(filter)?.[1]?.replaceAll("''", "'").toLowerCase()
  if (filter !== undefined && wanted === undefined) return invalidRequest('The provided filter statement is not supported')
  const lists = store.lists.lists().filter((list) => wanted === undefined || list.title.toLowerCase() === wanted)
  const value = lists.map((list) => pick(presentList(site, list), select.value))
  return ok({ status: 200, body: { '@odata.context': listsContext(site), value } })
}

/** Another title or description. Any owner of the site may rename a list; who keeps its GUID does not notice. */
const changeList = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, [])
  if (refused) return refused
  const list = listFrom(ctx, request)
  if (!list.ok) return list
  const { body } = request
  if (!isRecord(body)) return invalidRequest('The request is malformed or incorrect.')
  const unknown = Object.keys(body).find((property) => !['displayName', 'description'].includes(property))
  if (unknown) return notPlayed(`Changing '${unknown}' of a list`)
  const { displayName, description } = body
  if (displayName !== undefined && !isTitle(displayName)) return invalidRequest(TITLE_RULE)
  const change = {
    ...(displayName === undefined ? {} : { title: displayName }),
    ...(description === undefined ? {} : { description: String(description) }),
  }
  const changed = ctx.store.schema.changeList(list.value, change, storedInstant(request.at))
  return changed.ok ? ok({ status: 200, body: listEntity(ctx.site, changed.value) }) : changed
}

const deleteList = (ctx: Context, request: GraphRequest): Answer => {
  const refused = refuseOptions(request.query, [])
  if (refused) return refused
  const list = listFrom(ctx, request)
  if (!list.ok) return list
  ctx.store.schema.deleteList(list.value)
  return ok({ status: 204 })
}

export const LIST_ROUTES: Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists', need: 'readItems', units: 2, handle: listLists },
  { method: 'POST', pattern: '/sites/{site}/lists', need: 'manageLists', units: 2, handle: createList },
  { method: 'GET', pattern: '/sites/{site}/lists/{list}', need: 'readItems', units: 1, handle: getList },
  { method: 'PATCH', pattern: '/sites/{site}/lists/{list}', need: 'manageLists', units: 2, handle: changeList },
  { method: 'DELETE', pattern: '/sites/{site}/lists/{list}', need: 'manageLists', units: 2, handle: deleteList },
]
