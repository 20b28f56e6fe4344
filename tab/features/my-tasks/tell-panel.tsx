import { Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useRef } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabKept } from '#contract/texts/tab-kept.ts'
import { tabTell } from '#contract/texts/tab-tell.ts'
import { toldView } from '#contract/told-requests.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { ActFrame, type ActPanelProps, faultAt } from './act-frame.tsx'
import css from './acts.module.css'
import { useAct } from './use-act.ts'

export type Told = 'followUp' | 'pilot' | 'lesson' | 'action'

/** What a task is answered by when it is answered by words; null for what is measured, reported or decided. */
export function toldBy({ kind, periodKey }: Pick<TaskView, 'kind' | 'periodKey'>): Told | null {
  if (kind === 'pilotEnd') return 'pilot'
  if (kind === 'action') return periodKey === 'lesson' ? 'lesson' : 'action'
  return kind === 'decisionFollowUp' && periodKey === 'follow-up' ? 'followUp' : null
}

type Answer = 'done' | 'moved' | 'dropped'
const ANSWERS: readonly Answer[] = ['done', 'moved', 'dropped']
const FIELDS = ['said', 'dueOn']

/** A sentence about what has been done; of an action also that it needs more time, or will not be. */
export function TellPanel({ told, task, title, today, onDone, onClose }: ActPanelProps & { told: Told }) {
  const { api, refresh } = useSession()
  const say = useSay(tabTell)
  const sayKept = useSay(tabKept)
  const act = useAct(task.obligationKey)
  const start: { answer: Answer; said: string; dueOn: string } = { answer: 'done', said: '', dueOn: '' }
  const [draft, change, forget, unsaved] = useDraft(`tell:${task.obligationKey}`, start, {
    name: `${say(`${told}.act`)}: ${title}`,
    isTyped: ({ said, dueOn }) => said.trim() !== '' || dueOn !== '',
  })
  const sending = useRef(false)
  const optional = told === 'action' && draft.answer === 'done'
  const submit = async () => {
    if (sending.current) return
    const said = draft.said.trim()
    if (said === '' && !optional) return act.complain({ field: 'said', text: say('tell.missing') })
    const moved = told === 'action' && draft.answer === 'moved'
    if (moved && draft.dueOn <= today) return act.complain({ field: 'dueOn', text: say('tell.dateMissing') })
    sending.current = true
    const { obligationKey } = task
    const isAction = told === 'action' || told === 'lesson'
    const body = isAction
      ? { obligationKey, answer: told === 'lesson' ? 'done' : draft.answer, said, ...(moved && { dueOn: draft.dueOn }) }
      : { obligationKey, said }
    const answer = await api.send(toldView, isAction ? '/api/action-answers' : '/api/follow-ups', body)
    sending.current = false
    if (!answer.ok) return act.complain({ field: answer.fault.field, text: answer.fault.text ?? sayKept('draft.failed') })
    forget()
    refresh()
    onDone(say('tell.done'))
  }
  return (
    <ActFrame
      fields={FIELDS}
      heading={say(`${told}.act`)}
      about={title}
      lead={say(`${told}.lead`)}
      act={act}
      submit={submit}
      send={say('tell.send')}
      onClose={onClose}
      unsaved={unsaved}
    >
      {task.decision?.asked && <blockquote className={css.asked}>{task.decision.asked}</blockquote>}
      {told === 'action' && (
        <Field label={say('action.answer')}>
          <RadioGroup value={draft.answer} onChange={(_event, data) => change({ answer: data.value as Answer })}>
            {ANSWERS.map((one) => (
              <Radio key={one} value={one} label={say(`answer.${one}`)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {told === 'action' && draft.answer === 'moved' && (
        <Field label={say('action.dueOn')} required validationMessage={faultAt(act, 'dueOn')}>
          <Input type="date" name="dueOn" value={draft.dueOn} onChange={(_event, data) => change({ dueOn: data.value })} />
        </Field>
      )}
      <Field
        label={say(told === 'action' && !optional ? 'action.why' : `${told}.said`)}
        required={!optional}
        hint={say('tell.persons')}
        validationMessage={faultAt(act, 'said')}
        className={css.wide}
      >
        <Textarea name="said" rows={2} maxLength={2000} value={draft.said} onChange={(_event, data) => change({ said: data.value })} />
      </Field>
    </ActFrame>
  )
}
