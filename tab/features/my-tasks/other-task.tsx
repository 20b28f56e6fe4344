import type { TaskView } from '#contract/tasks-view.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { TaskHead } from './task-head.tsx'
import { taskTitle } from './task-words.ts'

/** A report to write, or something that is followed up on the project's own page: one line and the way there. */
export function OtherTask({ task, today }: { task: TaskView; today: string }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const isReport = task.kind === 'statusReport'
  const act = say(isReport ? 'tasks.writeReport' : 'tasks.open')
  return (
    <TaskHead task={task} today={today}>
      <a
        className={`${partsCss.button} ${partsCss.small} ${task.state === 'overdue' ? partsCss.primary : ''}`}
        href={hrefOf({ name: isReport ? 'report' : 'project', key: task.projectKey })}
        aria-label={say('tasks.about', { act, title: taskTitle(task, say, language, today) })}
      >
        {act}
      </a>
    </TaskHead>
  )
}
