import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { ProjectView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { typedNumber } from '../benefit/typed-number.ts'
import { NUMBER_FIELDS, ROWS } from './report-draft.ts'
import css from './report-form.module.css'
import { ReportTable } from './report-table.tsx'
import type { ReportFormState } from './use-report-form.ts'

/** The report as it will be read, before it is frozen. */
export function ReportPreview({ form, project }: { form: ReportFormState; project: ProjectView }) {
  const say = useSay(tabForms)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { draft } = form
  const before = project.report
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  const figures = Object.fromEntries(NUMBER_FIELDS.map((name) => [name, typedNumber(draft[name])])) as Record<
    (typeof NUMBER_FIELDS)[number],
    number | null
  >
  return (
    <div className={css.form}>
      <h2 ref={heading} tabIndex={-1} className={css.subtitle}>
        {say('reportForm.previewTitle')}
      </h2>
      <ReportTable
        currency={project.money.currency}
        report={{
          rows: ROWS.map((row) => ({
            row,
            rating: draft.rows[row].rating || 'notAssessed',
            comment: draft.rows[row].comment,
            trend: trendFrom(
              before?.rows.find((one) => one.row === row)?.rating ?? null,
              draft.rows[row].rating || 'notAssessed',
              form.corrects,
            ),
          })),
          sinceLast: text(draft.sinceLast),
          next: text(draft.next),
          decisionNeeded: text(draft.decisionNeeded),
          ...figures,
          snapshot: [],
        }}
      />
      <p>{say('reportForm.previewNote')}</p>
      <div className={css.acts}>
        <Button appearance="primary" disabledFocusable={form.publishing} onClick={() => void form.publish()}>
          {say(form.publishing ? 'reportForm.publishing' : 'reportForm.publish')}
        </Button>
        <Button onClick={form.edit}>{say('reportForm.edit')}</Button>
      </div>
    </div>
  )
}

const ORDER = ['red', 'yellow', 'green']

/** The direction since last month's report; unknown for what was not assessed, and for a correction of that same report. */
export function trendFrom(before: string | null, now: string, corrects: boolean): 'better' | 'same' | 'worse' | null {
  const from = ORDER.indexOf(before ?? '')
  const to = ORDER.indexOf(now)
  if (corrects || from < 0 || to < 0) return null
  return to > from ? 'better' : to < from ? 'worse' : 'same'
}
