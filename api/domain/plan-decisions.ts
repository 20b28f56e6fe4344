import { deciderOf } from './deciders.ts'
import { readinessOf } from './decision-points.ts'
import { pointIn } from './method-profile.ts'
import type { CivilDate, Decision } from './model.ts'
import type { Answer, Planned, ProjectPlan } from './plan-context.ts'
import { datedAt, inBounds } from './plan-dates.ts'
import { plannedOf } from './planned.ts'
import { repeatedOn } from './repeated-point.ts'
import { namedChain, type Responsible, reviewerId } from './responsible.ts'

/** A point decided again answers what an earlier decision of it asked for. */
const heldAgain = (decision: Decision, decisions: readonly Decision[]): Decision | undefined =>
  decisions.find(({ point, occurrence, outcome }) => point === decision.point && occurrence > decision.occurrence && outcome !== null)

function answerOf(decision: Decision, decisions: readonly Decision[]): Answer | null {
  const { outcome, decidedOn, key } = decision
  if (outcome === 'proceed' || outcome === 'stop') return { key, recordedOn: decidedOn }
  const again = outcome === null ? undefined : heldAgain(decision, decisions)
  return again ? { key: again.key, recordedOn: again.decidedOn } : null
}

const preparerOf = ({ responsibleId }: Decision, { context, project }: ProjectPlan): Responsible | null =>
  namedChain(responsibleId, undefined, project, context.facts)[0] ?? null

/**
 * Who is asked for a decision: whoever prepares it while something is missing, and once everything is in place the one who takes
 * it, where that is one person. What virksomhetsledelsen decides stays with the preparer, who brings it to them.
 */
function askedToDecide(decision: Decision, plan: ProjectPlan): Responsible | null {
  const { context, project } = plan
  const { facts, settings } = context
  const { point, checklist, waivers } = decision
  const { ownerId } = project
  if (ownerId === null || deciderOf(point, project, settings, facts) !== 'projectOwner') return preparerOf(decision, plan)
  const readiness = readinessOf(point, project, facts, { checklist, waivers })
  return readiness?.lacks.length === 0 ? { personId: ownerId, why: 'projectOwner' } : preparerOf(decision, plan)
}

/**
 * Decisions with a responsible person and a date (N18). While there is no outcome, the decision itself is due (`decide`); after
 * adjust or extend, what was asked for is (`follow-up`), until the point is decided again. Proceed and stop leave nothing to
 * follow up.
 */
export function planDecisions(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { facts } = context
  const decisions = facts.decisionsByProject.get(project.key) ?? []
  const planned: Planned[] = []
  for (const decision of decisions) {
    const { outcome, dueOn, responsibleId, key: refKey } = decision
    if (dueOn === null || responsibleId === null) continue
    const dates = datedAt(dueOn, context)
    if (!inBounds(dates, context)) continue
    const answer = answerOf(decision, decisions)
    const responsible = outcome === null ? askedToDecide(decision, plan) : preparerOf(decision, plan)
    const periodKey = outcome === 'adjust' || outcome === 'extend' ? 'follow-up' : 'decide'
    planned.push(
      plannedOf({ kind: 'decisionFollowUp', refKey, periodKey, asOf: null, dates, day: dueOn, responsible, answer, grace: 0 }, plan),
    )
  }
  return planned
}

/**
 * The point that is to be held again while a project is in its last phase (repeated-point.ts). A planned decision with a date of
 * its own stands in its place. Whose: the benefit owner's, for virksomhetsledelsen decides.
 */
export function planRepeated(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { facts } = context
  const repeated = repeatedOn(project, plan, context.settings.startOn, facts)
  if (repeated === null) return []
  const { point, on: asked } = repeated
  const isPlanned = (facts.decisionsByProject.get(project.key) ?? []).some(
    (one) => one.point === point && one.outcome === null && one.dueOn !== null && one.responsibleId !== null,
  )
  if (isPlanned || asked > plan.last) return []
  const dates = datedAt(asked, context)
  if (!inBounds(dates, context)) return []
  const responsible = namedChain(reviewerId(project), undefined, project, facts)[0] ?? null
  const periodKey = asked
  return [
    plannedOf(
      { kind: 'decisionFollowUp', refKey: project.key, periodKey, asOf: null, dates, day: asked, responsible, answer: null, grace: 0 },
      plan,
    ),
  ]
}

/** The decision that ended a trial: its point decided, otherwise than by a new end, since the trial began. */
export function pilotEnded({ project, profile }: Pick<ProjectPlan, 'project' | 'profile'>, decisions: readonly Decision[]): Answer | null {
  const from = project.phaseEnteredOn
  const ended = decisions.find(
    ({ point, outcome, decidedOn }) =>
      pointIn(profile, point) !== undefined && outcome !== null && outcome !== 'extend' && decidedOn !== null && decidedOn > from,
  )
  return ended ? { key: ended.key, recordedOn: ended.decidedOn } : null
}

/**
 * The end of a trial (N70, V13: «prøve ut teknologi i en tidsbestemt periode»): while a project is in its profile's trial phase,
 * somebody has to say on its end date what came of it. An extension moves the date, and is asked about anew.
 */
export function planPilot(plan: ProjectPlan): Planned[] {
  const { context, project, profile } = plan
  const end: CivilDate | null = project.endOn
  if (profile.pilotPhase === null || profile.pilotPhase !== project.phase || end === null) return []
  const dates = datedAt(end, context)
  if (!inBounds(dates, context)) return []
  const { facts } = context
  const responsible = namedChain(project.managerId, undefined, project, facts)[0] ?? null
  const answer = pilotEnded(plan, facts.decisionsByProject.get(project.key) ?? [])
  return [
    plannedOf({ kind: 'pilotEnd', refKey: project.key, periodKey: end, asOf: null, dates, day: end, responsible, answer, grace: 0 }, plan),
  ]
}
