import { addOpenDays } from './calendar.ts'
import { civilDateOf } from './dates.ts'
import type { Planned, ProjectPlan } from './plan-context.ts'
import { datedAt, inBounds } from './plan-dates.ts'
import { plannedOf } from './planned.ts'
import { namedChain } from './responsible.ts'

/** Benefit actions with a date. Done fulfils, dropped lapses. */
export function planActions(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { facts, settings } = context
  const planned: Planned[] = []
  for (const benefit of facts.benefitsByProject.get(project.key) ?? []) {
    for (const action of facts.actionsByBenefit.get(benefit.key) ?? []) {
      if (action.dueOn === null) continue
      const dates = datedAt(action.dueOn, context)
      if (!inBounds(dates, context)) continue
      const answer = action.state === 'done' ? { key: action.key, recordedOn: civilDateOf(action.actedAt, settings.calendar.zone) } : null
      const responsible = namedChain(action.responsibleId, benefit, project, facts)[0] ?? null
      const one = plannedOf(
        { kind: 'action', refKey: action.key, periodKey: 'done', asOf: null, dates, day: action.dueOn, responsible, answer, grace: 0 },
        plan,
      )
      if (action.state === 'dropped' || benefit.state === 'cancelled') one.obligation.lapsedReason = 'closed'
      planned.push(one)
    }
  }
  return planned
}

/** Open days a stopped project has for its short lesson (rule 11). */
export const LESSON_OPEN_DAYS = 20

/**
 * A stopped project owes a short lesson 20 open days after it was stopped (rule 11). Until lessons have a list of their own,
 * the reason written on the project is the lesson.
 */
export function planLesson(plan: ProjectPlan): Planned[] {
  const { context, project } = plan
  const { stoppedOn, stopReason, state } = project
  const { facts, settingsAt } = context
  if (state !== 'stopped' || stoppedOn === null) return []
  const day = addOpenDays(stoppedOn, LESSON_OPEN_DAYS, settingsAt(stoppedOn).calendar)
  const dates = datedAt(day, context)
  if (!inBounds(dates, context)) return []
  const answer = stopReason === null || stopReason.trim() === '' ? null : { key: project.key, recordedOn: null }
  const responsible = namedChain(project.managerId, undefined, project, facts)[0] ?? null
  return [
    plannedOf({ kind: 'action', refKey: project.key, periodKey: 'lesson', asOf: null, dates, day, responsible, answer, grace: 0 }, plan),
  ]
}
