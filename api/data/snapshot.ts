import { type Facts, joinFacts, type Tables } from '#domain/facts.ts'
import type { Instant, ListCode, Records } from '#domain/model.ts'
import { ACT_FORGOTTEN_MS, type UnfinishedAct } from './acts.ts'
import { decode, encode } from './codec.ts'
import { type ReadItem, type Row, type RowFault, versionNumber } from './list-reader.ts'
import { LIST_CODES } from './lists.ts'

/** One list in memory. Maps are replaced, never changed, so that a reader keeps the picture it started with. */
interface Held<L extends ListCode> {
  records: ReadonlyMap<string, Records[L]>
  rows: ReadonlyMap<string, Row<L>>
  keyByItem: ReadonlyMap<string, string>
  faults: ReadonlyMap<string, RowFault>
  /** Rows of acts that are not closed, by item: what they say does not count yet. */
  waiting: ReadonlyMap<string, Row<L>>
}

type HeldLists = { [L in ListCode]: Held<L> }

/** All lists as they were at one moment. */
export interface Picture {
  tables: Tables
  facts(): Facts
  row<L extends ListCode>(list: L, key: string): Row<L> | null
  faults(list: ListCode): readonly RowFault[]
  /** The row as SharePoint has it while an act that is not closed has changed it; null otherwise. */
  waiting(list: ListCode, key: string): Row<ListCode> | null
  unfinished(): readonly UnfinishedAct[]
  /** Rises by one with every change. */
  number: number
}

/** The in-memory copy. `apply` takes what was read at `at` from one or more lists and swaps the picture once. */
export interface Memory {
  picture(): Picture
  apply(changes: readonly ListChange[], at: Instant): void
}

/** Whether what a row says counts: the act it belongs to is closed, or forgotten. */
type Counts = (row: Row<ListCode>) => boolean

export interface ListChange {
  list: ListCode
  /** true: these are all rows there are; what is not among them is gone. */
  whole: boolean
  items: readonly ReadItem<ListCode>[]
}

/** Starts empty. */
export function createMemory(): Memory {
  let held = Object.fromEntries(LIST_CODES.map((code) => [code, emptyDraft()])) as unknown as HeldLists
  let current = pictureOf(held, 0)
  return {
    picture: () => current,
    apply(changes, at) {
      let next = held
      const put = (list: ListCode, after: Held<ListCode>) => {
        if (after !== next[list]) next = { ...next, [list]: after }
      }
      const counts: Counts = ({ mark, record }) =>
        mark?.closing === undefined ||
        next.log.rows.get(mark.closing)?.mark?.id === mark.id ||
        Date.parse(at) - Date.parse(record.actedAt) > ACT_FORGOTTEN_MS
      // The log first: it says which acts are closed.
      const ordered = [...changes].sort((a, b) => Number(b.list === 'log') - Number(a.list === 'log'))
      for (const { list, items, whole } of ordered) put(list, applyItems(list, next[list] as Held<ListCode>, items, whole, counts))
      for (const list of LIST_CODES) put(list, release(list, next[list] as Held<ListCode>, counts))
      if (next === held) return
      held = next
      current = pictureOf(held, current.number + 1)
    },
  }
}

/** A list being changed, before anyone sees it. */
interface Draft extends Held<ListCode> {
  records: Map<string, Records[ListCode]>
  rows: Map<string, Row<ListCode>>
  keyByItem: Map<string, string>
  faults: Map<string, RowFault>
  waiting: Map<string, Row<ListCode>>
}

const emptyDraft = (): Draft => ({ records: new Map(), rows: new Map(), keyByItem: new Map(), faults: new Map(), waiting: new Map() })
const draftOf = (held: Held<ListCode>): Draft => ({
  records: new Map(held.records),
  rows: new Map(held.rows),
  keyByItem: new Map(held.keyByItem),
  faults: new Map(held.faults),
  waiting: new Map(held.waiting),
})

function applyItems(
  list: ListCode,
  before: Held<ListCode>,
  items: readonly ReadItem<ListCode>[],
  whole: boolean,
  counts: Counts,
): Held<ListCode> {
  if (!whole && items.every((item) => isStale(before, item))) return before
  const after = whole ? emptyDraft() : draftOf(before)
  for (const item of items) {
    const stands = whole ? newerOf(before, item) : item
    if (!isStale(after, stands)) applyItem(list, after, stands, counts)
  }
  return after
}

function applyItem(list: ListCode, held: Draft, item: ReadItem<ListCode>, counts: Counts): void {
  forget(held, idOf(item))
  if (item.kind === 'fault') held.faults.set(item.fault.itemId, item.fault)
  else if (item.kind === 'row') take(list, held, item.row, counts)
}

/** A row counts as it stands, or waits for its act to be closed: meanwhile it counts as it was, or not at all when it is new. */
function take(list: ListCode, held: Draft, row: Row<ListCode>, counts: Counts): void {
  if (counts(row)) {
    place(held, row.mark?.closing === undefined ? row : { ...row, mark: null })
    return
  }
  held.waiting.set(row.itemId, row)
  const former = formerOf(list, row)
  if (former) place(held, former)
}

/** The row as it was before the act, with the version it has now. */
function formerOf(list: ListCode, row: Row<ListCode>): Row<ListCode> | null {
  if (row.mark?.before === undefined) return null
  const { actedAt, actorId } = row.record
  const read = decode(list, { ...encode(list, row.record), ...row.mark.before }, { modifiedAt: actedAt, modifiedById: actorId })
  return read.ok ? { ...row, record: read.value } : null
}

/** Takes in the rows whose act has been closed since. */
function release(list: ListCode, before: Held<ListCode>, counts: Counts): Held<ListCode> {
  const closed = [...before.waiting.values()].filter(counts)
  if (closed.length === 0) return before
  const after = draftOf(before)
  for (const row of closed) applyItem(list, after, { kind: 'row', row }, counts)
  return after
}

/** The unique column should make twins impossible; if a site lets it happen the first row stands and the office sees the other. */
function place(held: Draft, row: Row<ListCode>): void {
  const { key } = row.record
  if (held.rows.has(key)) {
    held.faults.set(row.itemId, { itemId: row.itemId, etag: row.etag, column: 'key', detail: key, twin: row })
    return
  }
  held.records.set(key, row.record)
  held.rows.set(key, row)
  held.keyByItem.set(row.itemId, key)
}

function forget(held: Draft, itemId: string): void {
  held.faults.delete(itemId)
  held.waiting.delete(itemId)
  const key = held.keyByItem.get(itemId)
  if (key === undefined) return
  held.records.delete(key)
  held.rows.delete(key)
  held.keyByItem.delete(itemId)
  for (const { twin } of held.faults.values()) {
    if (twin?.record.key !== key) continue
    held.faults.delete(twin.itemId)
    place(held, twin)
    return
  }
}

const idOf = (item: ReadItem<ListCode>): string =>
  item.kind === 'row' ? item.row.itemId : item.kind === 'fault' ? item.fault.itemId : item.itemId

/**
 * A page may bring a row older than one just written here: the higher version number in the ETag stands. Of equal ones the
 * page does, since a column that has come or gone raises no version.
 */
function newerOf(before: Held<ListCode>, item: ReadItem<ListCode>): ReadItem<ListCode> {
  const key = before.keyByItem.get(idOf(item))
  const known = before.waiting.get(idOf(item)) ?? (key === undefined ? undefined : before.rows.get(key))
  if (!known || item.kind === 'deleted') return item
  const { etag } = item.kind === 'row' ? item.row : item.fault
  return versionNumber(etag) < versionNumber(known.etag) ? { kind: 'row', row: known } : item
}

/** What is already known, or older than what is: nothing to do. */
function isStale(held: Held<ListCode>, item: ReadItem<ListCode>): boolean {
  if (item.kind === 'deleted') {
    return !held.keyByItem.has(item.itemId) && !held.faults.has(item.itemId) && !held.waiting.has(item.itemId)
  }
  const { itemId, etag } = item.kind === 'row' ? item.row : item.fault
  const key = held.keyByItem.get(itemId)
  const known = (held.waiting.get(itemId) ?? (key === undefined ? held.faults.get(itemId) : held.rows.get(key)))?.etag
  return known !== undefined && (known === etag || versionNumber(etag) < versionNumber(known))
}

function pictureOf(held: HeldLists, number: number): Picture {
  const tables = Object.fromEntries(LIST_CODES.map((code) => [code, held[code].records])) as unknown as Tables
  let joined: Facts | null = null
  return {
    tables,
    facts() {
      joined ??= joinFacts(tables)
      return joined
    },
    row: (list, key) => (held[list].rows as ReadonlyMap<string, Row<typeof list>>).get(key) ?? null,
    faults: (list) => [...held[list].faults.values()],
    waiting(list, key) {
      const itemId = held[list].rows.get(key)?.itemId
      return itemId === undefined ? null : (held[list].waiting.get(itemId) ?? null)
    },
    unfinished: () => unfinishedOf(held),
    number,
  }
}

function unfinishedOf(held: HeldLists): UnfinishedAct[] {
  const acts = new Map<string, UnfinishedAct>()
  for (const list of LIST_CODES) {
    for (const { itemId, record, mark } of held[list].waiting.values()) {
      if (mark?.closing === undefined) continue
      const act = acts.get(mark.id) ?? { id: mark.id, closing: mark.closing, personId: record.actorId, since: record.actedAt, rows: [] }
      act.rows.push({ list, key: record.key, itemId })
      acts.set(mark.id, act)
    }
  }
  return [...acts.values()]
}
