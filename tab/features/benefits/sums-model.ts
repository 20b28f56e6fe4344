import { scaleBand, scaleLinear } from 'd3-scale'
import type { BenefitSumsView, SumLineView } from '#contract/benefits-view.ts'

export const CHART = { width: 300, height: 120 }
const AXIS_ROOM = 18
const TOP = 6

/** The lines of one unit, and for money one currency and price year: only these are added, and only these are drawn together. */
export interface SumGroup {
  key: string
  unit: SumLineView['unit']
  currency: string | null
  priceYear: number | null
  lines: SumLineView[]
}

/** The sums in groups that may stand on one axis: money by price year first, then hours, then full-time equivalents. */
export function sumGroups({ lines }: Pick<BenefitSumsView, 'lines'>): SumGroup[] {
  const groups = new Map<string, SumGroup>()
  for (const line of lines) {
    const { unit, currency, priceYear } = line
    const key = [unit, currency ?? '', priceYear ?? ''].join(' ')
    const group = groups.get(key) ?? { key, unit, currency, priceYear, lines: [] }
    groups.set(key, group)
    group.lines.push(line)
  }
  const rank = { kr: 0, hours: 1, fte: 2 }
  return [...groups.values()]
    .map((group) => ({ ...group, lines: group.lines.sort((a, b) => (a.year < b.year ? -1 : 1)) }))
    .sort((a, b) => rank[a.unit] - rank[b.unit] || (b.priceYear ?? 0) - (a.priceYear ?? 0) || (a.key < b.key ? -1 : 1))
}

export interface ChartBar {
  x: number
  y: number
  width: number
  height: number
}
export interface SumChart {
  zero: number
  years: { year: string; x: number; planned: ChartBar | null; realised: ChartBar | null }[]
}

/** Two bars a year, the plan and what was realised, from a common zero; a year nobody has measured has no second bar. */
export function sumChart(lines: readonly SumLineView[]): SumChart {
  const nets = lines.flatMap((line) => [line.having.planned > 0 ? line.planned.net : 0, line.having.realised > 0 ? line.realised.net : 0])
  const [low, high] = [Math.min(0, ...nets), Math.max(0, ...nets)]
  const y = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([CHART.height - AXIS_ROOM, TOP])
  const x = scaleBand<string>()
    .domain(lines.map(({ year }) => year))
    .range([0, CHART.width])
    .padding(0.28)
  const half = x.bandwidth() / 2
  const bar = (left: number, net: number): ChartBar => ({
    x: left,
    y: Math.min(y(net), y(0)),
    width: half - 1,
    height: Math.abs(y(net) - y(0)),
  })
  return {
    zero: y(0),
    years: lines.map(({ year, planned, realised, having }) => {
      const left = x(year) ?? 0
      return {
        year,
        x: left + half,
        planned: having.planned > 0 ? bar(left, planned.net) : null,
        realised: having.realised > 0 ? bar(left + half + 1, realised.net) : null,
      }
    }),
  }
}
