/** Runs in the page: what Tab should reach, in the order of the markup, and focus on the first of it. */
export function tabStops(): string[] {
  const { describe, isShown } = window.puls
  const groups = new Set<string>()
  const isStop = (element: HTMLElement): boolean => {
    if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[data-tabster-dummy], [inert]')) return false
    if (!(element instanceof HTMLInputElement)) return isShown(element)
    if (element.type !== 'radio') return element.checkVisibility({ visibilityProperty: true })
    // One of a group of radio buttons is reached: the chosen one, or else the first.
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(element.name)}"]`)]
    if (group.some((one) => one.checked)) return element.checked
    const first = !groups.has(element.name)
    groups.add(element.name)
    return first
  }
  // A dialog keeps focus within itself as long as it is open.
  const dialog = [...document.querySelectorAll('[aria-modal=true]')].findLast((one) => one.checkVisibility())
  const all = (dialog ?? document).querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')
  const stops = [...all].filter(isStop)
  window.puls.stops = stops
  stops[0]?.focus()
  window.puls.changes()
  return stops.map(describe)
}

/** Where focus is: its number among the stops, `null` outside the tab; what hides it; what has changed since the last step. */
export interface Step {
  at: number | null
  what: string
  covered: string | null
  changes: string[]
}

/** Runs in the page after each press of a key that moves focus. */
export function focusStep(): Step {
  const { stops, describe, changes } = window.puls
  const element = document.activeElement
  if (element === null || element === document.body || !document.hasFocus()) return { at: null, what: '', covered: null, changes: [] }
  return { at: stops.indexOf(element), what: describe(element), covered: covered(element), changes: changes() }

  function covered(focused: Element): string | null {
    // A field of 1 px is drawn by what stands around it.
    const drawn = focused.getBoundingClientRect().width > 1 ? focused : (focused.parentElement ?? focused)
    const box = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect()
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)]
    if (bottom <= top) return `outside the window (${Math.round(box.top)}–${Math.round(box.bottom)})`
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, window.innerWidth)]
    const points = [0.1, 0.5, 0.9].flatMap((across) =>
      [0.2, 0.5, 0.8].map((down): [number, number] => [left + (right - left) * across, top + (bottom - top) * down]),
    )
    const others = points
      .flatMap(([x, y]) => document.elementFromPoint(x, y) ?? [])
      .filter((hit) => !drawn.contains(hit) && !hit.contains(drawn))
    return others.length * 2 < points.length ? null : `under ${describe(others[0] as Element)}`
  }
}

/** Runs in the page, after a key has been pressed: which kinds of what can have focus show it by no line with 3:1 to what is behind. */
export function weakFocus(): string[] {
  const { stops, describe, colour, behind, contrast, isShown } = window.puls
  const COLOURS = /(?:rgba?|color)\([^)]*\)/g
  const NAMES = [
    ...(['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'borderBottomColor', 'borderBottomWidth'] as const),
    ...(['borderTopColor', 'borderTopWidth', 'transform', 'content', 'backgroundImage'] as const),
  ]
  type Look = Record<(typeof NAMES)[number], string>
  const moved = '[role=tab], [role=columnheader][tabindex], [role=row][tabindex], [role^=menuitem], input[type=radio]'
  const kinds = new Map<string, HTMLElement>()
  for (const element of new Set([...stops, ...document.querySelectorAll(moved)])) {
    if (!(element instanceof HTMLElement) || !element.isConnected || !(isShown(element) || element instanceof HTMLInputElement)) continue
    const kind = `${element.tagName} ${element.className} ${behind(element)} ${behind(element.parentElement)}`
    if (!kinds.has(kind)) kinds.set(kind, element)
  }
  return [...kinds.values()].flatMap((element) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const before = looks(element)
    element.focus({ preventScroll: true })
    if (document.activeElement !== element) return []
    const strongest = Math.max(...looks(element).map(([own, now], i) => strength(own, now, before[i]?.[1] ?? now)))
    return strongest < 3 ? [`${strongest.toFixed(1)}: ${describe(element)}`] : []
  })

  /** The element and what is drawn by it and around it: a field's frame, or what stands beside a box, may wear its ring. */
  function looks(element: Element): [Element, Look][] {
    const around = [element, element.parentElement, element.parentElement?.parentElement].flatMap((one) => one ?? [])
    const parts = around.flatMap((one): [Element, string | null][] => [null, '::before', '::after'].map((part) => [one, part]))
    if (element.nextElementSibling) parts.push([element.nextElementSibling, null])
    return parts.map(([one, part]) => {
      const style = getComputedStyle(one, part)
      return [one, Object.fromEntries(NAMES.map((name) => [name, style[name]])) as Look]
    })
  }
  /** The best contrast, to what is behind it, of a line that was not there before. */
  function strength(own: Element, now: Look, before: Look): number {
    const isNew = (...names: (keyof Look)[]) => names.some((name) => now[name] !== before[name])
    const thick = (width: string) => Number.parseFloat(width) >= 1.5
    const lines: string[] = []
    if (now.outlineStyle !== 'none' && thick(now.outlineWidth) && isNew('outlineStyle', 'outlineWidth', 'outlineColor'))
      lines.push(now.outlineColor)
    if (isNew('boxShadow')) lines.push(...(now.boxShadow.match(COLOURS) ?? []))
    if (thick(now.borderTopWidth) && isNew('borderTopColor', 'borderTopWidth', 'content')) lines.push(now.borderTopColor)
    if (thick(now.borderBottomWidth) && isNew('borderBottomColor', 'borderBottomWidth', 'transform', 'content'))
      lines.push(now.borderBottomColor)
    // Fluent's list of choices draws its line as a picture that is stretched out.
    if (isNew('transform', 'content')) lines.push(...(now.backgroundImage.match(COLOURS) ?? []))
    return Math.max(0, ...lines.map((line) => contrast(colour(line), behind(own.parentElement))))
  }
}

/** Runs in the page: what a key of one letter, figure or sign does where nobody writes (WCAG 2.1.4). */
export function keysOfOneLetter(): string[] {
  const { changes } = window.puls
  document.getElementById('main')?.focus()
  changes()
  return [...'abcdefghijklmnopqrstuvwxyzæøå0123456789?/.,-+'].flatMap((key) => {
    for (const kind of ['keydown', 'keypress', 'keyup'])
      document.activeElement?.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }))
    return changes().map((change) => `${key}: ${change}`)
  })
}
