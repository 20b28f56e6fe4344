import { useCallback, useEffect, useState } from 'react'
import type { ApiFault, ApiResult } from '../api-client.ts'

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; fault: ApiFault } | { state: 'ready'; view: T }

/** Reads one view for a screen. `reload` reads again without emptying the screen; `key` changes what is read. */
export function useView<T>(
  read: () => Promise<ApiResult<T>>,
  key: string,
): { loaded: Loaded<T>; reload: () => void; set: (view: T) => void } {
  const [loaded, setLoaded] = useState<Loaded<T> & { key: string }>({ state: 'loading', key })
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is a new function at every render; `key` and `turn` say when to read
  useEffect(() => {
    let current = true
    void read().then((answer) => {
      if (!current) return
      setLoaded((before) => {
        if (answer.ok) return { state: 'ready', view: answer.value, key }
        // A refresh that fails keeps what stands on the screen.
        return before.state === 'ready' && before.key === key ? before : { state: 'failed', fault: answer.fault, key }
      })
    })
    return () => {
      current = false
    }
  }, [key, turn])

  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const set = useCallback((view: T) => setLoaded({ state: 'ready', view, key }), [key])
  return { loaded: loaded.key === key ? loaded : { state: 'loading' }, reload, set }
}
