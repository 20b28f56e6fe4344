import type { FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

/** The whole product as people meet it: open the tab, a month passes, a card comes, it is answered, the tab and the channel know. */
describe('from the overdue measurement to the leader’s card', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld()
    ;({ world, page, tab } = opened)
  })
  afterAll(() => opened?.close())

  it('the measurer opens the tab and sees what is overdue', async () => {
    await opened.be('Kari Nordmann')
    await opened.go('Prosjektpuls')
    await tab.getByRole('button', { name: /3\s*svar forfalt/ }).waitFor()
    expect(await opened.violations()).toEqual([])
  })

  it('a month passes, and the bot asks once a day at most', async () => {
    await page.getByRole('button', { name: '+1 måned' }).click()
    await page.getByText(/utsendinger på veien/).waitFor({ timeout: 60_000 })
    const kari = opened.idOf('kari')
    const nudges = world.lists.store.snapshot().facts.nudgesByPerson.get(kari) ?? []
    expect(nudges.length).toBeGreaterThan(1)
    expect(new Set(nudges.map((nudge) => nudge.day)).size).toBe(nudges.length)
  })

  let indicator = ''
  it('the measurer answers in the card, and the card says what the number means', async () => {
    await opened.go('Chat')
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
    expect(await opened.violations()).toEqual([])
  })

  it('the tab shows the number, where it came from and who gave it', async () => {
    const stored = [...opened.tables().measurements.values()].find((row) => row.actedAt >= world.clock.today())
    expect(stored).toMatchObject({ value: 13.8, via: 'bot' })
    const project = opened.tables().projects.get(stored?.projectKey ?? '')
    await opened.go('Prosjektpuls')
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
    expect(await opened.violations()).toEqual([])
  })

  it('the leader’s channel gets one card with counts and no names of the late', async () => {
    await opened.be('Ingrid Solheim')
    await opened.go('Kanaler')
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
    expect(await opened.violations()).toEqual([])
  })
})

const lastCardWith = (page: Page, text: RegExp): Locator => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last()
