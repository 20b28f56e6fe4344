import type { Facts } from '#domain/facts.ts'
import type { CivilDate } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { type SnoozeInput, snooze, snoozeDaysLeft, undoSnooze } from '#domain/snooze.ts'
import { actOnObligation } from './act-on-obligation.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface SnoozeRequest extends Pick<SnoozeInput, 'until' | 'reason'> {
  obligationKey: string
}

const FIELDS = { fieldInvalid: 'snooze', dateInvalid: 'snooze', snoozeLimit: 'snooze', reasonRequired: 'snoozeReason' } as const

/**
 * Puts off the nudges of one obligation by 1, 3 or 5 open days or until a day; its due date and `overdueFrom` stand. The same
 * again changes nothing. Refuses: notFound, notAllowed, cardOutdated (already answered or lapsed), fieldInvalid, dateInvalid,
 * snoozeLimit, reasonRequired, storeUnavailable.
 */
export async function snoozeObligation(
  { obligationKey, until, reason }: SnoozeRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<{ until: CivilDate }>> {
  const { personId: byId } = asker
  const done = await actOnObligation(
    obligationKey,
    asker,
    deps,
    ({ obligation, acting }) => snooze({ obligation, until, reason, byId }, acting),
    FIELDS,
  )
  return done.ok ? { ok: true, value: { until: done.value.until } } : done
}

/**
 * Takes a snooze back within ten minutes, by the one who put it off. The same again changes nothing. Refuses: notFound,
 * notAllowed, cardOutdated (it is not put off any more, or otherwise), undoTooLate, storeUnavailable.
 */
export async function undoSnoozeObligation(
  { obligationKey }: { obligationKey: string },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const { personId: byId, now } = asker
  const done = await actOnObligation(obligationKey, asker, deps, ({ obligation, acting }) => undoSnooze({ obligation, byId, now }, acting))
  return done.ok ? { ok: true, value: true } : done
}

/** The open days that may still be chosen for an obligation; none when it has been put off as often or as long as it may. */
export const snoozeChoices = (obligation: Pick<Obligation, 'key' | 'round' | 'snoozeCount'>, facts: Facts): number[] =>
  snoozeDaysLeft(obligation, facts)
