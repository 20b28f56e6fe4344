import type { Language } from '#contract/codes.ts'
import type { RoadmapDecision, RoadmapRow, RoadmapSpan } from '#contract/roadmap-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate } from '#contract/texts/format.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { tabRoadmap } from '#contract/texts/tab-roadmap.ts'
import type { words } from '#contract/texts/words.ts'

/** The texts a road is put into words with, in the person's language. */
export interface RoadSay {
  say: Translator<typeof tabRoadmap>
  sayTab: Translator<typeof tab>
  sayWords: Translator<typeof words>
  language: Language
  today: string
}

/** The word of a stretch: its phase, the phases it covers, or that it waits. */
export function spanWord({ phase, through, state }: RoadmapSpan, { say, sayWords }: RoadSay): string {
  if (state === 'held') return sayWords('state.onHold')
  const first = sayWords(`phase.${phase}`)
  return through === phase ? first : say('span.through', { first, last: sayWords(`phase.${through}`) })
}

/** A stretch as a sentence: «Gjennomføre nå: siden 5. januar, planlagt til 1. oktober». */
export function spanSentence(span: RoadmapSpan, words: RoadSay): string {
  const { say, language, today } = words
  const from = formatDate(span.from, language, today)
  const phase = spanWord(span, words)
  if (span.to === null) {
    if (span.state === 'now') return say(span.phase === 'realise' ? 'span.nowRealise' : 'span.nowOpen', { phase, from })
    if (span.state === 'held') return say('span.heldOpen', { from })
    return say(span.state === 'planned' ? 'span.plannedOpen' : 'span.doneOpen', { phase, from })
  }
  const to = formatDate(span.to, language, today)
  return span.state === 'held' ? say('span.held', { from, to }) : say(`span.${span.state}`, { phase, from, to })
}

/** `BP3 – Til gjennomføring`; the board by its own name. */
export const pointTitle = ({ point }: Pick<RoadmapDecision, 'point'>, { sayTab }: Pick<RoadSay, 'sayTab'>): string =>
  point === 'board' ? sayTab('decision.board') : `${point.toUpperCase()} – ${sayTab(`decision.${point}`)}`

/** A decision as a sentence: «BP3 – Til gjennomføring, skulle vært tatt 11. mai». */
export function decisionSentence(decision: RoadmapDecision, words: RoadSay): string {
  const { say, sayWords, language, today } = words
  const args = { point: pointTitle(decision, words), date: formatDate(decision.on, language, today) }
  if (decision.state !== 'taken' || decision.outcome === null)
    return say(decision.state === 'late' ? 'decision.late' : 'decision.planned', args)
  return say('decision.taken', { ...args, outcome: sayWords(`outcome.${decision.outcome}`) })
}

/** What a screen reader hears of a row: where the project is, and its next decision. */
export function rowSummary(row: RoadmapRow, words: RoadSay): string {
  const current = row.spans.find(({ state }) => state === 'now' || state === 'held') ?? row.spans.at(-1)
  const next = row.decisions.find(({ state }) => state !== 'taken')
  return [
    ...(row.state === 'active' ? [] : [words.sayWords(`state.${row.state}`)]),
    ...(current ? [spanSentence(current, words)] : []),
    ...(next ? [decisionSentence(next, words)] : []),
    ...row.flags.map((flag) => words.say(`flag.${flag}`)),
  ].join('. ')
}
