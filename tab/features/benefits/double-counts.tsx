import type { BenefitsView } from '#contract/benefits-view.ts'
import { hrefOf } from '../../app/route.ts'
import { amountWords, type BenefitSay } from './benefit-table.ts'
import css from './benefits.module.css'
import type { Listed } from './choices.ts'

const FEW = 20
const FEW_OF_ONE = 10

/** Benefits that may be one and the same effect, each with its project. Folded: it is for whoever goes through the sums. */
export function DoubleCounts({ view, rows, words }: { view: BenefitsView; rows: readonly Listed[]; words: BenefitSay }) {
  const { say } = words
  const byKey = new Map(rows.map((row) => [row.key, row]))
  if (view.doubleCounts.length === 0) return null
  return (
    <details className={css.double}>
      <summary>{say('double.title', { n: view.doubleCounts.length })}</summary>
      <p className={css.quiet}>{say('double.lead')}</p>
      <ul>
        {view.doubleCounts.slice(0, FEW).map(({ why, keys }) => (
          <li key={keys.join(' ')}>
            <b>{say(why === 'title' ? 'double.byTitle' : 'double.byIndicator')}</b>
            <ul>
              {keys.slice(0, FEW_OF_ONE).flatMap((key) => {
                const row = byKey.get(key)
                return row
                  ? [
                      <li key={key}>
                        {row.title} · <a href={hrefOf({ name: 'project', key: row.projectKey })}>{row.project.title}</a> ·{' '}
                        {amountWords(row.planned, row, words)}
                      </li>,
                    ]
                  : []
              })}
              {keys.length > FEW_OF_ONE && <li className={css.quiet}>{say('double.more', { n: keys.length - FEW_OF_ONE })}</li>}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
