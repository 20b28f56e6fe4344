// biome-ignore-all lint/a11y/useSemanticElements: a virtualised tree grid cannot be a table; the roles say what the elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import type { ReactNode } from 'react'
import { formatShortDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { words } from '#contract/texts/words.ts'
import type { ProjectRow } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { AchievementBar } from '../../parts/achievement-bar.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import partsCss from '../../parts/parts.module.css'
import { PhaseLine } from '../../parts/phase-line.tsx'
import { StatusMark, shapeOfRating, shapeOfState } from '../../parts/status-mark.tsx'
import { TrendArrow } from '../../parts/trend-arrow.tsx'
import css from './grid.module.css'
import { barWords, benefitWords, decisionWords, overdueWords, phaseNumber, pointName, trendWords } from './row-words.ts'

type Name = 'phase' | 'status' | 'benefit' | 'decision' | 'overdue' | 'reported'
const COLUMN: Record<Name, number> = { phase: 2, status: 3, benefit: 4, decision: 5, overdue: 6, reported: 7 }

function Cell({ name, children }: { name: Name; children?: ReactNode }) {
  return (
    <div role="gridcell" aria-colindex={COLUMN[name]} className={css[name]}>
      {children}
    </div>
  )
}

export function ProjectCell({ row, href }: { row: ProjectRow; href: string }) {
  const say = useSay(tab)
  const under = [
    row.programme?.title ?? row.area,
    row.restricted ? say('row.restricted') : '',
    row.missingOwner ? say('row.missingOwner') : '',
  ]
  return (
    <div role="rowheader" aria-colindex={1} className={css.project}>
      <a href={href} tabIndex={-1} className={css.name} title={row.title}>
        {row.title}
      </a>
      <span className={css.under}>{under.filter((text) => text !== '').join(' · ')}</span>
    </div>
  )
}

export function PhaseCell({ row }: { row: ProjectRow }) {
  const say = useSay(tab)
  const sayWords = useSay(words)
  const n = phaseNumber(row.phase)
  return (
    <Cell name="phase">
      <span className={css.phaseLine}>
        <PhaseLine number={n} resting={row.state !== 'active'} />
      </span>
      <span className={css.phaseWord}>
        {sayWords(`phase.${row.phase}`)}
        <Hidden>, {say('row.phaseOf', { n })}</Hidden>
      </span>
      <span className={css.phaseShort} aria-hidden="true">
        {say('row.phaseShort', { n })}
      </span>
    </Cell>
  )
}

/** Shape and word of the last report, or of the project's own state when it rests. */
export function StatusCell({ row }: { row: ProjectRow }) {
  const say = useSay(tab)
  const sayWords = useSay(words)
  if (row.state !== 'active') {
    return (
      <Cell name="status">
        <span className={css.mark}>
          <StatusMark shape={shapeOfState(row.state)} />
        </span>
        <span>{sayWords(`state.${row.state}`)}</span>
      </Cell>
    )
  }
  const rating = row.overall?.rating ?? 'notAssessed'
  return (
    <Cell name="status">
      <span className={css.mark}>
        <StatusMark shape={shapeOfRating(rating)} />
      </span>
      <span className={rating === 'red' ? css.strong : undefined}>{sayWords(`rating.${rating}`)}</span>
      <span className={css.mark}>{row.overall?.trend && <TrendArrow trend={row.overall.trend} />}</span>
      <span className={css.under}>{trendWords(row.overall, say, sayWords)}</span>
    </Cell>
  )
}

/** One benefit as a bar with its number, or words when there is nothing to draw. Never an average. */
export function BenefitCell({ row }: { row: ProjectRow }) {
  const { language } = useSession()
  const say = useSay(tab)
  const sayWords = useSay(words)
  const bar = barWords(row, say, language)
  const assessment = row.mainBenefit?.assessment
  if (bar === null || assessment == null || assessment.achievementPercent === null) {
    const lines = benefitWords(row, say, sayWords)
    return (
      <Cell name="benefit">
        <span className={css.line}>{lines.first}</span>
        {lines.second !== '' && <span className={css.under}>{lines.second}</span>}
      </Cell>
    )
  }
  return (
    <Cell name="benefit">
      <span className={css.bar}>
        <AchievementBar achieved={assessment.achievementPercent} plan={assessment.plannedPercent} forecast={assessment.forecastPercent} />
        <span className={css.percent}>{bar.percent}</span>
        {bar.plan !== null && <span className={css.plan}>{bar.plan}</span>}
        {assessment.forecastPercent !== null && (
          <Hidden>, {say('bar.forecast', { percent: `${Math.round(assessment.forecastPercent)} %` })}</Hidden>
        )}
      </span>
      <span className={css.caption} title={bar.title}>
        <span className={css.under}>{bar.title}</span>
        <span className={css.onTrack}>· {bar.onTrack}</span>
      </span>
    </Cell>
  )
}

export function DecisionCell({ row }: { row: ProjectRow }) {
  const say = useSay(tab)
  const next = row.nextDecision
  if (next === null) return <Cell name="decision" />
  const lines = decisionWords(next, say)
  return (
    <Cell name="decision">
      <span className={css.point}>
        <span className={`${partsCss.point} ${next.late ? partsCss.pointLate : ''}`}>{pointName(next.point, say)}</span>
        {lines.first}
      </span>
      <span className={`${css.under} ${next.late ? css.late : ''}`}>{lines.second}</span>
    </Cell>
  )
}

/** How many answers are overdue and which; an empty cell, not «0», when none is. */
export function OverdueCell({ row, today }: { row: ProjectRow; today: string }) {
  const { language } = useSession()
  const say = useSay(tab)
  if (row.overdue.length === 0) {
    return (
      <Cell name="overdue">
        <Hidden>{say('row.noneOverdue')}</Hidden>
      </Cell>
    )
  }
  const lines = overdueWords(row.overdue, say, language, today)
  return (
    <Cell name="overdue">
      <span className={partsCss.count}>{row.overdue.length}</span>
      <span className={css.reason} title={`${lines.first} · ${lines.second}`}>
        <span className={css.line}>{lines.first}</span>
        <span className={css.under}>{lines.second}</span>
      </span>
    </Cell>
  )
}

export function ReportedCell({ row }: { row: ProjectRow }) {
  const say = useSay(tab)
  const last = row.lastReported
  return (
    <Cell name="reported">
      <span>{last === null ? '–' : formatShortDate(last.on)}</span>
      <span className={css.under}>{last === null ? say('reported.none') : say(`reported.${last.kind}`)}</span>
    </Cell>
  )
}
