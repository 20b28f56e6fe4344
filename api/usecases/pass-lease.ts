import type { Change, Instant } from '#domain/model.ts'
import { SYSTEM } from './courier.ts'
import type { Store } from './ports.ts'

const LEASE_MINUTES = 15

export const minutesAfter = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/**
 * Takes the named lease for one pass: false when another holder has it and its time is not out. The unique key and If-Match
 * decide between two instances (architecture.md, decision 1); the same holder may take its own again after a restart.
 */
export async function takeLease(name: string, holder: string, now: Instant, store: Store): Promise<boolean> {
  const snapshot = store.snapshot()
  const lease = snapshot.facts.tables.leases.get(name)
  if (lease?.holder && lease.holder !== holder && lease.until !== null && lease.until > now) return false
  const held = { name, holder, until: minutesAfter(now, LEASE_MINUTES) }
  const change: Change = lease
    ? { op: 'update', list: 'leases', key: name, set: held, version: snapshot.versionOf('leases', name) ?? '' }
    : { op: 'create', list: 'leases', record: { key: name, ...held } }
  return (await store.write([change], { personId: SYSTEM, via: 'system', now })).ok
}

/** Gives it back, so that the next pass need not wait for its time to run out. */
export async function releaseLease(name: string, holder: string, now: Instant, store: Store): Promise<void> {
  const snapshot = store.snapshot()
  if (snapshot.facts.tables.leases.get(name)?.holder !== holder) return
  const version = snapshot.versionOf('leases', name) ?? ''
  await store.write([{ op: 'update', list: 'leases', key: name, set: { holder: null, until: null }, version }], {
    personId: SYSTEM,
    via: 'system',
    now,
  })
}
