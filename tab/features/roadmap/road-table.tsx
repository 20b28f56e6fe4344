import type { RoadmapRow } from '#contract/roadmap-view.ts'
import { formatShortDate } from '#contract/texts/format.ts'
import { hrefOf } from '../../app/route.ts'
import type { RowGroup } from './choices.ts'
import { decisionSentence, type RoadSay, spanSentence } from './road-words.ts'
import css from './roadmap.module.css'

/** The same as the timeline, in words and dates. */
export function RoadTable({ groups, words }: { groups: readonly RowGroup<RoadmapRow>[]; words: RoadSay }) {
  const { say, sayTab } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys
    <section className={css.tableFrame} tabIndex={0} aria-label={say('table.caption')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{sayTab('column.project')}</th>
            <th scope="col">{say('table.start')}</th>
            <th scope="col">{say('table.end')}</th>
            <th scope="col">{say('table.phases')}</th>
            <th scope="col">{say('table.decisions')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={css.tableGroup}>
                {group.title}
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={hrefOf({ name: 'project', key: row.key })}>{row.title}</a>
                </th>
                <td>{row.startOn === null ? '–' : formatShortDate(row.startOn)}</td>
                <td>
                  {row.endOn === null ? '–' : formatShortDate(row.endOn)}
                  {row.flags.map((flag) => (
                    <span key={flag} className={css.flagWords}>
                      {say(`flag.${flag}`)}
                    </span>
                  ))}
                </td>
                <td>
                  <ul>
                    {row.spans.map((span) => (
                      <li key={`${span.from}${span.state}`}>{spanSentence(span, words)}</li>
                    ))}
                  </ul>
                </td>
                <td>
                  {row.decisions.length === 0 ? (
                    say('decision.none')
                  ) : (
                    <ul>
                      {row.decisions.map((decision) => (
                        <li key={decision.key}>{decisionSentence(decision, words)}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
