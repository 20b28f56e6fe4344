import { useMemo, useState } from 'react'
import type { RoadmapDecision, RoadmapRow } from '#contract/roadmap-view.ts'
import { formatMonth, formatShortDate } from '#contract/texts/format.ts'
import { hrefOf } from '../../app/route.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import partsCss from '../../parts/parts.module.css'
import { type Listed, listOf } from './decision-list-model.ts'
import { decisionSentence, pointTitle, type RoadSay } from './road-words.ts'
import css from './roadmap.module.css'

/** For phones and high zoom: the decisions by date, the late ones first, and what has none. */
export function DecisionList({ rows, words }: { rows: readonly RoadmapRow[]; words: RoadSay }) {
  const { say, language, today } = words
  const [past, setPast] = useState(false)
  const { late, months, taken, undated } = useMemo(() => listOf(rows, today), [rows, today])
  if (late.length + months.length + taken.length + undated.length === 0) return <p>{say('list.empty')}</p>
  return (
    <section aria-label={say('list.label')} className={css.list}>
      {late.length > 0 && <Part title={say('list.late')} items={late} words={words} />}
      {months.map(({ month, items }) => (
        <Part key={month} title={formatMonth(month, language, today)} items={items} words={words} />
      ))}
      {undated.length > 0 && (
        <div>
          <h2 className={css.listTitle}>{say('list.undated')}</h2>
          <ul>
            {undated.map((row) => (
              <li key={row.key} className={css.listed}>
                <a href={hrefOf({ name: 'project', key: row.key })}>{row.title}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {taken.length > 0 &&
        (past ? (
          <Part title={say('list.taken')} items={taken} words={words} />
        ) : (
          <button type="button" className={partsCss.button} onClick={() => setPast(true)}>
            {say('list.showTaken', { n: taken.length })}
          </button>
        ))}
    </section>
  )
}

function Part({ title, items, words }: { title: string; items: readonly Listed[]; words: RoadSay }) {
  return (
    <div>
      <h2 className={css.listTitle}>{title}</h2>
      <ul>
        {items.map(({ row, decision }) => (
          <li key={decision.key} className={css.listed}>
            <span className={css.listedMark} title={decisionSentence(decision, words)}>
              <DecisionDiamond state={decision.state} />
            </span>
            <span>
              <span className={css.listedWhen}>
                {formatShortDate(decision.on)} · {outcomeOf(decision, words)}
              </span>
              <a href={hrefOf({ name: 'project', key: row.key })}>{row.title}</a>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const outcomeOf = (decision: RoadmapDecision, words: RoadSay): string =>
  decision.outcome === null
    ? pointTitle(decision, words)
    : `${pointTitle(decision, words)}: ${words.sayWords(`outcome.${decision.outcome}`)}`
