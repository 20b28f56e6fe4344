/** Runs in the page: drawn signs and the frames of fields with less than 3:1 to what is behind them. */
export function weakSigns(): string[] {
  const { describe, isShown, colour, behind, contrast } = window.puls
  const best = (lines: string[], under: Element | null) => Math.max(1, ...lines.map((line) => contrast(colour(line), behind(under))))
  const forced = window.matchMedia('(forced-colors: active)').matches
  const faults = new Set<string>()
  for (const drawing of document.querySelectorAll('.puls-root svg')) {
    // Fluent's own pictures take the colour of the text beside them, which the browser itself sets where colours are forced.
    if (!isShown(drawing) || (forced && drawing.closest('[class*=fui-]:not(.fui-FluentProvider)'))) continue
    const lines = [...drawing.querySelectorAll('path, circle, rect, line, text')].flatMap((part) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(part)
      return [fill, Number.parseFloat(strokeWidth) > 0 ? stroke : 'none'].filter((line) => line !== 'none')
    })
    if (best(lines, drawing) < 3) faults.add(`drawing in ${describe(drawing.parentElement ?? drawing)}`)
  }
  for (const field of document.querySelectorAll('.puls-root :is(input, select, textarea):not(:disabled, [type=file], [type=hidden])')) {
    const native = field.matches('[type=radio], [type=checkbox]') && getComputedStyle(field).appearance !== 'none'
    const frames = [field, field.parentElement, field.parentElement?.parentElement, field.nextElementSibling].flatMap((one) => one ?? [])
    const strongest = frames.map((one) => {
      const lines = [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(one, part)
        return (['Top', 'Bottom'] as const).flatMap((side) =>
          style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0 ? style[`border${side}Color`] : [],
        )
      })
      return best(lines, one.parentElement)
    })
    if (!native && Math.max(...strongest) < 3) faults.add(`frame of ${describe(field)}`)
  }
  return [...faults]
}

/** Runs in the page: what is chosen among others and shows it by colour alone: no other weight, frame or drawing. */
export function chosenByColour(): string[] {
  const { describe, isShown } = window.puls
  const drawing = (one: Element) => one.querySelector('svg')?.innerHTML.replace(/var\([^)]*\)/g, '') ?? ''
  return ['aria-pressed', 'aria-selected', 'aria-current'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]:not([${name}=false])`)].filter(isShown).flatMap((chosen) => {
      const among = chosen.closest('ul, ol, [role=tablist], [role=group], [role=toolbar], div')
      const other = [...(among?.querySelectorAll(chosen.tagName) ?? [])].find(
        (one) => one !== chosen && !(one.getAttribute(name) ?? 'false').match(/true|page|step/),
      )
      if (!other) return []
      const [own, its] = [getComputedStyle(chosen), getComputedStyle(other)]
      const told = (['fontWeight', 'boxShadow', 'borderBottomWidth', 'outlineWidth'] as const).some((one) => own[one] !== its[one])
      return told || drawing(chosen) !== drawing(other) ? [] : [describe(chosen)]
    }),
  )
}
