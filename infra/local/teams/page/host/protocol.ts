/**
 * The host's side of the tab protocol of @microsoft/teams-js, as Teams on the web speaks it: request `{id, uuid, func, args}`
 * from the tab, answer `{id, uuid, args}`, event `{func, args}` to the tab. Only what this host supports is answered;
 * `supports` below is what makes `isSupported()` true in the tab.
 */
export type Theme = 'default' | 'dark' | 'contrast'

export interface HostRequest {
  id: number
  uuid?: unknown
  func: string
  args: unknown[]
}

/** What a channel tab was set up to show. */
export interface TabSettings {
  entityId?: string
  contentUrl?: string
  suggestedDisplayName?: string
}

/** Everything the tab may ask about where it stands. */
export interface HostState {
  theme: Theme
  /** BCP 47. */
  locale: string
  frame: 'content' | 'settings'
  entityId: string
  /** Where a deep link points inside the tab; empty for none. */
  subPageId: string
  person: { personId: string; displayName: string; email: string }
  tenantId: string
  sessionId: string
  channel: { id: string; name: string; teamId: string; team: string } | null
  settings: TabSettings
}

/** What the tab can make the host do. */
export interface HostActions {
  /** A fresh token of the person; rejects when there is none to be had. */
  token(): Promise<string>
  openLink(url: string): void
  navigate(subPageId: string): void
  /** The tab can be read: the host takes its loading sign away. */
  ready(): void
  /** The configuration page says whether what is chosen can be saved. */
  validity(valid: boolean): void
  keep(settings: TabSettings): void
  /** The tab asks for a link to a place in it, to be sent to others. */
  share(subPageId: string, label: string): void
  /** The configuration page has ended saving. */
  saved(success: boolean): void
}

const RUNTIME = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: {
    app: { notifySuccessResponse: {} },
    pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, currentApp: {} },
    dialog: { card: { bot: {} }, url: { bot: {}, parentCommunication: {} }, update: {} },
    teamsCore: {},
    chat: {},
    logs: {},
  },
}

const contextOf = (state: HostState) => ({
  locale: state.locale,
  theme: state.theme,
  entityId: state.entityId,
  subEntityId: state.subPageId,
  frameContext: state.frame,
  userObjectId: state.person.personId,
  userPrincipalName: state.person.email,
  loginHint: state.person.email,
  userDisplayName: state.person.displayName,
  tid: state.tenantId,
  hostName: 'Teams',
  hostClientType: 'web',
  sessionId: state.sessionId,
  appSessionId: state.sessionId,
  ringId: 'general',
  userLicenseType: 'Unknown',
  ...(state.channel && {
    teamId: state.channel.teamId,
    teamName: state.channel.team,
    channelId: state.channel.id,
    channelName: state.channel.name,
    channelType: 'Regular',
  }),
})

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The request in a window message, or null when it is something else. */
export const requestOf = (data: unknown): HostRequest | null => {
  if (!isObject(data) || typeof data.func !== 'string' || typeof data.id !== 'number') return null
  return { id: data.id, uuid: data.uuid, func: data.func, args: Array.isArray(data.args) ? data.args : [] }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const settingsOf = (value: unknown): TabSettings => {
  if (!isObject(value)) return {}
  const { entityId, contentUrl, suggestedDisplayName } = value
  return { entityId: textOf(entityId), contentUrl: textOf(contentUrl), suggestedDisplayName: textOf(suggestedDisplayName) }
}

/** The `args` of the answer; null where Teams gives none. */
export const answerTo = async (request: HostRequest, state: HostState, actions: HostActions): Promise<unknown[] | null> => {
  const [first] = request.args
  switch (request.func) {
    case 'initialize':
      return [state.frame, 'web', JSON.stringify(RUNTIME), '2.0.1']
    case 'getContext':
      return [contextOf(state)]
    case 'authentication.getAuthToken':
      return actions.token().then(
        (token) => [true, token],
        () => [false, 'resourceRequiresConsent'],
      )
    case 'appInitialization.success':
      actions.ready()
      return [{}]
    case 'appInitialization.appLoaded':
    case 'appInitialization.failure':
      actions.ready()
      return null
    case 'settings.getSettings':
      return [state.settings]
    case 'settings.setSettings':
      actions.keep(settingsOf(first))
      return [true]
    case 'settings.setValidityState':
      actions.validity(first === true)
      return null
    case 'settings.save.success':
    case 'settings.save.failure':
      actions.saved(request.func.endsWith('success'))
      return null
    case 'shareDeepLink':
      actions.share(textOf(first), textOf(request.args[1]))
      return null
    case 'executeDeepLink':
      actions.openLink(textOf(first))
      return [true]
    case 'pages.currentApp.navigateTo':
      actions.navigate(isObject(first) ? textOf(first.subPageId) : '')
      // An answer of `true` is thrown by teams-js as an error: undefined means it went well.
      return [undefined]
    default:
      return null
  }
}
