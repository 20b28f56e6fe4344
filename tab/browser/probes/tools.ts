/** What the probes share inside the page; stands on the page's window as `puls`. */
export interface ProbeTools {
  /** An element as a person who mends it would look for it. */
  describe(element: Element): string
  /** Drawn, and not only for screen readers. */
  isShown(element: Element): boolean
  /** Red, green, blue 0–255 and how opaque 0–1, of a computed colour. */
  colour(text: string): Colour
  /** The colour one sees behind what stands in an element, through what is half transparent. */
  behind(element: Element | null): Colour
  /** WCAG's contrast, 1–21, of a colour upon another. */
  contrast(one: Colour, other: Colour): number
  /** What Tab should reach, in order, set by `tabStops`. */
  stops: Element[]
  /** What is open, chosen and unfolded, and the address, as they were when last asked; gives what has changed since. */
  changes(): string[]
}
export type Colour = [red: number, green: number, blue: number, opaque: number]

declare global {
  interface Window {
    puls: ProbeTools
  }
}

/** Runs in the page, once, before the other probes. */
export function installTools(): void {
  const colour = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, opaque = 1] = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    // color-mix comes out as `color(srgb 0.1 0.2 0.3 / 0.18)`, the others as rgb() or rgba().
    return text.startsWith('color(') ? [red * 255, green * 255, blue * 255, opaque] : [red, green, blue, opaque]
  }
  const over = (top: Colour, under: Colour): Colour => [
    top[0] * top[3] + under[0] * (1 - top[3]),
    top[1] * top[3] + under[1] * (1 - top[3]),
    top[2] * top[3] + under[2] * (1 - top[3]),
    1,
  ]
  const behind = (element: Element | null): Colour => {
    if (element === null) return [255, 255, 255, 1]
    const own = colour(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, behind(element.parentElement))
  }
  const luminance = (given: Colour): number => {
    const [red = 0, green = 0, blue = 0] = given.map((part) => {
      const share = part / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const describe = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    const of = element.getAttribute('name') ?? element.getAttribute('role') ?? ''
    const where = element.getAttribute('class')?.split(' ').slice(0, 2).join('.') ?? ''
    return `${element.tagName.toLowerCase()}${of && `[${of}]`} «${name.slice(0, 50)}» ${where}`
  }
  const isHiddenFromEye = (element: Element): boolean =>
    getComputedStyle(element).clipPath === 'inset(50%)' ||
    (element instanceof HTMLElement &&
      element.offsetWidth <= 1 &&
      element.offsetHeight <= 1 &&
      getComputedStyle(element).display !== 'contents')
  let was: Map<Element | string, string> | null = null
  window.puls = {
    stops: [],
    describe,
    colour,
    behind,
    contrast: (one, other) => {
      const [light = 0, dark = 0] = [luminance(over(one, other)), luminance(other)].sort((a, b) => b - a)
      return (light + 0.05) / (dark + 0.05)
    },
    isShown: (element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
      for (let one: Element | null = element; one !== null; one = one.parentElement) if (isHiddenFromEye(one)) return false
      return true
    },
    changes: () => {
      const now = new Map<Element | string, string>([['the address', window.location.hash || '#/']])
      const names = ['aria-expanded', 'aria-selected', 'aria-pressed', 'aria-checked', 'open']
      for (const one of document.querySelectorAll(names.map((name) => `[${name}]`).join()))
        if (one.checkVisibility()) now.set(one, names.map((name) => one.getAttribute(name)).join())
      for (const one of document.querySelectorAll('[role=dialog], [role=menu], [role=listbox], [role=tooltip]'))
        if (one.checkVisibility()) now.set(one, 'is there')
      for (const one of document.querySelectorAll<HTMLInputElement>('input, textarea, select')) now.set(one, `${one.value} ${one.checked}`)
      const before = was ?? now
      was = now
      const told = (key: Element | string) => (typeof key === 'string' ? key : describe(key))
      const other = [...now].filter(([key, state]) => before.get(key) !== state && (before.has(key) || state === 'is there'))
      return other.map(([key, state]) => `${told(key)}: ${state}`)
    },
  }
}
