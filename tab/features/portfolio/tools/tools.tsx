import { type Dispatch, lazy, type SetStateAction, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type PortfolioDetails, portfolioDetailsView, type SavedView } from '#contract/portfolio-details-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { words } from '#contract/texts/words.ts'
import type { PortfolioView } from '#contract/views.ts'
import { useSay, useSession } from '../../../app/session.ts'
import { useMediaQuery } from '../../../app/use-media-query.ts'
import partsCss from '../../../parts/parts.module.css'
import bar from '../../../parts/toolbar.module.css'
import type { Find } from '../filters.ts'
import type { PortfolioMemory } from '../portfolio-page.tsx'
import type { Extra, Moves } from '../shown.ts'
import { decodeView, encodeView, FINDS, hrefOfView } from './codec.ts'
import { Menus } from './menus.tsx'
import { movedBy, movedTo } from './ranking.ts'
import { detailsOf, showWith } from './show.ts'
import css from './tools.module.css'
import { useDrag } from './use-drag.ts'
import { useRanking } from './use-ranking.ts'
import { isFound } from './why-words.ts'

const PlaceForm = lazy(() => import('./place-form.tsx').then((module) => ({ default: module.PlaceForm })))

interface ToolsProps {
  portfolio: PortfolioView
  memory: PortfolioMemory
  onMemory: Dispatch<SetStateAction<PortfolioMemory>>
  onExtra: (extra: Extra) => void
}

/** Saved views that stand in the row itself; the rest are in the panel. */
const VIEWS_AT_HAND = 4

/** Kept while the tab is open: coming back from a project, nothing is asked for twice. */
let lastRead: { personId: string; details: PortfolioDetails } | null = null

/** The row of tools under the filters: finds with their counts, and how the rows are grouped, sorted, shown and kept. */
export default function Tools({ portfolio, memory, onMemory, onExtra }: ToolsProps) {
  const { language, announce } = useSession()
  const say = useSay(tabPortfolio)
  const sayTab = useSay(tab)
  const sayWords = useSay(words)
  const { details, failed, setViews } = useDetails(portfolio.version)
  const ranking = useRanking(details)
  const [moving, setMoving] = useState<string | null>(null)
  useAddress(memory, onMemory)

  const { ranked, move } = ranking
  const { today } = portfolio
  const onMove = details?.can.rank ? setMoving : null
  const detailed = useMemo(() => detailsOf(details, ranked), [details, ranked])
  const show = useMemo(
    () => showWith({ say, sayTab, sayWords, language, today, details, ranked, onMove, detailed }),
    [say, sayTab, sayWords, language, today, details, ranked, onMove, detailed],
  )
  const titleOf = (key: string) => portfolio.projects.find((row) => row.key === key)?.title ?? ''
  const narrow = useMediaQuery('(max-width: 639px)')
  const inOrder = memory.arrangement.sort === 'rank'
  const mayMove = onMove !== null && inOrder
  const place = (key: string, next: readonly string[]) =>
    next === ranked ? announce(say('rank.stays', { title: titleOf(key) })) : move(key, titleOf(key), next)
  const drag = useDrag(mayMove, (key, over, below) => {
    const others = ranked.filter((one) => one !== key)
    const at = others.indexOf(over)
    place(key, movedTo(ranked, key, at < 0 ? others.length : at + Number(below)))
  })
  const keys = useRef<Extra['onKey']>(() => false)
  keys.current = (event, key) => {
    if (!mayMove || !event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'Enter') setMoving(key)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const seen = [...(event.currentTarget.querySelectorAll('[role=row][data-id]') ?? [])].map((row) => row.getAttribute('data-id') ?? '')
      place(key, movedBy(ranked, key, event.key === 'ArrowUp' ? -1 : 1, seen))
    } else return false
    event.preventDefault()
    return true
  }
  const mover = useRef<Moves['move']>(() => undefined)
  mover.current = (key, how, seen) => {
    if (how === 'to') setMoving(key)
    else place(key, movedBy(ranked, key, how === 'up' ? -1 : 1, seen))
  }
  const moves = useMemo<Moves | null>(() => {
    if (!mayMove) return null
    const placeOf = (key: string) => (ranked.includes(key) ? ranked.indexOf(key) + 1 : null)
    return { placeOf, all: ranked.length, move: (...how) => mover.current(...how) }
  }, [mayMove, ranked])
  const onKey = useCallback<Extra['onKey']>((event, key) => keys.current(event, key), [])
  // The page waits for the details only where it cannot be shown without them.
  const ready = details !== null || failed
  useEffect(() => {
    if (ready) onExtra({ show, onKey, drag, moves })
  }, [ready, show, onKey, drag, moves, onExtra])

  const { filters } = memory
  const counts = useMemo(
    () => new Map(FINDS.map((find) => [find, portfolio.projects.filter((row) => isFound(find, row, detailed(row).details)).length])),
    [portfolio, detailed],
  )
  const toggle = (find: Find) => {
    const finds = filters.finds.includes(find) ? filters.finds.filter((one) => one !== find) : [...filters.finds, find]
    onMemory((before) => ({ ...before, filters: { ...before.filters, finds } }))
  }
  const now = encodeView(memory)
  if (!ready) return null
  return (
    <>
      <div className={css.row}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways on a phone */}
        <div className={css.finds} role="group" aria-label={say('find.label')}>
          {FINDS.filter((find) => (counts.get(find) ?? 0) > 0 || filters.finds.includes(find)).map((find) => (
            <button key={find} type="button" className={bar.chip} aria-pressed={filters.finds.includes(find)} onClick={() => toggle(find)}>
              {say(`find.${find}`)} <span className={css.count}>{counts.get(find)}</span>
            </button>
          ))}
        </div>
        {details !== null && details.views.length > 0 && (
          <nav className={css.saved} aria-label={say('views.label')}>
            {details.views.slice(0, VIEWS_AT_HAND).map((view) => (
              <a key={view.key} href={hrefOfView(view)} aria-current={view.query === now ? 'true' : undefined}>
                {view.title}
              </a>
            ))}
          </nav>
        )}
        <Menus memory={memory} onMemory={onMemory} details={details} onViews={setViews} />
      </div>
      {failed && details === null && <p className={css.note}>{say('details.failed')}</p>}
      {inOrder && details !== null && (
        <p className={css.note}>
          {mayMove && say(narrow ? 'rank.howCards' : 'rank.how')}{' '}
          {details.rankedLast &&
            say('rank.last', { date: formatDate(details.rankedLast.on, language, today), byName: details.rankedLast.byName })}
        </p>
      )}
      {ranking.said && (
        <p className={`${partsCss.notice} ${css.said}`} data-failed={ranking.said.failed}>
          {ranking.said.text}{' '}
          {ranking.undo && (
            <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={ranking.undo}>
              {say('rank.undo')}
            </button>
          )}
        </p>
      )}
      {moving !== null && (
        <Suspense fallback={null}>
          <PlaceForm
            key={moving}
            projectKey={moving}
            title={titleOf(moving)}
            place={ranked.includes(moving) ? ranked.indexOf(moving) + 1 : null}
            all={ranked.includes(moving) ? ranked.length : ranked.length + 1}
            onClose={() => setMoving(null)}
            onPlace={(n, why) => {
              const next = n === null ? ranked.filter((one) => one !== moving) : movedTo(ranked, moving, n - 1)
              move(moving, titleOf(moving), next, why)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** The details, read again when the lists have changed. Without them the first screen still works. */
function useDetails(version: string) {
  const { api, me } = useSession()
  const [details, setDetails] = useState<PortfolioDetails | null>(lastRead?.personId === me.personId ? lastRead.details : null)
  const [failed, setFailed] = useState(false)
  const read = details?.version
  useEffect(() => {
    if (read === version) return
    let current = true
    void api.read(portfolioDetailsView, '/api/portfolio/details').then((answer) => {
      if (!current) return
      setFailed(!answer.ok)
      if (!answer.ok) return
      // The lists may have changed since the portfolio was read: then its own next reading will say so.
      lastRead = { personId: me.personId, details: { ...answer.value, version } }
      setDetails(lastRead.details)
    })
    return () => {
      current = false
    }
  }, [api, me.personId, version, read])
  const setViews = (views: readonly SavedView[]) => setDetails((before) => before && { ...before, views: [...views] })
  return { details, failed, setViews }
}

/** The address says what is shown: read when it was followed, written when the person changes something. */
function useAddress(memory: PortfolioMemory, onMemory: ToolsProps['onMemory']): void {
  const { query, settled, filters, arrangement } = memory
  useEffect(() => {
    if (query === settled) return
    onMemory((before) => ({ ...before, ...decodeView(before.query), folded: [], settled: before.query }))
  }, [query, settled, onMemory])
  const follows = query === settled
  useEffect(() => {
    if (!follows) return
    const now = encodeView({ filters, arrangement })
    // After the rows have been painted: an address is nobody's hurry.
    const timer = setTimeout(() => {
      if (!/^#?\/?(\?.*)?$/.test(window.location.hash)) return
      window.history.replaceState(window.history.state, '', now === '' ? '#/' : `#/?${now}`)
      onMemory((before) => (before.query === now && before.settled === now ? before : { ...before, query: now, settled: now }))
    }, 250)
    return () => clearTimeout(timer)
  }, [follows, filters, arrangement, onMemory])
}
