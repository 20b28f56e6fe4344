import type { Database } from './database.ts'
import { standingBefore, type Unseen } from './recent-writes.ts'
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

/** The last change that pages and delta see. */
export const seenUpTo = (list: ListRow, unseen: readonly Unseen[]): number =>
  unseen.reduce((least, write) => Math.min(least, write.change - 1), list.lastChange)

/**
 * What has changed after `since`, oldest first, at most `top`. An item changed twice stands once, at its last place.
 * `deletedSince`: deletions before it are left out, for a first enumeration has nothing to take away.
 * An item with a write that is not seen yet is told of as it stood before.
 */
export const changesAfter = (
  db: Database,
  list: ListRow,
  { since, deletedSince, top, unseen }: { since: number; deletedSince: number; top: number; unseen: readonly Unseen[] },
): ChangePage => {
  const last = seenUpTo(list, unseen)
  const items = db
    .all<StoredItem>(
      `SELECT ${ITEM_COLUMNS} FROM ${itemsTable(list)} WHERE change > ? AND change <= ? ORDER BY change LIMIT ?`,
      since,
      last,
      top + 1,
    )
    .map((row): Change => ({ change: row.change, item: itemOf(row) }))
  const deleted = db
    .all<{ change: number; item_id: number }>(
      'SELECT change, item_id FROM tombstones WHERE list_ref = ? AND change > ? AND change <= ? ORDER BY change LIMIT ?',
      list.ref,
      Math.max(since, deletedSince),
      last,
      top + 1,
    )
    .map((row): Change => ({ change: row.change, deletedId: row.item_id }))
  const former = [...standingBefore(unseen).values()].flatMap((item): Change[] =>
    item && item.change > since && item.change <= last ? [{ change: item.change, item }] : [],
  )
  const found = [...items, ...deleted, ...former].sort((a, b) => a.change - b.change)
  const changes = found.slice(0, top)
  const more = found.length > top
  return { changes, more, upTo: more ? (changes.at(-1)?.change ?? since) : Math.max(since, last) }
}
