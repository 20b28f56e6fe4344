import type { ListCode } from '#domain/model.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Graph, GraphFault } from './graph.ts'
import {
  deltaFromNow,
  expandOf,
  itemsPath,
  type ListItem,
  lackingColumns,
  type ReadItem,
  readAll,
  readChanges,
  readItem,
} from './list-reader.ts'
import { LIST_CODES } from './lists.ts'
import { findLists, type Site } from './site.ts'
import type { ListChange } from './snapshot.ts'

/** Answers to a delta that only reading the list anew can mend: the token is too old, a column or the list itself is gone. */
const REREAD: readonly string[] = ['gone', 'badRequest', 'notFound']

/** What one refresh has read. `changed` is later than `whole`. */
export interface ReadLists {
  whole: ListChange[]
  changed: ListChange[]
}

export interface ListsReader {
  /** Everything the first time and after a 410, otherwise what has changed since. Nothing is taken for read before all of it is. */
  read(): Promise<Result<ReadLists, GraphFault>>
  /** Columns a list lacks; its rows are read without them. */
  lacking(list: ListCode): readonly string[]
}

/**
 * Reads all lists of a site; remembers how far it has come in each. While a list or column is missing it is looked for again
 * at each reading, and `site.lists` follows: what an owner puts back is in use at the next refresh.
 */
export function createListsReader(graph: Graph, site: Site): ListsReader {
  let links: ReadonlyMap<ListCode, string> = new Map()

  const lacking = new Map<ListCode, readonly string[]>()
  const expand = (list: ListCode) => expandOf(list, lacking.get(list))

  async function readWhole(list: ListCode, listId: string, next: Map<ListCode, string>): Promise<Result<ListChange, GraphFault>> {
    const link = await deltaFromNow(graph, site.id, listId, expand(list))
    if (!link.ok) return link
    const items = await readAll(graph, list, site.id, listId, expand(list))
    if (!items.ok) return items
    next.set(list, link.value)
    return ok({ list, whole: true, items: items.value })
  }

  /** One deleted column must not take the whole list away: it is read without, and the fault is shown. */
  async function readWholeWithout(list: ListCode, listId: string, next: Map<ListCode, string>): Promise<Result<ListChange, GraphFault>> {
    const whole = await readWhole(list, listId, next)
    if (whole.ok || whole.code !== 'badRequest') return whole
    const lacks = await lackingColumns(graph, list, site.id, listId)
    if (!lacks.ok) return lacks
    if (String(lacks.value) === String(lacking.get(list) ?? [])) return whole
    lacking.set(list, lacks.value)
    return readWhole(list, listId, next)
  }

  /** What has changed in one list, or `gone` when only reading it anew will do. */
  async function readChanged(list: ListCode, listId: string, next: Map<ListCode, string>): Promise<Result<ListChange, GraphFault>> {
    const changes = await readChanges(graph, next.get(list) ?? '')
    if (!changes.ok) return changes
    const items: ReadItem<ListCode>[] = []
    for (const item of changes.value.items) {
      // A delta link that forgot our $expand gives rows without fields: read those one by one rather than as empty.
      const full = item.fields || item.deleted ? ok(item) : await readOne(listId, list, item.id)
      if (full.ok) items.push(readItem(list, full.value))
      else if (full.code === 'notFound') items.push({ kind: 'deleted', itemId: item.id })
      else return full
    }
    next.set(list, changes.value.deltaLink)
    return ok({ list, whole: false, items })
  }

  const readOne = (listId: string, list: ListCode, itemId: string) =>
    graph.get<ListItem>(`${itemsPath(site.id, listId)}/${itemId}?${expand(list)}`)

  const listsThere = () =>
    LIST_CODES.flatMap((list) => {
      const listId = site.lists[list]
      return listId === undefined ? [] : [{ list, listId }]
    })

  /** Which lists and columns the site has by now. What has come or gone is read anew. */
  async function lookAgain(): Promise<Result<true, GraphFault>> {
    const found = await findLists(graph, site.id)
    if (!found.ok) return found
    const next = new Map(links)
    for (const list of LIST_CODES) {
      const listId = found.value[list]
      if (listId === site.lists[list]) continue
      next.delete(list)
      lacking.delete(list)
      if (listId === undefined) delete site.lists[list]
      else site.lists[list] = listId
    }
    for (const { list, listId } of listsThere()) {
      const known = lacking.get(list) ?? []
      if (known.length === 0) continue
      const lacks = await lackingColumns(graph, list, site.id, listId)
      if (!lacks.ok) return lacks
      if (String(lacks.value) === String(known)) continue
      lacking.set(list, lacks.value)
      next.delete(list)
    }
    links = next
    return ok(true)
  }

  const isAmiss = () => listsThere().length < LIST_CODES.length || [...lacking.values()].some((columns) => columns.length > 0)

  async function readAllChanged(next: Map<ListCode, string>): Promise<Result<ReadLists, GraphFault>> {
    const known = listsThere().filter(({ list }) => next.has(list))
    const answers = await Promise.all(known.map(({ list, listId }) => readChanged(list, listId, next)))
    const read: ReadLists = { whole: [], changed: [] }
    for (const [at, { list }] of known.entries()) {
      const answer = answers[at]
      if (answer?.ok) read.changed.push(answer.value)
      else if (answer && REREAD.includes(answer.code)) next.delete(list)
      else if (answer) return answer
    }
    return ok(read)
  }

  async function readOnce(): Promise<Result<ReadLists, GraphFault>> {
    const next = new Map(links)
    const changed = await readAllChanged(next)
    if (!changed.ok) return changed
    const missing = listsThere().filter(({ list }) => !next.has(list))
    let { value } = changed
    if (missing.length > 0) {
      // One after the other: a whole list in Graph's wordy form is large enough alone.
      const whole: ListChange[] = []
      for (const { list, listId } of missing) {
        const one = await readWholeWithout(list, listId, next)
        if (!one.ok) return one
        whole.push(one.value)
      }
      // What was changed while the pages were read, and in the other lists, so that all tell of the same moment.
      const since = await readAllChanged(next)
      if (!since.ok) return since
      value = { whole, changed: [...changed.value.changed, ...since.value.changed] }
    }
    links = next
    return ok(value)
  }

  return {
    lacking: (list) => lacking.get(list) ?? [],
    async read() {
      if (isAmiss()) {
        const looked = await lookAgain()
        if (!looked.ok) return looked
      }
      const read = await readOnce()
      if (read.ok || read.code !== 'notFound') return read
      // A list has been deleted under us: the others are read without it, and the fault is shown.
      const looked = await lookAgain()
      return looked.ok ? readOnce() : looked
    },
  }
}
