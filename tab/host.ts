import { app, authentication, FrameContexts, pages } from '@microsoft/teams-js'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** What the tab needs to know of, and ask from, the program it stands in. */
export interface Host {
  theme: ThemeName
  /** BCP 47, as Teams has it. */
  locale: string
  tenantId: string
  personId: string
  /** Where a deep link points inside the tab, `project/KEY` or `tasks`; empty for none. */
  subPageId: string
  onTheme(listener: (theme: ThemeName) => void): void
  /** The person's own token. `fresh` asks Teams again, after the last one was refused. */
  token(fresh: boolean): Promise<string>
  /** The first page is readable: Teams takes its loading indicator away. */
  ready(): void
  failed(): void
  /** The program: what kind it is, `web`, `desktop`, `android` …, and the id the tab's app has in it, where it tells. */
  program: { appId?: { toString(): string }; host: { clientType: string } }
  /** Shows the program's own window with a link to a place in the tab. Throws where it has none. */
  share(link: { subPageId: string; subPageLabel: string }): void
  /** Only on the configuration page of a channel tab: what will be saved, or null while nothing valid is chosen. */
  offerConfiguration(choice: ChannelTab | null): void
}

export interface ChannelTab {
  entityId: string
  title: string
  contentUrl: string
}

/** A host that never answers leaves `initialize` pending for a minute: after this long we are not in Teams. */
const HOST_PATIENCE_MS = 4000

const THEMES: Record<string, ThemeName> = { dark: 'dark', contrast: 'contrast' }
const themeOf = (name: string): ThemeName => THEMES[name] ?? 'light'

/** Connects to Teams; null when the page stands outside it. */
export async function connectHost(patience = HOST_PATIENCE_MS): Promise<Host | null> {
  if (window.parent === window && !window.opener) return null
  const answered = await Promise.race([
    app.initialize().then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience)),
  ])
  if (!answered) return null
  let token: Promise<string> | null = null
  const ask = () => {
    token = authentication.getAuthToken()
    token.catch(() => {
      token = null
    })
    return token
  }
  // Asked for while Teams says where we stand; whoever needs it first is told if it cannot be had.
  ask()
  const context = await app.getContext()
  let choice: ChannelTab | null = null
  let saving = false
  return {
    theme: themeOf(context.app.theme),
    locale: context.app.locale,
    tenantId: context.user?.tenant?.id ?? '',
    personId: context.user?.id ?? '',
    subPageId: context.page.subPageId ?? '',
    onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeOf(name))),
    token: (fresh) => (fresh ? null : token) ?? ask(),
    program: context.app,
    share: pages.shareDeepLink,
    ready: () => app.notifySuccess(),
    failed: () => app.notifyFailure({ reason: app.FailedReason.Other }),
    offerConfiguration: (next) => {
      choice = next
      // Opened by its address in a plain tab, there is nothing to set up and Teams would refuse the call.
      if (context.page.frameContext !== FrameContexts.settings) return
      pages.config.setValidityState(next !== null)
      if (saving) return
      saving = true
      pages.config.registerOnSaveHandler((event) => {
        if (choice === null) return event.notifyFailure()
        pages.config
          .setConfig({ entityId: choice.entityId, suggestedDisplayName: choice.title, contentUrl: choice.contentUrl })
          .then(() => event.notifySuccess())
          .catch(() => event.notifyFailure())
      })
    },
  }
}
