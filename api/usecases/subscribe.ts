import type { Change } from '#domain/model.ts'
import { maySubscribe } from './may-subscribe.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { isRunning, type SummaryScope, subscriptionKey } from './subscription.ts'
import { writeFault } from './write-fault.ts'

/**
 * A channel begins to get the monthly summary of a scope. Refuses: notAllowed (leaders, office and administrators; a
 * project's own leaders for their project), unknownProject for a restricted project, storeUnavailable.
 */
export async function subscribe(
  request: { channel: string; scope: SummaryScope },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ subscriptionKey: string; already: boolean }>> {
  const snapshot = deps.store.snapshot()
  const allowed = maySubscribe(request.scope, asker, snapshot.facts)
  if (!allowed.ok) return allowed
  const key = subscriptionKey(request.channel, request.scope)
  const known = snapshot.facts.tables.subscriptions.get(key)
  if (known && isRunning(known)) return { ok: true, value: { subscriptionKey: key, already: true } }
  const fresh = { currentActivityId: null, currentPeriod: null, endedOn: null }
  const change: Change = known
    ? { op: 'update', list: 'subscriptions', key, set: fresh, version: snapshot.versionOf('subscriptions', key) ?? '' }
    : {
        op: 'create',
        list: 'subscriptions',
        record: {
          key,
          channel: request.channel,
          scope: request.scope.kind,
          scopeKey: request.scope.key,
          rhythm: 'monthly',
          language: null,
          ...fresh,
        },
      }
  const written = await deps.store.write([change], { personId: asker.personId, via: asker.via, now: asker.now })
  if (written.ok) return { ok: true, value: { subscriptionKey: key, already: false } }
  // Somebody else in the channel was first: the wish is fulfilled all the same.
  if (written.code === 'alreadyExists' || written.code === 'conflict') return { ok: true, value: { subscriptionKey: key, already: true } }
  return { ok: false, ...writeFault(written) }
}
