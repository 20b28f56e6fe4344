import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../../infra/browser.ts'
import { type Opened, startHarness } from './harness.ts'
import { chosenByColour, weakSigns } from './probes/colours.ts'
import { focusStep, tabStops, weakFocus } from './probes/focus.ts'
import { movements, onlyForPointer, outOfOrder, unclearLinks, unexplained, unwantedKinds } from './probes/reading.ts'
import { unreadableText } from './probes/text.ts'
import { installTools } from './probes/tools.ts'
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
/** WCAG 2.1.4: none of these does anything where nobody writes. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789?/.,-+'

/** The tab's own document, once nothing in it has changed for a moment, with the probes' tools in it. */
async function settled({ page }: Opened): Promise<Frame> {
  const frame = page.frames().find((one) => one.parentFrame() !== null)
  if (!frame) throw new Error('no tab in the host')
  await frame.evaluate(
    () =>
      new Promise<void>((done) => {
        let timer = setTimeout(done, 100)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, 100)
        }).observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
  )
  await frame.evaluate(installTools)
  return frame
}

/** Tab from the first to the last: what was never reached, came out of turn, was hidden, or changed the page by having focus. */
async function walk(page: Page, frame: Frame): Promise<string[]> {
  const stops = await frame.evaluate(tabStops)
  const faults: string[] = []
  const reached = new Set([0])
  let last = 0
  for (let presses = 1; ; presses += 1) {
    await page.keyboard.press('Tab')
    const step = await frame.evaluate(focusStep)
    if (step.at === null || step.at === 0) break
    // Rows are drawn as one comes near them, so that there may be more stops than there were.
    if (presses > stops.length + 60) return [...faults, `never leaves ${step.what}`]
    if (step.covered) faults.push(`hidden ${step.covered}: ${step.what}`)
    if (step.changes.length > 0) faults.push(`by focus alone on ${step.what}: ${step.changes}`)
    if (step.at > 0 && step.at < last) faults.push(`out of turn: ${step.what}`)
    last = Math.max(last, step.at)
    reached.add(step.at)
  }
  const kept = await frame.evaluate(() => window.puls.stops.map((stop) => stop.isConnected))
  return [...faults, ...stops.filter((_stop, at) => kept[at] && !reached.has(at)).map((stop) => `never reached: ${stop}`)]
}

/** Pressing down does nothing, nor does letting go somewhere else (WCAG 2.5.2), on one of each kind of what is pressed. */
async function pressDown({ page, asked }: Opened, frame: Frame): Promise<string[]> {
  const spots = await frame.evaluate(() => {
    const kinds = new Map<string, { x: number; y: number; what: string }>()
    for (const one of document.querySelectorAll('a[href], button, summary, [role=tab], [role=row][data-id], [role=button], label')) {
      const { left, top, width, height } = one.getBoundingClientRect()
      const [x, y] = [left + Math.min(width / 2, 40), top + height / 2]
      const hit = document.elementFromPoint(x, y)
      if (width > 0 && hit && one.contains(hit)) kinds.set(`${one.tagName} ${one.className}`, { x, y, what: window.puls.describe(one) })
    }
    window.puls.changes()
    return [...kinds.values()]
  })
  const faults: string[] = []
  for (const { x, y, what } of spots) {
    const before = asked.length
    await page.mouse.move(x, y)
    await page.mouse.down()
    const down = await frame.evaluate(() => window.puls.changes())
    await page.mouse.move(0, 0)
    await page.mouse.up()
    const up = await frame.evaluate(() => window.puls.changes())
    const sent = asked.slice(before).filter((request) => !request.startsWith('GET'))
    if (down.length + up.length + sent.length > 0) faults.push(`${what}: ${[...down, ...up, ...sent]}`)
  }
  return faults
}

/** What the browser tells assistive technology of everything that can be worked with, without a name. */
async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const frameId = frameTree.childFrames?.[0]?.frame.id
  const { nodes } = await session.send('Accessibility.getFullAXTree', frameId ? { frameId } : {})
  await session.detach()
  const WORKED =
    /^(link|button|checkbox|radio|textbox|searchbox|combobox|listbox|option|tab|tablist|row|treegrid|menu|menuitem|menuitemradio|switch|spinbutton|slider|application|dialog|navigation|image|img)$/
  const found = nodes.filter(({ ignored, role, name }) => !ignored && WORKED.test(String(role?.value)) && !String(name?.value ?? '').trim())
  // A table's own rows are told by their cells.
  return found.filter(({ role }) => role?.value !== 'row').map(({ role, nodeId }) => `${role?.value} ${nodeId}`)
}

describe('every screen can be used by keys, read with other spacing, size and colours, and says what it is', () => {
  for (const [name, screen] of Object.entries(SCREENS)) {
    test(name, async () => {
      const opened = await openScreen(harness, screen)
      const { page, tab, tell } = opened
      let frame = await settled(opened)
      if (TOLD.includes(name)) {
        const told = await tab.locator(name === 'oversikt' ? 'body' : 'main').ariaSnapshot()
        await expect(`${told}\n`).toMatchFileSnapshot(`./__snapshots__/${name.replaceAll(' ', '-')}.aria.yml`)
      }
      const faults: Record<string, string[]> = {
        order: await frame.evaluate(outOfOrder),
        'only for pointer': await frame.evaluate(onlyForPointer),
        unexplained: await frame.evaluate(unexplained),
        nameless: await nameless(page),
        links: await frame.evaluate(unclearLinks),
        text: await frame.evaluate(unreadableText),
        movement: await frame.evaluate(movements),
        chosen: await frame.evaluate(chosenByColour),
      }
      if (await tab.getByRole('menu').isVisible()) await page.keyboard.press('Escape')
      faults.tab = await walk(page, frame)
      faults['pointer down'] = await pressDown(opened, frame)
      await frame.evaluate(() => {
        document.getElementById('main')?.focus()
        window.puls.changes()
      })
      await page.keyboard.type(LETTERS)
      faults.letters = await frame.evaluate(() => window.puls.changes())
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
      await opened.context.close()
      const found = Object.entries(faults).flatMap(([kind, all]) => all.map((one) => `${kind}: ${one}`))
      expect(found, found.join('\n')).toEqual([])
    })
  }
})
