import { measureElement, useWindowVirtualizer, type Virtualizer, windowScroll } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { ProjectRow } from '#contract/views.ts'
import { usePrinting } from '../../app/use-printing.ts'
import type { GroupOfRows } from './filters.ts'

/** One line of the list: a group's heading or a project. `id` is unique among both. */
export type Item =
  | { kind: 'group'; id: string; group: GroupOfRows; count: number; open: boolean }
  | { kind: 'row'; id: string; row: ProjectRow }

/** Groups and rows as one flat list; the rows of a folded group are left out. */
export function itemsOf(groups: readonly GroupOfRows[], folded: readonly string[]): Item[] {
  return groups.flatMap((one): Item[] => {
    const open = !folded.includes(one.id)
    const heading: Item = { kind: 'group', id: `group:${one.id}`, group: one, count: one.rows.length, open }
    return [heading, ...(open ? one.rows.map((row): Item => ({ kind: 'row', id: row.key, row })) : [])]
  })
}

/** Where the list begins on an ordinary desk, in pixels. */
const USUAL_TOP = 270

/** The virtualizer begins by scrolling to where the window already is, which would lay the page out twice. */
const scrollElsewhere: typeof windowScroll<Window> = (offset, options, instance) => {
  if (offset + (options.adjustments ?? 0) !== instance.scrollOffset) windowScroll(offset, options, instance)
}

/**
 * Draws only what is near the window, which scrolls as a whole so that zoom and phones keep one scrollbar.
 * `kept` is an index that stays drawn wherever one scrolls, so that focus is never lost.
 */
export function useWindowed(
  list: RefObject<HTMLElement | null>,
  items: readonly { kind: 'group' | 'row'; id: string }[],
  heights: { group: number; row: number },
  kept: number,
): Virtualizer<Window, HTMLElement> {
  const [top, setTop] = useState(USUAL_TOP)
  // What stands above (a notice, a wrapped sentence) moves the list. Observed, not measured at each drawing: by then the
  // browser has laid the page out anyway, and a few rows more than needed are drawn, so that a late answer does no harm.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY))
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  // On paper stands all of it.
  const printing = usePrinting()
  const keys = useMemo(() => items.map((item) => item.id), [items])
  return useWindowVirtualizer<HTMLElement>({
    count: items.length,
    // Known before anything stands in the page: the rows are in the first drawing, not in one after it.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    scrollToFn: scrollElsewhere,
    estimateSize: (index) => (items[index]?.kind === 'group' ? heights.group : heights.row),
    getItemKey: (index) => keys[index] ?? index,
    // While Teams shows another app the frame has no size: a row's last known one stands, or coming back would scroll to the end.
    measureElement: (element, entry, all) =>
      measureElement(element, entry, all) || (all.measurementsCache[all.indexFromElement(element)]?.size ?? 0),
    overscan: 5,
    scrollMargin: top,
    scrollPaddingStart: 40,
    scrollPaddingEnd: 16,
    rangeExtractor: (range) => {
      const from = printing ? 0 : Math.max(0, range.startIndex - range.overscan)
      const to = printing ? range.count - 1 : Math.min(range.count - 1, range.endIndex + range.overscan)
      const near = Array.from({ length: to - from + 1 }, (_, i) => from + i)
      if (kept < 0 || kept >= range.count || (kept >= from && kept <= to)) return near
      return [...near, kept].sort((a, b) => a - b)
    },
  })
}
