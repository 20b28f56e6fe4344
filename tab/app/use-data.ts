import { useCallback, useEffect, useRef, useState } from 'react'
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

/** Who asks and the portfolio: at once from the local copy when there is one, then kept fresh while the tab is visible. */
export function useData(api: Api, copy: LocalCopy, saved: SavedCopy | null): Data {
  const [me, setMe] = useState<MeView | null>(saved?.me ?? null)
  const [portfolio, setPortfolio] = useState<PortfolioView | null>(saved?.portfolio ?? null)
  const [fault, setFault] = useState<ApiFault | null>(null)
  const [fromCopy, setFromCopy] = useState(saved !== null)
  const etag = useRef(saved?.etag ?? null)
  const latest = useRef(saved?.portfolio ?? null)
  const turn = useRef(0)

  const refresh = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const [who, what] = await Promise.all([api.me(), api.portfolio(etag.current)])
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
    if (who.ok && what.ok && latest.current !== null) void copy.save({ me: who.value, portfolio: latest.current, etag: etag.current })
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
