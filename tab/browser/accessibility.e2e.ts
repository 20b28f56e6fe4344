import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { startHarness } from './harness.ts'
import { chosenByColour, weakSigns } from './probes/colours.ts'
import { chooseByKeys, nameless, pressDown, settled, walk } from './probes/drive.ts'
import { focusStep, keysOfOneLetter, weakFocus } from './probes/focus.ts'
import {
  movements,
  onlyForPointer,
  otherHeader,
  outOfOrder,
  toldByPlace,
  unclearLinks,
  unexplained,
  unwantedKinds,
} from './probes/reading.ts'
import { unreadableText } from './probes/text.ts'
import { openScreen, SCREENS } from './screens.ts'

let harness: Awaited<ReturnType<typeof startHarness>>
beforeAll(async () => {
  harness = await startHarness({ executablePath: findBrowser(), args: BROWSER_ARGS })
})
afterAll(() => harness?.close())

/** What a screen reader is told of the main screens, word for word: written anew with `vitest run -u` after reading the difference. */
const TOLD = ['oversikt', 'prosjekt', 'mine oppgaver', 'veikart', 'gevinster', 'beslutning']
/** WCAG 1.4.12: a person's own spacing of text. */
const SPACING = `.puls-root, .puls-root * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  .puls-root p { margin-bottom: 2em !important }`
/** 1280 px less Teams' own rail, at 200 %. */
const AT_200_PERCENT = { width: 572, height: 450 }

describe('every screen can be used by keys, read with other spacing, size and colours, and says what it is', () => {
  for (const [name, screen] of Object.entries(SCREENS)) {
    test(name, async () => {
      const opened = await openScreen(harness, screen)
      const { page, tab, tell } = opened
      let frame = await settled(opened)
      const told = TOLD.includes(name) ? await tab.locator(name === 'oversikt' ? 'body' : 'main').ariaSnapshot() : null
      const faults: Record<string, string[]> = {
        order: await frame.evaluate(outOfOrder),
        'only for pointer': await frame.evaluate(onlyForPointer),
        unexplained: await frame.evaluate(unexplained),
        nameless: await nameless(page),
        links: await frame.evaluate(unclearLinks),
        text: await frame.evaluate(unreadableText),
        movement: await frame.evaluate(movements),
        chosen: await frame.evaluate(chosenByColour),
        place: await frame.evaluate(toldByPlace),
        header: screen.silent || screen.search ? [] : await frame.evaluate(otherHeader),
      }
      if (await tab.getByRole('menu').isVisible()) await page.keyboard.press('Escape')
      faults.tab = await walk(page, frame)
      faults['pointer down'] = await pressDown(opened, frame)
      faults.letters = await frame.evaluate(keysOfOneLetter)
      // The browser draws rings for one who uses keys, and the last that was used is the mouse.
      await page.keyboard.press('Tab')
      for (const theme of screen.silent ? ['light'] : ['light', 'dark', 'contrast', 'forced']) {
        if (theme === 'forced') await page.emulateMedia({ forcedColors: 'active' })
        else if (theme !== 'light') {
          await tell('themeChange', [theme])
          await tab.locator(`[data-theme="${theme}"]`).waitFor()
        }
        faults[`signs, ${theme}`] = await frame.evaluate(weakSigns)
        faults[`focus, ${theme}`] = await frame.evaluate(weakFocus)
      }
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' })
      faults.kinds = await frame.evaluate(unwantedKinds)
      const spacing = await frame.addStyleTag({ content: SPACING })
      faults.spacing = await frame.evaluate(unreadableText)
      await spacing.evaluate((style) => (style as Element).remove())
      await page.setViewportSize(AT_200_PERCENT)
      frame = await settled(opened)
      faults['200 %'] = await frame.evaluate(unreadableText)
      faults.choosing = await chooseByKeys(page, frame)
      await opened.context.close()
      const found = Object.entries(faults).flatMap(([kind, all]) => all.map((one) => `${kind}: ${one}`))
      expect(found, found.join('\n')).toEqual([])
      if (told !== null) await expect(`${told}\n`).toMatchFileSnapshot(`./__snapshots__/${name.replaceAll(' ', '-')}.aria.yml`)
    })
  }
})

test('the row that has focus is never under the column names, however small the window', async () => {
  for (const [hash, first] of [
    ['#/', 'Trenger handling'],
    ['#/roadmap', 'Innbyggeren som ressurs'],
    ['#/benefits', ''],
  ] as const) {
    const opened = await openScreen(harness, { hash, height: 420 })
    await opened.tab.getByRole('treegrid').waitFor()
    const frame = await settled(opened)
    await opened.tab
      .getByRole('row', { name: new RegExp(`^${first}`) })
      .and(opened.tab.locator('[data-id]'))
      .first()
      .focus()
    for (const key of [...Array(12).fill('ArrowDown'), 'End', ...Array(12).fill('ArrowUp'), 'Home']) {
      await opened.page.keyboard.press(key)
      await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      const { covered, what } = await frame.evaluate(focusStep)
      expect(covered, `${hash} ${key} ${what}`).toBe(null)
    }
    await opened.context.close()
  }
})

test('a dialog keeps Tab within itself, shows what has focus, and Escape closes it', async () => {
  const opened = await openScreen(harness, {
    ...SCREENS.beslutning,
    client: 'ios',
    width: 400,
    act: async (tab) => {
      await tab.getByRole('button', { name: 'Del lenke' }).click()
      await tab.getByRole('dialog').waitFor()
    },
  })
  expect(await walk(opened.page, await settled(opened))).toEqual([])
  expect(await opened.tab.getByRole('dialog').count()).toBe(0)
  await opened.context.close()
})

test('what the chart says of a point can be pointed at, and Escape takes it away', async () => {
  const { page, tab, context } = await openScreen(harness, { hash: '#/project/elektroniske-skjema' })
  const chart = tab.getByRole('application').first()
  await tab.locator('h1').click()
  const box = await chart.boundingBox()
  if (!box) throw new Error('no chart')
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  const tip = chart.locator('span')
  await tip.waitFor()
  const said = await tip.textContent()
  const place = await tip.boundingBox()
  if (!place) throw new Error('no tip')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 1)
  const below = await tip.textContent()
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 4 })
  expect([said, below]).toContain(await tip.textContent())
  await page.keyboard.press('Escape')
  await expect.poll(() => tip.count()).toBe(0)
  await context.close()
})

test('the menu is the same everywhere, with help in it, and each language is named in itself and marked so', async () => {
  for (const hash of ['#/', '#/tasks', '#/project/elektroniske-skjema']) {
    const { tab, context } = await openScreen(harness, { hash })
    await tab.getByRole('button', { name: 'Flere valg', exact: true }).click()
    const items = tab.getByRole('menuitemradio')
    await items.first().waitFor()
    expect(await items.evaluateAll((all) => all.map((one) => `${(one as HTMLElement).lang} ${one.textContent}`))).toEqual([
      'nb Bokmål',
      'nn Nynorsk',
      'en English',
    ])
    expect(await tab.getByRole('menuitem').first().textContent()).toBe('Ta en rundtur')
    await context.close()
  }
})

test('each probe sees a breach of what it is there for', async () => {
  const opened = await openScreen(harness, { hash: '#/project/borte' })
  const { page } = opened
  const frame = await settled(opened)
  const breach = (html: string) =>
    frame.evaluate((given) => {
      document.getElementById('breach')?.remove()
      const made = document.createElement('div')
      made.id = 'breach'
      made.innerHTML = given
      document.querySelector('main')?.prepend(made)
    }, html)
  const button = '<button style="width:90px;height:30px">Prøv</button>'
  const BREACHES: [html: string, probe: () => Promise<string[]>][] = [
    ['<div style="display:flex;flex-direction:row-reverse"><p>en</p><p>to</p></div>', () => frame.evaluate(outOfOrder)],
    ['<div style="cursor:pointer">trykk</div>', () => frame.evaluate(onlyForPointer)],
    ['<input aria-label="Tall" aria-invalid="true">', () => frame.evaluate(unexplained)],
    ['<button></button>', () => nameless(page)],
    ['<p><a href="#/a">Vis</a> <a href="#/b">Vis</a></p>', () => frame.evaluate(unclearLinks)],
    ['<div style="width:40px;overflow:hidden;white-space:nowrap">Et langt navn</div>', () => frame.evaluate(unreadableText)],
    ['<p>under</p><p style="margin-top:-20px">over</p>', () => frame.evaluate(unreadableText)],
    ['<style>#main{transition:opacity 1s!important}</style>', () => frame.evaluate(movements)],
    ['<ul><li aria-current="true" style="color:red">en</li><li>to</li></ul>', () => frame.evaluate(chosenByColour)],
    ['<p>Trykk på den røde knappen til høyre</p>', () => frame.evaluate(toldByPlace)],
    ['<style>header nav li:first-child{display:none}</style>', () => frame.evaluate(otherHeader)],
    ['<svg width="9" height="9"><circle r="4" fill="#eee"/></svg>', () => frame.evaluate(weakSigns)],
    ['<input aria-label="Tall" style="border:1px solid #eee;outline:0">', () => frame.evaluate(weakSigns)],
    ['<style>@media (orientation: portrait){main{display:none}}</style>', () => frame.evaluate(unwantedKinds)],
    ['<img alt="Overskrift">', () => frame.evaluate(unwantedKinds)],
    [`<style>#breach :focus-visible{outline:0!important}</style>${button}`, () => walk(page, frame).then(() => frame.evaluate(weakFocus))],
    [
      `<div style="position:relative">${button}<p style="position:absolute;inset:0;background:#fff">skjuler</p></div>`,
      () => walk(page, frame),
    ],
    [`${button}<a href="#/" tabindex="5">Først</a>`, () => walk(page, frame)],
    ['<input aria-label="Felt" onfocus="location.hash=\'#/project/borte?a\'">', () => walk(page, frame)],
    [
      button.replace('<button', '<button class="proof" aria-pressed="false" onpointerdown="this.ariaPressed=true"'),
      () => pressDown(opened, frame),
    ],
    ['<select aria-label="Valg" onchange="location.hash=\'#/roadmap\'"><option>a<option>b</select>', () => chooseByKeys(page, frame)],
  ]
  const unseen: string[] = []
  for (const [html, probe] of BREACHES) {
    await breach('')
    const before = await probe()
    await breach(html)
    const found = await probe()
    if (found.every((fault) => before.includes(fault))) unseen.push(html)
  }
  expect(unseen).toEqual([])
  await opened.context.close()
})
