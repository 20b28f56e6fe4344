import * as z from 'zod/mini'
import {
  civilDate,
  course,
  decisionKind,
  frequency,
  instant,
  key,
  language,
  obligationKind,
  phase,
  projectState,
  rating,
  role,
  trend,
  yearMonth,
} from './codes.ts'

/** What the first screen is made of: who asks, and the portfolio. The other views load with the pages that show them. */
const nullableDate = z.nullable(civilDate)
const nullableText = z.nullable(z.string())
const nullableNumber = z.nullable(z.number())
const named = z.object({ key, title: z.string() })

/** Rating of the last published report; `trend` against the one before, null for the first. */
export const statusView = z.object({
  rating,
  trend: z.nullable(trend),
  previous: z.nullable(rating),
  period: z.nullable(yearMonth),
  publishedAt: z.nullable(instant),
})
export type StatusView = z.infer<typeof statusView>

/** One obligation that is past its overdue date. Nobody's name: the tab shows what is missing, not who is late. */
export const overdueView = z.object({
  obligationKey: key,
  kind: obligationKind,
  title: z.string(),
  periodKey: z.string(),
  /** The indicator's, so that the period can be named («1. tertial»); none for reports and decisions. */
  frequency: z.optional(z.nullable(frequency)),
  dueOn: civilDate,
  overdueFrom: civilDate,
})
export type OverdueView = z.infer<typeof overdueView>

/** Percentages are shares of the way from baseline to target, times 100, unclamped, rounded to two decimals. */
export const assessmentView = z.object({
  currentValue: nullableNumber,
  currentAsOf: nullableDate,
  achievementPercent: nullableNumber,
  plannedPercent: nullableNumber,
  course,
  forecastValue: nullableNumber,
  forecastPercent: nullableNumber,
  forecastWhy: nullableText,
  trend: z.nullable(trend),
  stale: z.boolean(),
})
export type AssessmentView = z.infer<typeof assessmentView>

/** The four groups of the portfolio, in the order they are shown. */
export const portfolioGroup = z.enum(['needsAction', 'watch', 'onPlan', 'resting'])
export type PortfolioGroup = z.infer<typeof portfolioGroup>

export const nextDecisionView = z.object({ point: decisionKind, dueOn: nullableDate, late: z.boolean(), missing: z.number() })

export const projectRow = z.object({
  key,
  title: z.string(),
  programme: z.nullable(named),
  area: z.string(),
  phase,
  state: projectState,
  restricted: z.boolean(),
  mine: z.boolean(),
  group: portfolioGroup,
  overall: z.nullable(statusView),
  /** One benefit, never an average; null when the project has not chosen which. */
  mainBenefit: z.nullable(z.object({ indicatorKey: key, title: z.string(), unit: z.string(), assessment: assessmentView })),
  benefits: z.object({
    total: z.number(),
    measured: z.number(),
    onTrack: z.number(),
    realised: z.number(),
    withoutBaseline: z.number(),
    withoutIndicator: z.number(),
    withoutOwner: z.number(),
  }),
  measuresFrom: nullableDate,
  nextDecision: z.nullable(nextDecisionView),
  overdue: z.array(overdueView),
  lastReported: z.nullable(z.object({ kind: z.enum(['report', 'measurement']), on: civilDate })),
  missingOwner: z.boolean(),
})
export type ProjectRow = z.infer<typeof projectRow>

export const portfolioView = z.object({
  today: civilDate,
  /** When the lists were last read. */
  takenAt: instant,
  version: z.string(),
  summary: z.object({
    projects: z.number(),
    offTrack: z.number(),
    watch: z.number(),
    overdue: z.number(),
    decisionsSoon: z.number(),
    decisionsUntil: civilDate,
    decisionsLate: z.number(),
    oldestLateDecisionOn: nullableDate,
    benefitsOnTrack: z.number(),
    benefitsMeasured: z.number(),
    realisedThisYear: z.number(),
  }),
  projects: z.array(projectRow),
  programmes: z.array(named),
})
export type PortfolioView = z.infer<typeof portfolioView>

const rowLook = z.custom<ProjectRow>((row) => typeof row === 'object' && row !== null && 'key' in row && 'title' in row)
/**
 * The portfolio looked at as far as is needed to draw it: all but the insides of its rows, which are hundreds. Whoever shows it
 * checks it whole against `portfolioView` once it is drawn.
 */
export const firstLook: z.ZodMiniType<PortfolioView> = z.object({ ...portfolioView.shape, projects: z.array(rowLook) })

export const meView = z.object({
  personId: z.string(),
  displayName: z.string(),
  language,
  roles: z.array(role),
  today: civilDate,
  words: z.enum(['gevinst', 'nytte']),
  tasks: z.number(),
  can: z.object({ import: z.boolean(), seeFaults: z.boolean(), manageSettings: z.boolean() }),
})
export type MeView = z.infer<typeof meView>
