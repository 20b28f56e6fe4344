import { addMonths } from './dates.ts'
import { deciderOf } from './deciders.ts'
import { readinessOf } from './decision-points.ts'
import { pointIn } from './method-profile.ts'
import type { CivilDate, Decision } from './model.ts'
import type { Answer, Planned, ProjectPlan } from './plan-context.ts'
import { datedAt, inBounds } from './plan-dates.ts'
import { plannedOf } from './planned.ts'
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
 * The point that is to be held again while a project is in its last phase: BP6, a year after the phase was entered and after
 * each time it was held (rule 4: in Realisere there is no status report; measurements and a yearly BP6 instead). A planned
 * decision with a date of its own stands in its place. Whose: the benefit owner's, for virksomhetsledelsen decides.
 */
export function planRepeated(plan: ProjectPlan): Planned[] {
  const { context, project, profile, spans } = plan
  const { facts } = context
  const last = profile.phases.at(-1)?.phase
  const point = profile.points.find(({ repeatMonths }) => repeatMonths !== null)
  const span = spans.at(-1)
  if (!point || point.repeatMonths === null || !span || span.phase !== last) return []
  const decisions = (facts.decisionsByProject.get(project.key) ?? []).filter((decision) => decision.point === point.point)
  if (decisions.some(({ outcome, dueOn, responsibleId }) => outcome === null && dueOn !== null && responsibleId !== null)) return []
  const held = decisions.flatMap(({ outcome, decidedOn }) => (outcome !== null && decidedOn !== null ? [decidedOn] : [])).sort()
  const from = held.at(-1) ?? span.from
  const asked = nextAfter(from > span.from ? from : span.from, point.repeatMonths, context.settings.startOn)
  if (asked > plan.last) return []
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

/** The next time, and no earlier than the municipality began to use the tool: what was missed before that is nobody's to answer. */
function nextAfter(from: CivilDate, months: number, startOn: CivilDate | null): CivilDate {
  let times = 1
  while (startOn !== null && addMonths(from, times * months) < startOn) times += 1
  return addMonths(from, times * months)
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
