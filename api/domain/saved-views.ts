import type { Change, PersonId, SettingRecord } from './model.ts'

/** A named way of looking at the portfolio; `ownerId` null = shared with everyone. It lives as a row of the settings list. */
export interface SavedViewValue {
  title: string
  /** As it stands in the address. */
  query: string
  ownerId: PersonId | null
  /** Taken away: the row stays, since rows are never deleted. */
  removed: boolean
}

export const VIEW_SETTING = 'view'
/** Views have no history; one early day keeps them from marking a change of the rules, which follow `validFrom`. */
const VALID_FROM = '2026-01-01'
/** So many views of one's own (or shared ones) that a menu can still be read. */
export const MAX_VIEWS = 30

/** The view in a settings row, or null when it is another setting or cannot be read. */
export function viewOf({ name, value }: Pick<SettingRecord, 'name' | 'value'>): SavedViewValue | null {
  if (name !== VIEW_SETTING || typeof value !== 'object' || value === null) return null
  const { title, query, ownerId, removed } = value as Record<string, unknown>
  if (typeof title !== 'string' || typeof query !== 'string' || (ownerId !== null && typeof ownerId !== 'string')) return null
  return { title, query, ownerId, removed: removed === true }
}

/** The views a person may choose: their own first, then the shared ones, each by name. Another's own are nobody else's business. */
export function viewsFor(
  personId: PersonId,
  settings: Iterable<SettingRecord>,
): { key: string; title: string; query: string; shared: boolean }[] {
  const views = [...settings].flatMap((row) => {
    const view = viewOf(row)
    if (view === null || view.removed || (view.ownerId !== null && view.ownerId !== personId)) return []
    return [{ key: row.key, title: view.title, query: view.query, shared: view.ownerId === null }]
  })
  return views.sort((a, b) => Number(a.shared) - Number(b.shared) || a.title.localeCompare(b.title, 'nb'))
}

/** Longest key of a row, in characters. */
const KEY_LENGTH = 200

/** A number of a text in eight characters (FNV-1a, 32 bits): tells two long names apart where only their beginning fits. */
function printOf(text: string): string {
  let print = 0x811c9dc5
  for (const letter of text) print = Math.imul(print ^ Number(letter.codePointAt(0)), 0x01000193)
  return (print >>> 0).toString(16).padStart(8, '0')
}

/**
 * The row's key, from owner and name: the same name again writes over the same view. A name in other letters than a–z takes
 * more room than it has; what has to be cut ends in a print of the whole, so that two views stay two.
 */
export function viewKey(ownerId: PersonId | null, title: string): string {
  const name = [...title.trim().toLocaleLowerCase('nb')]
    .map((letter) => (/[a-z0-9]/.test(letter) ? letter : `-${Number(letter.codePointAt(0)).toString(36)}-`))
    .join('')
  const key = `view:${(ownerId ?? 'shared').toLowerCase()}:${name}`
  return key.length <= KEY_LENGTH ? key : `${key.slice(0, KEY_LENGTH - 9)}-${printOf(name)}`
}

/** The write that saves a view, over the row of the same name where there is one (`version` of that row). */
export function saveViewChange(key: string, value: SavedViewValue, version: string | null): Change {
  return version === null
    ? { op: 'create', list: 'settings', record: { key, name: VIEW_SETTING, validFrom: VALID_FROM, value } }
    : { op: 'update', list: 'settings', key, set: { value }, version }
}
