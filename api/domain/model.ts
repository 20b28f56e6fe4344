import type {
  ActionState,
  AmountUnit,
  Beneficiary,
  BenefitCategory,
  BenefitLevel,
  BenefitState,
  DecisionKind,
  DecisionOutcome,
  Direction,
  EffectKind,
  Frequency,
  IndicatorKind,
  IndicatorState,
  Language,
  MonthEndRule,
  NudgeState,
  NudgeStep,
  ObligationKind,
  ObligationState,
  Phase,
  ProjectSize,
  ProjectState,
  Rating,
  Reach,
  Recurrence,
  ReportRowName,
  ReportState,
  Rhythm,
  Role,
  Scope,
  TakeOut,
  Via,
} from './codes.ts'

/** A civil date, `YYYY-MM-DD`, in the municipality's zone (Europe/Oslo). */
export type CivilDate = string
/** An instant, UTC ISO 8601 with `Z`. */
export type Instant = string
/** Entra object id of a person. */
export type PersonId = string

/** What every record carries: who, when, from where. `key` is unique, lower-case ASCII, at most 200 characters. */
export interface Stamp {
  key: string
  actorId: PersonId
  actedAt: Instant
  via: Via
  schemaVersion: number
}

export interface SettingRecord extends Stamp {
  name: string
  validFrom: CivilDate
  value: unknown
}

export interface Person extends Stamp {
  personId: PersonId
  displayName: string
  roles: Role[]
  area: string | null
  deputyId: PersonId | null
  deputyFrom: CivilDate | null
  deputyTo: CivilDate | null
  language: Language | null
  pausedUntil: CivilDate | null
  /** The day Teams was first seen to say «out of office», until it says so no more; presence knows no end date. */
  awaySince: CivilDate | null
  reach: Reach
}

export interface Programme extends Stamp {
  title: string
  ownerId: PersonId | null
  belongsRule: string | null
  active: boolean
}

/** A document of a project, where it lies: a link and what it is called. */
export interface ProjectDocument {
  title: string
  /** A web address, https. */
  url: string
  /** The line of the method's checklists it answers (method-profile.ts); null where it answers none. */
  rule: string | null
}

export interface Project extends Stamp {
  title: string
  programmeKey: string | null
  area: string
  size: ProjectSize | null
  phase: Phase
  phaseEnteredOn: CivilDate
  state: ProjectState
  holdFrom: CivilDate | null
  /** First day after the hold: the hold covers [holdFrom, holdTo). */
  holdTo: CivilDate | null
  stoppedOn: CivilDate | null
  stopReason: string | null
  ownerId: PersonId | null
  managerId: PersonId | null
  benefitOwnerId: PersonId | null
  deputyId: PersonId | null
  lineLeadId: PersonId | null
  why: string | null
  what: string | null
  whenText: string | null
  startOn: CivilDate | null
  endOn: CivilDate | null
  forecastEndOn: CivilDate | null
  plannedGoLive: CivilDate | null
  budget: number | null
  spent: number | null
  forecastCost: number | null
  /** ISO 4217; NOK unless an import said otherwise. */
  currency: string
  restricted: boolean
  rank: number | null
  mainIndicatorKey: string | null
  documents: ProjectDocument[]
  methodVersion: string
  sourceId: string | null
}

export interface Waiver {
  rule: string
  reason: string
  byId: PersonId
}

export interface ChecklistLine {
  rule: string
  done: boolean
  link?: string
}

export interface Decision extends Stamp {
  projectKey: string
  point: DecisionKind
  occurrence: number
  /** null while the decision point is planned or requested, not yet decided. */
  outcome: DecisionOutcome | null
  decidedById: PersonId | null
  decidedOn: CivilDate | null
  checklist: ChecklistLine[]
  waivers: Waiver[]
  responsibleId: PersonId | null
  dueOn: CivilDate | null
}

export interface Benefit extends Stamp {
  projectKey: string
  title: string
  category: BenefitCategory
  effectKind: EffectKind | null
  level: BenefitLevel
  beneficiary: Beneficiary | null
  area: string | null
  change: string | null
  before: string | null
  after: string | null
  ownerId: PersonId | null
  delegateId: PersonId | null
  assumptions: string | null
  risk: string | null
  drawback: boolean
  takeOut: TakeOut | null
  recurrence: Recurrence | null
  contributesTo: string | null
  priceYear: number | null
  /** Amount per calendar year, `{"2026": 120000}`. */
  plannedByYear: Record<string, number>
  /** What those amounts are; null where nobody has said, then it follows the indicator or the category. */
  plannedUnit: AmountUnit | null
  /** 1 (low) to 5 (high). */
  importance: number | null
  state: BenefitState
}

export interface BenefitAction extends Stamp {
  benefitKey: string
  title: string
  type: string | null
  responsibleId: PersonId | null
  dueOn: CivilDate | null
  state: ActionState
}

export interface Milestone {
  date: CivilDate
  value: number
}

export interface Indicator extends Stamp {
  benefitKey: string
  projectKey: string
  title: string
  /** As a person reads it: `dager`, `%`, `timer`, `kr`. */
  unit: string
  decimals: number | null
  kind: IndicatorKind
  direction: Direction
  /** null = missing; 0 is a value. */
  baseline: number | null
  baselineOn: CivilDate | null
  baselineWaiver: Waiver | null
  target: number | null
  targetOn: CivilDate | null
  /** Only for direction maintain; same unit as the values. */
  tolerance: number | null
  milestones: Milestone[]
  frequency: Frequency
  anchorOn: CivilDate
  monthEndRule: MonthEndRule | null
  /** Calendar days from measurement date to due date; null = the setting. */
  registrationDays: number | null
  /** Open days after the due date before it is overdue; null = the setting. */
  graceOpenDays: number | null
  activePhases: Phase[]
  activeFrom: CivilDate | null
  activeTo: CivilDate | null
  measurerId: PersonId | null
  deputyId: PersonId | null
  method: string | null
  source: string | null
  state: IndicatorState
}

export interface Measurement extends Stamp {
  indicatorKey: string
  projectKey: string
  /** The measurement date the value answers for, `YYYY-MM-DD`, or `baseline`. */
  periodKey: string
  asOf: CivilDate
  /** null = could not be measured; then `reason` says why. */
  value: number | null
  reason: string | null
  comment: string | null
  correctsKey: string | null
}

export interface ReportRow {
  row: ReportRowName
  rating: Rating
  comment: string
}

/** A benefit's figures as they were when the report was published. */
export interface BenefitFigures {
  benefitKey: string
  indicatorKey: string | null
  title: string
  unit: string | null
  value: number | null
  asOf: CivilDate | null
  achievementPercent: number | null
  plannedPercent: number | null
  course: string
}

export interface StatusReport extends Stamp {
  projectKey: string
  /** `YYYY-MM` */
  period: string
  version: number
  state: ReportState
  rows: ReportRow[]
  sinceLast: string | null
  next: string | null
  decisionNeeded: string | null
  percentComplete: number | null
  budget: number | null
  spent: number | null
  forecastCost: number | null
  snapshot: BenefitFigures[]
  publishedAt: Instant | null
}

export interface ObligationRecord extends Stamp {
  kind: ObligationKind
  refKey: string
  projectKey: string
  periodKey: string
  asOf: CivilDate | null
  dueOn: CivilDate
  overdueFrom: CivilDate
  assigneeId: PersonId | null
  round: number
  state: ObligationState
  snoozedUntil: CivilDate | null
  snoozeCount: number
  delegatedToId: PersonId | null
  waivedReason: string | null
  fulfilledByKey: string | null
}

/** Why a step goes to this person; the card and the tab put it into words. */
export const NUDGE_WHYS = [
  'measurer',
  'benefitOwner',
  'projectOwner',
  'projectManager',
  'programmeOwner',
  'responsible',
  'deputy',
  'delegate',
  'office',
] as const
export type NudgeWhy = (typeof NUDGE_WHYS)[number]

/** One step of one obligation's ladder; its identity is obligation key + round + step. */
export interface NudgeStepEntry {
  obligationKey: string
  round: number
  step: NudgeStep
  why: NudgeWhy
}

export interface NudgeRecord extends Stamp {
  personId: PersonId
  day: CivilDate
  steps: NudgeStepEntry[]
  state: NudgeState
  claimedBy: string | null
  claimedUntil: Instant | null
  conversation: string | null
  activityId: string | null
  /** A skip reason, a delivery failure class, or what the person did. */
  outcome: string | null
  answeredAt: Instant | null
}

export interface ConversationRecord extends Stamp {
  personId: PersonId | null
  channel: string | null
  /** Our own shape of what is needed to speak there again; the bot adapter reads it. */
  reference: unknown
  installedAt: Instant | null
  lastSeenAt: Instant | null
}

export interface Subscription extends Stamp {
  channel: string
  scope: Scope
  scopeKey: string | null
  rhythm: Rhythm
  language: Language | null
  currentActivityId: string | null
  currentPeriod: string | null
  /** The day somebody ended it; null while it runs. The row stays, so that who and when can be seen. */
  endedOn: CivilDate | null
}

export interface Lease extends Stamp {
  name: string
  holder: string | null
  until: Instant | null
}

export interface LogEntry extends Stamp {
  what: string
  refKey: string
  before: unknown
  after: unknown
  why: string | null
}

/** List code -> record. The lists are the municipality's SharePoint lists (api/data/lists.ts). */
export interface Records {
  settings: SettingRecord
  people: Person
  programmes: Programme
  projects: Project
  decisions: Decision
  benefits: Benefit
  benefitActions: BenefitAction
  indicators: Indicator
  measurements: Measurement
  statusReports: StatusReport
  obligations: ObligationRecord
  nudges: NudgeRecord
  conversations: ConversationRecord
  subscriptions: Subscription
  leases: Lease
  log: LogEntry
}
export type ListCode = keyof Records

/** The record as a use case writes it: the stamp (actor, time, via, schema version) is added where it is stored. */
export type Draft<L extends ListCode> = Omit<Records[L], Exclude<keyof Stamp, 'key'>>

/**
 * One change a rule or use case has decided. `create` collides on an existing key (that is what makes a repeat
 * harmless); `update` names the version it was decided on and is refused when somebody was first.
 */
export type Change = { [L in ListCode]: CreateChange<L> | UpdateChange<L> }[ListCode]
export interface CreateChange<L extends ListCode> {
  op: 'create'
  list: L
  record: Draft<L>
}
export interface UpdateChange<L extends ListCode> {
  op: 'update'
  list: L
  key: string
  set: Partial<Omit<Draft<L>, 'key'>>
  /** The version (ETag) the decision was made on. */
  version: string
}
