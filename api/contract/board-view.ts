import * as z from 'zod/mini'
import { civilDate, decisionKind, decisionOutcome, key, projectState } from './codes.ts'
import { waiverView } from './decision-view.ts'
import { assessmentView, statusView } from './views.ts'

const nullableDate = z.nullable(civilDate)
const nullableText = z.nullable(z.string())

/** Who decides a case: the leaders as a group, or the project owner. */
export const boardGroup = z.enum(['leader', 'projectOwner'])
export type BoardGroup = z.infer<typeof boardGroup>

/** Why a project stands on the agenda, in the order they are taken up. */
export const boardReason = z.enum(['late', 'due', 'stopCandidate', 'followUp'])
export type BoardReason = z.infer<typeof boardReason>

const requirements = z.object({
  all: z.number(),
  done: z.number(),
  missing: z.array(z.string()),
  waivers: z.array(z.object({ text: z.string(), waiver: waiverView })),
})

/** The decision a case is about. */
const decision = {
  point: decisionKind,
  pointTitle: z.string(),
  /** The point that must be decided before it; null = it is next. */
  firstTitle: nullableText,
  /** Somebody has asked for it; otherwise the day is the method's, which holds it every year. */
  requested: z.boolean(),
}

/** One case of the agenda. Nobody is named as late: what is missing is said, not by whom. */
export const boardCase = z.object({
  key,
  title: z.string(),
  programme: nullableText,
  area: z.string(),
  restricted: z.boolean(),
  state: projectState,
  reason: boardReason,
  ...decision,
  phaseTitle: z.string(),
  decider: boardGroup,
  ownerName: nullableText,
  dueOn: nullableDate,
  /** What the project asks for, in its last report’s words. */
  asked: nullableText,
  /** The phase going on opens; null at the last point. */
  opens: nullableText,
  overall: z.nullable(statusView),
  benefits: z.array(
    z.object({ title: z.string(), unit: nullableText, decimals: z.nullable(z.number()), assessment: z.nullable(assessmentView) }),
  ),
  requirements,
  stopReasons: z.array(z.string()),
  lateFollowUps: z.array(
    z.object({ pointTitle: z.string(), outcome: decisionOutcome, decidedOn: nullableDate, dueOn: civilDate, reason: nullableText }),
  ),
  canDecide: z.boolean(),
  /** May take the project up as the board, whatever point it is at. */
  canTakeUp: z.boolean(),
})
export type BoardCase = z.infer<typeof boardCase>

/** A decision that comes after the meeting, with what it lacks so far. */
export const laterDecision = z.object({ key, title: z.string(), restricted: z.boolean(), ...decision, dueOn: civilDate, requirements })
export type LaterDecision = z.infer<typeof laterDecision>

/** The agenda of a meeting: what needs a decision up to a day, for one group or for both. */
export const boardView = z.object({
  version: z.string(),
  today: civilDate,
  until: civilDate,
  group: z.nullable(boardGroup),
  cases: z.array(boardCase),
  /** What comes after that day, within sixty days from today, earliest first. */
  later: z.array(laterDecision),
})
export type BoardView = z.infer<typeof boardView>
