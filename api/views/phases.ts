import type { GateView, PhaseStep } from '#contract/views.ts'
import { DECISION_POINTS, PHASES } from '#domain/codes.ts'
import { readinessOf } from '#domain/decision-points.ts'
import type { CivilDate, Decision, Project } from '#domain/model.ts'
import type { ViewContext } from './context.ts'
import { isNear, plannedDecision, pointAfter } from './portfolio.ts'

/** The phase line: six phases, each ending in its decision point. */
export function phaseSteps(context: ViewContext, project: Project): PhaseStep[] {
  const decisions = context.facts.decisionsByProject.get(project.key) ?? []
  const now = PHASES.indexOf(project.phase)
  const blocked = gateView(context, project)
  // What lies ahead is decided anew, also where a project that was taken back has been there before.
  const isOfNow = ({ point, decidedOn, outcome }: Decision): boolean =>
    point === DECISION_POINTS[now] && (decidedOn ?? '') >= project.phaseEnteredOn && (outcome !== 'proceed' || now === PHASES.length - 1)
  return PHASES.map((phase, at) => {
    const point = DECISION_POINTS[at] ?? 'bp6'
    const taken = decisions.findLast((decision) => decision.point === point && decision.outcome !== null && (at < now || isOfNow(decision)))
    const planned = decisions.find((decision) => decision.point === point && decision.outcome === null)
    return {
      phase,
      state: at < now ? 'done' : at === now ? 'now' : 'coming',
      enteredOn: at === now ? project.phaseEnteredOn : at < now ? enteredOn(decisions, at, project) : null,
      decision: {
        point,
        state:
          planned || !taken
            ? pendingState(
                context,
                project,
                planned,
                blocked?.hard === true && blocked.point === point && blocked.missing.length + blocked.documents > 0,
              )
            : 'taken',
        on: planned || !taken ? (planned?.dueOn ?? null) : taken.decidedOn,
        outcome: planned ? null : (taken?.outcome ?? null),
      },
    }
  })
}

function pendingState(
  context: ViewContext,
  project: Project,
  planned: Decision | undefined,
  blocked: boolean,
): 'planned' | 'late' | 'blocked' {
  if (project.state !== 'active') return 'planned'
  if (blocked) return 'blocked'
  return planned?.dueOn && planned.dueOn < context.today ? 'late' : 'planned'
}

/** A phase was entered the day the point before it was passed; the first one when the project started. */
function enteredOn(decisions: readonly Decision[], at: number, project: Project): CivilDate | null {
  if (at === 0) return project.startOn
  const before = DECISION_POINTS[at - 1]
  return decisions.findLast((decision) => decision.point === before && decision.outcome === 'proceed')?.decidedOn ?? null
}

/**
 * What the next point still lacks, by the project's own method: what somebody stands by is not missing, and documents are
 * named on the point's own page and counted here when it is near, so that the number is the portfolio's. Only BP5 is hard: no handover to operations with something missing (domain.md §3, U33).
 */
export function gateView(context: ViewContext, project: Project): GateView | null {
  if (project.state === 'stopped' || project.state === 'closed') return null
  const planned = plannedDecision(context, project)
  const point = planned && planned.point !== 'board' ? planned.point : pointAfter(project.phase)
  const { tables } = context.facts
  const readiness = readinessOf(point, project, context.facts, { checklist: planned?.checklist ?? [], waivers: planned?.waivers ?? [] })
  const lacks = readiness?.lacks ?? []
  const missing = lacks.filter(({ code }) => code !== 'documentMissing')
  const hard = readiness?.point.hard ?? false
  const lacking = new Set(missing.map((line) => line.benefitKey))
  const benefits = (context.facts.benefitsByProject.get(project.key) ?? []).filter(
    (benefit) => !benefit.drawback && benefit.state !== 'cancelled',
  )
  return {
    point,
    dueOn: planned?.dueOn ?? null,
    hard,
    missing: missing.map((line) => ({
      code: line.code,
      benefitKey: line.benefitKey,
      indicatorKey: line.indicatorKey,
      title: line.benefitKey === null ? null : (tables.benefits.get(line.benefitKey)?.title ?? null),
    })),
    documents: isNear(point, planned?.dueOn ?? null, context) ? lacks.length - missing.length : 0,
    complete: hard ? benefits.filter((benefit) => !lacking.has(benefit.key)).length : 0,
  }
}
