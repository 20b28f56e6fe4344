import type { BoardReason } from '#contract/board-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import type { tabBoard } from '#contract/texts/tab-board.ts'
import { capital } from '../portfolio/sentence.ts'

/** «Sju saker fram til 15. juni: to skulle vært vedtatt, tre skal vedtas.» */
export function boardSentence(
  all: number,
  counts: readonly { reason: BoardReason; n: number }[],
  date: string,
  say: Translator<typeof tabBoard>,
  count: (n: number) => string,
): string {
  const parts = counts.filter(({ n }) => n > 0).map(({ reason, n }) => say(`sentence.${reason}`, { n, count: count(n) }))
  return capital(`${say('sentence.cases', { n: all, count: count(all), date })}: ${parts.join(', ')}.`)
}

/** The place of a case on the page. */
export const caseId = (key: string): string => `case-${key}`
