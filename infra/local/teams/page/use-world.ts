import { useCallback, useEffect, useRef, useState } from 'react'
import type { FeedView, MessageView, WorldView } from '../../shapes.ts'
import { fetchChannel, fetchChat, fetchFeed, fetchWorld, listen } from './local-api.ts'

/** A moment of several events at once: one fetch serves them all. */
const GATHER_MS = 80

export interface WorldState {
  world: WorldView | null
  feed: FeedView[]
  /** False while the local world does not answer. */
  answering: boolean
  /** Rises whenever a chat or channel changes; `kind:owner` as key. */
  changes: Record<string, number>
  reload(): void
}

/** The world as it is, kept up to date while the page is open. */
export const useWorld = (): WorldState => {
  const [world, setWorld] = useState<WorldView | null>(null)
  const [feed, setFeed] = useState<FeedView[]>([])
  const [answering, setAnswering] = useState(true)
  const [changes, setChanges] = useState<Record<string, number>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const reload = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      try {
        const [nextWorld, nextFeed] = await Promise.all([fetchWorld(), fetchFeed()])
        setWorld(nextWorld)
        setFeed(nextFeed)
        setAnswering(true)
      } catch {
        // Shown as a sentence; the event line tells when the world is back.
        setAnswering(false)
      }
    }, GATHER_MS)
  }, [])

  useEffect(() => {
    reload()
    const stop = listen(
      (event) => {
        if (event.type === 'chat') {
          const key = `${event.kind}:${event.owner}`
          setChanges((before) => ({ ...before, [key]: (before[key] ?? 0) + 1 }))
        }
        reload()
      },
      () => {
        setChanges((before) => Object.fromEntries(Object.entries(before).map(([key, count]) => [key, count + 1])))
        reload()
      },
      () => setAnswering(false),
    )
    return () => {
      clearTimeout(timer.current)
      stop()
    }
  }, [reload])

  return { world, feed, answering, changes, reload }
}

/** The messages of one chat or channel, fetched anew when `change` rises; null until the first answer. */
export const useMessages = (kind: 'person' | 'channel', owner: string, change: number): MessageView[] | null => {
  const [held, setHeld] = useState<{ place: string; change: number; messages: MessageView[] } | null>(null)
  const place = `${kind}:${owner}`

  useEffect(() => {
    let current = true
    const fetched = kind === 'person' ? fetchChat(owner) : fetchChannel(owner)
    fetched.then(
      (messages) => {
        if (current) setHeld({ place, change, messages })
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [kind, owner, place, change])

  return held?.place === place ? held.messages : null
}
