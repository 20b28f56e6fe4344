import type { TaskActs } from '#contract/tasks-view.ts'
import { isUnanswered } from '#domain/acting.ts'
import { civilDateOf } from '#domain/dates.ts'
import { isDelegable } from '#domain/delegate.ts'
import { may } from '#domain/may.ts'
import type { Person } from '#domain/model.ts'
import { isProposable, isProposed, proposedBy } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import { approverOf } from '#domain/responsible.ts'
import { snoozeDaysLeft, snoozeLatest } from '#domain/snooze.ts'
import { whoTakesOver } from '#domain/wrong-person.ts'
import { isDelegatedTo, personName, personRef, type ViewContext } from './context.ts'
import { peopleOf } from './people-of-project.ts'

/** What has been done with an obligation beside answering it, and what this person may do. */
export function taskActs(context: ViewContext, obligation: Obligation, person: Person): TaskActs {
  const { facts, settings, today } = context
  const { snoozedUntil, delegatedToId, delegatedUntil, assigneeId } = obligation
  const acts = isUnanswered(obligation) && may(person, 'answerObligation', { obligation, today }, facts).ok
  const delegated = delegatedToId !== null && isDelegatedTo(obligation, delegatedToId, today)
  const waits = obligation.state !== 'onHold'
  const delegates = acts && waits && isDelegable(obligation, facts)
  const isTheirs = acts && waits && assigneeId === person.personId
  return {
    snoozedUntil: snoozedUntil !== null && snoozedUntil > today ? snoozedUntil : null,
    snoozeDays: acts && waits ? snoozeDaysLeft(obligation, facts) : [],
    snoozeLatest: acts && waits ? snoozeLatest(obligation, { facts, settings, today }) : null,
    snoozeNeedsReason: obligation.snoozeCount > 0,
    delegatedTo: delegated ? personRef(facts, delegatedToId) : null,
    delegatedBackOn: delegated ? delegatedUntil : null,
    delegateTo: delegates ? peopleOf(context, obligation.projectKey, [person.personId, assigneeId], Number.POSITIVE_INFINITY) : [],
    proposal: proposalOf(context, obligation),
    wrongPersonTo: isTheirs ? personRef(facts, whoTakesOver(obligation, person.personId, facts)) : null,
    can: {
      delegate: delegates,
      takeBack: acts && delegated,
      propose: acts && waits && isProposable(obligation, facts),
      wrongPerson: isTheirs,
    },
  }
}

function proposalOf({ facts, settings }: ViewContext, obligation: Obligation): TaskActs['proposal'] {
  const row = facts.tables.obligations.get(obligation.key)
  if (!isProposed(row) || !isUnanswered(obligation)) return null
  const approver = approverOf(obligation, facts)
  const { byId, at } = proposedBy(row, facts)
  return {
    reason: row.waivedReason,
    byName: personName(facts, byId),
    on: civilDateOf(at, settings.calendar.zone),
    approverName: approver ? personName(facts, approver.personId) : null,
  }
}
