import { type Acting, changeObligation } from './acting.ts'
import type { Change, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'

/** What a new owner takes over: what is asked for now, and what waits. The rest is theirs as it comes. */
const isTakenOver = ({ state }: Obligation): boolean => state === 'open' || state === 'overdue' || state === 'onHold'

/**
 * Somebody else becomes the owner of obligations, because the indicator's measurer or the project's manager has changed (rule 9):
 * a new round begins, so the new owner is told at the next sending and asked no earlier than five open days after that; the
 * ladder begins anew, and `overdueFrom` stands. What was put off or delegated by the one before is not so any more. The caller
 * has asked `may` and writes the new person on the indicator or project itself.
 */
export function handOver(obligations: readonly Obligation[], toId: PersonId, acting: Pick<Acting, 'facts' | 'versionOf'>): Change[] {
  return obligations
    .filter((obligation) => isTakenOver(obligation) && obligation.assigneeId !== toId)
    .map((obligation) =>
      changeObligation(
        obligation,
        { round: obligation.round + 1, assigneeId: toId, snoozedUntil: null, snoozeCount: 0, delegatedToId: null },
        acting,
      ),
    )
}
