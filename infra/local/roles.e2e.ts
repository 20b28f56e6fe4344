import { readFileSync } from 'node:fs'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '#domain/codes.ts'
import { DAY, type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

/** In Avslutte, with BP5 today and two things still missing for it. */
const CLOSING = 'digital-innbyggerdialog'
const SLOW = 120_000

/** One day for each of the five who use it, each in a language of their own, on the day the portfolio board meets. */
describe('a role, a language, a day', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let page: Page
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld({ scenario: 'board-day' })
    ;({ world, page, tab } = opened)
    await page.getByRole('button', { name: /^Vis alle / }).click()
  })
  afterAll(() => opened?.close())

  /** Chooses a language as the tab's own menu does, and opens the tab as that person. */
  const be = async (name: string, displayName: string, language: Language) => {
    await opened.patch(name, '/api/me', { language })
    await opened.be(displayName)
    await opened.go('Prosjektpuls')
    await tab.locator(`html[lang^="${language}"]`).waitFor()
    await tab.getByRole('heading', { level: 1 }).waitFor()
  }
  const press = (name: string | RegExp) => tab.getByRole('button', { name, exact: true }).first().click()
  const said = (text: string | RegExp) => tab.getByText(text).first().waitFor()
  const heading = (name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor()

  it(
    'employee, nynorsk: which numbers are missing and why, one project’s numbers as a table, the roadmap and the benefits',
    async () => {
      await be('nora', 'Nora Vik', 'nn')
      await heading(/^Tre av 23 prosjekt er i avvik/)
      await press(/^Manglar måling/)
      await said('Måling for april, forfalle sidan 16. mai')
      await said('Nullpunktet er ikkje sett')
      await tab.getByRole('link', { name: /^Brukerfokusert/ }).click()
      await heading(/^Brukerfokusert/)
      await press('Vis som tabell')
      const table = tab.getByRole('table', { name: 'Målingar av Familiene får raskere svar' })
      await table.getByRole('columnheader', { name: 'Verdi' }).waitFor()
      await table.getByText('14,6').first().waitFor()
      // Nothing of it is hers to change.
      expect(await tab.getByRole('button', { name: /^(Rediger|Registrer|Legg til)/ }).count()).toBe(0)
      await tab.getByRole('link', { name: 'Vegkart', exact: true }).click()
      await tab.getByRole('row', { name: /InnoLab/ }).waitFor()
      await tab.getByRole('link', { name: 'Gevinstar', exact: true }).click()
      await heading(/^39 gevinstar i 19 prosjekt/)
      await tab.getByRole('table', { name: 'Timar' }).waitFor()
    },
    SLOW,
  )

  it(
    'measurer, bokmål: a number with a comma, one ten times off, undone, delegated, and why it was asked',
    async () => {
      const task = 'Saksbehandlingstid for april'
      await be('kari', 'Kari Nordmann', 'nb')
      await tab.getByRole('link', { name: /^Mine oppgaver/ }).click()
      await heading('Hei Kari. To svar er forfalt.')
      await press(`Flere valg: ${task}`)
      await tab.getByRole('menuitem', { name: 'Hvorfor får du dette?' }).click()
      await said('Frist 11. mai fordi 10. mai er en søndag.')
      await press('Lukk')
      const value = tab.getByRole('form', { name: `Registrer måling: ${task}` }).getByRole('textbox', { name: 'Saksbehandlingstid' })
      await value.fill('1,38')
      await press('Lagre')
      await said(/^Mente du 13,8/)
      await value.fill('13,8')
      await press('Lagre')
      await said('Lagret: 13,8')
      await press(`Angre: ${task}`)
      await value.waitFor()
      await press(`Deleger: ${task}`)
      await tab.getByLabel('Hvem skal svare?').selectOption({ index: 1 })
      await press('Deleger')
      await said(/^Delegert til .* Tilbake til deg 26\. mai uten svar\.$/)
      const [answer, withdrawal] = [...opened.tables().measurements.values()].filter(({ actedAt }) => actedAt >= DAY)
      expect([answer?.value, withdrawal?.value, withdrawal?.correctsKey]).toEqual([13.8, null, answer?.key])
    },
    SLOW,
  )

  it(
    'project owner, English: a field in its place, a report corrected, and BP5 refused with what is missing',
    async () => {
      await be('siri', 'Siri Berg', 'en')
      await opened.goTo(`#/project/${CLOSING}`)
      await heading(/^Digital innbyggerdialog/)
      await press('Edit money, programme and area')
      await tab.getByLabel('Expected cost').fill('1 960 000')
      await press('Save')
      await said('Saved.')
      expect(opened.tables().projects.get(CLOSING)?.forecastCost).toBe(1_960_000)

      await opened.goTo(`#/project/${CLOSING}/report`)
      await heading(/^Status report for/)
      await tab.getByLabel('Month').selectOption('2026-04')
      await heading('Status report for April')
      await tab.getByLabel('Status of Cost').selectOption({ label: 'Watch' })
      await tab.getByLabel('Comment Cost').fill('The expected cost is 50,000 above the frame.')
      await tab.getByLabel('Why is the report corrected?').fill('The invoice came late')
      await press('Review before publishing')
      await press('Publish')
      await said('The status report for April is published and locked.')
      const reports = [...opened.tables().statusReports.values()].filter(
        ({ projectKey, period }) => projectKey === CLOSING && period === '2026-04',
      )
      expect(reports.map(({ version }) => version).sort()).toEqual([1, 2])
      // Locked: a mistake seen now is put right in a third, which begins with what was just written.
      await press('Correct the report')
      await tab.getByLabel('Why is the report corrected?').waitFor()
      expect(await tab.getByLabel('Comment Cost').inputValue()).toBe('The expected cost is 50,000 above the frame.')

      await opened.goTo(`#/project/${CLOSING}/decision`)
      await heading('Decision point BP5')
      for (const box of await tab.getByRole('checkbox').all()) await box.check()
      await tab.getByRole('radio', { name: /^Proceed/ }).check()
      await press('Decide')
      const refusal = tab.getByRole('alert')
      await refusal.getByText('This is missing before BP5 can be decided').waitFor()
      expect(await refusal.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringMatching(/^Measure the baseline for “Innbyggertilfredshet”\./),
        expect.stringMatching(/^Add an indicator for “Lavere kostnad til skanning i dokumentsenteret”\./),
      ])
      expect(opened.tables().projects.get(CLOSING)?.phase).toBe('close')
    },
    SLOW,
  )

  it(
    'leader, bokmål: the agenda, a place in the order by keys, and the channel’s card',
    async () => {
      await be('ingrid', 'Ingrid Solheim', 'nb')
      await opened.goTo('#/board')
      await heading('Saker til vedtak')
      await said(/^Fem saker fram til/)
      await press('Gå gjennom sak for sak')
      await said('Sak 1 av 5')
      await page.keyboard.press('ArrowRight')
      await said('Sak 2 av 5')
      await tab.getByRole('link', { name: 'Vedta BP6: E-læring i hele organisasjonen' }).waitFor()

      await tab.getByRole('link', { name: 'Oversikt', exact: true }).first().click()
      await press(/^Grupper: /)
      await tab.getByRole('menuitemradio', { name: 'Ingen grupper', exact: true }).click()
      await press(/^Sorter: /)
      await tab.getByRole('menuitemradio', { name: 'Rang', exact: true }).click()
      const titles = () =>
        tab.locator('[role=row][aria-level="2"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''))
      await expect.poll(async () => (await titles()).slice(0, 2), { timeout: 20_000 }).toEqual([CLOSING, 'boligkontoret'])
      await tab.locator('[data-id="boligkontoret"]').focus()
      await page.keyboard.press('Alt+ArrowUp')
      await expect.poll(async () => (await titles())[0], { timeout: 20_000 }).toBe('boligkontoret')
      await said('Beslutningen er lagret.')

      await opened.go('Kanaler')
      await page.getByRole('textbox').last().fill('@Prosjektpuls abonner')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page
        .getByText(/gevinster i rute/)
        .first()
        .waitFor()
      const card = (await page.locator('.ac-adaptiveCard').last().innerText()) ?? ''
      for (const { displayName } of world.directory.people) expect(card).not.toContain(displayName)
    },
    SLOW,
  )

  it(
    'porteføljekontor, nynorsk: a setting, what the bot has sent, a file fetched in, and the benefits as a file',
    async () => {
      await be('anne', 'Anne Lie', 'nn')
      await opened.goTo('#/settings')
      await heading('Innstillingar')
      await tab.getByRole('textbox', { name: 'Timar', exact: true }).fill('1 695')
      await press('Lagre')
      await said('Lagra.')
      expect([...opened.tables().settings.values()].find(({ value }) => value === 1695)).toMatchObject({
        name: 'hoursPerFte',
        validFrom: DAY,
      })

      await opened.goTo('#/nudges')
      await heading('Varsel')
      await said(/kort er klare til å bli sende ved neste utsending\.$/)

      await opened.goTo('#/import')
      await heading('Hent inn prosjekt')
      await tab.locator('input[type=file]').setInputFiles({
        name: 'portefølje.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Prosjekt;Område;Fase;Budsjett\r\nNy kulturskole på nett;Oppvekst;Konsept;450 000\r\n', 'utf8'),
      })
      await tab.getByRole('heading', { name: 'Dette kjem til å skje' }).waitFor()
      await press('Hent inn 1 rad')
      await tab.getByRole('heading', { name: 'Henta inn' }).waitFor()
      expect([...opened.tables().projects.values()].find(({ title }) => title === 'Ny kulturskole på nett')).toMatchObject({
        phase: 'concept',
        budget: 450_000,
      })

      await opened.goTo('#/benefits')
      await heading(/^40 gevinstar/)
      const [file] = await Promise.all([page.waitForEvent('download'), press('Last ned som CSV')])
      expect(file.suggestedFilename()).toMatch(/^gevinstar.*\.csv$/)
      const csv = readFileSync(await file.path(), 'utf8')
      expect(csv.split('\r\n')[0]).toMatch(/^\ufeffProsjekt;Program;Område;Gevinst;/)
      expect(csv.trim().split('\r\n')).toHaveLength(44)
    },
    SLOW,
  )
})
