import type { CivilDate } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { type ActionAnswer, settleAction as settled } from '#domain/settle-action.ts'
import { actingOf, obligationOf } from './acting-of.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

export interface SettleActionRequest {
  /** An obligation of the kind `action`: a benefit action, or the lesson of a stopped project. */
  obligationKey: string
  answer: ActionAnswer
  said?: string | null | undefined
  /** Moved: the new day. */
  dueOn?: CivilDate | null | undefined
}

/**
 * Answers a benefit action: done, dropped with a reason, or moved to a new day with a reason; or writes the lesson of a stopped
 * project. Refuses: notFound, notAllowed, cardOutdated (already answered or lapsed), fieldRequired, fieldInvalid, staleEdit,
 * storeUnavailable.
 */
export async function settleAction(
  { obligationKey, answer, said = null, dueOn = null }: SettleActionRequest,
  asker: Asker,
  { store }: { store: Store },
): Promise<UseCaseResult<{ obligationKey: string }>> {
  const snapshot = store.snapshot()
  const obligation = obligationOf(snapshot, obligationKey, asker.today)
  if (!obligation) return refuse({ code: 'notFound' })
  const done = settled({ obligation, answer, said, dueOn, byId: asker.personId }, actingOf(snapshot, asker.today))
  if (!done.ok) {
    if (done.code === 'saidRequired') return refuse({ code: 'fieldRequired', field: 'said' })
    return refuse(done.code === 'fieldInvalid' ? { code: done.code, field: done.field } : { code: done.code })
  }
  const written = await store.write(done.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { obligationKey } } : refuse(writeFault(written))
}
