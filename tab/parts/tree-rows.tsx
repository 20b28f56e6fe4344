// biome-ignore-all lint/a11y/useSemanticElements: a virtualised tree grid cannot be a table; the roles say what the elements cannot
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled once, on the grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '../app/session.ts'
import { usePrinting } from '../app/use-printing.ts'
import { useWindowed } from '../features/portfolio/items.ts'
import { ChevronDown, ChevronRight } from './icons.tsx'
import { remembered } from './remembered.ts'
import css from './tree-rows.module.css'

export interface TreeGroup<R> {
  key: string
  title: string
  /** A quiet word beside the title, as the number of rows. */
  note: ReactNode
  rows: readonly R[]
}

export interface TreeRowsProps<R extends { key: string }> {
  /** The page's name: what was folded and opened there is remembered under it. */
  name: string
  label: string
  /** Id of a text that says what the keys do. */
  describedBy?: string | undefined
  columns: number
  /** The cells of the heading row, with role columnheader. */
  head: ReactNode
  rowClass: string | undefined
  rowHeight: number
  groups: readonly TreeGroup<R>[]
  /** The cells of a row; `active` when it has the focus. */
  row: (row: R, active: boolean) => ReactNode
  /** A key on a row that is not for moving; true when it was used. */
  onKey?: (row: R, key: string) => boolean
  /** The address a row leads to. */
  onOpen: (row: R) => void
  /** What is drawn across all rows, behind them. */
  behind?: ReactNode
  /** The same, before them. */
  front?: ReactNode
}

type Item<R> = { kind: 'group'; id: string; group: TreeGroup<R>; open: boolean } | { kind: 'row'; id: string; row: R }

const GROUP_PX = 30
const PAGE = 10

/**
 * Rows under headings as a tree grid. Up and down move between rows, Enter opens, on a heading left and right fold. Only rows
 * near the window are in the page, all of them on paper; their true number is announced.
 */
export function TreeRows<R extends { key: string }>(props: TreeRowsProps<R>) {
  const { groups, rowHeight, columns } = props
  const { hasMoved } = useSession()
  const memory = remembered(props.name)
  const [folded, setFolded] = useState<readonly string[]>(memory.folded)
  const [active, setActive] = useState('')
  const items = useMemo(() => flat(groups, folded), [groups, folded])
  const found = items.findIndex((item) => item.id === active)
  const index = Math.max(0, found)
  const body = useRef<HTMLDivElement>(null)
  const virtual = useWindowed(body, items, { group: GROUP_PX, row: rowHeight }, index)
  const printing = usePrinting()
  const wantsFocus = useRef<string | null>(null)

  useLayoutEffect(() => {
    if (wantsFocus.current === null) return
    // The row may not be drawn yet: it is waited for, however many drawings that takes.
    const row = body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wantsFocus.current)}"]`)
    if (!row) return
    wantsFocus.current = null
    row.focus({ preventScroll: true })
  })
  // Coming back from where a row leads, focus stands where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened again
  useEffect(() => {
    const at = items.findIndex((item) => item.id === memory.opened)
    memory.opened = null
    if (!hasMoved() || at < 0) return
    virtual.scrollToIndex(at, { align: 'center' })
    wantsFocus.current = items[at]?.id ?? null
    setActive(items[at]?.id ?? '')
  }, [])

  const moveTo = (next: number) => {
    const to = Math.max(0, Math.min(items.length - 1, next))
    const item = items[to]
    if (!item) return
    wantsFocus.current = item.id
    setActive(item.id)
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  const fold = (key: string, open: boolean) => {
    const next = open ? folded.filter((one) => one !== key) : [...folded.filter((one) => one !== key), key]
    memory.folded = next
    setFolded(next)
  }
  const open = (row: R) => {
    memory.opened = row.key
    props.onOpen(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[index]
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    const to = moved(event.key, index, items.length)
    if (to !== null) moveTo(to)
    else if (item.kind === 'group' ? !foldKey(event.key, item, fold) : !rowKey(item.row, event.key)) return
    event.preventDefault()
  }
  const rowKey = (row: R, key: string): boolean => {
    if (key !== 'Enter') return props.onKey?.(row, key) ?? false
    open(row)
    return true
  }

  const shown = printing
    ? items.map((_item, at) => ({ index: at, style: {} }))
    : virtual.getVirtualItems().map((at) => ({
        index: at.index,
        style: { height: at.size, transform: `translateY(${at.start - virtual.options.scrollMargin}px)` },
      }))
  return (
    <div className={css.frame} data-printing={printing}>
      <div
        role="treegrid"
        tabIndex={-1}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-rowcount={items.length + 1}
        aria-colcount={columns}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={props.rowClass}>
            {props.head}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={css.body} style={printing ? {} : { height: virtual.getTotalSize() }}>
          {props.behind}
          {props.front}
          {shown.map((at) => {
            const item = items[at.index]
            if (!item) return null
            const place = {
              'aria-rowindex': at.index + 2,
              tabIndex: at.index === index ? 0 : -1,
              'data-id': item.id,
              onFocus: () => setActive(item.id),
              style: at.style,
            }
            return item.kind === 'group' ? (
              <div
                key={item.id}
                role="row"
                {...place}
                aria-level={1}
                aria-expanded={item.open}
                className={css.group}
                onClick={() => fold(item.group.key, !item.open)}
              >
                <div role="gridcell" aria-colindex={1} aria-colspan={columns} className={css.groupCell}>
                  {item.open ? <ChevronDown /> : <ChevronRight />}
                  <span className={css.groupName} title={item.group.title}>
                    {item.group.title}
                  </span>{' '}
                  <span className={css.quiet}>{item.group.note}</span>
                </div>
              </div>
            ) : (
              <div
                key={item.id}
                role="row"
                {...place}
                aria-level={2}
                className={`${css.row} ${props.rowClass}`}
                onClick={(event) => {
                  if (event.target instanceof Element && event.target.closest('a')) memory.opened = item.row.key
                  else if (window.getSelection()?.isCollapsed !== false) open(item.row)
                }}
              >
                {props.row(item.row, at.index === index && found >= 0)}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function flat<R extends { key: string }>(groups: readonly TreeGroup<R>[], folded: readonly string[]): Item<R>[] {
  return groups.flatMap((group): Item<R>[] => {
    const open = !folded.includes(group.key)
    const rows = open ? group.rows.map((row): Item<R> => ({ kind: 'row', id: row.key, row })) : []
    return [{ kind: 'group', id: `group:${group.key}`, group, open }, ...rows]
  })
}

/** The index a key leads to from the row at `index`; null for keys that do not move between rows. */
export function moved(key: string, index: number, count: number): number | null {
  const to: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE,
    PageUp: index - PAGE,
    Home: 0,
    End: count - 1,
  }
  return to[key] ?? null
}

function foldKey(key: string, item: { group: { key: string }; open: boolean }, fold: (key: string, open: boolean) => void): boolean {
  const open = key === 'ArrowRight' ? true : key === 'ArrowLeft' ? false : key === 'Enter' || key === ' ' ? !item.open : null
  if (open === null) return false
  fold(item.group.key, open)
  return true
}
