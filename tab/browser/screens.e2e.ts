import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { ordinary } from './answers.ts'
import { startHarness } from './harness.ts'
import { openScreen, SCREENS } from './screens.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())

/** Rules whose answer depends on the theme; the others read the same structure whatever its colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

async function faultsOn(page: Page, rules: string[] | null): Promise<string[]> {
  // Tabster's own focus dummies are a known false positive.
  const axe = new AxeBuilder({ page }).exclude(['iframe', '[data-tabster-dummy]'])
  // WCAG 2.2's size of what is pressed (24 × 24 px, or space around it) is off in axe unless asked for.
  const { violations } = await (rules === null
    ? axe.options({ rules: { 'target-size': { enabled: true } } })
    : axe.withRules(rules)
  ).analyze()
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)
}

describe('every screen has no accessibility faults in any theme, follows Teams from one to the next, and fits 320 px', () => {
  for (const [name, screen] of Object.entries(SCREENS)) {
    test(name, async () => {
      const { page, tab, context, tell } = await openScreen(harness, screen)
      expect(await faultsOn(page, null)).toEqual([])
      // Outside Teams nobody says which theme it is.
      for (const theme of screen.silent ? [] : ['dark', 'contrast']) {
        await tell('themeChange', [theme])
        await tab.locator(`[data-theme="${theme}"]`).waitFor()
        expect(await faultsOn(page, COLOUR_RULES), theme).toEqual([])
      }
      // 320 px is what 1280 px becomes at 400 % zoom.
      await page.setViewportSize({ width: 320, height: 640 })
      await expect.poll(() => tab.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
      await context.close()
    })
  }
})

describe('languages', () => {
  test('nynorsk and English are whole on the portfolio, the project and the tasks', async () => {
    for (const language of ['nn', 'en'] as const) {
      for (const hash of ['#/', '#/roadmap', '#/benefits', '#/project/elektroniske-skjema', '#/tasks']) {
        const me = { ...(ordinary()['GET /api/me'] as { body: object }).body, language }
        const { tab, context } = await openScreen(harness, { hash, answers: ordinary({}, me) })
        await tab.locator('h1').first().waitFor()
        const text = await tab.locator('body').innerText()
        expect(await tab.locator('html').getAttribute('lang')).toBe(language === 'nn' ? 'nn-NO' : 'en-GB')
        expect(text, `${language} ${hash}`).not.toMatch(/\b(ikke|forfalt|målinger|prosjekter|gevinster)\b/)
        if (language === 'en') expect(text, hash).not.toMatch(/\b(siden|uendret|frist|målt)\b/i)
        await context.close()
      }
    }
  })
})
