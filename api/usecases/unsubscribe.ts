import { refuse } from '#domain/result.ts'
import { mayEndSubscription } from './may-subscribe.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { isRunning, type SummaryScope } from './subscription.ts'
import { writeFault } from './write-fault.ts'

/**
 * Ends a channel's summaries: of one scope, or all of them when `scope` is null. Gives how many were ended; posts already in
 * the channel stay. Refuses, before anything is ended: notAllowed and unknownProject as subscribe does (leaders, office and
 * administrators may end any), storeUnavailable.
 */
export async function unsubscribe(
  request: { channel: string; scope: SummaryScope | null },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ ended: number }>> {
  const snapshot = deps.store.snapshot()
  const { facts } = snapshot
  const running = [...facts.tables.subscriptions.values()].filter(
    (subscription) =>
      subscription.channel === request.channel &&
      isRunning(subscription) &&
      (request.scope === null || (subscription.scope === request.scope.kind && subscription.scopeKey === request.scope.key)),
  )
  for (const { scope, scopeKey } of running) {
    const allowed = mayEndSubscription({ kind: scope, key: scopeKey }, asker, facts)
    if (!allowed.ok) return allowed
  }
  for (const subscription of running) {
    const version = snapshot.versionOf('subscriptions', subscription.key) ?? ''
    const set = { endedOn: asker.today, currentPeriod: null, currentActivityId: null }
    const written = await deps.store.write([{ op: 'update', list: 'subscriptions', key: subscription.key, set, version }], {
      personId: asker.personId,
      via: asker.via,
      now: asker.now,
    })
    if (!written.ok) return refuse(writeFault(written))
  }
  return { ok: true, value: { ended: running.length } }
}
