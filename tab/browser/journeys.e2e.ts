import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { benefitSums, benefits } from '../fixtures/benefits.ts'
import { portfolio } from '../fixtures/portfolio.ts'
import { indicator, point } from '../fixtures/project.ts'
import { ordinary, refused } from './answers.ts'
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
    await tab.getByText('Vi finner ikke prosjektet.').waitFor()
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

const saved = {
  measurement: point('2026-04-30', 13.8, { key: 'saksbehandlingstid:2026-04-30:1', via: 'tab', at: '2026-05-18T07:04:00Z' }),
  indicator: indicator({ open: [] }),
  version: 'v2',
}

describe('recording a measurement', () => {
  test('the sentence says what the number means before it is saved, and the answer stands where the form stood', async () => {
    const sent: unknown[] = []
    const answers = ordinary({
      'POST /api/measurements': (request) => {
        sent.push(request.postDataJSON())
        return { status: 201, body: saved }
      },
    })
    const { tab, context } = await open({ answers, hash: '#/project/elektroniske-skjema' })
    await tab.getByRole('button', { name: 'Registrer måling', exact: true }).click()
    expect(await tab.locator(':focus').getAttribute('name')).toBe('value')
    await tab.locator('input[name=value]').fill('13,8')
    await tab.getByText('80\u00a0% av veien til målet, planen sier 78\u00a0%.').first().waitFor()
    await tab.getByRole('button', { name: 'Lagre' }).click()
    await tab.getByText('Lagret: 13,8\u00a0dager for april.').waitFor()
    expect(sent).toEqual([
      {
        indicatorKey: 'saksbehandlingstid',
        periodKey: '2026-04-30',
        asOf: '2026-04-30',
        value: '13,8',
        reason: null,
        comment: null,
        correctsKey: null,
      },
    ])
    await context.close()
  })

  test('what is typed survives a cut line, a refusal and leaving the page', async () => {
    let turn = 0
    const answers = ordinary({
      'POST /api/measurements': () => {
        turn += 1
        return turn === 1 ? 'cut' : refused(400, 'notANumber', '«13,8,1» er ikke et tall vi forstår.', { field: 'value' })
      },
    })
    const { tab, context } = await open({ answers, hash: '#/tasks' })
    const field = tab.locator('input[name=value]').first()
    await field.fill('13,8,1')
    await tab.getByRole('button', { name: 'Lagre' }).first().click()
    await tab.getByText('Det du skrev, står fortsatt i feltet.').waitFor()
    await tab.getByRole('button', { name: 'Lagre' }).first().click()
    await tab.getByText('«13,8,1» er ikke et tall vi forstår.').first().waitFor()
    expect(await tab.locator(':focus').getAttribute('name')).toBe('value')
    await tab.getByRole('link', { name: 'Oversikt' }).click()
    await tab.getByRole('treegrid').waitFor()
    await tab.getByRole('link', { name: /^Mine oppgaver/ }).click()
    expect(await tab.locator('input[name=value]').first().inputValue()).toBe('13,8,1')
    await context.close()
  })

  test('a number about ten times off is asked about at its field, and saving the same once more stands by it', async () => {
    const sent: { value: unknown; confirmed?: boolean }[] = []
    const answers = ordinary({
      'POST /api/measurements': (request) => {
        const body = request.postDataJSON()
        sent.push({ value: body.value, confirmed: body.confirmed })
        return body.confirmed
          ? { status: 201, body: saved }
          : refused(400, 'valueUnlikely', 'Mente du 13,8 og ikke 1,38?', { field: 'value' })
      },
    })
    const { tab, context } = await open({ answers, hash: '#/project/elektroniske-skjema' })
    await tab.getByRole('button', { name: 'Registrer måling', exact: true }).click()
    const save = tab.getByRole('button', { name: 'Lagre' })
    for (const value of ['1,38', '1,37']) {
      await tab.locator('input[name=value]').fill(value)
      await save.click()
      await tab.getByText('Mente du 13,8 og ikke 1,38?').first().waitFor()
      await expect.poll(() => sent.at(-1)?.value).toBe(value)
    }
    await expect.poll(() => save.isEnabled()).toBe(true)
    await save.click()
    await tab.getByText(/^Lagret: /).waitFor()
    expect(sent).toEqual([{ value: '1,38' }, { value: '1,37' }, { value: '1,37', confirmed: true }])
    await context.close()
  })

  test('somebody was first: their answer can be kept, or replaced with a reason', async () => {
    const bodies: { correctsKey: string | null; reason: string | null }[] = []
    const current = {
      key: 'saksbehandlingstid:2026-04-30:1',
      value: 14.1,
      asOf: '2026-04-30',
      byName: 'Ola Hansen',
      at: '2026-05-18T07:02:00Z',
    }
    const answers = ordinary({
      'POST /api/measurements': (request) => {
        const body = request.postDataJSON()
        bodies.push(body)
        return body.correctsKey === null
          ? refused(409, 'staleEdit', 'Ola Hansen lagret 14,1 kl. 09:02. Vil du beholde det eller bruke ditt?', { field: 'value', current })
          : { status: 201, body: saved }
      },
    })
    const { tab, context } = await open({ answers, hash: '#/tasks' })
    await tab.locator('input[name=value]').first().fill('13,8')
    await tab.getByRole('button', { name: 'Lagre' }).first().click()
    await tab.getByText('Ola Hansen lagret 14,1 kl. 09:02.').waitFor()
    await tab.getByRole('button', { name: 'Behold 14,1\u00a0dager' }).waitFor()
    await tab.getByRole('button', { name: 'Bruk 13,8\u00a0dager' }).click()
    await tab.getByText('Skriv en kort begrunnelse.').waitFor()
    await tab.getByLabel('Hvorfor er ditt tall riktig?').fill('Nytt uttrekk')
    await tab.getByRole('button', { name: 'Bruk 13,8\u00a0dager' }).click()
    await tab.getByText('Lagret: 13,8\u00a0dager for april.').waitFor()
    expect(bodies[1]).toMatchObject({ correctsKey: current.key, reason: 'Nytt uttrekk' })
    await context.close()
  })

  test('a weaker number asks why, and «får ikke målt» asks for a reason instead of a number', async () => {
    const sent: { value: unknown; reason: unknown }[] = []
    const answers = ordinary({
      'POST /api/measurements': (request) => {
        sent.push(request.postDataJSON())
        return { status: 201, body: { ...saved, measurement: point('2026-04-30', null) } }
      },
    })
    const { tab, context } = await open({ answers, hash: '#/tasks' })
    await tab.locator('input[name=value]').first().fill('16')
    await tab.getByRole('button', { name: 'Lagre' }).first().click()
    await tab.getByText('Skriv en kort begrunnelse.').first().waitFor()
    expect(sent).toEqual([])
    await tab.getByRole('button', { name: 'Får ikke målt' }).first().click()
    await tab.getByLabel('Hvorfor får du ikke målt?').fill('Fagsystemet var nede')
    await tab.getByRole('button', { name: 'Meld at det ikke er målt' }).click()
    await tab.getByText('Lagret: april er ikke målt.').waitFor()
    expect(sent[0]).toMatchObject({ value: null, reason: 'Fagsystemet var nede' })
    await context.close()
  })
})

describe('a status report', () => {
  test('yellow needs a word, the preview shows it as it will be read, and publishing freezes it', async () => {
    const sent: Record<string, unknown>[] = []
    const project = (ordinary()['GET /api/projects/elektroniske-skjema'] as { body: { report: object } }).body
    const answers = ordinary({
      'POST /api/reports': (request) => {
        sent.push(request.postDataJSON())
        return { status: 201, body: { report: { ...project.report, period: '2026-05' }, version: 'v2' } }
      },
    })
    const { tab, context } = await open({ answers, hash: '#/project/elektroniske-skjema/report' })
    await tab.getByRole('button', { name: 'Se over før du publiserer' }).click()
    await tab.getByText('Skriv hvorfor, siden status er følg med.').first().waitFor()
    for (const row of ['Overordnet', 'Gevinster', 'Risiko']) await tab.getByLabel(`Kommentar ${row}`).fill(`Derfor, ${row}`)
    await tab.getByRole('button', { name: 'Se over før du publiserer' }).click()
    await tab.getByRole('heading', { name: 'Slik blir rapporten' }).waitFor()
    await tab.getByText('Derfor, Risiko').waitFor()
    await tab.getByRole('button', { name: 'Publiser' }).click()
    await tab.getByText('Statusrapporten for mai er publisert og låst.').waitFor()
    // Frozen: it is not undone, but it says how it is put right.
    await tab.getByText('kan ikke angres, men du kan rette den med en begrunnelse').waitFor()
    await tab.getByRole('button', { name: 'Rett rapporten' }).waitFor()
    expect(sent[0]).toMatchObject({ projectKey: 'elektroniske-skjema', period: '2026-05', seenVersion: 0, budget: '2\u00a0400\u00a0000' })
    expect(sent[0]).toHaveProperty('rows.length', 8)
    await context.close()
  })
})

describe('opening', () => {
  test('outside Teams it says what it is and asks the server for nothing', async () => {
    const context = await harness.browser.newContext({ locale: 'nb-NO' })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${harness.origin}/tab/index.html`)
    await page.getByText('Den virker inne i Microsoft Teams').waitFor()
    expect(asked.filter((path) => path.startsWith('/api'))).toEqual([])
    await context.close()
  })

  test('in a frame that never answers it explains itself after four seconds, and how to try again', async () => {
    const { tab, asked, context } = await open({ silent: true })
    await tab.getByText('Er du i Teams nå? Da svarte ikke Teams i tide.').waitFor()
    expect(asked).toEqual([])
    await context.close()
  })

  test('the host hears that it is ready', async () => {
    const { tab, said, context } = await open()
    await tab.getByRole('treegrid').waitFor()
    await expect.poll(said).toContain('appInitialization.success')
    await context.close()
  })

  test('the second time it stands at once from the local copy, without restricted projects, and says from when', async () => {
    const first = await open()
    await first.tab.getByText('KomInn dialogarena').waitFor()
    await first.tab.locator('html').evaluate(async () => new Promise((done) => setTimeout(done, 1500)))
    await first.page.close()
    const silent = ordinary({ 'GET /api/me': () => 'cut', 'GET /api/portfolio': () => 'cut' })
    const again = await open({ context: first.context, answers: silent })
    await again.tab.getByText('KomInn dialogarena').waitFor()
    await again.tab.getByText('Viser tall fra kl. 08:55. Vi prøver igjen om ett minutt.').waitFor()
    expect(await again.tab.getByText('Tidlig innsats').count()).toBe(0)
    await first.context.close()
  })

  test('a server that cannot be reached gets a sentence and a way on', async () => {
    let down = true
    const answers = ordinary({
      'GET /api/portfolio': () => (down ? 'cut' : { body: portfolio }),
    })
    const { tab, context } = await open({ answers })
    await tab.getByText('Vi får ikke kontakt med Prosjektpuls.').waitFor()
    down = false
    await tab.getByRole('button', { name: 'Prøv igjen' }).click()
    await tab.getByText('KomInn dialogarena').waitFor()
    await context.close()
  })

  test('a deep link opens its page', async () => {
    const { tab, context } = await open({ subPageId: 'project/elektroniske-skjema' })
    await tab.getByRole('heading', { level: 1, name: 'Elektroniske skjema, fullintegrert' }).waitFor()
    await context.close()
  })

  test('a link is shared in Teams’ own window, and on a phone shown to be copied, with focus back where one was', async () => {
    const desk = await open({ hash: '#/project/elektroniske-skjema' })
    await desk.tab.getByRole('button', { name: 'Flere valg for prosjektet' }).click()
    await desk.tab.getByRole('menuitem', { name: 'Del lenke' }).click()
    await expect.poll(desk.said).toContain('shareDeepLink')
    expect(await desk.tab.getByRole('dialog').count()).toBe(0)
    await desk.context.close()
    const phone = await open({ hash: '#/project/elektroniske-skjema', client: 'ios', width: 400 })
    const more = phone.tab.getByRole('button', { name: 'Flere valg for prosjektet' })
    await more.click()
    await phone.tab.getByRole('menuitem', { name: 'Del lenke' }).click()
    const link = await phone.tab.getByRole('dialog').getByLabel('Lenke').inputValue()
    expect(decodeURIComponent(link)).toBe(
      'https://teams.microsoft.com/l/entity/app-1/portfolio?context={"subEntityId":"#/project/elektroniske-skjema"}',
    )
    await phone.page.keyboard.press('Escape')
    await expect.poll(() => more.evaluate((button) => button.ownerDocument.activeElement === button)).toBe(true)
    expect(await phone.said()).not.toContain('shareDeepLink')
    await phone.context.close()
  })

  test('what loads before the portfolio is readable stays within 160 000 bytes', async () => {
    const html = await readFile(join(harness.dist, 'index.html'), 'utf8')
    const files = [...html.matchAll(/(?:src|href)="\/tab\/(assets\/[^"]+)"/g)].map((match) => match[1] as string)
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(harness.dist, file)), { level: 9 }).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(160_000)
  })
})

describe('the channel tab', () => {
  test('is set up with one project and saved with its address', async () => {
    const { page, tab, context, tell } = await open({ search: '?view=config' })
    await tab.getByLabel('Ett prosjekt').check()
    await tab.getByLabel('Velg prosjekt').selectOption('slik-ledelse-av-innovasjon')
    await tell('settings.save', [{}])
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { settings?: { contentUrl: string } }).settings?.contentUrl))
      .toMatch(/\?scope=project&key=slik-ledelse-av-innovasjon$/)
    await context.close()
  })
})
