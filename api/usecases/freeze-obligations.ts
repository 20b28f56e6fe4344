import { frozenRow } from '#domain/acting.ts'
import type { Instant } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { byItself } from './nudge-rows.ts'
import type { Store } from './ports.ts'

/**
 * The first nudge about an obligation freezes its dates: its row is written before the card. A row already there stands,
 * whoever wrote it. False when a row could not be written: then nothing may be sent about it.
 */
export async function freezeObligations(obligations: readonly Obligation[], now: Instant, store: Store): Promise<boolean> {
  const { tables } = store.snapshot().facts
  const missing = obligations.filter(({ key }) => !tables.obligations.has(key))
  const written = await Promise.all(
    missing.map((obligation) => store.write([{ op: 'create', list: 'obligations', record: frozenRow(obligation) }], byItself(now))),
  )
  return written.every((one) => one.ok || one.code === 'alreadyExists')
}
