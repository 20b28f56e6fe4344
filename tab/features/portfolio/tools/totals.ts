import type { AmountSum } from '#contract/portfolio-details-view.ts'
import type { Detailed } from './sorting.ts'

/** What a group's rows come to. Amounts are added within one unit, one currency and one price year, never across, never averaged. */
export interface Totals {
  onTrack: number
  measured: number
  overdue: number
  /** By ISO 4217. */
  budget: { currency: string; amount: number }[]
  /** This year's, one line per unit, currency and price year. */
  sums: AmountSum[]
}

export function totalsOf(projects: readonly Detailed[]): Totals {
  const budget = new Map<string, number>()
  const sums = new Map<string, AmountSum>()
  const totals: Totals = { onTrack: 0, measured: 0, overdue: 0, budget: [], sums: [] }
  for (const { row, details } of projects) {
    totals.onTrack += row.benefits.onTrack
    totals.measured += row.benefits.measured
    totals.overdue += row.overdue.length
    if (details?.budget != null) budget.set(details.currency, (budget.get(details.currency) ?? 0) + details.budget)
    for (const sum of details?.sums ?? []) {
      const id = `${sum.unit} ${sum.currency} ${sum.priceYear}`
      const known = sums.get(id)
      const { planned, realised, measured } = sum
      sums.set(
        id,
        known
          ? { ...known, planned: known.planned + planned, realised: known.realised + realised, measured: known.measured || measured }
          : sum,
      )
    }
  }
  totals.budget = [...budget].map(([currency, amount]) => ({ currency, amount }))
  totals.sums = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  return totals
}
