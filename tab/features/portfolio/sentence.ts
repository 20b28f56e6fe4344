import type { Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatNumber } from '#contract/texts/format.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'

type Say = Translator<typeof tab>
type Summary = PortfolioView['summary']
type DecisionCounts = Pick<Summary, 'decisionsSoon' | 'decisionsUntil' | 'decisionsLate' | 'oldestLateDecisionOn'>

/** What is read first: «To av 24 prosjekter er i avvik, fem må følges opp, og ni svar er forfalt.» */
export function portfolioSentence(summary: Summary, say: Say, language: Language): string {
  const all = formatNumber(summary.projects, language)
  if (summary.projects === 0) return `${say('sentence.none')}.`
  const clauses: string[] = []
  const add = (key: 'sentence.offFirst' | 'sentence.watchFirst' | 'sentence.watch' | 'sentence.overdue', n: number) => {
    if (n > 0) clauses.push(say(key, { n, all, count: countWord(n, 'neuter', say, language) }))
  }
  add('sentence.offFirst', summary.offTrack)
  add(summary.offTrack > 0 ? 'sentence.watch' : 'sentence.watchFirst', summary.watch)
  add('sentence.overdue', summary.overdue)
  if (clauses.length === 0) return `${say('sentence.calm', { all })}.`
  return capital(`${listed(clauses, say('sentence.join'))}.`)
}

/** The second line: how many decisions come, and which should have been taken. */
export function decisionsSentence(view: { today: string; summary: DecisionCounts }, say: Say, language: Language): string {
  const { decisionsSoon, decisionsUntil, decisionsLate, oldestLateDecisionOn } = view.summary
  const date = formatDate(decisionsUntil, language, view.today)
  const late = decisionsLate > 0 && oldestLateDecisionOn !== null ? formatDate(oldestLateDecisionOn, language, view.today) : null
  const count = (n: number) => countWord(n, 'feminine', say, language)
  const soon = decisionsSoon > 0 ? say('decisions.soon', { n: decisionsSoon, count: count(decisionsSoon), date }) : null
  if (soon === null && late === null) return say('decisions.none', { date })
  if (soon === null) return capital(`${say('decisions.lateFirst', { n: decisionsLate, count: count(decisionsLate), date: late })}.`)
  if (late === null) return capital(`${soon}.`)
  return capital(`${soon}${say('sentence.join')}${say('decisions.late', { n: decisionsLate, count: count(decisionsLate), date: late })}.`)
}

/** Small numbers in words, as one writes them in a sentence; from thirteen on in digits. */
export function countWord(n: number, gender: 'feminine' | 'neuter', say: Say, language: Language): string {
  return n >= 1 && n <= 12 ? say(gender === 'neuter' ? 'count.neuter' : 'count.feminine', { n: String(n) }) : formatNumber(n, language)
}

function listed(clauses: string[], last: string): string {
  if (clauses.length < 3) return clauses.join(last)
  return `${clauses.slice(0, -1).join(', ')}${last}${clauses.at(-1)}`
}

/** With a capital first letter, for the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
