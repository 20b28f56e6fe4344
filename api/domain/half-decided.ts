import type { DecisionKind } from './codes.ts'
import { addDays } from './dates.ts'
import { reasonKey } from './decide-effects.ts'
import type { Facts } from './facts.ts'
import { phaseOpenedBy, pointIn, profileOf } from './method-profile.ts'
import type { CivilDate, Decision, Instant, Project } from './model.ts'
import { PHASE_CHANGED, REOPENED } from './project-history.ts'

/**
 * A decision that was written while what it changes was not, or not all of it: the lists went out of reach in between. Deciding
 * the same again completes it. Only decisions taken here can be so; what an import or a hand wrote into the lists changes nothing.
 * An adjustment lacks nothing but its reason in the log, and is looked at for a day.
 */
export function halfDecided(point: DecisionKind, project: Project, facts: Facts, today: CivilDate): Decision | null {
  const last = (facts.decisionsByProject.get(project.key) ?? [])
    .filter((decision) => decision.point === point && decision.outcome !== null && (decision.via === 'tab' || decision.via === 'bot'))
    .sort((a, b) => b.occurrence - a.occurrence)[0]
  return last && !isCarriedOut(last, project, facts, today) ? last : null
}

/** Whether the log tells of something that happened to the project since. */
const happenedSince = (what: string, projectKey: string, since: Instant, { tables }: Facts): boolean =>
  [...tables.log.values()].some((entry) => entry.what === what && entry.refKey === projectKey && entry.actedAt >= since)

function isCarriedOut(decision: Decision, project: Project, facts: Facts, today: CivilDate): boolean {
  const { outcome, key, actedAt, occurrence, point } = decision
  switch (outcome) {
    case 'adjust':
      return actedAt.slice(0, 10) < addDays(today, -1) || facts.tables.log.has(reasonKey(key))
    case 'extend':
      return (facts.decisionsByProject.get(project.key) ?? []).some((other) => other.point === point && other.occurrence > occurrence)
    case 'stop':
      return project.state === 'stopped' || project.state === 'closed' || happenedSince(REOPENED, project.key, actedAt, facts)
    default:
      return hasMovedOn(decision, project, facts)
  }
}

/** A project that went on left the phase it was in, or came back to it later; the last point of a trial closed it. */
function hasMovedOn({ point, decidedOn, actedAt }: Decision, project: Project, facts: Facts): boolean {
  const profile = profileOf(project, facts)
  const changesNothing = point === 'board' || (phaseOpenedBy(point, profile) === null && pointIn(profile, point)?.repeatMonths != null)
  if (changesNothing || project.state === 'closed' || (decidedOn ?? '') < project.phaseEnteredOn) return true
  return happenedSince(PHASE_CHANGED, project.key, actedAt, facts)
}
