import type { ListCode, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { ACT_COLUMN, type ActMark, markOf } from './acts.ts'
import { decode, type Fields } from './codec.ts'
import type { Graph, GraphFault } from './graph.ts'
import { LISTS } from './lists.ts'

/** A list item as Graph gives it; `deleted` in delta answers, `error` in the known fault after a delete (graph.md §2). */
export interface ListItem {
  id: string
  eTag?: string
  '@odata.etag'?: string
  lastModifiedDateTime?: string
  lastModifiedBy?: { user?: { id?: string } }
  fields?: Fields
  deleted?: { state: string }
  error?: unknown
}

/** One row as it is kept in memory: what it says, and the version to name when changing it. */
export interface Row<L extends ListCode> {
  itemId: string
  etag: string
  record: Records[L]
  /** Set on a row of an act whose closing row has not been seen, and on closing rows. */
  mark: ActMark | null
}

export interface RowFault {
  itemId: string
  etag: string
  column: string
  detail: string
  /** The row itself when it could be read but its key is taken by another. */
  twin?: Row<ListCode>
}

/** The `n` of `"guid,n"`; it rises on every write. */
export function versionNumber(etag: string): number {
  return Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0)
}

export type ReadItem<L extends ListCode> =
  | { kind: 'row'; row: Row<L> }
  | { kind: 'fault'; fault: RowFault }
  | { kind: 'deleted'; itemId: string }

/** `items` under a list, with our own columns only. */
export function itemsPath(siteId: string, listId: string): string {
  return `/sites/${siteId}/lists/${listId}/items`
}

const columnNames = (list: ListCode): string[] => [...Object.values(LISTS[list].columns), ACT_COLUMN].map(({ column }) => column)

/** `lacking`: columns the site does not have; asking for one of them is refused. */
export function expandOf(list: ListCode, lacking: readonly string[] = []): string {
  const columns = columnNames(list).filter((column) => !lacking.includes(column))
  return `$expand=fields($select=${columns.join(',')})`
}

/** The largest page Graph is known to give without trouble. */
const PAGE = 999

/** Every item of a list, read into rows page by page. */
export async function readAll<L extends ListCode>(
  graph: Graph,
  list: L,
  siteId: string,
  listId: string,
  expand: string,
): Promise<Result<ReadItem<L>[], GraphFault>> {
  const items: ReadItem<L>[] = []
  const read = await graph.eachPage<ListItem>(`${itemsPath(siteId, listId)}?${expand}&$top=${PAGE}`, (page) => {
    for (const item of page) items.push(readItem(list, item))
  })
  return read.ok ? ok(items) : read
}

/** A delta token for "from now on", taken before the items are paged so that nothing falls between. */
export async function deltaFromNow(graph: Graph, siteId: string, listId: string, expand: string): Promise<Result<string, GraphFault>> {
  const page = await graph.pages<ListItem>(`${itemsPath(siteId, listId)}/delta?token=latest&${expand}`)
  if (!page.ok) return page
  if (page.value.deltaLink === null) return refuse({ code: 'badRequest', status: 200, detail: 'deltaLinkMissing', ambiguous: false })
  return ok(page.value.deltaLink)
}

/**
 * What has changed since `deltaLink`. `gone` means: read everything anew (410, or Graph's own error object inside a 200).
 * An item may come more than once; the last one wins.
 */
export async function readChanges(graph: Graph, deltaLink: string): Promise<Result<{ items: ListItem[]; deltaLink: string }, GraphFault>> {
  const pages = await graph.pages<ListItem>(deltaLink)
  if (!pages.ok) return pages
  if (pages.value.deltaLink === null || pages.value.items.some((item) => item.error !== undefined)) {
    return refuse({ code: 'gone', status: 410, detail: 'deltaBroken', ambiguous: false })
  }
  return ok({ items: pages.value.items, deltaLink: pages.value.deltaLink })
}

/** One item read into a row, or the reason it cannot be. */
export function readItem<L extends ListCode>(list: L, item: ListItem): ReadItem<L> {
  if (item.deleted) return { kind: 'deleted', itemId: item.id }
  const decoded = decode(list, item.fields ?? {}, {
    modifiedAt: item.lastModifiedDateTime ?? '1970-01-01T00:00:00Z',
    modifiedById: item.lastModifiedBy?.user?.id ?? null,
  })
  const etag = item['@odata.etag'] ?? item.eTag ?? ''
  if (!decoded.ok) return { kind: 'fault', fault: { itemId: item.id, etag, column: decoded.column, detail: decoded.detail } }
  return { kind: 'row', row: { itemId: item.id, etag, record: decoded.value, mark: markOf(item.fields?.[ACT_COLUMN.column]) } }
}

/** Which of our columns a list does not have, because an owner has deleted them or they have never been made. */
export async function lackingColumns(graph: Graph, list: ListCode, siteId: string, listId: string): Promise<Result<string[], GraphFault>> {
  const columns = await graph.pages<{ name: string }>(`/sites/${siteId}/lists/${listId}/columns`)
  if (!columns.ok) return columns
  const names = new Set(columns.value.items.map(({ name }) => name))
  return ok(columnNames(list).filter((column) => !names.has(column)))
}
