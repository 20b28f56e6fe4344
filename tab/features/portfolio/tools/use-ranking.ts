import { useCallback, useEffect, useRef, useState } from 'react'
import { type PortfolioDetails, rankedView } from '#contract/portfolio-details-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { dropDraft } from '../../../app/drafts.ts'
import { faultText, useSay, useSession } from '../../../app/session.ts'
import { placeIn } from './ranking.ts'

/** A row of quick steps is one decision: it is sent when the keys have been still for so long. */
const STILL_MS = 900
const NONE: readonly string[] = []

export interface Ranking {
  /** The order as this screen shows it. */
  ranked: readonly string[]
  /** Puts the whole order as `next`, in which `key` has moved (or is left out). */
  move(key: string, title: string, next: readonly string[], why?: string): void
  /** What was moved last, and the order before it; null when nothing can be undone. */
  undo: (() => void) | null
  said: { text: string; failed: boolean } | null
}

interface Pending {
  key: string
  title: string
  from: readonly string[]
  next: readonly string[]
  why: string | null
}

/** The board's order on this screen: shown at once, saved as one decision when the person has stopped moving, put back if refused. */
export function useRanking(details: PortfolioDetails | null): Ranking {
  const { api, announce, refresh } = useSession()
  const say = useSay(tabPortfolio)
  const sayTab = useSay(tab)
  const [own, setOwn] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState<Ranking['said']>(null)
  const [last, setLast] = useState<Pending | null>(null)
  const pending = useRef<Pending | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Stored ranks as the server last told them, to be named in the next move. */
  const ranks = useRef(new Map<string, number | null>())
  const sending = useRef<Promise<void>>(Promise.resolve())
  const underWay = useRef(0)
  useEffect(() => {
    if (pending.current !== null || underWay.current > 0) return
    ranks.current = new Map(details?.projects.map((one) => [one.key, one.rank]))
    setOwn(null)
  }, [details])

  const send = useCallback(() => {
    clearTimeout(timer.current)
    const asked = pending.current
    if (asked === null) return
    pending.current = null
    underWay.current += 1
    sending.current = sending.current.then(async () => {
      const { key, next, from, why } = asked
      const request = { projectKey: key, ...placeIn(next, key), seenRank: ranks.current.get(key) ?? null, why }
      const answer = await api.send(rankedView, '/api/portfolio/rank', request)
      underWay.current -= 1
      if (answer.ok) {
        dropDraft(`place:${key}`)
        ranks.current.set(key, answer.value.rank)
        if (pending.current === null) setOwn(answer.value.ranked)
        setLast(asked)
        setSaid((before) => before && { text: `${before.text} ${say('rank.saved')}`, failed: false })
      } else {
        if (pending.current === null) setOwn(answer.fault.code === 'rankChanged' ? null : from)
        setLast(null)
        const text = faultText(answer.fault, sayTab)
        setSaid({ text, failed: true })
        announce(text)
      }
      refresh()
    })
  }, [api, announce, refresh, say, sayTab])
  // Whoever leaves the page has decided.
  useEffect(() => send, [send])

  const ranked = own ?? details?.ranked ?? NONE
  const move: Ranking['move'] = (key, title, next, why) => {
    if (pending.current !== null && pending.current.key !== key) send()
    const from = pending.current?.from ?? ranked
    pending.current = { key, title, from, next, why: why?.trim() || null }
    setOwn(next)
    setLast(null)
    const at = next.indexOf(key)
    const text = at < 0 ? say('rank.takenOut', { title }) : say('rank.moved', { title, n: at + 1, all: next.length })
    setSaid({ text, failed: false })
    announce(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(send, STILL_MS)
  }
  const undo = last === null ? null : () => move(last.key, last.title, last.from)
  return { ranked, move, undo, said }
}
