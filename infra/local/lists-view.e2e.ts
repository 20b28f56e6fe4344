import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

/** Fluent's focus sentinels are empty by design; the rule itself stays on. */
const SENTINELS = '[data-tabster-dummy]'

/** The lists as a site owner meets them beside the product: edited by hand, watched, and disturbed. */
describe('the lists on the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'puls-lists-'))
  let world: LocalWorld
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: join(folder, 'demo.sqlite'), today: '2026-05-18' })
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
    context = await browser.newContext({ viewport: { width: 1500, height: 950 }, locale: 'nb-NO', reducedMotion: 'reduce' })
    page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(world.url)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Colours are looked at when they have come to rest: a button that has just woken is grey for a moment. */
  const atRest = () =>
    page.locator('.lists').evaluate(async (lists) => {
      await Promise.allSettled(
        lists.getAnimations({ subtree: true }).map((animation: { finished: Promise<unknown> }) => animation.finished),
      )
    })
  const violations = async (): Promise<string[]> => {
    await atRest()
    const { violations: found } = await new AxeBuilder({ page }).include('.lists').exclude(SENTINELS).analyze()
    return found.map((violation) => `${violation.id}: ${violation.nodes[0]?.target.join(' ')}`)
  }
  const said = () => page.locator('.rows-said')
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.PULS_PICTURES
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  it('are opened from the trial panel', async () => {
    await page.getByRole('button', { name: 'Åpne listene i SharePoint' }).click()
    await page.getByRole('heading', { name: 'Lister i SharePoint' }).waitFor()
    await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
    await picture('lists-rows')
    expect(await violations()).toEqual([])
  })

  it('take a change in its place, and the product sees it at its next refresh', async () => {
    await page.getByRole('button', { name: /^Title, rad 1:/ }).click()
    const field = page.getByRole('textbox', { name: 'Title, rad 1' })
    await field.fill('Skrevet for hånd')
    await field.press('Enter')
    await said().filter({ hasText: 'Rad 1 er lagret.' }).waitFor()
    await page.getByRole('button', { name: 'Title, rad 1: Skrevet for hånd' }).waitFor()
    await world.lists.store.refresh()
    const titles = [...world.lists.store.snapshot().facts.tables.projects.values()].map((project) => project.title)
    expect(titles).toContain('Skrevet for hånd')
  })

  it('leave the cell as it was when it is taken back, and say why a value was not taken', async () => {
    await page.getByRole('button', { name: /^Title, rad 1:/ }).click()
    await page.getByRole('textbox', { name: 'Title, rad 1' }).fill('Noe annet')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Title, rad 1: Skrevet for hånd' }).waitFor()
    await page.getByRole('button', { name: /^Nøkkel, rad 2:/ }).click()
    const key = world.lists.server.store.listItems('Prosjekter')[0]?.fields.key
    await page.getByRole('textbox', { name: 'Nøkkel, rad 2' }).fill(String(key))
    await page.keyboard.press('Enter')
    await said().filter({ hasText: 'SharePoint tok ikke imot: One or more fields with unique constraints' }).waitFor()
  })

  it('get a row and lose it again', async () => {
    const count = world.lists.server.store.listItems('Prosjekter').length
    await page.getByRole('button', { name: 'Legg til rad' }).click()
    await said().filter({ hasText: 'En tom rad står nederst' }).waitFor()
    const id = world.lists.server.store.listItems('Prosjekter').at(-1)?.id
    await page.getByRole('button', { name: `Slett rad ${id}` }).click()
    await page.getByRole('button', { name: `Slett rad ${id}, den kommer ikke tilbake` }).click()
    await said()
      .filter({ hasText: `Rad ${id} er slettet.` })
      .waitFor()
    expect(world.lists.server.store.listItems('Prosjekter')).toHaveLength(count)
  })

  it('show what they were asked and what it cost', async () => {
    await page.getByRole('button', { name: 'Forespørsler' }).click()
    await page.getByText('Eier av området').first().waitFor()
    await picture('lists-requests')
    expect(await violations()).toEqual([])
  })

  it('are disturbed by a switch, and mended again', async () => {
    await page.getByRole('button', { name: 'Feil å prøve' }).click()
    await page.getByLabel('Utilgjengelig (503)').click()
    await expect.poll(() => world.lists.server.faults()).toEqual([{ status: { code: 503 } }])
    await page.getByRole('button', { name: 'Slå av alle', disabled: false }).waitFor()
    await picture('lists-faults')
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Slå av alle' }).click()
    await expect.poll(() => world.lists.server.faults()).toEqual([])
  })

  it('are readable in every theme, and on a narrow page', async () => {
    await page.getByRole('button', { name: 'Rader', exact: true }).click()
    for (const theme of ['dark', 'contrast']) {
      await page.getByLabel('Utseende').selectOption(theme)
      await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
      expect(await violations()).toEqual([])
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
    await picture('lists-narrow')
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await violations()).toEqual([])
  })
})
