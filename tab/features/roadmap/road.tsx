import type { RoadmapRow } from '#contract/roadmap-view.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import type { Period } from './period.ts'
import { roadModel } from './road-model.ts'
import { decisionSentence, type RoadSay, spanSentence, spanWord } from './road-words.ts'
import css from './roadmap.module.css'

/** One project's phases as bars and its decisions as diamonds. Decoration: the row's words say the same. */
export function Road(props: { row: RoadmapRow; period: Period; width: number; words: RoadSay; chosen: number }) {
  const { row, period, width, words, chosen } = props
  const { bars, marks } = roadModel(row, period, { today: words.today, width, wordOf: (span) => spanWord(span, words) })
  const shown = marks.find(({ index }) => index === chosen)
  return (
    <div aria-hidden="true" className={css.road}>
      {bars.map(({ span, left, width: wide, openLeft, openRight, worded }) => (
        <span
          key={`${span.from}${span.phase}${span.state}`}
          className={css.bar}
          data-phase={span.phase}
          data-state={span.state}
          data-open={`${openLeft ? 'left' : ''} ${openRight ? 'right' : ''}`}
          style={{ left: `${left}%`, width: `${wide}%` }}
          title={spanSentence(span, words)}
        >
          {worded && <span className={css.word}>{spanWord(span, words)}</span>}
        </span>
      ))}
      {marks.map(({ decision, index, x }) => (
        <span
          key={decision.key}
          className={css.diamond}
          data-chosen={index === chosen}
          style={{ left: `${x}%` }}
          title={decisionSentence(decision, words)}
        >
          <DecisionDiamond state={decision.state} />
        </span>
      ))}
      {shown && (
        <span className={css.tip} data-side={shown.x > 60 ? 'left' : 'right'} style={{ left: `${shown.x}%` }}>
          {decisionSentence(shown.decision, words)}
        </span>
      )}
    </div>
  )
}
