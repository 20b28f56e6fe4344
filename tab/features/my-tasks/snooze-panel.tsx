import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { formatDate } from '#contract/texts/format.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { useDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import { ActFrame, type ActPanelProps, faultAt } from './act-frame.tsx'
import css from './acts.module.css'
import { useAct } from './use-act.ts'

const FIELDS = ['snooze', 'until', 'snoozeReason', 'reason']

/** Until when the notices rest, and why when it is not the first time. */
export function Snooze({ task, title, today, onDone, onClose }: ActPanelProps) {
  const { language } = useSession()
  const say = useSay(tabActs)
  const act = useAct(task.obligationKey)
  const [draft, change, forget, unsaved] = useDraft(
    `snooze:${task.obligationKey}`,
    { until: '', reason: '' },
    { name: `${say('snooze.title')}: ${title}` },
  )
  const { snoozeDays, snoozeLatest, snoozeNeedsReason } = task.acts
  const submit = async () => {
    if (draft.until === '') return act.complain({ field: 'snooze', text: say('snooze.dateMissing') })
    if (snoozeNeedsReason && draft.reason.trim() === '') return act.complain({ field: 'snoozeReason', text: say('act.reasonMissing') })
    const days = /^\d$/.test(draft.until) ? Number(draft.until) : null
    const until = days === null ? { date: draft.until } : { openDays: days }
    const acted = await act.send('snooze', { until, reason: draft.reason.trim() || null })
    if (acted === null) return
    forget()
    const day = acted.task?.acts.snoozedUntil ?? draft.until
    onDone(say('snooze.done', { date: formatDate(day, language, today) }), 'snooze/undo')
  }
  const lead = say('snooze.lead', { date: formatDate(snoozeLatest ?? today, language, today) })
  return (
    <ActFrame
      fields={FIELDS}
      heading={say('snooze.title')}
      about={title}
      lead={lead}
      act={act}
      submit={submit}
      send={say('snooze.send')}
      onClose={onClose}
      unsaved={unsaved}
    >
      {snoozeNeedsReason && snoozeDays.length > 0 && (
        <div className={css.quick}>
          {snoozeDays.map((days) => (
            <Button
              key={days}
              size="small"
              appearance={draft.until === String(days) ? 'primary' : 'secondary'}
              aria-pressed={draft.until === String(days)}
              onClick={() => change({ until: String(days) })}
            >
              {say('snooze.days', { n: days })}
            </Button>
          ))}
        </div>
      )}
      <Field label={say('snooze.until')} validationMessage={faultAt(act, 'snooze', 'until')} className={css.short}>
        <Input
          name="until"
          type="date"
          max={snoozeLatest ?? undefined}
          value={/^\d$/.test(draft.until) ? '' : draft.until}
          onChange={(_event, data) => change({ until: data.value })}
        />
      </Field>
      {snoozeNeedsReason && (
        <Field
          label={say('snooze.reason')}
          required
          hint={say('act.persons')}
          validationMessage={faultAt(act, 'snoozeReason', 'reason')}
          className={css.wide}
        >
          <Textarea name="reason" rows={2} value={draft.reason} onChange={(_event, data) => change({ reason: data.value })} />
        </Field>
      )}
    </ActFrame>
  )
}
