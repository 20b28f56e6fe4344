import { useState } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { IndicatorView, RecordedView } from '#contract/views.ts'
import { hasDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { MeasurementForm } from '../benefit/measurement-form.tsx'
import { SavedNotice } from '../benefit/saved-notice.tsx'
import { TaskHead } from './task-head.tsx'
import { taskTitle } from './task-words.ts'
import css from './tasks.module.css'
import { UndoButton } from './undo-button.tsx'
import { type OnActed, useTaskActs } from './use-task-acts.tsx'

/** One number to give: open when overdue, else one line that unfolds; folded to its answer once saved. */
export function MeasurementTask(props: {
  task: TaskView
  indicator: IndicatorView
  today: string
  recorded: RecordedView | null
  /** Open it from the start: the person has just asked to answer it. */
  unfolded?: boolean
  onSaved: (recorded: RecordedView) => void
  onUndone: () => void
  onKept: () => void
  onActed: OnActed
}) {
  const { task, indicator, today, recorded, unfolded = false } = props
  const { language, copy } = useSession()
  const say = useSay(tabForms)
  const [open, setOpen] = useState(
    () => unfolded || task.group === 'overdue' || hasDraft(copy, `measurement:${indicator.key}:${task.periodKey}:`),
  )
  const [asked, setAsked] = useState(unfolded)
  const [correcting, setCorrecting] = useState(false)
  const title = taskTitle(task, say, language, today)
  const acts = useTaskActs({ task, title, today, onActed: props.onActed })
  if (recorded !== null && !correcting) {
    return (
      <>
        <TaskHead task={task} today={today} answered />
        <div className={css.saved}>
          <SavedNotice recorded={recorded} today={today}>
            <UndoButton measurementKey={recorded.measurement.key} title={title} onUndone={props.onUndone} />
            <button
              type="button"
              className={partsCss.link}
              aria-label={say('tasks.about', { act: say('tasks.correct'), title })}
              onClick={() => setCorrecting(true)}
            >
              {say('tasks.correct')}
            </button>
          </SavedNotice>
        </div>
      </>
    )
  }
  if (!open) {
    return (
      <>
        <TaskHead task={task} today={today}>
          <button
            type="button"
            className={`${partsCss.button} ${partsCss.small}`}
            aria-expanded={false}
            aria-label={say('tasks.about', { act: say('tasks.record'), title })}
            onClick={() => {
              setAsked(true)
              setOpen(true)
            }}
          >
            {say('tasks.record')}
          </button>
          {acts.buttons({ folded: true })}
        </TaskHead>
        {acts.panel}
      </>
    )
  }
  return (
    <>
      <TaskHead task={task} today={today} />
      <div className={css.form}>
        <MeasurementForm
          key={recorded?.measurement.key ?? ''}
          indicator={indicator}
          title={title}
          today={today}
          periodKey={task.periodKey}
          corrected={correcting && recorded !== null ? recorded.measurement : null}
          withChart
          focusNow={asked || correcting}
          onSaved={(saved) => {
            setCorrecting(false)
            props.onSaved(saved)
          }}
          onKept={() => {
            setCorrecting(false)
            props.onKept()
          }}
          {...(correcting ? {} : { acts: (onCannot) => acts.buttons({ onCannot }) })}
          {...(task.group === 'overdue' && !correcting ? {} : { onCancel: () => (correcting ? setCorrecting(false) : setOpen(false)) })}
        />
        {!correcting && acts.panel}
      </div>
    </>
  )
}
