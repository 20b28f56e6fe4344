import type { Frame, Page } from 'playwright-core'
import type { Opened } from '../harness.ts'
import { focusStep, tabStops } from './focus.ts'
import { installTools } from './tools.ts'

/** The tab's own document, once nothing in it has changed for a moment, with the probes' tools in it. */
export async function settled({ page }: Opened): Promise<Frame> {
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
export async function walk(page: Page, frame: Frame): Promise<string[]> {
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
  if (await frame.locator('[aria-modal=true]').first().isVisible()) {
    await page.keyboard.press('Escape')
    const closed = frame.locator('[aria-modal=true]').waitFor({ state: 'hidden', timeout: 5000 })
    faults.push(
      ...(await closed.then(
        () => [],
        () => ['a dialog that Escape does not close'],
      )),
    )
    return [...faults, ...stops.filter((_stop, at) => !reached.has(at)).map((stop) => `never reached: ${stop}`)]
  }
  const kept = await frame.evaluate(() => window.puls.stops.map((stop) => stop.isConnected))
  return [...faults, ...stops.filter((_stop, at) => kept[at] && !reached.has(at)).map((stop) => `never reached: ${stop}`)]
}

/** Pressing down does nothing, nor does letting go somewhere else (WCAG 2.5.2), on one of each kind of what is pressed. */
export async function pressDown({ page, asked }: Opened, frame: Frame): Promise<string[]> {
  const spots = await frame.evaluate(() => {
    window.scrollTo(0, 0)
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
export async function nameless(page: Page): Promise<string[]> {
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

/** Choosing in a field by keys leaves focus there, opens nothing, and leads nowhere (WCAG 3.2.2). */
export async function chooseByKeys(page: Page, frame: Frame): Promise<string[]> {
  const fields = await frame.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('main :is(select, input[type=radio], input[type=checkbox]):not(:disabled)')]
    window.puls.stops = all
    return all.map(window.puls.describe)
  })
  const faults: string[] = []
  for (const [at, what] of fields.entries()) {
    const before = await frame.evaluate((index) => {
      const field = window.puls.stops[index]
      if (field instanceof HTMLElement && field.isConnected) field.focus()
      return document.activeElement === field ? window.location.hash.split('?')[0] : null
    }, at)
    if (before === null) continue
    await page.keyboard.press(what.startsWith('select') ? 'ArrowDown' : 'Space')
    const after = await frame.evaluate((index) => {
      const field = window.puls.stops[index]
      const opened = [...document.querySelectorAll('[role=dialog]')].some((one) => one.checkVisibility())
      const elsewhere = field?.isConnected && document.activeElement !== field
      return opened ? 'opens a dialog' : elsewhere ? 'moves focus' : window.location.hash.split('?')[0]
    }, at)
    if (after !== before) faults.push(`${what}: ${after}`)
  }
  return faults
}
