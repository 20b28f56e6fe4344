import { formatValue } from '#contract/texts/format.ts'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { BenefitView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { EditButton, EditSlot } from '../edit/editing.tsx'
import css from './benefit.module.css'
import { usePlannedAmount } from './planned-amount.ts'

/** A drawback is a row of its own, with what it costs and U+2212. */
export function Drawback({ drawback, currency, today }: { drawback: BenefitView; currency: string; today: string }) {
  const { language } = useSession()
  const say = useSay(tabProject)
  const sayEdit = useSay(tabEdit)
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
      <EditButton at={{ form: 'benefit', key: drawback.key }} label={sayEdit('edit.benefit', { title: drawback.title })}>
        {sayEdit('edit.short')}
      </EditButton>
      <div className={css.formOfDrawback}>
        <EditSlot at={{ form: 'benefit', key: drawback.key }} title={sayEdit('edit.benefit', { title: drawback.title })} />
      </div>
    </li>
  )
}

/** A benefit that was taken out of the plan: it does not count, and can be taken in again. */
export function Cancelled({ benefit }: { benefit: BenefitView }) {
  const sayEdit = useSay(tabEdit)
  const title = sayEdit('edit.benefit', { title: benefit.title })
  return (
    <li className={css.drawback}>
      <span className={css.tag}>{sayEdit('benefitState.cancelled')}</span>
      <span className={css.grow}>{benefit.title}</span>
      <EditButton at={{ form: 'benefit', key: benefit.key }} label={title}>
        {sayEdit('edit.short')}
      </EditButton>
      <div className={css.formOfDrawback}>
        <EditSlot at={{ form: 'benefit', key: benefit.key }} title={title} />
      </div>
    </li>
  )
}
