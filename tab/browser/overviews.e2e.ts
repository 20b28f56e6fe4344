import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { benefitSums, benefits } from '../fixtures/benefits.ts'
import { portfolio } from '../fixtures/portfolio.ts'
import { ordinary } from './answers.ts'
import { type OpenOptions, startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())
const open = (given: Partial<OpenOptions> = {}) => harness.open({ answers: ordinary(), ...given })
const rowOf = (title: string) => ({ name: new RegExp(`^${title}`) })

describe('the portfolio by keyboard', () => {
  test('arrow keys walk the rows, Enter opens the project, and coming back focus stands where it was', async () => {
    const { page, tab, context } = await open()
    const first = tab.getByRole('row', rowOf('Trenger handling'))
    await first.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await tab.locator(':focus').getAttribute('data-id')).toBe('elektroniske-skjema')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Elektroniske skjema, fullintegrert' }).waitFor()
    expect(await tab.locator(':focus').textContent()).toBe('Elektroniske skjema, fullintegrert')
    expect(await tab.locator('html').evaluate((html) => html.ownerDocument.title)).toBe('Elektroniske skjema, fullintegrert – Prosjektpuls')
    await tab.getByRole('link', { name: 'Oversikt', exact: true }).first().click()
    await expect.poll(() => tab.locator(':focus').getAttribute('data-id')).toBe('elektroniske-skjema')
    await context.close()
  })

  test('left folds the group, right unfolds it, and the number of rows is the true one', async () => {
    const { page, tab, context } = await open()
    const grid = tab.getByRole('treegrid')
    await tab.getByRole('row', rowOf('Trenger handling')).focus()
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(portfolio.projects.length + 4 + 1))
    await page.keyboard.press('ArrowLeft')
    expect(await tab.getByRole('row', rowOf('Trenger handling')).getAttribute('aria-expanded')).toBe('false')
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(portfolio.projects.length + 4 + 1 - 6))
    await page.keyboard.press('ArrowRight')
    expect(await tab.getByText('Nasjonal tjenestekatalog').count()).toBe(1)
    await context.close()
  })

  test('a number narrows the rows, says how many there are, and can be let go of', async () => {
    const { tab, context } = await open()
    const number = tab.getByRole('button', { name: /svar forfalt/ })
    await number.click()
    expect(await number.getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => tab.locator('[aria-live]').textContent()).toBe('Viser 6 av 17 prosjekter.')
    await tab.getByLabel('Søk i prosjekter').fill('finnes ikke')
    await tab.getByText('Ingen prosjekter passer med filteret.').waitFor()
    await tab.getByRole('button', { name: 'Nullstill filter' }).first().click()
    await tab.getByText('KomInn dialogarena').waitFor()
    await context.close()
  })

  test('on a phone the list stays where it was while another app is shown in front of it', async () => {
    const { page, tab, context } = await open({ width: 400 })
    const list = tab.locator('#projects')
    await list.locator('li').first().waitFor()
    const height = () => list.evaluate((element) => Math.round(element.getBoundingClientRect().height))
    const before = await height()
    const frame = page.locator('iframe')
    await frame.evaluate((element) => element.style.setProperty('display', 'none'))
    await page.waitForTimeout(300)
    await frame.evaluate((element) => element.style.setProperty('display', 'block'))
    await page.waitForTimeout(300)
    expect(await tab.locator('html').evaluate(() => window.scrollY)).toBe(0)
    // Estimated heights give way to measured ones, never to none.
    expect(await height()).toBeGreaterThan(before * 0.8)
    await context.close()
  })

  test('a menu opens by key, is chosen by key, and gives focus back', async () => {
    const { page, tab, context } = await open()
    await tab.getByRole('button', { name: 'Fase' }).focus()
    await page.keyboard.press('ArrowDown')
    await tab.getByRole('menuitemradio', { name: 'Idé' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tab.getByRole('button', { name: 'Fase: Idé' }).waitFor()
    await expect.poll(() => tab.locator(':focus').getAttribute('aria-label')).toBe('Fase: Idé')
    await tab.getByText('Viser 2 av 17 prosjekter.').first().waitFor()
    await context.close()
  })
})

describe('the road map', () => {
  test('rows by arrow up and down, decisions by left and right, Enter opens, and back stands where one was, in the same view', async () => {
    const { page, tab, context } = await open({ hash: '#/roadmap' })
    await tab
      .getByRole('heading', { level: 1, name: 'Fire beslutninger skal tas til og med 15. juni, og én skulle vært tatt 11. mai.' })
      .waitFor()
    await tab.getByRole('tab', { name: 'Etter område' }).click()
    await tab.getByRole('row', rowOf('Stab')).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => tab.locator('[aria-live]').textContent()).toMatch(/^BP3 – Til gjennomføring, skulle vært tatt 11\. mai/)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => tab.locator('[aria-live]').textContent()).toMatch(/^BP2 – Til planlegging, besluttet 15\. januar: gå videre/)
    await page.keyboard.press('Enter')
    await tab.getByText('Vi finner det ikke.').waitFor()
    expect(await tab.locator('html').evaluate(() => window.location.hash)).toBe('#/project/nytt-intranett')
    await tab.locator('html').evaluate(() => window.history.back())
    const focused = () => tab.locator('html').evaluate(() => document.activeElement?.getAttribute('data-id'))
    await expect.poll(focused, { timeout: 5000 }).toBe('nytt-intranett')
    expect(await tab.getByRole('tab', { name: 'Etter område' }).getAttribute('aria-selected')).toBe('true')
    await context.close()
  })

  test('a filter is in the link, and can be let go of', async () => {
    const { tab, context } = await open({ hash: '#/roadmap?flagged=1&zoom=plan' })
    await tab.getByText('Viser 1 av 4 prosjekter.').waitFor()
    expect(await tab.getByRole('row', rowOf('Elektroniske skjema')).count()).toBe(0)
    await tab.getByRole('button', { name: 'Nullstill filter' }).click()
    await tab.getByText('Elektroniske skjema').waitFor()
    expect(await tab.locator('html').evaluate(() => window.location.hash)).toBe('#/roadmap?zoom=plan')
    await context.close()
  })

  test('on paper every row is drawn, and the choices are left out', async () => {
    const { page, tab, context } = await open({ hash: '#/roadmap', height: 300 })
    await tab.getByText('Elektroniske skjema').waitFor()
    await page.emulateMedia({ media: 'print' })
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await tab.getByText('Full integrasjon').waitFor()
    expect(await tab.getByRole('tab', { name: 'Etter område' }).isVisible()).toBe(false)
    await context.close()
  })
})

describe('the benefits', () => {
  test('a tab asks for its sums, a heading sorts, and what is shown is downloaded with formulas made harmless', async () => {
    const evil = { ...benefits, benefits: benefits.benefits.map((row, at) => (at === 2 ? { ...row, title: '=2+2' } : row)) }
    const sums: string[] = []
    const answers = ordinary({
      'GET /api/benefits': { body: evil },
      'GET /api/benefits/sums': (request) => {
        sums.push(new URL(request.url()).search)
        return { body: benefitSums }
      },
    })
    const { page, tab, context } = await open({ hash: '#/benefits', answers })
    await tab
      .getByRole('heading', { level: 1, name: '4 gevinster i 2 prosjekter. 1 mangler måleindikator, nullpunkt eller ansvarlig.' })
      .waitFor()
    await tab.getByRole('tab', { name: 'Budsjettkutt' }).click()
    await tab.getByText('Viser 2 av 5.').waitFor()
    await expect.poll(() => sums.at(-1)).toBe('?takeOut=budgetCut')
    await tab.getByRole('button', { name: 'Planlagt 2026' }).click()
    expect(await tab.getByRole('columnheader', { name: 'Planlagt 2026' }).getAttribute('aria-sort')).toBe('descending')
    expect(await tab.locator('html').evaluate(() => window.location.hash)).toBe('#/benefits?takeOut=budgetCut&sort=planned.down')
    const [file] = await Promise.all([page.waitForEvent('download'), tab.getByRole('button', { name: 'Last ned som CSV' }).click()])
    expect(file.suggestedFilename()).toBe('gevinster-2026-05-18.csv')
    const text = await readFile(await file.path(), 'utf8')
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain(";'=2+2;")
    expect(text).not.toContain(';=2+2')
    await context.close()
  })
})
