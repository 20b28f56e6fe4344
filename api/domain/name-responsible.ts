import { type Acting, isUnanswered } from './acting.ts'
import { handOver } from './hand-over.ts'
import { type MayFault, may } from './may.ts'
import type { Change, PersonId } from './model.ts'
import type { Obligation } from './obligation.ts'
import { logEntry } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'

export interface NameResponsibleInput {
  obligation: Obligation
  /** All that is asked for: what hangs on the same link comes along. */
  obligations: readonly Obligation[]
  toId: PersonId
  byId: PersonId
}

export type NameResponsibleFault = MayFault | { code: 'cardOutdated' | 'personInvalid' }

/** The row and field that say whose an obligation is. */
type Link =
  | { list: 'indicators'; key: string; field: 'measurerId' }
  | { list: 'benefitActions'; key: string; field: 'responsibleId' }
  | { list: 'decisions'; key: string; field: 'responsibleId' }
  | { list: 'projects'; key: string; field: 'managerId' | 'benefitOwnerId' }

function linkOf({ kind, refKey, projectKey }: Obligation, { facts }: Pick<Acting, 'facts'>): Link {
  const { tables } = facts
  if ((kind === 'measurement' || kind === 'baseline') && tables.indicators.has(refKey)) {
    return { list: 'indicators', key: refKey, field: 'measurerId' }
  }
  if (tables.benefitActions.has(refKey)) return { list: 'benefitActions', key: refKey, field: 'responsibleId' }
  if (tables.decisions.has(refKey)) return { list: 'decisions', key: refKey, field: 'responsibleId' }
  // A point that is held again is the benefit owner's to prepare (rule 4).
  return { list: 'projects', key: projectKey, field: kind === 'decisionFollowUp' ? 'benefitOwnerId' : 'managerId' }
}

const isSame = (one: Link, other: Link): boolean => one.list === other.list && one.key === other.key && one.field === other.field

const ACT_OF = { indicators: 'editIndicator', benefitActions: 'editBenefit', decisions: 'editProject', projects: 'editProject' } as const

/**
 * «Mangler ansvarlig» is answered: a person is named where nobody was, or where who was has left (rule 8). The new owner is told
 * at the next sending and asked five open days later (rule 9), for this and for all that hangs on the same row. Dates stand.
 */
export function nameResponsible(input: NameResponsibleInput, acting: Acting): Result<{ changes: Change[] }, NameResponsibleFault> {
  const { obligation, obligations, toId, byId } = input
  const { facts, today, versionOf } = acting
  const link = linkOf(obligation, acting)
  const person = facts.peopleById.get(byId) ?? null
  const project = facts.tables.projects.get(obligation.projectKey)
  const indicator = facts.tables.indicators.get(obligation.refKey)
  const allowed = may(person, ACT_OF[link.list], { project, indicator, obligation, today }, facts)
  if (!allowed.ok) return allowed
  if (obligation.assigneeId === toId) return ok({ changes: [] })
  if (obligation.assigneeId !== null || !isUnanswered(obligation)) return refuse({ code: 'cardOutdated' })
  const named = facts.peopleById.get(toId)
  if (!named || named.reach === 'left') return refuse({ code: 'personInvalid' })
  const along = obligations.filter((one) => one.assigneeId === null && isSame(linkOf(one, acting), link))
  const update = {
    op: 'update',
    list: link.list,
    key: link.key,
    set: { [link.field]: toId },
    version: versionOf(link.list, link.key),
  } as Change
  const after = { [link.field]: toId }
  return ok({
    changes: [
      ...handOver(along, toId, acting),
      update,
      logEntry('responsibleNamed', obligation.key, facts, { before: null, after, why: null }),
    ],
  })
}
