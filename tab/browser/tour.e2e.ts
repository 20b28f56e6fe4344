import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { ordinary } from './answers.ts'
import { startHarness } from './harness.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())

test.each([1280, 400])('the tour is offered once, walks around the overview by keyboard, and can be left (%i px)', async (width) => {
  const first = await harness.open({ answers: ordinary(), width })
  const { page, tab, context } = first
  await tab.getByRole('link', { name: 'Ta en rundtur' }).click()
  const titles = [
    'Først en setning',
    'Så fire tall',
    'Det som trenger noe, står øverst',
    'Mine oppgaver',
    'Eller svar i chatten',
    'Resten er i menyen',
  ]
  for (const [at, title] of titles.entries()) {
    await tab
      .getByRole('group', { name: title })
      .or(tab.getByRole('dialog', { name: title }))
      .waitFor()
    expect(await tab.locator('[data-toured]').count()).toBe(1)
    if (at === 1) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    await tab.getByRole('button', { name: at === titles.length - 1 ? 'Ferdig' : 'Neste' }).press('Enter')
  }
  await expect.poll(() => tab.locator('[data-toured]').count()).toBe(0)
  await expect.poll(() => tab.locator('[aria-live]').last().textContent()).toContain('Rundturen er over')
  await page.close()

  const again = await harness.open({ answers: ordinary(), width, context })
  await again.tab.getByText('Min side for innbyggere').first().waitFor()
  expect(await again.tab.getByRole('link', { name: 'Ta en rundtur' }).count()).toBe(0)
  await again.tab.getByRole('button', { name: 'Flere valg' }).click()
  await again.tab.getByRole('menuitem', { name: 'Ta en rundtur' }).click()
  await again.tab.getByText('Først en setning').waitFor()
  await again.page.keyboard.press('Escape')
  await expect.poll(() => again.tab.getByText('Først en setning').count()).toBe(0)
  await context.close()
})
