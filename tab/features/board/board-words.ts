import type { BoardCase, BoardReason } from '#contract/board-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import type { tabBoard } from '#contract/texts/tab-board.ts'
import { hrefOf } from '../../app/route.ts'
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

type Decision = Pick<BoardCase, 'key' | 'point'>

/** A project may have more than one case: it is the decision that makes one. */
export const caseKey = ({ key, point }: Decision): string => `${key}-${point}`

/** The place of a case on the page. */
export const caseId = (one: Decision): string => `case-${caseKey(one)}`

/** Where a decision is prepared and taken: a case of the board itself stands on a page of its own. */
export const decisionHref = ({ key, point }: Decision): string =>
  hrefOf(point === 'board' ? { name: 'decision', key, board: true } : { name: 'decision', key })
