import { useCallback, useEffect, useRef, useState } from 'react'
import type { ZodMiniType } from 'zod/mini'
import type { ApiFault } from '../api-client.ts'
import { type KeptViews, type Known, keptViews } from '../store/kept-views.ts'
import { useSession } from './session.ts'

export type Loaded<T> = { state: 'loading' } | { state: 'failed'; fault: ApiFault } | { state: 'ready'; view: T; old: Old | null }

/** What is shown has not been confirmed by the server just now. */
export interface Old {
  /** Milliseconds since 1970: when it was read. */
  readAt: number
  /** The server was asked and could not be reached. */
  unreachable: boolean
}

export interface Wanted<T> {
  schema: ZodMiniType<T>
  /** What is read, `/api/roadmap`; another path is another view. */
  path: string
  /** A page worth having again: without it, nothing is kept. */
  kept?: {
    /** What of it may lie on this person's machine: never a restricted project. Null for nothing. */
    storable: (view: T) => T | null
    /** The page is written on: it begins with what the server says, and the copy is for when there is no answer. */
    onlyWhenUnreachable?: boolean
  }
}

export interface View<T> {
  loaded: Loaded<T>
  /** Reads again without emptying the screen. */
  reload: () => void
  /** The view as the server gave it in answer to something else. */
  set: (view: T) => void
}

interface Shown<T> {
  path: string
  known: Known<T> | null
  confirmed: boolean
  fault: ApiFault | null
}

const REFRESH_MS = 60_000
/** There was no answer, or none that says anything of what was asked for. */
const NO_ANSWER: readonly ApiFault['code'][] = ['offline', 'unreadable', 'storeUnavailable', 'internal']

/**
 * Reads one view for a screen. One that is kept is shown at once, from this visit or from the machine, while it is read again; and
 * read again each minute while it is looked at and nobody writes on it.
 */
export function useView<T>(wanted: Wanted<T>): View<T> {
  const { api, copy, language } = useSession()
  const store = keptViews(copy)
  const { path, kept } = wanted
  const given = useRef(wanted)
  given.current = wanted
  const [state, setState] = useState<Shown<T>>(() => begin(store, wanted, copy.changedAt))
  // Another path is another view from its first drawing.
  const shown = state.path === path ? state : begin(store, wanted, copy.changedAt)
  const latest = useRef(shown)
  latest.current = shown
  const turn = useRef(0)

  const show = useCallback((next: Shown<T>) => {
    latest.current = next
    setState(next)
  }, [])

  const read = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const isLate = () => mine !== turn.current
    const { schema, kept: keeping } = given.current
    if (latest.current.known === null && keeping && !keeping.onlyWhenUnreachable) {
      const found = await store.read(schema, path)
      if (isLate()) return
      if (found !== null && found.readAt >= copy.changedAt) show({ path, known: found, confirmed: false, fault: null })
    }
    const { known } = latest.current
    const answer = await api.newer(schema, path, known?.etag ?? null)
    if (isLate()) return
    if (answer.ok) {
      const now = copy.now()
      const next = answer.value === null ? known && { ...known, readAt: now } : { ...answer.value, readAt: now }
      show({ path, known: next, confirmed: true, fault: null })
      if (keeping && next) store.keep(path, next, keeping.storable(next.view))
      return
    }
    const { fault } = answer
    if (!NO_ANSWER.includes(fault.code)) {
      // The server has answered: this person may not see it, or it is gone.
      store.forget(path)
      return show({ path, known: null, confirmed: true, fault })
    }
    const found = latest.current.known ?? (keeping ? ((store.recall(path) as Known<T> | null) ?? (await store.read(schema, path))) : null)
    if (isLate()) return
    show({ path, known: found, confirmed: false, fault })
  }, [api, copy, store, path, show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a server words is worded anew in another language
  useEffect(() => {
    void read()
    return () => {
      turn.current += 1
    }
  }, [read, language])
  const isRead = kept !== undefined && !kept.onlyWhenUnreachable
  useEffect(() => {
    if (!isRead) return
    const again = () => {
      if (document.visibilityState === 'visible' && !isWriting()) void read()
    }
    const timer = setInterval(again, REFRESH_MS)
    document.addEventListener('visibilitychange', again)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('online', again)
    }
  }, [read, isRead])

  const reload = useCallback(() => void read(), [read])
  const set = useCallback(
    (view: T) => {
      const known = { view, etag: null, readAt: copy.now() }
      show({ path, known, confirmed: true, fault: null })
      const keeping = given.current.kept
      if (keeping) store.keep(path, known, keeping.storable(view))
    },
    [copy, store, path, show],
  )
  return { loaded: loadedOf(shown), reload, set }
}

/** What can be drawn before anything is asked: a page of this visit, unless its person has changed something since. */
function begin<T>(store: KeptViews, { path, kept }: Wanted<T>, changedAt: number): Shown<T> {
  const recalled = kept && !kept.onlyWhenUnreachable ? store.recall(path) : null
  const known = recalled !== null && recalled.readAt >= changedAt ? (recalled as Known<T>) : null
  return { path, known, confirmed: false, fault: null }
}

function loadedOf<T>({ known, confirmed, fault }: Shown<T>): Loaded<T> {
  if (known === null) return fault === null ? { state: 'loading' } : { state: 'failed', fault }
  return { state: 'ready', view: known.view, old: confirmed ? null : { readAt: known.readAt, unreachable: fault !== null } }
}

/** Somebody is in a field or a dialog: what they look at must not move. */
const isWriting = (): boolean =>
  document.activeElement?.matches('input, textarea, select, [contenteditable]') === true ||
  document.querySelector('[role="dialog"]') !== null
