import type { PersonId } from '#domain/model.ts'
import { nameResponsible as named } from '#domain/name-responsible.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

/**
 * «Mangler ansvarlig»: names who answers for an obligation, and for what else hangs on the same row. The same again changes
 * nothing. Refuses: notFound, notAllowed, cardOutdated (somebody is named already, or it is answered), personInvalid,
 * storeUnavailable.
 */
export async function nameResponsible(
  { obligationKey, toId }: { obligationKey: string; toId: PersonId },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, obligations, acting }) => named({ obligation, obligations, toId, byId }, acting),
    { personInvalid: 'toId' },
  )
  return done.ok ? { ok: true, value: true } : done
}
