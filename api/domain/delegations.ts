import type { Facts } from './facts.ts'
import type { Instant, ObligationRecord } from './model.ts'

export const DELEGATED = 'delegated'

const delegations = new WeakMap<Facts, ReadonlyMap<string, Instant>>()

/**
 * When an obligation was last delegated: the log's line, for the row itself may have been written since (a snooze, a new owner),
 * and that gives nobody a longer time (rule 10). Without a line, when the row was written.
 */
export function delegatedAt({ key, actedAt }: Pick<ObligationRecord, 'key' | 'actedAt'>, facts: Facts): Instant {
  if (facts.tables.log.size === 0) return actedAt
  let known = delegations.get(facts)
  if (!known) {
    const latest = new Map<string, Instant>()
    for (const entry of facts.tables.log.values()) {
      if (entry.what === DELEGATED && (latest.get(entry.refKey) ?? '') < entry.actedAt) latest.set(entry.refKey, entry.actedAt)
    }
    known = latest
    delegations.set(facts, known)
  }
  return known.get(key) ?? actedAt
}
