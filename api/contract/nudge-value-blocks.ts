import type { Course, Frequency, IndicatorKind, Rating, ReportRowName } from '#domain/codes.ts'
import type { CivilDate, Instant } from '#domain/model.ts'
import type { BlockBase, OpenBlock } from './nudge-card-view.ts'

/** A number that waits. */
export interface MeasureBlock extends OpenBlock {
  kind: 'measure'
  baselineMeasurement: boolean
  periodKey: string
  frequency: Frequency
  indicatorKind: IndicatorKind
  unit: string
  decimals: number | null
  last: { value: number; asOf: CivilDate } | null
  /** Cumulative indicators: the sum so far this calendar year. */
  sumThisYear: number | null
  target: number | null
  /** A weaker number than the last asks for a word on why (recordMeasurement refuses without). */
  askComment: boolean
}

/** An answered number: where it stands on its way. */
export interface MeasuredBlock extends BlockBase {
  kind: 'measured'
  periodKey: string
  frequency: Frequency
  indicatorKind: IndicatorKind
  unit: string
  decimals: number | null
  /** null = could not be measured. */
  value: number | null
  /** Cumulative indicators: the sum of all values so far. */
  total: number | null
  reason: string | null
  baseline: number | null
  previous: { value: number; periodKey: string } | null
  target: number | null
  targetOn: CivilDate | null
  achievementPercent: number | null
  plannedPercent: number | null
  course: Course
  forecastValue: number | null
  /** The forecast beside the target, in the target's direction. */
  forecastAgainstTarget: 'better' | 'reached' | 'short' | null
  /** Somebody else's name when they answered; null when it was the reader. */
  byName: string | null
  at: Instant
  /** The municipality's day of `at`. */
  on: CivilDate
  measurementKey: string
  /** Until when the reader may take the answer back in the card; null when that time is out, or it is somebody else's. */
  undoUntil: Instant | null
}

/** A status report that waits. */
export interface ReportBlock extends OpenBlock {
  kind: 'report'
  projectKey: string
  period: string
  /** Newest published version of the period that the person has seen; 0 for none. */
  seenVersion: number
  /** Last month's rows to start from. */
  rows: { row: ReportRowName; rating: Rating; comment: string }[]
  previousPeriod: string | null
  /** What was typed is kept as a draft that the tab opens. */
  draftSaved: boolean
  /** Where the tab writes the report. */
  reportUrl: string
}

export interface ReportedBlock extends BlockBase {
  kind: 'reported'
  period: string
  version: number
  overall: Rating
  byName: string | null
  at: Instant
  /** The municipality's day of `at`. */
  on: CivilDate
}
