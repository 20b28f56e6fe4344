import type { TaskView } from '#contract/tasks-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabActs } from '#contract/texts/tab-acts.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { useSay, useSession } from '../../app/session.ts'
import partsCss from '../../parts/parts.module.css'
import actsCss from './acts.module.css'
import { taskTitle } from './task-words.ts'
import css from './tasks.module.css'
import { useAct } from './use-act.ts'

/** What this person has put off, delegated or said is no longer relevant, with the way back. */
export function Resting(props: {
  tasks: readonly TaskView[]
  today: string
  onBack: (task: TaskView) => void
  onAnswer: (task: TaskView) => void
}) {
  const say = useSay(tabActs)
  if (props.tasks.length === 0) return null
  return (
    <section aria-labelledby="resting">
      <h2 id="resting">{say('rest.title')}</h2>
      <ul>
        {props.tasks.map((task) => (
          <RestingTask key={task.obligationKey} {...props} task={task} />
        ))}
      </ul>
    </section>
  )
}

function RestingTask(props: { task: TaskView; today: string; onBack: (task: TaskView) => void; onAnswer: (task: TaskView) => void }) {
  const { task, today } = props
  const { language, announce } = useSession()
  const say = useSay(tabActs)
  const sayForms = useSay(tabForms)
  const act = useAct(task.obligationKey)
  const title = taskTitle(task, sayForms, language, today)
  const day = (date: string) => formatDate(date, language, today)
  const { acts } = task
  const takeBack = async () => {
    if ((await act.send('take-back', {})) === null) return
    announce(say('takeBack.done'))
    props.onBack(task)
  }
  const link = (text: string, onClick: () => void) => (
    <button type="button" className={partsCss.link} aria-label={sayForms('tasks.about', { act: text, title })} onClick={onClick}>
      {text}
    </button>
  )
  return (
    <li>
      <div>
        <p>{title}</p>
        <p className={css.quiet}>{task.projectTitle}</p>
        <p className={css.quiet}>{restWords(task, say, day)}</p>
        <p className={actsCss.links}>
          {acts.delegatedTo !== null && acts.can.takeBack && link(say('takeBack.own'), () => void takeBack())}
          {acts.delegatedTo === null && acts.proposal === null && link(say('rest.answer'), () => props.onAnswer(task))}
        </p>
        {act.fault !== null && (
          <p role="alert" className={actsCss.fault}>
            {act.fault.text}
          </p>
        )}
      </div>
    </li>
  )
}

function restWords({ acts }: TaskView, say: Translator<typeof tabActs>, day: (date: string) => string): string {
  const { proposal, delegatedTo, delegatedBackOn, snoozedUntil } = acts
  if (proposal !== null) return say('rest.proposed', { name: proposal.approverName ?? say('rest.office') })
  if (delegatedTo !== null && delegatedBackOn !== null) return say('rest.delegated', { name: delegatedTo.name, date: day(delegatedBackOn) })
  return snoozedUntil === null ? '' : say('rest.snoozed', { date: day(snoozedUntil) })
}
