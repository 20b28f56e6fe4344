import { useCallback, useEffect, useRef, useState } from 'react'
import { portfolioView } from '#contract/first-views.ts'
import type { MeView, PortfolioView } from '#contract/views.ts'
import type { Api, ApiFault } from '../api-client.ts'
import type { LocalCopy, SavedCopy } from '../store/local-copy.ts'

/** The server's own rhythm while someone looks is 30 s; asking costs a 304 when nothing changed. */
const REFRESH_MS = 60_000

export interface Data {
  me: MeView | null
  portfolio: PortfolioView | null
  /** The last attempt failed; what is shown is older. */
  fault: ApiFault | null
  /** What is shown comes from this machine and has not been confirmed yet. */
  fromCopy: boolean
  refresh(): void
  setMe(me: MeView): void
}

/** Who asks and the portfolio as the server has them now; the portfolio is null when nothing has changed since `etag`. */
export type Reading = [who: Awaited<ReturnType<Api['me']>>, what: Awaited<ReturnType<Api['portfolio']>>]
export const readBoth = (api: Api, etag: string | null): Promise<Reading> => Promise.all([api.me(), api.portfolio(etag)])

/**
 * Who asks and the portfolio: at once from the local copy when there is one, then kept fresh while the tab is visible. `first` is
 * the reading that began before anything was drawn; one that is done is in the first picture.
 */
export function useData(api: Api, copy: LocalCopy, saved: SavedCopy | null, first: Reading | Promise<Reading>): Data {
  const [me, setMe] = useState<MeView | null>(() => saved?.me ?? read(first)?.me ?? null)
  const [portfolio, setPortfolio] = useState<PortfolioView | null>(() => saved?.portfolio ?? read(first)?.portfolio ?? null)
  const [fault, setFault] = useState<ApiFault | null>(null)
  const [fromCopy, setFromCopy] = useState(saved !== null)
  const etag = useRef(saved?.etag ?? null)
  const latest = useRef(saved?.portfolio ?? null)
  const turn = useRef(0)
  const begun = useRef<Reading | Promise<Reading> | null>(first)

  const refresh = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const reading = begun.current ?? readBoth(api, etag.current)
    begun.current = null
    const [who, what] = await reading
    if (mine !== turn.current) return
    if (who.ok) setMe(who.value)
    if (what.ok) {
      if (what.value !== null) {
        etag.current = what.value.etag
        latest.current = what.value.view
        setPortfolio(what.value.view)
      }
      setFromCopy(false)
    }
    setFault(!who.ok ? who.fault : !what.ok ? what.fault : null)
    const view = latest.current
    if (!who.ok || !what.ok || view === null) return
    const kept = { me: who.value, portfolio: view, etag: etag.current }
    whenDrawn(() => {
      if (mine !== turn.current) return
      if (portfolioView.safeParse(view).success) void copy.save(kept)
      else setFault({ code: 'unreadable', field: null, text: null })
    })
  }, [api, copy])

  useEffect(() => {
    void refresh()
    const whenVisible = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    const timer = setInterval(whenVisible, REFRESH_MS)
    document.addEventListener('visibilitychange', whenVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', whenVisible)
    }
  }, [refresh])

  return { me, portfolio, fault, fromCopy, refresh, setMe }
}

/** What a reading that is done has given. */
function read(reading: Reading | Promise<Reading>): { me: MeView | null; portfolio: PortfolioView | null } | null {
  if (reading instanceof Promise) return null
  const [who, what] = reading
  return { me: who.ok ? who.value : null, portfolio: what.ok ? (what.value?.view ?? null) : null }
}

/** Time for what was asked for to be drawn and looked at. */
const DRAWN_MS = 500
/** Work that may wait until then: a whole check and a copy cost as much as drawing a screenful. */
const whenDrawn = (work: () => void): void => void setTimeout(work, DRAWN_MS)
