import { refuse } from '#domain/result.ts'
import { tell } from '#domain/tell.ts'
import { actingOf, obligationOf } from './acting-of.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

export interface FollowUpRequest {
  /** A `decisionFollowUp` in its period `follow-up`, or a `pilotEnd`. */
  obligationKey: string
  /** What has been done, or what came of the trial. */
  said: string | null
}

/**
 * Marks what a decision asked for as done, or a trial as ended, with a sentence. Refuses: notFound, notAllowed, cardOutdated (already answered or lapsed), decideInstead (a decision is answered
 * by taking it), fieldRequired, staleEdit, storeUnavailable.
 */
export async function followUpDecision(
  { obligationKey, said }: FollowUpRequest,
  asker: Asker,
  { store }: { store: Store },
): Promise<UseCaseResult<{ obligationKey: string }>> {
  const snapshot = store.snapshot()
  const obligation = obligationOf(snapshot, obligationKey, asker.today)
  if (!obligation) return refuse({ code: 'notFound' })
  const told = tell({ obligation, byId: asker.personId, said }, actingOf(snapshot, asker.today))
  if (!told.ok) return refuse(told.code === 'saidRequired' ? { code: 'fieldRequired', field: 'said' } : { code: told.code })
  const written = await store.write(told.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { obligationKey } } : refuse(writeFault(written))
}
