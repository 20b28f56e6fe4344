import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedWorld, openWorld } from './opened-world.fixture.ts'

/** The portfolio office at work: finds what is lacking, orders, groups, keeps the view and moves a project in the board's order. */
describe('the portfolio office in the overview', () => {
  let opened: OpenedWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld({ width: 1700 })
    ;({ page, tab } = opened)
    await opened.be('Anne Lie')
    await opened.go('Prosjektpuls')
  })
  afterAll(() => opened?.close())

  const address = () => tab.locator('html').evaluate((html) => html.ownerDocument.location.hash)
  const choose = async (menu: RegExp, choice: string) => {
    await tab.getByRole('button', { name: menu }).click()
    await tab.getByRole('menuitemradio', { name: choice, exact: true }).click()
  }
  const titles = () => tab.locator('[role=row][aria-level="2"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''))

  it('one press shows which projects lack a measurement, and why', async () => {
    await tab.getByRole('button', { name: /^Mangler måling/ }).click()
    await tab.getByText('Måling for april, forfalt siden 16. mai').first().waitFor()
    await tab.getByText('Nullpunkt er ikke satt').first().waitFor()
    expect(await opened.violations()).toEqual([])
    await tab.getByRole('button', { name: 'Nullstill filter' }).click()
  })

  it('orders by a column name with keys, groups, and finds both in the address', async () => {
    const first = tab.getByRole('row', { name: /^Trenger handling/ })
    await first.focus()
    await page.keyboard.press('ArrowUp')
    expect(await tab.locator(':focus').textContent()).toBe('Prosjekt')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    const header = tab.getByRole('columnheader', { name: 'Forfalt' })
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending')
    await choose(/^Grupper/, 'Program')
    await tab.getByRole('row', { name: /^Lærende organisasjon \d+ \d+ av \d+ gevinster i rute/ }).waitFor()
    await expect.poll(address).toBe('#/?group=programme&sort=-overdue')
  })

  it('keeps the view for everyone, and it stands after a reload as in the link', async () => {
    await tab.getByRole('button', { name: 'Lagrede visninger' }).click()
    await tab.getByLabel('Navn på visningen').fill('Forfalt per program')
    await tab.getByLabel('Del med alle').check()
    await tab.getByRole('button', { name: 'Lagre visningen' }).click()
    await tab.getByRole('dialog', { name: 'Lagrede visninger' }).getByRole('link', { name: 'Forfalt per program' }).waitFor()
    expect(await opened.violations()).toEqual([])
    await page.keyboard.press('Escape')
    await choose(/^Grupper: /, 'Fase')
    await expect.poll(address).toBe('#/?group=phase&sort=-overdue')
    await tab.locator('html').evaluate((html) => html.ownerDocument.location.reload())
    await tab.getByRole('row', { name: /^Gjennomføre \d/ }).waitFor()
    await tab.getByRole('button', { name: 'Lagrede visninger' }).click()
    await tab.getByRole('dialog', { name: 'Lagrede visninger' }).getByRole('link', { name: 'Forfalt per program' }).click()
    await tab.getByRole('row', { name: /^Lærende organisasjon \d/ }).waitFor()
    await expect.poll(address).toBe('#/?group=programme&sort=-overdue')
    await tab.locator('html').evaluate((html) => html.ownerDocument.defaultView?.history.back())
    await tab.getByRole('row', { name: /^Gjennomføre \d/ }).waitFor()
  })

  it('moves a project with keys as one decision, keeps focus on it, and lets it be undone', async () => {
    await choose(/^Grupper: /, 'Ingen grupper')
    await choose(/^Sorter: /, 'Rang')
    await tab.getByText('Flytt et prosjekt med Alt+↑ og Alt+↓').waitFor()
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(8)
    const before = await titles()
    const key = before[2] ?? ''
    await tab.locator(`[data-id="${key}"]`).focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await titles()).indexOf(key)).toBe(1)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await titles()).indexOf(key)).toBe(0)
    expect(await tab.locator(':focus').getAttribute('data-id')).toBe(key)
    await tab.getByText('Beslutningen er lagret.').waitFor()
    expect(await opened.violations()).toEqual([])
    await tab.getByRole('button', { name: 'Angre' }).click()
    await expect.poll(async () => (await titles()).indexOf(key)).toBe(2)
    await tab.getByText('Beslutningen er lagret.').waitFor()
  })

  it('moves it to a typed place with a reason', async () => {
    const key = (await titles())[3] ?? ''
    await tab.locator(`[data-id="${key}"]`).focus()
    await page.keyboard.press('Alt+Enter')
    await tab.getByLabel('Plass', { exact: true }).fill('1')
    await tab.getByLabel('Begrunnelse (valgfritt)').fill('Lovpålagt frist')
    expect(await opened.violations()).toEqual([])
    await tab.getByRole('button', { name: 'Flytt', exact: true }).click()
    await expect.poll(async () => (await titles()).indexOf(key)).toBe(0)
    await tab.getByText(/Sist besluttet .* av Anne Lie/).waitFor()
  })

  it('moves it from its card on a phone, and focus goes along', async () => {
    await page.setViewportSize({ width: 400, height: 850 })
    const cards = tab.locator('[data-move]')
    await cards.nth(1).waitFor()
    const key = await cards.nth(1).getAttribute('data-move')
    await cards.nth(1).click()
    await tab.getByRole('menuitem', { name: 'Flytt opp' }).click()
    await expect.poll(() => cards.first().getAttribute('data-move')).toBe(key)
    await expect.poll(() => tab.locator(':focus').getAttribute('data-move')).toBe(key)
    expect(await opened.violations()).toEqual([])
    await cards.first().click()
    await tab.getByRole('menuitem', { name: 'Flytt til plass …' }).click()
    await tab.getByLabel('Plass', { exact: true }).fill('2')
    await tab.getByRole('button', { name: 'Flytt', exact: true }).click()
    await expect.poll(() => cards.nth(1).getAttribute('data-move')).toBe(key)
    await page.setViewportSize({ width: 1700, height: 950 })
  })

  it('prints every row, also those that are not on the screen', async () => {
    const rows = tab.locator('[role=row][aria-level="2"]')
    const all = Number(await tab.getByRole('treegrid').getAttribute('aria-rowcount')) - 2
    await page.setViewportSize({ width: 1700, height: 500 })
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await tab
      .locator('html')
      .evaluate((html) => html.ownerDocument.defaultView?.dispatchEvent(new html.ownerDocument.defaultView.Event('beforeprint')))
    expect(await rows.count()).toBe(all)
    await page.emulateMedia({ media: 'print' })
    expect(await tab.getByRole('button', { name: 'Kolonner' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    await tab
      .locator('html')
      .evaluate((html) => html.ownerDocument.defaultView?.dispatchEvent(new html.ownerDocument.defaultView.Event('afterprint')))
    await page.setViewportSize({ width: 1700, height: 950 })
  })

  it('has every column to choose from, and no fault in any theme', async () => {
    await tab.getByRole('button', { name: 'Kolonner' }).click()
    await tab.getByRole('menuitemcheckbox', { name: 'Sju parametere' }).click()
    await tab.getByRole('menuitemcheckbox', { name: 'Budsjett' }).click()
    await page.keyboard.press('Escape')
    await tab.getByRole('columnheader', { name: 'Sju parametere' }).waitFor()
    await tab
      .getByRole('gridcell', { name: /Tid i rute, Kostnad / })
      .first()
      .waitFor()
    for (const theme of ['Mørkt', 'Høy kontrast']) {
      await page.getByLabel('Utseende').selectOption({ label: theme })
      await page.waitForTimeout(300)
      expect(await opened.violations(), theme).toEqual([])
    }
  })

  it('shares the view and a project as links that lead to the same place', async () => {
    const shared = page.getByRole('dialog')
    await choose(/^Grupper/, 'Fase')
    await choose(/^Sorter: /, 'Forfalt, høyeste først')
    await expect.poll(address).toContain('#/?group=phase&sort=-overdue')
    await tab.getByRole('button', { name: 'Del lenke' }).click()
    await shared.getByRole('heading', { name: 'Del «Oversikten i Prosjektpuls»' }).waitFor()
    expect(await opened.violations()).toEqual([])
    await shared.getByRole('button', { name: 'Åpne' }).click()
    await expect.poll(address).toContain('#/?group=phase&sort=-overdue')
    await tab.getByRole('row', { name: /^Gjennomføre \d/ }).waitFor()
    await tab.getByRole('row', { name: /^KomInn/ }).click()
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Del lenke' }).click()
    const link = await shared.getByLabel('Lenke').inputValue()
    await shared.getByRole('button', { name: 'Lukk' }).click()
    const other = await page.context().newPage()
    await other.goto(link)
    await other
      .frameLocator('iframe')
      .getByRole('heading', { level: 1, name: /^KomInn/ })
      .waitFor()
  })
})
