import { addOpenDays, nextOpenDay } from './calendar.ts'
import { addDays, civilDateOf } from './dates.ts'
import { type LadderDates, ladderDates } from './due-dates.ts'
import type { CivilDate, ObligationRecord } from './model.ts'
import { obligationKey } from './obligation.ts'
import { type Answer, type PlanContext, type Planned, type ProjectPlan, plannedOf } from './plan-context.ts'
import { quieted } from './plan-measurements.ts'
import { namedChain, responsibleChain } from './responsible.ts'
import type { Settings } from './settings.ts'

/** A date somebody has set: due that day or the first open day after it, overdue the day after, without grace. */
function setDates(dueOn: CivilDate, settings: Settings): LadderDates {
  const due = nextOpenDay(dueOn, settings.calendar)
  return ladderDates(due, addDays(due, 1), settings)
}

const inBounds = ({ dueOn }: LadderDates, { from, to }: PlanContext): boolean => dueOn <= to && (from === null || dueOn >= from)

/**
 * Decisions with a responsible person and a date. While there is no outcome, the decision itself is due (`decide`); after
 * adjust or extend, what was asked for is (`follow-up`). Proceed and stop leave nothing to follow up.
 */
export function planDecisions(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { facts, settings } = context
  const planned: Planned[] = []
  for (const decision of facts.decisionsByProject.get(project.key) ?? []) {
    const { outcome, decidedOn, dueOn, responsibleId, key: refKey } = decision
    if (dueOn === null || responsibleId === null) continue
    const dates = setDates(dueOn, settings)
    if (!inBounds(dates, context)) continue
    const followUp = outcome === 'adjust' || outcome === 'extend'
    const answer: Answer | null = outcome === null || followUp ? null : { key: refKey, recordedOn: decidedOn }
    const responsible = namedChain(responsibleId, undefined, project, facts)[0] ?? null
    const periodKey = followUp ? 'follow-up' : 'decide'
    planned.push(plannedOf({ kind: 'decisionFollowUp', refKey, periodKey, asOf: null, dates, responsible, answer, grace: 0 }, plan))
  }
  return planned
}

/** Benefit actions with a date. Done fulfils, dropped lapses. */
export function planActions(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { facts, settings } = context
  const planned: Planned[] = []
  for (const benefit of facts.benefitsByProject.get(project.key) ?? []) {
    for (const action of facts.actionsByBenefit.get(benefit.key) ?? []) {
      if (action.dueOn === null) continue
      const dates = setDates(action.dueOn, settings)
      if (!inBounds(dates, context)) continue
      const answer = action.state === 'done' ? { key: action.key, recordedOn: civilDateOf(action.actedAt, settings.calendar.zone) } : null
      const responsible = namedChain(action.responsibleId, benefit, project, facts)[0] ?? null
      const one = plannedOf(
        { kind: 'action', refKey: action.key, periodKey: 'done', asOf: null, dates, responsible, answer, grace: 0 },
        plan,
      )
      if (action.state === 'dropped' || benefit.state === 'cancelled') one.obligation.lapsedReason = 'closed'
      planned.push(one)
    }
  }
  return planned
}

const LESSON_OPEN_DAYS = 20

/**
 * A stopped project owes a short lesson 20 open days after it was stopped (rule 11). Until lessons have a list of their own,
 * the reason written on the project is the lesson.
 */
export function planLesson(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { stoppedOn, stopReason, state } = project
  const { settings, facts } = context
  if (state !== 'stopped' || stoppedOn === null) return []
  const dates = setDates(addOpenDays(stoppedOn, LESSON_OPEN_DAYS, settings.calendar), settings)
  if (!inBounds(dates, context)) return []
  const answer = stopReason === null || stopReason.trim() === '' ? null : { key: project.key, recordedOn: null }
  const responsible = namedChain(project.managerId, undefined, project, facts)[0] ?? null
  return [plannedOf({ kind: 'action', refKey: project.key, periodKey: 'lesson', asOf: null, dates, responsible, answer, grace: 0 }, plan)]
}

/** The answer of a stored obligation that the rules no longer derive: the measurement or report that names its period. */
function storedAnswer(row: ObligationRecord, { facts, settings }: PlanContext): Answer | null {
  const { zone } = settings.calendar
  const measurement = facts.measurementsByIndicator.get(row.refKey)?.find(({ periodKey }) => periodKey === row.periodKey)
  if (measurement) return { key: measurement.key, recordedOn: civilDateOf(measurement.actedAt, zone) }
  const report = facts.reportsByProject.get(row.refKey)?.find(({ period, state }) => period === row.periodKey && state === 'published')
  return report ? { key: report.key, recordedOn: civilDateOf(report.publishedAt ?? report.actedAt, zone) } : null
}

/** Whether what a stored obligation is about has been taken out of the lists: then nobody can answer it. */
function isGone({ kind, refKey }: ObligationRecord, { facts }: PlanContext): boolean {
  if (kind === 'measurement' || kind === 'baseline') return !facts.tables.indicators.has(refKey)
  return kind === 'decisionFollowUp' && !facts.tables.decisions.has(refKey)
}

/**
 * Stored obligations that the rules do not derive, or no longer: a frequency changed after something had happened (rule 12),
 * or a kind set up by hand. They keep their frozen dates. `planned` are the keys already laid out.
 */
export function planStored(context: PlanContext, planned: ReadonlySet<string>): { plan: ProjectPlan; one: Planned }[] {
  const rows: { plan: ProjectPlan; one: Planned }[] = []
  for (const row of context.facts.tables.obligations.values()) {
    const { kind, refKey, periodKey, asOf, dueOn, overdueFrom } = row
    const project = context.facts.tables.projects.get(row.projectKey)
    const dates = ladderDates(dueOn, overdueFrom, context.settings)
    const early = context.from !== null && (asOf ?? dueOn) < context.from
    if (!project || early || dueOn > context.to || planned.has(obligationKey(kind, refKey, periodKey))) continue
    const plan = context.forProject(project)
    const responsible = responsibleChain(row, context.facts)[0] ?? null
    const answer = storedAnswer(row, context)
    const one = plannedOf({ kind, refKey, periodKey, asOf, dates, responsible, answer, grace: 0 }, plan)
    const indicator = context.facts.tables.indicators.get(refKey)
    if (indicator) quieted([one], indicator, plan)
    else if (isGone(row, context)) one.obligation.lapsedReason = 'closed'
    rows.push({ plan, one })
  }
  return rows
}
