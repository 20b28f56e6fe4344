import { trimmed, updateProject } from './acting.ts'
import type { DecideInput, Deciding } from './decide.ts'
import { newDecisionKey, nextOccurrence, type Readiness } from './decision-points.ts'
import { type MethodProfile, phaseOpenedBy, pointIn } from './method-profile.ts'
import type { Change, Draft, Project } from './model.ts'
import { phaseLogEntry } from './project-history.ts'

type Taken = DecideInput & { decisionKey: string; occurrence: number; waived: Readiness['waived'] }

/** What a decision changes beside its own row. Source: domain.md §2 (outcomes), §3.2 (rule 11, stopped). */
export function effectsOf(taken: Taken, project: Project, profile: MethodProfile, deciding: Deciding): Change[] {
  const log = decisionLog(taken)
  switch (taken.outcome) {
    case 'proceed':
      return [...proceed(taken, project, profile, deciding), ...log]
    case 'extend':
      return [...extend(taken, project, profile, deciding), ...log]
    case 'stop':
      return [updateProject(project, stopped(taken, project), deciding), ...log]
    case 'adjust':
      return log
  }
}

/** The log's line that says why something was decided. */
export const reasonKey = (decisionKey: string): string => `decision:${decisionKey}`.slice(0, 200)

/** Why it was decided so; the decision itself has no room for it. */
function decisionLog({ decisionKey, outcome, reason }: Taken): Change[] {
  const why = trimmed(reason)
  if (why === null) return []
  const record = {
    key: reasonKey(decisionKey),
    what: 'decisionTaken',
    refKey: decisionKey,
    before: null,
    after: { outcome },
    why,
  }
  return [{ op: 'create', list: 'log', record }]
}

/** At BP6 stop means that the follow-up is over, and the project is closed; before it the project is stopped (rule 11). */
const stopped = ({ point, on, lesson }: Taken, { stopReason }: Project): Partial<Omit<Draft<'projects'>, 'key'>> =>
  point === 'bp6' ? { state: 'closed' } : { state: 'stopped', stoppedOn: on, stopReason: trimmed(lesson) ?? stopReason }

function proceed(taken: Taken, project: Project, profile: MethodProfile, deciding: Deciding): Change[] {
  const { point, on } = taken
  if (point === 'board') return []
  const phase = phaseOpenedBy(point, profile)
  if (phase === null) {
    // The last point: one that is held again leaves the project where it is; a pilot's last word ends it.
    return pointIn(profile, point)?.repeatMonths == null ? [updateProject(project, { state: 'closed' }, deciding)] : []
  }
  return [
    updateProject(project, { phase, phaseEnteredOn: on }, deciding),
    phaseLogEntry(project, { phase, on }, deciding.facts),
    ...(phase === 'realise' ? handedOver(project, taken.waived, deciding) : []),
  ]
}

/**
 * Handed over: approved benefits are being realised, indicators that were drafts are measured from now on, and a baseline that
 * somebody stood by doing without is no longer asked for.
 */
function handedOver({ key: projectKey }: Project, waived: Readiness['waived'], { facts, versionOf }: Deciding): Change[] {
  const benefits = [...facts.tables.benefits.values()].filter((row) => row.projectKey === projectKey && row.state !== 'cancelled')
  const open = new Set(benefits.map(({ key }) => key))
  const approved = benefits.filter(({ state }) => state === 'approved')
  const changes = approved.map(
    ({ key }): Change => ({ op: 'update', list: 'benefits', key, set: { state: 'realising' }, version: versionOf('benefits', key) }),
  )
  for (const { key, benefitKey, state } of facts.tables.indicators.values()) {
    if (!open.has(benefitKey)) continue
    const waiver = waived.find(({ lack }) => lack.code === 'baselineMissing' && lack.indicatorKey === key)?.waiver
    const set = { ...(state === 'draft' && { state: 'active' as const }), ...(waiver && { baselineWaiver: waiver }) }
    if (Object.keys(set).length > 0) changes.push({ op: 'update', list: 'indicators', key, set, version: versionOf('indicators', key) })
  }
  return changes
}

/** The same point is planned anew with its day; a pilot's end moves with it. */
function extend(taken: Taken, project: Project, profile: MethodProfile, deciding: Deciding): Change[] {
  const { point, occurrence, dueOn = null, responsibleId = null } = taken
  const next = Math.max(occurrence + 1, nextOccurrence(point, project, deciding.facts))
  const record: Draft<'decisions'> = {
    key: newDecisionKey(point, project, next, deciding.facts),
    projectKey: project.key,
    point,
    occurrence: next,
    outcome: null,
    decidedById: null,
    decidedOn: null,
    checklist: [],
    waivers: [],
    responsibleId,
    dueOn,
  }
  const isPilot = profile.pilotPhase === project.phase
  return [{ op: 'create', list: 'decisions', record }, ...(isPilot ? [updateProject(project, { endOn: dueOn }, deciding)] : [])]
}
