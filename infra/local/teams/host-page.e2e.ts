import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import fastifyStatic from '@fastify/static'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../browser.ts'
import { openTestHalf, type TestHalf } from '../world.fixture.ts'

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Hei Kari. Ett tall mangler.', weight: 'bolder', wrap: true },
    { type: 'Input.Text', id: 'value', label: 'Tall for april, i dager' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Lagre', verb: 'record', data: { indicator: 'i1' }, style: 'positive' },
    {
      type: 'Action.OpenUrl',
      title: 'Åpne i Prosjektpuls',
      url: 'https://teams.microsoft.com/l/entity/a/portfolio?context=%7B%22subEntityId%22%3A%22project%2Frobot%22%7D',
    },
  ],
}
const ANSWERED = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Takk, Kari. Alt er levert.' }] }

/** The page in a real browser, around a stand-in tab that uses the real teams-js. */
describe('the page that plays Teams', () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-page-'))
  const received: { type: string; text?: string; value?: { action: { verb: string; data: unknown } } }[] = []
  let world: TestHalf
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    const here = import.meta.dirname
    await build({ configFile: join(here, 'page', 'vite.config.ts'), logLevel: 'error', build: { outDir: join(folder, 'page') } })
    await build({
      root: join(here, 'page', 'stand-in'),
      base: '/tab/',
      logLevel: 'error',
      build: { outDir: join(folder, 'tab'), target: 'es2022' },
    })
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    received.length = 0
    world = await openTestHalf({
      pageFolder: join(folder, 'page'),
      runPass: async () => ({ sent: 1, skipped: { dailyLimit: 2 }, unknown: 0, failed: 0, summaries: 0 }),
      product: (app) => {
        app.register(fastifyStatic, { root: join(folder, 'tab'), prefix: '/tab/' })
        app.post('/api/messages', (request, reply) => {
          const activity = request.body as (typeof received)[number]
          received.push(activity)
          if (activity.type !== 'invoke') return reply.code(202).send()
          return reply.send({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: ANSWERED })
        })
      },
    })
    context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'nb-NO' })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    // Only teams-js asks for anything outside: its list of hosts, which it does without.
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(world.url)
  })
  afterEach(async () => {
    await context?.close()
    await world?.close()
  })

  const tab = () => page.frameLocator('iframe[title="Prosjektpuls"]').locator('#told')
  const told = async () => JSON.parse((await tab().textContent()) ?? '{}')
  const toldSoon = (part: object) => expect.poll(told, { timeout: 15_000 }).toMatchObject(part)

  it('tells the tab who, where and how, and gives it a token', async () => {
    await toldSoon({
      personId: world.directory.person('kari')?.personId,
      tenantId: world.directory.tenantId,
      locale: 'nb-NO',
      theme: 'default',
      frame: 'content',
      token: 3,
    })
  })

  it('carries a change of theme and of language into the tab', async () => {
    await toldSoon({ theme: 'default' })
    await page.getByLabel('Utseende').selectOption('dark')
    await toldSoon({ theme: 'dark', locale: 'nb-NO' })
    await page.getByLabel('Utseende').selectOption('contrast')
    await toldSoon({ theme: 'contrast' })
    await page.getByLabel('Språk').selectOption('nn')
    await toldSoon({ theme: 'contrast', locale: 'nn-NO' })
    await expect.poll(() => page.getByRole('button', { name: 'Køyr utsendinga for dagen' }).isVisible()).toBe(true)
  })

  it('makes one another person, with their language, and remembers it', async () => {
    await toldSoon({ token: 3 })
    await page.getByRole('button', { name: 'Per Test' }).click()
    await toldSoon({ personId: world.directory.person('per')?.personId })
    await page.reload()
    await toldSoon({ personId: world.directory.person('per')?.personId })
    await page.getByRole('button', { name: /Vis alle/ }).click()
    await page.getByRole('button', { name: 'Jonas Test' }).click()
    await toldSoon({ personId: world.directory.person('jonas')?.personId, locale: 'nn-NO' })
  })

  it('shows a card that arrives, answers it in place and opens its link in the tab', async () => {
    await toldSoon({ token: 3 })
    const place = { kind: 'person', owner: 'kari', thread: null } as const
    world.chats.add({ place, sender: 'bot', at: world.clock.now(), text: null, card: CARD })
    world.emit({ type: 'chat', kind: 'person', owner: 'kari' })
    await page.getByRole('button', { name: 'Chat 1 ulest melding' }).click()
    await page.getByLabel('Tall for april, i dager').fill('13,8')
    await page.getByRole('link', { name: 'Åpne i Prosjektpuls' }).click()
    await toldSoon({ subPageId: 'project/robot' })
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByLabel('Tall for april, i dager').fill('13,8')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await page.getByText('Takk, Kari. Alt er levert.').waitFor()
    expect(received).toMatchObject([{ type: 'invoke', value: { action: { verb: 'record', data: { indicator: 'i1', value: '13,8' } } } }])
  })

  it('carries what is written, in the chat and in a channel', async () => {
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByLabel('Skriv til boten').fill('mine')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('mine').waitFor()
    await page.getByRole('button', { name: 'Kanaler' }).click()
    await page.getByLabel('Skriv i kanalen').fill('@Prosjektpuls abonner')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('log').getByText('@Prosjektpuls abonner').waitFor()
    expect(received.map(({ text }) => text)).toEqual(['mine', '<at>Prosjektpuls</at> abonner'])
  })

  it('runs the day and moves time, and says in words what happened', async () => {
    await page.getByText('Mandag 18. mai 2026').waitFor()
    await page.getByRole('button', { name: 'Kjør dagens utsending' }).click()
    await page.getByText('1 kort ble sendt. Venter: 2 har fått dagens kort.').waitFor()
    await page.getByRole('button', { name: '+1 måned' }).click()
    await page.getByText('Torsdag 18. juni 2026').waitFor()
    expect(world.clock.today()).toBe('2026-06-18')
  })

  it.each(['default', 'dark', 'contrast'])('has no fault that axe finds, in the theme %s', async (theme) => {
    await toldSoon({ token: 3 })
    const place = { kind: 'person', owner: 'kari', thread: null } as const
    world.chats.add({ place, sender: 'bot', at: world.clock.now(), text: null, card: CARD })
    world.emit({ type: 'chat', kind: 'person', owner: 'kari' })
    await page.getByLabel('Utseende').selectOption(theme)
    for (const view of ['Prosjektpuls', 'Aktivitet', 'Kanaler', /^Chat/]) {
      await page.getByRole('button', { name: view, exact: true }).click()
      if (view instanceof RegExp) await page.getByLabel('Tall for april, i dager').waitFor()
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').exclude('[data-tabster-dummy]').analyze()
      expect(violations.map(({ id, nodes }) => `${String(view)} ${id} ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    }
  })

  it('can be used on a narrow page, with the panel as a view of its own', async () => {
    await page.setViewportSize({ width: 400, height: 800 })
    await page.getByRole('button', { name: 'Prøv', exact: true }).click()
    await page.getByRole('button', { name: 'Per Test' }).click()
    await page.getByRole('button', { name: 'Prosjektpuls', exact: true }).click()
    await toldSoon({ personId: world.directory.person('per')?.personId })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
  })

  it('adds the tab to a channel through the tab’s own configuration page', async () => {
    await page.getByRole('button', { name: 'Kanaler' }).click()
    await page.getByRole('button', { name: 'Legg til fanen' }).click()
    await page.getByRole('button', { name: 'Lagre fanen' }).click()
    await page.getByRole('button', { name: 'Valgt fane' }).waitFor()
    await expect.poll(() => page.locator('iframe[title="Valgt fane"]').getAttribute('src')).toBe('/tab/?chosen=1')
  })
})
