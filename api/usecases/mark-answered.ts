import type { Instant } from '#domain/model.ts'
import { SYSTEM } from './courier.ts'
import type { Store } from './ports.ts'

/** Notes in the ledger that all of a card's questions have been settled. Only a note: false when it could not be written. */
export async function markAnswered(nudgeKey: string, now: Instant, deps: { store: Store }): Promise<boolean> {
  const snapshot = deps.store.snapshot()
  const version = snapshot.versionOf('nudges', nudgeKey)
  if (version === null) return false
  const written = await deps.store.write(
    [{ op: 'update', list: 'nudges', key: nudgeKey, set: { answeredAt: now, outcome: 'answered' }, version }],
    { personId: SYSTEM, via: 'system', now },
  )
  return written.ok
}
