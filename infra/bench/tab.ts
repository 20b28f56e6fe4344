import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { civilDateOf } from '#domain/dates.ts'
import { viewContext } from '#views/context.ts'
import { meView } from '#views/me.ts'
import { portfolioView } from '#views/portfolio.ts'
import { type Answers, startHarness } from '../../tab/browser/harness.ts'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { openLocalLists } from '../local/lists.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { type Benchmark, type Measured, percentile, rounded } from './benchmark.ts'
import { serveReference } from './reference-server.ts'

const DAY = '2026-05-18'
const NOW = `${DAY}T07:00:00.000Z`
/** A laptop in a meeting room. */
const SLOWDOWN = 4
const RUNS = 3
/** Rows that fill the screen: from then on the portfolio is there to be read. */
const SCREENFUL = 12

/** What the API says of `large` to the portfolio office, and what asking for it costs the list server. */
async function largeAnswers(): Promise<{ answers: Answers; portfolio: unknown; graphRequests: number }> {
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
    return { answers: { 'GET /api/me': { body: me }, 'GET /api/portfolio': { body: portfolio } }, portfolio, graphRequests }
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

async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
}

const painted = (page: Page): Promise<number> =>
  page
    .waitForFunction(() => (window as unknown as { paintedAt?: number }).paintedAt, undefined, { timeout: 60_000 })
    .then((handle) => handle.jsonValue() as Promise<number>)

const tab: Benchmark = {
  names: ['tab.firstChunk', 'tab.paint', 'tab.warm', 'tab.interaction', 'tab.requests'],
  async run() {
    const { answers, portfolio, graphRequests } = await largeAnswers()
    const harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
    const reference = await serveReference(await buildReference(), portfolio)
    const lines: Measured[] = []
    const newContext = async (): Promise<BrowserContext> => {
      const context = await harness.browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
      })
      await context.addInitScript(WATCH)
      context.on('page', (page) => void slowed(page))
      return context
    }
    try {
      let firstChunk = 0
      const cold: number[] = []
      const warm: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const context = await newContext()
        const loaded: Promise<number>[] = []
        context.on('response', (response) => {
          if (/\.(js|css)$/.test(new URL(response.url()).pathname))
            loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
        })
        const first = await harness.open({ answers, context })
        cold.push(await painted(first.page))
        firstChunk = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0)
        await first.page.waitForTimeout(1000)
        await first.page.close()
        const second = await harness.open({ answers, context })
        warm.push(await painted(second.page))
        await context.close()
      }
      const plain: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const context = await newContext()
        const page = await context.newPage()
        await page.goto(reference.url)
        plain.push(await painted(page))
        await context.close()
      }
      lines.push({ name: 'tab.firstChunk', value: firstChunk, unit: 'bytes' })
      lines.push({ name: 'tab.paint', value: rounded(percentile(cold, 0.5), 0), unit: 'ms', reference: rounded(percentile(plain, 0.5), 0) })
      lines.push({ name: 'tab.warm', value: rounded(percentile(warm, 0.5), 0), unit: 'ms' })
      lines.push({ name: 'tab.interaction', value: rounded(await interactionP95(harness, answers, await newContext()), 0), unit: 'ms' })
      lines.push({ name: 'tab.requests', value: graphRequests, unit: 'count' })
      return lines
    } finally {
      await harness.close()
      await reference.close()
    }
  },
}

/** Filters, a saved view, a group and the search, each from the event to the next paint (Event Timing, the measure behind INP). */
async function interactionP95(
  harness: Awaited<ReturnType<typeof startHarness>>,
  answers: Answers,
  context: BrowserContext,
): Promise<number> {
  const opened = await harness.open({ answers, context })
  await painted(opened.page)
  const frame = opened.page.frames()[1]
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
      const chip = opened.tab.getByRole('button', { name, exact: true }).first()
      await chip.click()
      await opened.page.waitForTimeout(250)
      await chip.click()
      await opened.page.waitForTimeout(250)
    }
    await opened.tab.getByPlaceholder(/Søk i prosjekter/).pressSequentially('digital', { delay: 120 })
    await opened.tab.getByPlaceholder(/Søk i prosjekter/).fill('')
    await opened.page.waitForTimeout(250)
  }
  const durations = await frame.evaluate(() => (window as unknown as { durations: number[] }).durations)
  await context.close()
  return percentile(durations, 0.95)
}

async function buildReference(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'puls-reference-'))
  await build({
    root: resolve(import.meta.dirname, 'reference'),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

export const tabBenchmarks: readonly Benchmark[] = [tab]
