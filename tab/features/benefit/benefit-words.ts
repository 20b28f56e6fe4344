import type { Language } from '#contract/codes.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatDate, formatPeriod } from '#contract/texts/format.ts'
import type { tabProject } from '#contract/texts/tab-project.ts'
import type { IndicatorView } from '#contract/views.ts'
import { isNamed } from './period-words.ts'

/** What of this indicator is overdue, one line each: «April forfalt 16. mai». */
export function overdueLines(indicator: IndicatorView, say: Translator<typeof tabProject>, language: Language, today: string): string[] {
  return indicator.open
    .filter((open) => open.state === 'overdue')
    .map((open) => {
      const date = formatDate(open.overdueFrom, language, today)
      if (open.periodKey === 'baseline') return say('benefits.overdueBaseline', { date })
      const period = formatPeriod(open.periodKey, indicator.frequency, language, today)
      if (!isNamed(open.periodKey, indicator.frequency, language, today)) return say('benefits.overdueDate', { period, date })
      return say('benefits.overdue', { period: period.charAt(0).toUpperCase() + period.slice(1), date })
    })
}
