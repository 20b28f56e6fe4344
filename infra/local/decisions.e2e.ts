import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '#domain/model.ts'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

const DAY = '2026-05-18'
const SENTINELS = '[data-tabster-dummy]'
const IDEA = 'innovasjonskultur'
const CLOSING = 'digital-innbyggerdialog'

/** What a board and an owner do with decisions, in the whole product. */
describe('decisions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'puls-decisions-'))
  let world: LocalWorld
  let browser: Browser
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: join(folder, 'demo.sqlite'), today: DAY })
    browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
    page = await (await browser.newContext({ viewport: { width: 1500, height: 950 }, locale: 'nb-NO' })).newPage()
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

  const tables = () => world.lists.store.snapshot().facts.tables
  const idOf = (name: string) => world.directory.people.find((person) => person.name === name)?.personId ?? ''
  const be = async (name: string) => {
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click()
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Prosjektpuls/ })
      .click()
    await tab.getByRole('heading', { level: 1 }).first().waitFor()
  }
  const goTo = (hash: string) => tab.locator('body').evaluate((body, to) => body.ownerDocument.location.assign(to), hash)
  const violations = async (): Promise<string[]> =>
    (await new AxeBuilder({ page }).exclude(SENTINELS).analyze()).violations.map(
      (violation) => `${violation.id}: ${violation.nodes[0]?.target.join(' ')}`,
    )
  const inEachTheme = async () => {
    const theme = page.getByLabel('Utseende')
    const found: string[] = []
    for (const one of ['dark', 'contrast', 'default']) {
      await theme.selectOption(one)
      await page.waitForTimeout(400)
      for (const violation of await violations()) found.push(`${one} ${violation}`)
    }
    return found
  }
  const write = async (change: Change) => {
    const written = await world.lists.store.write([change], { personId: 'test', via: 'hand', now: `${DAY}T06:00:00.000Z` })
    expect(written.ok).toBe(true)
  }
  const update = (list: 'projects' | 'benefits', key: string, set: object) =>
    write({ op: 'update', list, key, set, version: world.lists.store.snapshot().versionOf(list, key) ?? '' } as Change)

  it('the leader goes through the agenda by key and opens a case', async () => {
    await be('Ingrid Solheim')
    await goTo('#/board')
    await tab.getByRole('button', { name: 'Gå gjennom sak for sak' }).click()
    await tab.getByText('Sak 1 av 2').waitFor()
    await page.keyboard.press('ArrowRight')
    await tab.getByText('Sak 2 av 2').waitFor()
    await page.keyboard.press('ArrowLeft')
    expect(await violations()).toEqual([])
    await tab.getByRole('link', { name: /^Vedta BP1: Innovasjonskultur/ }).click()
    await tab.getByRole('heading', { level: 1, name: 'Beslutningspunkt BP1' }).waitFor()
  })

  it('the leader ticks what is in place, sees what will happen, and decides', async () => {
    await tab.getByRole('checkbox', { name: 'Mandat for konseptfasen' }).check()
    await tab.getByRole('textbox', { name: /Hvor det står: Mandat/ }).fill('https://example.test/mandat.docx')
    await tab.getByRole('checkbox', { name: /Avklart om det er et prosjekt/ }).check()
    await tab.getByRole('radio', { name: /Gå videre/ }).check()
    await tab.getByText('Prosjektet går til Konsept 18. mai.').waitFor()
    expect(await inEachTheme()).toEqual([])
    await tab.getByRole('button', { name: 'Vedta', exact: true }).click()
    await tab.getByText('BP1 er vedtatt: gå videre.').first().waitFor()
    await tab.getByRole('heading', { level: 1, name: 'Beslutningspunkt BP2' }).waitFor()
    expect(tables().projects.get(IDEA)).toMatchObject({ phase: 'concept', phaseEnteredOn: DAY })
    const decided = tables().decisions.get(`${IDEA}:bp1:1`)
    expect(decided).toMatchObject({ outcome: 'proceed', decidedById: idOf('ingrid'), via: 'tab' })
    expect(decided?.checklist).toContainEqual({ rule: 'conceptMandate', done: true, link: 'https://example.test/mandat.docx' })
  })

  it('BP5 is refused with exactly what is missing, and passes when a named person stands by the one that cannot be had', async () => {
    await update('projects', CLOSING, { ownerId: idOf('per') })
    const bare = [...tables().benefits.values()].find(({ title }) => title.startsWith('Lavere kostnad til skanning'))
    await be('Per Olsen')
    await goTo(`#/project/${CLOSING}/decision`)
    await tab.getByRole('checkbox', { name: 'Sluttrapport' }).waitFor()
    for (const box of await tab.getByRole('checkbox').all()) await box.check()
    await tab.getByRole('radio', { name: /Gå videre/ }).check()
    await tab.getByRole('button', { name: 'Vedta', exact: true }).click()
    const refusal = tab.getByRole('alert')
    await refusal.getByText('Dette mangler før BP5 kan vedtas').waitFor()
    expect(await refusal.getByRole('listitem').allTextContents()).toEqual([
      'Mål nullpunktet for «Innbyggertilfredshet». Rett på prosjektets side',
      'Legg til en måleindikator for «Lavere kostnad til skanning i dokumentsenteret». Rett på prosjektets side',
    ])
    // An indicator cannot be waived; the benefit is dropped. The baseline cannot be had, and Per stands by that.
    await update('benefits', bare?.key ?? '', { state: 'cancelled' })
    await tab.getByRole('button', { name: /^Gi unntak: Mål nullpunktet/ }).click()
    await tab.getByRole('button', { name: 'Legg til unntaket' }).click()
    await tab.getByText('Velg hvem som går god for unntaket, og skriv hvorfor.').waitFor()
    await tab.getByLabel(/Hvorfor det er greit/).fill('Ingen spurte før 2025')
    expect(await violations()).toEqual([])
    await tab.getByRole('button', { name: 'Legg til unntaket' }).click()
    await tab.getByText('Per Olsen går god for det: Ingen spurte før 2025').waitFor()
    await tab.getByText('Ett unntak følger vedtaket og vises på prosjektet.').waitFor()
    await tab.getByRole('button', { name: 'Vedta', exact: true }).click()
    await tab.getByText('BP5 er vedtatt: gå videre.').first().waitFor()
    expect(tables().projects.get(CLOSING)?.phase).toBe('realise')
    expect(tables().decisions.get(`${CLOSING}:bp5:1`)?.waivers).toEqual([
      { rule: expect.stringMatching(/^baseline:/), reason: 'Ingen spurte før 2025', byId: idOf('per') },
    ])
  })

  it('the owner puts a project on hold from its menu, and takes it up again', async () => {
    const key = 'brukerfokusert-barne-familieenheten'
    await goTo(`#/project/${key}`)
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Sett på vent' }).click()
    const dialog = tab.getByRole('dialog', { name: 'Sett prosjektet på vent' })
    await dialog.getByLabel(/Begrunnelse/).fill('Venter på leverandør')
    expect(await violations()).toEqual([])
    await dialog.getByRole('button', { name: 'Sett på vent' }).click()
    await tab.getByText('Satt på vent').first().waitFor()
    expect(tables().projects.get(key)).toMatchObject({ state: 'onHold', holdFrom: DAY, holdTo: null })
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Ta opp igjen' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Ta opp igjen' }).click()
    await expect.poll(() => tables().projects.get(key)?.state).toBe('active')
  })
})
