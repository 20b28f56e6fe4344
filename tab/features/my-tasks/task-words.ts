import type { Frequency, Language } from '#contract/codes.ts'
import type { TasksView, TaskView } from '#contract/tasks-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatDeadline, formatMonth, formatPeriod } from '#contract/texts/format.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { tabForms } from '#contract/texts/tab-forms.ts'
import { knownWhy } from '../../parts/why.ts'
import { isNamed } from '../benefit/period-words.ts'
import { capital, countWord } from '../portfolio/sentence.ts'

type Say = Translator<typeof tabForms>
export const GROUPS = ['overdue', 'thisWeek', 'later'] as const

/** «Hei Kari. To svar er forfalt, og ett skal gis denne uken.» */
export function tasksSentence(
  view: TasksView,
  waiting: readonly TaskView[],
  say: Say,
  sayTab: Translator<typeof tab>,
  language: Language,
): string {
  const count = (group: TaskView['group']) => waiting.filter((task) => task.group === group).length
  const overdue = count('overdue')
  const thisWeek = count('thisWeek')
  const inWords = (n: number) => countWord(n, 'neuter', sayTab, language)
  const clauses: string[] = []
  if (overdue > 0) clauses.push(say('tasks.overdue', { n: overdue, count: inWords(overdue) }))
  if (thisWeek > 0) clauses.push(say(overdue > 0 ? 'tasks.thisWeek' : 'tasks.thisWeekFirst', { n: thisWeek, count: inWords(thisWeek) }))
  const sentence =
    clauses.length > 0
      ? capital(`${clauses.join(sayTab('sentence.join'))}.`)
      : waiting.length > 0
        ? say('tasks.nothingNow')
        : view.nextMeasurementOn === null
          ? say('tasks.none')
          : say('tasks.noneNext', { date: formatDate(view.nextMeasurementOn, language, view.today) })
  return say('tasks.hello', { name: view.firstName, sentence })
}

/** «Saksbehandlingstid for april», «Statusrapport for mai», «Nullpunkt: …», or the task's own title. */
export function taskTitle(task: TaskView, say: Say, language: Language, today: string): string {
  if (task.kind === 'statusReport') return say('tasks.report', { period: formatMonth(task.periodKey, language, today) })
  if (task.kind === 'baseline') return say('tasks.baseline', { title: task.title })
  if (task.kind === 'pilotEnd') return say('tasks.pilot')
  if (task.kind === 'action' && task.periodKey === 'lesson') return say('tasks.lesson')
  if (task.kind === 'decisionFollowUp' && task.decision) {
    const { point } = task.decision
    const name = point === 'board' ? say('tasks.board') : point.toUpperCase()
    return say(task.periodKey === 'follow-up' ? 'tasks.followUp' : 'tasks.decide', { point: name })
  }
  if (task.kind !== 'measurement' || task.indicator === null) return task.title
  return titleOfPeriod(task.title, task.periodKey, task.indicator.frequency, say, language, today)
}

function titleOfPeriod(title: string, periodKey: string, frequency: Frequency, say: Say, language: Language, today: string): string {
  const period = formatPeriod(periodKey, frequency, language, today)
  return say(isNamed(periodKey, frequency, language, today) ? 'tasks.inPeriod' : 'tasks.perDate', { title, period })
}

/** What was answered, by the period it is for: three months answered the same day are three answers. */
export function answeredTitle(
  { title, of }: Pick<TasksView['answeredToday'][number], 'title' | 'of'>,
  say: Say,
  language: Language,
  today: string,
): string {
  if (of === undefined) return title
  return of.periodKey === 'baseline'
    ? say('tasks.baseline', { title })
    : titleOfPeriod(title, of.periodKey, of.frequency, say, language, today)
}

/** «Frist 11. mai, forfalt 16. mai», or the deadline with its weekday when it is near. */
export function deadlineWords(task: TaskView, say: Say, language: Language, today: string): string {
  if (task.state === 'overdue') {
    return say('tasks.deadlineOverdue', {
      due: formatDate(task.dueOn, language, today),
      from: formatDate(task.overdueFrom, language, today),
    })
  }
  return say('tasks.deadline', { date: formatDeadline(task.dueOn, language, today) })
}

/** Why this is the person's to answer; empty for a code we do not know. */
export function whyWords(why: string, say: Say): string {
  const known = knownWhy(why)
  return known === undefined ? '' : say(`why.${known}`)
}
