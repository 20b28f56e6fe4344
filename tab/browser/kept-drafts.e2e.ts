import type { FrameLocator, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { decision } from '../fixtures/decision.ts'
import { office } from '../fixtures/people.ts'
import { project } from '../fixtures/project.ts'
import { projectFields } from '../fixtures/project-fields.ts'
import { dryRun, ordinary, refused } from './answers.ts'
import { type Answers, startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())

const PROJECT = '/api/projects/elektroniske-skjema'
const ordinaryHere = ordinary(
  {
    [`GET ${PROJECT}`]: { body: { ...project, can: { ...project.can, decide: true } } },
    [`GET ${PROJECT}/fields`]: { body: projectFields },
    [`GET ${PROJECT}/decision`]: { body: { ...decision, life: { ...decision.life, canHold: true } } },
    'POST /api/import': { body: dryRun },
  },
  { ...office, personId: 'kari' },
)

/** A form somebody writes in: how it is come to, one field with words in it, and how it is sent. */
interface Form {
  hash: string
  /** What is pressed before the field is there; not needed again where what one has begun on stands open by itself. */
  begin?: (tab: FrameLocator) => Promise<unknown>
  /** It is a dialog or a file: it is not opened unasked. */
  beginsAnew?: true
  field: (tab: FrameLocator) => Locator
  text: string
  /** What else must be there before it can be sent. */
  fill?: (tab: FrameLocator) => Promise<unknown>
  send?: (tab: FrameLocator) => Locator
  asks?: string
}

const button = (name: string | RegExp) => (tab: FrameLocator) => tab.getByRole('button', { name, exact: typeof name === 'string' }).first()
const field = (label: string | RegExp) => (tab: FrameLocator) => tab.getByLabel(label).first()
const more = (item: string) => async (tab: FrameLocator) => {
  await tab.getByRole('button', { name: /^Flere valg: Saksbehandlingstid/ }).click()
  await tab.getByRole('menuitem', { name: item }).click()
}
const act = 'measurement%3Asaksbehandlingstid%3A2026-04-30'
const project_ = '#/project/elektroniske-skjema'

const FORMS: Record<string, Form> = {
  'måling på prosjektet': {
    hash: project_,
    begin: (tab) => button('Registrer måling')(tab).click(),
    field: (tab) => tab.locator('input[name=value]').first(),
    text: '13,8',
    send: button('Lagre'),
    asks: 'POST /api/measurements',
  },
  'måling i Mine oppgaver': {
    hash: '#/tasks',
    field: (tab) => tab.locator('input[name=value]').first(),
    text: '13,8',
    send: button('Lagre'),
    asks: 'POST /api/measurements',
  },
  statusrapport: {
    hash: `${project_}/report`,
    field: field('Hva er det neste?'),
    text: 'Opplæring før sommeren.',
    fill: async (tab) => {
      for (const box of await tab.getByRole('textbox', { name: /^Kommentar/ }).all()) await box.fill('Som før.')
      await button('Se over før du publiserer')(tab).click()
    },
    send: button('Publiser'),
    asks: 'POST /api/reports',
  },
  vedtak: {
    hash: `${project_}/decision`,
    begin: (tab) => tab.getByRole('radio', { name: /Gå videre/ }).check(),
    field: field('Begrunnelse, hvis det trengs'),
    text: 'Alt er på plass.',
    send: button('Vedta'),
    asks: `POST ${PROJECT}/decisions`,
  },
  unntak: {
    hash: `${project_}/decision`,
    begin: (tab) => button('Gi unntak: Erfaringslogg')(tab).click(),
    field: (tab) => tab.getByRole('group', { name: 'Gi unntak' }).getByRole('textbox').last(),
    text: 'Skrives i juni.',
  },
  'hva som er gjort': {
    hash: `${project_}/decision`,
    begin: (tab) => button('Skriv hva som er gjort')(tab).click(),
    field: field('Hva som er gjort'),
    text: 'Planen er med.',
    send: button('Meld fulgt opp'),
    asks: 'POST /api/follow-ups',
  },
  'satt på vent': {
    hash: project_,
    begin: async (tab) => {
      await button('Flere valg for prosjektet')(tab).click()
      await tab.getByRole('menuitem', { name: 'Sett på vent' }).click()
    },
    beginsAnew: true,
    field: (tab) => tab.getByRole('dialog').getByLabel('Begrunnelse'),
    text: 'Venter på leverandøren.',
    send: (tab) => tab.getByRole('dialog').getByRole('button', { name: 'Sett på vent' }),
    asks: `POST ${PROJECT}/hold`,
  },
  'endre en indikator': {
    hash: `${project_}/edit/indicator/saksbehandlingstid`,
    field: (tab) => tab.getByLabel('Mål', { exact: true }),
    text: '10,5',
    send: button('Lagre'),
    asks: 'PATCH /api/indicators/saksbehandlingstid',
  },
  'nytt prosjekt': { hash: '#/new-project', field: field('Navn'), text: 'Nytt bibliotek' },
  innstillinger: {
    hash: '#/settings',
    field: field('Fellesferie, uker'),
    text: '29, 30',
    send: button('Lagre'),
    asks: 'POST /api/settings',
  },
  utsett: {
    hash: '#/tasks',
    begin: async (tab) => {
      await button(/^Utsett: Saksbehandlingstid/)(tab).click()
      await tab.getByRole('menuitem', { name: 'Til en dato …' }).click()
    },
    field: field('Utsett til'),
    text: '2026-05-22',
    send: (tab) => tab.getByRole('form', { name: /^Utsett varselet/ }).getByRole('button', { name: 'Utsett', exact: true }),
    asks: `POST /api/obligations/${act}/snooze`,
  },
  deleger: {
    hash: '#/tasks',
    begin: async (tab) => {
      await button(/^Deleger: Saksbehandlingstid/)(tab).click()
      await tab.getByLabel('Hvem skal svare?').selectOption({ index: 1 })
    },
    field: field('Beskjed (valgfritt)'),
    text: 'Du har tallet.',
    send: (tab) => tab.getByRole('form', { name: /^Deleger denne/ }).getByRole('button', { name: 'Deleger', exact: true }),
    asks: `POST /api/obligations/${act}/delegate`,
  },
  'ikke lenger aktuelt': {
    hash: '#/tasks',
    begin: more('Ikke lenger aktuelt'),
    field: field('Hvorfor?'),
    text: 'Skjemaet er lagt ned.',
    send: button('Send til godkjenning'),
    asks: `POST /api/obligations/${act}/not-relevant`,
  },
  'feil person': {
    hash: '#/tasks',
    begin: more('Feil person'),
    field: field('Hvorfor? (valgfritt)'),
    text: 'Byttet avdeling.',
    send: button('Send videre'),
    asks: `POST /api/obligations/${act}/wrong-person`,
  },
  'nei til et forslag': {
    hash: '#/tasks',
    begin: (tab) => button(/^Si nei: Antall papirskjema/)(tab).click(),
    field: field('Hvorfor er det fortsatt aktuelt?'),
    text: 'To skjema gjenstår.',
    send: button(/^Send svaret/),
    asks: 'POST /api/obligations/measurement%3Apapirskjema%3A2026-04-30/not-relevant/answer',
  },
  'pause i varsler': {
    hash: '#/tasks',
    field: (tab) => tab.getByLabel('Pause til', { exact: true }),
    text: '2026-06-01',
    send: button('Sett på pause'),
    asks: 'PATCH /api/preferences',
  },
}

const DOWN = refused(503, 'storeUnavailable', 'Vi får ikke skrevet i listene i SharePoint akkurat nå. Prøv igjen om ett minutt.')

describe('what is typed in a form is marked as not saved, and is still there when', () => {
  test.each(Object.entries(FORMS))('%s: the line is cut, the server refuses, the tab is closed', async (_name, form) => {
    let answer: 'cut' | typeof DOWN = 'cut'
    const sent: string[] = []
    const answers: Answers = { ...ordinaryHere }
    if (form.asks) {
      answers[form.asks] = () => {
        sent.push(form.asks ?? '')
        return answer
      }
    }
    const first = await harness.open({ answers, hash: form.hash })
    const { tab, context } = first
    await tab.locator('h1').first().waitFor()
    expect(await tab.getByText(/^Ikke lagret/).count()).toBe(0)
    await form.begin?.(tab)
    await form.field(tab).fill(form.text)
    await tab
      .getByText(/^Ikke lagret/)
      .first()
      .waitFor()
    if (form.send && form.asks) {
      await form.fill?.(tab)
      const send = form.send
      // Pressed twice by an impatient hand, it is sent once.
      await send(tab).dblclick()
      await tab
        .getByText(/Vi fikk ikke (lagret|publisert)\./)
        .first()
        .waitFor()
      expect(sent).toEqual([form.asks])
      expect(await form.field(tab).inputValue()).toBe(form.text)
      answer = DOWN
      await form.fill?.(tab)
      await send(tab).click()
      await tab.getByText(DOWN.body.error.text).first().waitFor()
      expect(await form.field(tab).inputValue()).toBe(form.text)
    }
    await first.page.close()
    // Next time, where one begins.
    const again = await harness.open({ answers: ordinaryHere, context })
    const offered = again.tab.getByRole('region', { name: 'Du har skrevet noe som ikke er lagret.' })
    await offered.getByRole('link').click()
    if (form.beginsAnew) await form.begin?.(again.tab)
    await expect.poll(() => form.field(again.tab).inputValue(), { timeout: 10_000 }).toBe(form.text)
    await again.tab
      .getByText(/^(Ikke lagret\. )?Det du skrev sist, /)
      .first()
      .waitFor()
    await context.close()
  })
})

test('what has been let go of can be had back, and is not offered again', async () => {
  const first = await harness.open({ answers: ordinaryHere, hash: '#/new-project' })
  const { context } = first
  await first.tab.getByLabel('Navn').fill('Nytt bibliotek')
  await first.page.close()
  const { tab, page } = await harness.open({ answers: ordinaryHere, context })
  const drop = tab.getByRole('button', { name: 'Forkast: Legg inn et prosjekt' })
  await drop.click()
  await tab.getByText('Forkastet: Legg inn et prosjekt.').first().waitFor()
  expect(await drop.count()).toBe(0)
  await tab.getByRole('button', { name: 'Angre' }).click()
  await drop.click()
  await page.close()
  const last = await harness.open({ answers: ordinaryHere, context })
  await last.tab.getByRole('treegrid').waitFor()
  expect(await last.tab.getByText('Du har skrevet noe som ikke er lagret.').count()).toBe(0)
  await context.close()
})

test('another person at the same machine is offered nothing, and nothing of the first one’s is left', async () => {
  const first = await harness.open({ answers: ordinaryHere, hash: '#/new-project' })
  await first.tab.getByLabel('Navn').fill('Nytt bibliotek')
  await first.page.close()
  const other = await harness.open({ answers: ordinaryHere, context: first.context, person: 'ola' })
  await other.tab.getByRole('treegrid').waitFor()
  const left = () => other.tab.locator('html').evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft')))
  await expect.poll(left).toEqual([])
  await first.context.close()
})

test('of a restricted project what is typed stays in the tab, and is never stored', async () => {
  const restricted = { ...project, restricted: true }
  const answers = { ...ordinaryHere, [`GET ${PROJECT}`]: { body: restricted } }
  const { tab, context } = await harness.open({ answers, hash: project_ })
  await button('Registrer måling')(tab).click()
  const value = tab.locator('input[name=value]').first()
  await value.fill('13,8')
  await tab.getByText('Ikke lagret').waitFor()
  expect(await tab.locator('html').evaluate(() => JSON.stringify(localStorage))).not.toContain('13,8')
  await tab.getByRole('link', { name: 'Oversikt', exact: true }).first().click()
  await tab.getByRole('treegrid').waitFor()
  await tab.locator('html').evaluate(() => window.history.back())
  await expect.poll(() => value.inputValue()).toBe('13,8')
  await context.close()
})

test('a column chosen for a file is chosen again when the same file is', async () => {
  const sent: unknown[] = []
  const answers: Answers = {
    ...ordinaryHere,
    'POST /api/import': (request) => {
      sent.push((request.postDataJSON() as { mapping?: unknown }).mapping)
      return { body: dryRun }
    },
  }
  const file = { name: 'portefølje.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') }
  const first = await harness.open({ answers, hash: '#/import' })
  await first.tab.locator('input[type=file]').setInputFiles(file)
  await first.tab.getByLabel('Kolonne for Budsjett').selectOption('Merknad')
  await first.tab.getByText('Ikke lagret').waitFor()
  await first.page.close()
  const { tab } = await harness.open({ answers, hash: '#/import', context: first.context })
  await tab.locator('input[type=file]').setInputFiles(file)
  await tab.getByRole('heading', { name: 'Dette vil skje' }).waitFor()
  expect(sent).toEqual([undefined, { columns: { title: 'Prosjekt', budget: 'Merknad' }, currency: 'NOK' }])
  await first.context.close()
})
