import { type Facts, joinFacts, type Tables } from '#domain/facts.ts'
import type { ListCode, Records } from '#domain/model.ts'
import { type ReadItem, type Row, type RowFault, versionNumber } from './list-reader.ts'
import { LIST_CODES } from './lists.ts'

/** One list in memory. Maps are replaced, never changed, so that a reader keeps the picture it started with. */
interface Held<L extends ListCode> {
  records: ReadonlyMap<string, Records[L]>
  rows: ReadonlyMap<string, Row<L>>
  keyByItem: ReadonlyMap<string, string>
  faults: ReadonlyMap<string, RowFault>
}

type HeldLists = { [L in ListCode]: Held<L> }

/** All lists as they were at one moment. */
export interface Picture {
  tables: Tables
  facts(): Facts
  row<L extends ListCode>(list: L, key: string): Row<L> | null
  faults(list: ListCode): readonly RowFault[]
  /** Rises by one with every change. */
  number: number
}

/** The in-memory copy. `apply` takes what was read from one or more lists and swaps the picture once. */
export interface Memory {
  picture(): Picture
  apply(changes: readonly ListChange[]): void
}

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
    apply(changes) {
      let next = held
      for (const change of changes) {
        const before = next[change.list] as Held<ListCode>
        const after = applyItems(before, change.items, change.whole)
        if (after !== before) next = { ...next, [change.list]: after }
      }
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
}

const emptyDraft = (): Draft => ({ records: new Map(), rows: new Map(), keyByItem: new Map(), faults: new Map() })
const draftOf = (held: Held<ListCode>): Draft => ({
  records: new Map(held.records),
  rows: new Map(held.rows),
  keyByItem: new Map(held.keyByItem),
  faults: new Map(held.faults),
})

function applyItems(before: Held<ListCode>, items: readonly ReadItem<ListCode>[], whole: boolean): Held<ListCode> {
  if (!whole && items.every((item) => isStale(before, item))) return before
  const after = whole ? emptyDraft() : draftOf(before)
  for (const item of items) {
    const stands = whole ? newerOf(before, item) : item
    if (!isStale(after, stands)) applyItem(after, stands)
  }
  return after
}

function applyItem(held: Draft, item: ReadItem<ListCode>): void {
  forget(held, idOf(item))
  if (item.kind === 'fault') held.faults.set(item.fault.itemId, item.fault)
  else if (item.kind === 'row') place(held, item.row)
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

/** A page may bring a row older than one just written here: the higher version number in the ETag stands. */
function newerOf(before: Held<ListCode>, item: ReadItem<ListCode>): ReadItem<ListCode> {
  const key = before.keyByItem.get(idOf(item))
  const known = key === undefined ? undefined : before.rows.get(key)
  return known && isStale(before, item) ? { kind: 'row', row: known } : item
}

/** What is already known, or older than what is: nothing to do. */
function isStale(held: Held<ListCode>, item: ReadItem<ListCode>): boolean {
  if (item.kind === 'deleted') return !held.keyByItem.has(item.itemId) && !held.faults.has(item.itemId)
  const { itemId, etag } = item.kind === 'row' ? item.row : item.fault
  const key = held.keyByItem.get(itemId)
  const known = (key === undefined ? held.faults.get(itemId) : held.rows.get(key))?.etag
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
    number,
  }
}
