import { type Acting, changeObligation, isUnanswered, trimmed } from './acting.ts'
import { nextOpenDay } from './calendar.ts'
import { addDays } from './dates.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, Indicator, Instant, LogEntry, ObligationRecord, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'
import { countLogged, logEntry } from './project-history.ts'
import { approverOf } from './responsible.ts'
import { ok, type Result, refuse } from './result.ts'

export interface NotRelevantInput {
  obligation: Obligation
  byId: PersonId
  reason: string | null
}

export type NotRelevantFault = MayFault | { code: 'cardOutdated' | 'reasonRequired' | 'alreadyProposed' | 'alreadyRejected' }

const PROPOSED = 'notRelevantProposed'
const APPROVED = 'notRelevantApproved'
const REJECTED = 'notRelevantRejected'

/** «Ikke lenger aktuelt» that waits for an answer: the row says why, and nudges have stopped meanwhile. */
export const isProposed = (row: ObligationRecord | undefined): row is ObligationRecord & { waivedReason: string } =>
  row !== undefined && row.state === 'onHold' && row.waivedReason !== null

/**
 * Who proposed it, and when: the log's newest line, for the row may have been written since (a new owner), and that makes nobody
 * the one who said so. Without a line, who wrote the row.
 */
export function proposedBy(row: Pick<ObligationRecord, 'key' | 'actorId' | 'actedAt'>, { tables }: Facts): { byId: PersonId; at: Instant } {
  let latest: Pick<LogEntry, 'actorId' | 'actedAt'> | null = null
  for (const entry of tables.log.values()) {
    if (entry.what === PROPOSED && entry.refKey === row.key && (latest === null || entry.actedAt >= latest.actedAt)) latest = entry
  }
  const { actorId: byId, actedAt: at } = latest ?? row
  return { byId, at }
}

/** While it waits for an answer nothing else is done with it: its row says who proposed it, and when. */
export const isProposedIn = ({ tables }: Facts, { key }: Pick<Obligation, 'key'>): boolean => isProposed(tables.obligations.get(key))

/** A measurement that is no longer relevant is so for all later ones: it is the indicator that is closed («resten bortfaller»). */
const indicatorOf = ({ kind, refKey }: Obligation, { tables }: Facts): Indicator | undefined =>
  kind === 'measurement' ? tables.indicators.get(refKey) : undefined

function setIndicator(obligation: Obligation, state: Indicator['state'], { facts, versionOf }: Acting): Change[] {
  const indicator = indicatorOf(obligation, facts)
  if (!indicator) return []
  const { key } = indicator
  return [{ op: 'update', list: 'indicators', key, set: { state }, version: versionOf('indicators', key) }]
}

const log = (what: string, obligation: Obligation, why: string | null, { facts }: Acting): Change =>
  logEntry(what, obligation.key, facts, { before: null, after: { round: obligation.round }, why })

const lapse = (obligation: Obligation, reason: string, acting: Acting): Change[] => [
  changeObligation(obligation, { state: 'lapsed', waivedReason: reason }, acting),
  ...setIndicator(obligation, 'closed', acting),
]

/** What an answer makes of the indicator, and from what. */
const MOVES: Record<'onHold' | 'lapsed' | 'open', { to: Indicator['state']; from: readonly Indicator['state'][] }> = {
  onHold: { to: 'closeProposed', from: ['active'] },
  lapsed: { to: 'closed', from: ['active', 'closeProposed'] },
  open: { to: 'active', from: ['closeProposed'] },
}

/**
 * What the same person has said of the obligation before: nothing changes, save what was not written of the indicator then.
 * null when it was somebody else, or something else.
 */
function saidBefore(obligation: Obligation, byId: PersonId, state: keyof typeof MOVES, acting: Acting): Change[] | null {
  const row = acting.facts.tables.obligations.get(obligation.key)
  if (row?.actorId !== byId || row.state !== state) return null
  const indicator = indicatorOf(obligation, acting.facts)
  const { to, from } = MOVES[state]
  return indicator && from.includes(indicator.state) ? setIndicator(obligation, to, acting) : []
}

/** Whether it waits for an answer already, or a no has been given: then it may not be proposed. */
function notProposable(obligation: Obligation, facts: Facts): 'alreadyProposed' | 'alreadyRejected' | null {
  const closing = indicatorOf(obligation, facts)?.state === 'closeProposed'
  if (closing || isProposed(facts.tables.obligations.get(obligation.key))) return 'alreadyProposed'
  return countLogged(REJECTED, obligation.key, facts) > 0 ? 'alreadyRejected' : null
}

export const isProposable = (obligation: Obligation, facts: Facts): boolean =>
  isUnanswered(obligation) && notProposable(obligation, facts) === null

/**
 * Says that something is «ikke lenger aktuelt», with a reason (rule 10). The benefit owner is asked to approve (the project owner
 * where there is no benefit), and nudges stop meanwhile. Who may approve it and says it themselves needs nobody else. A no is
 * not asked about again; said twice by the same person it is said once.
 */
export function proposeNotRelevant(
  input: NotRelevantInput,
  acting: Acting,
): Result<{ changes: Change[]; approverId: PersonId | null; approved: boolean }, NotRelevantFault> {
  const { obligation, byId } = input
  const { facts, today } = acting
  const allowed = may(facts.peopleById.get(byId) ?? null, 'answerObligation', { obligation, today }, facts)
  if (!allowed.ok) return allowed
  const approver = approverOf(obligation, facts)
  const proposed = saidBefore(obligation, byId, 'onHold', acting)
  if (proposed) return ok({ approverId: approver?.personId ?? null, approved: false, changes: proposed })
  const approved = approver?.personId === byId ? saidBefore(obligation, byId, 'lapsed', acting) : null
  if (approved) return ok({ approverId: byId, approved: true, changes: approved })
  if (!isUnanswered(obligation)) return refuse({ code: 'cardOutdated' })
  const against = notProposable(obligation, facts)
  if (against !== null) return refuse({ code: against })
  const reason = trimmed(input.reason)
  if (reason === null) return refuse({ code: 'reasonRequired' })
  if (approver?.personId === byId) {
    return ok({
      approverId: byId,
      approved: true,
      changes: [...lapse(obligation, reason, acting), log(APPROVED, obligation, reason, acting)],
    })
  }
  const changes = [
    changeObligation(obligation, { state: 'onHold', waivedReason: reason }, acting),
    ...setIndicator(obligation, 'closeProposed', acting),
    log(PROPOSED, obligation, reason, acting),
  ]
  return ok({ approverId: approver?.personId ?? null, approved: false, changes })
}

function answering({ obligation, byId }: Omit<NotRelevantInput, 'reason'>, { facts, today }: Acting): Result<string, NotRelevantFault> {
  const person = facts.peopleById.get(byId) ?? null
  const indicator = indicatorOf(obligation, facts)
  const allowed = may(person, 'approveWaiver', { obligation, indicator, today }, facts)
  if (!allowed.ok) return allowed
  const row = facts.tables.obligations.get(obligation.key)
  return isProposed(row) && isUnanswered(obligation) ? ok(row.waivedReason) : refuse({ code: 'cardOutdated' })
}

/** The benefit owner agrees: this one and all later ones fall away. */
export function approveNotRelevant(
  input: Omit<NotRelevantInput, 'reason'>,
  acting: Acting,
): Result<{ changes: Change[] }, NotRelevantFault> {
  const again = saidBefore(input.obligation, input.byId, 'lapsed', acting)
  if (again) return ok({ changes: again })
  const proposed = answering(input, acting)
  if (!proposed.ok) return proposed
  const { obligation } = input
  return ok({ changes: [...lapse(obligation, proposed.value, acting), log(APPROVED, obligation, null, acting)] })
}

/** The benefit owner does not agree, and says why: it is asked for again from the next open day (rule 10); its dates stand. */
export function rejectNotRelevant(input: NotRelevantInput, acting: Acting): Result<{ changes: Change[] }, NotRelevantFault> {
  const said = countLogged(REJECTED, input.obligation.key, acting.facts) > 0
  const again = said ? saidBefore(input.obligation, input.byId, 'open', acting) : null
  if (again) return ok({ changes: again })
  const proposed = answering(input, acting)
  if (!proposed.ok) return proposed
  const reason = trimmed(input.reason)
  if (reason === null) return refuse({ code: 'reasonRequired' })
  const { obligation } = input
  const snoozedUntil = nextOpenDay(addDays(acting.today, 1), acting.settings.calendar)
  return ok({
    changes: [
      changeObligation(obligation, { state: 'open', waivedReason: null, snoozedUntil }, acting),
      ...setIndicator(obligation, 'active', acting),
      log(REJECTED, obligation, reason, acting),
    ],
  })
}
