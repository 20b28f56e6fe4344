import { formatDate, formatNumber } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { type Filters, type Narrowing, toggled } from './filters.ts'
import css from './portfolio.module.css'

/** At most four numbers, each a button that narrows the rows to those it counts. */
export function Numbers({
  portfolio,
  filters,
  onFilters,
}: {
  portfolio: PortfolioView
  filters: Filters
  onFilters: (next: Filters) => void
}) {
  const { language } = useSession()
  const say = useSay(tab)
  const { summary, today } = portfolio
  const number = (n: number) => formatNumber(n, language)
  const until = formatDate(summary.decisionsUntil, language, today)
  const numbers: { narrowing: Narrowing; value: string; caption: string; late?: boolean }[] = [
    {
      narrowing: 'overdue',
      value: number(summary.overdue),
      caption: say('numbers.overdue', { n: summary.overdue }),
      late: summary.overdue > 0,
    },
    {
      narrowing: 'decisions',
      value: number(summary.decisionsSoon),
      caption: say('numbers.decisions', { n: summary.decisionsSoon, date: until }),
    },
    {
      narrowing: 'measured',
      value: say('numbers.of', { n: number(summary.benefitsOnTrack), all: number(summary.benefitsMeasured) }),
      caption: say('numbers.onTrack'),
    },
    {
      narrowing: 'realised',
      value: number(summary.realisedThisYear),
      caption: say('numbers.realised', { n: summary.realisedThisYear, year: today.slice(0, 4) }),
    },
  ]
  return (
    <ul className={css.numbers} data-tour="numbers" aria-label={say('numbers.label')}>
      {numbers.map((one) => (
        <li key={one.narrowing}>
          <button
            type="button"
            aria-pressed={filters.narrow.includes(one.narrowing)}
            className={css.number}
            data-late={one.late === true}
            onClick={() => onFilters(toggled(filters, one.narrowing))}
          >
            <span className={css.figure}>{one.value}</span> <span className={css.caption}>{one.caption}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
