import { type Acting, changeObligation, isUnanswered, trimmed } from './acting.ts'
import { type MayFault, may } from './may.ts'
import type { Change, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'
import { ok, type Result, refuse } from './result.ts'

export interface TellInput {
  obligation: Obligation
  byId: PersonId
  /** What has been done, or what came of it: a sentence. */
  said: string | null
}

export type TellFault = MayFault | { code: 'cardOutdated' | 'saidRequired' | 'decideInstead' }

export const TOLD = 'told'
const logKey = (obligationKey: string): string => `${TOLD}:${obligationKey}`.slice(0, 200)

/**
 * Whether an obligation is answered by a sentence: what a decision asked for (adjust, extend), and what came of a trial. A
 * decision that is to be taken is answered by taking it.
 */
export const isTold = ({ kind, periodKey }: Pick<Obligation, 'kind' | 'periodKey'>): boolean =>
  kind === 'pilotEnd' || (kind === 'decisionFollowUp' && periodKey === 'follow-up')

/**
 * Says that what a decision asked for is done, or what came of a trial. The decision stands as it was; the sentence is kept in
 * the log and shown with it. Source: domain.md N18 (decisions are followed up like measurements), N70 (a trial has an end).
 */
export function tell({ obligation, byId, said }: TellInput, acting: Acting): Result<{ changes: Change[] }, TellFault> {
  const { facts, today } = acting
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (!isTold(obligation)) return refuse({ code: obligation.kind === 'decisionFollowUp' ? 'decideInstead' : 'cardOutdated' })
  if (!isUnanswered(obligation)) return refuse({ code: 'cardOutdated' })
  const why = trimmed(said)
  if (why === null) return refuse({ code: 'saidRequired' })
  const { key, round } = obligation
  const entry: Change = {
    op: 'create',
    list: 'log',
    record: { key: logKey(key), what: TOLD, refKey: key, before: null, after: { round }, why },
  }
  const row = changeObligation(obligation, { state: 'fulfilled', fulfilledByKey: logKey(key) }, acting)
  return ok({ changes: [row, entry] })
}
