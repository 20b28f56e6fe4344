import { SETTLED, type SettleCardRequest } from '#contract/bot-log.ts'
import { may } from '#domain/may.ts'
import { refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * The office says what became of a card nobody knows whether arrived. The card stays `unknown`, so its steps are never sent again
 * and the next ones take over (model.md); only the question is answered. Refuses: notAllowed, notFound for a card that is not
 * ambiguous, staleEdit, storeUnavailable.
 */
export async function settleCard(request: SettleCardRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const { facts } = snapshot
  const allowed = may(facts.peopleById.get(asker.personId) ?? null, 'seeBotLog', {}, facts)
  if (!allowed.ok) return refuse({ code: 'notAllowed' })
  const card = facts.tables.nudges.get(request.key)
  if (card?.state !== 'unknown') return refuse({ code: 'notFound' })
  const outcome = request.arrived ? SETTLED.arrived : SETTLED.lost
  if (card.outcome === outcome) return { ok: true, value: true }
  const version = snapshot.versionOf('nudges', card.key) ?? ''
  const written = await deps.store.write([{ op: 'update', list: 'nudges', key: card.key, set: { outcome }, version }], {
    personId: asker.personId,
    via: asker.via,
    now: asker.now,
  })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
