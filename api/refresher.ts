import type { Store } from '#usecases/ports.ts'

/** How often the lists are read again: while someone looks, and otherwise (architecture.md, decision 4). */
export interface RefreshRhythm {
  lookedMs: number
  idleMs: number
}
export const REFRESH_RHYTHM: RefreshRhythm = { lookedMs: 30_000, idleMs: 300_000 }

export interface Refresher {
  /** Someone is looking: keep the quick rhythm for a while. */
  looked(): void
  /** False after a refresh that could not reach the lists. */
  healthy(): boolean
  stop(): void
}

/** Reads the lists again on the two rhythms. `elapsed` is a monotonic clock in milliseconds; it is no day of anyone's. */
export function startRefresher(
  store: Pick<Store, 'refresh'>,
  rhythm: RefreshRhythm = REFRESH_RHYTHM,
  elapsed = () => performance.now(),
): Refresher {
  let lookedAt = Number.NEGATIVE_INFINITY
  let refreshedAt = elapsed()
  let healthy = true
  let busy = false
  const tick = async () => {
    const now = elapsed()
    const wanted = now - lookedAt < 2 * rhythm.lookedMs ? rhythm.lookedMs : rhythm.idleMs
    if (busy || now - refreshedAt < wanted) return
    busy = true
    try {
      healthy = await store.refresh()
    } catch {
      // A fault of ours must not end the rhythm: /readyz says so, and the next turn tries again.
      healthy = false
    } finally {
      refreshedAt = elapsed()
      busy = false
    }
  }
  const timer = setInterval(() => void tick(), Math.min(rhythm.lookedMs, 1000))
  timer.unref()
  return {
    looked() {
      lookedAt = elapsed()
      void tick()
    },
    healthy: () => healthy,
    stop: () => clearInterval(timer),
  }
}
