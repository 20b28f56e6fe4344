import { Button, Field, Input, MessageBar, MessageBarActions, MessageBarBody, Select, Textarea } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef } from 'react'
import type { ReportDraftView } from '#contract/report-draft-view.ts'
import { formatMonth } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { ProjectView, PublishedView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import { monthsToReport, NUMBER_FIELDS, type NumberField, ROWS, TEXT_FIELDS } from './report-draft.ts'
import css from './report-form.module.css'
import { ReportPreview } from './report-preview.tsx'
import { ReportRow } from './report-row.tsx'
import { type ReportFormState, useReportForm } from './use-report-form.ts'

export interface ReportFormProps {
  project: ProjectView
  /** `YYYY-MM` */
  period: string
  onPeriod: (period: string) => void
  onPublished: (published: PublishedView) => void
  /** Somebody published meanwhile: the project is read again, what is typed stays. */
  onStale: () => void
  /** What was begun in a card and not published. */
  begun?: ReportDraftView['draft']
}

export function ReportForm(props: ReportFormProps) {
  const { project, period } = props
  const { language } = useSession()
  const say = useSay(tabForms)
  const form = useReportForm(project, period, props.begun ?? null, props.onPublished)
  const root = useRef<HTMLFormElement>(null)
  const firstComplaint = Object.keys(form.complaints)[0]
  useEffect(() => {
    if (firstComplaint === undefined) return
    root.current?.querySelector<HTMLElement>(`[data-field="${firstComplaint}"] :is(select, textarea, input)[aria-invalid="true"]`)?.focus()
  }, [firstComplaint])
  if (form.previewing) return <ReportPreview form={form} project={project} />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.preview()
  }
  const month = (one: string) => formatMonth(one, language, project.today)
  const lead = form.corrects ? 'reportForm.leadCorrect' : project.report === null ? 'reportForm.leadFirst' : ('reportForm.lead' as const)
  return (
    <form ref={root} className={css.form} onSubmit={submit} noValidate>
      <p className={css.quiet}>{say(lead, { period: month(period) })}</p>
      <Field label={say('reportForm.period')} className={css.month}>
        <Select value={period} onChange={(_event, data) => props.onPeriod(data.value)}>
          {[...new Set([period, ...monthsToReport(project.today)])]
            .sort()
            .reverse()
            .map((one) => (
              <option key={one} value={one}>
                {month(one)}
              </option>
            ))}
        </Select>
      </Field>
      <div className={css.rows}>
        {ROWS.map((row) => (
          <ReportRow key={row} row={row} form={form} last={project.report?.rows.find((one) => one.row === row) ?? null} />
        ))}
      </div>
      {TEXT_FIELDS.map((name) => (
        <Field
          key={name}
          label={say(`reportForm.${name}`)}
          hint={name === 'decisionNeeded' ? say('reportForm.decisionHint') : undefined}
          className={css.text}
        >
          <Textarea rows={2} value={form.draft[name]} onChange={(_event, data) => form.change({ [name]: data.value })} />
        </Field>
      ))}
      <fieldset className={css.numbers}>
        <legend>{say('reportForm.numbers')}</legend>
        {NUMBER_FIELDS.map((name) => (
          <NumberInput key={name} name={name} form={form} currency={project.money.currency} />
        ))}
      </fieldset>
      {form.corrects && (
        <Field
          data-field="reason"
          label={say('reportForm.reason')}
          required
          hint={say('record.personsHint')}
          validationMessage={form.complaints.reason}
          className={css.text}
        >
          <Textarea rows={2} value={form.draft.reason} onChange={(_event, data) => form.change({ reason: data.value })} />
        </Field>
      )}
      {form.stale && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{say('reportForm.stale')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={props.onStale}>{say('reportForm.staleRetry')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {form.fault !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{form.fault}</MessageBarBody>
        </MessageBar>
      )}
      <div className={css.acts}>
        <Button type="submit" appearance="primary">
          {say('reportForm.preview')}
        </Button>
        <DraftLine state={form.unsaved} />
      </div>
    </form>
  )
}

function NumberInput({ name, form, currency }: { name: NumberField; form: ReportFormState; currency: string }) {
  const say = useSay(tabForms)
  const unit = name === 'percentComplete' ? '%' : currency === 'NOK' ? 'kr' : currency
  return (
    <Field data-field={name} label={say(`reportForm.${name}`)} validationMessage={form.complaints[name]}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        value={form.draft[name]}
        contentAfter={unit}
        onChange={(_event, data) => form.change({ [name]: data.value })}
      />
    </Field>
  )
}
