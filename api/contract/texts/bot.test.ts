import { describe, expect, test } from 'vitest'
import { botTexts } from './bot.ts'
import { type Catalogue, translator } from './catalogue.ts'

const entries = Object.entries(botTexts as Catalogue)

/** Texts that truly are the same in bokmål and nynorsk. */
const SAME_IN_NYNORSK: readonly string[] = [
  'act.answer',
  'act.back',
  'action.done',
  'action.lead',
  'action.said',
  'approval.no',
  'approval.sendNo',
  'asked.next',
  'command.help',
  'command.language',
  'command.mine',
  'command.pause',
  'command.pauseUntil',
  'command.record',
  'command.status',
  'command.stop',
  'command.subscribe',
  'decision.pilotEnd',
  'decision.ready',
  'decision.save',
  'delegate.open',
  'delegate.save',
  'handover.no',
  'help.language',
  'kind.action',
  'kind.baseline',
  'kind.measurement',
  'kind.ofPeriod',
  'kind.pilotEnd',
  'kind.statusReport',
  'measure.confirm',
  'measure.save',
  'measure.target',
  'measured.baseline',
  'measured.target',
  'measured.undo',
  'measured.undoUntil',
  'notRelevant.save',
  'nudge.askAction',
  'nudge.deadline',
  'nudge.moreInTab',
  'pause.save',
  'report.before',
  'report.comment',
  'report.edit',
  'report.fill',
  'report.publish',
  'report.title',
  'resting.done',
  'scope.area',
  'scope.programme',
  'scope.project',
  'status.moreBenefits',
  'status.noOverdue',
  'status.phase',
  'status.reported',
  'status.status',
  'summary.label',
  'summary.labelScope',
  'summary.notice',
  'summary.ofTotal',
  'summary.stop',
  'tasks.next',
  'why.lead',
  'why.office',
  'wrongPerson.open',
]

const NUMBERS = ['n', 'total']

describe('the texts of the bot', () => {
  test('no nynorsk text equals bokmål unless it is on the list of those that truly are the same', () => {
    const same = entries.filter(([, entry]) => entry.nb === entry.nn).map(([key]) => key)
    expect(same.sort()).toEqual([...SAME_IN_NYNORSK].sort())
  })

  test('no text is empty or shouts', () => {
    for (const [key, entry] of entries) {
      for (const text of [entry.nb, entry.nn, entry.en]) {
        expect(text.trim(), key).not.toBe('')
        expect(text, key).not.toMatch(/!/)
      }
    }
  })

  test('every text takes the same arguments in all three languages, in both word sets', () => {
    for (const [key, entry] of entries) {
      const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))]
      const wanted = new Set([...names(entry.nb), ...names(entry.nn), ...names(entry.en)])
      const args = Object.fromEntries([...wanted].map((name) => [name, NUMBERS.includes(name) ? 2 : 'x']))
      for (const language of ['nb', 'nn', 'en'] as const) {
        for (const words of ['gevinst', 'nytte'] as const) {
          expect(translator({ entry }, language, words)('entry', args), `${key} ${language}`).not.toMatch(/[{}]/)
        }
      }
    }
  })

  test('nobody is called late, and nothing is called by a word the method does not use', () => {
    for (const [key, entry] of entries) {
      expect(entry.nb, key).not.toMatch(/KPI|gevinsteier|du har ikke|påminn|purr/i)
      expect(entry.nn, key).not.toMatch(/\b(ikke|jeg|hva|hvordan|fra|siden|noe|deres|bli|ble|prosjekter)\b/)
    }
  })
})
