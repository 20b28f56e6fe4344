import * as z from 'zod/mini'
import {
  amountUnit,
  benefitCategory,
  benefitLevel,
  benefitState,
  civilDate,
  decisionKind,
  decisionOutcome,
  direction,
  frequency,
  indicatorKind,
  instant,
  key,
  obligationKind,
  obligationState,
  phase,
  projectState,
  rating,
  reportRowName,
  takeOut,
  trend,
  via,
  yearMonth,
} from './codes.ts'
import { assessmentView, overdueView, statusView } from './first-views.ts'

/** The first screen's own, for whoever reads all views here. */
export {
  type AssessmentView,
  assessmentView,
  type MeView,
  meView,
  nextDecisionView,
  type OverdueView,
  overdueView,
  type PortfolioGroup,
  type PortfolioView,
  type ProjectRow,
  portfolioGroup,
  portfolioView,
  projectRow,
  type StatusView,
  statusView,
} from './first-views.ts'

const nullableDate = z.nullable(civilDate)
const nullableText = z.nullable(z.string())
const nullableNumber = z.nullable(z.number())
const named = z.object({ key, title: z.string() })
export const personRef = z.object({ personId: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof personRef>

export const measurementPoint = z.object({
  key,
  periodKey: z.string(),
  asOf: civilDate,
  value: nullableNumber,
  reason: nullableText,
  comment: nullableText,
  byName: z.string(),
  at: instant,
  via,
  corrects: z.boolean(),
})
export type MeasurementPoint = z.infer<typeof measurementPoint>

/** A period that waits for an answer. `title` of the period is put into words from periodKey + frequency. */
export const openPeriod = z.object({
  obligationKey: key,
  periodKey: z.string(),
  kind: obligationKind,
  asOf: nullableDate,
  dueOn: civilDate,
  overdueFrom: civilDate,
  state: obligationState,
})
export type OpenPeriod = z.infer<typeof openPeriod>

export const indicatorView = z.object({
  key,
  benefitKey: key,
  projectKey: key,
  title: z.string(),
  unit: z.string(),
  decimals: nullableNumber,
  kind: indicatorKind,
  direction,
  baseline: nullableNumber,
  baselineOn: nullableDate,
  baselineWaived: z.boolean(),
  target: nullableNumber,
  targetOn: nullableDate,
  tolerance: nullableNumber,
  milestones: z.array(z.object({ date: civilDate, value: z.number() })),
  frequency,
  method: nullableText,
  measurer: z.nullable(personRef),
  assessment: assessmentView,
  /** Oldest first; corrected ones are left out here and stand in the history. */
  points: z.array(measurementPoint),
  open: z.array(openPeriod),
  nextMeasurementOn: nullableDate,
  canRecord: z.boolean(),
})
export type IndicatorView = z.infer<typeof indicatorView>

export const benefitView = z.object({
  key,
  title: z.string(),
  category: benefitCategory,
  level: benefitLevel,
  area: nullableText,
  owner: z.nullable(personRef),
  ownerDiffersFromProject: z.boolean(),
  takeOut: z.nullable(takeOut),
  drawback: z.boolean(),
  state: benefitState,
  change: nullableText,
  before: nullableText,
  after: nullableText,
  assumptions: nullableText,
  importance: nullableNumber,
  priceYear: nullableNumber,
  plannedByYear: z.record(z.string(), z.number()),
  plannedUnit: z.nullable(amountUnit),
  actions: z.array(z.object({ key, title: z.string(), dueOn: nullableDate, state: z.string(), responsible: z.nullable(personRef) })),
  indicators: z.array(indicatorView),
})
export type BenefitView = z.infer<typeof benefitView>

export const reportRowView = z.object({ row: reportRowName, rating, trend: z.nullable(trend), comment: z.string() })
export const reportView = z.object({
  key,
  period: yearMonth,
  version: z.number(),
  publishedAt: z.nullable(instant),
  byName: z.string(),
  rows: z.array(reportRowView),
  sinceLast: nullableText,
  next: nullableText,
  decisionNeeded: nullableText,
  percentComplete: nullableNumber,
  budget: nullableNumber,
  spent: nullableNumber,
  forecastCost: nullableNumber,
  /** The benefit figures as they were when it was published. */
  snapshot: z.array(
    z.object({
      title: z.string(),
      unit: nullableText,
      value: nullableNumber,
      asOf: nullableDate,
      achievementPercent: nullableNumber,
      plannedPercent: nullableNumber,
      course: z.string(),
    }),
  ),
})
export type ReportView = z.infer<typeof reportView>

export const phaseStep = z.object({
  phase,
  state: z.enum(['done', 'now', 'coming']),
  enteredOn: nullableDate,
  decision: z.object({
    point: decisionKind,
    state: z.enum(['taken', 'planned', 'late', 'blocked']),
    on: nullableDate,
    outcome: z.nullable(decisionOutcome),
  }),
})
export type PhaseStep = z.infer<typeof phaseStep>

/** What the next gate still lacks; `code` is one of the gate rules and is put into words, `documents` counts what nobody has ticked. */
export const gateView = z.object({
  point: decisionKind,
  dueOn: nullableDate,
  hard: z.boolean(),
  missing: z.array(z.object({ code: z.string(), benefitKey: nullableText, indicatorKey: nullableText, title: nullableText })),
  documents: z.number(),
  complete: z.number(),
})
export type GateView = z.infer<typeof gateView>

export const historyEntry = z.object({
  at: instant,
  /** measurement | correction | notMeasured | undone | report | reportCorrection | decision | imported | edited | created | withdrawn | requestWithdrawn */
  what: z.string(),
  title: z.string(),
  value: nullableNumber,
  unit: nullableText,
  periodKey: nullableText,
  version: nullableNumber,
  byName: z.string(),
  via,
  why: nullableText,
  /** Of a correction: what stood before; null where it could not be measured. */
  was: z.optional(nullableNumber),
  /** Of an edit: each field as it was and as it became; a person by name. */
  changes: z.optional(z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const projectView = z.object({
  key,
  version: z.string(),
  today: civilDate,
  takenAt: instant,
  title: z.string(),
  programme: z.nullable(named),
  area: z.string(),
  phase,
  phaseEnteredOn: civilDate,
  state: projectState,
  stopReason: nullableText,
  restricted: z.boolean(),
  overall: z.nullable(statusView),
  why: nullableText,
  what: nullableText,
  whenText: nullableText,
  startOn: nullableDate,
  endOn: nullableDate,
  forecastEndOn: nullableDate,
  plannedGoLive: nullableDate,
  money: z.object({ budget: nullableNumber, spent: nullableNumber, forecastCost: nullableNumber, currency: z.string() }),
  people: z.array(z.object({ role: z.enum(['owner', 'manager', 'benefitOwner', 'deputy', 'lineLead']), person: z.nullable(personRef) })),
  phases: z.array(phaseStep),
  gate: z.nullable(gateView),
  warnings: z.array(z.object({ code: z.string(), title: nullableText })),
  benefits: z.array(benefitView),
  overdue: z.array(overdueView),
  report: z.nullable(reportView),
  reports: z.array(
    z.object({ key, period: yearMonth, version: z.number(), publishedAt: z.nullable(instant), rating, corrected: z.boolean() }),
  ),
  /** The report that waits to be written: its period and last month's rows to start from. */
  reportDue: z.nullable(z.object({ period: yearMonth, dueOn: civilDate, overdueFrom: civilDate, state: obligationState })),
  history: z.array(historyEntry),
  can: z.object({
    recordMeasurement: z.boolean(),
    publishReport: z.boolean(),
    edit: z.boolean(),
    /** Of the point that ends the phase. */
    decide: z.optional(z.boolean()),
    prepareDecision: z.optional(z.boolean()),
  }),
})
export type ProjectView = z.infer<typeof projectView>

/** A row or list the server could not read; shown to the office with what to mend. */
export const readFaultView = z.object({ list: z.string(), itemId: z.string(), column: nullableText, code: z.string(), text: z.string() })
/** What this server has asked of Graph since it started, by Microsoft's price list. */
const graphUsageView = z.object({ requests: z.number(), units: z.number(), throttled: z.number(), repeated: z.number() })

export const healthView = z.object({
  usage: z.optional(graphUsageView),
  faults: z.array(readFaultView),
  takenAt: instant,
  lists: z.array(z.object({ list: z.string(), rows: z.number() })),
})
export type HealthView = z.infer<typeof healthView>

/** What comes back after an answer: the indicator as it stands now. */
export const recordedView = z.object({ measurement: measurementPoint, indicator: indicatorView, version: z.string() })
export type RecordedView = z.infer<typeof recordedView>

export const publishedView = z.object({ report: reportView, version: z.string() })
export type PublishedView = z.infer<typeof publishedView>

/** Result of an import (and of a dry run, which writes nothing). `row` is the sheet's own row number, from 1. */
export const importView = z.object({
  kind: z.enum(['workbook', 'table']),
  dryRun: z.boolean(),
  rows: z.number(),
  imported: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.array(
    z.object({
      sheet: z.string(),
      row: z.number(),
      column: nullableText,
      value: nullableText,
      code: z.string(),
      text: z.string(),
    }),
  ),
  assumed: z.array(z.object({ sheet: z.string(), row: nullableNumber, field: z.string(), value: nullableText, text: z.string() })),
  /** Names in the file that are nobody's in the people list, or several's, and what each of them is said to be: for a person to say who they are. */
  names: z.array(z.object({ name: z.string(), roles: z.array(z.string()) })),
  /** How many of each the file holds. */
  holds: z.object({
    projects: z.number(),
    benefits: z.number(),
    actions: z.number(),
    indicators: z.number(),
    measurements: z.number(),
    reports: z.number(),
  }),
  /** Table imports only: the mapping used or proposed. */
  mapping: z.nullable(z.unknown()),
  /** Table imports only: the file's own column headers and the fields they may become, to choose from. */
  headers: z.optional(z.array(z.string())),
  fields: z.optional(z.array(z.string())),
  projects: z.array(named),
})
export type ImportView = z.infer<typeof importView>
