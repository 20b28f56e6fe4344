import { DECISION_POINTS, type DecisionPoint } from '#domain/codes.ts'
import type { ChecklistLine, CivilDate, Decision } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { workingDay, workingDayAhead } from '../days.ts'
import { idOf, type Who } from '../people.ts'
import { type Frame, madeBy } from './made-by.ts'
import type { GateRule, ProjectSpec } from './spec.ts'

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
          { dueOn: workingDayAhead(today, spec.next.in), checklist: checklistFor(pointAt(spec.taken.length), spec.next.lacks ?? []) },
          workingDay(today, -0.5),
        ),
      ]
    : []
  return [...rows, ...reviews, ...stop, ...holdDecision(spec, today), ...next]
}

/** The board has put the project on hold; somebody follows it up before the hold ends. */
function holdDecision(spec: ProjectSpec, today: CivilDate): Decision[] {
  if (!spec.hold) return []
  const on = workingDay(today, spec.hold.from)
  return [
    {
      ...madeBy(`${spec.key}:board:1`, leaderWho, on),
      projectKey: spec.key,
      point: 'board',
      occurrence: 1,
      outcome: 'adjust',
      decidedById: idOf(leaderWho),
      decidedOn: on,
      checklist: [],
      waivers: [],
      responsibleId: idOf(spec.owner),
      dueOn: workingDayAhead(today, spec.hold.to),
    },
  ]
}
