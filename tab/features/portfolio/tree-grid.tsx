// biome-ignore-all lint/a11y/useSemanticElements: a virtualised tree grid cannot be a table; the roles say what the elements cannot
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled once, on the grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import { type CSSProperties, type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { tab } from '#contract/texts/tab.ts'
import type { ProjectRow } from '#contract/views.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { ChevronDown, ChevronRight } from '../../parts/icons.tsx'
import { COLUMNS } from './cells.tsx'
import css from './grid.module.css'
import type { GridProps } from './grid.tsx'
import { type Item, itemsOf, useWindowed } from './items.ts'
import type { Column } from './shown.ts'

const HEIGHTS = { group: 30, row: 46 }
const PAGE = 10

/**
 * The portfolio as a tree grid: groups on the first level, projects on the second. Up and down move between rows, left and
 * right fold, Enter opens; above the first row stand the column names, which sort. Only rows near the window are in the page;
 * their true number is announced.
 */
export function TreeGrid({ shown, today, memory, onOpened, onFolded, sort, onSort, extra }: GridProps) {
  const say = useSay(tab)
  const { go, hasMoved } = useSession()
  const { groups } = shown
  const columns = shown.columns ?? COLUMNS
  const least = columns.reduce((sum, { least: own = 0 }) => sum + own + 14, 18)
  const tooWide = useMediaQuery(`(max-width: ${least + 42}px)`)
  const items = useMemo(() => itemsOf(groups, memory.folded), [groups, memory.folded])
  const [active, setActive] = useState(memory.opened ?? '')
  const index = Math.max(
    0,
    items.findIndex((item) => item.id === active),
  )
  const head = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const virtual = useWindowed(body, items, HEIGHTS, index)
  const wantsFocus = useRef(false)

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    const row = body.current?.querySelector<HTMLElement>('[tabindex="0"]')
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  })
  // Coming back from a project, focus stands where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened again
  useEffect(() => {
    const at = items.findIndex((item) => item.id === memory.opened)
    if (!hasMoved() || at < 0) return
    virtual.scrollToIndex(at, { align: 'center' })
    wantsFocus.current = true
    setActive(memory.opened ?? '')
  }, [])

  const moveTo = (next: number) => {
    const to = Math.max(0, Math.min(items.length - 1, next))
    const item = items[to]
    if (!item) return
    wantsFocus.current = true
    setActive(item.id)
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  const fold = (item: Item & { kind: 'group' }, open: boolean) => {
    if (item.open === open) return
    const { id } = item.group
    onFolded(open ? memory.folded.filter((group) => group !== id) : [...memory.folded, id])
  }
  const open = (key: string) => {
    onOpened(key)
    go({ name: 'project', key })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[index]
    if (!item) return
    const names = head.current ? [...head.current.querySelectorAll<HTMLElement>('[data-column]')] : []
    const at = names.indexOf(event.target as HTMLElement)
    if (at < 0 && item.kind === 'row' && extra?.onKey(event, item.row.key)) {
      wantsFocus.current = true
      return
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (at >= 0) {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: names.length - 1 }[event.key]
      if (to !== undefined) names[Math.max(0, Math.min(names.length - 1, to))]?.focus()
      else if (event.key === 'ArrowDown') moveTo(index)
      else if (event.key === 'Enter' || event.key === ' ') onSort(names[at]?.dataset.column ?? '')
      else return
      return event.preventDefault()
    }
    const act = keyAct(event.key, index, items)
    if (act === null) return
    event.preventDefault()
    if (act === -1 && event.key === 'ArrowUp') (names.find((name) => name.ariaSort) ?? names[0])?.focus()
    else if (typeof act === 'number') moveTo(act)
    else if (item.kind === 'row') open(item.row.key)
    else fold(item, act === 'toggle' ? !item.open : act === 'open')
  }

  const own = shown.columns && ({ '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties)
  return (
    <div className={css.frame} id="projects" data-own={own ? (tooWide ? 'scrolled' : 'true') : undefined} style={own}>
      <div
        role="treegrid"
        tabIndex={-1}
        aria-label={say('grid.label')}
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        onKeyDown={onKeyDown}
        style={tooWide && own ? { minWidth: least } : undefined}
      >
        <div role="rowgroup" className={css.head} ref={head}>
          <div role="row" aria-rowindex={1} className={css.columns}>
            {columns.map(({ id, label, className }, i) => {
              const sorted = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : undefined
              return (
                <div
                  key={id}
                  role="columnheader"
                  tabIndex={-1}
                  aria-colindex={i + 1}
                  aria-sort={sorted}
                  data-column={id}
                  className={`${css[id] ?? ''} ${className ?? ''}`}
                  onClick={() => onSort(id)}
                >
                  {label ?? say(`column.${id as 'project'}`)}
                </div>
              )
            })}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }} {...extra?.drag}>
          {virtual.getVirtualItems().map((at) => {
            const item = items[at.index]
            if (!item) return null
            const place = {
              'aria-rowindex': at.index + 2,
              tabIndex: at.index === index ? 0 : -1,
              'data-id': item.id,
              onFocus: () => setActive(item.id),
              style: { height: at.size, transform: `translateY(${at.start - virtual.options.scrollMargin}px)` },
            }
            return item.kind === 'group' ? (
              <div
                key={item.id}
                role="row"
                {...place}
                aria-level={1}
                aria-expanded={item.open}
                className={css.group}
                onClick={() => fold(item, !item.open)}
              >
                <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className={css.groupCell}>
                  {item.open ? <ChevronDown /> : <ChevronRight />}
                  <span className={css.groupName}>{item.group.title ?? say(`group.${item.group.id as 'watch'}`)}</span>{' '}
                  <span className={css.quiet}>{item.count}</span>
                  <span className={`${css.quiet} ${css.groupWhy}`}>
                    {item.group.more ?? (item.group.id === 'needsAction' && say('group.needsAction.why'))}
                  </span>
                </div>
              </div>
            ) : (
              <div
                key={item.id}
                role="row"
                {...place}
                aria-level={2}
                className={`${css.columns} ${css.row}`}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a, button')) {
                    if (event.target.closest('a')) onOpened(item.row.key)
                  } else if (window.getSelection()?.isCollapsed !== false) open(item.row.key)
                }}
              >
                <Cells row={item.row} today={today} columns={columns} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** A project's cells; drawn again only when the project, the day or the columns change, however the rows move. */
const Cells = memo(function Cells({ row, today, columns }: { row: ProjectRow; today: string; columns: readonly Column[] }) {
  return columns.map(({ id, Cell, className }, i) => (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have carry a column's number
    <div
      key={id}
      role={id === 'project' ? 'rowheader' : 'gridcell'}
      aria-colindex={i + 1}
      className={`${css[id] ?? ''} ${className ?? ''}`}
    >
      <Cell row={row} today={today} />
    </div>
  ))
})

/** What a key means on the row at `index`: a row to move to, or an act on this one; null for keys that are not ours. */
export function keyAct(key: string, index: number, items: readonly Item[]): number | 'open' | 'close' | 'toggle' | null {
  const item = items[index]
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'PageDown':
      return index + PAGE
    case 'PageUp':
      return index - PAGE
    case 'Home':
      return 0
    case 'End':
      return items.length - 1
    case 'Enter':
    case ' ':
      return 'toggle'
    case 'ArrowRight':
      return item?.kind === 'group' ? (item.open ? index + 1 : 'open') : null
    case 'ArrowLeft':
      return item?.kind === 'group' ? 'close' : items.findLastIndex((one, i) => i < index && one.kind === 'group')
    default:
      return null
  }
}
