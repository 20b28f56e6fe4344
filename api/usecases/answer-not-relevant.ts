import { approveNotRelevant, rejectNotRelevant } from '#domain/not-relevant.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface AnswerNotRelevantRequest {
  obligationKey: string
  approve: boolean
  /** Why not, with a no. */
  reason: string | null
}

/**
 * The answer to «ikke lenger aktuelt»: yes lets this one and, for an indicator, all later ones fall away; no asks for it again
 * from the next open day. The same again by the same person changes nothing. Refuses: notFound, notAllowed, cardOutdated
 * (nothing waits for an answer), reasonRequired (a no without a reason), storeUnavailable.
 */
export async function answerNotRelevant(
  { obligationKey, approve, reason }: AnswerNotRelevantRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, acting }) =>
      approve ? approveNotRelevant({ obligation, byId }, acting) : rejectNotRelevant({ obligation, byId, reason }, acting),
    { reasonRequired: 'reason' },
  )
  return done.ok ? { ok: true, value: true } : done
}
