import { type DelegateInput, delegate, takeBack } from '#domain/delegate.ts'
import type { CivilDate } from '#domain/model.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface DelegateRequest extends Pick<DelegateInput, 'toId' | 'reason'> {
  obligationKey: string
}

/**
 * Lets somebody else answer one obligation; `backOn` is the first day it is back with the assignee unless it is answered. The
 * same again changes nothing. Refuses: notFound, notAllowed, cardOutdated, personInvalid, delegateLimit, storeUnavailable.
 */
export async function delegateObligation(
  { obligationKey, toId, reason }: DelegateRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ backOn: CivilDate }>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, acting }) => delegate({ obligation, toId, byId, reason }, acting),
    { personInvalid: 'toId', delegateLimit: 'toId' },
  )
  return done.ok ? { ok: true, value: { backOn: done.value.backOn } } : done
}

/**
 * Takes a delegated obligation back: by the assignee, or by the delegate who says no. The same again changes nothing.
 * Refuses: notFound, notAllowed, cardOutdated, storeUnavailable.
 */
export async function takeBackObligation(
  { obligationKey }: Pick<DelegateRequest, 'obligationKey'>,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const { personId: byId } = asker
  const done = await actOnObligation(obligationKey, asker, deps, ({ obligation, acting }) => takeBack({ obligation, byId }, acting))
  return done.ok ? { ok: true, value: true } : done
}
