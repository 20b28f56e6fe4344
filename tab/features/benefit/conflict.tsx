import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { formatValue } from '#contract/texts/format.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { IndicatorView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import css from './benefit.module.css'
import { typedNumber } from './typed-number.ts'
import type { MeasurementForm } from './use-measurement-form.ts'

/** «Ola Hansen lagret 14,1 kl. 09:02. Vil du beholde det eller bruke ditt?» One's own needs a reason. */
export function Conflict(props: {
  form: MeasurementForm
  conflict: NonNullable<MeasurementForm['conflict']>
  indicator: IndicatorView
  onKeep: () => void
}) {
  const { form, conflict, indicator } = props
  const { language } = useSession()
  const say = useSay(tabForms)
  const { mineReason: reason } = form.draft
  const [asked, setAsked] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const show = (value: number) => formatValue(value, indicator.unit, language, indicator.decimals)
  const mine = typedNumber(form.draft.value)
  const theirs = conflict.current.value
  const replace = () => {
    setAsked(true)
    if (reason.trim() !== '') void form.replace(reason)
  }
  return (
    <div ref={box} tabIndex={-1} className={css.conflict} role="alert">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{say('conflict.title')}</MessageBarTitle> {conflict.text}
        </MessageBarBody>
      </MessageBar>
      <div className={css.acts}>
        <Button appearance="primary" onClick={props.onKeep}>
          {theirs === null ? say('conflict.keepNotMeasured') : say('conflict.keep', { value: show(theirs) })}
        </Button>
      </div>
      <Field
        label={say('conflict.reason')}
        required
        hint={say('record.personsHint')}
        validationMessage={asked && reason.trim() === '' ? say('record.reasonMissing') : undefined}
      >
        <Textarea rows={2} value={reason} onChange={(_event, data) => form.change({ mineReason: data.value })} />
      </Field>
      <div className={css.acts}>
        <Button onClick={replace} disabledFocusable={form.saving}>
          {form.draft.cannot
            ? say('conflict.useMineNotMeasured')
            : say('conflict.useMine', { value: mine === null ? form.draft.value : show(mine) })}
        </Button>
      </div>
    </div>
  )
}
