import { useEffect, useRef } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { CheckIcon } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { TaskHead } from './task-head.tsx'
import css from './tasks.module.css'

/** A task that is put off, delegated, proposed away or passed on in this visit: folded to what was done, where it stood. */
export function DoneTask({ task, today, said }: { task: TaskView; today: string; said: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <>
      <TaskHead task={task} today={today} answered />
      <div className={css.saved}>
        <div ref={box} tabIndex={-1} className={`${partsCss.notice} ${partsCss.good}`} role="status">
          <CheckIcon />
          <span>{said}</span>
        </div>
      </div>
    </>
  )
}
