import { randomUUID } from 'node:crypto'
import type { Change, Instant, ListCode, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Actor, ReadFault, Snapshot, Store, WriteFault } from '#usecases/ports.ts'
import type { Graph, GraphFault } from './graph.ts'
import { type ListItem, type RowFault, readItem } from './list-reader.ts'
import { LIST_CODES, LISTS, SCHEMA_VERSION } from './lists.ts'
import { createListsReader } from './lists-reader.ts'
import { createRowWriter, etagOf, type Written } from './row-writer.ts'
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
  const { site, now } = options
  const memory = createMemory()
  const reader = createListsReader(options.graph.background(), site)
  const writers = { person: createRowWriter(options.graph, site), background: createRowWriter(options.graph.background(), site) }
  const run = randomUUID().slice(0, 8)
  let takenAt = now()
  let refreshing: Promise<Result<true, GraphFault>> | null = null
  const underWay = new Set<Promise<unknown>>()
  /** What was written here while a refresh was reading; a whole list may have been paged before it. */
  let writtenMeanwhile: ListChange[] = []

  async function refreshAll(): Promise<Result<true, GraphFault>> {
    const at = now()
    writtenMeanwhile = []
    const read = await reader.read()
    if (!read.ok) return read
    // An act of several rows that is under way here may be half in what was read: it is shown when it is whole.
    await Promise.allSettled([...underWay])
    memory.apply([...read.value.whole, ...writtenMeanwhile, ...read.value.changed])
    takenAt = at
    return ok(true)
  }

  function refresh(): Promise<Result<true, GraphFault>> {
    refreshing ??= refreshAll().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function writeOne(change: Change, actor: Actor): Promise<Written> {
    const writer = writers[actor.via === 'system' ? 'background' : 'person']
    const stamp = { actorId: actor.personId, actedAt: actor.now, via: actor.via, schemaVersion: SCHEMA_VERSION }
    if (change.op === 'create') return writer.create(change.list, { ...change.record, ...stamp } as Records[ListCode])
    const known = memory.picture().row(change.list, change.key)
    if (!known) return Promise.resolve({ ok: false, code: 'conflict', item: null })
    return writer.update(change.list, known, change.version, { ...change.set, ...stamp } as Partial<Records[ListCode]>)
  }

  async function writeAll(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>> {
    const versions: string[] = []
    const applied: ListChange[] = []
    const finish = <T>(result: T): T => {
      memory.apply(applied)
      if (refreshing) writtenMeanwhile.push(...applied)
      return result
    }
    for (const change of changes) {
      const { list } = change
      const key = change.op === 'create' ? change.record.key : change.key
      const done = versions.length
      if (site.lists[list] === undefined) return finish(refuse({ code: 'refusedByStore', list, key, detail: 'listMissing', done }))
      const written = await writeOne(change, actor)
      if (!written.ok && !('item' in written)) return finish(refusalOf(written, list, key, done))
      if (written.item) applied.push({ list, whole: false, items: [readItem(list, written.item)] })
      if (!written.ok) return finish(refuse({ code: written.code, list, key, current: recordOf(list, written.item), done }))
      versions.push(etagOf(written.item))
    }
    return finish(ok({ versions }))
  }

  function write(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>> {
    const writing = writeAll(changes, actor).finally(() => underWay.delete(writing))
    underWay.add(writing)
    return writing
  }

  const first = await refresh()
  if (!first.ok) return first

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
        faults: faultsOf(site, picture.faults, reader.lacking),
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

/** Faults that a repetition of the act cannot mend. */
const LASTING: readonly string[] = ['badRequest', 'forbidden', 'unauthorised', 'notFound']

function refusalOf(fault: GraphFault, list: ListCode, key: string, done: number): { ok: false } & WriteFault {
  return LASTING.includes(fault.code)
    ? refuse({ code: 'refusedByStore', list, key, detail: `${fault.status} ${fault.detail}`.trim(), done })
    : refuse({ code: 'storeUnavailable', done })
}

function recordOf(list: ListCode, item: ListItem | null): Records[ListCode] | null {
  if (!item) return null
  const read = readItem(list, item)
  return read.kind === 'row' ? read.row.record : null
}

function faultsOf(
  site: Site,
  rowFaults: (list: ListCode) => readonly RowFault[],
  lacking: (list: ListCode) => readonly string[],
): ReadFault[] {
  return LIST_CODES.flatMap((list): ReadFault[] => {
    if (site.lists[list] === undefined) return [{ list, itemId: '', column: null, code: 'listMissing', detail: LISTS[list].display }]
    const columns = lacking(list).map((column): ReadFault => ({ list, itemId: '', column, code: 'columnMissing', detail: '' }))
    const rows = rowFaults(list).map(({ itemId, column, detail }): ReadFault => ({ list, itemId, column, code: 'unreadableRow', detail }))
    return [...columns, ...rows]
  })
}
