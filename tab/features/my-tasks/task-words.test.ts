import { describe, expect, test } from 'vitest'
import type { TaskView } from '#contract/tasks-view.ts'
import { translator } from '#contract/texts/catalogue.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabForms } from '#contract/texts/tab-forms.ts'
import { TODAY } from '../../fixtures/portfolio.ts'
import { indicators } from '../../fixtures/project.ts'
import { tasks } from '../../fixtures/tasks.ts'
import { answeredTitle, deadlineWords, tasksSentence, taskTitle, whyWords } from './task-words.ts'

const nb = translator(tabForms, 'nb')
const nbTab = translator(tab, 'nb')
const [number, , report, later] = tasks.tasks as [TaskView, TaskView, TaskView, TaskView]
const sentence = (waiting: TaskView[], nextMeasurementOn: string | null = '2026-06-10') =>
  tasksSentence({ ...tasks, nextMeasurementOn }, waiting, nb, nbTab, 'nb')

describe('what is read first', () => {
  test.each([
    [tasks.tasks, 'Hei Kari. To svar er forfalt, og ett skal gis denne uken.'],
    [[number], 'Hei Kari. Ett svar er forfalt.'],
    [[report], 'Hei Kari. Ett svar skal gis denne uken.'],
    [[later], 'Hei Kari. Ingenting haster.'],
    [[], 'Hei Kari. Ingenting venter på deg. Neste måling er 10. juni.'],
  ])('case %#', (waiting, text) => {
    expect(sentence([...waiting])).toBe(text)
  })

  test('without a next measurement it says no date', () => {
    expect(sentence([], null)).toBe('Hei Kari. Ingenting venter på deg.')
  })

  test('is whole in English', () => {
    expect(tasksSentence(tasks, tasks.tasks, translator(tabForms, 'en'), translator(tab, 'en'), 'en')).toBe(
      'Hello Kari. Two answers are overdue, and one is due this week.',
    )
  })
})

describe('a task', () => {
  test.each([
    [number, 'Saksbehandlingstid for april'],
    [report, 'Statusrapport for april'],
    [{ ...number, kind: 'baseline', periodKey: 'baseline' } as TaskView, 'Nullpunkt: Saksbehandlingstid'],
    [
      { ...number, periodKey: '2026-04-12', indicator: { ...indicators.time, frequency: 'yearly' } } as TaskView,
      'Saksbehandlingstid per 12. april',
    ],
    [
      { ...number, kind: 'decisionFollowUp', indicator: null, title: 'Opplæring av servicesenteret' } as TaskView,
      'Opplæring av servicesenteret',
    ],
  ])('is called by what it asks, case %#', (task, title) => {
    expect(taskTitle(task, nb, 'nb', TODAY)).toBe(title)
  })

  test('says its deadline, with the weekday when it is near', () => {
    expect(deadlineWords(number, nb, 'nb', TODAY)).toBe('Frist 11. mai, forfalt 16. mai')
    expect(deadlineWords(report, nb, 'nb', TODAY)).toBe('Frist fredag 22. mai')
    expect(deadlineWords(later, nb, 'nb', TODAY)).toBe('Frist 10. juni')
  })

  test('says why it is this person’s, and nothing for a code from another time', () => {
    expect(whyWords('measurer', nb)).toBe('Du måler denne indikatoren.')
    expect(whyWords('somethingNew', nb)).toBe('')
  })
})

describe('a task that is answered by words or decided', () => {
  const told = (given: Partial<TaskView>) => taskTitle({ ...report, indicator: null, report: null, ...given }, nb, 'nb', TODAY)
  const asked = { kind: 'decisionFollowUp', decision: { point: 'bp4', asked: 'Planen må bli med.' } } as const

  test.each<[Partial<TaskView>, string]>([
    [{ ...asked, periodKey: 'follow-up' }, 'Oppfølging av BP4'],
    [{ ...asked, periodKey: 'decide' }, 'Beslutning BP4'],
    [{ ...asked, periodKey: 'follow-up', decision: { point: 'board', asked: null } }, 'Oppfølging av vedtaket i porteføljestyret'],
    [{ kind: 'pilotEnd', periodKey: '2026-06-30' }, 'Avslutning av piloten'],
    [{ kind: 'action', periodKey: 'lesson' }, 'Læring fra prosjektet'],
    [{ kind: 'action', periodKey: 'done', title: 'Kurs' }, 'Kurs'],
  ])('%o', (given, title) => expect(told(given)).toBe(title))

  test('says that one is responsible for it', () => expect(whyWords('responsible', nb)).toBe('Du er ansvarlig.'))
})

test.each([
  [undefined, 'Svartid'],
  [{ periodKey: '2026-04-30', frequency: 'monthly' as const, decimals: 1 }, 'Svartid for april'],
  [{ periodKey: 'baseline', frequency: 'monthly' as const, decimals: null }, 'Nullpunkt: Svartid'],
])('what was answered is named by its period: %o', (of, title) => {
  expect(answeredTitle({ title: 'Svartid', ...(of && { of }) }, nb, 'nb', TODAY)).toBe(title)
})
