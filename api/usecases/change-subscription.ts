import type { ChangeSubscriptionRequest } from '#contract/settings-requests.ts'
import { refuse } from '#domain/result.ts'
import { mayEndSubscription, maySubscribe } from './may-subscribe.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { isRunning } from './subscription.ts'
import { writeFault } from './write-fault.ts'

/**
 * Changes how often a channel gets a summary and in which language, or ends it. Refuses: notFound for one that does not run,
 * notAllowed and unknownProject as subscribe and unsubscribe do, staleEdit, storeUnavailable.
 */
export async function changeSubscription(
  request: ChangeSubscriptionRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const standing = snapshot.facts.tables.subscriptions.get(request.key)
  if (!standing || !isRunning(standing)) return refuse({ code: 'notFound' })
  const scope = { kind: standing.scope, key: standing.scopeKey }
  const allowed = (request.end ? mayEndSubscription : maySubscribe)(scope, asker, snapshot.facts)
  if (!allowed.ok) return allowed
  const set = request.end
    ? { endedOn: asker.today, currentPeriod: null, currentActivityId: null }
    : { rhythm: request.rhythm, language: request.language }
  const version = snapshot.versionOf('subscriptions', standing.key) ?? ''
  const written = await deps.store.write([{ op: 'update', list: 'subscriptions', key: standing.key, set, version }], {
    personId: asker.personId,
    via: asker.via,
    now: asker.now,
  })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
