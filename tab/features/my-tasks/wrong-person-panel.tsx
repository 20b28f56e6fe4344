import { Field, Textarea } from '@fluentui/react-components'
import { tabActs } from '#contract/texts/tab-acts.ts'
import type { PersonRef } from '#contract/views.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay } from '../../app/session.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { ActFrame, type ActPanelProps, faultAt } from './act-frame.tsx'
import css from './acts.module.css'
import { useAct } from './use-act.ts'

const FIELDS = ['suggestedId', 'reason']

/** It is somebody else’s: who may be named, and why. */
export function WrongPerson({ task, title, onDone, onClose }: ActPanelProps) {
  const say = useSay(tabActs)
  const act = useAct(task.obligationKey)
  const [draft, change, forget, unsaved] = useDraft(
    `wrong-person:${task.obligationKey}`,
    { who: null as PersonRef | null, reason: '' },
    { name: `${say('wrongPerson.title')}: ${title}` },
  )
  const to = task.acts.wrongPersonTo
  const submit = async () => {
    const body = { suggestedId: draft.who?.personId ?? null, reason: draft.reason.trim() || null }
    if ((await act.send('wrong-person', body)) === null) return
    forget()
    onDone(to === null ? say('wrongPerson.done') : say('wrongPerson.doneTo', { name: to.name }))
  }
  return (
    <ActFrame
      fields={FIELDS}
      heading={say('wrongPerson.title')}
      about={title}
      lead={to === null ? say('wrongPerson.leadLast') : say('wrongPerson.lead', { name: to.name })}
      act={act}
      submit={submit}
      send={say('wrongPerson.send')}
      onClose={onClose}
      unsaved={unsaved}
    >
      <div className={css.short}>
        <PersonPicker
          name="suggestedId"
          label={say('wrongPerson.who')}
          hint={say('wrongPerson.whoHint')}
          value={draft.who}
          fault={faultAt(act, 'suggestedId')}
          onChange={(who) => change({ who })}
        />
      </div>
      <Field label={say('wrongPerson.reason')} hint={say('act.persons')} validationMessage={faultAt(act, 'reason')} className={css.wide}>
        <Textarea name="reason" rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
    </ActFrame>
  )
}
