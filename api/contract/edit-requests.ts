import * as z from 'zod/mini'
import {
  ACTION_STATES,
  AMOUNT_UNITS,
  BENEFICIARIES,
  BENEFIT_CATEGORIES,
  BENEFIT_LEVELS,
  BENEFIT_STATES,
  DIRECTIONS,
  EFFECT_KINDS,
  FREQUENCIES,
  INDICATOR_KINDS,
  MONTH_END_RULES,
  PHASES,
  PROJECT_SIZES,
  RECURRENCES,
  TAKE_OUTS,
} from '#domain/codes.ts'
import { key, plausibleDate } from './codes.ts'
import { documentsRequest } from './documents-requests.ts'
import { TEXT_LIMIT } from './requests.ts'

/** What a single line of SharePoint takes; names of things are shorter, so that they can be read in a row. */
const LINE_LIMIT = 255
export const TITLE_LIMIT = 150
const MOST_MILESTONES = 60
/** Beyond this nothing a municipality counts is meant, and sums stay exact. */
const LARGEST = 1e15

/** A field that is emptied is null. */
const text = z.nullable(z.string().check(z.maxLength(TEXT_LIMIT)))
const line = z.nullable(z.string().check(z.maxLength(LINE_LIMIT)))
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(TITLE_LIMIT))
const date = z.nullable(plausibleDate)
const personId = z.nullable(z.string().check(z.minLength(1), z.maxLength(100)))
/** A number as a person types it (`1 234,5`) or as JSON has it. */
const typed = z.union([z.number().check(z.minimum(-LARGEST), z.maximum(LARGEST)), z.string().check(z.minLength(1), z.maxLength(40))])
const amount = z.nullable(typed)
const whole = (least: number, most: number) => z.nullable(z.int().check(z.minimum(least), z.maximum(most)))

const projectFields = {
  title,
  programmeKey: z.nullable(key),
  area: z.string().check(z.trim(), z.minLength(1), z.maxLength(LINE_LIMIT)),
  size: z.nullable(z.enum(PROJECT_SIZES)),
  ownerId: personId,
  managerId: personId,
  benefitOwnerId: personId,
  deputyId: personId,
  lineLeadId: personId,
  why: text,
  what: text,
  whenText: text,
  startOn: date,
  endOn: date,
  forecastEndOn: date,
  plannedGoLive: date,
  budget: amount,
  spent: amount,
  forecastCost: amount,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  restricted: z.boolean(),
  mainIndicatorKey: z.nullable(key),
}

const benefitFields = {
  title,
  category: z.enum(BENEFIT_CATEGORIES),
  effectKind: z.nullable(z.enum(EFFECT_KINDS)),
  level: z.enum(BENEFIT_LEVELS),
  beneficiary: z.nullable(z.enum(BENEFICIARIES)),
  area: line,
  change: text,
  before: text,
  after: text,
  ownerId: personId,
  delegateId: personId,
  assumptions: text,
  risk: text,
  drawback: z.boolean(),
  takeOut: z.nullable(z.enum(TAKE_OUTS)),
  recurrence: z.nullable(z.enum(RECURRENCES)),
  contributesTo: line,
  priceYear: whole(1990, 2100),
  plannedByYear: z.record(z.string().check(z.regex(/^(19|20)\d{2}$/)), typed),
  plannedUnit: z.nullable(z.enum(AMOUNT_UNITS)),
  importance: whole(1, 5),
  state: z.enum(BENEFIT_STATES),
}

const indicatorFields = {
  title,
  unit: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  decimals: whole(0, 6),
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(DIRECTIONS),
  baseline: amount,
  baselineOn: date,
  target: amount,
  targetOn: date,
  tolerance: amount,
  milestones: z.array(z.strictObject({ date: plausibleDate, value: typed })).check(z.maxLength(MOST_MILESTONES)),
  frequency: z.enum(FREQUENCIES),
  monthEndRule: z.nullable(z.enum(MONTH_END_RULES)),
  registrationDays: whole(0, 365),
  graceOpenDays: whole(0, 60),
  activeTo: date,
  measurerId: personId,
  deputyId: personId,
  method: text,
  source: line,
}

const actionFields = { title, type: line, responsibleId: personId, dueOn: date, state: z.enum(ACTION_STATES) }

/** What every change of a record says beside its fields: the version it was made on, and why when that is asked for. */
const made = { version: z.string().check(z.minLength(1), z.maxLength(300)), reason: z.nullish(z.string().check(z.maxLength(TEXT_LIMIT))) }

/** PATCH /api/projects/{key}. Only the fields that change; who leads what is asked for goes with the people. */
export const editProjectRequest = z.strictObject({
  ...made,
  set: z.partial(z.strictObject({ ...projectFields, documents: documentsRequest })),
})
export type EditProjectRequest = z.infer<typeof editProjectRequest>

/** POST /api/projects. A project by form: its name and area, the phase it is in and since when (today when nothing is said). */
export const createProjectRequest = z.strictObject({
  ...z.partial(z.strictObject(projectFields)).shape,
  title,
  area: projectFields.area,
  phase: z.enum(PHASES),
  phaseEnteredOn: z.optional(plausibleDate),
})
export type CreateProjectRequest = z.infer<typeof createProjectRequest>

/** PATCH /api/benefits/{key}. */
export const editBenefitRequest = z.strictObject({ ...made, set: z.partial(z.strictObject(benefitFields)) })
export type EditBenefitRequest = z.infer<typeof editBenefitRequest>

const { state: _benefitState, ...newBenefit } = benefitFields

/** POST /api/benefits. Name, category and level are enough to begin with. */
export const createBenefitRequest = z.strictObject({
  ...z.partial(z.strictObject(newBenefit)).shape,
  projectKey: key,
  title,
  category: benefitFields.category,
  level: benefitFields.level,
})
export type CreateBenefitRequest = z.infer<typeof createBenefitRequest>

/**
 * PATCH /api/indicators/{key}. A new `frequency` or `firstOn` (the next measurement date, after today) changes only the dates
 * to come. `state`: paused and active by those who may edit; closed by those who answer for the benefit.
 */
export const editIndicatorRequest = z.strictObject({
  ...made,
  set: z.partial(
    z.strictObject({ ...indicatorFields, firstOn: plausibleDate, state: z.enum(['active', 'paused', 'closeProposed', 'closed']) }),
  ),
})
export type EditIndicatorRequest = z.infer<typeof editIndicatorRequest>

/** POST /api/indicators. `firstOn` is the first measurement date; without a target it is a draft that asks for nothing. */
export const createIndicatorRequest = z.strictObject({
  ...z.partial(z.strictObject(indicatorFields)).shape,
  benefitKey: key,
  title,
  unit: indicatorFields.unit,
  direction: indicatorFields.direction,
  frequency: indicatorFields.frequency,
  firstOn: plausibleDate,
})
export type CreateIndicatorRequest = z.infer<typeof createIndicatorRequest>

/** PATCH /api/benefit-actions/{key}. */
export const editBenefitActionRequest = z.strictObject({ ...made, set: z.partial(z.strictObject(actionFields)) })
export type EditBenefitActionRequest = z.infer<typeof editBenefitActionRequest>

/** POST /api/benefit-actions. */
export const createBenefitActionRequest = z.strictObject({
  ...z.partial(z.strictObject(actionFields)).shape,
  benefitKey: key,
  title,
})
export type CreateBenefitActionRequest = z.infer<typeof createBenefitActionRequest>
