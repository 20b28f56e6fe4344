import type {
  ActionState,
  Beneficiary,
  BenefitCategory,
  BenefitLevel,
  BenefitState,
  DecisionPoint,
  Direction,
  EffectKind,
  Frequency,
  IndicatorKind,
  IndicatorState,
  Phase,
  ProjectSize,
  Rating,
  Recurrence,
  ReportRowName,
  TakeOut,
} from '#domain/codes.ts'
import type { AreaCode, Who } from '../people.ts'

/** Months from the scenario's day, negative before it: -2.5 is two months and fifteen days ago. */
export type Months = number

export type ProgrammeCode = 'innbyggeren-som-ressurs' | 'laerende-organisasjon' | 'mennesker-og-teknologi'

/** One project as it is written down in the programme files; the builder makes rows of it. */
export interface ProjectSpec {
  key: string
  title: string
  area: AreaCode
  size: ProjectSize
  phase: Phase
  owner: Who
  manager: Who | null
  benefitOwner?: Who
  deputy?: Who
  lineLead?: Who
  why: string
  what: string
  whenText: string
  /** When the idea was registered. */
  idea: Months
  /** When BP1, BP2 … were taken; as many as the phase has behind it. */
  taken: Months[]
  /** BP6 that have been held, oldest first. */
  reviews?: Months[]
  waivers?: { point: DecisionPoint; rule: GateRule; reason: string; by: Who }[]
  /** The next decision point; `lacks` are the requirements it still misses. */
  next?: { in: Months; lacks?: GateRule[] }
  hold?: { from: Months; to: Months; reason: string }
  /** What the board asked for when it last took the project up, and by when. */
  asked?: { at: Months; due: Months; what: string }
  /** Ended at the decision point that follows the last one taken; `lesson` is what was learnt. */
  stopped?: { at: Months; lesson: string }
  goLive: Months | null
  end: Months | null
  /** When the manager now believes it will end; the plan when not given. */
  forecastEnd?: Months
  budget: number | null
  spent: number | null
  forecastCost?: number
  restricted?: true
  rank?: number
  /** Slug of the main indicator. */
  main?: string
  documents?: DocumentSpec[]
  benefits: BenefitSpec[]
  reports?: ReportStory
}

/** What a decision point asks for; the words of the gate live elsewhere. */
export type GateRule = 'owner' | 'indicator' | 'baseline' | 'target' | 'targetOn' | 'frequency' | 'firstDate' | 'planApproved'

/** A document in the project's own SharePoint folder, and the checklist line it answers. */
export interface DocumentSpec {
  title: string
  file: string
  rule?: string
}

export interface BenefitSpec {
  slug: string
  title: string
  category: BenefitCategory
  effectKind: EffectKind
  level: BenefitLevel
  beneficiary: Beneficiary
  change: string
  before: string
  after: string
  /** The project's owner when not given. */
  owner?: Who
  delegate?: Who
  assumptions?: string
  risk?: string
  drawback?: true
  takeOut?: TakeOut
  recurrence?: Recurrence
  /** Yearly amounts in kr (or hours for time); the first belongs to the year `from` years after this one. */
  planned?: { from: number; amounts: number[] }
  importance: number
  state: BenefitState
  actions?: ActionSpec[]
  indicators?: IndicatorSpec[]
}

export interface ActionSpec {
  title: string
  type: 'competence' | 'attitude' | 'behaviour' | 'routine' | 'technology'
  responsible: Who
  due: Months
  state: ActionState
}

export interface IndicatorSpec {
  slug: string
  title: string
  unit: string
  decimals?: number
  kind?: IndicatorKind
  direction: Direction
  baseline: number | null
  baselineAt?: Months
  waiver?: { reason: string; by: Who }
  target: number
  targetAt: Months
  tolerance?: number
  frequency: Frequency
  /** Day of the month measured on, or the last day of it (the default). */
  day?: number
  /** Measured from then on; the first measurement date is the first one at or after it. */
  from: Months
  /** No measurements after it. */
  until?: Months
  /** Phases in which it is measured; only Realisere when not given. */
  phases?: Phase[]
  /** The benefit's owner when not given. */
  measurer?: Who
  deputy?: Who
  method: string
  source: string
  state?: IndicatorState
  /** Came with an import of older data. */
  imported?: true
  history?: HistorySpec
}

/** How the measured values have run, and how the measurer answers. */
export interface HistorySpec {
  /** Share of the planned way that was in fact gone: 1 follows the plan, 0.5 comes half as far. */
  pace: number
  /** Scatter as a share of the whole way from baseline to target. */
  noise?: number
  /** Periods without a number, counted back from the last answered one (0). */
  notMeasured?: { back: number; reason: string }[]
  /** Said when a value is weaker than the one before. */
  comments?: [string, ...string[]]
  /** One value that was first recorded wrongly. */
  corrected?: { back: number; wrongBy: number; why: string }
  /** How soon after the measurement date the answer comes. */
  answers?: 'prompt' | 'usual' | 'late'
  /** The newest overdue period is left without an answer. */
  leavesLastOverdue?: true
  /** Where the values began, when there is no baseline to say it. */
  startsAt?: number
  /** Who answers now, when the measurer cannot. */
  answeredBy?: { who: Who; since: Months }
}

export interface Trouble {
  row: ReportRowName
  rating: Exclude<Rating, 'green'>
  /** Counted in reports back from the newest (0): from the older to the newer, both included. */
  from: number
  to: number
  comment: string
}

/** What the monthly status reports tell. The benefits row follows the measured figures. */
export interface ReportStory {
  troubles?: Trouble[]
  /** «Siden sist», oldest first; the last belongs to the newest report. */
  news: [string, ...string[]]
  /** «Neste periode», oldest first. */
  next: [string, ...string[]]
  decisionNeeded?: string
  /** Bærekraft is assessed; most projects leave it. */
  sustainable?: true
  /** Open days after the month's end that the report is published, 1 to 5. */
  publishDay: number
  /** The newest overdue report is not written. */
  leavesLastOverdue?: true
  /** The newest report but `back` was corrected in a second version. */
  corrected?: { back: number; row: ReportRowName; rating: Rating; comment: string; why: string }
}

const EARLY: Phase[] = ['deliver', 'close', 'realise']
/** Measured already while the project delivers. */
export const early = (): Phase[] => [...EARLY]
