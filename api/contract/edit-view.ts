import * as z from 'zod/mini'
import { ACTION_STATES, BENEFICIARIES, EFFECT_KINDS, INDICATOR_STATES, MONTH_END_RULES, PROJECT_SIZES, RECURRENCES } from '#domain/codes.ts'
import {
  amountUnit,
  benefitCategory,
  benefitLevel,
  benefitState,
  civilDate,
  direction,
  frequency,
  indicatorKind,
  key,
  phase,
  takeOut,
} from './codes.ts'
import { documentLine, projectDocument } from './documents.ts'
import { projectView } from './views.ts'

const text = z.nullable(z.string())
const date = z.nullable(civilDate)
const number = z.nullable(z.number())

export const projectFields = z.object({
  title: z.string(),
  programmeKey: z.nullable(key),
  area: z.string(),
  size: z.nullable(z.enum(PROJECT_SIZES)),
  ownerId: text,
  managerId: text,
  benefitOwnerId: text,
  deputyId: text,
  lineLeadId: text,
  why: text,
  what: text,
  whenText: text,
  startOn: date,
  endOn: date,
  forecastEndOn: date,
  plannedGoLive: date,
  budget: number,
  spent: number,
  forecastCost: number,
  currency: z.string(),
  restricted: z.boolean(),
  mainIndicatorKey: text,
  documents: z.array(projectDocument),
})
export type ProjectFields = z.infer<typeof projectFields>

export const benefitFields = z.object({
  title: z.string(),
  category: benefitCategory,
  effectKind: z.nullable(z.enum(EFFECT_KINDS)),
  level: benefitLevel,
  beneficiary: z.nullable(z.enum(BENEFICIARIES)),
  area: text,
  change: text,
  before: text,
  after: text,
  ownerId: text,
  delegateId: text,
  assumptions: text,
  risk: text,
  drawback: z.boolean(),
  takeOut: z.nullable(takeOut),
  recurrence: z.nullable(z.enum(RECURRENCES)),
  contributesTo: text,
  priceYear: number,
  plannedByYear: z.record(z.string(), z.number()),
  plannedUnit: z.nullable(amountUnit),
  importance: number,
  state: benefitState,
})
export type BenefitFields = z.infer<typeof benefitFields>

export const indicatorFields = z.object({
  title: z.string(),
  unit: z.string(),
  decimals: number,
  kind: indicatorKind,
  direction,
  baseline: number,
  baselineOn: date,
  target: number,
  targetOn: date,
  tolerance: number,
  milestones: z.array(z.object({ date: civilDate, value: z.number() })),
  frequency,
  monthEndRule: z.nullable(z.enum(MONTH_END_RULES)),
  registrationDays: number,
  graceOpenDays: number,
  activeTo: date,
  measurerId: text,
  deputyId: text,
  method: text,
  source: text,
  state: z.enum(INDICATOR_STATES),
})
export type IndicatorFields = z.infer<typeof indicatorFields>

export const actionFields = z.object({ title: z.string(), type: text, responsibleId: text, dueOn: date, state: z.enum(ACTION_STATES) })
export type ActionFields = z.infer<typeof actionFields>

/** A record as it stands, the version a change of it must name, and whether this person may change it. */
const kept = { key, version: z.string(), canEdit: z.boolean() }

/** GET /api/projects/{key}/fields: everything of a project that can be written over, as it stands in the lists. */
export const projectFieldsView = z.object({
  today: civilDate,
  project: z.object({ ...kept, phase, fields: projectFields }),
  benefits: z.array(
    z.object({
      ...kept,
      /** Approving and settling is for those who answer for it. */
      canSettle: z.boolean(),
      fields: benefitFields,
      indicators: z.array(z.object({ ...kept, fields: indicatorFields, nextOn: date, measured: z.boolean() })),
      actions: z.array(z.object({ ...kept, fields: actionFields })),
    }),
  ),
  /** Names of the people the fields point at. */
  names: z.record(z.string(), z.string()),
  programmes: z.array(z.object({ key, title: z.string() })),
  areas: z.array(z.string()),
  documentLines: z.array(documentLine),
})
export type ProjectFieldsView = z.infer<typeof projectFieldsView>
export type KeptBenefit = ProjectFieldsView['benefits'][number]
export type KeptIndicator = KeptBenefit['indicators'][number]
/** What comes back after a change: the record, its new version, and the project as it is now (null when it may no longer be seen). */
export const editedView = z.object({ key, version: z.string(), project: z.nullable(projectView), fields: z.nullable(projectFieldsView) })
export type EditedView = z.infer<typeof editedView>
