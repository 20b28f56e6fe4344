import { randomUUID } from 'node:crypto'
import type { Change, Instant, ListCode, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Actor, ReadFault, Snapshot, Store, WriteFault } from '#usecases/ports.ts'
import { ACT_MAY_TAKE_MS, ACT_SETTLES_MS, type Act, actOf, type UnfinishedAct } from './acts.ts'
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
  const { now } = options
  // The reader keeps it up to date when an owner deletes a list or puts one back.
  const site: Site = { id: options.site.id, lists: { ...options.site.lists } }
  const memory = createMemory()
  const reader = createListsReader(options.graph.background(), site)
  const writers = {
    person: createRowWriter(options.graph, site, reader.lacking),
    background: createRowWriter(options.graph.background(), site, reader.lacking),
  }
  const run = randomUUID().slice(0, 8)
  let takenAt = now()
  let refreshing: Promise<Result<true, GraphFault>> | null = null
  let catchingUp: Promise<unknown> | null = null
  /** What was written here while a refresh was reading; a whole list may have been paged before it. */
  let writtenMeanwhile: ListChange[] = []

  async function refreshAll(): Promise<Result<true, GraphFault>> {
    const at = now()
    writtenMeanwhile = []
    const read = await reader.read()
    if (!read.ok) return read
    memory.apply([...read.value.whole, ...writtenMeanwhile, ...read.value.changed], at)
    takenAt = at
    return ok(true)
  }

  function refresh(): Promise<Result<true, GraphFault>> {
    refreshing ??= refreshAll().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function writeOne(change: Change, actor: Actor, act: Act | null): Promise<Written> {
    const { list } = change
    const writer = writers[actor.via === 'system' ? 'background' : 'person']
    const { now } = actor
    const stamp = { actorId: actor.personId, actedAt: now, via: actor.via, schemaVersion: SCHEMA_VERSION }
    const key = keyOf(change)
    const closes = list === 'log' && key === act?.closing
    const mark = act && (closes ? { id: act.id } : { id: act.id, closing: act.closing })
    if (change.op === 'create') return writer.create({ list, record: { ...change.record, ...stamp } as Records[ListCode], mark, now })
    const picture = memory.picture()
    const known = picture.row(list, key)
    if (!known) return Promise.resolve({ ok: false, code: 'conflict', item: null })
    const set = { ...change.set, ...stamp } as Partial<Records[ListCode]>
    return writer.update({ list, known, waiting: picture.waiting(list, key), version: change.version, set, mark, now })
  }

  async function writeAll(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>> {
    const versions: string[] = []
    const applied: ListChange[] = []
    const act = actOf(changes, actor.personId, (list, key) => memory.picture().row(list, key)?.record.actedAt ?? null)
    const began = performance.now()
    const finish = <T>(result: T): T => {
      memory.apply(applied, actor.now)
      if (refreshing) writtenMeanwhile.push(...applied)
      return result
    }
    // Another act's line stands where this one's is to close it: refused before anything is written that would wait for it in vain.
    const closed = act && memory.picture().row('log', act.closing)
    if (closed && closed.mark?.id !== act.id)
      return finish(refuse({ code: 'alreadyExists', list: 'log', key: act.closing, current: closed.record, done: 0 }))
    for (const change of act?.changes ?? changes) {
      const { list } = change
      const key = keyOf(change)
      const done = versions.length
      // Others may take over the rows of an act that has been left: one that has lasted too long goes no further.
      if (performance.now() - began > ACT_MAY_TAKE_MS) return finish(refuse({ code: 'storeUnavailable', done }))
      if (site.lists[list] === undefined) return finish(refuse({ code: 'refusedByStore', list, key, detail: 'listMissing', done }))
      const written = await writeOne(change, actor, act)
      if (!written.ok && !('item' in written)) return finish(refusalOf(written, list, key, done))
      if (!written.ok) return finish(refuse({ code: written.code, list, key, current: recordOf(list, written.item), done }))
      applied.push({ list, whole: false, items: [readItem(list, written.item)] })
      versions.push(etagOf(written.item))
    }
    return finish(ok({ versions: versions.slice(0, changes.length) }))
  }

  /** A refresh that begins after this moment, shared by all who ask before it does. */
  function catchUp(): Promise<unknown> {
    catchingUp ??= (refreshing ?? Promise.resolve()).then(() => {
      catchingUp = null
      return refresh()
    })
    return catchingUp
  }

  async function write(changes: readonly Change[], actor: Actor): Promise<Result<{ versions: string[] }, WriteFault>> {
    const written = await writeAll(changes, actor)
    // What another has written comes with all else that has changed: one row of it alone would be half a picture.
    if (!written.ok && (written.code === 'conflict' || written.code === 'alreadyExists')) await catchUp()
    return written
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
        faults: [...faultsOf(site, picture.faults, reader.lacking), ...unfinishedFaults(picture.unfinished(), takenAt)],
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

const keyOf = (change: Change): string => (change.op === 'create' ? change.record.key : change.key)

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

/** Acts that have not come to their end for so long that nobody can still be at it. */
function unfinishedFaults(acts: readonly UnfinishedAct[], takenAt: Instant): ReadFault[] {
  return acts.flatMap(({ closing, personId, since, rows }): ReadFault[] => {
    const [first] = rows
    if (first === undefined || Date.parse(takenAt) - Date.parse(since) < ACT_SETTLES_MS) return []
    const act = { personId, since, rows: rows.map(({ list, key }) => ({ list, key })) }
    return [{ list: first.list, itemId: first.itemId, column: null, code: 'unfinishedAct', detail: closing, act }]
  })
}
