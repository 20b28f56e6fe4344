import * as z from 'zod/mini'
import {
  civilDate,
  decisionKind,
  frequency,
  instant,
  key,
  obligationKind,
  obligationState,
  phase,
  projectState,
  rating,
  via,
  yearMonth,
} from './codes.ts'
import { indicatorView, personRef, reportView } from './views.ts'

const nullableDate = z.nullable(civilDate)
const nullableText = z.nullable(z.string())

/** What has been done with a task beside answering it, and what this person may still do. */
export const taskActs = z.object({
  snoozedUntil: nullableDate,
  /** Open days it may still be put off; none when that is used up. */
  snoozeDays: z.array(z.number()),
  /** The latest day it may be put off to. */
  snoozeLatest: nullableDate,
  snoozeNeedsReason: z.boolean(),
  /** Who has it while it is delegated, and the first day it is back. */
  delegatedTo: z.nullable(personRef),
  delegatedBackOn: nullableDate,
  /** The project's people, to choose from; others are found by name. */
  delegateTo: z.array(personRef),
  /** «Ikke lenger aktuelt» that waits for an answer, and from whom. */
  proposal: z.nullable(z.object({ reason: z.string(), byName: z.string(), on: civilDate, approverName: nullableText })),
  /** Who takes over if the person says it is not theirs; null when there is nobody after them but the office. */
  wrongPersonTo: z.nullable(personRef),
  can: z.object({ delegate: z.boolean(), takeBack: z.boolean(), propose: z.boolean(), wrongPerson: z.boolean() }),
})
export type TaskActs = z.infer<typeof taskActs>

export const taskView = z.object({
  obligationKey: key,
  kind: obligationKind,
  projectKey: key,
  projectTitle: z.string(),
  title: z.string(),
  periodKey: z.string(),
  asOf: nullableDate,
  dueOn: civilDate,
  overdueFrom: civilDate,
  state: obligationState,
  group: z.enum(['overdue', 'thisWeek', 'later']),
  /** Why it is this person's: a code of NUDGE_WHYS. */
  why: z.string(),
  indicator: z.nullable(indicatorView),
  report: z.nullable(z.object({ period: yearMonth, previous: z.nullable(reportView) })),
  /** The decision it is about: its point, and what was asked for and why. */
  decision: z.optional(z.nullable(z.object({ point: decisionKind, asked: nullableText }))),
  acts: taskActs,
})
export type TaskView = z.infer<typeof taskView>

/** «Ikke lenger aktuelt» that this person answers. */
export const approvalView = z.object({
  obligationKey: key,
  kind: obligationKind,
  title: z.string(),
  projectKey: key,
  projectTitle: z.string(),
  periodKey: z.string(),
  frequency: z.nullable(frequency),
  reason: z.string(),
  byName: z.string(),
  on: civilDate,
  /** A yes ends the indicator: all later measurements fall away too. */
  endsIndicator: z.boolean(),
})
export type ApprovalView = z.infer<typeof approvalView>

export const FOLLOW_WHYS = ['projectOwner', 'projectManager', 'benefitOwner', 'deputy', 'lineLead', 'benefit', 'measurer'] as const
export const followedProject = z.object({
  key,
  title: z.string(),
  phase,
  state: projectState,
  /** The last published status. */
  rating: z.nullable(rating),
  /** What this person is in it. */
  whys: z.array(z.enum(FOLLOW_WHYS)),
})
export type FollowedProject = z.infer<typeof followedProject>

/** GET /api/tasks. */
export const tasksView = z.object({
  today: civilDate,
  now: instant,
  takenAt: instant,
  firstName: z.string(),
  tasks: z.array(taskView),
  /** Put off, delegated, or waiting to be found «ikke lenger aktuelt». */
  resting: z.array(taskView),
  approvals: z.array(approvalView),
  answeredToday: z.array(
    z.object({
      key,
      title: z.string(),
      value: z.nullable(z.number()),
      unit: nullableText,
      /** Of a number: which period it is for, and how it is written. */
      of: z.optional(z.object({ periodKey: z.string(), frequency, decimals: z.nullable(z.number()) })),
      at: instant,
      via,
      projectKey: key,
      /** Until when it can be undone; null when it cannot. */
      undoUntil: z.nullable(instant),
    }),
  ),
  following: z.array(followedProject),
  nextMeasurementOn: nullableDate,
  /** Those of the projects named here that are restricted: what is about them is not left on a person's machine. */
  restrictedProjects: z.array(key),
})
export type TasksView = z.infer<typeof tasksView>

/** What comes back after an act on a task: as it stands now; null when it is no longer this person's to see. */
export const actedView = z.object({ task: z.nullable(taskView), version: z.string() })
export type ActedView = z.infer<typeof actedView>

/** What comes back after «angre»: the indicator as it stands now. */
export const undoneView = z.object({ indicator: indicatorView, version: z.string() })
