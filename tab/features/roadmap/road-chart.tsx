// biome-ignore-all lint/a11y/useSemanticElements: cells of a tree grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RoadmapRow } from '#contract/roadmap-view.ts'
import { formatMonth } from '#contract/texts/format.ts'
import { hrefOf } from '../../app/route.ts'
import { useSession } from '../../app/session.ts'
import { Hidden } from '../../parts/hidden.tsx'
import { StatusMark, shapeOfRating, shapeOfState } from '../../parts/status-mark.tsx'
import { type TreeGroup, TreeRows } from '../../parts/tree-rows.tsx'
import { type Period, placing, type Tick, ticksOf } from './period.ts'
import { Road } from './road.tsx'
import { stepFrom } from './road-model.ts'
import { decisionSentence, type RoadSay, rowSummary } from './road-words.ts'
import css from './roadmap.module.css'

const ROW_PX = 34
/** Half the width of today's flag, and about what a year's four digits take. */
const FLAG_PX = 24
const YEAR_PX = 34

/** The projects as rows on one time axis. Left and right step through a project's decisions. */
export function RoadChart({ groups, period, words }: { groups: readonly TreeGroup<RoadmapRow>[]; period: Period; words: RoadSay }) {
  const { go, announce } = useSession()
  const { say, sayTab, language, today } = words
  const help = useId()
  const track = useRef<HTMLDivElement>(null)
  const width = useWidth(track)
  const [chosen, setChosen] = useState<{ key: string; index: number } | null>(null)
  const ticks = useMemo(() => ticksOf(period, width), [period, width])
  const todayX = placing(period)(today)
  const showsToday = todayX >= 0 && todayX <= 100

  const onKey = (row: RoadmapRow, key: string): boolean => {
    if (key === 'Escape') setChosen(null)
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false
    const at = chosen?.key === row.key ? chosen.index : -1
    const index = stepFrom(at, key === 'ArrowRight' ? 1 : -1, row.decisions, today)
    const decision = row.decisions[index]
    setChosen(decision ? { key: row.key, index } : null)
    announce(decision ? decisionSentence(decision, words) : say('decision.none'))
    return true
  }
  // The flag of today stands on the line of the years: a year under it goes down beside its month.
  const yearOn = (tick: Tick): 'above' | 'beside' | null => {
    if (!tick.year && tick !== ticks[0]) return null
    const px = ((todayX - tick.x) / 100) * width
    return showsToday && px > -FLAG_PX && px < FLAG_PX + YEAR_PX ? 'beside' : 'above'
  }
  const onlyYears = ticks.length > 1 && ticks.every(({ year }) => year)
  const head = (
    <>
      <div role="columnheader" aria-colindex={1} className={css.name}>
        {sayTab('column.project')}
      </div>
      <div role="columnheader" aria-colindex={2} className={css.track} ref={track}>
        <Hidden>{say('chart.timeline')}</Hidden>
        {ticks.map((tick) => (
          <span key={tick.date} aria-hidden="true" className={css.tick} style={{ left: `${tick.x}%` }}>
            {yearOn(tick) === 'above' && <b className={css.year}>{tick.date.slice(0, 4)}</b>}
            {onlyYears ? (
              yearOn(tick) === 'beside' && <b className={css.year}>{tick.date.slice(0, 4)}</b>
            ) : (
              <span>
                {monthName(tick.date, language)}
                {yearOn(tick) === 'beside' && <b className={css.year}> {tick.date.slice(0, 4)}</b>}
              </span>
            )}
          </span>
        ))}
        {showsToday && (
          <span aria-hidden="true" className={css.todayFlag} style={{ left: `${todayX}%` }}>
            {say('zoom.today')}
          </span>
        )}
      </div>
    </>
  )
  const behind = (
    <div className={css.lines} aria-hidden="true">
      {ticks.map((tick) => (
        <i key={tick.date} className={tick.year ? css.yearLine : css.line} style={{ left: `${tick.x}%` }} />
      ))}
    </div>
  )
  const front = showsToday && (
    <div className={`${css.lines} ${css.front}`} aria-hidden="true">
      <i className={css.todayLine} style={{ left: `${todayX}%` }} />
    </div>
  )
  return (
    <>
      <p id={help} hidden>
        {say('chart.help')}
      </p>
      <TreeRows
        name="roadmap"
        label={say('chart.label')}
        describedBy={help}
        columns={2}
        head={head}
        behind={behind}
        front={front}
        rowClass={css.columns}
        rowHeight={ROW_PX}
        groups={groups}
        onKey={onKey}
        onOpen={(row) => go({ name: 'project', key: row.key })}
        row={(row) => (
          <>
            <ProjectName row={row} words={words} />
            <div role="gridcell" aria-colindex={2} className={css.track}>
              <Hidden>{rowSummary(row, words)}</Hidden>
              <Road row={row} period={period} width={width} words={words} chosen={chosen?.key === row.key ? chosen.index : -1} />
            </div>
          </>
        )}
      />
    </>
  )
}

function ProjectName({ row, words }: { row: RoadmapRow; words: RoadSay }) {
  const { say, sayTab, sayWords } = words
  const shape = row.state === 'active' ? shapeOfRating(row.rating ?? 'notAssessed') : shapeOfState(row.state)
  const status = row.state === 'active' ? sayWords(`rating.${row.rating ?? 'notAssessed'}`) : sayWords(`state.${row.state}`)
  const flags = row.flags.map((flag) => say(`flag.${flag}`)).join('. ')
  return (
    <div role="rowheader" aria-colindex={1} className={css.name}>
      <span className={css.mark} title={status}>
        <StatusMark shape={shape} />
        <Hidden>{status}</Hidden>
      </span>
      <a href={hrefOf({ name: 'project', key: row.key })} tabIndex={-1} title={row.title}>
        {row.title}
      </a>
      {row.restricted && <span className={css.quiet}>{sayTab('row.restricted')}</span>}
      {flags !== '' && (
        <span className={css.flag} title={`${flags}. ${say('flag.why')}`} aria-hidden="true">
          ?
        </span>
      )}
    </div>
  )
}

/** `jan.`, `april`; what is longer than five letters is cut as one writes it. */
function monthName(date: string, language: RoadSay['language']): string {
  const name = formatMonth(date, language, date)
  return name.length > 5 ? `${name.slice(0, 3)}.` : name
}

/** The width of an element in pixels, followed as it changes; 900 until it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(900)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = () => setWidth(Math.round(watched.getBoundingClientRect().width) || 900)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return width
}
