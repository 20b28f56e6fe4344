import { type Acting, trimmed } from './acting.ts'
import type { DecisionKind, DecisionOutcome, DecisionPoint } from './codes.ts'
import { isCivilDate } from './dates.ts'
import { effectsOf } from './decide-effects.ts'
import {
  currentPoint,
  isStoodBy,
  lacksForClosing,
  newDecisionKey,
  nextOccurrence,
  plannedRow,
  type Readiness,
  readinessOf,
} from './decision-points.ts'
import type { Facts } from './facts.ts'
import { may } from './may.ts'
import { profileOf } from './method-profile.ts'
import type { Change, ChecklistLine, CivilDate, Draft, PersonId, Project, Waiver } from './model.ts'
import { ok, type Result, refuse } from './result.ts'

/** A decision as it is about to be taken. */
export interface DecideInput {
  projectKey: string
  point: DecisionKind
  outcome: DecisionOutcome
  byId: PersonId
  /** The day it was decided; not after today. */
  on: CivilDate
  today: CivilDate
  checklist?: readonly ChecklistLine[]
  /** Given, they stand instead of those prepared. */
  waivers?: readonly Waiver[]
  /** Adjust: who does what was asked for, and by when. Extend: until when, and who prepares the next decision. */
  responsibleId?: PersonId | null
  dueOn?: CivilDate | null
  /** Why; needed unless the project goes on. */
  reason?: string | null
  /** Stop: the short lesson, when it is known at once (rule 11 asks for it otherwise). */
  lesson?: string | null
}

/** What deciding reads, and the versions its changes are made against. */
export type Deciding = Pick<Acting, 'facts' | 'settings' | 'versionOf'>

export type DecideFault =
  | { code: 'notFound' | 'notAllowed' | 'projectNotActive' }
  /** Another point ends the phase the project is in. */
  | { code: 'pointNotCurrent'; expected: DecisionPoint }
  /** Exactly what is missing; `waivable` says which lines a named person may stand by. */
  | { code: 'gateNotReady'; lacks: Readiness['lacks'] }
  | { code: 'waiverIncomplete'; rule: string }
  | { code: 'fieldRequired' | 'fieldInvalid'; field: 'on' | 'responsibleId' | 'dueOn' | 'reason' }

export interface Decided {
  decisionKey: string
  changes: Change[]
  /** What is missing and stood by. */
  waived: Readiness['waived']
}

function fieldFault(input: DecideInput, project: Project, facts: Facts): DecideFault | null {
  const { outcome, on, today, dueOn = null, responsibleId = null, reason } = input
  if (!isCivilDate(on) || on > today || on < project.phaseEnteredOn) return { code: 'fieldInvalid', field: 'on' }
  if (outcome !== 'proceed' && trimmed(reason) === null) return { code: 'fieldRequired', field: 'reason' }
  if (outcome !== 'adjust' && outcome !== 'extend') return null
  // N18: every decision that asks for something has somebody responsible and a date, and is followed up like a measurement.
  if (dueOn === null) return { code: 'fieldRequired', field: 'dueOn' }
  if (!isCivilDate(dueOn) || dueOn <= on) return { code: 'fieldInvalid', field: 'dueOn' }
  if (responsibleId === null) return { code: 'fieldRequired', field: 'responsibleId' }
  const responsible = facts.peopleById.get(responsibleId)
  return !responsible || responsible.reach === 'left' ? { code: 'fieldInvalid', field: 'responsibleId' } : null
}

/** A project on hold may be adjusted or stopped, not moved on; a stopped or closed one is no longer decided about. */
function isDecidable({ state }: Project, outcome: DecisionOutcome): boolean {
  if (state === 'onHold') return outcome === 'adjust' || outcome === 'stop'
  return state === 'active'
}

/** Only going on asks for what the point requires; the last point also ends, when every benefit is settled. */
function lacksOf(input: DecideInput, project: Project, readiness: Readiness | null, facts: Facts): Readiness['lacks'] {
  if (input.outcome === 'proceed') return readiness?.lacks ?? []
  return input.outcome === 'stop' && input.point === 'bp6' ? lacksForClosing(project, facts) : []
}

/**
 * Takes a decision: the changes it makes, or why it is refused, with exactly what is missing. BP5 refuses to hand over before
 * every benefit has owner, indicator, baseline, target, target date, frequency, first date and an approved plan. Outcomes
 * (Prosjektveiviseren v6 p. 81): proceed opens the next phase; adjust asks somebody for something by a day; extend sets the day
 * the point is decided anew; stop stops the project, and at BP6 ends the follow-up. Source: domain.md §2–§3.
 */
export function decide(input: DecideInput, deciding: Deciding): Result<Decided, DecideFault> {
  const { facts, settings } = deciding
  const project = facts.tables.projects.get(input.projectKey)
  if (!project) return refuse({ code: 'notFound' })
  const { point, outcome, byId, today } = input
  const decision = { projectKey: project.key, point }
  const allowed = may(facts.peopleById.get(byId) ?? null, 'decide', { project, decision, today, settings }, facts)
  if (!allowed.ok) return allowed
  if (!isDecidable(project, outcome)) return refuse({ code: 'projectNotActive' })
  const expected = currentPoint(project)
  if (point !== 'board' && point !== expected) return refuse({ code: 'pointNotCurrent', expected })
  const fault = fieldFault(input, project, facts)
  if (fault) return refuse(fault)

  const planned = plannedRow(point, project, facts)
  const waivers = [...(input.waivers ?? planned?.waivers ?? [])]
  const incomplete = (input.waivers ?? []).find((waiver) => !isStoodBy(waiver, facts))
  if (incomplete) return refuse({ code: 'waiverIncomplete', rule: incomplete.rule })
  const checklist = [...(input.checklist ?? []), ...(planned?.checklist ?? [])]
  const readiness = readinessOf(point, project, facts, { checklist, waivers })
  const lacks = lacksOf(input, project, readiness, facts)
  if (lacks.length > 0) return refuse({ code: 'gateNotReady', lacks })

  const occurrence = planned?.occurrence ?? nextOccurrence(point, project, facts)
  const key = planned?.key ?? newDecisionKey(point, project, occurrence, facts)
  const { responsibleId = null, dueOn = null } = outcome === 'adjust' ? input : (planned ?? {})
  const set: Omit<Draft<'decisions'>, 'key'> = {
    projectKey: project.key,
    point,
    occurrence,
    outcome,
    decidedById: byId,
    decidedOn: input.on,
    checklist: readiness?.checklist ?? [],
    waivers,
    responsibleId,
    dueOn,
  }
  const row: Change = planned
    ? { op: 'update', list: 'decisions', key, set, version: deciding.versionOf('decisions', key) }
    : { op: 'create', list: 'decisions', record: { key, ...set } }
  const waived = readiness?.waived ?? []
  const effects = effectsOf({ ...input, decisionKey: key, occurrence, waived }, project, profileOf(project, facts), deciding)
  return ok({ decisionKey: key, changes: [row, ...effects], waived })
}
