import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedWorld, openWorld } from './opened-world.fixture.ts'
import type { LocalWorld } from './world.ts'

/** The lists as a site owner meets them beside the product: edited by hand, watched, and disturbed. */
describe('the lists on the page', () => {
  let opened: OpenedWorld
  let world: LocalWorld
  let page: Page

  beforeAll(async () => {
    opened = await openWorld()
    ;({ world, page } = opened)
  }, 120_000)
  afterAll(() => opened?.close())

  /** Colours are looked at when they have come to rest: a button that has just woken is grey for a moment. */
  const atRest = () =>
    page.locator('.lists').evaluate(async (lists) => {
      await Promise.allSettled(
        lists.getAnimations({ subtree: true }).map((animation: { finished: Promise<unknown> }) => animation.finished),
      )
    })
  const violations = async (): Promise<string[]> => {
    await atRest()
    return opened.violations('.lists')
  }
  const said = () => page.locator('.rows-said')
  const picture = async (name: string): Promise<void> => {
    const folder = process.env.PULS_PICTURES
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  it('are opened from the trial panel', async () => {
    await page.getByRole('button', { name: 'Åpne listene i SharePoint' }).click()
    await page.getByRole('heading', { name: 'Lister i SharePoint' }).waitFor()
    await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
    await picture('lists-rows')
    expect(await violations()).toEqual([])
  })

  it('take a change in its place, and the product sees it at its next refresh', async () => {
    await page.getByRole('button', { name: /^Title, rad 1:/ }).click()
    const field = page.getByRole('textbox', { name: 'Title, rad 1' })
    await field.fill('Skrevet for hånd')
    await field.press('Enter')
    await said().filter({ hasText: 'Rad 1 er lagret.' }).waitFor()
    await page.getByRole('button', { name: 'Title, rad 1: Skrevet for hånd' }).waitFor()
    await world.lists.store.refresh()
    const titles = [...opened.tables().projects.values()].map((project) => project.title)
    expect(titles).toContain('Skrevet for hånd')
  })

  it('leave the cell as it was when it is taken back, and say why a value was not taken', async () => {
    await page.getByRole('button', { name: /^Title, rad 1:/ }).click()
    await page.getByRole('textbox', { name: 'Title, rad 1' }).fill('Noe annet')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Title, rad 1: Skrevet for hånd' }).waitFor()
    await page.getByRole('button', { name: /^Nøkkel, rad 2:/ }).click()
    const key = world.lists.server.store.listItems('Prosjekter')[0]?.fields.key
    await page.getByRole('textbox', { name: 'Nøkkel, rad 2' }).fill(String(key))
    await page.keyboard.press('Enter')
    await said().filter({ hasText: 'SharePoint tok ikke imot: One or more fields with unique constraints' }).waitFor()
  })

  it('get a row and lose it again', async () => {
    const count = world.lists.server.store.listItems('Prosjekter').length
    await page.getByRole('button', { name: 'Legg til rad' }).click()
    await said().filter({ hasText: 'En tom rad står nederst' }).waitFor()
    const id = world.lists.server.store.listItems('Prosjekter').at(-1)?.id
    await page.getByRole('button', { name: `Slett rad ${id}` }).click()
    await page.getByRole('button', { name: `Slett rad ${id}, den kommer ikke tilbake` }).click()
    await said()
      .filter({ hasText: `Rad ${id} er slettet.` })
      .waitFor()
    expect(world.lists.server.store.listItems('Prosjekter')).toHaveLength(count)
  })

  it('show what they were asked and what it cost', async () => {
    await page.getByRole('button', { name: 'Forespørsler' }).click()
    await page.getByText('Eier av området').first().waitFor()
    await picture('lists-requests')
    expect(await violations()).toEqual([])
  })

  it('are disturbed by a switch, and mended again', async () => {
    await page.getByRole('button', { name: 'Feil å prøve' }).click()
    await page.getByLabel('Utilgjengelig (503)').click()
    await expect.poll(() => world.lists.server.faults()).toEqual([{ status: { code: 503 } }])
    await page.getByRole('button', { name: 'Slå av alle', disabled: false }).waitFor()
    await picture('lists-faults')
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Slå av alle' }).click()
    await expect.poll(() => world.lists.server.faults()).toEqual([])
  })

  it('are readable in every theme, and on a narrow page', async () => {
    await page.getByRole('button', { name: 'Rader', exact: true }).click()
    for (const theme of ['dark', 'contrast']) {
      await page.getByLabel('Utseende').selectOption(theme)
      await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
      expect(await violations()).toEqual([])
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await page.getByRole('button', { name: /^Title, rad 1:/ }).waitFor()
    await picture('lists-narrow')
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await violations()).toEqual([])
  })
})
