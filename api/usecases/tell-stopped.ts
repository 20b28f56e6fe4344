import type { CivilDate, Instant } from '#domain/model.ts'
import { byItself } from './nudge-rows.ts'
import type { Store } from './ports.ts'

/**
 * Nothing can be sent to anybody (the bot is turned off in the tenant, or its identity is not accepted): it stands in the log,
 * once a day, for the office and the administrator.
 */
export async function tellStopped(failure: string, today: CivilDate, now: Instant, store: Store): Promise<void> {
  const key = `deliverystopped:${today}`
  if (store.snapshot().facts.tables.log.has(key)) return
  const record = { key, what: 'deliveryStopped', refKey: 'teams', before: null, after: { failure }, why: null }
  await store.write([{ op: 'create', list: 'log', record }], byItself(now))
}
