import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { LIST_CODES, LISTS } from '#data/lists.ts'
import type { ListCode } from '#domain/model.ts'
import { itemETag } from './graph/etag.ts'
import { GRAPH_ORIGIN } from './graph/links.ts'
import type { GraphServer } from './graph/server.ts'
import { localTransport } from './graph/transport.ts'
import type { ItemRow, ListColumn, ListRow } from './graph/types.ts'
import { ControlRefusal, checked } from './refusals.ts'
import type { ListColumnView, ListRowView, ListSummary, ListView } from './shapes.ts'

export interface ListsViewOptions {
  server: Pick<GraphServer, 'url' | 'site' | 'store'>
  /** A Graph token of a site owner: what is edited by hand is edited by them. */
  ownerToken(): Promise<string>
}

const PAGE = 100
const idText = z.string().regex(/^[1-9]\d{0,14}$/, 'must be an item id')
const fieldsSchema = z.record(z.string().min(1).max(64), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** Every row carries these; a reader looks for the row's own columns first. */
const STAMPS = ['key', 'actorId', 'actedAt', 'via', 'schemaVersion', 'act']

const columnView = (column: ListColumn): ListColumnView => ({
  name: column.name,
  displayName: column.displayName,
  type: column.type,
  choices: column.type === 'choice' && Array.isArray(column.facet.choices) ? column.facet.choices.map(String) : [],
  unique: column.unique,
  indexed: column.indexed,
})
const TITLE: ListColumnView = { name: 'Title', displayName: 'Title', type: 'text', choices: [], unique: false, indexed: false }

/** The columns as a site owner sees them: Title where the list uses it, then its own, then the stamp. */
const columnsOf = (code: ListCode, columns: ListColumn[]): ListColumnView[] => {
  const usesTitle = Object.values<{ column: string }>(LISTS[code].columns).some(({ column }) => column === 'Title')
  const views = columns.filter((column) => !column.hidden).map(columnView)
  const isStamp = ({ name }: ListColumnView) => STAMPS.includes(name)
  return [...(usesTitle ? [TITLE] : []), ...views.filter((view) => !isStamp(view)), ...views.filter(isStamp)]
}

const rowView = (item: ItemRow): ListRowView => ({
  id: String(item.id),
  eTag: itemETag(item),
  modified: item.modified,
  modifiedBy: item.modifiedBy.user?.displayName ?? item.modifiedBy.application?.displayName ?? '',
  fields: item.fields,
})

/**
 * The lists as a site owner would see them in SharePoint. Reading looks into the list server's store and costs nothing;
 * writing goes through the list server as that owner, so that the product sees it at its next refresh. Faults spare it:
 * the owner's browser does not use Graph.
 */
export const registerListsView = (app: FastifyInstance, { server, ownerToken }: ListsViewOptions): void => {
  const { store, site } = server
  const transport = localTransport(server.url)

  const listOf = (code: string): { code: ListCode; list: ListRow } => {
    const known = LIST_CODES.find((one) => one === code)
    const list = known && store.lists.findList(LISTS[known].display)
    if (!known || !list) throw new ControlRefusal(404, 'unknownList', 'code', `There is no such list; use one of ${LIST_CODES.join(', ')}.`)
    return { code: known, list }
  }

  const byHand = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, eTag?: string): Promise<void> => {
    const answer = await transport(`${GRAPH_ORIGIN}/v1.0/sites/${site.id}/lists/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await ownerToken()}`,
        'x-fault': 'none',
        ...(eTag === undefined ? {} : { 'if-match': eTag }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.ok) return
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    if (answer.status === 412) throw new ControlRefusal(409, 'conflict', 'eTag', 'The row has been changed in the meantime; fetch it anew.')
    throw new ControlRefusal(answer.status === 404 ? 404 : 400, error.code, null, error.message)
  }

  const rowOf = (list: ListRow, id: string): ListRowView => {
    const item = store.items.get(list, Number(id))
    if (!item) throw new ControlRefusal(404, 'itemNotFound', 'id', 'There is no such row.')
    return rowView(item)
  }

  app.get('/lists', (): ListSummary[] =>
    LIST_CODES.flatMap((code) => {
      const list = store.lists.findList(LISTS[code].display)
      return list ? [{ code, title: list.title, items: store.items.countUpTo(list, Number.MAX_SAFE_INTEGER) }] : []
    }),
  )

  app.get<{ Params: { code: string } }>('/lists/:code', (request): ListView => {
    const { code, list } = listOf(request.params.code)
    const { after, find } = checked(
      z.strictObject({ after: z.coerce.number().int().min(0).default(0), find: z.string().max(200).optional() }),
      request.query,
    )
    const wanted = find?.trim().toLowerCase()
    const matches = (fields: ItemRow['fields']) =>
      Object.values(fields).some((value) =>
        String(value)
          .toLowerCase()
          .includes(wanted ?? ''),
      )
    const filter = wanted ? { filter: { where: 'TRUE', params: [], matches } } : {}
    const page = store.items.page(list, { after, top: PAGE, ...filter })
    return {
      code,
      title: list.title,
      columns: columnsOf(code, store.lists.columns(list)),
      rows: page.items.map(rowView),
      next: page.next ?? null,
    }
  })

  app.post<{ Params: { code: string } }>('/lists/:code', async (request, reply) => {
    const { list } = listOf(request.params.code)
    const { fields } = checked(z.strictObject({ fields: fieldsSchema }), request.body)
    await byHand('POST', `${list.id}/items`, { fields })
    return reply.code(201).send({})
  })

  app.patch<{ Params: { code: string; id: string } }>('/lists/:code/:id', async (request): Promise<ListRowView> => {
    const { list } = listOf(request.params.code)
    const id = checked(idText, request.params.id)
    const { fields, eTag } = checked(z.strictObject({ fields: fieldsSchema, eTag: z.string().max(100).optional() }), request.body)
    await byHand('PATCH', `${list.id}/items/${id}/fields`, fields, eTag)
    return rowOf(list, id)
  })

  app.delete<{ Params: { code: string; id: string } }>('/lists/:code/:id', async (request, reply) => {
    const { list } = listOf(request.params.code)
    await byHand('DELETE', `${list.id}/items/${checked(idText, request.params.id)}`)
    return reply.code(200).send({})
  })
}
