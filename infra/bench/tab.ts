import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { civilDateOf } from '#domain/dates.ts'
import { viewContext } from '#views/context.ts'
import { meView } from '#views/me.ts'
import { portfolioView } from '#views/portfolio.ts'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { openLocalLists } from '../local/lists.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { type Benchmark, type Measured, percentile, rounded } from './benchmark.ts'
import { type Bodies, serveTabs } from './tab-server.ts'

const DAY = '2026-05-18'
const NOW = `${DAY}T07:00:00.000Z`
/** A laptop in a meeting room. */
const SLOWDOWN = 4
const RUNS = 3
/** Rows that fill the screen: from then on the portfolio is there to be read. */
const SCREENFUL = 12

/** What the API says of `large` to the portfolio office, and what asking for it costs the list server. */
async function largeAnswers(): Promise<{ bodies: Bodies; graphRequests: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'puls-bench-tab-'))
  const scenario = scenarioNamed('large')
  if (!scenario) throw new Error('no scenario large')
  const lists = await openLocalLists({
    file: join(folder, 'lists.sqlite'),
    scenario,
    day: DAY,
    now: () => new Date(NOW),
    wallClock: () => new Date(),
    port: 0,
  })
  try {
    const before = lists.server.requests().length
    const snapshot = lists.store.snapshot()
    const context = viewContext(snapshot.facts, civilDateOf(NOW))
    const office = [...snapshot.facts.tables.people.values()].find((person) => person.roles.includes('office'))
    if (!office) throw new Error('large has no office')
    const portfolio = portfolioView(context, office, snapshot)
    const me = meView(context, office, 'nb')
    const graphRequests = lists.server.requests().length - before
    return { bodies: { '/api/me': { body: me }, '/api/portfolio': { body: portfolio, etag: '"large"' } }, graphRequests }
  } finally {
    await lists.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Set in every frame before its own scripts: when, counted from the top page's navigation, a screenful of rows was painted. */
const WATCH = `(() => {
  const look = () => {
    if (document.querySelectorAll('[role=row]').length < ${SCREENFUL}) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => { top.paintedAt = performance.timeOrigin + performance.now() - top.performance.timeOrigin }))
  }
  requestAnimationFrame(look)
})()`

const painted = (page: Page): Promise<number> =>
  page
    .waitForFunction(() => (window as unknown as { paintedAt?: number }).paintedAt, undefined, { timeout: 60_000 })
    .then((handle) => handle.jsonValue() as Promise<number>)

const tab: Benchmark = {
  names: ['tab.firstChunk', 'tab.paint', 'tab.warm', 'tab.interaction', 'tab.requests'],
  async run() {
    const { bodies, graphRequests } = await largeAnswers()
    const folders = { tab: await built('../../tab', '../../tab/vite.config.ts'), reference: await built('reference', false) }
    const server = await serveTabs(folders, bodies)
    const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
    try {
      const cold: number[] = []
      const warm: number[] = []
      const plain: number[] = []
      let firstChunk = 0
      // Side by side, so that what else the machine does meets them alike.
      for (let run = 0; run < RUNS; run += 1) {
        const context = await newContext(browser)
        const loaded: Promise<number>[] = []
        let readable = false
        context.on('response', (response) => {
          if (!readable && /\.(js|css)$/.test(new URL(response.url()).pathname))
            loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
        })
        const first = await open(context, server.url, '/tab/index.html')
        cold.push(await painted(first))
        readable = true
        firstChunk = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0)
        await first.waitForTimeout(1500)
        await first.close()
        warm.push(await painted(await open(context, server.url, '/tab/index.html')))
        await context.close()
        const other = await newContext(browser)
        plain.push(await painted(await open(other, server.url, '/reference/index.html')))
        await other.close()
      }
      const interaction = await interactionP95(await newContext(browser), server.url)
      return [
        { name: 'tab.firstChunk', value: firstChunk, unit: 'bytes' },
        { name: 'tab.paint', value: rounded(percentile(cold, 0.5), 0), unit: 'ms', reference: rounded(percentile(plain, 0.5), 0) },
        { name: 'tab.warm', value: rounded(percentile(warm, 0.5), 0), unit: 'ms' },
        { name: 'tab.interaction', value: rounded(interaction, 0), unit: 'ms' },
        { name: 'tab.requests', value: graphRequests, unit: 'count' },
      ] satisfies Measured[]
    } finally {
      await browser.close()
      await server.close()
      for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** A person's browser: its own storage, and every frame tells when its rows stand. */
async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO', timezoneId: 'Europe/Oslo' })
  await context.addInitScript(WATCH)
  return context
}

/** A slow machine opens `path` in the Teams-like page. */
async function open(context: BrowserContext, url: string, path: string): Promise<Page> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const host = new URLSearchParams({ src: path, theme: 'default', locale: 'nb-NO', subPageId: '', silent: 'false', frame: 'content' })
  await page.goto(`${url}/host?${host}`, { waitUntil: 'commit' })
  return page
}

/** Filters, a saved view, a group and the search, each from the event to the next paint (Event Timing, the measure behind INP). */
async function interactionP95(context: BrowserContext, url: string): Promise<number> {
  const page = await open(context, url, '/tab/index.html')
  await painted(page)
  const frame = page.frames()[1]
  if (!frame) throw new Error('the tab has no frame')
  await frame.evaluate(() => {
    const durations: number[] = []
    Object.assign(window, { durations })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('interactionId' in entry && entry.interactionId) durations.push(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  for (let round = 0; round < 3; round += 1) {
    for (const name of ['Forfalt', 'Avvik', 'Skal besluttes']) {
      const chip = frame.getByRole('button', { name, exact: true }).first()
      await chip.click()
      await page.waitForTimeout(250)
      await chip.click()
      await page.waitForTimeout(250)
    }
    await frame.getByPlaceholder(/Søk i prosjekter/).pressSequentially('digital', { delay: 120 })
    await frame.getByPlaceholder(/Søk i prosjekter/).fill('')
    await page.waitForTimeout(250)
  }
  const durations = await frame.evaluate(() => (window as unknown as { durations: number[] }).durations)
  await context.close()
  return percentile(durations, 0.95)
}

/** The page in `root` as it is built for use, in a folder of its own. */
async function built(root: string, config: string | false): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'puls-bench-'))
  const here = import.meta.dirname
  await build({
    ...(config === false ? { root: resolve(here, root), base: './', define: { 'process.env.NODE_ENV': '"production"' } } : {}),
    configFile: config === false ? false : resolve(here, config),
    logLevel: 'error',
    mode: 'production',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

export const tabBenchmarks: readonly Benchmark[] = [tab]
