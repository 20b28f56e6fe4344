import { lazy, Suspense, useRef, useState } from 'react'
import { type TasksView, type TaskView, tasksView } from '#contract/tasks-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import type { RecordedView } from '#contract/views.ts'
import { DraftsAt } from '../../app/drafts.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import { openTasks } from '../../store/storable.ts'
import type { UndoAct } from './act-frame.tsx'
import { AnsweredToday } from './answered-today.tsx'
import { Approvals } from './approvals.tsx'
import { DoneTask } from './done-task.tsx'
import { Following } from './following.tsx'
import { MeasurementTask } from './measurement-task.tsx'
import { OtherTask } from './other-task.tsx'
import { Resting } from './resting.tsx'
import { SaveAll } from './save-all.tsx'
import { GROUPS, tasksSentence } from './task-words.ts'
import css from './tasks.module.css'
import type { OnActed } from './use-task-acts.tsx'

const Preferences = lazy(() => import('../preferences/preferences.tsx').then((module) => ({ default: module.Preferences })))

/** What waits for this person: the overdue open and ready to be answered, the rest one line each. */
export function TasksPage() {
  const sayTab = useSay(tab)
  const { loaded, reload } = useView({ schema: tasksView, path: '/api/tasks', kept: { storable: openTasks } })
  if (loaded.state !== 'ready')
    return <NotReady of={loaded} title={sayTab('nav.tasks')} className={css.sentence} shape="cards" onRetry={reload} />
  return (
    <>
      <AsOf of={loaded} />
      <Tasks view={loaded.view} reload={reload} />
    </>
  )
}

/** What became of a task in this visit: its answer, or what was done with it instead. */
type How = { recorded: RecordedView } | { said: string; undo: UndoAct | undefined }
type Done = { task: TaskView } & How

function Tasks({ view, reload }: { view: TasksView; reload: () => void }) {
  const { language } = useSession()
  const say = useSay(tabForms)
  const sayActs = useSay(tabActs)
  const sayTab = useSay(tab)
  // What was done in this visit keeps its place, folded, so that nothing jumps under the pointer.
  const [done, setDone] = useState<ReadonlyMap<string, Done>>(new Map())
  // What is put off or delegated can be answered all the same: it is asked for from the column beside, or by undoing an answer.
  const [asked, setAsked] = useState<readonly TaskView[]>([])
  const wanted = asked.filter((one) => !isAmong(view.tasks, one))
  const resting = view.resting.filter((task) => !isAmong(wanted, task))
  const waiting = [...view.tasks, ...wanted].filter((task) => !done.has(task.obligationKey))
  const shown = inOrder([...waiting, ...[...done.values()].map((one) => one.task)])
  const settle = (task: TaskView, how: How) => {
    setAsked((before) => before.filter(({ obligationKey }) => obligationKey !== task.obligationKey))
    setDone((before) => new Map(before).set(task.obligationKey, { task, ...how }))
    reload()
  }
  const bringBack = (isIt: (one: Done) => boolean) => {
    setDone((before) => new Map([...before].filter(([, one]) => !isIt(one))))
    reload()
  }
  const askFor = (task: TaskView) => setAsked((before) => (isAmong(before, task) ? before : [...before, task]))
  const bringBackAnswer = (measurementKey: string) => {
    const isIt = (one: Done) => 'recorded' in one && one.recorded.measurement.key === measurementKey
    for (const one of done.values()) if (isIt(one)) askFor(one.task)
    bringBack(isIt)
  }
  const reading = useRef<HTMLDivElement>(null)
  const restricted = (projectKey: string) => view.restrictedProjects.includes(projectKey)
  return (
    <div className={css.page}>
      <div ref={reading} className={css.reading}>
        <PageHeading title={sayTab('nav.tasks')} className={css.sentence}>
          {tasksSentence(view, waiting, say, sayTab, language)}
        </PageHeading>
        {view.approvals.length > 0 && <p>{sayActs('approve.sentence', { n: view.approvals.length })}</p>}
        <p className={css.quiet}>{say('tasks.limit')}</p>
        {GROUPS.map((group) => {
          const tasks = shown.filter((task) => task.group === group)
          return tasks.length === 0 ? null : (
            <section key={group} aria-labelledby={`group-${group}`} className={css.group}>
              <h2 id={`group-${group}`}>
                {say(`tasks.group.${group}`)}{' '}
                <span className={css.quiet}>{tasks.filter((task) => !done.has(task.obligationKey)).length}</span>
              </h2>
              <ul>
                {tasks.map((task) => (
                  <li key={task.obligationKey} className={css.task}>
                    <DraftsAt
                      value={{ href: hrefOf({ name: 'tasks' }), title: task.projectTitle, restricted: restricted(task.projectKey) }}
                    >
                      <Task
                        task={task}
                        today={view.today}
                        done={done.get(task.obligationKey) ?? null}
                        unfolded={wanted.includes(task)}
                        onSettled={(how) => settle(task, how)}
                        onBack={() => bringBack((one) => one.task.obligationKey === task.obligationKey)}
                        onUndone={bringBackAnswer}
                        onKept={reload}
                      />
                    </DraftsAt>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <SaveAll within={reading} />
      </div>
      <aside className={css.side} aria-label={say('tasks.aside')}>
        <Approvals approvals={view.approvals} today={view.today} restricted={restricted} onAnswered={reload} />
        <AnsweredToday view={view} onUndone={bringBackAnswer} />
        <Resting
          tasks={resting}
          today={view.today}
          onBack={(task) => bringBack((one) => one.task.obligationKey === task.obligationKey)}
          onAnswer={(task) => {
            askFor(task)
            setDone((before) => new Map([...before].filter(([key]) => key !== task.obligationKey)))
          }}
        />
        <Suspense fallback={null}>
          <DraftsAt value={{ href: hrefOf({ name: 'tasks' }), title: '', restricted: false }}>
            <Preferences />
          </DraftsAt>
        </Suspense>
        <Following projects={view.following} />
      </aside>
    </div>
  )
}

function Task(props: {
  task: TaskView
  today: string
  done: Done | null
  unfolded: boolean
  onSettled: (how: How) => void
  onBack: () => void
  onUndone: (measurementKey: string) => void
  onKept: () => void
}) {
  const { task, today, done, onSettled } = props
  if (done !== null && 'said' in done)
    return <DoneTask task={task} today={today} said={done.said} undo={done.undo} onUndone={props.onBack} />
  const onActed: OnActed = (said, undo) => onSettled({ said, undo })
  if (task.indicator === null) return <OtherTask task={task} today={today} onActed={onActed} />
  const recorded = done?.recorded ?? null
  return (
    <MeasurementTask
      task={task}
      indicator={recorded?.indicator ?? task.indicator}
      today={today}
      recorded={recorded}
      unfolded={props.unfolded}
      onSaved={(saved) => onSettled({ recorded: saved })}
      onUndone={() => recorded !== null && props.onUndone(recorded.measurement.key)}
      onKept={props.onKept}
      onActed={onActed}
    />
  )
}

const isAmong = (tasks: readonly TaskView[], { obligationKey }: TaskView): boolean =>
  tasks.some((one) => one.obligationKey === obligationKey)

/** The server's own order, kept for those that were answered meanwhile. */
function inOrder(tasks: TaskView[]): TaskView[] {
  return tasks.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.obligationKey < b.obligationKey ? -1 : 1))
}
