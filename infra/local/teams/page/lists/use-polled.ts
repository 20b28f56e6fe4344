import { useCallback, useEffect, useState } from 'react'

/** Fetched now, whenever `key` changes, every `everyMs`, and when asked to; `null` until the first answer for this key. */
export const usePolled = <T>(key: string, fetchNow: () => Promise<T>, everyMs: number): { value: T | null; reload(): Promise<void> } => {
  const [held, setHeld] = useState<{ key: string; value: T } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says everything that the fetching depends on
  const reload = useCallback(
    () =>
      fetchNow().then(
        (value) => setHeld({ key, value }),
        // The page says elsewhere that the world does not answer; what was shown stays.
        () => undefined,
      ),
    [key],
  )
  useEffect(() => {
    void reload()
    const timer = setInterval(reload, everyMs)
    return () => clearInterval(timer)
  }, [reload, everyMs])
  return { value: held?.key === key ? held.value : null, reload }
}
