/** Runs in the page: neighbours that stand in another order on the screen than in the markup. */
export function outOfOrder(): string[] {
  const { describe, isShown } = window.puls
  // The navigation stands below the menu on a phone, and a benefit's course beside its name: neither leans on what is between.
  const EITHER = 'header > nav, [class*=_course_]'
  const isHeaded = (one: Element) => one.querySelector('h2, h3') !== null
  const faults: string[] = []
  for (const parent of document.querySelectorAll('.puls-root, .puls-root *:not(svg *)')) {
    const children = [...parent.children].filter((one) => {
      const box = one.getBoundingClientRect()
      return box.width > 1 && box.height > 1 && getComputedStyle(one).position !== 'fixed' && one.textContent?.trim() && isShown(one)
    })
    for (const [i, next] of children.entries()) {
      const one = children[i - 1]
      if (!one || one.matches(EITHER) || next.matches(EITHER)) continue
      const [a, b] = [one.getBoundingClientRect(), next.getBoundingClientRect()]
      const sameColumn = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      const sameLine = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
      if (sameColumn && b.bottom <= a.top + 1) faults.push(`${describe(next)} stands above ${describe(one)}`)
      // Parts with headings of their own are read in any order; on a wide screen they stand beside each other.
      if (sameLine && b.right <= a.left + 1 && !(isHeaded(one) && isHeaded(next)))
        faults.push(`${describe(next)} stands before ${describe(one)}`)
    }
  }
  return faults
}

/** Runs in the page: what the pointer can press that no key can reach. Fluent's boxes hold a field that keys work on. */
export function onlyForPointer(): string[] {
  const { describe, isShown } = window.puls
  const reachable =
    'a[href], button, input, select, textarea, summary, label, [tabindex]:not(main, h1, h2, [role=treegrid]), .fui-Checkbox, .fui-Combobox'
  return [...document.querySelectorAll('.puls-root *')]
    .filter((one) => getComputedStyle(one).cursor === 'pointer' && !one.closest(reachable) && isShown(one))
    .map(describe)
}

/** Runs in the page: fields in error that do not say why, and parts explained or named by a text that is not there. */
export function unexplained(): string[] {
  const textOf = (id: string) => document.getElementById(id)?.textContent?.trim() ?? ''
  return [...document.querySelectorAll('[aria-invalid=true], [aria-describedby], [aria-labelledby], [aria-errormessage]')]
    .filter((part) => {
      const said = ['aria-describedby', 'aria-errormessage'].flatMap((name) => part.getAttribute(name)?.split(/\s+/) ?? [])
      const named = part.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
      return [...said, ...named].some((id) => textOf(id) === '') || (part.getAttribute('aria-invalid') === 'true' && said.length === 0)
    })
    .map(window.puls.describe)
}

/** Runs in the page: links that say the same in the same paragraph, row or part and lead to different places, and words that say nothing. */
export function unclearLinks(): string[] {
  const NOTHING = /^(her|klikk her|les mer|mer|lenke|se her|trykk her)$/i
  const seen = new Map<string, { href: string; part: Element | null }[]>()
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => {
      const name = (link.getAttribute('aria-label') ?? link.textContent ?? '').trim()
      const part = link.closest('li, tr, p, dd, article, section, header, [role=row], [role=group]')
      const same = seen.get(name) ?? []
      seen.set(name, [...same, { href: link.href, part }])
      return name === '' || NOTHING.test(name) || same.some((one) => one.href !== link.href && one.part === part)
    })
    .map(window.puls.describe)
}

/** Runs in the page: what moves, or would, for one who has asked for no movement. A thousandth of a second is Fluent's none. */
export function movements(): string[] {
  const { describe } = window.puls
  const isLong = (time: string) => Number.parseFloat(time) > 0.01
  return [...document.querySelectorAll('body *')]
    .filter((one) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(one)
      return (animationName !== 'none' && animationDuration.split(',').some(isLong)) || transitionDuration.split(',').some(isLong)
    })
    .map(describe)
    .concat(document.getAnimations().flatMap((one) => (Number(one.effect?.getTiming().duration) > 10 ? `${one.id} ${one.playState}` : [])))
}

/** Runs in the page: pictures and sounds, what goes on moving by itself, and rules that depend on how a screen is held. */
export function unwantedKinds(): string[] {
  const { describe } = window.puls
  const media = [...document.querySelectorAll('img, picture, canvas, video, audio, marquee, blink, object, embed')].map(describe)
  const drawn = [...document.querySelectorAll('body *')].filter((one) =>
    /url\((?!"?data:image\/svg)/.test(getComputedStyle(one).backgroundImage),
  )
  const endless = document.getAnimations().filter((one) => one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY)
  const held = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSMediaRule && /orientation/.test(rule.conditionText)),
  )
  return [...media, ...drawn.map(describe), ...endless.map((one) => `endless ${one.id}`), ...held.map((rule) => rule.cssText.slice(0, 80))]
}

/** Runs in the page: words that lead by place or colour alone (WCAG 1.3.3). */
export function toldByPlace(): string[] {
  const text = document.body.innerText
  return (
    text.match(/.{0,30}\b(til (høyre|venstre)|(rød|grønn|gul|blå)e? (knapp|rad|felt|merke|ikon)\w*|det runde|den firkantede)\b.{0,30}/gi) ??
    []
  )
}

/** Runs in the page: the pages' names and the menu, where they are not as on every other page (WCAG 3.2.3, 3.2.6). */
export function otherHeader(): string[] {
  const shown = [...document.querySelectorAll('.puls-root > header :is(nav a, button)')].filter(window.puls.isShown)
  const names = shown.map((one) => one.getAttribute('aria-label') ?? (one.firstChild?.textContent ?? '').trim())
  const wanted = ['Oversikt', 'Veikart', 'Gevinster', 'Mine oppgaver', 'Flere valg']
  return names.join() === wanted.join() ? [] : [names.join()]
}
