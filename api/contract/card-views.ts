import type {
  Course,
  DecisionKind,
  Frequency,
  IndicatorKind,
  Language,
  ObligationKind,
  Phase,
  ProjectState,
  Rating,
  ReportRowName,
  Scope,
} from '#domain/codes.ts'
import type { CivilDate, Instant, NudgeWhy } from '#domain/model.ts'
import type { Trend } from './codes.ts'
import type { Fault } from './errors.ts'
import type { WordSet } from './texts/catalogue.ts'

/** Where a link of a card leads in the tab. */
export type TabPlace = { kind: 'portfolio' } | { kind: 'tasks' } | { kind: 'project'; projectKey: string }
/** The address of a place in the tab; a Teams deep link in production, the local page's in the local world. */
export type TabUrl = (place: TabPlace) => string

/** What every card needs to be put into words. */
export interface CardBase {
  language: Language
  words: WordSet
  today: CivilDate
}

/** What a person had typed when a card came back to them; kept as typed. */
export interface Typed {
  value?: string
  comment?: string
  reason?: string
  snoozeDays?: string
  snoozeReason?: string
  sinceLast?: string
  next?: string
  decisionNeeded?: string
  ratings?: Partial<Record<ReportRowName, string>>
  comments?: Partial<Record<ReportRowName, string>>
}

interface BlockBase {
  /** Number of the block in its card, from 0; part of its input ids, the same as long as the card lives. */
  n: number
  obligationKey: string
  title: string
  projectTitle: string
  url: string
}

interface OpenBlock extends BlockBase {
  dueOn: CivilDate
  /** null while it is not overdue. */
  overdueFrom: CivilDate | null
  /** Open days that may still be chosen for a snooze; empty when it cannot be put off again. */
  snoozeDays: readonly number[]
  snoozeNeedsReason: boolean
  typed: Typed
  /** The refusal of the last try, shown at its field. */
  fault: Fault | null
}

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

/** Something that is put off, lapsed, on hold, or no longer the reader's. */
export interface RestingBlock extends BlockBase {
  kind: 'resting'
  why: 'snoozed' | 'lapsed' | 'onHold' | 'notYours' | 'fulfilled'
  until: CivilDate | null
}

/** What is answered in the tab: a decision, an action, or a line of the office's list. */
export interface TaskBlock extends BlockBase {
  kind: 'task'
  obligationKind: ObligationKind
  periodKey: string
  frequency: Frequency | null
  dueOn: CivilDate
  overdueFrom: CivilDate | null
}

export type NudgeBlock = MeasureBlock | MeasuredBlock | ReportBlock | ReportedBlock | RestingBlock | TaskBlock

/** The one card a person gets in a day: what waits, what is answered, why it came. */
export interface NudgeCardView extends CardBase {
  nudgeKey: string
  firstName: string
  blocks: readonly NudgeBlock[]
  /** Why these came to this person, each once. */
  whys: readonly NudgeWhy[]
  /** The office's Monday list rather than a question. */
  digest: boolean
  /** Obligation answered last: its block is shown in full, earlier answers as one line. */
  justAnswered: string | null
  /** A refusal that belongs to no field, above the blocks. */
  notice: Fault | null
  tasksUrl: string
}

/** A project as the channel's card speaks of it: what is the matter, never with whom. */
export interface SummaryException {
  title: string
  url: string
  what: 'offTrack' | 'decisionLate' | 'forecastShort' | 'decisionReady'
  /** Rating before, for `offTrack`. */
  previous: Rating | null
  forecastPercent: number | null
  benefitTitle: string | null
  decision: { point: DecisionKind; dueOn: CivilDate | null } | null
}

/** The leaders' card of one period. Counts only. */
export interface SummaryCardView extends CardBase {
  /** A month `2026-05`, an ISO week `2026-W21` or a meeting's day. */
  period: string
  /** The month or week whose end the numbers are compared with. */
  comparedWith: string
  scope: { kind: Scope; title: string | null }
  projects: number
  active: number
  onTrack: number
  watch: number
  offTrack: number
  benefitsOnTrack: number
  benefitsMeasured: number
  overdue: number
  /** Change since the end of the month before; null when it cannot be told. */
  change: { onTrack: number; benefitsOnTrack: number; overdue: number } | null
  exceptions: readonly SummaryException[]
  /** More exceptions than the card shows. */
  moreExceptions: number
  nextDecision: { title: string; point: DecisionKind; dueOn: CivilDate } | null
  /** The one thing to do: a decision that waits, else the portfolio. */
  action: { kind: 'decide'; point: DecisionKind; title: string; url: string } | { kind: 'portfolio'; url: string }
  portfolioUrl: string
}

/** «mine»: what waits for the person, shortest possible. */
export interface TasksCardView extends CardBase {
  firstName: string
  tasks: readonly {
    title: string
    projectTitle: string
    kind: ObligationKind
    periodKey: string
    frequency: Frequency | null
    dueOn: CivilDate
    overdueFrom: CivilDate | null
    url: string
  }[]
  more: number
  nextMeasurementOn: CivilDate | null
  tasksUrl: string
}

/** «status PROSJEKT». */
export interface StatusCardView extends CardBase {
  title: string
  area: string
  phase: Phase
  state: ProjectState
  rating: Rating | null
  trend: Trend | null
  previous: Rating | null
  reportPeriod: string | null
  benefits: readonly {
    title: string
    unit: string
    value: number | null
    asOf: CivilDate | null
    achievementPercent: number | null
    plannedPercent: number | null
    course: Course
  }[]
  moreBenefits: number
  overdue: number
  decision: { point: DecisionKind; dueOn: CivilDate | null; late: boolean } | null
  url: string
}

/** What can be written to the bot; `notUnderstood` when something else was. */
export interface HelpCardView extends CardBase {
  place: 'personal' | 'channel'
  firstName: string | null
  /** What was written when it was not understood; null for plain help. */
  notUnderstood: string | null
  suggestions: readonly string[]
  url: string
}
