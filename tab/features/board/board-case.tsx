import type { KeyboardEvent, ReactNode } from 'react'
import type { BoardCase } from '#contract/board-view.ts'
import { formatDate, formatPercent, formatValue } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabBoard } from '#contract/texts/tab-board.ts'
import { words } from '#contract/texts/words.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { DecisionDiamond } from '../../parts/decision-diamond.tsx'
import partsCss from '../../parts/parts.module.css'
import { Status, shapeOfCourse, shapeOfRating } from '../../parts/status-mark.tsx'
import { trendWords } from '../portfolio/row-words.ts'
import css from './board.module.css'
import { caseId, decisionHref } from './board-words.ts'

interface CaseProps {
  given: BoardCase
  number: number
  all: number
  today: string
  /** It is the one on the screen, when they are gone through one by one. */
  current: boolean
  /** Turns to the case before or after; null while all are shown. */
  onTurn: ((by: 1 | -1) => void) | null
}

/** One case as it is put to those who decide: what is asked, how it goes, what is missing. */
export function BoardCaseArticle({ given, number, all, today, current, onTurn }: CaseProps) {
  const { language } = useSession()
  const say = useSay(tabBoard)
  const sayTab = useSay(tab)
  const sayWords = useSay(words)
  const { overall, requirements, firstTitle } = given
  const isDecision = given.reason === 'late' || given.reason === 'due'
  const missing = [...(firstTitle === null ? [] : [say('missing.first', { point: firstTitle })]), ...requirements.missing]
  const act = say(given.canDecide ? 'act.decide' : 'act.open', { point: firstTitle ?? given.pointTitle })
  const date = given.dueOn === null ? '' : formatDate(given.dueOn, language, today)
  const turn = (event: KeyboardEvent<HTMLElement>) => {
    if (onTurn === null || event.target !== event.currentTarget) return
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (by === null) return
    event.preventDefault()
    onTurn(by)
  }
  const decider =
    given.decider === 'leader'
      ? say('case.leader')
      : given.ownerName === null
        ? say('case.ownerNone')
        : say('case.owner', { name: given.ownerName })
  return (
    <article
      id={caseId(given)}
      className={css.case}
      data-current={current}
      tabIndex={-1}
      onKeyDown={turn}
      aria-labelledby={`${caseId(given)}-title`}
    >
      <p className={css.quiet}>
        {say('case.number', { n: number, all })}
        {given.programme !== null && ` · ${given.programme}`}
        {given.area !== '' && ` · ${given.area}`}
      </p>
      <h2 id={`${caseId(given)}-title`}>{given.title}</h2>
      <ul className={css.facts}>
        <li className={given.reason === 'late' ? css.late : undefined}>
          <DecisionDiamond state={given.reason === 'late' ? 'late' : 'planned'} />
          {given.pointTitle} · {say(`reason.${given.reason}`, { date })}
        </li>
        {isDecision && !given.requested && <li>{say('case.notRequested')}</li>}
        <li>{decider}</li>
        <li>
          {given.state === 'onHold' ? (
            <Status shape="onHold">{say('case.onHold')}</Status>
          ) : overall === null ? (
            <Status shape="none">{say('case.statusNone')}</Status>
          ) : (
            <>
              <Status shape={shapeOfRating(overall.rating)}>{sayWords(`rating.${overall.rating}`)}</Status>
              <span className={css.quiet}>{trendWords(overall, sayTab, sayWords)}</span>
            </>
          )}
        </li>
      </ul>
      <Part title={say('case.asked')}>
        <p>
          {given.asked ??
            (given.point === 'board'
              ? say('asked.board')
              : given.opens === null
                ? say('asked.last', { phase: given.phaseTitle })
                : say('asked.opens', { phase: given.phaseTitle, opens: given.opens }))}
        </p>
      </Part>
      <Part title={say('case.benefits')}>
        <Benefits given={given} />
      </Part>
      {given.stopReasons.length > 0 && <Part title={say('case.stop')} lines={given.stopReasons} />}
      {missing.length > 0 ? (
        <Part title={say('case.missing', { point: given.pointTitle })} lines={missing} />
      ) : (
        <p>{requirements.all > 0 && say('case.ready', { point: given.pointTitle })}</p>
      )}
      {requirements.waivers.length > 0 && (
        <Part
          title={say('case.waived')}
          lines={requirements.waivers.map(({ text, waiver }) =>
            say('case.waiver', { what: text, name: waiver.by.name, reason: waiver.reason }),
          )}
        />
      )}
      {given.lateFollowUps.length > 0 && (
        <Part
          title={say('case.followUps')}
          lines={given.lateFollowUps.map((one) => {
            const outcome = sayWords(`outcome.${one.outcome}`)
            const line = say('case.followUp', { point: one.pointTitle, outcome, date: formatDate(one.dueOn, language, today) })
            return one.reason === null ? line : `${line}. ${one.reason}`
          })}
        />
      )}
      <div className={css.acts}>
        <a
          className={`${partsCss.button} ${given.canDecide ? partsCss.primary : ''}`}
          href={decisionHref(given)}
          aria-label={`${act}: ${given.title}`}
        >
          {act}
        </a>
        {given.canTakeUp && !given.canDecide && given.point !== 'board' && (
          <a
            className={partsCss.button}
            href={hrefOf({ name: 'decision', key: given.key, board: true })}
            aria-label={`${say('act.takeUp')}: ${given.title}`}
          >
            {say('act.takeUp')}
          </a>
        )}
        <a
          className={partsCss.link}
          href={hrefOf({ name: 'project', key: given.key })}
          aria-label={`${say('act.project')}: ${given.title}`}
        >
          {say('act.project')}
        </a>
      </div>
    </article>
  )
}

function Part({ title, lines, children }: { title: string; lines?: readonly string[]; children?: ReactNode }) {
  return (
    <section className={css.part}>
      <h3>{title}</h3>
      {children}
      {lines && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What each benefit has given against the plan: numbers where there are any, otherwise what stands in their place. */
function Benefits({ given }: { given: BoardCase }) {
  const { language } = useSession()
  const say = useSay(tabBoard)
  const sayWords = useSay(words)
  if (given.benefits.length === 0) return <p className={css.quiet}>{say('case.benefitsNone')}</p>
  const percent = (value: number | null): string => (value === null ? '–' : formatPercent(value, language))
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('table.indicator')}</th>
            <th scope="col" className={css.number}>
              {say('table.now')}
            </th>
            <th scope="col" className={css.number}>
              {say('table.achieved')}
            </th>
            <th scope="col" className={css.number}>
              {say('table.plan')}
            </th>
            <th scope="col">{say('table.course')}</th>
          </tr>
        </thead>
        <tbody>
          {given.benefits.map(({ title, unit, decimals, assessment }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className={css.number}>
                {assessment?.currentValue == null ? '–' : formatValue(assessment.currentValue, unit ?? '', language, decimals)}
              </td>
              <td className={css.number}>{percent(assessment?.achievementPercent ?? null)}</td>
              <td className={css.number}>{percent(assessment?.plannedPercent ?? null)}</td>
              <td>
                {assessment === null ? (
                  <Status shape="none">{say('table.noIndicator')}</Status>
                ) : (
                  <Status shape={shapeOfCourse(assessment.course)}>{sayWords(`course.${assessment.course}`)}</Status>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
