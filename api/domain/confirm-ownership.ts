import { type Acting, isUnanswered } from './acting.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'
import { ok, type Result, refuse } from './result.ts'

const CONFIRMED = 'ownershipConfirmed'

/** The log's line that a new owner has said it is theirs: one for each round. */
const keyOf = ({ key, round }: Pick<Obligation, 'key' | 'round'>): string => `${CONFIRMED.toLowerCase()}:${round}:${key}`.slice(0, 200)

/** Whether the owner of this round has said that it is theirs. */
export const isOwnershipConfirmed = (obligation: Pick<Obligation, 'key' | 'round'>, { tables }: Facts): boolean =>
  tables.log.has(keyOf(obligation))

/** «Eierskap overtatt?» answered with yes (rule 9; a no is «feil person»). It moves no date; said again it changes nothing. */
export function confirmOwnership(
  obligation: Obligation,
  byId: PersonId,
  { facts, today }: Pick<Acting, 'facts' | 'today'>,
): Result<{ changes: Change[] }, MayFault | { code: 'cardOutdated' }> {
  if (obligation.assigneeId !== byId) {
    const seen = may(facts.peopleById.get(byId) ?? null, 'readProject', { obligation, today }, facts)
    return seen.ok ? refuse({ code: 'notAllowed' }) : seen
  }
  if (isOwnershipConfirmed(obligation, facts)) return ok({ changes: [] })
  if (!isUnanswered(obligation)) return refuse({ code: 'cardOutdated' })
  const { key, round } = obligation
  const record = { key: keyOf(obligation), what: CONFIRMED, refKey: key, before: null, after: { round }, why: null }
  return ok({ changes: [{ op: 'create', list: 'log', record }] })
}
