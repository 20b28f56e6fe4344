import { Button, Field, MessageBar, MessageBarActions, MessageBarBody, Textarea } from '@fluentui/react-components'
import { type FormEvent, useEffect, useRef } from 'react'
import { tabEdit } from '#contract/texts/tab-edit.ts'
import { useSay } from '../../app/session.ts'
import { DraftLine } from '../../parts/draft-line.tsx'
import { ConflictBox } from './conflict-box.tsx'
import css from './edit.module.css'
import { EditField, type FormLists } from './edit-fields.tsx'
import { FORMS } from './forms.ts'
import { type EditTarget, type Saved, useEdit } from './use-edit.ts'

export interface EditFormProps {
  target: EditTarget
  title: string
  lists: FormLists
  today: string
  saveText?: string
  onSaved: (saved: Saved) => void
  onClosed: () => void
}

/** A block's form where the block stood: its fields in groups, Lagre and Avbryt, Esc to leave. What is typed is kept. */
export function EditForm({ target, title, lists, today, saveText, onSaved, onClosed }: EditFormProps) {
  const say = useSay(tabEdit)
  const form = useEdit(target, title, { saved: onSaved, closed: onClosed })
  const root = useRef<HTMLFormElement>(null)
  const isNew = target.version === null
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('input, textarea, select')
    first?.focus({ preventScroll: true })
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const [wrong] = Object.keys(form.complaints)
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes to the field each time it is complained of
  useEffect(() => {
    if (wrong !== undefined) root.current?.querySelector<HTMLElement>(`[name="${wrong}"], [data-field="${wrong}"] input`)?.focus()
  }, [form.complaints])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!form.saving) void form.save()
  }
  return (
    <form
      ref={root}
      className={css.form}
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        // Esc in an open list closes the list.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return
        onClosed()
      }}
    >
      {target.form !== 'newProject' && <h3 className={css.title}>{title}</h3>}
      {form.draft.restored && form.draft.unsaved && (
        <MessageBar layout="multiline">
          <MessageBarBody>{say('form.draft')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={form.draft.startAnew}>{say('form.draftDrop')}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {FORMS[target.form].map((group) => (
        <fieldset key={group.title ?? ''} className={css.group}>
          {group.title !== null && <legend>{say(group.title)}</legend>}
          {group.fields.map((spec) => (
            <EditField
              key={spec.name}
              spec={spec}
              value={form.values[spec.name] ?? null}
              fault={form.complaints[spec.name]}
              lists={lists}
              onChange={(value) => form.change(spec.name, value)}
            />
          ))}
        </fieldset>
      ))}
      {isNew && target.form !== 'newProject' && <p className={css.quiet}>{say('hint.rest')}</p>}
      {!isNew && (
        <Field label={say('form.reason')} hint={say('form.reasonHint')} validationMessage={form.complaints.reason}>
          <Textarea name="reason" rows={2} value={form.reason} onChange={(_event, data) => form.setReason(data.value)} />
        </Field>
      )}
      {form.fault !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{form.fault}</MessageBarBody>
        </MessageBar>
      )}
      {form.conflict === null ? (
        <div className={css.acts}>
          <Button type="submit" appearance="primary" disabledFocusable={form.saving}>
            {form.saving ? say('form.saving') : (saveText ?? say('form.save'))}
          </Button>
          <Button onClick={onClosed}>{say('form.cancel')}</Button>
          <DraftLine state={{ ...form.draft, restored: false }} />
        </div>
      ) : (
        <ConflictBox
          conflict={form.conflict}
          today={today}
          saving={form.saving}
          onKeep={() => void form.keepTheirs()}
          onUse={() => void form.takeMine()}
        />
      )}
    </form>
  )
}
