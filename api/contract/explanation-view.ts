import * as z from 'zod/mini'
import { CLOSED_REASONS } from '#domain/calendar.ts'
import { NUDGE_STEPS, SKIP_REASONS } from '#domain/codes.ts'
import type { Explanation, StateExplanation } from '#domain/explain.ts'
import { NUDGE_WHYS } from '#domain/model.ts'
import { LAPSED_REASONS } from '#domain/obligation.ts'
import { civilDate, key } from './codes.ts'

const closedReason = z.enum(CLOSED_REASONS)
const closedDay = z.object({ on: civilDate, reason: closedReason })

/** One step of the way to the dates, as `explain` gives it. */
const explanationLine = z.union([
  z.object({
    code: z.enum(['measuredOn', 'monthEndsOn', 'goLiveOn', 'meetingOn', 'dueOn', 'dateStands', 'overdueFrom', 'firstNudgeOn']),
    date: civilDate,
  }),
  z.object({
    code: z.enum(['registrationDays', 'reportOpenDays', 'meetingOpenDays', 'graceOpenDays']),
    days: z.number(),
    date: civilDate,
  }),
  z.object({ code: z.literal('closed'), on: civilDate, reason: closedReason, date: civilDate, also: z.nullable(closedDay) }),
  z.object({ code: z.literal('heldUntil'), on: civilDate, days: z.number(), date: civilDate }),
]) satisfies z.ZodMiniType<Explanation>

/** What has happened to it beside its dates, as `explainState` gives it. */
const stateLine = z.union([
  z.object({ code: z.literal('answered'), inTime: z.nullable(z.boolean()) }),
  z.object({ code: z.literal('lapsed'), reason: z.enum(LAPSED_REASONS) }),
  z.object({ code: z.literal('onHold') }),
  z.object({ code: z.enum(['snoozedUntil', 'delegatedUntil', 'handedOverOn']), date: civilDate }),
]) satisfies z.ZodMiniType<StateExplanation>

/** What happens next, as `nudgeOutlook` gives it, without the persons it is sent to. */
const outlookLine = z.union([
  z.object({ action: z.literal('send'), reason: z.enum(NUDGE_STEPS) }),
  z.object({ action: z.literal('wait'), reason: z.enum([...SKIP_REASONS, 'notDue', 'approval']), until: z.nullable(civilDate) }),
  z.object({ action: z.literal('stop'), reason: z.enum([...LAPSED_REASONS, 'answered', 'ladderEnded']) }),
])
export type OutlookView = z.infer<typeof outlookLine>

/**
 * GET /api/obligations/{key}/explanation. Why somebody is asked, how the dates came about, what has happened, what comes next;
 * texts/explain.ts puts it into words (`explanationText`, `dueReasonText`, `stateText`, `outlookText`).
 */
export const explanationView = z.object({
  obligationKey: key,
  /** Why it is the assignee's; null when nobody is named or the one named has left. */
  why: z.nullable(z.enum(NUDGE_WHYS)),
  lines: z.array(explanationLine),
  state: z.array(stateLine),
  outlook: outlookLine,
})
export type ExplanationView = z.infer<typeof explanationView>
