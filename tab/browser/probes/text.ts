/** Runs in the page: text that is cut without its whole standing as a tip, and text that stands upon other text. */
export function unreadableText(): string[] {
  const { describe, isShown } = window.puls
  const styles = new Map<Element, { overflowX: string; overflowY: string; position: string; zIndex: string; frame: DOMRect }>()
  const faults = new Set<string>()
  const texts: { owner: Element; layer: Element | null; boxes: DOMRect[] }[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement
    if (!owner || !node.textContent?.trim() || owner.closest('script, style, select, svg, [data-tabster-dummy]') || !isShown(owner))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1)
    const fates = boxes.map((box) => fateOf(owner, box))
    if (fates.includes('cut') && !owner.closest('[title]') && !owner.querySelector('[title]')) faults.add(`cut: ${describe(owner)}`)
    texts.push({ owner, layer: layerOf(owner), boxes: boxes.filter((_box, i) => fates[i] === 'shown') })
  }
  for (const [i, one] of texts.entries())
    for (const other of texts.slice(i + 1)) {
      if (one.layer !== other.layer || one.owner.contains(other.owner) || other.owner.contains(one.owner)) continue
      if (one.boxes.some((a) => other.boxes.some((b) => meets(a, b))))
        faults.add(`upon each other: ${describe(one.owner)}, ${describe(other.owner)}`)
    }
  return [...faults]

  function known(element: Element) {
    const found = styles.get(element)
    if (found) return found
    const { overflowX, overflowY, position, zIndex } = getComputedStyle(element)
    const made = { overflowX, overflowY, position, zIndex, frame: element.getBoundingClientRect() }
    styles.set(element, made)
    return made
  }
  /** Cut by what holds it, or out of sight until somebody scrolls. */
  function fateOf(owner: Element, box: DOMRect): 'shown' | 'cut' | 'scrolled' {
    // «Gå til innholdet» waits above the page until it has focus.
    if (box.bottom + window.scrollY <= 0) return 'scrolled'
    for (let one: Element | null = owner; one !== null && one !== document.documentElement; one = one.parentElement) {
      const { overflowX, overflowY, frame } = known(one)
      const across = box.right > frame.right + 1.5 || box.left < frame.left - 1.5
      const down = box.bottom > frame.bottom + 3 || box.top < frame.top - 3
      const by = [across ? overflowX : '', down ? overflowY : '']
      if (by.includes('auto') || by.includes('scroll')) return 'scrolled'
      if (by.includes('hidden') || by.includes('clip')) return 'cut'
    }
    return 'shown'
  }
  /** What stands above the page by intent, as a menu or column names that stay in sight. */
  function layerOf(owner: Element): Element | null {
    for (let one: Element | null = owner; one !== null; one = one.parentElement) {
      const { position, zIndex } = known(one)
      if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && zIndex !== 'auto')) return one
    }
    return null
  }
  /** Boxes of lines are taller than letters. */
  function meets(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    return across > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * 0.4
  }
}
