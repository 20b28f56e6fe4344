import { type Acting, trimmed, updateProject } from './acting.ts'
import { PHASES, type Phase } from './codes.ts'
import { isCivilDate } from './dates.ts'
import { type MayFault, may } from './may.ts'
import { pointAfter, profileOf } from './method-profile.ts'
import type { Change, CivilDate, PersonId, Project } from './model.ts'
import { HOLD_CHANGED, logEntry, phaseLogEntry, REOPENED } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'

export type LifeFault =
  | MayFault
  | { code: 'projectNotActive' | 'projectNotOnHold' | 'projectNotStopped' | 'phaseNotEarlier' | 'reasonRequired' }
  | { code: 'fieldInvalid'; field: 'from' | 'to' | 'on' }

export interface LifeInput {
  project: Project
  byId: PersonId
  reason: string | null
}

type Life = Result<{ changes: Change[] }, LifeFault>

/** Who decides the point that ends the project's phase also decides that it waits, goes on, goes back or is taken up again. */
function mayDecide({ project, byId }: LifeInput, { facts, settings, today }: Acting): Result<true, MayFault> {
  const decision = { projectKey: project.key, point: pointAfter(project.phase) }
  return may(facts.peopleById.get(byId) ?? null, 'decide', { project, decision, today, settings }, facts)
}

/** A hold that has ended is written over by the next: what it let fall must stay so, and the log keeps it (rule 11). */
const earlierHold = ({ key, holdFrom, holdTo }: Project, from: CivilDate, { facts }: Acting): Change[] =>
  holdFrom !== null && holdTo !== null && holdTo <= from
    ? [logEntry(HOLD_CHANGED, key, facts, { before: { holdFrom, holdTo }, after: { holdFrom: from }, why: null })]
    : []

/** Puts a project on hold [from, to); `to` null = until further notice. Not from a day before today: that would move what was due. */
export function putOnHold(input: LifeInput & { from: CivilDate; to: CivilDate | null }, acting: Acting): Life {
  const { project, from, to } = input
  const allowed = mayDecide(input, acting)
  if (!allowed.ok) return allowed
  if (project.state !== 'active') return refuse({ code: 'projectNotActive' })
  const reason = trimmed(input.reason)
  if (reason === null) return refuse({ code: 'reasonRequired' })
  if (!isCivilDate(from) || from < acting.today || (project.holdTo !== null && from < project.holdTo)) {
    return refuse({ code: 'fieldInvalid', field: 'from' })
  }
  if (to !== null && (!isCivilDate(to) || to <= from)) return refuse({ code: 'fieldInvalid', field: 'to' })
  return ok({
    changes: [
      ...earlierHold(project, from, acting),
      updateProject(project, { state: 'onHold', holdFrom: from, holdTo: to }, acting),
      logEntry('putOnHold', project.key, acting.facts, { before: null, after: { holdFrom: from, holdTo: to }, why: reason }),
    ],
  })
}

/** Takes a project off hold from today: only the latest of what was open survives, due ten open days from now (rule 11). */
export function resume(input: LifeInput, acting: Acting): Life {
  const { project } = input
  const allowed = mayDecide(input, acting)
  if (!allowed.ok) return allowed
  if (project.state !== 'onHold') return refuse({ code: 'projectNotOnHold' })
  const { today, facts } = acting
  const { holdFrom, holdTo } = project
  const begun = holdFrom === null || holdFrom < today
  // A hold that has run out ended on its own day; one that has not begun never was.
  const ended = holdTo !== null && holdTo < today ? holdTo : today
  const set = begun ? { state: 'active' as const, holdTo: ended } : { state: 'active' as const, holdFrom: null, holdTo: null }
  const entry = logEntry('resumed', project.key, facts, { before: { holdFrom, holdTo }, after: set, why: trimmed(input.reason) })
  return ok({ changes: [updateProject(project, set, acting), entry] })
}

/**
 * Goes back to an earlier phase of the project's own method. The decisions taken stay, and the points on the way are decided
 * anew; what was due before today keeps its dates, and from today the earlier phase's rules hold.
 */
export function goBack(input: LifeInput & { to: Phase }, acting: Acting): Life {
  const { project, to } = input
  const allowed = mayDecide(input, acting)
  if (!allowed.ok) return allowed
  if (project.state !== 'active') return refuse({ code: 'projectNotActive' })
  const { phases } = profileOf(project, acting.facts)
  if (PHASES.indexOf(to) >= PHASES.indexOf(project.phase) || !phases.some(({ phase }) => phase === to)) {
    return refuse({ code: 'phaseNotEarlier' })
  }
  const reason = trimmed(input.reason)
  if (reason === null) return refuse({ code: 'reasonRequired' })
  const { today, facts } = acting
  return ok({
    changes: [
      updateProject(project, { phase: to, phaseEnteredOn: today }, acting),
      phaseLogEntry(project, { phase: to, on: today, why: reason }, facts),
    ],
  })
}

/** Takes a stopped project up again, in the phase it was in: from today new measurement dates only (rule 11). */
export function reopen(input: LifeInput, acting: Acting): Life {
  const { project } = input
  const allowed = mayDecide(input, acting)
  if (!allowed.ok) return allowed
  if (project.state !== 'stopped') return refuse({ code: 'projectNotStopped' })
  const reason = trimmed(input.reason)
  if (reason === null) return refuse({ code: 'reasonRequired' })
  const { today, facts } = acting
  return ok({
    changes: [
      updateProject(project, { state: 'active', phaseEnteredOn: today }, acting),
      phaseLogEntry(project, { phase: project.phase, on: today }, facts),
      logEntry(REOPENED, project.key, facts, { before: { stoppedOn: project.stoppedOn }, after: { on: today }, why: reason }),
    ],
  })
}
