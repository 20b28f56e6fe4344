import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

const PROJECT = 'brukerfokusert-barne-familieenheten'
const INDICATOR = `${PROJECT}:saksbehandlingstid`

/** A project's plan is written over where it is read, by two at once, and whoever takes over is told in Teams. */
describe('the project owner keeps the plan', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld()
    ;({ world, page, tab } = opened)
    await opened.be('Per Olsen')
    await opened.go('Prosjektpuls')
    await tab.getByRole('treegrid').waitFor()
    await open('')
  })
  afterAll(() => opened?.close())

  const open = (form: string) => opened.goTo(`#/project/${PROJECT}${form}`)
  /** Somebody else changes it meanwhile, through the same door. */
  const changes = (name: string, list: 'indicators' | 'projects', key: string, set: object) =>
    opened.patch(name, `/api/${list}/${encodeURIComponent(key)}`, {
      version: world.lists.store.snapshot().versionOf(list, key),
      set,
    })

  it('somebody was first with the target: both values stand side by side, one’s own is taken, and undone again', async () => {
    await tab.getByRole('button', { name: 'Rediger måleindikatoren Saksbehandlingstid' }).click()
    const form = tab.getByRole('form', { name: 'Rediger måleindikatoren Saksbehandlingstid' })
    await form.getByLabel('Mål', { exact: true }).fill('10,5')
    expect(await opened.violations()).toEqual([])
    await changes('anne', 'indicators', INDICATOR, { target: 11, source: 'Nytt fagsystem' })
    await form.getByRole('button', { name: 'Lagre' }).click()
    await form.getByText('Anne Lie endret dette kl. 08:55. Vil du beholde det eller bruke ditt?').waitFor()
    await form.getByRole('row', { name: 'Mål 11 10,5' }).waitFor()
    expect(await opened.violations()).toEqual([])
    await form.getByRole('button', { name: 'Bruk mitt' }).click()
    await tab.getByText('Lagret.').waitFor()
    // What she changed in another field stands.
    expect(opened.tables().indicators.get(INDICATOR)).toMatchObject({ target: 10.5, source: 'Nytt fagsystem' })
    await tab.getByText('Mål: 11 → 10,5').waitFor()
    await tab.getByRole('button', { name: 'Angre', exact: true }).click()
    await tab.getByRole('status').getByText('Angret. Det står som før.').first().waitFor()
    expect(opened.tables().indicators.get(INDICATOR)?.target).toBe(11)
  })

  it('what is typed is kept when the form is left by Esc, offered again, and a wrong value says so at its field', async () => {
    const pencil = tab.getByRole('button', { name: 'Rediger økonomi, program og område' })
    await pencil.click()
    await tab.getByLabel('Budsjett').fill('mye')
    await page.keyboard.press('Escape')
    await expect.poll(() => tab.locator(':focus').getAttribute('aria-label')).toBe('Rediger økonomi, program og område')
    await page.keyboard.press('Enter')
    await tab.getByText('Det du skrev sist, er ikke lagret.').waitFor()
    expect(await tab.getByLabel('Budsjett').inputValue()).toBe('mye')
    await tab.getByRole('button', { name: 'Lagre', exact: true }).click()
    await tab.getByText('«mye» er ikke et tall vi forstår.').first().waitFor()
    expect(await tab.locator(':focus').getAttribute('name')).toBe('budget')
    await tab.getByRole('button', { name: 'Bruk det som er lagret' }).click()
    expect(await tab.getByLabel('Budsjett').inputValue()).toBe('2\u00a0400\u00a0000')
    await tab.getByRole('button', { name: 'Avbryt' }).click()
  })

  it('a document the next point lacks is linked to where it is missing; what another adds meanwhile stands, also after the undo', async () => {
    await tab.getByText('3 dokumenter mangler til BP4').waitFor()
    await tab.getByRole('button', { name: 'Legg til lenke: Faseplan for avslutning' }).click()
    const form = tab.getByRole('form', { name: 'Rediger dokumenter' })
    await expect.poll(() => tab.locator(':focus').getAttribute('type')).toBe('url')
    await page.keyboard.type('http://kommune.no/faseplan')
    expect(await form.getByLabel('Navn').inputValue()).toBe('Faseplan for avslutning')
    await form.getByRole('button', { name: 'Lagre' }).click()
    await form.getByText('Lenken må være hele adressen til dokumentet og begynne med https://.').waitFor()
    expect(await opened.violations()).toEqual([])
    await form.getByLabel('Lenke').fill('https://kommune.no/dok/faseplan.docx')
    await form.getByRole('button', { name: 'Legg til lenke' }).click()
    await form.getByRole('button', { name: 'Fjern lenke 2' }).click()
    await expect.poll(() => tab.locator(':focus').getAttribute('aria-label')).toBe('Fjern Faseplan for avslutning')
    const minutes = { title: 'Referater', url: 'https://kommune.no/dok/referater', rule: null }
    await changes('anne', 'projects', PROJECT, { documents: [minutes] })
    await form.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('Lagret.').waitFor()
    const titles = () =>
      opened
        .tables()
        .projects.get(PROJECT)
        ?.documents.map(({ title }) => title)
    expect(titles()).toEqual(['Referater', 'Faseplan for avslutning'])
    const link = tab.getByRole('link', { name: 'Faseplan for avslutning (åpnes i ny fane)' })
    expect(await link.evaluate((one) => [one.getAttribute('target'), one.getAttribute('rel')])).toEqual(['_blank', 'noopener noreferrer'])
    await tab.getByText('Dokumenter: tomt → Faseplan for avslutning (faseplan.docx)').waitFor()
    await tab.getByRole('button', { name: 'Angre', exact: true }).click()
    await link.waitFor({ state: 'detached' })
    expect(titles()).toEqual(['Referater'])
    expect(await opened.violations()).toEqual([])
  })

  it('a benefit of three fields and an indicator of it are added where one reads them', async () => {
    await tab.getByRole('button', { name: 'Legg til gevinst' }).click()
    const benefit = tab.getByRole('form', { name: 'Legg til gevinst' })
    await benefit.getByLabel('Navn').fill('Færre purringer')
    await benefit.getByLabel('Kategori').selectOption('time')
    await benefit.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('«Færre purringer» er lagt til.').waitFor()
    // A slip of the finger: it goes again at once, and can be added anew.
    await tab.getByRole('button', { name: 'Angre', exact: true }).click()
    await tab.getByText('Angret. «Færre purringer» er borte igjen.').first().waitFor()
    expect(opened.tables().benefits.has(`${PROJECT}:faerre-purringer`)).toBe(false)
    await tab.getByText('Færre purringer: lagt til og angret').waitFor()
    await tab.getByRole('button', { name: 'Legg til gevinst' }).click()
    await benefit.getByLabel('Navn').fill('Færre purringer')
    await benefit.getByLabel('Kategori').selectOption('time')
    await benefit.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('«Færre purringer» er lagt til.').waitFor()
    await tab.getByRole('button', { name: 'Legg til måleindikator for Færre purringer' }).click()
    const indicator = tab.getByRole('form', { name: 'Legg til måleindikator for Færre purringer' })
    await indicator.getByLabel('Navn').fill('Purringer per måned')
    await indicator.getByLabel('Enhet').fill('stk')
    await indicator.getByLabel('Nullpunkt', { exact: true }).fill('40')
    await indicator.getByLabel('Mål', { exact: true }).fill('40')
    await indicator.getByLabel('Målet nås innen').fill('2027-06-30')
    await indicator.getByLabel('Neste måledato').fill('2026-08-31')
    await indicator.getByRole('button', { name: 'Lagre' }).click()
    await indicator
      .getByText(/Mål er lik nullpunkt/)
      .first()
      .waitFor()
    await indicator.getByLabel('Mål', { exact: true }).fill('10')
    await indicator.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('«Purringer per måned» er lagt til.').waitFor()
    expect(opened.tables().indicators.get(`${PROJECT}:faerre-purringer--2:purringer-per-maaned`)).toMatchObject({
      baseline: 40,
      target: 10,
      state: 'active',
    })
    expect(await opened.violations()).toEqual([])
  })

  it('a new measurer is found by name, and told at the next sending; what was due keeps its day', async () => {
    await open(`/edit/indicator/${encodeURIComponent(INDICATOR)}`)
    const form = tab.getByRole('form', { name: 'Rediger måleindikatoren Saksbehandlingstid' })
    const field = form.getByRole('combobox', { name: 'Måles av' })
    await field.press('ControlOrMeta+a')
    await field.pressSequentially('ran')
    await form.getByRole('option', { name: 'Randi Tveit' }).click()
    await form.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('Den som overtar, får beskjed i Teams ved neste utsending.').waitFor()
    const late = [...opened.tables().obligations.values()].find(({ refKey, round }) => refKey === INDICATOR && round > 1)
    expect(late).toMatchObject({ assigneeId: opened.idOf('randi'), overdueFrom: '2026-05-16' })
    await page.getByRole('button', { name: 'Kjør dagens utsending' }).click()
    await expect
      .poll(
        () =>
          [...opened.tables().nudges.values()]
            .filter(({ personId }) => personId === opened.idOf('randi'))
            .flatMap(({ steps }) => steps.map(({ step }) => step)),
        {
          timeout: 30_000,
        },
      )
      .toContain('handover')
  })

  it('the plan, the map and two reports are read without a fault', async () => {
    await tab.getByRole('button', { name: 'Vis som kart' }).click()
    await tab.getByRole('region', { name: 'Fra endring til mål' }).waitFor()
    expect(await opened.violations()).toEqual([])
    await open('/plan')
    await tab.getByRole('heading', { level: 1, name: /^Plan for gevinstrealisering/ }).waitFor()
    await tab.getByRole('cell', { name: 'Purringer per måned' }).waitFor()
    expect(await opened.violations()).toEqual([])
    await open('/reports')
    await tab.getByRole('columnheader', { name: /^april 2026/ }).waitFor()
    await tab.getByLabel('Vis bare det som er endret').check()
    await tab.getByRole('rowheader', { name: 'Kvalitet' }).waitFor({ state: 'detached' })
    expect(await opened.violations()).toEqual([])
  })
})
