import { useState } from 'react'
import { type TasksView, type TaskView, tasksView } from '#contract/tasks-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { RecordedView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { Failed } from '../../parts/failed.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { AnsweredToday } from './answered-today.tsx'
import { MeasurementTask } from './measurement-task.tsx'
import { OtherTask } from './other-task.tsx'
import { GROUPS, tasksSentence } from './task-words.ts'
import css from './tasks.module.css'

/** What waits for this person: the overdue open and ready to be answered, the rest one line each. */
export function TasksPage() {
  const { api } = useSession()
  const sayTab = useSay(tab)
  const { loaded, reload } = useView(() => api.read(tasksView, '/api/tasks'), 'tasks')
  if (loaded.state === 'loading') return <p className={css.quiet}>{sayTab('loading')}</p>
  if (loaded.state === 'failed') {
    return (
      <>
        <PageHeading title={sayTab('nav.tasks')} className={css.sentence} />
        <Failed fault={loaded.fault} onRetry={reload} />
      </>
    )
  }
  return <Tasks view={loaded.view} reload={reload} />
}

interface Answered {
  task: TaskView
  recorded: RecordedView
}

function Tasks({ view, reload }: { view: TasksView; reload: () => void }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const sayTab = useSay(tab)
  // What was answered in this visit keeps its place, folded, so that nothing jumps under the pointer.
  const [answered, setAnswered] = useState<ReadonlyMap<string, Answered>>(new Map())
  const waiting = view.tasks.filter((task) => !answered.has(task.obligationKey))
  const shown = inOrder([...waiting, ...[...answered.values()].map((one) => one.task)])
  const onAnswered = (task: TaskView, recorded: RecordedView) => {
    setAnswered((before) => new Map(before).set(task.obligationKey, { task, recorded }))
    reload()
  }
  return (
    <div className={css.page}>
      <div className={css.reading}>
        <PageHeading title={sayTab('nav.tasks')} className={css.sentence}>
          {tasksSentence(view, waiting, say, sayTab, language)}
        </PageHeading>
        <p className={css.quiet}>{say('tasks.limit')}</p>
        {GROUPS.map((group) => {
          const tasks = shown.filter((task) => task.group === group)
          return tasks.length === 0 ? null : (
            <section key={group} aria-labelledby={`group-${group}`} className={css.group}>
              <h2 id={`group-${group}`}>
                {say(`tasks.group.${group}`)}{' '}
                <span className={css.quiet}>{tasks.filter((task) => !answered.has(task.obligationKey)).length}</span>
              </h2>
              <ul>
                {tasks.map((task) => (
                  <li key={task.obligationKey} className={css.task}>
                    {task.indicator !== null ? (
                      <MeasurementTask
                        task={task}
                        indicator={answered.get(task.obligationKey)?.recorded.indicator ?? task.indicator}
                        today={view.today}
                        recorded={answered.get(task.obligationKey)?.recorded ?? null}
                        onSaved={(recorded) => onAnswered(task, recorded)}
                        onKept={reload}
                      />
                    ) : (
                      <OtherTask task={task} today={view.today} />
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <AnsweredToday view={view} />
    </div>
  )
}

/** The server's own order, kept for those that were answered meanwhile. */
function inOrder(tasks: TaskView[]): TaskView[] {
  return tasks.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.obligationKey < b.obligationKey ? -1 : 1))
}
