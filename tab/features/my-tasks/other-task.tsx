import { useState } from 'react'
import type { TaskView } from '#contract/tasks-view.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { tabTell } from '#contract/texts/tab-tell.ts'
import { hasDraft } from '../../app/drafts.ts'
import { hrefOf, type Route } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import { TaskHead } from './task-head.tsx'
import { taskTitle } from './task-words.ts'
import { TellPanel, toldBy } from './tell-panel.tsx'
import { type OnActed, useTaskActs } from './use-task-acts.tsx'

/** Where a task is answered that is not answered here: the report's form, the decision point, the project. */
function placeOf({ kind, projectKey, decision }: TaskView): Route {
  if (kind === 'statusReport') return { name: 'report', key: projectKey }
  if (kind === 'decisionFollowUp' && decision?.point === 'board') return { name: 'decision', key: projectKey, board: true }
  return { name: kind === 'decisionFollowUp' ? 'decision' : 'project', key: projectKey }
}

/** A report to write, a decision to take, or something that is answered by a sentence: one line and the way there. */
export function OtherTask({ task, today, onActed }: { task: TaskView; today: string; onActed: OnActed }) {
  const { language, announce, copy } = useSession()
  const say = useSay(tabForms)
  const sayTell = useSay(tabTell)
  const [telling, setTelling] = useState(() => hasDraft(copy, `tell:${task.obligationKey}`))
  const told = toldBy(task)
  const act =
    told !== null
      ? sayTell(`${told}.act`)
      : task.kind === 'decisionFollowUp'
        ? sayTell('act.decide')
        : say(task.kind === 'statusReport' ? 'tasks.writeReport' : 'tasks.open')
  const title = taskTitle(task, say, language, today)
  const acts = useTaskActs({ task, title, today, onActed })
  const look = `${partsCss.button} ${partsCss.small} ${task.state === 'overdue' ? partsCss.primary : ''}`
  const name = say('tasks.about', { act, title })
  return (
    <>
      <TaskHead task={task} today={today}>
        {told === null ? (
          <a className={look} href={hrefOf(placeOf(task))} aria-label={name}>
            {act}
          </a>
        ) : (
          <button type="button" className={look} aria-label={name} aria-expanded={telling} onClick={() => setTelling(!telling)}>
            {act}
          </button>
        )}
        {acts.buttons({ folded: true })}
      </TaskHead>
      {acts.panel}
      {told !== null && telling && (
        <TellPanel
          told={told}
          task={task}
          title={title}
          today={today}
          onClose={() => setTelling(false)}
          onDone={(said) => {
            setTelling(false)
            announce(said)
            onActed(said)
          }}
        />
      )}
    </>
  )
}
