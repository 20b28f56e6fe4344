import { type BenefitFilter, passesFilter } from '#contract/benefit-filter.ts'
import type { BenefitSumsView, SumLineView } from '#contract/benefits-view.ts'
import { MUNICIPAL_LEVELS, type SumLine, sumBenefits, timeWorth } from '#domain/benefit-sums.ts'
import type { Person } from '#domain/model.ts'
import { benefitsSeen, type Known, projectOf, rowFor } from './benefits.ts'
import type { ViewContext } from './context.ts'

/**
 * The benefits that pass a filter, added up by the domain's own rules. Without a level it is the municipality as a whole (N48);
 * what a stopped project promised is left out, and said to be.
 */
export function benefitSumsView(context: ViewContext, person: Person | null, filter: BenefitFilter): BenefitSumsView {
  const shown = benefitsSeen(context, person).filter((one) => passesFilter(rowFor(one, person), projectOf(one.project), filter))
  const running = shown.filter(({ project }) => project.state !== 'stopped')
  const levels = filter.level === undefined ? MUNICIPAL_LEVELS : [filter.level]
  const added = running.filter(({ row }) => row.countedIn === null && levels.includes(row.level))
  const sums = sumBenefits(
    running.map(({ benefit }) => benefit),
    context.facts,
    context.today,
    levels,
  )
  return {
    lines: sums.lines.map((line) => ({ ...rounded(line), having: havingOf(line, added), worth: worthOf(line, context) })),
    counted: sums.counted,
    leftOut: { ...sums.leftOut, stopped: shown.length - running.length },
  }
}

function havingOf(line: SumLine, added: readonly Known[]): SumLineView['having'] {
  const years = added
    .filter(
      ({ row, project }) =>
        row.unit === line.unit && (line.unit !== 'kr' || (row.priceYear === line.priceYear && project.currency === line.currency)),
    )
    .flatMap(({ row }) => row.years.filter(({ year }) => year === line.year))
  return {
    planned: years.filter(({ planned }) => planned !== null).length,
    realised: years.filter(({ realised }) => realised !== null).length,
  }
}

function worthOf({ unit, planned, realised }: SumLine, { settings }: ViewContext): SumLineView['worth'] {
  if (unit !== 'hours' || (settings.hoursPerFte === null && settings.hourlyRate === null)) return null
  return { planned: timeWorth(planned.net, settings), realised: timeWorth(realised.net, settings) }
}

const cents = (amount: number): number => Math.round(amount * 100) / 100
const ofSides = ({ benefits, drawbacks, net }: SumLine['planned']): SumLine['planned'] => ({
  benefits: cents(benefits),
  drawbacks: cents(drawbacks),
  net: cents(net),
})
const rounded = ({ measured: _, ...line }: SumLine): Omit<SumLine, 'measured'> => ({
  ...line,
  planned: ofSides(line.planned),
  realised: ofSides(line.realised),
  budgetEffect: { planned: cents(line.budgetEffect.planned), realised: cents(line.budgetEffect.realised) },
})
