import { type Dispatch, lazy, type SetStateAction, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'
import type { ApiFault } from '../../api-client.ts'
import { useSay, useSession } from '../../app/session.ts'
import { Failed } from '../../parts/failed.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { FilterBar } from './filter-bar.tsx'
import { type Filters, isNarrowed, NO_FILTERS } from './filters.ts'
import { ProjectGrid } from './grid.tsx'
import { Numbers } from './numbers.tsx'
import css from './portfolio.module.css'
import { decisionsSentence, portfolioSentence } from './sentence.ts'
import { type Arrangement, type Extra, isPlain, type Shown, showByNeed } from './shown.ts'
import { GridSkeleton } from './skeleton.tsx'

/** What the page remembers while the person is elsewhere in the tab. */
export interface PortfolioMemory {
  filters: Filters
  /** The project last opened from here: focus returns to it. */
  opened: string | null
  /** Groups folded away. */
  folded: readonly string[]
  arrangement: Arrangement
  /** The view as the address has it, and the address it was last read from or written to. */
  query: string
  settled: string
}

const Nothing = lazy(() => import('./nothing.tsx').then((m) => ({ default: m.Nothing })))
const UnreadableRows = lazy(() =>
  import('./unreadable-rows.tsx').then((m) => ({ default: m.UnreadableRows })).catch(() => ({ default: () => null })),
)
/** Finds, groups, columns, saved views, the order of priority: the tools of those who work here, after the first screen. */
const Tools = lazy(() => import('./tools/tools.tsx').catch(() => ({ default: () => null })))
/** The first screen has been painted by then, also on a slow machine. */
const TOOLS_AFTER_MS = 700

export interface PortfolioPageProps {
  portfolio: PortfolioView | null
  fault: ApiFault | null
  fromCopy: boolean
  memory: PortfolioMemory
  onMemory: Dispatch<SetStateAction<PortfolioMemory>>
}

/** Oversikt: a sentence, four numbers, and the rows, those that need an act first. */
export function PortfolioPage({ portfolio, fault, fromCopy, memory, onMemory }: PortfolioPageProps) {
  const say = useSay(tab)
  const { refresh } = useSession()
  if (portfolio === null) {
    return fault === null ? (
      <GridSkeleton />
    ) : (
      <>
        <PageHeading title={say('nav.portfolio')} className={partsCss.hidden} />
        <Failed fault={fault} onRetry={refresh} />
      </>
    )
  }
  return <Portfolio portfolio={portfolio} fault={fault} fromCopy={fromCopy} memory={memory} onMemory={onMemory} />
}

function Portfolio({ portfolio, fault, fromCopy, memory, onMemory }: PortfolioPageProps & { portfolio: PortfolioView }) {
  const { language, announce, me } = useSession()
  const say = useSay(tab)
  const { filters, arrangement } = memory
  // What is pressed or typed shows at once, and the rows with everything that is said of them follow together.
  const asked = useDeferredValue(memory)
  const narrowed = isNarrowed(asked.filters)
  const [extra, setExtra] = useState<Extra | null>(null)
  const kept = useRef<Shown | null>(null)
  const shown = useMemo(() => {
    kept.current = (extra?.show ?? showByNeed)(portfolio, asked.filters, asked.arrangement, kept.current)
    return kept.current
  }, [portfolio, asked.filters, asked.arrangement, extra])
  const { rows } = shown
  const all = portfolio.projects.length
  // Somebody's own view is not shown half: it waits for what it is made with.
  const waits = asked.query !== asked.settled || (extra === null && !isPlain(asked.filters, asked.arrangement))
  const painted = useAfter(all > 0 && waits ? 0 : TOOLS_AFTER_MS)
  useHitsAnnounced(rows.length, say('filter.hits', { n: rows.length, all }), filters, announce)

  const setFilters = (next: Filters) => onMemory({ ...memory, filters: next })
  const reset = () => setFilters({ ...NO_FILTERS, view: filters.view })
  const sortBy = (column: string) => {
    const { sort } = arrangement
    const next = sort === column ? `-${column}` : sort === `-${column}` ? '' : column
    onMemory({ ...memory, arrangement: { ...arrangement, sort: next } })
  }
  return (
    <>
      <div className={css.top}>
        <div className={css.lead}>
          <PageHeading title={say('nav.portfolio')} className={css.sentence}>
            {portfolioSentence(portfolio.summary, say, language)}
          </PageHeading>
          {all > 0 && <p className={css.second}>{decisionsSentence(portfolio, say, language)}</p>}
          {fromCopy && fault === null && <p className={css.second}>{say('updated.at', { time: formatTime(portfolio.takenAt) })}</p>}
        </div>
        {all > 0 && <Numbers portfolio={portfolio} filters={filters} onFilters={setFilters} />}
      </div>
      {fault !== null && <Stale portfolio={portfolio} />}
      <Suspense fallback={null}>{me.can.seeFaults && painted && <UnreadableRows />}</Suspense>
      {all === 0 ? (
        <Suspense fallback={null}>
          <Nothing />
        </Suspense>
      ) : (
        <>
          <FilterBar portfolio={portfolio} filters={filters} onFilters={setFilters} />
          <div className={css.tools}>
            <Suspense fallback={null}>
              {painted && <Tools portfolio={portfolio} memory={memory} onMemory={onMemory} onExtra={setExtra} />}
            </Suspense>
          </div>
          {narrowed && !waits && (
            <p className={css.hits}>
              {say('filter.hits', { n: rows.length, all })}{' '}
              <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={reset}>
                {say('filter.reset')}
              </button>
            </p>
          )}
          {waits ? (
            <GridSkeleton rowsOnly />
          ) : rows.length === 0 ? (
            <div className={css.nothing}>
              <p>{say(asked.filters.view === 'mine' && !narrowed ? 'empty.noMine' : 'empty.noHits')}</p>
              {narrowed && (
                <button type="button" className={partsCss.button} onClick={reset}>
                  {say('filter.reset')}
                </button>
              )}
            </div>
          ) : (
            <ProjectGrid
              shown={shown}
              today={portfolio.today}
              memory={memory}
              onOpened={(opened) => onMemory({ ...memory, opened })}
              onFolded={(folded) => onMemory({ ...memory, folded })}
              sort={arrangement.sort}
              onSort={sortBy}
              extra={extra}
            />
          )}
        </>
      )}
    </>
  )
}

/** True once so many milliseconds have gone, and from then on. */
function useAfter(ms: number): boolean {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setGone(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return gone
}

/** Says the number of hits once the filter has been still for a moment; not at the first opening. */
function useHitsAnnounced(n: number, text: string, filters: Filters, announce: (text: string) => void) {
  const [settled, setSettled] = useState(filters)
  useEffect(() => {
    if (settled === filters) return
    const timer = setTimeout(() => {
      setSettled(filters)
      announce(text)
    }, 400)
    return () => clearTimeout(timer)
  }, [filters, settled, text, announce])
  return n
}

function Stale({ portfolio }: { portfolio: PortfolioView }) {
  const { language, me } = useSession()
  const say = useSay(tab)
  const { takenAt } = portfolio
  const time = formatTime(takenAt)
  const sameDay = me.today === '' || takenAt.slice(0, 10) === me.today
  const date = formatDate(takenAt.slice(0, 10), language, me.today || undefined)
  return (
    <p className={`${partsCss.notice} ${css.stale}`} role="status">
      {sameDay ? say('updated.stale', { time }) : say('updated.staleDate', { time, date })}
    </p>
  )
}
