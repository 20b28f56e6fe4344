import { civilDateOf, isCivilDate } from './dates.ts'
import { ladderDates } from './due-dates.ts'
import { recordedOn } from './measurement-days.ts'
import { pointIn } from './method-profile.ts'
import type { Measurement, ObligationRecord, Project } from './model.ts'
import { obligationKey } from './obligation.ts'
import type { Answer, PlanContext, Planned, ProjectPlan } from './plan-context.ts'
import { pilotEnded } from './plan-decisions.ts'
import { quieted } from './plan-measurements.ts'
import { plannedOf } from './planned.ts'
import { responsibleChain } from './responsible.ts'

/** The measurement that answers a stored obligation: the one it names, its correction, or the one that names its period. */
function measurementFor(row: ObligationRecord, { facts }: PlanContext): Measurement | undefined {
  const standing = facts.measurementsByIndicator.get(row.refKey) ?? []
  const named = standing.find(({ key }) => key === row.fulfilledByKey)
  return named ?? standing.find(({ periodKey }) => periodKey === row.periodKey)
}

/** A decision somebody was asked to take: answered when it was taken, or when a point that is held again was held. */
function decisionFor(row: ObligationRecord, { context, profile }: ProjectPlan): Answer | null {
  const { facts, settings } = context
  const decision = facts.tables.decisions.get(row.refKey)
  if (decision) {
    const taken = row.periodKey === 'decide' && decision.outcome !== null
    return taken ? { key: decision.key, recordedOn: decision.decidedOn } : null
  }
  if (row.refKey !== row.projectKey) return null
  const since = civilDateOf(row.actedAt, settings.calendar.zone)
  const held = (facts.decisionsByProject.get(row.projectKey) ?? []).find(
    ({ outcome, point, decidedOn }) =>
      outcome !== null && pointIn(profile, point)?.repeatMonths != null && decidedOn !== null && decidedOn >= since,
  )
  return held ? { key: held.key, recordedOn: held.decidedOn } : null
}

/** The answer of a stored obligation that the rules no longer derive. */
function storedAnswer(row: ObligationRecord, plan: ProjectPlan): Answer | null {
  const { facts, settings } = plan.context
  const { zone } = settings.calendar
  if (row.kind === 'decisionFollowUp') return decisionFor(row, plan)
  if (row.kind === 'pilotEnd') return pilotEnded(plan, facts.decisionsByProject.get(row.projectKey) ?? [])
  const measurement = measurementFor(row, plan.context)
  if (measurement) return { key: measurement.key, recordedOn: recordedOn(measurement, facts, zone) }
  const report = facts.reportsByProject.get(row.refKey)?.find(({ period, state }) => period === row.periodKey && state === 'published')
  return report ? { key: report.key, recordedOn: civilDateOf(report.publishedAt ?? report.actedAt, zone) } : null
}

/** Whether what a stored obligation is about has been taken out of the lists: then nobody can answer it. */
function isGone({ kind, refKey, projectKey }: ObligationRecord, { facts }: PlanContext): boolean {
  if (kind === 'measurement' || kind === 'baseline') return !facts.tables.indicators.has(refKey)
  return kind === 'decisionFollowUp' && refKey !== projectKey && !facts.tables.decisions.has(refKey)
}

/** Whether the day somebody set has been moved: the end of a trial, or a review that now has a decision of its own with a date. */
const isMoved = ({ kind, refKey, projectKey, periodKey }: ObligationRecord, { endOn }: Project): boolean =>
  isCivilDate(periodKey) && ((kind === 'pilotEnd' && periodKey !== endOn) || (kind === 'decisionFollowUp' && refKey === projectKey))

/**
 * Stored obligations that the rules do not derive, or no longer: a frequency changed after something had happened (rule 12),
 * or a kind set up by hand. They keep their frozen dates. `planned` are the keys already laid out.
 */
export function planStored(context: PlanContext, planned: ReadonlySet<string>): { plan: ProjectPlan; one: Planned }[] {
  const rows: { plan: ProjectPlan; one: Planned }[] = []
  for (const row of context.facts.tables.obligations.values()) {
    const { kind, refKey, periodKey, asOf, dueOn, overdueFrom } = row
    const project = context.facts.tables.projects.get(row.projectKey)
    const day = asOf ?? dueOn
    const dates = ladderDates(dueOn, overdueFrom, context.settingsAt(day))
    const early = context.from !== null && day < context.from
    if (!project || early || dueOn > context.to || planned.has(obligationKey(kind, refKey, periodKey))) continue
    const plan = context.forProject(project)
    const responsible = responsibleChain(row, context.facts)[0] ?? null
    const answer = storedAnswer(row, plan)
    const one = plannedOf({ kind, refKey, periodKey, asOf, dates, day, responsible, answer, grace: 0 }, plan)
    const indicator = context.facts.tables.indicators.get(refKey)
    if (indicator) quieted([one], indicator, plan)
    else if (isGone(row, context)) one.obligation.lapsedReason = 'closed'
    else if (isMoved(row, project)) one.obligation.lapsedReason = 'settled'
    rows.push({ plan, one })
  }
  return rows
}
