import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '#domain/model.ts'
import { DAY, type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

const IDEA = 'innovasjonskultur'
const CLOSING = 'digital-innbyggerdialog'

/** What a board and an owner do with decisions, in the whole product. */
describe('decisions', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld()
    ;({ world, page, tab } = opened)
  })
  afterAll(() => opened?.close())

  const be = async (name: string) => {
    await opened.be(name)
    await opened.go('Prosjektpuls')
    await tab.getByRole('heading', { level: 1 }).first().waitFor()
  }
  const inEachTheme = async () => {
    const theme = page.getByLabel('Utseende')
    const found: string[] = []
    for (const one of ['dark', 'contrast', 'default']) {
      await theme.selectOption(one)
      await page.waitForTimeout(400)
      for (const violation of await opened.violations()) found.push(`${one} ${violation}`)
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
    await opened.goTo('#/board')
    // What comes after the meeting can be prepared in time.
    const later = tab.getByRole('region', { name: 'Kommer etter 15. juni' })
    await later.getByRole('link', { name: 'InnoLab' }).waitFor()
    await later.getByText('BP2 · 29. juni').waitFor()
    await later.getByText('4 ting mangler for BP2').click()
    await later.getByText('Beskriv minst én gevinst.').waitFor()
    await tab.getByRole('button', { name: 'Gå gjennom sak for sak' }).click()
    await tab.getByText('Sak 1 av 2').waitFor()
    await page.keyboard.press('ArrowRight')
    await tab.getByText('Sak 2 av 2').waitFor()
    await page.keyboard.press('ArrowLeft')
    expect(await opened.violations()).toEqual([])
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
    expect(opened.tables().projects.get(IDEA)).toMatchObject({ phase: 'concept', phaseEnteredOn: DAY })
    const decided = opened.tables().decisions.get(`${IDEA}:bp1:1`)
    expect(decided).toMatchObject({ outcome: 'proceed', decidedById: opened.idOf('ingrid'), via: 'tab' })
    expect(decided?.checklist).toContainEqual({ rule: 'conceptMandate', done: true, link: 'https://example.test/mandat.docx' })
  })

  it('BP5 is refused with exactly what is missing, and passes when a named person stands by the one that cannot be had', async () => {
    await update('projects', CLOSING, { ownerId: opened.idOf('per') })
    const bare = [...opened.tables().benefits.values()].find(({ title }) => title.startsWith('Lavere kostnad til skanning'))
    await be('Per Olsen')
    await opened.goTo(`#/project/${CLOSING}/decision`)
    await tab.getByRole('checkbox', { name: 'Sluttrapport' }).waitFor()
    // What the project links to need not be looked for.
    await tab.getByRole('link', { name: 'Hvor det står: Sluttrapport, utkast (åpnes i ny fane)' }).waitFor()
    for (const box of await tab.getByRole('checkbox').all()) await box.check()
    const report = opened.tables().projects.get(CLOSING)?.documents[0]?.url ?? ''
    expect(await tab.getByRole('combobox', { name: 'Hvor det står: Sluttrapport' }).inputValue()).toBe(report)
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
    expect(await opened.violations()).toEqual([])
    await tab.getByRole('button', { name: 'Legg til unntaket' }).click()
    await tab.getByText('Per Olsen går god for det: Ingen spurte før 2025').waitFor()
    await tab.getByText('Ett unntak følger vedtaket og vises på prosjektet.').waitFor()
    await tab.getByRole('button', { name: 'Vedta', exact: true }).click()
    await tab.getByText('BP5 er vedtatt: gå videre.').first().waitFor()
    expect(opened.tables().projects.get(CLOSING)?.phase).toBe('realise')
    expect(opened.tables().decisions.get(`${CLOSING}:bp5:1`)?.checklist).toContainEqual({ rule: 'finalReport', done: true, link: report })
    expect(opened.tables().decisions.get(`${CLOSING}:bp5:1`)?.waivers).toEqual([
      { rule: expect.stringMatching(/^baseline:/), reason: 'Ingen spurte før 2025', byId: opened.idOf('per') },
    ])
  })

  it('the owner puts a project on hold from its menu, and takes it up again', async () => {
    const key = 'brukerfokusert-barne-familieenheten'
    await opened.goTo(`#/project/${key}`)
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Sett på vent' }).click()
    const dialog = tab.getByRole('dialog', { name: 'Sett prosjektet på vent' })
    await dialog.getByLabel(/Begrunnelse/).waitFor()
    expect(await dialog.locator(':focus').count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => tab.locator(':focus').getAttribute('aria-label')).toBe('Flere valg for prosjektet')
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Sett på vent' }).click()
    await dialog.getByLabel(/Begrunnelse/).fill('Venter på leverandør')
    expect(await opened.violations()).toEqual([])
    await dialog.getByRole('button', { name: 'Sett på vent' }).click()
    await tab.getByText('Satt på vent').first().waitFor()
    expect(opened.tables().projects.get(key)).toMatchObject({ state: 'onHold', holdFrom: DAY, holdTo: null })
    await tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await tab.getByRole('menuitem', { name: 'Ta opp igjen' }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Ta opp igjen' }).click()
    await expect.poll(() => opened.tables().projects.get(key)?.state).toBe('active')
  })
})
