import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { portfolio } from '../fixtures/portfolio.ts'
import { ordinary } from './answers.ts'
import { type OpenOptions, startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())
const open = (given: Partial<OpenOptions> = {}) => harness.open({ answers: ordinary(), ...given })

describe('opening', () => {
  test('outside Teams it says what it is and asks the server for nothing', async () => {
    const context = await harness.browser.newContext({ locale: 'nb-NO' })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${harness.origin}/tab/index.html`)
    await page.getByText('Den virker inne i Microsoft Teams').waitFor()
    expect(asked.filter((path) => path.startsWith('/api'))).toEqual([])
    await context.close()
  })

  test('in a frame that never answers it explains itself after four seconds, and how to try again', async () => {
    const { tab, asked, context } = await open({ silent: true })
    await tab.getByText('Er du i Teams nå? Da svarte ikke Teams i tide.').waitFor()
    expect(asked).toEqual([])
    await context.close()
  })

  test('the host hears that it is ready', async () => {
    const { tab, said, context } = await open()
    await tab.getByRole('treegrid').waitFor()
    await expect.poll(said).toContain('appInitialization.success')
    await context.close()
  })

  test('the second time it stands at once from the local copy, without restricted projects, and says from when', async () => {
    const first = await open()
    await first.tab.getByText('KomInn dialogarena').waitFor()
    await first.tab.locator('html').evaluate(async () => new Promise((done) => setTimeout(done, 1500)))
    await first.page.close()
    const silent = ordinary({ 'GET /api/me': () => 'cut', 'GET /api/portfolio': () => 'cut' })
    const again = await open({ context: first.context, answers: silent })
    await again.tab.getByText('KomInn dialogarena').waitFor()
    await again.tab.getByText('Viser tall fra kl. 08:55. Vi prøver igjen om ett minutt.').waitFor()
    expect(await again.tab.getByText('Tidlig innsats').count()).toBe(0)
    await first.context.close()
  })

  test('a server that cannot be reached gets a sentence and a way on', async () => {
    let down = true
    const answers = ordinary({
      'GET /api/portfolio': () => (down ? 'cut' : { body: portfolio }),
    })
    const { tab, context } = await open({ answers })
    await tab.getByText('Vi får ikke kontakt med Prosjektpuls.').waitFor()
    down = false
    await tab.getByRole('button', { name: 'Prøv igjen' }).click()
    await tab.getByText('KomInn dialogarena').waitFor()
    await context.close()
  })

  test('a deep link opens its page', async () => {
    const { tab, context } = await open({ subPageId: 'project/elektroniske-skjema' })
    await tab.getByRole('heading', { level: 1, name: 'Elektroniske skjema, fullintegrert' }).waitFor()
    await context.close()
  })

  test('a link is shared in Teams’ own window, and on a phone shown to be copied, with focus back where one was', async () => {
    const desk = await open({ hash: '#/project/elektroniske-skjema' })
    await desk.tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await desk.tab.getByRole('menuitem', { name: 'Del lenke' }).click()
    await expect.poll(desk.said).toContain('shareDeepLink')
    expect(await desk.tab.getByRole('dialog').count()).toBe(0)
    await desk.context.close()
    const phone = await open({ hash: '#/project/elektroniske-skjema', client: 'ios', width: 400 })
    const more = phone.tab.getByRole('button', { name: 'Flere valg for prosjektet' })
    await more.click()
    await phone.tab.getByRole('menuitem', { name: 'Del lenke' }).click()
    const link = await phone.tab.getByRole('dialog').getByLabel('Lenke').inputValue()
    expect(decodeURIComponent(link)).toBe(
      'https://teams.microsoft.com/l/entity/app-1/portfolio?context={"subEntityId":"#/project/elektroniske-skjema"}',
    )
    const { violations } = await new AxeBuilder({ page: phone.page }).exclude('[data-tabster-dummy]').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    for (let press = 0; press < 4; press += 1) {
      await phone.page.keyboard.press('Tab')
      expect(await phone.tab.locator(':focus').evaluate((one) => one.closest('[role=dialog]') !== null)).toBe(true)
    }
    await phone.page.keyboard.press('Escape')
    await expect.poll(() => more.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true)
    expect(await phone.said()).not.toContain('shareDeepLink')
    await phone.context.close()
  })

  test('what loads before the portfolio is readable stays within 160 000 bytes', async () => {
    const html = await readFile(join(harness.dist, 'index.html'), 'utf8')
    const files = [...html.matchAll(/(?:src|href)="\/tab\/(assets\/[^"]+)"/g)].map((match) => match[1] as string)
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(harness.dist, file)), { level: 9 }).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(160_000)
  })
})

describe('the channel tab', () => {
  test('is set up with one project and saved with its address', async () => {
    const { page, tab, context, tell } = await open({ search: '?view=config' })
    await tab.getByLabel('Ett prosjekt').check()
    await tab.getByLabel('Velg prosjekt').selectOption('slik-ledelse-av-innovasjon')
    await tell('settings.save', [{}])
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { settings?: { contentUrl: string } }).settings?.contentUrl))
      .toMatch(/\?scope=project&key=slik-ledelse-av-innovasjon$/)
    await context.close()
  })

  test('is set up with one area, and begins with the projects of that area', async () => {
    const { page, tab, context, tell } = await open({ search: '?view=config' })
    await tab.getByLabel('Ett område').check()
    const area = (await tab.getByLabel('Velg område').locator('option').nth(1).getAttribute('value')) ?? ''
    await tab.getByLabel('Velg område').selectOption(area)
    await tell('settings.save', [{}])
    const saved = () => page.evaluate(() => (window as unknown as { settings?: { contentUrl: string } }).settings?.contentUrl ?? '')
    await expect.poll(saved).toContain('?scope=area&key=')
    const search = new URL(await saved()).search
    await context.close()
    const channel = await open({ search })
    await channel.tab
      .getByText(/^Viser \d+ av \d+ prosjekter\./)
      .first()
      .waitFor()
    await channel.tab
      .getByRole('button', { name: new RegExp(area) })
      .first()
      .waitFor()
    await channel.context.close()
  })
})
