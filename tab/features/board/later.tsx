import type { BoardView, LaterDecision } from '#contract/board-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tabBoard } from '#contract/texts/tab-board.ts'
import { useSay, useSession } from '../../app/session.ts'
import { usePrinting } from '../../app/use-printing.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import partsCss from '../../parts/parts.module.css'
import css from './board.module.css'
import { caseKey, decisionHref } from './board-words.ts'

/** What comes after the meeting, with what it lacks so far: early enough for it to be prepared. */
export function Later({ board }: { board: BoardView }) {
  const { language } = useSession()
  const say = useSay(tabBoard)
  return (
    <section className={css.later} aria-labelledby="later">
      <h2 id="later">{say('later.title', { date: formatDate(board.until, language, board.today) })}</h2>
      <ul>
        {board.later.map((one) => (
          <li key={caseKey(one)}>
            <Decision one={one} today={board.today} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Decision({ one, today }: { one: LaterDecision; today: string }) {
  const { language } = useSession()
  const say = useSay(tabBoard)
  const printing = usePrinting()
  const { requirements, firstTitle, requested, pointTitle: point } = one
  const missing = [...(firstTitle === null ? [] : [say('missing.first', { point: firstTitle })]), ...requirements.missing]
  return (
    <>
      <p className={css.laterLine}>
        <DecisionDiamond state="planned" />
        <a className={partsCss.link} href={decisionHref(one)}>
          {one.title}
        </a>
        <span className={css.quiet}>
          {point} · {formatDate(one.dueOn, language, today)}
          {!requested && ` · ${say('case.notRequested')}`}
        </span>
      </p>
      {missing.length === 0 ? (
        <p className={css.quiet}>{requirements.all > 0 && say('case.ready', { point })}</p>
      ) : (
        <details open={printing || undefined}>
          <summary>{say('later.missing', { n: missing.length, point })}</summary>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
