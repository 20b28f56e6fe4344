import { formatValue } from '#contract/texts/format.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { BenefitView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'
import { usePlannedAmount } from './planned-amount.ts'

/** A drawback is a row of its own, with what it costs and U+2212. */
export function Drawback({ drawback, currency, today }: { drawback: BenefitView; currency: string; today: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const year = today.slice(0, 4)
  const planned = drawback.plannedByYear[year]
  const indicator = drawback.indicators[0]
  const amount = usePlannedAmount(drawback.plannedUnit, currency)
  return (
    <li className={css.drawback}>
      <span className={css.tag}>{say('benefits.drawback')}</span>
      <span className={css.grow}>{drawback.title}</span>
      {planned !== undefined && <span>{say('benefits.drawbackYear', { amount: amount(-Math.abs(planned)), year })}</span>}
      {planned === undefined && indicator?.assessment.currentValue != null && (
        <span>{formatValue(-Math.abs(indicator.assessment.currentValue), indicator.unit, language, indicator.decimals)}</span>
      )}
    </li>
  )
}
