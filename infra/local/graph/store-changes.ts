import type { Database } from './database.ts'
import { ITEM_COLUMNS, itemOf, type StoredItem } from './store-items.ts'
import { itemsTable } from './store-lists.ts'
import type { ItemRow, ListRow } from './types.ts'

/** One entry of delta: an item as it is now, or the id of one that is gone. */
export type Change = { change: number; item: ItemRow } | { change: number; deletedId: number }

export interface ChangePage {
  changes: Change[]
  /** Where the next page or the next delta begins. */
  upTo: number
  more: boolean
}

/**
 * What has changed after `since`, oldest first, at most `top`. An item changed twice stands once, at its last place.
 * `deletedSince`: deletions before it are left out, for a first enumeration has nothing to take away.
 */
export const changesAfter = (
  db: Database,
  list: ListRow,
  { since, deletedSince, top }: { since: number; deletedSince: number; top: number },
): ChangePage => {
  const items = db
    .all<StoredItem>(`SELECT ${ITEM_COLUMNS} FROM ${itemsTable(list)} WHERE change > ? ORDER BY change LIMIT ?`, since, top + 1)
    .map((row): Change => ({ change: row.change, item: itemOf(row) }))
  const deleted = db
    .all<{ change: number; item_id: number }>(
      'SELECT change, item_id FROM tombstones WHERE list_ref = ? AND change > ? ORDER BY change LIMIT ?',
      list.ref,
      Math.max(since, deletedSince),
      top + 1,
    )
    .map((row): Change => ({ change: row.change, deletedId: row.item_id }))
  const found = [...items, ...deleted].sort((a, b) => a.change - b.change)
  const changes = found.slice(0, top)
  const more = found.length > top
  return { changes, more, upTo: more ? (changes.at(-1)?.change ?? since) : Math.max(since, list.lastChange) }
}
