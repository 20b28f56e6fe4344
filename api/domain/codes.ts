/**
 * The closed code sets of the model. Stored values are these English codes; people read words
 * from the text catalogue, so a change of the method's words never touches stored data.
 */
export const PHASES = ['idea', 'concept', 'plan', 'deliver', 'close', 'realise'] as const
export type Phase = (typeof PHASES)[number]

export const PROJECT_STATES = ['active', 'onHold', 'stopped', 'closed'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

export const PROJECT_SIZES = ['small', 'medium', 'large'] as const
export type ProjectSize = (typeof PROJECT_SIZES)[number]

export const DECISION_POINTS = ['bp1', 'bp2', 'bp3', 'bp4', 'bp5', 'bp6'] as const
export type DecisionPoint = (typeof DECISION_POINTS)[number]
export const DECISION_KINDS = [...DECISION_POINTS, 'board'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export const DECISION_OUTCOMES = ['proceed', 'adjust', 'extend', 'stop'] as const
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number]

export const BENEFIT_CATEGORIES = ['quality', 'time', 'cost'] as const
export type BenefitCategory = (typeof BENEFIT_CATEGORIES)[number]

export const BENEFIT_LEVELS = ['unit', 'municipality', 'county', 'state'] as const
export type BenefitLevel = (typeof BENEFIT_LEVELS)[number]

export const EFFECT_KINDS = ['budgetary', 'reallocated', 'otherPublic', 'nonMonetised'] as const
export type EffectKind = (typeof EFFECT_KINDS)[number]

export const TAKE_OUTS = ['budgetCut', 'reallocated', 'quality', 'notTaken'] as const
export type TakeOut = (typeof TAKE_OUTS)[number]

export const BENEFICIARIES = ['citizen', 'employee', 'municipality', 'businessOrVoluntary', 'otherPublic'] as const
export type Beneficiary = (typeof BENEFICIARIES)[number]

export const RECURRENCES = ['once', 'yearly'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/** What a benefit's yearly amounts are counted in: kroner (or the project's currency), hours, full-time equivalents. */
export const AMOUNT_UNITS = ['kr', 'hours', 'fte'] as const
export type AmountUnit = (typeof AMOUNT_UNITS)[number]

export const BENEFIT_STATES = ['proposed', 'approved', 'realising', 'realised', 'notRealised', 'cancelled'] as const
export type BenefitState = (typeof BENEFIT_STATES)[number]

export const ACTION_STATES = ['planned', 'started', 'done', 'late', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

export const INDICATOR_KINDS = ['snapshot', 'cumulative'] as const
export type IndicatorKind = (typeof INDICATOR_KINDS)[number]

export const DIRECTIONS = ['increase', 'decrease', 'maintain'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const FREQUENCIES = ['monthly', 'quarterly', 'tertial', 'halfYearly', 'yearly', 'once'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const INDICATOR_STATES = ['draft', 'active', 'paused', 'closeProposed', 'closed'] as const
export type IndicatorState = (typeof INDICATOR_STATES)[number]

export const MONTH_END_RULES = ['sameDay', 'lastDay'] as const
export type MonthEndRule = (typeof MONTH_END_RULES)[number]

/** Decided in this order of precedence (model.md, "course"). */
export const COURSES = [
  'notMeasured',
  'maintained',
  'notMaintained',
  'baselineMissing',
  'cannotCompute',
  'onTrack',
  'watch',
  'offTrack',
  'realised',
  'nearly',
  'notReached',
] as const
export type Course = (typeof COURSES)[number]

export const REPORT_ROWS = ['overall', 'time', 'cost', 'benefits', 'quality', 'scope', 'sustainability', 'risk'] as const
export type ReportRowName = (typeof REPORT_ROWS)[number]

export const RATINGS = ['green', 'yellow', 'red', 'notAssessed'] as const
export type Rating = (typeof RATINGS)[number]

export const REPORT_STATES = ['draft', 'published'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export const OBLIGATION_KINDS = ['baseline', 'measurement', 'statusReport', 'decisionFollowUp', 'pilotEnd', 'action'] as const
export type ObligationKind = (typeof OBLIGATION_KINDS)[number]

export const OBLIGATION_STATES = ['upcoming', 'open', 'overdue', 'fulfilled', 'lapsed', 'onHold'] as const
export type ObligationState = (typeof OBLIGATION_STATES)[number]

export const NUDGE_STEPS = ['preNotice', 'first', 'chase', 'leader', 'office', 'handover', 'approval', 'request'] as const
export type NudgeStep = (typeof NUDGE_STEPS)[number]

export const NUDGE_STATES = ['planned', 'claimed', 'sent', 'unknown', 'failed', 'skipped'] as const
export type NudgeState = (typeof NUDGE_STATES)[number]

export const SKIP_REASONS = [
  'notOpenDay',
  'quietHours',
  'dailyLimit',
  'weeklyLimit',
  'away',
  'snoozed',
  'delegated',
  'onHold',
  'paused',
  'unreachable',
  'answered',
  'noRecipient',
  'superseded',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

export const ROLES = ['office', 'admin', 'leader'] as const
export type Role = (typeof ROLES)[number]

export const LANGUAGES = ['nb', 'nn', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const REACHES = ['ok', 'notInstalled', 'blocked', 'left', 'unknown'] as const
export type Reach = (typeof REACHES)[number]

export const VIAS = ['tab', 'bot', 'import', 'hand', 'system'] as const
export type Via = (typeof VIAS)[number]

export const SCOPES = ['portfolio', 'programme', 'area', 'project'] as const
export type Scope = (typeof SCOPES)[number]

export const RHYTHMS = ['weekly', 'monthly', 'beforeMeeting'] as const
export type Rhythm = (typeof RHYTHMS)[number]
