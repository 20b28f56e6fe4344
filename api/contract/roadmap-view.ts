import * as z from 'zod/mini'
import { civilDate, decisionKind, decisionOutcome, instant, key, phase, projectState, rating } from './codes.ts'

const nullableDate = z.nullable(civilDate)
const named = z.object({ key, title: z.string() })

/** A stretch of a project's road, [from, to). `through` differs from `phase` where nobody has dated the border between them. */
export const roadmapSpan = z.object({
  phase,
  through: phase,
  from: civilDate,
  to: nullableDate,
  state: z.enum(['done', 'now', 'held', 'planned']),
})
export type RoadmapSpan = z.infer<typeof roadmapSpan>

export const roadmapDecision = z.object({
  key,
  point: decisionKind,
  on: civilDate,
  state: z.enum(['taken', 'planned', 'late']),
  outcome: z.nullable(decisionOutcome),
})
export type RoadmapDecision = z.infer<typeof roadmapDecision>

/** Why a project cannot be placed in the twelve months of the handlingsplan. */
export const planFlag = z.enum(['startMissing', 'endMissing', 'endPassed'])
export type PlanFlag = z.infer<typeof planFlag>

export const roadmapRow = z.object({
  key,
  title: z.string(),
  programme: z.nullable(named),
  area: z.string(),
  phase,
  state: projectState,
  restricted: z.boolean(),
  rating: z.nullable(rating),
  startOn: nullableDate,
  /** When it is to be delivered: the manager's forecast, else the plan. */
  endOn: nullableDate,
  spans: z.array(roadmapSpan),
  /** Oldest first; only those with a day. */
  decisions: z.array(roadmapDecision),
  flags: z.array(planFlag),
})
export type RoadmapRow = z.infer<typeof roadmapRow>

export const roadmapView = z.object({
  today: civilDate,
  takenAt: instant,
  version: z.string(),
  /** The twelve rolling months of the handlingsplan, [from, to). */
  plan: z.object({ from: civilDate, to: civilDate }),
  /** The same counts as on the portfolio. */
  summary: z.object({
    decisionsSoon: z.number(),
    decisionsUntil: civilDate,
    decisionsLate: z.number(),
    oldestLateDecisionOn: nullableDate,
  }),
  programmes: z.array(named),
  projects: z.array(roadmapRow),
})
export type RoadmapView = z.infer<typeof roadmapView>
