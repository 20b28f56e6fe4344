import type { BoardReason } from '#contract/board-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import type { tabBoard } from '#contract/texts/tab-board.ts'

/** «7 saker fram til 15. juni: 2 skulle vært vedtatt, 3 skal vedtas.» */
export function boardSentence(
  all: number,
  counts: readonly { reason: BoardReason; n: number }[],
  date: string,
  say: Translator<typeof tabBoard>,
): string {
  const parts = counts.filter(({ n }) => n > 0).map(({ reason, n }) => say(`sentence.${reason}`, { n }))
  return `${say('sentence.cases', { n: all, date })}: ${parts.join(', ')}.`
}

/** The place of a case on the page. */
export const caseId = (key: string): string => `case-${key}`
