// The production server: configuration, lists, bot, API and tab put together. `node api/main.ts` on Node 24.
import { createRemoteJWKSet } from 'jose'
import { civilDateOf } from '#domain/dates.ts'
import { settingsOn } from '#domain/settings.ts'
import { tellingStore } from '#usecases/telling-store.ts'
import { watchedStore } from '#usecases/watched-store.ts'
import { createAdapter } from '../bot/adapter.ts'
import { createBot } from '../bot/bot.ts'
import { deepLinks } from '../bot/deep-links.ts'
import { botEndpoint } from '../bot/endpoint.ts'
import { describeConfigFault, readConfig } from './config.ts'
import { graphInstaller } from './data/app-installer.ts'
import { graphTokens } from './data/auth.ts'
import { createGraph } from './data/graph.ts'
import { LIST_CODES, LISTS } from './data/lists.ts'
import { graphPresence } from './data/presence.ts'
import { openSite } from './data/site.ts'
import { openStore } from './data/store.ts'
import { startRefresher } from './refresher.ts'
import { CLOSING_MS, leaveOnUncaught } from './routes/last-resort.ts'
import { buildServer } from './routes/server.ts'
import { tokenVerifier } from './routes/tokens.ts'
import { startScheduler } from './scheduler.ts'
import { withSmallHeap } from './small-heap.ts'

/** Teams, Outlook and Microsoft 365, who may show the tab (Microsoft's tab requirements). */
const FRAME_ANCESTORS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
]
/** Where a chat is opened with somebody who has not written yet; every message that comes in names a nearer one. */
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/'
const REQUESTS_PER_MINUTE = 600

const log = (line: Record<string, unknown>): void => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}
/** The value of a step of the start, or the end of it with a sentence on what to mend. */
const need = <T, F extends { ok: false }>(result: { ok: true; value: T } | F, sentenceOf: (fault: F) => string): T => {
  if (result.ok) return result.value
  process.stderr.write(`${sentenceOf(result)}\n`)
  process.exit(1)
}

const config = need(readConfig(process.env), describeConfigFault)
const now = () => new Date().toISOString()
const graph = createGraph({
  tokens: graphTokens({ tenantId: config.tenantId, ...config.graph }),
  transport: (url, init) => fetch(url, init),
  log: (line) => log({ level: 'warning', what: 'graph', ...line }),
})
const site = need(
  await openSite(graph, config.site.url),
  ({ code }) => `The site in PULS_SITE_URL cannot be opened (${code}). «puls doctor» says what to mend.`,
)
const missing = LIST_CODES.filter((code) => site.lists[code] === undefined).map((code) => LISTS[code].display)
need(
  missing.length === 0 ? { ok: true, value: true } : { ok: false },
  () => `These lists are missing: ${missing.join(', ')}. Run «puls provision» first.`,
)
const store = watchedStore(
  need(
    await withSmallHeap(() => openStore({ graph, site, now })),
    ({ code }) => `The lists cannot be read (${code}). «puls doctor» says what to mend.`,
  ),
  (what, ids) => log({ level: 'error', what, ...ids }),
)

const botLog = (code: string, ids: Readonly<Record<string, string | number | null>> = {}) => log({ level: 'info', what: code, ...ids })
const { bot: identity } = config
const adapter = createAdapter(
  {
    mode: 'azure',
    appId: identity.id,
    tenantId: identity.tenantId,
    type: identity.type,
    ...(identity.type === 'SingleTenant'
      ? { certificate: { thumbprint: identity.certificate.thumbprintSha256, privateKey: identity.certificate.privateKey } }
      : {}),
  },
  botLog,
)
const bot = createBot({
  adapter,
  store,
  now,
  tabUrl: deepLinks(config.teamsAppId),
  presence: graphPresence(graph.background()),
  ...(config.teamsCatalogId && { install: graphInstaller(graph.background(), config.teamsCatalogId) }),
  place: { serviceUrl: SERVICE_URL, tenantId: config.tenantId, botId: `28:${identity.id}` },
  holder: process.env.WEBSITE_INSTANCE_ID ?? `server-${process.pid}`,
  log: botLog,
})

const refresher = startRefresher(store)
const app = await buildServer({
  store: tellingStore(store, bot.written),
  now,
  looked: refresher.looked,
  verifyToken: tokenVerifier({
    issuer: `https://login.microsoftonline.com/${config.tenantId}/v2.0`,
    tenantId: config.tenantId,
    audiences: config.audiences,
    scope: 'access_as_user',
    keys: createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${config.tenantId}/discovery/v2.0/keys`)),
    now: () => new Date(),
  }),
  tabFolder: new URL('../dist/tab/', import.meta.url).pathname,
  frameAncestors: FRAME_ANCESTORS,
  requestsPerMinute: REQUESTS_PER_MINUTE,
  ready: refresher.healthy,
  usage: graph.usage,
  log,
})
botEndpoint(app, { adapter })

class PassNotRun extends Error {
  override name = 'PassNotRun'
}
const scheduler = startScheduler({
  now: () => new Date(),
  calendar: () => settingsOn(civilDateOf(now()), store.snapshot().facts.tables.settings.values()).calendar,
  runPass: async () => {
    const { ran, complete, sent, skipped, unknown, failed } = await bot.runPass(now())
    // Another server has it, or the lists were out of reach: the scheduler asks again until somebody has run it.
    if (!ran) throw new PassNotRun()
    log({ level: 'info', what: 'pass', sent, skipped, unknown, failed })
    // Something was left that may get through before the day is over: throttled, out of reach, taken over.
    return complete ? 'done' : 'again'
  },
  onFault: (fault) => log({ level: 'error', what: 'passFailed', error: fault instanceof Error ? fault.name : 'unknown' }),
})

const close = async (): Promise<void> => {
  refresher.stop()
  await scheduler.stop()
  await app.close()
  await bot.idle()
  log({ level: 'info', what: 'stopped', ...graph.usage() })
  graph.close()
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await close()
    process.exit(0)
  })
}
leaveOnUncaught({ log, close, within: CLOSING_MS })
await app.listen({ host: '0.0.0.0', port: config.port })
log({ level: 'info', what: 'started', port: config.port })
