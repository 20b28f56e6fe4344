import { Button, Field, Input, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { formatDate, formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { tabProject } from '#contract/texts/tab-project.ts'
import type { IndicatorView, RecordedView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './benefit.module.css'
import { Conflict } from './conflict.tsx'
import { IndicatorChart } from './indicator-chart.tsx'
import { LiveSentence } from './live-sentence.tsx'
import { asksWhy, type Corrected } from './measurement-draft.ts'
import { DateField, LastValue, PeriodField } from './measurement-fields.tsx'
import { typedNumber } from './typed-number.ts'
import { useMeasurementForm } from './use-measurement-form.ts'

export interface MeasurementFormProps {
  indicator: IndicatorView
  /** The benefit's or task's name, for the labels. */
  title: string
  today: string
  /** The period asked for; null lets the person choose among those that wait. */
  periodKey: string | null
  corrected?: Corrected | null
  /** Draw the chart beside the field, with the number being typed in it. */
  withChart?: boolean
  /** Focus the number at once: only when the person has just asked for the form. */
  focusNow?: boolean
  onPreview?: (preview: { asOf: string; value: number } | null) => void
  onSaved: (recorded: RecordedView) => void
  /** The newer answer of somebody else was kept. */
  onKept: () => void
  onCancel?: () => void
  /** What stands after the save button instead of «får ikke målt»; it is given the way there. */
  acts?: (cannot: (() => void) | undefined) => ReactNode
}

/** One number for one period: the same question, words and buttons wherever it is asked. */
export function MeasurementForm(props: MeasurementFormProps) {
  const { indicator, title, today, periodKey, corrected = null, onPreview } = props
  const { language, announce } = useSession()
  const say = useSay(tabForms)
  const sayProject = useSay(tabProject)
  const kind = corrected !== null ? 'record.titleCorrect' : periodKey === 'baseline' ? 'record.titleBaseline' : ('record.title' as const)
  const form = useMeasurementForm(indicator, { today, periodKey, corrected, name: say(kind, { title }) }, props.onSaved)
  const { draft, change, complaint, conflict, saving } = form
  const [commented, setCommented] = useState(draft.comment !== '')
  const root = useRef<HTMLFormElement>(null)
  const value = draft.cannot ? null : typedNumber(draft.value)
  const preview = value === null || draft.period === 'baseline' ? null : { asOf: draft.asOf || today, value }
  const why = asksWhy(indicator, draft, corrected)
  const faultOf = (field: string) => (complaint?.field === field ? complaint.text : undefined)

  useFocusOn(root, props.focusNow ? 'value' : null)
  useEffect(() => {
    if (complaint === null) return
    root.current?.querySelector<HTMLElement>(complaint.field === null ? '[data-complaint]' : `[name="${complaint.field}"]`)?.focus()
    if (complaint.field !== null) announce(complaint.text)
  }, [complaint, announce])
  const previewKey = preview === null ? '' : `${preview.asOf}:${preview.value}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the number or its day changes, not at every drawing
  useEffect(() => onPreview?.(preview), [previewKey])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving) void form.save()
  }
  const heading =
    corrected !== null ? 'record.titleCorrect' : draft.period === 'baseline' ? 'record.titleBaseline' : ('record.title' as const)
  return (
    <form
      ref={root}
      className={css.form}
      data-chart={props.withChart === true}
      onSubmit={submit}
      noValidate
      aria-label={say(heading, { title })}
    >
      <div className={css.fields}>
        {periodKey === null && corrected === null && <PeriodField form={form} indicator={indicator} today={today} />}
        {!draft.cannot && (
          <Field
            label={indicator.title}
            required
            validationMessage={faultOf('value')}
            hint={<LastValue indicator={indicator} />}
            className={css.number}
          >
            <Input
              name="value"
              inputMode="decimal"
              autoComplete="off"
              value={draft.value}
              contentAfter={<span className={css.unit}>{indicator.unit}</span>}
              onChange={(_event, data) => change({ value: data.value })}
            />
          </Field>
        )}
        <DateField form={form} today={today} fault={faultOf('asOf')} open={draft.period === ''} />
        {!draft.cannot && value !== null && (
          <LiveSentence
            indicator={indicator}
            value={value}
            asOf={draft.asOf || today}
            correctsKey={corrected?.key ?? null}
            baseline={draft.period === 'baseline'}
          />
        )}
        {draft.cannot || corrected !== null ? (
          <Field
            label={say(draft.cannot ? 'record.cannotWhy' : 'record.reasonCorrect')}
            required
            hint={say(draft.cannot ? 'record.cannotHint' : 'record.personsHint')}
            validationMessage={faultOf('reason')}
          >
            <Textarea name="reason" rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
          </Field>
        ) : why || commented || faultOf('comment') !== undefined ? (
          <Field
            label={say(why ? 'record.why' : 'record.comment')}
            required={why}
            hint={say(why ? 'record.whyHint' : 'record.personsHint')}
            validationMessage={faultOf('comment')}
          >
            <Textarea name="comment" rows={2} value={draft.comment} onChange={(_event, data) => change({ comment: data.value })} />
          </Field>
        ) : (
          <button type="button" className={partsCss.link} onClick={() => setCommented(true)}>
            {say('record.addComment')}
          </button>
        )}
        {complaint?.field === null && (
          <MessageBar intent="error" layout="multiline" tabIndex={-1} data-complaint>
            <MessageBarBody>{complaint.text}</MessageBarBody>
          </MessageBar>
        )}
        {conflict !== null && (
          <Conflict
            form={form}
            conflict={conflict}
            indicator={indicator}
            onKeep={() => {
              form.forget()
              announce(say('conflict.kept'))
              props.onKept()
            }}
          />
        )}
        {conflict === null && (
          <div className={css.acts}>
            <Button type="submit" appearance="primary" disabledFocusable={saving}>
              {say(saving ? 'record.saving' : draft.cannot ? 'record.saveCannot' : 'record.save')}
            </Button>
            {props.acts && !draft.cannot && props.acts(draft.period === 'baseline' ? undefined : () => change({ cannot: true }))}
            {corrected === null && draft.period !== 'baseline' && (!props.acts || draft.cannot) && (
              <Button onClick={() => change({ cannot: !draft.cannot })}>{say(draft.cannot ? 'record.can' : 'record.cannot')}</Button>
            )}
            {props.onCancel && (
              <Button appearance="subtle" onClick={props.onCancel}>
                {say('record.cancel')}
              </Button>
            )}
            <DraftLine state={form.unsaved} />
          </div>
        )}
      </div>
      {props.withChart && (
        <div className={css.beside}>
          <IndicatorChart indicator={indicator} title={title} today={today} preview={preview} />
          {indicator.baseline !== null && indicator.target !== null && (
            <p className={css.quiet}>
              {sayProject('chart.path', {
                baseline: formatValue(indicator.baseline, indicator.unit, language, indicator.decimals),
                target: formatValue(indicator.target, indicator.unit, language, indicator.decimals),
                date: indicator.targetOn === null ? 'none' : formatDate(indicator.targetOn, language, today),
              })}
            </p>
          )}
        </div>
      )}
    </form>
  )
}

function useFocusOn(root: RefObject<HTMLFormElement | null>, name: string | null) {
  useEffect(() => {
    if (name === null) return
    const field = root.current?.querySelector<HTMLElement>(`[name="${name}"]`)
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
  }, [root, name])
}
