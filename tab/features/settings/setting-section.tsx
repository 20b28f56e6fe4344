import { Button, Field, Input, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import type { SettingCode } from '#contract/settings-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { tabSettings } from '#contract/texts/tab-settings.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './settings.module.css'
import type { SettingState } from './use-setting.ts'

/** The frame of one setting: what it decides, its form, from when a change holds, and what was changed before. */
export function SettingSection(props: {
  name: SettingCode
  setting: SettingState
  /** Whether anything differs from what stands. */
  changed: boolean
  onSave: () => void
  onReset: () => void
  /** What differs was typed before the page was opened. */
  restored: boolean
  /** Fields that show a refusal themselves; any other is shown under the form. */
  fields?: readonly string[]
  children: ReactNode
}) {
  const { name, setting } = props
  const { language, me } = useSession()
  const say = useSay(tabSettings)
  const sayKept = useSay(tabKept)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSave()
  }
  const shown = ['validFrom', ...(props.fields ?? [])]
  const day = (date: string) => formatDate(date, language, me.today)
  return (
    <section className={css.section} aria-labelledby={`setting-${name}`}>
      <h3 id={`setting-${name}`}>{say(`${name}.title`)}</h3>
      <p className={css.lead}>{say(`${name}.lead`)}</p>
      {setting.coming !== null && <p className={css.coming}>{say('coming', { date: day(setting.coming.validFrom) })}</p>}
      <form className={css.form} onSubmit={submit} noValidate>
        {props.children}
        {props.changed && (
          <>
            <Field
              label={say('validFrom')}
              hint={setting.earliest === null ? say('validFrom.any') : say('validFrom.earliest', { date: day(setting.earliest) })}
              validationMessage={setting.fault?.field === 'validFrom' ? setting.fault.text : undefined}
              className={css.short}
            >
              <Input
                type="date"
                min={setting.earliest ?? undefined}
                value={setting.validFrom}
                onChange={(_event, data) => setting.setValidFrom(data.value)}
              />
            </Field>
            <div className={css.acts}>
              <Button type="submit" appearance="primary" disabled={setting.saving}>
                {say('save')}
              </Button>
              <Button onClick={props.onReset}>{say('reset')}</Button>
              <span className={css.unsaved}>{props.restored ? sayKept('draft.restored') : say('unsaved')}</span>
            </div>
          </>
        )}
        {setting.fault !== null && !shown.includes(setting.fault.field ?? '-') && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{setting.fault.text}</MessageBarBody>
          </MessageBar>
        )}
        {setting.saved && !props.changed && (
          <p className={`${partsCss.notice} ${partsCss.good}`} role="status">
            <CheckIcon />
            {say('saved')}
          </p>
        )}
      </form>
      {setting.changes.length > 0 && (
        <details className={css.history}>
          <summary>{say('history', { n: setting.changes.length })}</summary>
          <ul>
            {setting.changes.map((change) => (
              <li key={change.key}>
                {say('history.line', { date: day(change.validFrom), byName: change.byName, on: day(change.at.slice(0, 10)) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
