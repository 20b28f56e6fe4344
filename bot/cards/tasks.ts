import type { TasksCardView } from '#contract/card-views.ts'
import { formatDate, formatDeadline, formatPeriod } from '#contract/texts/format.ts'
import { buttonRows, caption, card, execute, greeted, heading, type Json, line, openUrl, sayIn } from './parts.ts'

/** «mine»: what waits, most urgent first, and the way to answer it. */
export function tasksCard(view: TasksCardView): Json {
  const say = sayIn(view).bot
  const title = say('tasks.head', { name: greeted(view.firstName), n: view.tasks.length + view.more })
  const rest = view.nextMeasurementOn
    ? [caption(say('tasks.next', { date: formatDeadline(view.nextMeasurementOn, view.language, view.today) }))]
    : []
  return card(view, {
    speak: title,
    body: [
      heading(title),
      ...(view.tasks.length === 0 ? rest : []),
      ...view.tasks.map((task) => ({
        type: 'Container',
        separator: true,
        items: [
          line(task.title === task.projectTitle ? task.projectTitle : `${task.title}, ${task.projectTitle}`, {
            weight: 'Bolder',
            href: task.url,
          }),
          caption(dueOf(task, view)),
        ],
      })),
      ...(view.more > 0 ? [caption(say('nudge.moreInTab', { n: view.more }))] : []),
      ...buttonRows([
        ...(view.tasks.length > 0 ? [execute(say('tasks.answer'), 'command', { text: say('command.record') }, { style: 'positive' })] : []),
        openUrl(say('open.tasks'), view.tasksUrl),
      ]),
    ],
  })
}

function dueOf(task: TasksCardView['tasks'][number], view: TasksCardView): string {
  const say = sayIn(view).bot
  const kind = say(`kind.${task.kind}`)
  const what = /^\d{4}-\d{2}/.test(task.periodKey)
    ? say('kind.ofPeriod', { kind, period: formatPeriod(task.periodKey, task.frequency, view.language, view.today) })
    : kind
  const when = task.overdueFrom
    ? say('nudge.overdueSince', { date: formatDate(task.overdueFrom, view.language, view.today) })
    : say('nudge.deadline', { date: formatDeadline(task.dueOn, view.language, view.today) })
  return `${what} · ${when}`
}
