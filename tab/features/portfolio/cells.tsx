import { firstWords } from '#contract/texts/first-words.ts'
import { formatShortDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import type { ProjectRow } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { AchievementBar } from '../../parts/achievement-bar.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import partsCss from '../../parts/parts.module.css'
import { PhaseLine } from '../../parts/phase-line.tsx'
import { StatusMark, shapeOfRating, shapeOfState } from '../../parts/status-mark.tsx'
import { TrendArrow } from '../../parts/trend-arrow.tsx'
import css from './grid.module.css'
import { barWords, benefitWords, decisionWords, overdueWords, phaseNumber, pointName, trendWords } from './row-words.ts'
import type { Column } from './shown.ts'

interface CellProps {
  row: ProjectRow
  today: string
}

/** The quiet second line: one line, and where it does not fit the whole of it as a tip. */
const Under = ({ text, late = false }: { text: string; late?: boolean }) => (
  <span className={`${css.under} ${late ? css.late : ''}`} title={text}>
    {text}
  </span>
)

export function ProjectCell({ row }: CellProps) {
  const say = useSay(tab)
  const under = [
    row.programme?.title ?? row.area,
    row.restricted ? say('row.restricted') : '',
    row.missingOwner ? say('row.missingOwner') : '',
  ]
    .filter((text) => text !== '')
    .join(' · ')
  return (
    <span className={css.named}>
      <a href={hrefOf({ name: 'project', key: row.key })} tabIndex={-1} className={css.name} title={row.title}>
        {row.title}
      </a>
      <Under text={under} />
    </span>
  )
}

export function PhaseCell({ row }: CellProps) {
  const say = useSay(tab)
  const sayWords = useSay(firstWords)
  const n = phaseNumber(row.phase)
  return (
    <>
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
    </>
  )
}

/** Shape and word of the last report, or of the project's own state when it rests. */
export function StatusCell({ row }: CellProps) {
  const say = useSay(tab)
  const sayWords = useSay(firstWords)
  if (row.state !== 'active') {
    return (
      <>
        <span className={css.mark}>
          <StatusMark shape={shapeOfState(row.state)} />
        </span>
        <span>{sayWords(`state.${row.state}`)}</span>
      </>
    )
  }
  const rating = row.overall?.rating ?? 'notAssessed'
  return (
    <>
      <span className={css.mark}>
        <StatusMark shape={shapeOfRating(rating)} />
      </span>
      <span className={rating === 'red' ? css.strong : undefined}>{sayWords(`rating.${rating}`)}</span>
      <span className={css.mark}>{row.overall?.trend && <TrendArrow trend={row.overall.trend} />}</span>
      <Under text={trendWords(row.overall, say, sayWords)} />
    </>
  )
}

/** One benefit as a bar with its number, or words when there is nothing to draw. Never an average. */
export function BenefitCell({ row }: CellProps) {
  const { language } = useSession()
  const say = useSay(tab)
  const sayWords = useSay(firstWords)
  const bar = barWords(row, say, language)
  const assessment = row.mainBenefit?.assessment
  if (bar === null || assessment == null || assessment.achievementPercent === null) {
    const lines = benefitWords(row, say, sayWords)
    return (
      <>
        <span className={css.line} title={lines.first}>
          {lines.first}
        </span>
        {lines.second !== '' && <Under text={lines.second} />}
      </>
    )
  }
  return (
    <>
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
    </>
  )
}

export function DecisionCell({ row }: CellProps) {
  const say = useSay(tab)
  const next = row.nextDecision
  if (next === null) return null
  const lines = decisionWords(next, say)
  return (
    <>
      <span className={css.point}>
        <span className={`${partsCss.point} ${next.late ? partsCss.pointLate : ''}`}>{pointName(next.point, say)}</span>
        {lines.first}
      </span>
      <Under text={lines.second} late={next.late} />
    </>
  )
}

/** How many answers are overdue and which; an empty cell, not «0», when none is. */
export function OverdueCell({ row, today }: CellProps) {
  const { language } = useSession()
  const say = useSay(tab)
  if (row.overdue.length === 0) {
    return <Hidden>{say('row.noneOverdue')}</Hidden>
  }
  const lines = overdueWords(row.overdue, say, language, today)
  return (
    <>
      <span className={partsCss.count}>{row.overdue.length}</span>
      <span className={css.reason} title={`${lines.first} · ${lines.second}`}>
        <span className={css.line}>{lines.first}</span>
        <span className={css.under}>{lines.second}</span>
      </span>
    </>
  )
}

export function ReportedCell({ row }: CellProps) {
  const say = useSay(tab)
  const last = row.lastReported
  return (
    <>
      <span>{last === null ? '–' : formatShortDate(last.on)}</span>
      <Under text={last === null ? say('reported.none') : say(`reported.${last.kind}`)} />
    </>
  )
}

/** The columns everybody begins with, in the order of the design. */
export const COLUMNS: readonly Column[] = [
  { id: 'project', Cell: ProjectCell },
  { id: 'phase', Cell: PhaseCell },
  { id: 'status', Cell: StatusCell },
  { id: 'benefit', Cell: BenefitCell },
  { id: 'decision', Cell: DecisionCell },
  { id: 'overdue', Cell: OverdueCell },
  { id: 'reported', Cell: ReportedCell },
]
