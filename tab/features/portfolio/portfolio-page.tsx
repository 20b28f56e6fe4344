import { useEffect, useMemo, useRef, useState } from 'react'
import { formatDate, formatTime } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'
import type { ApiFault } from '../../api-client.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { Failed } from '../../parts/failed.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import { FilterBar } from './filter-bar.tsx'
import { type Filters, filtered, grouped, isNarrowed, NO_FILTERS, type Places, placesOf } from './filters.ts'
import { ProjectGrid } from './grid.tsx'
import { Numbers } from './numbers.tsx'
import css from './portfolio.module.css'
import { decisionsSentence, portfolioSentence } from './sentence.ts'
import { GridSkeleton } from './skeleton.tsx'
import { UnreadableRows } from './unreadable-rows.tsx'

/** What the page remembers while the person is elsewhere in the tab. */
export interface PortfolioMemory {
  filters: Filters
  /** The project last opened from here: focus returns to it. */
  opened: string | null
  /** Groups folded away. */
  folded: readonly string[]
}

export interface PortfolioPageProps {
  portfolio: PortfolioView | null
  fault: ApiFault | null
  fromCopy: boolean
  memory: PortfolioMemory
  onMemory: (memory: PortfolioMemory) => void
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
  const { filters } = memory
  const places = usePlaces(portfolio, filters.view)
  const rows = useMemo(() => filtered(portfolio.projects, filters, portfolio.summary.decisionsUntil), [portfolio, filters])
  const groups = useMemo(() => grouped(rows, places), [rows, places])
  const all = portfolio.projects.length
  useHitsAnnounced(rows.length, say('filter.hits', { n: rows.length, all }), filters, announce)

  const setFilters = (next: Filters) => onMemory({ ...memory, filters: next })
  const reset = () => setFilters({ ...NO_FILTERS, view: filters.view })
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
      {me.can.seeFaults && <UnreadableRows />}
      {all === 0 ? (
        <Nothing />
      ) : (
        <>
          <FilterBar portfolio={portfolio} filters={filters} onFilters={setFilters} />
          {isNarrowed(filters) && (
            <p className={css.hits}>
              {say('filter.hits', { n: rows.length, all })}{' '}
              <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={reset}>
                {say('filter.reset')}
              </button>
            </p>
          )}
          {rows.length === 0 ? (
            <div className={css.nothing}>
              <p>{say(filters.view === 'mine' && !isNarrowed(filters) ? 'empty.noMine' : 'empty.noHits')}</p>
              {isNarrowed(filters) && (
                <button type="button" className={partsCss.button} onClick={reset}>
                  {say('filter.reset')}
                </button>
              )}
            </div>
          ) : (
            <ProjectGrid
              groups={groups}
              today={portfolio.today}
              memory={memory}
              onOpened={(opened) => onMemory({ ...memory, opened })}
              onFolded={(folded) => onMemory({ ...memory, folded })}
            />
          )}
        </>
      )}
    </>
  )
}

/** The order of this visit: settled when the page opens or another view is chosen, then kept through quiet refreshes. */
function usePlaces(portfolio: PortfolioView, view: string): Places {
  const kept = useRef<{ view: string; places: Places } | null>(null)
  return useMemo(() => {
    const before = kept.current?.view === view ? kept.current.places : undefined
    const places = placesOf(portfolio.projects, before)
    kept.current = { view, places }
    return places
  }, [portfolio, view])
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

function Nothing() {
  const { me } = useSession()
  const say = useSay(tab)
  return (
    <div className={css.nothing}>
      <p>{me.can.import ? say('empty.office') : say('empty.other')}</p>
      {me.can.import && (
        <a className={`${partsCss.button} ${partsCss.primary}`} href={hrefOf({ name: 'import' })}>
          {say('empty.import')}
        </a>
      )}
    </div>
  )
}
