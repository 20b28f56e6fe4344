import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

const DAY = '2026-05-18'
/** Fluent's focus sentinels are empty by design; the rule itself stays on. */
const SENTINELS = '[data-tabster-dummy]'

/** The whole product as people meet it: open the tab, a month passes, a card comes, it is answered, the tab and the channel know. */
describe('from the overdue measurement to the leader’s card', () => {
  const folder = mkdtempSync(join(tmpdir(), 'puls-journey-'))
  let world: LocalWorld
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: join(folder, 'demo.sqlite'), today: DAY })
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
    context = await browser.newContext({ viewport: { width: 1500, height: 950 }, locale: 'nb-NO' })
    page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.route(/^https:/, (route) => route.abort())
    await page.goto(world.url)
    tab = page.frameLocator('iframe')
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const be = (name: string) =>
    page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click()
  const go = (place: string) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(place) })
      .click()
  const violations = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).exclude(SENTINELS).analyze()).violations.map(
      (violation) => `${violation.id}: ${violation.nodes[0]?.target.join(' ')}`,
    )

  it('the measurer opens the tab and sees what is overdue', async () => {
    await be('Kari Nordmann')
    await go('Prosjektpuls')
    await tab.getByRole('button', { name: /3\s*svar forfalt/ }).waitFor()
    expect(await violations()).toEqual([])
  })

  it('a month passes, and the bot asks once a day at most', async () => {
    await page.getByRole('button', { name: '+1 måned' }).click()
    await page.getByText(/utsendinger på veien/).waitFor({ timeout: 60_000 })
    const kari = world.directory.people.find((person) => person.name === 'kari')?.personId ?? ''
    const nudges = world.lists.store.snapshot().facts.nudgesByPerson.get(kari) ?? []
    expect(nudges.length).toBeGreaterThan(1)
    expect(new Set(nudges.map((nudge) => nudge.day)).size).toBe(nudges.length)
  })

  let indicator = ''
  it('the measurer answers in the card, and the card says what the number means', async () => {
    await go('Chat')
    const card = lastCardWith(page, /Tall for/)
    indicator =
      (await card
        .getByText(/Saksbehandlingstid|Andel|Timer|Manuelle|Svartid/)
        .first()
        .textContent()) ?? ''
    await card
      .getByLabel(/Tall for/)
      .first()
      .fill('12,5,3')
    await card.getByRole('button', { name: 'Lagre', exact: true }).first().click()
    await page.getByText('«12,5,3» er ikke et tall vi forstår.').first().waitFor()
    const again = lastCardWith(page, /Tall for/)
    expect(
      await again
        .getByLabel(/Tall for/)
        .first()
        .inputValue(),
    ).toBe('12,5,3')
    await again
      .getByLabel(/Tall for/)
      .first()
      .fill('13,8')
    await again.getByRole('button', { name: 'Lagre', exact: true }).first().click()
    await page
      .getByText(/Takk, Kari\./)
      .last()
      .waitFor()
    await page
      .getByText(/av veien til målet, planen sier/)
      .last()
      .waitFor()
    expect(await violations()).toEqual([])
  })

  it('the tab shows the number, where it came from and who gave it', async () => {
    const stored = [...world.lists.store.snapshot().facts.tables.measurements.values()].find((row) => row.actedAt >= world.clock.today())
    expect(stored).toMatchObject({ value: 13.8, via: 'bot' })
    const project = world.lists.store.snapshot().facts.tables.projects.get(stored?.projectKey ?? '')
    await go('Prosjektpuls')
    await tab.getByRole('link', { name: /Oversikt/ }).click()
    await tab
      .getByText(project?.title ?? '')
      .first()
      .click()
    await tab.getByText('13,8').first().waitFor()
    await tab
      .getByText(/i kortet/)
      .first()
      .waitFor()
    expect(indicator).not.toBe('')
    expect(await violations()).toEqual([])
  })

  it('the leader’s channel gets one card with counts and no names of the late', async () => {
    await be('Ingrid Solheim')
    await go('Kanaler')
    const box = page.getByRole('textbox').last()
    await box.fill('@Prosjektpuls abonner')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page
      .getByText(/gevinster i rute/)
      .first()
      .waitFor()
    const text = (await lastCardWith(page, /gevinster i rute/).textContent()) ?? ''
    expect(text).toMatch(/\d+ av \d+/)
    for (const person of world.directory.people) expect(text).not.toContain(person.displayName)
    expect(await violations()).toEqual([])
  })
})

const lastCardWith = (page: Page, text: RegExp): Locator => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last()
