import { type Acting, changeObligation, isUnanswered, trimmed } from './acting.ts'
import { addOpenDays } from './calendar.ts'
import { DELEGATED } from './delegations.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, CivilDate, PersonId } from './model.ts'
import { isProposedIn } from './not-relevant.ts'
import { readLedger } from './nudge-ledger.ts'
import type { Obligation } from './obligation.ts'
import { DELEGATED_OPEN_DAYS } from './planned.ts'
import { logEntry } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'

export interface DelegateInput {
  obligation: Obligation
  toId: PersonId
  byId: PersonId
  reason: string | null
}

export type DelegateFault = MayFault | { code: 'cardOutdated' | 'personInvalid' | 'delegateLimit' }

/** Once for each owner: not while somebody has it, nor after somebody was asked. */
export const isDelegable = ({ key, round, delegatedToId }: Obligation, facts: Facts): boolean =>
  delegatedToId === null && readLedger(facts).sentOn(key, round, 'request') === undefined

/**
 * Lets somebody else answer one obligation (rule 10): they are asked at the next sending, and it is back with the assignee after
 * five open days unanswered. Once for each owner, since a step is sent only once; dates stand. Given again to who has it,
 * nothing changes.
 */
export function delegate(input: DelegateInput, acting: Acting): Result<{ backOn: CivilDate; changes: Change[] }, DelegateFault> {
  const { obligation, toId, byId } = input
  const { facts, today, settings } = acting
  const { key, round, delegatedToId, assigneeId } = obligation
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (!isUnanswered(obligation) || isProposedIn(facts, obligation)) return refuse({ code: 'cardOutdated' })
  const { delegatedUntil } = obligation
  if (delegatedToId === toId && delegatedUntil !== null && delegatedUntil > today) return ok({ backOn: delegatedUntil, changes: [] })
  const person = facts.peopleById.get(toId)
  if (!person || person.reach === 'left' || toId === assigneeId) return refuse({ code: 'personInvalid' })
  if (!isDelegable(obligation, facts)) return refuse({ code: 'delegateLimit' })
  const changes = [
    changeObligation(obligation, { delegatedToId: toId }, acting),
    logEntry(DELEGATED, key, facts, { before: null, after: { delegatedToId: toId, round }, why: trimmed(input.reason) }),
  ]
  return ok({ backOn: addOpenDays(today, DELEGATED_OPEN_DAYS, settings.calendar), changes })
}

/**
 * Takes a delegated obligation back before its time is out: by the assignee, or by the delegate who says no. Said again by the
 * same person, nothing changes.
 */
export function takeBack(
  { obligation, byId }: Pick<DelegateInput, 'obligation' | 'byId'>,
  acting: Acting,
): Result<{ changes: Change[] }, DelegateFault> {
  const { facts, today } = acting
  const row = facts.tables.obligations.get(obligation.key)
  if (row?.delegatedToId === null && row.actorId === byId) return ok({ changes: [] })
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (!isUnanswered(obligation) || isProposedIn(facts, obligation) || obligation.delegatedToId === null)
    return refuse({ code: 'cardOutdated' })
  const before = { delegatedToId: obligation.delegatedToId }
  return ok({
    changes: [
      changeObligation(obligation, { delegatedToId: null }, acting),
      logEntry('delegationEnded', obligation.key, facts, { before, after: null, why: null }),
    ],
  })
}
