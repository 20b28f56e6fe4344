import { type LocalCopy, MAX_AGE_MS } from './local-copy.ts'

/** What somebody has typed and not saved, as it lies in this browser. */
export interface KeptDraft {
  key: string
  /** `tenant:person` */
  owner: string
  /** Milliseconds since 1970: when it was last typed in. */
  at: number
  /** What is being written, in its writer's words, and the page it stands on. */
  name: string
  href: string
  value: unknown
}

/** The number is raised when a form's text changes shape beyond what `inShapeOf` mends; what lies under an older one is removed. */
const PREFIX = 'puls.draft.1:'
const ANY = 'puls.draft'

/**
 * Unsaved text in the browser's storage: written as it is typed, so that a tab that goes away takes nothing with it. The rules are
 * the local copy's: one person's, at most a week, nothing of a restricted project (the caller's to say), and where there is no
 * storage, only while the tab is open.
 */
export function keepDraft(copy: LocalCopy, draft: Omit<KeptDraft, 'owner' | 'at'>): void {
  const { key, name, href, value } = draft
  if (copy.owner !== null) write(key, { key, owner: copy.owner, at: copy.now(), name, href, value })
}

/** What is kept under a key; null for nothing. */
export const keptDraft = (copy: LocalCopy, key: string): KeptDraft | null => keptDrafts(copy).find((draft) => draft.key === key) ?? null

/** All that this person has typed and not saved, the newest first. What is another’s, too old or unreadable is removed on the way. */
export function keptDrafts(copy: LocalCopy): KeptDraft[] {
  const found: KeptDraft[] = []
  const { owner } = copy
  if (owner === null) return found
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(ANY)) continue
      const draft = name.startsWith(PREFIX) ? parsed(localStorage.getItem(name)) : null
      if (draft !== null && isGood(draft, owner, copy.now())) found.push(draft)
      else localStorage.removeItem(name)
    }
  } catch {
    return []
  }
  return found.sort((a, b) => b.at - a.at)
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Without storage there is nothing to remove.
    return
  }
}

/** Whether a draft may be offered to this person now. A clock that has gone back makes every age doubtful. */
export function isGood(draft: KeptDraft, owner: string, now: number): boolean {
  return draft.owner === owner && now - draft.at <= MAX_AGE_MS && now >= draft.at
}

/**
 * What was kept, in the shape a form has today: what it no longer has the place for is left out, what has come since is as the form
 * begins. A draft written before an update must never break the form it is offered in.
 */
export function inShapeOf<T>(model: T, kept: unknown): T {
  if (model === null || model === undefined) return (kept ?? model) as T
  if (kept === null) return kept as T
  if (Array.isArray(model)) return (Array.isArray(kept) ? kept : model) as T
  if (typeof model !== 'object') return typeof kept === typeof model ? (kept as T) : model
  if (typeof kept !== 'object' || Array.isArray(kept)) return model
  const shaped = Object.entries(model).map(([name, part]) => [
    name,
    name in kept ? inShapeOf(part, (kept as Record<string, unknown>)[name]) : part,
  ])
  return { ...kept, ...Object.fromEntries(shaped) } as T
}

function write(key: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    // Full or blocked: it is kept while the tab is open, as everywhere without storage.
    return
  }
}

function parsed(text: string | null): KeptDraft | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null')
    const isOne = typeof draft === 'object' && draft !== null && 'owner' in draft && 'at' in draft && 'href' in draft && 'value' in draft
    return isOne ? (draft as KeptDraft) : null
  } catch {
    return null
  }
}
