import type { PersonId } from '#domain/model.ts'
import { type NotRelevantInput, proposeNotRelevant } from '#domain/not-relevant.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface NotRelevantRequest extends Pick<NotRelevantInput, 'reason'> {
  obligationKey: string
}

/** Who is asked to approve, null when only the office is left to; `approved` when the one who says it is the one who approves. */
export interface Proposed {
  approverId: PersonId | null
  approved: boolean
}

/**
 * Says that something is «ikke lenger aktuelt»; nudges stop until it is answered. The same again by the same person changes
 * nothing. Refuses: notFound, notAllowed, cardOutdated, alreadyProposed, alreadyRejected, reasonRequired, storeUnavailable.
 */
export async function proposeObligationNotRelevant(
  { obligationKey, reason }: NotRelevantRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Proposed>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, acting }) => proposeNotRelevant({ obligation, byId, reason }, acting),
    { reasonRequired: 'reason' },
  )
  return done.ok ? { ok: true, value: { approverId: done.value.approverId, approved: done.value.approved } } : done
}
