import { readFile, writeFile } from 'node:fs/promises'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { decision } from '../fixtures/decision.ts'
import { detailsWith } from '../fixtures/details.ts'
import { ordinary } from './answers.ts'
import { type Opened, startHarness } from './harness.ts'
import { compareLooks, gridOf, type LookGrid } from './look-grid.ts'

/** What the screens looked like when somebody last looked at them; written anew with PULS_LOOKS=write. */
const STORED = new URL('./__snapshots__/looks.json', import.meta.url)
const WRITES = process.env.PULS_LOOKS === 'write'
const THEMES = ['default', 'dark', 'contrast'] as const
/** Letters may be drawn a little otherwise; a block that is gone, or another theme, is far more than this share of the cells. */
const MOST = 0.02
/** On a machine with other fonts lines break elsewhere, and only the whole can be told: the theme and the frame. */
const MOST_OTHER_FONTS = 0.35

const SCREENS: Record<string, { hash: string; ready: (tab: FrameLocator) => Promise<void> }> = {
  oversikt: { hash: '#/', ready: (tab) => tab.getByRole('button', { name: 'Kolonner' }).waitFor() },
  prosjekt: {
    hash: '#/project/elektroniske-skjema',
    ready: (tab) => tab.getByRole('application').first().waitFor(),
  },
  'mine oppgaver': { hash: '#/tasks', ready: (tab) => tab.getByRole('heading', { name: 'Egne varsler' }).waitFor() },
  veikart: { hash: '#/roadmap', ready: (tab) => tab.getByRole('row', { name: /Nytt intranett/ }).waitFor() },
  gevinster: { hash: '#/benefits', ready: (tab) => tab.getByRole('table', { name: 'Kroner, prisår 2026' }).waitFor() },
  beslutning: {
    hash: '#/project/elektroniske-skjema/decision',
    ready: (tab) => tab.getByRole('radio', { name: /Gå videre/ }).waitFor(),
  },
}

interface Looks {
  /** The width of a line of text where they were taken: tells one set of fonts from another. */
  font: number
  screens: Record<string, Record<string, LookGrid>>
}

let harness: Awaited<ReturnType<typeof startHarness>>
let scratch: Page
let stored: Looks
let most = MOST
const taken: Looks = { font: 0, screens: {} }

beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
  scratch = await harness.browser.newPage()
  stored = JSON.parse(await readFile(STORED, 'utf8').catch(() => '{"font":0,"screens":{}}'))
})
afterAll(async () => {
  await harness?.close()
  if (WRITES) await writeFile(STORED, `${JSON.stringify(taken, null, 1)}\n`)
})

const open = async (name: string): Promise<Opened> => {
  const screen = SCREENS[name]
  if (!screen) throw new Error(`no screen ${name}`)
  const answers = ordinary({
    'GET /api/projects/elektroniske-skjema/decision': { body: decision },
    'GET /api/portfolio/details': { body: detailsWith() },
  })
  const opened = await harness.open({ answers, hash: screen.hash, width: 1280, height: 800 })
  await opened.tab.locator('h1').first().waitFor({ state: 'attached' })
  await screen.ready(opened.tab)
  // The heading has focus after a page change; a ring is no part of the look.
  await opened.tab.locator('html').evaluate((html) => (html.ownerDocument.activeElement as HTMLElement | null)?.blur())
  return opened
}
const wear = async ({ tab, tell }: Opened, theme: string) => {
  await tell('themeChange', [theme])
  await tab.locator(`[data-theme="${theme === 'default' ? 'light' : theme}"]`).waitFor()
}
const look = async ({ page }: Opened, name: string): Promise<LookGrid> => {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  if (process.env.PULS_LOOKS_FOLDER) await writeFile(`${process.env.PULS_LOOKS_FOLDER}/${name}.png`, png)
  return gridOf(png, scratch)
}
const fontOf = ({ tab }: Opened): Promise<number> =>
  tab.locator('h1').evaluate((heading) => {
    const paper = heading.ownerDocument.createElement('canvas').getContext('2d')
    if (paper === null) return 0
    paper.font = `100px ${getComputedStyle(heading).fontFamily}`
    return Math.round(paper.measureText('Saksbehandlingstid for april, 1 234,5').width)
  })

describe('the main screens look as they did when somebody last looked', () => {
  for (const name of Object.keys(SCREENS)) {
    test(`${name} in three themes`, async () => {
      const opened = await open(name)
      taken.font = await fontOf(opened)
      most = taken.font === stored.font ? MOST : MOST_OTHER_FONTS
      const grids: Record<string, LookGrid> = {}
      taken.screens[name] = grids
      for (const theme of THEMES) {
        await wear(opened, theme)
        grids[theme] = await look(opened, `${name}-${theme}`)
        if (WRITES) continue
        const { share, map } = compareLooks(stored.screens[name]?.[theme] ?? [], grids[theme])
        expect(share, `${name}, ${theme}: these cells have another look\n${map}\n`).toBeLessThanOrEqual(most)
      }
      await opened.context.close()
    })
  }

  test('a block that is gone, and another theme, are seen', async () => {
    const opened = await open('oversikt')
    const whole = await look(opened, 'whole')
    expect(compareLooks(whole, await look(opened, 'again')).share).toBe(0)
    await opened.tab.locator('[data-tour=numbers]').evaluate((numbers) => {
      numbers.style.visibility = 'hidden'
    })
    expect(compareLooks(whole, await look(opened, 'hidden')).share).toBeGreaterThan(MOST)
    await wear(opened, 'dark')
    expect(compareLooks(whole, await look(opened, 'other')).share).toBeGreaterThan(MOST_OTHER_FONTS)
    await opened.context.close()
  })
})
