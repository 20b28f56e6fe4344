import type { DecisionKind, DecisionOutcome, Phase } from './codes.ts'
import { addMonths } from './dates.ts'
import type { Facts } from './facts.ts'
import { type MethodProfile, pointAfter, profileOf } from './method-profile.ts'
import type { CivilDate, Decision, Project } from './model.ts'
import { type PhaseSpan, phaseSpans } from './phases.ts'
import { projectHistory } from './project-history.ts'

/** A stretch of a project's road: [from, to). */
export interface TimelineSpan {
  phase: Phase
  /** The last phase in it: another than `phase` where nobody has said when the one ends and the next begins. */
  through: Phase
  from: CivilDate
  /** null = no end is known. */
  to: CivilDate | null
  state: 'done' | 'now' | 'held' | 'planned'
}

/** A decision on the road: taken on a day, planned for one, or past its day. */
export interface TimelinePoint {
  key: string
  point: DecisionKind
  on: CivilDate
  state: 'taken' | 'planned' | 'late'
  outcome: DecisionOutcome | null
}

/** When the project's own row says that it is delivered: what its manager now believes stands before the plan. */
export const deliveredOn = ({ forecastEndOn, endOn }: Pick<Project, 'forecastEndOn' | 'endOn'>): CivilDate | null => forecastEndOn ?? endOn

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b)

/**
 * A project's phases on one line (U5): those behind it from decisions and log, the one it is in, and those ahead as far as
 * somebody has given a date: the decisions planned, then the project's own end. No date is made up: phases whose border nobody
 * has dated stand as one stretch, and what comes after the last known date is left open.
 */
export function projectTimeline(project: Project, facts: Facts, today: CivilDate): TimelineSpan[] {
  const profile = profileOf(project, facts)
  const decisions = facts.decisionsByProject.get(project.key) ?? []
  const known = phaseSpans(project, decisions, projectHistory(project.key, facts).phases, profile)
  const now = known.at(-1) as PhaseSpan
  const past = known.slice(0, -1).map(({ phase, from, to }): TimelineSpan => ({ phase, through: phase, from, to, state: 'done' }))
  return [...beforeKnown(project, known[0] as PhaseSpan, profile), ...past, ...fromNow(project, now, profile, decisions, today)].filter(
    ({ from, to }) => to === null || from < to,
  )
}

/** From the day the project began to the first phase whose day is known. */
function beforeKnown({ startOn }: Project, first: PhaseSpan, { phases }: MethodProfile): TimelineSpan[] {
  const at = phases.findIndex(({ phase }) => phase === first.phase)
  const [begun, before] = [phases[0]?.phase, phases[at - 1]?.phase]
  if (startOn === null || startOn >= first.from || begun === undefined || before === undefined) return []
  return [{ phase: begun, through: before, from: startOn, to: first.from, state: 'done' }]
}

function fromNow(
  project: Project,
  { phase, from }: PhaseSpan,
  profile: MethodProfile,
  decisions: readonly Decision[],
  today: CivilDate,
): TimelineSpan[] {
  if (project.state === 'stopped' || project.state === 'closed') {
    const last = decisions.findLast(({ decidedOn }) => decidedOn !== null)?.decidedOn ?? null
    const to = project.stoppedOn ?? (last !== null && last >= from ? last : null)
    return [{ phase, through: phase, from, to, state: 'done' }]
  }
  const held = project.state === 'onHold' && project.holdFrom !== null ? later(project.holdFrom, from) : null
  if (held !== null && project.holdTo === null) {
    return [
      { phase, through: phase, from, to: held, state: 'now' },
      { phase, through: phase, from: held, to: null, state: 'held' },
    ]
  }
  const [current, ...ahead] = stretches(project, phase, from, profile, decisions, today)
  if (held !== null && project.holdTo !== null) {
    const on = project.holdTo
    return [
      { phase, through: phase, from, to: held, state: 'now' },
      { phase, through: phase, from: held, to: on, state: 'held' },
      // What was to end within the hold has no day left of it, and is no stretch.
      { ...current, from: on, state: 'planned' },
      ...ahead.map((span) => ({ ...span, from: later(span.from, on), to: span.to === null ? null : later(span.to, on) })),
    ]
  }
  // The phase it is in ends nobody knows when: now is as far as today, and the rest of the stretch is plan.
  if (current.through !== phase)
    return [{ ...current, through: phase, to: later(today, from) }, { ...current, from: later(today, from), state: 'planned' }, ...ahead]
  return [current, ...ahead]
}

/** The phase a project is in and those ahead, each as long as its end is known; the first one is the one it is in. */
function stretches(
  project: Project,
  phase: Phase,
  from: CivilDate,
  { phases }: MethodProfile,
  decisions: readonly Decision[],
  today: CivilDate,
): [TimelineSpan, ...TimelineSpan[]] {
  const found: TimelineSpan[] = []
  const at = phases.findIndex((one) => one.phase === phase)
  const ahead = at < 0 ? [phase] : phases.slice(at).map((one) => one.phase)
  let begun: Phase = phase
  let since = from
  for (const [n, one] of ahead.entries()) {
    const state = found.length === 0 ? 'now' : 'planned'
    const next = ahead[n + 1]
    const end = one === 'realise' ? null : endOf(one, next, { project, decisions, since: later(since, today) })
    if (end !== null) {
      // A decision past its day has not been taken: the phase goes on until today at least.
      const to = later(later(end, since), today)
      found.push({ phase: begun, through: one, from: since, to, state })
      since = to
      if (next !== undefined) begun = next
    } else if (next === undefined) {
      const through = begun === 'realise' || found.length === 0 ? begun : one
      found.push({ phase: begun, through, from: since, to: null, state })
    }
  }
  // The last phase ends, or is left open: there is one at least.
  return found as [TimelineSpan, ...TimelineSpan[]]
}

/**
 * When a phase is planned to end: by the decision that ends it, or for the last one before operations by the project's own end.
 * An end that lies before the phase itself can begin says nothing.
 */
function endOf(
  phase: Phase,
  next: Phase | undefined,
  { project, decisions, since }: { project: Project; decisions: readonly Decision[]; since: CivilDate },
): CivilDate | null {
  const planned = decisions.findLast(({ point, outcome, dueOn }) => point === pointAfter(phase) && outcome === null && dueOn !== null)
  if (planned) return planned.dueOn
  if (next !== undefined && next !== 'realise') return null
  const end = deliveredOn(project) ?? project.plannedGoLive
  return end !== null && end > since ? end : null
}

/** The decisions of a project that have a day, in their order. A project that is over waits for none. */
export function timelinePoints(project: Project, facts: Facts, today: CivilDate): TimelinePoint[] {
  const over = project.state === 'stopped' || project.state === 'closed'
  return (facts.decisionsByProject.get(project.key) ?? [])
    .flatMap(({ key, point, outcome, decidedOn, dueOn }): TimelinePoint[] => {
      if (outcome !== null) return decidedOn === null ? [] : [{ key, point, on: decidedOn, state: 'taken', outcome }]
      if (dueOn === null || over) return []
      return [{ key, point, on: dueOn, state: project.state === 'active' && dueOn < today ? 'late' : 'planned', outcome }]
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1))
}

/** The twelve rolling months of a handlingsplan (U27), from the first day of this month: [from, to). */
export function planWindow(today: CivilDate): { from: CivilDate; to: CivilDate } {
  const from = `${today.slice(0, 7)}-01`
  return { from, to: addMonths(from, 12) }
}

export const PLAN_FLAGS = ['startMissing', 'endMissing', 'endPassed'] as const
export type PlanFlag = (typeof PLAN_FLAGS)[number]

/**
 * Why a project cannot be placed in the twelve months of the handlingsplan: nobody has said when it begins or is delivered, or
 * it should have been by now (U27). Asked of projects under way or waiting, until they are handed over.
 */
export function planFlags(project: Project, today: CivilDate): PlanFlag[] {
  const { state, phase, startOn } = project
  if (state === 'stopped' || state === 'closed' || phase === 'realise') return []
  if (startOn !== null && startOn >= planWindow(today).to) return []
  const end = deliveredOn(project)
  const flags: PlanFlag[] = startOn === null ? ['startMissing'] : []
  if (end === null) flags.push('endMissing')
  else if (end < today) flags.push('endPassed')
  return flags
}
