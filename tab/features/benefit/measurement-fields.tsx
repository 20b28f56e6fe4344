import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { formatDate, formatShortDate, formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import css from './benefit.module.css'
import { sumOf } from './live-course.ts'
import { dayOf } from './measurement-draft.ts'
import { periodWords } from './period-words.ts'
import type { MeasurementForm as Form } from './use-measurement-form.ts'

/** Which waiting period is answered, or another day. Not asked when there is nothing to choose between. */
export function PeriodField({ form, indicator, today }: { form: Form; indicator: IndicatorView; today: string }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  if (indicator.open.length === 0) return null
  return (
    <Field label={say('record.period')} className={css.choice}>
      <Select
        name="period"
        value={form.draft.period}
        onChange={(_event, data) => form.change({ period: data.value, asOf: dayOf(indicator, data.value, today) })}
      >
        {indicator.open.map((open) => {
          const period = periodWords(open.periodKey, indicator.frequency, say, language, today)
          return (
            <option key={open.periodKey} value={open.periodKey}>
              {open.state === 'overdue' ? say('record.periodOverdue', { period }) : period}
            </option>
          )
        })}
        <option value="">{say('record.periodOther')}</option>
      </Select>
    </Field>
  )
}

/** The day is known from the period; one link changes it. For another date it stands open. */
export function DateField({ form, today, fault, open }: { form: Form; today: string; fault: string | undefined; open: boolean }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const [unfolded, setUnfolded] = useState(false)
  const { asOf } = form.draft
  if (!open && !unfolded && fault === undefined && asOf !== '') {
    return (
      <p className={css.quiet}>
        {say('record.asOf')} {formatDate(asOf, language, today)}{' '}
        <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={() => setUnfolded(true)}>
          {say('record.changeDate')}
        </button>
      </p>
    )
  }
  return (
    <Field label={say('record.asOf')} hint={say('record.asOfHint')} validationMessage={fault} className={css.choice}>
      <Input name="asOf" type="date" max={today} value={asOf} onChange={(_event, data) => form.change({ asOf: data.value })} />
    </Field>
  )
}

/** The last number as a hint; for what is counted up, the sum too. */
export function LastValue({ indicator }: { indicator: IndicatorView }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const last = indicator.points.findLast((point) => point.value !== null && point.periodKey !== 'baseline')
  if (!last || last.value === null) return say('record.first')
  const show = (value: number) => formatValue(value, indicator.unit, language, indicator.decimals)
  const date = formatShortDate(last.asOf)
  return indicator.kind === 'cumulative'
    ? say('record.lastSum', { value: show(last.value), date, sum: show(sumOf(indicator)) })
    : say('record.last', { value: show(last.value), date })
}
