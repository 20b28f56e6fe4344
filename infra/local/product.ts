import type { FastifyInstance } from 'fastify'
import { createLocalJWKSet } from 'jose'
import type { TabPlace } from '#contract/card-views.ts'
import type { HealthView } from '#contract/views.ts'
import { civilDateOf } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { type CalendarSettings, settingsOn } from '#domain/settings.ts'
import type { Presence, Store } from '#usecases/ports.ts'
import { tellingStore } from '#usecases/telling-store.ts'
import { watchedStore } from '#usecases/watched-store.ts'
import { startRefresher } from '../../api/refresher.ts'
import { buildServer } from '../../api/routes/server.ts'
import { tokenVerifier } from '../../api/routes/tokens.ts'
import { createAdapter } from '../../bot/adapter.ts'
import { type BotOptions, createBot } from '../../bot/bot.ts'
import { botEndpoint } from '../../bot/endpoint.ts'
import { type Identity, LOCAL_API_CLIENT_ID, LOCAL_TENANT_ID } from './identity/identity.ts'
import type { PassResult } from './shapes.ts'

/** More than any benchmark asks: the limit protects a shared server, and this one is nobody else's. */
const REQUESTS_PER_MINUTE = 1_000_000

export interface ProductOptions {
  store: Store
  presence: Presence
  install: BotOptions['install']
  /** What has been asked of Graph since the start. */
  usage: () => HealthView['usage']
  identity: Identity
  /** World time. */
  now: () => Date
  wallClock: () => Date
  tabFolder: string
  /** Where the page stands, `http://127.0.0.1:4300`. */
  origin: string
  serviceUrl: string
  botId: string
  log: (line: string) => void
}

export interface Product {
  server: FastifyInstance
  runPass(): Promise<PassResult>
  calendar(): CalendarSettings
  /** When everything begun by an answer has ended. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Where a card's link leads: this page, which opens the tab there. */
const placeHash = (place: TabPlace): string =>
  place.kind === 'project'
    ? `project/${encodeURIComponent(place.projectKey)}${place.page === undefined ? '' : `/${place.page}`}`
    : place.kind === 'tasks'
      ? 'tasks'
      : ''

const lineOf = (what: string, fields: Record<string, unknown> = {}): string =>
  [what, ...Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`)].join(' ')

/**
 * The product itself, composed as in production but for four things that are given from outside: the transport to the
 * lists (behind `store`), the keys that tokens are checked with, the clock, and a bot that speaks to the local connector.
 */
export const startProduct = async (options: ProductOptions): Promise<Product> => {
  const { identity, now, origin, log } = options
  const store = watchedStore(options.store, (what, fields) => log(lineOf(what, fields)))
  const instant = () => now().toISOString()
  const refresher = startRefresher(store)
  const botLog = (what: string, fields?: Record<string, unknown>) => log(lineOf(what, fields))
  const adapter = createAdapter({ mode: 'local' }, botLog)
  const bot = createBot({
    adapter,
    store,
    presence: options.presence,
    ...(options.install && { install: options.install }),
    now: instant,
    tabUrl: (place) => `${origin}/#/${placeHash(place)}`,
    place: { serviceUrl: options.serviceUrl, tenantId: LOCAL_TENANT_ID, botId: options.botId },
    holder: 'local',
    log: botLog,
    perMinute: REQUESTS_PER_MINUTE,
  })
  const server = await buildServer({
    store: tellingStore(store, bot.written),
    now: instant,
    looked: refresher.looked,
    ready: refresher.healthy,
    usage: options.usage,
    verifyToken: tokenVerifier({
      issuer: `https://login.microsoftonline.com/${LOCAL_TENANT_ID}/v2.0`,
      tenantId: LOCAL_TENANT_ID,
      audiences: [LOCAL_API_CLIENT_ID],
      scope: 'access_as_user',
      keys: createLocalJWKSet(identity.jwks()),
      now: options.wallClock,
    }),
    tabFolder: options.tabFolder,
    frameAncestors: ["'self'"],
    requestsPerMinute: REQUESTS_PER_MINUTE,
    log: ({ what, ...fields }) => log(lineOf(what, fields)),
  })
  botEndpoint(server, { adapter })
  await server.ready()

  const calendarOn = (day: CivilDate) => settingsOn(day, store.snapshot().facts.tables.settings.values()).calendar
  return {
    server,
    runPass: async () => {
      const report = await bot.runPass(instant())
      if (!report.ran) throw new Error('the pass was not run')
      const { summaries, sent, skipped, unknown, failed } = report
      return { sent, skipped: { ...skipped }, unknown, failed, summaries: summaries.posted }
    },
    calendar: () => calendarOn(civilDateOf(instant())),
    idle: () => bot.idle(),
    close: async () => {
      refresher.stop()
      await bot.idle()
      await server.close()
    },
  }
}
