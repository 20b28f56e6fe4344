import { Field, Select, Textarea } from '@fluentui/react-components'
import { formatDate } from '#contract/texts/format.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import type { PersonRef } from '#contract/views.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { PersonPicker } from '../../parts/person-picker.tsx'
import { ActFrame, type ActPanelProps, faultAt } from './act-frame.tsx'
import css from './acts.module.css'
import { useAct } from './use-act.ts'

const FIELDS = ['toId', 'reason']

const OTHER = 'other'

/** Who answers this one instead: one of the project’s people, or somebody found by name. */
export function Delegate({ task, title, today, onDone, onClose }: ActPanelProps) {
  const { language } = useSession()
  const say = useSay(tabActs)
  const act = useAct(task.obligationKey)
  const { delegateTo } = task.acts
  const start = { choice: delegateTo.length > 0 ? '' : OTHER, other: null as PersonRef | null, reason: '' }
  const [draft, change, forget, unsaved] = useDraft(`delegate:${task.obligationKey}`, start, { name: `${say('delegate.title')}: ${title}` })
  const chosen = draft.choice === OTHER ? draft.other : (delegateTo.find(({ personId }) => personId === draft.choice) ?? null)
  const submit = async () => {
    if (chosen === null) return act.complain({ field: 'toId', text: say('delegate.missing') })
    const acted = await act.send('delegate', { toId: chosen.personId, reason: draft.reason.trim() || null })
    if (acted === null) return
    forget()
    const back = acted.task?.acts.delegatedBackOn ?? today
    onDone(say('delegate.done', { name: chosen.name, date: formatDate(back, language, today) }), 'take-back')
  }
  return (
    <ActFrame
      fields={FIELDS}
      heading={say('delegate.title')}
      about={title}
      lead={say('delegate.lead')}
      act={act}
      submit={submit}
      send={say('delegate.send')}
      onClose={onClose}
      unsaved={unsaved}
    >
      {delegateTo.length > 0 && (
        <Field
          label={say('delegate.who')}
          required
          validationMessage={draft.choice === OTHER ? undefined : faultAt(act, 'toId')}
          className={css.short}
        >
          <Select name="toId" value={draft.choice} onChange={(_event, data) => change({ choice: data.value })}>
            <option value="">{say('delegate.choose')}</option>
            {delegateTo.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
            <option value={OTHER}>{say('delegate.other')}</option>
          </Select>
        </Field>
      )}
      {draft.choice === OTHER && (
        <div className={css.short}>
          <PersonPicker
            name="other"
            label={say('delegate.search')}
            required
            value={draft.other}
            fault={faultAt(act, 'toId')}
            onChange={(other) => change({ other })}
          />
        </div>
      )}
      <Field label={say('delegate.reason')} hint={say('act.persons')} validationMessage={faultAt(act, 'reason')} className={css.wide}>
        <Textarea name="reason" rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
    </ActFrame>
  )
}
