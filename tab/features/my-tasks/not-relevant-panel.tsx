import { Field, Textarea } from '@fluentui/react-components'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay } from '../../app/session.ts'
import { ActFrame, type ActPanelProps, faultAt } from './act-frame.tsx'
import css from './acts.module.css'
import { useAct } from './use-act.ts'

const FIELDS = ['reason']

/** Why it need not be answered any more; the benefit’s owner answers that. */
export function NotRelevant({ task, title, onDone, onClose }: ActPanelProps) {
  const say = useSay(tabActs)
  const act = useAct(task.obligationKey)
  const [draft, change, forget, unsaved] = useDraft(
    `not-relevant:${task.obligationKey}`,
    { reason: '' },
    { name: `${say('notRelevant.title')}: ${title}` },
  )
  const submit = async () => {
    if (draft.reason.trim() === '') return act.complain({ field: 'reason', text: say('act.reasonMissing') })
    const acted = await act.send('not-relevant', { reason: draft.reason.trim() })
    if (acted === null) return
    forget()
    const proposal = acted.task?.acts.proposal ?? null
    if (proposal === null) return onDone(say('notRelevant.approved'))
    onDone(proposal.approverName === null ? say('notRelevant.doneOffice') : say('notRelevant.done', { name: proposal.approverName }))
  }
  return (
    <ActFrame
      fields={FIELDS}
      heading={say('notRelevant.title')}
      about={title}
      lead={say('notRelevant.lead')}
      act={act}
      submit={submit}
      send={say('notRelevant.send')}
      onClose={onClose}
      unsaved={unsaved}
    >
      <Field
        label={say('notRelevant.reason')}
        required
        hint={say('act.persons')}
        validationMessage={faultAt(act, 'reason')}
        className={css.wide}
      >
        <Textarea name="reason" rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
      </Field>
    </ActFrame>
  )
}
