import { createContext, useContext, useMemo } from 'react'
import type { Language } from '#contract/codes.ts'
import { type Catalogue, type Translator, translator } from '#contract/texts/catalogue.ts'
import type { tab } from '#contract/texts/tab.ts'
import type { MeView } from '#contract/views.ts'
import type { Api, ApiFault } from '../api-client.ts'
import type { Host } from '../host.ts'
import type { LocalCopy } from '../store/local-copy.ts'
import type { Route } from './route.ts'

/** What every screen may use: who asks, in which language, and the few things that reach outside the screen. */
export interface Session {
  me: MeView
  language: Language
  api: Api
  host: Host
  /** What lies on this person's machine. */
  copy: LocalCopy
  /** Says something to screen readers without moving focus. */
  announce(text: string): void
  go(route: Route): void
  /** Whether the person has moved inside the tab: then a new page takes focus, at first opening it does not. */
  hasMoved(): boolean
  /** Something was saved: the portfolio and the counts are read again, quietly. */
  refresh(): void
}

const context = createContext<Session | null>(null)
export const SessionProvider = context.Provider

export function useSession(): Session {
  const session = useContext(context)
  if (session === null) throw new Error('useSession outside SessionProvider')
  return session
}

/** Texts of one catalogue in the person's language and word set. */
export function useSay<C extends Catalogue>(catalogue: C): Translator<C> {
  const { language, me } = useSession()
  return useMemo(() => translator(catalogue, language, me.words), [catalogue, language, me.words])
}

/** One sentence for a fault: the server's own, or ours when it never answered. */
export function faultText(fault: ApiFault, say: Translator<typeof tab>): string {
  if (fault.text !== null) return fault.text
  if (fault.code === 'offline' || fault.code === 'unreadable' || fault.code === 'storeUnavailable') return say(`fault.${fault.code}`)
  return say('fault.other')
}

/** Languages of the host that we have; everything else reads bokmål. */
export function languageOf(locale: string): Language {
  const language = locale.toLowerCase().split('-')[0]
  return language === 'nn' || language === 'en' ? language : 'nb'
}
