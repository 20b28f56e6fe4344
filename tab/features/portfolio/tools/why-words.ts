import type { Language } from '#contract/codes.ts'
import type { DetailsRow, LackingView } from '#contract/portfolio-details-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate } from '#contract/texts/format.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import type { ProjectRow } from '#contract/views.ts'
import type { Find } from '../filters.ts'
import { inPeriod } from '../row-words.ts'

/** One reason: what it is about (empty for the project itself), and what is the matter. */
export interface Why {
  about: string
  what: string
}

export interface Words {
  say: Translator<typeof tabPortfolio>
  sayTab: Translator<typeof tab>
  language: Language
  today: string
}

/** Whether a project is one of those a find looks for. */
export function isFound(find: Find, row: ProjectRow, details: DetailsRow | null): boolean {
  switch (find) {
    case 'lacking':
      return (details?.lacking.length ?? 0) > 0
    case 'stop':
      return (details?.stop.length ?? 0) > 0
    case 'noOwner':
      return row.missingOwner
    case 'noIndicator':
      return row.benefits.withoutIndicator > 0
  }
}

/** Why a project is found, in words and without anybody's name; the longest overdue first. */
export function whysOf(find: Find, details: DetailsRow | null, words: Words): Why[] {
  const { say } = words
  switch (find) {
    case 'lacking':
      return (details?.lacking ?? []).map((one) => ({ about: one.title, what: lackingWords(one, words) }))
    case 'stop':
      return (details?.stop ?? []).map((why) => ({ about: '', what: say(`why.${why}`) }))
    case 'noOwner':
      return [{ about: '', what: say('why.noOwner') }]
    case 'noIndicator':
      return (details?.withoutIndicator ?? []).map((title) => ({ about: title, what: say('why.noIndicator') }))
  }
}

function lackingWords({ why, periodKey, frequency, on, reason }: LackingView, { say, sayTab, language, today }: Words): string {
  const date = on === null ? '' : formatDate(on, language, today)
  const measurement = () => inPeriod(say('why.measurement'), periodKey ?? '', frequency, sayTab, language, today)
  switch (why) {
    case 'overdue':
      return say('why.overdue', { what: measurement(), date })
    case 'baselineOverdue':
      return say('why.baselineOverdue', { date })
    case 'notMeasurable':
      return say('why.notMeasurable', { what: measurement(), reason: reason?.trim() || say('why.noReason') })
    case 'baselineMissing':
      return say('why.baselineMissing')
  }
}

/** One reason as one line. */
export const whyLine = ({ about, what }: Why): string => (about === '' ? what : `${about}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`)
