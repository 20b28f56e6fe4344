import type { FrameLocator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

const NUMBER = 'Saksbehandlingstid for april'
const REPORT = 'Statusrapport for april'

/** What a person does with what is asked of them, in the tab, with another person answering. */
describe('mine oppgaver', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let tab: FrameLocator

  beforeAll(async () => {
    opened = await openWorld({ width: 1600, height: 1000 })
    ;({ world, tab } = opened)
  })
  afterAll(() => opened?.close())

  const tasksOf = async (name: string) => {
    await opened.be(name)
    await opened.go('Prosjektpuls')
    await tab.getByRole('link', { name: /^Mine oppgaver/ }).click()
    await tab.getByRole('heading', { level: 1, name: new RegExp(`Hei ${name.split(' ')[0]}`) }).waitFor()
  }
  const press = (name: string | RegExp) => tab.getByRole('button', { name, exact: true }).first().click()
  const more = async (title: string, choice: string) => {
    await press(`Flere valg: ${title}`)
    await tab.getByRole('menuitem', { name: choice }).click()
  }
  const said = (text: string | RegExp) => tab.getByText(text).first().waitFor()

  it('an answer is put off from the menu, and rests beside until the day', async () => {
    await tasksOf('Kari Nordmann')
    await press(`Utsett: ${NUMBER}`)
    await tab.getByRole('menuitem', { name: '3 åpne dager' }).click()
    await said('Utsatt til 21. mai. Fristen står.')
    await tab.getByRole('heading', { name: 'Utsatt og delegert' }).waitFor()
    expect([...opened.tables().obligations.values()].find(({ snoozeCount }) => snoozeCount === 1)).toMatchObject({
      snoozedUntil: '2026-05-21',
    })
    await press(`Svar nå: ${NUMBER}`)
  })

  it('it is answered all the same, undone, and stands open again', async () => {
    await tab.locator('input[name=value]').fill('13,8')
    await press('Lagre')
    await said('Lagret: 13,8')
    await tab.getByText(/Saksbehandlingstid for april: 13,8/).waitFor()
    await press(`Angre: ${NUMBER}`)
    await tab.locator('input[name=value]').waitFor()
    const [answer, withdrawal] = [...opened.tables().measurements.values()].filter(({ actedAt }) => actedAt >= world.clock.today())
    expect(answer).toMatchObject({ value: 13.8, via: 'tab' })
    expect(withdrawal).toMatchObject({ value: null, reason: null, correctsKey: answer?.key })
  })

  it('why it is asked is told in words', async () => {
    await more(NUMBER, 'Hvorfor får du dette?')
    await said('Frist 11. mai fordi 10. mai er en søndag.')
    expect(await opened.violations()).toEqual([])
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
    expect([...opened.tables().log.values()].map(({ what }) => what)).toEqual(expect.arrayContaining(['delegated', 'delegationEnded']))
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
    expect(await opened.violations()).toEqual([])
    await press(`Si nei: ${NUMBER}`)
    await press(`Send svaret: ${NUMBER}`)
    await said('Skriv en kort begrunnelse.')
    await press('Avbryt')
    await press(`Godkjenn: ${NUMBER}`)
    await tab.getByRole('heading', { name: 'Til godkjenning' }).waitFor({ state: 'detached' })
    expect([...opened.tables().indicators.values()].filter(({ state }) => state === 'closed').map(({ title }) => title)).toContain(
      'Saksbehandlingstid',
    )
  })
})
