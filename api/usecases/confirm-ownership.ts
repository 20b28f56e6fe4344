import { confirmOwnership as confirmed } from '#domain/confirm-ownership.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

/**
 * A new owner says that an obligation is theirs. The same again changes nothing. Refuses: notFound, notAllowed (somebody else's),
 * cardOutdated, storeUnavailable.
 */
export async function confirmOwnership(
  { obligationKey }: { obligationKey: string },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const done = await actOnObligation(obligationKey, asker, deps, ({ obligation, acting }) => confirmed(obligation, asker.personId, acting))
  return done.ok ? { ok: true, value: true } : done
}
