import * as z from 'zod/mini'
import { amountUnit, benefitCategory, benefitLevel, benefitState, civilDate, course, instant, key, takeOut } from './codes.ts'

const nullableNumber = z.nullable(z.number())
const named = z.object({ key, title: z.string() })

/** What a benefit lacks before anybody can say what it has given. */
export const benefitLack = z.enum(['owner', 'indicator', 'baseline'])
/** One benefit or drawback among all of them. Amounts are of calendar years, in `unit`; a drawback's are without sign. */
export const benefitRow = z.object({
  key,
  title: z.string(),
  projectKey: key,
  area: z.string(),
  category: benefitCategory,
  level: benefitLevel,
  takeOut: z.nullable(takeOut),
  drawback: z.boolean(),
  state: benefitState,
  /** Who answers for it, by name; never counted or compared. */
  ownerName: z.nullable(z.string()),
  mine: z.boolean(),
  unit: z.nullable(amountUnit),
  priceYear: nullableNumber,
  /** null = nothing is planned, or nothing was measured: never 0. */
  years: z.array(z.object({ year: z.string(), planned: nullableNumber, realised: nullableNumber })),
  /** The worst course of its indicators; null without any. */
  course: z.nullable(course),
  lacks: z.array(benefitLack),
  /** The benefit it is counted in, where that is another. */
  countedIn: z.nullable(named),
})
export type BenefitRow = z.infer<typeof benefitRow>

export const benefitProject = z.object({
  key,
  title: z.string(),
  programmeKey: z.nullable(key),
  currency: z.string(),
  restricted: z.boolean(),
  stopped: z.boolean(),
})
export type BenefitProject = z.infer<typeof benefitProject>

export const benefitsView = z.object({
  today: civilDate,
  takenAt: instant,
  version: z.string(),
  projects: z.array(benefitProject),
  programmes: z.array(named),
  benefits: z.array(benefitRow),
  /** Amounts that may stand in the sums twice: the keys of the benefits and what they share. */
  doubleCounts: z.array(z.object({ why: z.enum(['title', 'indicator']), keys: z.array(key) })),
})
export type BenefitsView = z.infer<typeof benefitsView>

const sides = z.object({ benefits: z.number(), drawbacks: z.number(), net: z.number() })
const worth = z.object({ fte: nullableNumber, kr: nullableNumber })

/** One unit, one year, and for money one currency and price year: only such amounts are added. */
export const sumLine = z.object({
  unit: amountUnit,
  currency: z.nullable(z.string()),
  priceYear: nullableNumber,
  year: z.string(),
  planned: sides,
  realised: sides,
  budgetEffect: z.object({ planned: z.number(), realised: z.number() }),
  /** How many of them have a plan for the year, and how many were measured in it: no measurement is not the same as nothing. */
  having: z.object({ planned: z.number(), realised: z.number() }),
  /** The net hours as full-time equivalents and kroner, where the municipality has said how; null for other units. */
  worth: z.nullable(z.object({ planned: worth, realised: worth })),
})
export type SumLineView = z.infer<typeof sumLine>

export const benefitSumsView = z.object({
  lines: z.array(sumLine),
  counted: z.number(),
  leftOut: z.object({ contributes: z.number(), otherLevel: z.number(), noAmount: z.number(), stopped: z.number() }),
})
export type BenefitSumsView = z.infer<typeof benefitSumsView>
