/** An item's ETag: `"guid,n"` with the quotes inside the string; `n` rises on every write. */
export const itemETag = (item: { guid: string; version: number }): string => `"${item.guid},${item.version}"`

/** A list's ETag; lists show it without inner quotes. */
export const listETag = (list: { id: string; version: number }): string => `${list.id},${list.version}`

/**
 * Whether a write may go on. No If-Match: the last writer wins, silently, as in SharePoint. `*`: anything.
 * Otherwise the value must come back verbatim; quoted once more it does not match.
 */
export const ifMatchHolds = (ifMatch: string | undefined, item: { guid: string; version: number }): boolean =>
  ifMatch === undefined || ifMatch === '*' || ifMatch === itemETag(item)
