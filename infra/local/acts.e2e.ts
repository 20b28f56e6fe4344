import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, type OpenedWorld, openWorld } from './opened-world.fixture.ts'

const NUMBER = 'Saksbehandlingstid for april'
const REPORT = 'Statusrapport for april'
const ROBOT = 'robot-i-saksbehandlingen'

/** What people in a hurry do with a slip of the finger, and what a board and an owner do with a project that stands still. */
describe('acts and the way back from them', () => {
  let opened: OpenedWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld({ height: 1000 })
    ;({ page, tab } = opened)
    await page.getByText(/^Vis alle \d+$/).click()
  })
  afterAll(() => opened?.close())

  const be = async (name: string, hash: string) => {
    await opened.be(name)
    await opened.go('Prosjektpuls')
    await tab.getByRole('heading', { level: 1 }).first().waitFor()
    await opened.goTo(hash)
  }
  const press = (name: string | RegExp) => tab.getByRole('button', { name, exact: true }).first().click()
  const more = async (title: string, choice: string) => {
    await press(`Flere valg: ${title}`)
    await tab.getByRole('menuitem', { name: choice }).click()
  }
  const said = (text: string | RegExp) => tab.getByText(text).first().waitFor()
  const tables = () => opened.tables()

  it('put off or delegated by a slip, it is taken back where it was done, and has cost nothing', async () => {
    await be('Kari Nordmann', '#/tasks')
    await press(`Utsett: ${NUMBER}`)
    await tab.getByRole('menuitem', { name: '5 åpne dager' }).click()
    await said('Utsatt til 26. mai. Fristen står.')
    await press(`Angre: ${NUMBER}`)
    await tab.locator('input[name=value]').waitFor()
    expect([...tables().obligations.values()].map(({ snoozeCount }) => snoozeCount)).not.toContain(1)
    await more(REPORT, 'Deleger')
    await tab.getByLabel('Hvem skal svare?').selectOption({ index: 1 })
    await press('Deleger')
    await said(/^Delegert til /)
    expect(await opened.violations()).toEqual([])
    await press(`Angre: ${REPORT}`)
    await tab.getByRole('link', { name: `Skriv: ${REPORT}` }).waitFor()
    expect([...tables().obligations.values()].every(({ delegatedToId }) => delegatedToId === null)).toBe(true)
  })

  it('«feil person» says to whom it goes before it is sent, and there it is', async () => {
    await more(NUMBER, 'Feil person')
    await said('Oppgaven går til Per Olsen, og du får den ikke igjen.')
    expect(await opened.violations()).toEqual([])
    await press('Send videre')
    await said('Sendt videre til Per Olsen, som får beskjed ved neste utsending.')
    await be('Per Olsen', '#/tasks')
    await tab.getByText(NUMBER).first().waitFor()
  })

  it('a project that was made by mistake goes again', async () => {
    await be('Anne Lie', '#/new-project')
    await tab.getByRole('textbox', { name: 'Navn' }).fill('Feil prosjekt')
    await tab.getByRole('combobox', { name: 'Område' }).fill('Oppvekst')
    await press('Legg inn prosjektet')
    await said('«Feil prosjekt» er lagt til.')
    expect(await opened.violations()).toEqual([])
    await press('Angre')
    await said('Angret. «Feil prosjekt» er borte igjen.')
    expect(tables().projects.has('feil-prosjekt')).toBe(false)
  })

  it('the board asks too early, takes it back, and stops a project from its agenda', async () => {
    await be('Ingrid Solheim', '#/board')
    await tab.getByRole('link', { name: 'Vedta i porteføljestyret: Robot i saksbehandlingen' }).click()
    await tab.getByRole('heading', { level: 1, name: /^Vedtak i porteføljestyret/ }).waitFor()
    await tab.getByLabel('Når det skal vedtas').fill('2026-06-02')
    await press('Be om beslutning')
    await said('Det er bedt om vedtak.')
    expect(tables().decisions.get(`${ROBOT}:board:1`)).toMatchObject({ dueOn: '2026-06-02' })
    await press('Angre')
    await said('Det er ikke lenger bedt om vedtak.')
    expect(tables().decisions.has(`${ROBOT}:board:1`)).toBe(false)
    await tab.getByRole('radio', { name: /^Stans prosjektet/ }).check()
    await tab.getByLabel(/^Begrunnelse/).fill('Adressedata blir ikke rettet')
    await press('Vedta')
    await said('Porteføljestyret har vedtatt: stans prosjektet.')
    expect(tables().projects.get(ROBOT)).toMatchObject({ state: 'stopped', stoppedOn: DAY })
    await tab.getByRole('link', { name: 'Tilbake til sakene' }).click()
    await said('Én sak fram til 15. juni: én skal vedtas.')
  })

  it('its owner takes it up again and back a phase, in nynorsk, and what lies ahead is decided anew', async () => {
    await be('Lars Haugen', '#/')
    await page.getByLabel('Språk').selectOption('nn')
    await tab.getByRole('link', { name: 'Vegkart' }).waitFor()
    await opened.goTo(`#/project/${ROBOT}`)
    await press('Fleire val for prosjektet')
    await tab.getByRole('menuitem', { name: 'Ta opp att' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByLabel(/^Grunngjeving/).fill('Adressene er retta likevel')
    expect(await opened.violations()).toEqual([])
    await dialog.getByRole('button', { name: 'Ta opp att' }).click()
    await expect.poll(() => tables().projects.get(ROBOT)?.state).toBe('active')
    await press('Fleire val for prosjektet')
    await tab.getByRole('menuitem', { name: 'Gå tilbake til ein tidlegare fase' }).click()
    await dialog.getByLabel(/^Fase/).selectOption('concept')
    await dialog.getByLabel(/^Grunngjeving/).fill('Planen må lagast på nytt')
    await dialog.getByRole('button', { name: 'Gå tilbake til ein tidlegare fase' }).click()
    await expect.poll(() => tables().projects.get(ROBOT)).toMatchObject({ phase: 'concept', phaseEnteredOn: DAY })
    // What was planned for BP4 waits; BP2 is asked for anew.
    await press('Fleire val for prosjektet')
    await tab.getByRole('menuitem', { name: 'Be om avgjerd' }).click()
    await tab.getByRole('heading', { level: 1, name: /BP2/ }).waitFor()
    await page.getByLabel('Språk').selectOption('nb')
  })
})
