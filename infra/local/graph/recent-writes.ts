import type { ItemRow, ListRow } from './types.ts'

/** A write that others do not see yet. */
export interface Unseen {
  id: number
  change: number
  /** The item as it was; absent when the write made it. */
  before?: ItemRow
}

/** What a write asked for: how long pages and delta do not see it, and how long unique values are not checked against it. */
export interface Lag {
  unseenMs?: number
  raceMs?: number
}

export interface RecentWrites {
  add(list: ListRow, write: Unseen, lag: Lag): void
  /** The writes to a list that pages and delta do not see yet, oldest first. */
  unseen(list: ListRow): Unseen[]
  /** Whether an item was made so recently that a check of unique values may miss it. */
  isRacing(list: ListRow, id: number): boolean
}

interface Entry extends Unseen {
  list: number
  seenAt: number
  raceEnds: number
}

/**
 * Remembers the writes of this process that were asked to be slow to spread; everything is stored at once all the same.
 * `ticks`: milliseconds that never go back. Whether SharePoint's reads lag behind its writes, and how long, is unverified.
 */
export const recentWrites = (ticks: () => number): RecentWrites => {
  let entries: Entry[] = []
  const current = (): Entry[] => {
    if (entries.length === 0) return entries
    const now = ticks()
    entries = entries.filter((entry) => entry.seenAt > now || entry.raceEnds > now)
    return entries
  }
  return {
    add: (list, write, { unseenMs = 0, raceMs = 0 }) => {
      if (unseenMs === 0 && raceMs === 0) return
      const now = ticks()
      entries.push({ ...write, list: list.ref, seenAt: now + unseenMs, raceEnds: now + raceMs })
    },
    unseen: (list) => {
      const now = ticks()
      return current().filter((entry) => entry.list === list.ref && entry.seenAt > now)
    },
    isRacing: (list, id) => {
      const now = ticks()
      return current().some((entry) => entry.list === list.ref && entry.id === id && entry.raceEnds > now)
    },
  }
}

/** How each item stood before the writes that are not seen yet; undefined: it was not there. */
export const standingBefore = (unseen: readonly Unseen[]): Map<number, ItemRow | undefined> => {
  const standing = new Map<number, ItemRow | undefined>()
  for (const { id, before } of unseen) if (!standing.has(id)) standing.set(id, before)
  return standing
}
