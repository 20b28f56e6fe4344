import type { ReactNode } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { deadlineWords, taskTitle, whyWords } from './task-words.ts'
import css from './tasks.module.css'

/** What is asked, for which project, why of this person, and by when; the button of a folded task stands beside. */
export function TaskHead({
  task,
  today,
  answered = false,
  children,
}: {
  task: TaskView
  today: string
  answered?: boolean
  children?: ReactNode
}) {
  const { language } = useSession()
  const say = useSay(tabForms)
  return (
    <div className={css.head}>
      <div className={css.what}>
        <h3>{taskTitle(task, say, language, today)}</h3>
        <p className={css.quiet}>
          <a className={partsCss.link} href={hrefOf({ name: 'project', key: task.projectKey })}>
            {task.projectTitle}
          </a>{' '}
          · {whyWords(task.why, say)}
        </p>
      </div>
      {!answered && <p className={task.state === 'overdue' ? css.late : css.deadline}>{deadlineWords(task, say, language, today)}</p>}
      {children}
    </div>
  )
}
