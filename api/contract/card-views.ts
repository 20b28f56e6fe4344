import type { Course, DecisionKind, Frequency, Language, ObligationKind, Phase, ProjectState, Rating, Scope } from '#domain/codes.ts'
import type { CivilDate } from '#domain/model.ts'
import type { Trend } from './codes.ts'
import type { Panel } from './nudge-card-view.ts'
import type { WordSet } from './texts/catalogue.ts'

/** Where a link of a card leads in the tab; `page` is one of the project's own pages. */
export type TabPlace = { kind: 'portfolio' } | { kind: 'tasks' } | { kind: 'project'; projectKey: string; page?: 'report' | 'decision' }
/** The address of a place in the tab; a Teams deep link in production, the local page's in the local world. */
export type TabUrl = (place: TabPlace) => string

/** What every card needs to be put into words. */
export interface CardBase {
  language: Language
  words: WordSet
  today: CivilDate
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

/** «hvorfor»: the newest card explained. */
export interface WhyCardView extends CardBase {
  /** The day it came; null when none has. */
  sentOn: CivilDate | null
  items: readonly { title: string; projectTitle: string; url: string; panel: Extract<Panel, { name: 'why' }> }[]
  more: number
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
