import { type Facts, joinFacts, type Tables } from '#domain/facts.ts'
import type { ListCode, Records } from '#domain/model.ts'
import type { ReadItem, Row, RowFault } from './list-reader.ts'
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
  let held = Object.fromEntries(LIST_CODES.map((code) => [code, emptyList()])) as unknown as HeldLists
  let current = pictureOf(held, 0)
  return {
    picture: () => current,
    apply(changes) {
      let next = held
      for (const change of changes) {
        const before = next[change.list] as Held<ListCode>
        const after = applyItems(change.whole ? emptyList() : before, change.items)
        if (after !== before) next = { ...next, [change.list]: after }
      }
      if (next === held) return
      held = next
      current = pictureOf(held, current.number + 1)
    },
  }
}

const emptyList = (): Held<ListCode> => ({ records: new Map(), rows: new Map(), keyByItem: new Map(), faults: new Map() })

function applyItems(before: Held<ListCode>, items: readonly ReadItem<ListCode>[]): Held<ListCode> {
  const news = items.filter((item) => !isStale(before, item))
  if (news.length === 0) return before
  const records = new Map(before.records)
  const rows = new Map(before.rows)
  const keyByItem = new Map(before.keyByItem)
  const faults = new Map(before.faults)
  const forget = (itemId: string) => {
    const key = keyByItem.get(itemId)
    if (key !== undefined) {
      records.delete(key)
      rows.delete(key)
      keyByItem.delete(itemId)
    }
    faults.delete(itemId)
  }
  for (const item of news) {
    if (item.kind === 'deleted') forget(item.itemId)
    else if (item.kind === 'fault') {
      forget(item.fault.itemId)
      faults.set(item.fault.itemId, item.fault)
    } else {
      forget(item.row.itemId)
      const key = item.row.record.key
      const holder = rows.get(key)
      if (holder && holder.itemId !== item.row.itemId) {
        // The unique column should make this impossible; if a site lets it happen the first row stands and the office sees the other.
        faults.set(item.row.itemId, { itemId: item.row.itemId, column: 'key', detail: key })
        continue
      }
      records.set(key, item.row.record)
      rows.set(key, item.row)
      keyByItem.set(item.row.itemId, key)
    }
  }
  return { records, rows, keyByItem, faults }
}

/** A delta may bring a row older than one just written here: the higher version number in the ETag stands. */
function isStale(held: Held<ListCode>, item: ReadItem<ListCode>): boolean {
  if (item.kind !== 'row') return false
  const key = held.keyByItem.get(item.row.itemId)
  const known = key === undefined ? undefined : held.rows.get(key)
  if (!known) return false
  return known.etag === item.row.etag || versionNumber(item.row.etag) < versionNumber(known.etag)
}

/** The `n` of `"guid,n"`; it rises on every write. */
export function versionNumber(etag: string): number {
  return Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0)
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
