import { standingBefore, type Unseen } from './recent-writes.ts'
import type { ItemPage } from './store-items.ts'
import type { FieldValues, ItemRow } from './types.ts'

/**
 * A page as it was before the writes that are not seen yet: new items are left out, changed and deleted ones stand as they
 * stood. `holds`: the filter, which the former fields must meet. Never more than `top` items; the rest waits for the next page.
 */
export const pageBefore = (
  page: ItemPage,
  unseen: readonly Unseen[],
  { after, top, holds }: { after: number; top: number; holds: (fields: FieldValues) => boolean },
): ItemPage => {
  if (unseen.length === 0) return page
  const standing = standingBefore(unseen)
  const last = page.next ?? Number.POSITIVE_INFINITY
  const former = [...standing.values()].filter(
    (item): item is ItemRow => item !== undefined && item.id > after && item.id <= last && holds(item.fields),
  )
  const items = [...page.items.filter((item) => !standing.has(item.id)), ...former].sort((a, b) => a.id - b.id)
  if (items.length <= top) return { ...page, items }
  const shown = items.slice(0, top)
  return { items: shown, next: shown.at(-1)?.id ?? after }
}
