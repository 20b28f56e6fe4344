import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { board } from '../fixtures/board.ts'
import { office } from '../fixtures/people.ts'
import { project } from '../fixtures/project.ts'
import { projectFields, reports } from '../fixtures/project-fields.ts'
import { roadmap } from '../fixtures/roadmap.ts'
import { tasks } from '../fixtures/tasks.ts'
import { ordinary, refused } from './answers.ts'
import { type Answers, startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())

const PROJECT = '/api/projects/elektroniske-skjema'
const answers = ordinary(
  {
    [`GET ${PROJECT}/fields`]: { body: projectFields },
    [`GET ${PROJECT}/reports`]: { body: reports },
    'GET /api/board': { body: board },
  },
  office,
)
const cut: Answers = Object.fromEntries(Object.keys(answers).map((name) => [name, () => 'cut' as const]))
const OLD = /^Vi får ikke kontakt med Prosjektpuls\. Siden viser det som sto her/

/** The pages one reads, and words that are on each. */
const PAGES: Record<string, [hash: string, words: string]> = {
  prosjekt: ['#/project/elektroniske-skjema', 'Saksbehandlingstid'],
  veikart: ['#/roadmap', 'Nytt intranett'],
  gevinster: ['#/benefits', 'Kroner, prisår 2026'],
  'mine oppgaver': ['#/tasks', 'Hei Kari.'],
  plan: ['#/project/elektroniske-skjema/plan', 'Samlet oversikt'],
  rapporter: ['#/project/elektroniske-skjema/reports', 'Alle 42 skjema er i bruk.'],
  styremøte: ['#/board', 'Nytt intranett'],
}

describe('a page read before is there without the server, and says of when it is', () => {
  test.each(Object.entries(PAGES))('%s', async (_name, [hash, words]) => {
    const first = await harness.open({ answers, hash })
    await first.tab.getByText(words).first().waitFor()
    expect(await first.tab.getByText(OLD).count()).toBe(0)
    await first.page.waitForTimeout(150)
    await first.page.close()
    const second = await harness.open({ answers: cut, hash, context: first.context })
    await second.tab.getByText(words).first().waitFor()
    await second.tab.getByText(OLD).waitFor()
    await first.context.close()
  })
})

test('within a visit a page is there at once the second time, marked with its time, and nothing moves when it is confirmed', async () => {
  let held: (() => void) | null = null
  let etag: string | undefined
  const opened = await harness.open({ answers })
  await opened.page.route(`**${PROJECT}`, async (route) => {
    etag = route.request().headers()['if-none-match']
    if (etag !== undefined) await new Promise<void>((go) => (held = go))
    return etag === undefined
      ? route.fulfill({ status: 200, headers: { 'content-type': 'application/json', etag: '"p1"' }, body: JSON.stringify(project) })
      : route.fulfill({ status: 304, body: '' })
  })
  const { tab, context } = opened
  const title = tab.getByRole('heading', { level: 1, name: 'Elektroniske skjema, fullintegrert' })
  const toProject = () => tab.locator('html').evaluate(() => window.location.assign('#/project/elektroniske-skjema'))
  await toProject()
  await title.waitFor()
  await tab.getByRole('link', { name: 'Oversikt', exact: true }).first().click()
  await tab.getByRole('treegrid').waitFor()
  await toProject()
  await title.waitFor()
  await tab.getByText(/^Oppdatert .*kl\. \d\d:\d\d$/).waitFor()
  const before = await title.boundingBox()
  await expect.poll(() => held).not.toBeNull()
  expect(etag).toBe('"p1"')
  ;(held as (() => void) | null)?.()
  await expect.poll(() => tab.getByText(/^Oppdatert .*kl\./).count()).toBe(0)
  expect(await title.boundingBox()).toEqual(before)
  await context.close()
})

test('a page that is looked at is read again, but not while somebody writes on it', async () => {
  let read = 0
  const answer = () => {
    read += 1
    return { body: { ...tasks, firstName: `Kari ${read}` } }
  }
  const counted = { ...answers, 'GET /api/tasks': answer }
  const { tab, context } = await harness.open({ answers: counted, hash: '#/tasks' })
  const comeBack = () => tab.locator('html').evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))
  await tab.getByRole('heading', { level: 1, name: /Kari 1\./ }).waitFor()
  await comeBack()
  await tab.getByRole('heading', { level: 1, name: /Kari 2\./ }).waitFor()
  await tab.locator('input[name=value]').first().focus()
  await comeBack()
  await tab.locator('input[name=value]').first().blur()
  await comeBack()
  await tab.getByRole('heading', { level: 1, name: /Kari 3\./ }).waitFor()
  expect(read).toBe(3)
  await context.close()
})

test('after something is saved, what was read before it is not shown as if it still stood', async () => {
  let reads = 0
  const answer = () => {
    reads += 1
    return { body: { ...project, title: `Lesning ${reads}` } }
  }
  const saved = {
    ...answers,
    [`GET ${PROJECT}`]: answer,
    'POST /api/obligations/measurement%3Apapirskjema%3A2026-04-30/not-relevant/answer': { body: { task: null, version: 'v2' } },
  }
  const { tab, context } = await harness.open({ answers: saved, hash: '#/project/elektroniske-skjema' })
  const go = (hash: string) => tab.locator('html').evaluate((_html, to) => window.location.assign(to), hash)
  const titles = () =>
    tab.locator('html').evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => seen.push(document.querySelector('h1')?.textContent ?? '')).observe(document.body, {
        ...{ childList: true, subtree: true, characterData: true },
      })
    })
  await tab.getByRole('heading', { level: 1, name: 'Lesning 1' }).waitFor()
  await go('#/tasks')
  await tab.getByRole('button', { name: /^Godkjenn: Antall papirskjema/ }).click()
  await expect.poll(() => tab.locator('#main').innerText()).not.toContain('Lagrer')
  await titles()
  await go('#/project/elektroniske-skjema')
  await tab.getByRole('heading', { level: 1, name: 'Lesning 2' }).waitFor()
  expect(await tab.locator('html').evaluate(() => (window as unknown as { seen: string[] }).seen)).not.toContain('Lesning 1')
  await context.close()
})

test('what the server no longer shows this person is gone from the machine too', async () => {
  const [, words] = PAGES.prosjekt ?? []
  const hash = '#/project/elektroniske-skjema'
  const first = await harness.open({ answers, hash })
  await first.tab
    .getByText(words ?? '')
    .first()
    .waitFor()
  await first.page.waitForTimeout(150)
  await first.page.close()
  const gone = { ...answers, [`GET ${PROJECT}`]: refused(404, 'unknownProject', 'Vi finner ikke prosjektet.') }
  const second = await harness.open({ answers: gone, hash, context: first.context })
  await second.tab.getByText('Vi finner ikke prosjektet.').waitFor()
  await second.page.waitForTimeout(150)
  await second.page.close()
  const third = await harness.open({ answers: cut, hash, context: first.context })
  await third.tab.getByRole('button', { name: 'Prøv igjen' }).waitFor()
  expect(await third.tab.getByText(words ?? '').count()).toBe(0)
  await first.context.close()
})

test('no restricted project is left behind, and nothing at all for another person', async () => {
  const [one] = roadmap.projects
  const secret = { ...one, key: 'hemmelig', title: 'Hemmelig prosjekt', restricted: true }
  const restricted = {
    ...answers,
    'GET /api/roadmap': { body: { ...roadmap, projects: [...roadmap.projects, secret] } },
    [`GET ${PROJECT}`]: { body: { ...project, restricted: true } },
  }
  const first = await harness.open({ answers: restricted, hash: '#/roadmap' })
  await first.tab.getByText('Hemmelig prosjekt').first().waitFor()
  await first.tab.locator('html').evaluate(() => window.location.assign('#/project/elektroniske-skjema'))
  await first.tab.getByText('Saksbehandlingstid').first().waitFor()
  await first.page.waitForTimeout(800)
  const lying = () => first.tab.locator('html').evaluate(everythingKept)
  const kept = await lying()
  expect(kept).toContain('/api/roadmap')
  expect(kept).toContain('Nytt intranett')
  expect(kept).not.toContain('Hemmelig')
  expect(kept).not.toContain(PROJECT)
  await first.page.close()
  const other = await harness.open({ answers: cut, hash: '#/roadmap', context: first.context, person: 'ola' })
  await other.tab.getByRole('button', { name: 'Prøv igjen' }).waitFor()
  await expect.poll(() => other.tab.locator('html').evaluate(everythingKept)).toBe('[]')
  await first.context.close()
})

/** All that lies in the browser's store of ours, as text; runs in the tab. */
async function everythingKept(): Promise<string> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const asked = indexedDB.open('prosjektpuls')
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
  const all: unknown[] = []
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name)
    const [keys, values] = await Promise.all(
      [store.getAllKeys(), store.getAll()].map(
        (asked) => new Promise<unknown[]>((done) => (asked.onsuccess = () => done(asked.result as unknown[]))),
      ),
    )
    all.push(...(keys ?? []), ...(values ?? []))
  }
  database.close()
  return JSON.stringify(all)
}
