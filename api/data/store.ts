import { randomUUID } from 'node:crypto'
import type { Change, Instant, ListCode, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Actor, ReadFault, Snapshot, Store, WriteFault } from '#usecases/ports.ts'
import { encode, encodeChange, type Fields } from './codec.ts'
import type { Graph, GraphFault } from './graph.ts'
import { deltaFromNow, expandOf, itemsPath, type ListItem, type ReadItem, readAll, readChanges, readItem } from './list-reader.ts'
import { LIST_CODES, LISTS, SCHEMA_VERSION } from './lists.ts'
import type { Site } from './site.ts'
import { createMemory, type ListChange } from './snapshot.ts'

export interface StoreOptions {
  graph: Graph
  site: Site
  /** The instant of a refresh, for "updated at"; the clock is read by whoever composes. */
  now: () => Instant
}

/** A store that also tells when it was last read and lets the composition refresh it on its rhythm. */
export interface GraphStore extends Store {
  refreshedAt(): Instant
}

/**
 * The municipality's lists behind the `Store` port. Reads everything once (delta token first, then the items, then the
 * delta), afterwards only what has changed. A write is carried out one change at a time; what was written is seen at once.
 */
export async function openStore(options: StoreOptions): Promise<Result<GraphStore, GraphFault>> {
  const { graph, site, now } = options
  const memory = createMemory()
  const deltaLinks = new Map<ListCode, string>()
  const run = randomUUID().slice(0, 8)
  let takenAt = now()
  let refreshing: Promise<Result<true, GraphFault>> | null = null

  async function readWhole(list: ListCode, listId: string): Promise<Result<ListChange, GraphFault>> {
    const link = await deltaFromNow(graph, list, site.id, listId)
    if (!link.ok) return link
    const items = await readAll(graph, list, site.id, listId)
    if (!items.ok) return items
    deltaLinks.set(list, link.value)
    return ok({ list, whole: true, items: items.value })
  }

  async function readList(list: ListCode): Promise<Result<ListChange | null, GraphFault>> {
    const listId = site.lists[list]
    if (listId === undefined) return ok(null)
    const link = deltaLinks.get(list)
    if (link === undefined) return readWhole(list, listId)
    const changes = await readChanges(graph, link)
    if (!changes.ok) return changes.code === 'gone' ? readWhole(list, listId) : changes
    deltaLinks.set(list, changes.value.deltaLink)
    const items: ReadItem<ListCode>[] = []
    for (const item of changes.value.items) {
      // A delta link that forgot our $expand gives rows without fields: read those one by one rather than as empty.
      const full = item.fields || item.deleted ? ok(item) : await readOne(list, item.id)
      if (!full.ok) return full
      items.push(readItem(list, full.value))
    }
    return ok({ list, whole: false, items })
  }

  const readOne = (list: ListCode, itemId: string) =>
    graph.get<ListItem>(`${itemsPath(site.id, site.lists[list] ?? '')}/${itemId}?${expandOf(list)}`)

  async function refreshAll(): Promise<Result<true, GraphFault>> {
    const at = now()
    const changes: ListChange[] = []
    for (const list of LIST_CODES) {
      const change = await readList(list)
      if (!change.ok) {
        memory.apply(changes)
        return change
      }
      if (change.value) changes.push(change.value)
    }
    memory.apply(changes)
    takenAt = at
    return ok(true)
  }

  function refresh(): Promise<Result<true, GraphFault>> {
    refreshing ??= refreshAll().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  async function itemByKey(list: ListCode, key: string): Promise<GraphResultOf<ListItem | null>> {
    const filter = encodeURIComponent(`fields/key eq '${key.replaceAll("'", "''")}'`)
    const found = await graph.get<{ value: ListItem[] }>(
      `${itemsPath(site.id, site.lists[list] ?? '')}?${expandOf(list)}&$filter=${filter}&$top=1`,
    )
    return found.ok ? ok(found.value.value[0] ?? null) : found
  }

  async function create(list: ListCode, record: Records[ListCode]): Promise<Written> {
    const fields = encode(list, record)
    const posted = await graph.post<ListItem>(itemsPath(site.id, site.lists[list] ?? ''), { fields })
    if (posted.ok) return { ok: true, item: { ...posted.value, fields } }
    if (posted.code !== 'uniqueViolation') return posted
    const existing = await itemByKey(list, record.key)
    if (!existing.ok) return existing
    // The same row to the letter is our own earlier attempt whose answer was lost: it stands.
    if (existing.value && sameFields(existing.value.fields ?? {}, fields)) return { ok: true, item: existing.value }
    return { ok: false, code: 'alreadyExists', item: existing.value }
  }

  async function update(list: ListCode, key: string, version: string, set: Partial<Records[ListCode]>): Promise<Written> {
    const itemId = memory.picture().row(list, key)?.itemId
    if (itemId === undefined) return { ok: false, code: 'conflict', item: null }
    const fields = encodeChange(list, set)
    const patched = await graph.patch<Fields & { '@odata.etag'?: string }>(
      `${itemsPath(site.id, site.lists[list] ?? '')}/${itemId}/fields`,
      fields,
      version,
    )
    if (!patched.ok && patched.code !== 'preconditionFailed') return patched
    const current = await readOne(list, itemId)
    if (!current.ok) return current.code === 'notFound' ? { ok: false, code: 'conflict', item: null } : current
    if (patched.ok || sameFields(current.value.fields ?? {}, fields)) return { ok: true, item: current.value }
    return { ok: false, code: 'conflict', item: current.value }
  }

  async function write(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>> {
    const versions: string[] = []
    const applied: ListChange[] = []
    const finish = <T>(result: T): T => {
      memory.apply(applied)
      return result
    }
    for (const change of changes) {
      const stamp = { actorId: actor.personId, actedAt: actor.now, via: actor.via, schemaVersion: SCHEMA_VERSION }
      const key = change.op === 'create' ? change.record.key : change.key
      const done = versions.length
      if (site.lists[change.list] === undefined) {
        return finish(refuse({ code: 'refusedByStore', list: change.list, key, detail: 'listMissing', done }))
      }
      const written =
        change.op === 'create'
          ? await create(change.list, { ...change.record, ...stamp } as Records[ListCode])
          : await update(change.list, key, change.version, { ...change.set, ...stamp } as Partial<Records[ListCode]>)
      if (written.ok || 'item' in written) {
        if (written.item) applied.push({ list: change.list, whole: false, items: [readItem(change.list, written.item)] })
        if (written.ok) versions.push(written.item['@odata.etag'] ?? written.item.eTag ?? '')
        else return finish(refuse({ code: written.code, list: change.list, key, current: recordOf(change.list, written.item), done }))
        continue
      }
      const lasting =
        written.code === 'badRequest' || written.code === 'forbidden' || written.code === 'unauthorised' || written.code === 'notFound'
      return finish(
        lasting
          ? refuse({ code: 'refusedByStore', list: change.list, key, detail: `${written.status} ${written.detail}`.trim(), done })
          : refuse({ code: 'storeUnavailable', done }),
      )
    }
    return finish(ok({ versions }))
  }

  const first = await refresh()
  if (!first.ok) return first
  // Changes made while the pages were read.
  const second = await refresh()
  if (!second.ok) return second

  return ok({
    snapshot(): Snapshot {
      const picture = memory.picture()
      return {
        get facts() {
          return picture.facts()
        },
        takenAt,
        version: `${run}-${picture.number}`,
        versionOf: (list, key) => picture.row(list, key)?.etag ?? null,
        faults: faultsOf(site, picture.faults),
      }
    },
    async refresh() {
      const result = await refresh()
      return result.ok
    },
    refreshedAt: () => takenAt,
    write,
  })
}

type GraphResultOf<T> = Result<T, GraphFault>
type Written =
  | { ok: true; item: ListItem }
  | { ok: false; code: 'alreadyExists' | 'conflict'; item: ListItem | null }
  | ({ ok: false } & GraphFault)

function recordOf(list: ListCode, item: ListItem | null): Records[ListCode] | null {
  if (!item) return null
  const read = readItem(list, item)
  return read.kind === 'row' ? read.row.record : null
}

/** Whether every field we meant to write stands there with that value; a null we wrote is an absent column. */
function sameFields(stored: Fields, meant: Fields): boolean {
  return Object.entries(meant).every(([column, value]) => (stored[column] ?? null) === value)
}

function faultsOf(site: Site, rowFaults: (list: ListCode) => readonly { itemId: string; column: string; detail: string }[]): ReadFault[] {
  return LIST_CODES.flatMap((list): ReadFault[] => {
    if (site.lists[list] === undefined) return [{ list, itemId: '', column: null, code: 'listMissing', detail: LISTS[list].display }]
    return rowFaults(list).map((fault) => ({
      list,
      itemId: fault.itemId,
      column: fault.column,
      code: 'unreadableRow',
      detail: fault.detail,
    }))
  })
}
