import { useEffect, useRef } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { useSay, useSession } from '../../app/session.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import type { UndoAct } from './act-frame.tsx'
import actsCss from './acts.module.css'
import { TaskHead } from './task-head.tsx'
import { taskTitle } from './task-words.ts'
import css from './tasks.module.css'
import { useAct } from './use-act.ts'

interface DoneTaskProps {
  task: TaskView
  today: string
  said: string
  /** What takes it back; nothing does where somebody else has it now. */
  undo: UndoAct | undefined
  onUndone: () => void
}

/** A task that is put off, delegated, proposed away or passed on in this visit: folded to what was done, where it stood. */
export function DoneTask({ task, today, said, undo, onUndone }: DoneTaskProps) {
  const { language, announce } = useSession()
  const say = useSay(tabActs)
  const sayForms = useSay(tabForms)
  const act = useAct(task.obligationKey)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const back = async (path: UndoAct) => {
    if ((await act.send(path, {})) === null) return
    announce(say('takeBack.done'))
    onUndone()
  }
  const title = taskTitle(task, sayForms, language, today)
  return (
    <>
      <TaskHead task={task} today={today} answered />
      <div className={css.saved}>
        <div ref={box} tabIndex={-1} className={`${partsCss.notice} ${partsCss.good}`} role="status">
          <CheckIcon />
          <span>{said}</span>
          {undo !== undefined && (
            <button
              type="button"
              className={partsCss.link}
              aria-label={sayForms('tasks.about', { act: say('undo.act'), title })}
              aria-disabled={act.sending}
              onClick={() => void back(undo)}
            >
              {say('undo.act')}
            </button>
          )}
          {act.fault !== null && (
            <span role="alert" className={actsCss.fault}>
              {act.fault.text}
            </span>
          )}
        </div>
      </div>
    </>
  )
}
