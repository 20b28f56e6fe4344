import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { indicator, point } from '../fixtures/project.ts'
import { ordinary, refused } from './answers.ts'
import { type OpenOptions, startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())
const open = (given: Partial<OpenOptions> = {}) => harness.open({ answers: ordinary(), ...given })

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

  test('several numbers are typed one after the other and saved by one press, each by its own form', async () => {
    const sent: string[] = []
    const answers = ordinary({
      'POST /api/measurements': (request) => {
        sent.push(request.postDataJSON().value)
        return refused(400, 'notANumber', 'Dette er ikke et tall vi forstår.', { field: 'value' })
      },
    })
    const { tab, context } = await open({ answers, hash: '#/tasks' })
    const all = tab.getByRole('button', { name: 'Lagre alle' })
    const numbers = tab.locator('input[name=value]')
    await numbers.first().waitFor()
    while ((await numbers.count()) < 2)
      await tab
        .getByRole('button', { name: /^Registrer: / })
        .first()
        .click()
    await numbers.nth(0).fill('13,8')
    expect(await all.count()).toBe(0)
    await numbers.nth(1).fill('160')
    await tab.getByText('2 svar er skrevet og ikke lagret.').waitFor()
    await all.click()
    await expect.poll(() => sent.toSorted()).toEqual(['13,8', '160'])
    expect(await tab.getByText('Dette er ikke et tall vi forstår.').count()).toBeGreaterThan(1)
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
