import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { firstWords } from '#contract/texts/first-words.ts'
import { formatShortDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import type { ProjectRow } from '#contract/views.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { AchievementBar } from '../../parts/achievement-bar.tsx'
import { Hidden } from '../../parts/hidden.tsx'
import { ChevronDown, ChevronRight } from '../../parts/icons.tsx'
import partsCss from '../../parts/parts.module.css'
import { PhaseLine } from '../../parts/phase-line.tsx'
import { StatusMark, shapeOfRating, shapeOfState } from '../../parts/status-mark.tsx'
import { TrendArrow } from '../../parts/trend-arrow.tsx'
import css from './card-list.module.css'
import type { GridProps } from './grid.tsx'
import { itemsOf, useWindowed } from './items.ts'
import { barWords, benefitWords, overdueWords, phaseNumber, pointName, trendWords } from './row-words.ts'
import type { Moves } from './shown.ts'

const CardMove = lazy(() => import('./tools/card-move.tsx').then((module) => ({ default: module.CardMove })))

const HEIGHTS = { group: 30, row: 142 }

/** The same groups and projects as cards, for phones and high zoom. */
export function CardList({ shown, today, memory, onOpened, onFolded, extra }: GridProps) {
  const say = useSay(tab)
  const { hasMoved } = useSession()
  const items = useMemo(() => itemsOf(shown.groups, memory.folded), [shown.groups, memory.folded])
  const list = useRef<HTMLUListElement>(null)
  const virtual = useWindowed(list, items, HEIGHTS, -1)
  const wantsFocus = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened again
  useEffect(() => {
    const at = items.findIndex((item) => item.id === memory.opened)
    if (!hasMoved() || at < 0) return
    virtual.scrollToIndex(at, { align: 'center' })
    wantsFocus.current = true
  }, [])
  useLayoutEffect(() => {
    const link = wantsFocus.current ? list.current?.querySelector<HTMLElement>(`a[data-id="${CSS.escape(memory.opened ?? '')}"]`) : null
    if (!link) return
    wantsFocus.current = false
    link.focus({ preventScroll: true })
  })
  const moves = extra?.moves ?? null
  const seen = items.flatMap((item) => (item.kind === 'row' ? [item.row.key] : []))
  const moved = useRef<string | null>(null)
  // A card that changes places takes focus along, and is brought to where it is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the order has changed
  useLayoutEffect(() => {
    const key = moved.current
    const at = items.findIndex((item) => item.kind === 'row' && item.row.key === key)
    if (key === null || at < 0) return
    moved.current = null
    virtual.scrollToIndex(at, { align: 'auto' })
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  }, [items])
  const moving = moves && {
    ...moves,
    move: (...how: Parameters<Moves['move']>) => {
      if (how[1] !== 'to') moved.current = how[0]
      moves.move(...how)
    },
  }
  return (
    <ul ref={list} id="projects" className={css.list} aria-label={say('grid.label')} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((at) => {
        const item = items[at.index]
        if (!item) return null
        return (
          <li
            key={item.id}
            ref={virtual.measureElement}
            data-index={at.index}
            className={css.item}
            style={{ transform: `translateY(${at.start - virtual.options.scrollMargin}px)` }}
          >
            {item.kind === 'group' ? (
              <h2 className={css.group}>
                <button
                  type="button"
                  aria-expanded={item.open}
                  onClick={() =>
                    onFolded(item.open ? [...memory.folded, item.group.id] : memory.folded.filter((one) => one !== item.group.id))
                  }
                >
                  {item.open ? <ChevronDown /> : <ChevronRight />}
                  {item.group.title ?? say(`group.${item.group.id as 'watch'}`)} <span className={css.quiet}>{item.count}</span>
                  {item.group.more && <span className={css.more}>{item.group.more}</span>}
                </button>
              </h2>
            ) : (
              <Card row={item.row} today={today} lines={shown.lines?.(item.row) ?? []} onOpen={() => onOpened(item.row.key)}>
                {moving && isRunning(item.row) && (
                  <div className={css.move}>
                    <Suspense fallback={null}>
                      <CardMove row={item.row} moves={moving} seen={seen} />
                    </Suspense>
                  </div>
                )}
              </Card>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What is over has no place to be given. */
const isRunning = ({ state }: ProjectRow): boolean => state !== 'stopped' && state !== 'closed'

function Card(props: { row: ProjectRow; today: string; lines: readonly string[]; onOpen: () => void; children: ReactNode }) {
  const { row, today, lines, onOpen, children } = props
  const { language } = useSession()
  const say = useSay(tab)
  const sayWords = useSay(firstWords)
  const rating = row.overall?.rating ?? 'notAssessed'
  const bar = barWords(row, say, language)
  const main = row.mainBenefit?.assessment
  const overdue = row.overdue.length > 0 ? overdueWords(row.overdue, say, language, today) : null
  const n = phaseNumber(row.phase)
  return (
    <article className={css.card}>
      <div className={css.pair}>
        <h3 className={css.name}>
          <a href={hrefOf({ name: 'project', key: row.key })} data-id={row.key} onClick={onOpen}>
            {row.title}
          </a>
        </h3>
        {row.state === 'active' ? (
          <span className={`${css.status} ${rating === 'red' ? css.strong : ''}`}>
            <StatusMark shape={shapeOfRating(rating)} />
            {sayWords(`rating.${rating}`)}
            {row.overall?.trend && <TrendArrow trend={row.overall.trend} />}
            <Hidden>, {trendWords(row.overall, say, sayWords)}</Hidden>
          </span>
        ) : (
          <span className={css.status}>
            <StatusMark shape={shapeOfState(row.state)} />
            {sayWords(`state.${row.state}`)}
          </span>
        )}
      </div>
      <div className={css.pair}>
        <span className={css.phase}>
          <PhaseLine number={n} resting={row.state !== 'active'} />
          {sayWords(`phase.${row.phase}`)}
          <Hidden>, {say('row.phaseOf', { n })}</Hidden>
        </span>
        {row.nextDecision && (
          <span className={`${css.decision} ${row.nextDecision.late ? css.late : ''}`}>
            <span className={`${partsCss.point} ${row.nextDecision.late ? partsCss.pointLate : ''}`}>
              {pointName(row.nextDecision.point, say)}
            </span>
            {row.nextDecision.dueOn === null ? say('decision.noDate') : formatShortDate(row.nextDecision.dueOn)}
            {row.nextDecision.late && <Hidden>, {say('decision.late')}</Hidden>}
          </span>
        )}
      </div>
      {overdue && (
        <div className={css.overdue}>
          <span className={partsCss.count}>{row.overdue.length}</span>
          <span>
            {overdue.first}
            <span className={css.under}> {overdue.second}</span>
          </span>
        </div>
      )}
      {bar && main && main.achievementPercent !== null ? (
        <div className={css.bar}>
          <AchievementBar achieved={main.achievementPercent} plan={main.plannedPercent} forecast={main.forecastPercent} />
          <span className={css.strong}>{bar.percent}</span>
          <span className={css.under}>
            {bar.plan !== null && `${bar.plan} · `}
            {row.mainBenefit?.title}
          </span>
        </div>
      ) : (
        <p className={css.under}>{benefitWords(row, say, sayWords).first}</p>
      )}
      {lines.map((line) => (
        <p key={line} className={css.line}>
          {line}
        </p>
      ))}
      {children}
    </article>
  )
}
