import { useCallback, useState } from 'react'

/** What people have typed but not saved, kept while the tab is open: leaving a page and coming back loses nothing. Never stored. */
const drafts = new Map<string, unknown>()

/** State that survives leaving the page, by key. The third value forgets it, once it is saved. */
export function useDraft<T>(key: string, initial: T): [T, (change: Partial<T>) => void, () => void] {
  const [draft, setDraft] = useState<T>(() => (drafts.get(key) as T | undefined) ?? initial)
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((before) => {
        const next = { ...before, ...part }
        drafts.set(key, next)
        return next
      }),
    [key],
  )
  const forget = useCallback(() => void drafts.delete(key), [key])
  return [draft, change, forget]
}
