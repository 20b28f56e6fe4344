import type { ApprovalView } from '#contract/tasks-view.ts'
import { isUnanswered } from '#domain/acting.ts'
import { civilDateOf } from '#domain/dates.ts'
import { may, standsIn } from '#domain/may.ts'
import type { ObligationRecord, Person } from '#domain/model.ts'
import { isProposed, proposedBy } from '#domain/not-relevant.ts'
import type { Obligation } from '#domain/obligations.ts'
import { approverOf } from '#domain/responsible.ts'
import { personName, titleOf, type ViewContext } from './context.ts'

/** «Ikke lenger aktuelt» that this person answers, as the one who approves or their deputy; oldest first. */
export function approvalsOf(context: ViewContext, person: Person): ApprovalView[] {
  const { facts } = context
  const proposed = [...facts.tables.obligations.values()].filter(isProposed)
  if (proposed.length === 0) return []
  const byKey = new Map(context.obligations.map((obligation) => [obligation.key, obligation]))
  return proposed
    .flatMap((row) => {
      const obligation = byKey.get(row.key)
      return obligation && isUnanswered(obligation) && isAsked(context, obligation, person) ? [approvalView(context, obligation, row)] : []
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.obligationKey < b.obligationKey ? -1 : 1))
}

function isAsked({ facts, today }: ViewContext, obligation: Obligation, person: Person): boolean {
  const approver = approverOf(obligation, facts)
  if (!approver || !may(person, 'approveWaiver', { obligation, today }, facts).ok) return false
  if (approver.personId === person.personId) return true
  const named = facts.peopleById.get(approver.personId)
  return named?.deputyId === person.personId && standsIn(named, today)
}

function approvalView(context: ViewContext, obligation: Obligation, row: ObligationRecord & { waivedReason: string }): ApprovalView {
  const { facts, settings } = context
  const indicator = facts.tables.indicators.get(obligation.refKey)
  const { byId, at } = proposedBy(row, facts)
  return {
    obligationKey: obligation.key,
    kind: obligation.kind,
    title: titleOf(context, obligation),
    projectKey: obligation.projectKey,
    projectTitle: facts.tables.projects.get(obligation.projectKey)?.title ?? '',
    periodKey: obligation.periodKey,
    frequency: indicator?.frequency ?? null,
    reason: row.waivedReason,
    byName: personName(facts, byId),
    on: civilDateOf(at, settings.calendar.zone),
    endsIndicator: obligation.kind === 'measurement' && indicator !== undefined,
  }
}
