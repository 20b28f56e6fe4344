import { DECISION_POINTS, type DecisionKind, type DecisionPoint } from './codes.ts'
import { addDays } from './dates.ts'
import { currentPoint, plannedRow } from './decision-points.ts'
import type { Facts } from './facts.ts'
import { pointIn, profileOf } from './method-profile.ts'
import type { CivilDate, Decision, Project } from './model.ts'
import { phaseSpans } from './phases.ts'
import { projectHistory } from './project-history.ts'
import { repeatedOn } from './repeated-point.ts'
import type { Settings } from './settings.ts'

/** The four weeks a board meets in. */
export const AGENDA_DAYS = 28
/** So far ahead one who prepares needs to know what comes after the meeting. */
export const COMING_DAYS = 60

/** A decision that is to be taken on a day. */
export interface DatedDecision {
  point: DecisionKind
  dueOn: CivilDate
  /** What has been asked for and prepared; null where only the method says when (a yearly BP6). */
  planned: Decision | null
  /** Past its day, by the day of the meeting, or after it within the coming sixty days. */
  when: 'late' | 'due' | 'later'
  /** The point that must be decided before it; null = it is next. */
  first: DecisionPoint | null
}

/**
 * The decisions of a project that have a day, as far ahead as a board looks: of the point that ends its phase, of points further
 * on, of the board itself, and of the point that is held every year, whether or not somebody has asked for it. Earliest first. A
 * project on hold is late for nothing, and is asked for nothing by the year; one that is over has none.
 */
export function agendaOf(
  project: Project,
  { facts, settings, today }: { facts: Facts; settings: Settings; today: CivilDate },
  until: CivilDate,
): DatedDecision[] {
  if (project.state !== 'active' && project.state !== 'onHold') return []
  const current = currentPoint(project)
  const profile = profileOf(project, facts)
  const ahead = DECISION_POINTS.slice(DECISION_POINTS.indexOf(current)).filter(
    (point) => pointIn(profile, point) !== undefined || point === current,
  )
  const dated = [...ahead, 'board' as const].flatMap((point) => {
    const planned = plannedRow(point, project, facts)
    return planned?.dueOn == null ? [] : [{ point, dueOn: planned.dueOn, planned }]
  })
  const yearly = project.state === 'active' ? yearlyOf(project, settings, facts) : null
  const all = yearly === null || dated.some(({ point }) => point === yearly.point) ? dated : [...dated, yearly]
  const horizon = addDays(today, COMING_DAYS)
  return all
    .flatMap(({ point, dueOn, planned }): DatedDecision[] => {
      const when = dueOn < today ? 'late' : dueOn <= until ? 'due' : 'later'
      if ((when === 'late' && project.state !== 'active') || (when === 'later' && dueOn > horizon)) return []
      return [{ point, dueOn, planned, when, first: point === 'board' || point === current ? null : current }]
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

function yearlyOf(project: Project, { startOn }: Settings, facts: Facts): Omit<DatedDecision, 'when' | 'first'> | null {
  const profile = profileOf(project, facts)
  const spans = phaseSpans(project, facts.decisionsByProject.get(project.key) ?? [], projectHistory(project.key, facts).phases, profile)
  const repeated = repeatedOn(project, { profile, spans }, startOn, facts)
  return repeated && { point: repeated.point, dueOn: repeated.on, planned: plannedRow(repeated.point, project, facts) ?? null }
}
