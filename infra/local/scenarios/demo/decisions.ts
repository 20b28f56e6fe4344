import { DECISION_POINTS, type DecisionPoint } from '#domain/codes.ts'
import { reasonKey } from '#domain/decide-effects.ts'
import type { ChecklistLine, CivilDate, Decision, LogEntry } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { dateAround, workingDay } from '../days.ts'
import { idOf, type Who } from '../people.ts'
import { type Frame, madeBy } from './made-by.ts'
import type { GateRule, Months, ProjectSpec } from './spec.ts'

/** Who decides for virksomhetsledelsen. */
const leaderWho: Who = 'ingrid'

/** BP1, BP2 and BP6 are the leaders', BP3–BP5 the project owner's. */
const decider = (spec: ProjectSpec, point: DecisionPoint): Who => (DEFAULT_SETTINGS.decides[point] === 'leader' ? leaderWho : spec.owner)

/** What BP5 asks for (strategies U33 and A26); the other points keep no checklist here. */
const HANDOVER: GateRule[] = ['owner', 'indicator', 'baseline', 'target', 'targetOn', 'frequency', 'firstDate', 'planApproved']

const checklistFor = (point: DecisionPoint, lacks: GateRule[]): ChecklistLine[] =>
  point === 'bp5' ? HANDOVER.map((rule) => ({ rule, done: !lacks.includes(rule) })) : []

function decisionRow(spec: ProjectSpec, point: DecisionPoint, occurrence: number, set: Partial<Decision>, madeOn: CivilDate): Decision {
  const who = decider(spec, point)
  return {
    ...madeBy(`${spec.key}:${point}:${occurrence}`, who, madeOn),
    projectKey: spec.key,
    point,
    occurrence,
    outcome: null,
    decidedById: null,
    decidedOn: null,
    checklist: [],
    waivers: (spec.waivers ?? [])
      .filter((waiver) => waiver.point === point)
      .map(({ rule, reason, by }) => ({ rule, reason, byId: idOf(by) })),
    responsibleId: idOf(spec.owner),
    dueOn: null,
    ...set,
  }
}

/** A decision point is planned half a month ago, or a month before it was to be taken. */
const PLANNED_BEFORE = 0.5

const pointAt = (index: number): DecisionPoint => DECISION_POINTS[index] ?? 'bp6'

/** The decisions taken, the one that stopped or paused the project, and the next one with its date. */
export function decisionRows(spec: ProjectSpec, { today }: Frame): Decision[] {
  const taken = (point: DecisionPoint, occurrence: number, on: CivilDate, outcome: Decision['outcome']): Decision =>
    decisionRow(
      spec,
      point,
      occurrence,
      { outcome, decidedById: idOf(decider(spec, point)), decidedOn: on, checklist: checklistFor(point, []) },
      on,
    )
  const rows = spec.taken.map((months, index) => taken(pointAt(index), 1, workingDay(today, months), 'proceed'))
  const reviews = (spec.reviews ?? []).map((months, index) => taken('bp6', index + 1, workingDay(today, months), 'adjust'))
  const stop = spec.stopped ? [taken(pointAt(spec.taken.length), 1, workingDay(today, spec.stopped.at), 'stop')] : []
  const next = spec.next
    ? [
        decisionRow(
          spec,
          pointAt(spec.taken.length),
          reviews.length + 1,
          { dueOn: dateAround(today, spec.next.in), checklist: checklistFor(pointAt(spec.taken.length), spec.next.lacks ?? []) },
          workingDay(today, Math.min(-PLANNED_BEFORE, spec.next.in - 1)),
        ),
      ]
    : []
  const held = spec.hold ? [boardDecision(spec, spec.hold.from, spec.hold.to, today)] : []
  const asked = spec.asked ? [boardDecision(spec, spec.asked.at, spec.asked.due, today)] : []
  return [...rows, ...reviews, ...stop, ...held, ...asked, ...next]
}

/** The board has put the project on hold, or asked for something; somebody follows it up by `due`. */
function boardDecision(spec: ProjectSpec, at: Months, due: Months, today: CivilDate): Decision {
  const on = workingDay(today, at)
  return {
    ...madeBy(boardKey(spec), leaderWho, on),
    projectKey: spec.key,
    point: 'board',
    occurrence: 1,
    outcome: 'adjust',
    decidedById: idOf(leaderWho),
    decidedOn: on,
    checklist: [],
    waivers: [],
    responsibleId: idOf(spec.owner),
    dueOn: dateAround(today, due),
  }
}

const boardKey = ({ key }: ProjectSpec): string => `${key}:board:1`

/** What the board asked for, in its words, as the log keeps it. */
export function askedLog(spec: ProjectSpec, { today }: Frame): LogEntry[] {
  const { asked } = spec
  if (!asked) return []
  const refKey = boardKey(spec)
  return [
    {
      ...madeBy(reasonKey(refKey), leaderWho, workingDay(today, asked.at)),
      what: 'decisionTaken',
      refKey,
      before: null,
      after: { outcome: 'adjust' },
      why: asked.what,
    },
  ]
}
