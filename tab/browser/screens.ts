import type { FrameLocator, Page } from 'playwright-core'
import { board } from '../fixtures/board.ts'
import { decision } from '../fixtures/decision.ts'
import { detailsWith } from '../fixtures/details.ts'
import { office } from '../fixtures/people.ts'
import { projectFields, reports } from '../fixtures/project-fields.ts'
import { roadmap } from '../fixtures/roadmap.ts'
import { dryRun, emptyPortfolio, ordinary, refused, unreadable } from './answers.ts'
import type { Opened, OpenOptions, startHarness } from './harness.ts'

export interface Screen extends Partial<OpenOptions> {
  /** What is done on it before it is looked at. */
  act?: (tab: FrameLocator, page: Page) => Promise<void>
}

const conflict = refused(409, 'staleEdit', 'Ola Hansen lagret 14,1 kl. 09:02. Vil du beholde det eller bruke ditt?', {
  field: 'value',
  current: { key: 'k', value: 14.1, asOf: '2026-04-30', byName: 'Ola Hansen', at: '2026-05-18T07:02:00Z' },
})
const project = '#/project/elektroniske-skjema'
const changed = refused(409, 'editConflict', 'Ola Hansen endret dette kl. 09:02. Vil du beholde det eller bruke ditt?', {
  conflict: {
    version: '"2"',
    byName: 'Ola Hansen',
    at: '2026-05-18T07:02:00Z',
    fields: [{ field: 'target', theirs: 11, yours: 10.5 }],
    names: {},
  },
})
const editable = ordinary({
  'GET /api/projects/elektroniske-skjema/fields': { body: projectFields },
  'GET /api/projects/elektroniske-skjema/reports': { body: reports },
  'PATCH /api/indicators/saksbehandlingstid': changed,
})

/** Every page of the tab, and the states of it that look otherwise: what holds for all screens is tried on each of these. */
export const SCREENS: Record<string, Screen> = {
  oversikt: {
    answers: ordinary({ 'GET /api/portfolio/details': { body: detailsWith() } }),
    act: (tab) => tab.getByRole('button', { name: 'Kolonner' }).waitFor(),
  },
  'oversikt med meny': {
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Program' }).click()
      await tab.getByRole('menu').waitFor()
    },
  },
  'oversikt på telefon': { width: 400 },
  'tom oversikt': { answers: ordinary({ 'GET /api/portfolio': { body: emptyPortfolio } }, office) },
  'oversikt uten svar': { answers: ordinary({ 'GET /api/portfolio': () => 'cut' }) },
  prosjekt: { hash: project, act: (tab) => tab.getByRole('button', { name: 'Flere valg for prosjektet' }).waitFor() },
  'prosjekt som tabell': { hash: project, act: (tab) => tab.getByRole('button', { name: 'Vis som tabell' }).click() },
  'registrere måling': {
    hash: project,
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Registrer måling', exact: true }).click()
      await tab.locator('input[name=value]').fill('13,8')
    },
  },
  'redigere en indikator som er endret': {
    hash: `${project}/edit/indicator/saksbehandlingstid`,
    answers: editable,
    act: async (tab) => {
      await tab.getByLabel('Mål', { exact: true }).fill('10,5')
      await tab.getByRole('button', { name: 'Lagre' }).click()
      await tab.getByText('Ola Hansen endret dette kl. 09:02.').waitFor()
    },
  },
  'redigere dokumenter': {
    hash: `${project}/edit/documents/lessons`,
    answers: editable,
    act: (tab) => tab.getByLabel('Hva det er').waitFor(),
  },
  'redigere roller på telefon': {
    hash: `${project}/edit/people`,
    answers: editable,
    width: 400,
    act: (tab) => tab.getByLabel('Stedfortreder').fill('k'),
  },
  gevinstkart: {
    hash: project,
    answers: editable,
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Vis som kart' }).click()
      await tab.getByRole('region', { name: 'Fra endring til mål' }).waitFor()
    },
  },
  plan: { hash: `${project}/plan`, answers: editable, act: (tab) => tab.getByRole('heading', { name: 'Samlet oversikt' }).waitFor() },
  'to rapporter': {
    hash: `${project}/reports`,
    answers: editable,
    act: (tab) => tab.getByRole('columnheader', { name: /mars 2026/ }).waitFor(),
  },
  beslutning: {
    hash: `${project}/decision`,
    answers: ordinary({ 'GET /api/projects/elektroniske-skjema/decision': { body: decision } }),
    act: async (tab) => {
      await tab.getByRole('radio', { name: /Gå videre/ }).check()
      await tab.getByRole('button', { name: 'Gi unntak: Erfaringslogg' }).click()
    },
  },
  styremøte: {
    hash: '#/board',
    answers: ordinary({ 'GET /api/board': { body: board } }, office),
    act: (tab) => tab.getByRole('button', { name: 'Gå gjennom sak for sak' }).click(),
  },
  'nytt prosjekt': { hash: '#/new-project', answers: ordinary({}, office), act: (tab) => tab.getByLabel('Navn').waitFor() },
  'uten tilgang': {
    hash: '#/nudges',
    answers: ordinary({ 'GET /api/bot-log': refused(403, 'notAllowed', 'Bare porteføljekontoret kan se dette.') }),
  },
  'tomt veikart': { hash: '#/roadmap', answers: ordinary({ 'GET /api/roadmap': { body: { ...roadmap, projects: [] } } }, office) },
  'noe som ikke er lagret': {
    hash: '#/new-project',
    answers: ordinary({}, { ...office, personId: 'kari' }),
    act: async (tab) => {
      await tab.getByLabel('Navn').fill('Nytt bibliotek')
      await tab.getByRole('link', { name: 'Oversikt', exact: true }).first().click()
      await tab.getByRole('region', { name: 'Du har skrevet noe som ikke er lagret.' }).waitFor()
    },
  },
  'ukjent prosjekt': { hash: '#/project/borte' },
  statusrapport: { hash: `${project}/report` },
  'statusrapport med feil': {
    hash: `${project}/report`,
    act: (tab) => tab.getByRole('button', { name: 'Se over før du publiserer' }).click(),
  },
  veikart: {
    hash: '#/roadmap',
    act: async (tab, page) => {
      await tab.getByRole('row', { name: /Nytt intranett/ }).focus()
      await page.keyboard.press('ArrowRight')
    },
  },
  'veikart som tabell': { hash: '#/roadmap?show=table' },
  'veikart på telefon': { hash: '#/roadmap', width: 400, act: (tab) => tab.getByRole('button', { name: /tatt det siste året/ }).click() },
  gevinster: {
    hash: '#/benefits',
    act: async (tab) => {
      await tab.getByRole('table', { name: 'Kroner, prisår 2026' }).waitFor()
      await tab.getByText('Mulig dobbelttelling (1)').click()
    },
  },
  'gevinster på telefon': { hash: '#/benefits?group=project', width: 400 },
  'mine oppgaver': { hash: '#/tasks', act: (tab) => tab.getByRole('heading', { name: 'Egne varsler' }).waitFor() },
  'noen var først': {
    hash: '#/tasks',
    answers: ordinary({ 'POST /api/measurements': conflict }),
    act: async (tab) => {
      await tab.locator('input[name=value]').first().fill('13,8')
      await tab.getByRole('button', { name: 'Lagre' }).first().click()
      await tab.getByText('Noen var først.').waitFor()
    },
  },
  'hent inn': {
    hash: '#/import',
    answers: ordinary({ 'POST /api/import': { body: dryRun } }, office),
    act: async (tab) => {
      await tab.locator('input[type=file]').setInputFiles({ name: 'portefølje.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') })
      await tab.getByRole('heading', { name: 'Dette vil skje' }).waitFor()
    },
  },
  datakvalitet: { hash: '#/health', answers: ordinary({ 'GET /api/health-of-data': { body: unreadable } }, office) },
  innstillinger: {
    hash: '#/settings',
    answers: ordinary({}, office),
    act: async (tab) => {
      await tab.getByText(/^BP1 ·/).click()
      await tab.getByLabel('Fellesferie, uker').fill('juli')
      await tab.getByRole('button', { name: 'Lagre' }).click()
      await tab.getByText('Vi forstår ikke dette.').waitFor()
    },
  },
  varsler: { hash: '#/nudges', answers: ordinary({}, office), act: (tab) => tab.getByText('Vis per prosjekt').click() },
  'utenfor Teams': { silent: true },
  kanalfane: { search: '?view=config', act: (tab) => tab.getByLabel('Ett program').check() },
}

/** Opens a screen, waits for its heading, and does on it what belongs to it. */
export async function openScreen(harness: Awaited<ReturnType<typeof startHarness>>, { act, ...given }: Screen): Promise<Opened> {
  const opened = await harness.open({ answers: ordinary(), ...given })
  await opened.tab.locator('h1').first().waitFor({ state: 'attached' })
  await opened.tab.locator('main').waitFor()
  await act?.(opened.tab, opened.page)
  return opened
}
