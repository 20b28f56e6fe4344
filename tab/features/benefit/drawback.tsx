import { formatMoney, formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { BenefitView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'

/** A drawback is a row of its own, with what it costs and U+2212. */
export function Drawback({ drawback, currency, today }: { drawback: BenefitView; currency: string; today: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const year = today.slice(0, 4)
  const planned = drawback.plannedByYear[year]
  const indicator = drawback.indicators[0]
  // The plan is a bare amount per year; only a cost is surely kroner.
  const amount = (value: number) =>
    drawback.category === 'cost'
      ? formatMoney(-Math.abs(value), currency, language)
      : formatValue(-Math.abs(value), indicator?.unit ?? '', language)
  return (
    <li className={css.drawback}>
      <span className={css.tag}>{say('benefits.drawback')}</span>
      <span className={css.grow}>{drawback.title}</span>
      {planned !== undefined && <span>{say('benefits.drawbackYear', { amount: amount(planned), year })}</span>}
      {planned === undefined && indicator?.assessment.currentValue != null && (
        <span>{formatValue(-Math.abs(indicator.assessment.currentValue), indicator.unit, language, indicator.decimals)}</span>
      )}
    </li>
  )
}
