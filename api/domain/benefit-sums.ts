import { benefitYears, type SumUnit } from './benefit-years.ts'
import type { BenefitLevel } from './codes.ts'
import { isCounted } from './counting.ts'
import type { Facts } from './facts.ts'
import type { Benefit, CivilDate } from './model.ts'
import type { Settings } from './settings.ts'

/** Benefits, what they cost elsewhere, and the difference. */
export interface Sides {
  benefits: number
  drawbacks: number
  net: number
}

/** One sum: amounts are only added within one unit, one year and, for money, one currency and one price year. */
export interface SumLine {
  unit: SumUnit
  /** ISO 4217 of the project where the unit is money; null for hours and full-time equivalents. */
  currency: string | null
  /** null for hours and full-time equivalents, and for kroner whose price year nobody has given. */
  priceYear: number | null
  year: string
  planned: Sides
  realised: Sides
  /** How many of the benefits added were measured that year: with none, the realised sums are not known, and not 0. */
  measured: number
  /** The part that is taken out of a budget: effect kind budgetary and taken out as a budget cut. */
  budgetEffect: { planned: number; realised: number }
}

export interface BenefitSums {
  lines: SumLine[]
  /** Benefits and drawbacks in the sums. */
  counted: number
  /** Left out, and why: counted in another, at a level above, or without an amount that can be added. */
  leftOut: { contributes: number; otherLevel: number; noAmount: number }
}

/** The municipality as a whole: its units and what belongs to all of it (N48). */
export const MUNICIPAL_LEVELS: readonly BenefitLevel[] = ['unit', 'municipality']

const noSides = (): Sides => ({ benefits: 0, drawbacks: 0, net: 0 })

function addTo(sides: Sides, amount: number, drawback: boolean): void {
  if (drawback) sides.drawbacks += amount
  else sides.benefits += amount
  sides.net = sides.benefits - sides.drawbacks
}

const isBudgetEffect = ({ effectKind, takeOut }: Benefit): boolean => effectKind === 'budgetary' && takeOut === 'budgetCut'

/**
 * Adds benefits up: per unit and year, kroner split by price year, drawbacks taken from benefits, what contributes to another
 * counted only there, cancelled ones not at all. With the municipal levels the net is the figure projects are ranked by (N48).
 * Never an average of percentages. Source: domain.md §3.1, «Portfolio sums».
 */
export function sumBenefits(
  benefits: Iterable<Benefit>,
  facts: Facts,
  today: CivilDate,
  levels: readonly BenefitLevel[] = MUNICIPAL_LEVELS,
): BenefitSums {
  const lines = new Map<string, SumLine>()
  const leftOut = { contributes: 0, otherLevel: 0, noAmount: 0 }
  let counted = 0
  for (const benefit of benefits) {
    if (benefit.state === 'cancelled') continue
    const { unit, years } = benefitYears(benefit, facts, today)
    if (!isCounted(benefit, facts)) leftOut.contributes += 1
    else if (!levels.includes(benefit.level)) leftOut.otherLevel += 1
    else if (unit === null || years.length === 0) leftOut.noAmount += 1
    else {
      counted += 1
      for (const { year, planned, realised } of years) {
        const line = lineOf(lines, { unit, year, ...moneyOf(benefit, unit, facts) })
        addTo(line.planned, planned ?? 0, benefit.drawback)
        addTo(line.realised, realised ?? 0, benefit.drawback)
        if (realised !== null) line.measured += 1
        if (isBudgetEffect(benefit) && !benefit.drawback) {
          line.budgetEffect.planned += planned ?? 0
          line.budgetEffect.realised += realised ?? 0
        }
      }
    }
  }
  const sorted = [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
  return { lines: sorted, counted, leftOut }
}

const moneyOf = ({ projectKey, priceYear }: Benefit, unit: SumUnit, { tables }: Facts): Pick<SumLine, 'currency' | 'priceYear'> =>
  unit === 'kr' ? { currency: tables.projects.get(projectKey)?.currency ?? 'NOK', priceYear } : { currency: null, priceYear: null }

function lineOf(lines: Map<string, SumLine>, about: Pick<SumLine, 'unit' | 'currency' | 'priceYear' | 'year'>): SumLine {
  const { unit, currency, priceYear, year } = about
  const id = `${unit} ${currency ?? ''} ${priceYear ?? ''} ${year}`
  const known = lines.get(id)
  if (known) return known
  const line = { ...about, planned: noSides(), realised: noSides(), measured: 0, budgetEffect: { planned: 0, realised: 0 } }
  lines.set(id, line)
  return line
}

/** Hours as full-time equivalents and as kroner; null where the municipality has not said how (practice differs, no silent default). */
export interface TimeWorth {
  fte: number | null
  kr: number | null
}

/** hours ÷ hours per full-time equivalent; hours × hourly rate with social costs. Source: domain.md §3.1, «Timer → årsverk», «Timer → kr». */
export const timeWorth = (hours: number, { hoursPerFte, hourlyRate }: Pick<Settings, 'hoursPerFte' | 'hourlyRate'>): TimeWorth => ({
  fte: hoursPerFte === null ? null : hours / hoursPerFte,
  kr: hourlyRate === null ? null : hours * hourlyRate,
})
