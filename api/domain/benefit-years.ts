import { AMOUNT_UNITS, type AmountUnit } from './codes.ts'
import type { Facts } from './facts.ts'
import type { Benefit, CivilDate, Indicator, Measurement } from './model.ts'

/** What can be added up: kroner, hours, and full-time equivalents. All are amounts of one year. */
export type SumUnit = AmountUnit

/** Planned and realised in one calendar year; null = nothing is planned, or nothing was measured: never 0 and never carried over. */
export interface YearFigures {
  year: string
  planned: number | null
  realised: number | null
}

const WORDS: Record<SumUnit, RegExp> = {
  kr: /^(kr|kroner|nok)\b/,
  hours: /^(t|time|timer|timar|hours?)\b/,
  fte: /^(årsverk|fte)(?=$|[\s/])/,
}
const PER_YEAR = /^\s*(per år|pr\.? år|\/ ?år|i året|kvart år|per year|a year)$/

/** The unit of an indicator that can be added up, and whether it says «per år»; null for all others: «kr per bruker» cannot be. */
export function summable({ unit }: Pick<Indicator, 'unit'>): { unit: SumUnit; perYear: boolean } | null {
  const text = unit.trim().toLowerCase()
  for (const known of AMOUNT_UNITS) {
    const word = WORDS[known].exec(text)?.[0]
    if (word === undefined) continue
    const rest = text.slice(word.length).replace(/^\./, '')
    return rest.trim() === '' ? { unit: known, perYear: known === 'fte' } : PER_YEAR.test(rest) ? { unit: known, perYear: true } : null
  }
  return null
}

const indicatorsOf = (benefit: Benefit, facts: Facts): Indicator[] =>
  [...(facts.indicatorsByBenefit.get(benefit.key) ?? [])].filter(({ state }) => state !== 'draft').sort((a, b) => (a.key < b.key ? -1 : 1))

/**
 * The unit a benefit's amounts are in: the one given with them, its indicator's, otherwise kroner for cost and hours for
 * time; null = it is not added up.
 */
export function unitOfBenefit(benefit: Benefit, facts: Facts): SumUnit | null {
  if (benefit.plannedUnit) return benefit.plannedUnit
  for (const indicator of indicatorsOf(benefit, facts)) {
    const known = summable(indicator)
    if (known) return known.unit
  }
  return benefit.category === 'cost' ? 'kr' : benefit.category === 'time' ? 'hours' : null
}

type Values = Map<string, number>
const add = (values: Values, year: string, amount: number): void => void values.set(year, (values.get(year) ?? 0) + amount)

function measured(indicator: Indicator, facts: Facts, today: CivilDate): (Measurement & { value: number })[] {
  const rows = facts.measurementsByIndicator.get(indicator.key) ?? []
  return rows.filter(
    (row): row is Measurement & { value: number } => row.value !== null && row.asOf <= today && row.periodKey !== 'baseline',
  )
}

/** What was counted in each year. */
function counted(indicator: Indicator, facts: Facts, today: CivilDate): Values {
  const values: Values = new Map()
  for (const { asOf, value } of measured(indicator, facts, today)) add(values, asOf.slice(0, 4), value)
  return values
}

/** The change from the baseline that the last measurement of each year tells, in the direction of the target; a drawback's is what it costs more. */
function changed(indicator: Indicator, { drawback }: Benefit, facts: Facts, today: CivilDate): Values {
  const { baseline, direction } = indicator
  const values: Values = new Map()
  if (baseline === null || (direction === 'maintain' && !drawback)) return values
  const sign = direction === 'decrease' && !drawback ? -1 : 1
  for (const { asOf, value } of measured(indicator, facts, today)) values.set(asOf.slice(0, 4), (value - baseline) * sign)
  return values
}

/** What the benefit has given in each year. Where something is counted, only the counting is used: a rate of the same is not added to it. */
function realisedByYear(benefit: Benefit, unit: SumUnit, facts: Facts, today: CivilDate): Values {
  const own = indicatorsOf(benefit, facts).flatMap((indicator) => {
    const known = summable(indicator)
    return known?.unit === unit ? [{ indicator, perYear: known.perYear }] : []
  })
  const counts = own.filter(({ indicator }) => indicator.kind === 'cumulative')
  const parts =
    counts.length > 0
      ? counts.map(({ indicator }) => counted(indicator, facts, today))
      : own.filter(({ perYear }) => perYear).map(({ indicator }) => changed(indicator, benefit, facts, today))
  const values: Values = new Map()
  for (const part of parts) for (const [year, amount] of part) add(values, year, amount)
  return values
}

/**
 * A benefit's amounts year by year, planned beside realised (A27), in its own unit. A drawback's are given without sign. Empty
 * for what is not added up. Source: domain.md §3.1, «Portfolio sums».
 */
export function benefitYears(benefit: Benefit, facts: Facts, today: CivilDate): { unit: SumUnit | null; years: YearFigures[] } {
  const unit = unitOfBenefit(benefit, facts)
  if (unit === null) return { unit, years: [] }
  const realised = realisedByYear(benefit, unit, facts, today)
  const { plannedByYear, drawback } = benefit
  const sized = (amount: number | undefined): number | null => (amount === undefined ? null : drawback ? Math.abs(amount) : amount)
  const years = [...new Set([...Object.keys(plannedByYear), ...realised.keys()])].sort()
  return { unit, years: years.map((year) => ({ year, planned: sized(plannedByYear[year]), realised: sized(realised.get(year)) })) }
}
