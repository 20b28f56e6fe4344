import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { hasDraft } from '../../app/drafts.ts'
import { useSay, useSession } from '../../app/session.ts'
import type { ActPanelProps } from './act-frame.tsx'
import { ActPanel, type Panel } from './act-panel.tsx'
import css from './acts.module.css'
import { TaskButtons, type TaskButtonsProps } from './task-buttons.tsx'
import { useAct } from './use-act.ts'

const DRAFTED: readonly (readonly [draft: string, panel: Panel])[] = [
  ['snooze', 'snooze'],
  ['delegate', 'delegate'],
  ['not-relevant', 'notRelevant'],
  ['wrong-person', 'wrongPerson'],
]

export type OnActed = ActPanelProps['onDone']

/** The acts of one task: its buttons, and what stands open under it. */
export function useTaskActs(of: { task: TaskView; title: string; today: string; onActed: OnActed }) {
  const { task, title, today, onActed } = of
  const { language, announce, copy } = useSession()
  const say = useSay(tabActs)
  const act = useAct(task.obligationKey)
  // What one has begun on stands open again.
  const [open, setOpen] = useState<Panel | null>(
    () => DRAFTED.find(([begins]) => hasDraft(copy, `${begins}:${task.obligationKey}`))?.[1] ?? null,
  )
  const done: OnActed = (said, undo) => {
    setOpen(null)
    announce(said)
    onActed(said, undo)
  }
  const snooze = async (openDays: number) => {
    const acted = await act.send('snooze', { until: { openDays } })
    const day = acted?.task?.acts.snoozedUntil
    if (day) done(say('snooze.done', { date: formatDate(day, language, today) }), 'snooze/undo')
  }
  const buttons = (more: Pick<TaskButtonsProps, 'folded' | 'onCannot'>): ReactNode => (
    <TaskButtons task={task} title={title} onPanel={setOpen} onSnooze={(openDays) => void snooze(openDays)} {...more} />
  )
  const panel = (
    <>
      {act.fault !== null && open === null && (
        <MessageBar intent="error" layout="multiline" role="alert" className={css.told}>
          <MessageBarBody>{act.fault.text}</MessageBarBody>
        </MessageBar>
      )}
      {open !== null && (
        <ActPanel key={open} panel={open} task={task} title={title} today={today} onDone={done} onClose={() => setOpen(null)} />
      )}
    </>
  )
  return { buttons, panel }
}
