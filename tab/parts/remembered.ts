/** What a page with rows remembers while the person is elsewhere in the tab. */
export interface Remembered {
  /** The row last opened from here: focus returns to it. */
  opened: string | null
  /** Groups folded away. */
  folded: readonly string[]
}

const pages = new Map<string, Remembered>()

/** The memory of a page, until the tab is closed. */
export function remembered(page: string): Remembered {
  const known = pages.get(page)
  if (known) return known
  const fresh: Remembered = { opened: null, folded: [] }
  pages.set(page, fresh)
  return fresh
}
