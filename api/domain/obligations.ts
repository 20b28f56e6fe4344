import type { ObligationKind } from './codes.ts'
import { addDays } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Indicator } from './model.ts'
import type { Obligation } from './obligation.ts'
import { type Planned, planContext } from './plan-context.ts'
import { planDecisions, planPilot, planRepeated } from './plan-decisions.ts'
import { planIndicator } from './plan-measurements.ts'
import { planActions, planLesson } from './plan-others.ts'
import { planReports } from './plan-reports.ts'
import { planStored } from './plan-stored.ts'
import type { Settings } from './settings.ts'
import { settle } from './settle.ts'

export { type LapsedReason, type Obligation, obligationKey } from './obligation.ts'
export { responsibleChain } from './responsible.ts'

/** Bounds and choice of a plan. */
export interface PlanOptions {
  /** Nothing with an earlier measurement date (default: all since the project's phases are known). */
  from?: CivilDate
  /** Nothing due after this day (default: 60 days from today). */
  to?: CivilDate
  kinds?: readonly ObligationKind[]
}

const HORIZON_DAYS = 60

/**
 * Everything that is, was or soon will be due, as it stands on `today`. `settings` are those in force today; where the
 * settings list holds earlier or later versions, a measurement date is planned with the version of its own day, so the
 * past never moves. Order: project by project, indicator by indicator, oldest first. Source: domain.md §3.2.
 */
export function planObligations(facts: Facts, settings: Settings, today: CivilDate, options: PlanOptions = {}): Obligation[] {
  const context = planContext(facts, settings, today, { from: options.from ?? null, to: options.to ?? addDays(today, HORIZON_DAYS) })
  const wants = (kind: ObligationKind): boolean => options.kinds?.includes(kind) ?? true
  const obligations: Obligation[] = []
  for (const project of facts.tables.projects.values()) {
    const plan = context.forProject(project)
    const take = (group: Planned[]): void => {
      for (const obligation of settle(group, plan)) obligations.push(obligation)
    }
    for (const indicator of facts.indicatorsByProject.get(project.key) ?? []) {
      const groups = planIndicator(indicator, plan)
      if (wants('baseline')) take(groups.baseline)
      if (wants('measurement')) take(groups.measurements)
    }
    if (wants('statusReport')) take(planReports(plan))
    if (wants('decisionFollowUp')) for (const one of [...planDecisions(plan), ...planRepeated(plan)]) take([one])
    if (wants('pilotEnd')) take(planPilot(plan))
    if (wants('action')) for (const one of [...planActions(plan), ...planLesson(plan)]) take([one])
  }
  const planned = new Set<string>()
  if (context.storedCount > 0) for (const { key } of obligations) planned.add(key)
  for (const { plan, one } of planStored(context, planned)) if (wants(one.obligation.kind)) obligations.push(...settle([one], plan))
  return obligations
}

/** The obligations of one indicator as they stand on `today`, those that its schedule gives; see `planObligations`. */
export function planIndicatorOn(indicator: Indicator, facts: Facts, settings: Settings, today: CivilDate): Obligation[] {
  const project = facts.tables.projects.get(indicator.projectKey)
  if (!project) return []
  const plan = planContext(facts, settings, today, { from: null, to: addDays(today, HORIZON_DAYS) }).forProject(project)
  const { baseline, measurements } = planIndicator(indicator, plan)
  return [...settle(baseline, plan), ...settle(measurements, plan)]
}
