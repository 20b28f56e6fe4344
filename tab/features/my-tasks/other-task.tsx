import type { TaskView } from '#contract/tasks-view.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { TaskHead } from './task-head.tsx'
import { taskTitle } from './task-words.ts'
import { useTaskActs } from './use-task-acts.tsx'

/** A report to write, or something that is followed up on the project's own page: one line and the way there. */
export function OtherTask({ task, today, onActed }: { task: TaskView; today: string; onActed: (said: string) => void }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const isReport = task.kind === 'statusReport'
  const act = say(isReport ? 'tasks.writeReport' : 'tasks.open')
  const title = taskTitle(task, say, language, today)
  const acts = useTaskActs({ task, title, today, onActed })
  return (
    <>
      <TaskHead task={task} today={today}>
        <a
          className={`${partsCss.button} ${partsCss.small} ${task.state === 'overdue' ? partsCss.primary : ''}`}
          href={hrefOf({ name: isReport ? 'report' : 'project', key: task.projectKey })}
          aria-label={say('tasks.about', { act, title })}
        >
          {act}
        </a>
        {acts.buttons({ folded: true })}
      </TaskHead>
      {acts.panel}
    </>
  )
}
