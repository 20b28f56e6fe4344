import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

const DAY = '2026-05-18'
const NUMBER = 'Saksbehandlingstid for april'
const REPORT = 'Statusrapport for april'
/** Fluent's focus sentinels are empty by design; the rule itself stays on. */
const SENTINELS = '[data-tabster-dummy]'

/** What a person does with what is asked of them, in the tab, with another person answering. */
describe('mine oppgaver', () => {
  const folder = mkdtempSync(join(tmpdir(), 'puls-tasks-'))
  let world: LocalWorld
  let browser: Browser
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: join(folder, 'demo.sqlite'), today: DAY })
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
    page = await (await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'nb-NO' })).newPage()
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

  const tasksOf = async (name: string) => {
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click()
    await page.getByRole('navigation').getByRole('button', { name: 'Prosjektpuls' }).click()
    await tab.getByRole('link', { name: /^Mine oppgaver/ }).click()
    await tab.getByRole('heading', { level: 1, name: new RegExp(`Hei ${name.split(' ')[0]}`) }).waitFor()
  }
  const press = (name: string | RegExp) => tab.getByRole('button', { name, exact: true }).first().click()
  const more = async (title: string, choice: string) => {
    await press(`Flere valg: ${title}`)
    await tab.getByRole('menuitem', { name: choice }).click()
  }
  const said = (text: string | RegExp) => tab.getByText(text).first().waitFor()
  const rows = () => world.lists.store.snapshot().facts.tables
  const violations = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).exclude(SENTINELS).analyze()).violations.map(
      (violation) => `${violation.id}: ${violation.nodes[0]?.target.join(' ')}`,
    )

  it('an answer is put off from the menu, and rests beside until the day', async () => {
    await tasksOf('Kari Nordmann')
    await press(`Utsett: ${NUMBER}`)
    await tab.getByRole('menuitem', { name: '3 åpne dager' }).click()
    await said('Utsatt til 21. mai. Fristen står.')
    await tab.getByRole('heading', { name: 'Utsatt og delegert' }).waitFor()
    expect([...rows().obligations.values()].find(({ snoozeCount }) => snoozeCount === 1)).toMatchObject({ snoozedUntil: '2026-05-21' })
    await press(`Svar nå: ${NUMBER}`)
  })

  it('it is answered all the same, undone, and stands open again', async () => {
    await tab.locator('input[name=value]').fill('13,8')
    await press('Lagre')
    await said('Lagret: 13,8')
    await tab.getByText(/Saksbehandlingstid: 13,8/).waitFor()
    await press(`Angre: ${NUMBER}`)
    await tab.locator('input[name=value]').waitFor()
    const [answer, withdrawal] = [...rows().measurements.values()].filter(({ actedAt }) => actedAt >= world.clock.today())
    expect(answer).toMatchObject({ value: 13.8, via: 'tab' })
    expect(withdrawal).toMatchObject({ value: null, reason: null, correctsKey: answer?.key })
  })

  it('why it is asked is told in words', async () => {
    await more(NUMBER, 'Hvorfor får du dette?')
    await said('Frist 11. mai fordi 10. mai er en søndag.')
    expect(await violations()).toEqual([])
    await press('Lukk')
  })

  it('a report is delegated to one found among the project’s people, and taken back', async () => {
    await more(REPORT, 'Deleger')
    await press('Deleger')
    await said('Velg hvem som skal svare.')
    await tab.getByLabel('Hvem skal svare?').selectOption({ index: 1 })
    await tab.getByLabel('Beskjed (valgfritt)').fill('Kan du ta denne?')
    await press('Deleger')
    await said(/^Delegert til .*\. Tilbake til deg 26\. mai uten svar\.$/)
    await press(`Ta tilbake: ${REPORT}`)
    await tab.getByRole('link', { name: `Skriv: ${REPORT}` }).waitFor()
    expect([...rows().log.values()].map(({ what }) => what)).toEqual(expect.arrayContaining(['delegated', 'delegationEnded']))
  })

  it('what is no longer relevant is put to the one who approves, with the reason', async () => {
    await more(NUMBER, 'Ikke lenger aktuelt')
    await press('Send til godkjenning')
    await said('Skriv en kort begrunnelse.')
    await tab.getByLabel('Hvorfor?').fill('Skjemaet er lagt ned')
    await press('Send til godkjenning')
    await said('Sendt til Per Olsen for godkjenning.')
  })

  it('who says yes, and the measuring ends', async () => {
    await tasksOf('Per Olsen')
    await said('Skjemaet er lagt ned')
    expect(await violations()).toEqual([])
    await press(`Si nei: ${NUMBER}`)
    await press(`Send svaret: ${NUMBER}`)
    await said('Skriv en kort begrunnelse.')
    await press('Avbryt')
    await press(`Godkjenn: ${NUMBER}`)
    await tab.getByRole('heading', { name: 'Til godkjenning' }).waitFor({ state: 'detached' })
    expect([...rows().indicators.values()].filter(({ state }) => state === 'closed').map(({ title }) => title)).toContain(
      'Saksbehandlingstid',
    )
  })
})
