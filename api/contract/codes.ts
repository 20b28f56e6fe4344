import * as z from 'zod/mini'
import {
  AMOUNT_UNITS,
  BENEFICIARIES,
  BENEFIT_CATEGORIES,
  BENEFIT_LEVELS,
  BENEFIT_STATES,
  COURSES,
  DECISION_KINDS,
  DECISION_OUTCOMES,
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_KINDS,
  LANGUAGES,
  OBLIGATION_KINDS,
  OBLIGATION_STATES,
  PHASES,
  PROJECT_STATES,
  RATINGS,
  REPORT_ROWS,
  ROLES,
  TAKE_OUTS,
  VIAS,
} from '#domain/codes.ts'

export type {
  Course,
  DecisionKind,
  DecisionOutcome,
  Direction,
  Frequency,
  IndicatorKind,
  Language,
  ObligationKind,
  Phase,
  ProjectState,
  Rating,
  ReportRowName,
  Via,
} from '#domain/codes.ts'

/** The model's code sets as schemas, for everything that crosses to tab and cards. */
export const phase = z.enum(PHASES)
export const projectState = z.enum(PROJECT_STATES)
export const decisionKind = z.enum(DECISION_KINDS)
export const decisionOutcome = z.enum(DECISION_OUTCOMES)
export const benefitCategory = z.enum(BENEFIT_CATEGORIES)
export const benefitLevel = z.enum(BENEFIT_LEVELS)
export const benefitState = z.enum(BENEFIT_STATES)
export const amountUnit = z.enum(AMOUNT_UNITS)
export const beneficiary = z.enum(BENEFICIARIES)
export const takeOut = z.enum(TAKE_OUTS)
export const course = z.enum(COURSES)
export const direction = z.enum(DIRECTIONS)
export const frequency = z.enum(FREQUENCIES)
export const indicatorKind = z.enum(INDICATOR_KINDS)
export const language = z.enum(LANGUAGES)
export const obligationKind = z.enum(OBLIGATION_KINDS)
export const obligationState = z.enum(OBLIGATION_STATES)
export const rating = z.enum(RATINGS)
export const reportRowName = z.enum(REPORT_ROWS)
export const role = z.enum(ROLES)
export const via = z.enum(VIAS)
export const trend = z.enum(['better', 'same', 'worse'])
export type Trend = z.infer<typeof trend>

/** `YYYY-MM-DD`, a day that exists. */
export const civilDate = z.iso.date()
/**
 * A day somebody types about a project: `0206-05-01` and `20260-05-01` are slips of the keyboard, and what is laid out month by
 * month from them would never end.
 */
export const plausibleDate = civilDate.check(z.regex(/^(19|20|21)/))
/** `YYYY-MM` */
export const yearMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const instant = z.string()
export const key = z.string().check(z.minLength(1), z.maxLength(200))
