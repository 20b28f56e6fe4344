import { createContext, useCallback, useContext, useRef, useState } from 'react'
import { forgetDraft, inShapeOf, keepDraft, keptDraft, keptDrafts } from '../store/kept-drafts.ts'
import type { LocalCopy } from '../store/local-copy.ts'
import { useSession } from './session.ts'

/** What is typed in this visit, also where nothing may be stored: leaving a page and coming back loses nothing. */
const typed = new Map<string, unknown>()

/** Where the forms of a page are, so that what is typed in them can be found again. */
export interface DraftPlace {
  href: string
  /** The project or page, in the person's words. */
  title: string
  /** What is typed about a restricted project stays in the tab and is never stored. */
  restricted: boolean
}
const place = createContext<DraftPlace | null>(null)
/** Without a place around it, a form's text is kept while the tab is open and not stored. */
export const DraftsAt = place.Provider

/** How what is typed stands against what is saved. */
export interface DraftState {
  /** Something is typed that is not saved. */
  unsaved: boolean
  /** It was typed before this form was opened. */
  restored: boolean
  /** Lets go of what is typed: the form stands as it would begin. */
  startAnew: () => void
}

interface DraftOptions<T> {
  /** What is being written: «Registrer måling: Saksbehandlingstid». */
  name: string
  /** The form's own address, where it has one. */
  href?: string
  /** What is being written must not lie on the machine, whatever the page says. */
  isSecret?: (draft: T) => boolean
  /** Whether anything is typed; when it differs from how the form begins unless said otherwise. */
  isTyped?: (draft: T) => boolean
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * State that survives leaving the page and closing the tab, by key: what is typed is kept as it is typed. `forget` is for when it
 * is saved. Gives `[draft, change, forget, state]`.
 */
export function useDraft<T extends object>(
  key: string,
  initial: T,
  options: DraftOptions<T>,
): [T, (change: Partial<T>) => void, () => void, DraftState] {
  const { copy } = useSession()
  const at = useContext(place)
  const now = useRef({ initial, options, at })
  now.current = { initial, options, at }
  const [[draft, restored], setState] = useState((): [T, boolean] => {
    const kept = typed.get(key) ?? keptDraft(copy, key)?.value
    if (kept === undefined) return [initial, false]
    const shaped = inShapeOf(initial, kept)
    typed.set(key, shaped)
    // Restricted since it was typed: from here on only in the tab.
    if (at?.restricted) forgetDraft(key)
    return [shaped, options.isTyped?.(shaped) ?? !same(shaped, initial)]
  })
  const latest = useRef(draft)
  const isTyped = (one: T) => now.current.options.isTyped?.(one) ?? !same(one, now.current.initial)

  const forget = useCallback(() => {
    typed.delete(key)
    forgetDraft(key)
  }, [key])
  const change = (part: Partial<T>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    setState(([, before]) => [next, before])
    if (!isTyped(next)) return forget()
    typed.set(key, next)
    const { at: here, options: given } = now.current
    if (here === null || here.restricted || given.isSecret?.(next)) return forgetDraft(key)
    const name = [given.name, here.title].filter((text) => text !== '').join(' – ')
    keepDraft(copy, { key, name, href: given.href ?? here.href, value: next })
  }
  const startAnew = () => {
    forget()
    latest.current = now.current.initial
    setState([now.current.initial, false])
  }
  return [draft, change, forget, { unsaved: isTyped(draft), restored, startAnew }]
}

/** Whether anything is typed and not saved under a key that begins so: then the form it belongs to stands open from the start. */
export function hasDraft(copy: LocalCopy, begins: string): boolean {
  return draftKeys(copy, begins).length > 0
}

/** The keys of what is typed and not saved, that begin so. */
export function draftKeys(copy: LocalCopy, begins: string): string[] {
  const keys = [...typed.keys(), ...keptDrafts(copy).map(({ key }) => key)]
  return [...new Set(keys)].filter((key) => key.startsWith(begins))
}

/** Lets go of what was typed, from outside its form. */
export function dropDraft(key: string): void {
  typed.delete(key)
  forgetDraft(key)
}
