import type { ObligationKind, ObligationState } from './codes.ts'
import type { CivilDate, NudgeWhy, PersonId } from './model.ts'

/** Why an obligation fell away without an answer. */
export const LAPSED_REASONS = ['waived', 'hold', 'stopped', 'closed', 'settled'] as const
export type LapsedReason = (typeof LAPSED_REASONS)[number]

/** What is due, why, from when and whose, on one day. Derived by pure rules; a stored row freezes its dates. */
export interface Obligation {
  /** `kind:refkey:period`, lower case; the same whenever it is planned. */
  key: string
  kind: ObligationKind
  /** Key of the indicator, project (status report), decision or action. */
  refKey: string
  projectKey: string
  /** Measurement date, `baseline`, `YYYY-MM` for a report, or a word for the others. */
  periodKey: string
  /** The measurement date, or the last day of the report's month; null where there is none. */
  asOf: CivilDate | null
  dueOn: CivilDate
  /** Overdue from local midnight of this day. */
  overdueFrom: CivilDate
  preNoticeOn: CivilDate | null
  /** The ladder: first nudge, chase, next responsible person, office. */
  firstOn: CivilDate
  chaseOn: CivilDate
  leaderOn: CivilDate
  officeOn: CivilDate
  /** Whose it is; null = «mangler ansvarlig» (nobody named, or the person has left). */
  assigneeId: PersonId | null
  assigneeWhy: NudgeWhy
  /** 1, and one more for each new owner. */
  round: number
  /** The day the new owner of this round was told; null in round 1 and until told. */
  handoverOn: CivilDate | null
  state: ObligationState
  snoozedUntil: CivilDate | null
  snoozeCount: number
  delegatedToId: PersonId | null
  /** First day it is back with the assignee; null when it is not delegated. */
  delegatedUntil: CivilDate | null
  fulfilledByKey: string | null
  /** Answered before `overdueFrom`, by the local day it was first recorded; null while unanswered, or when the day is not known. */
  fulfilledInTime: boolean | null
  lapsedReason: LapsedReason | null
}

/** `measurement:k12-svartid:2026-04-30`: made from meaning, so that a repeat collides. */
export const obligationKey = (kind: ObligationKind, refKey: string, periodKey: string): string =>
  `${kind}:${refKey}:${periodKey}`.toLowerCase()
