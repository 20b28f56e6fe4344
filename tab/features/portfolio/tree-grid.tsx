// biome-ignore-all lint/a11y/useSemanticElements: a virtualised tree grid cannot be a table; the roles say what the elements cannot
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled once, on the grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { tab } from '#contract/texts/tab.ts'
import { hrefOf } from '../../app/route.ts'
import { useSay, useSession } from '../../app/session.ts'
import { ChevronDown, ChevronRight } from '../../parts/icons.tsx'
import { BenefitCell, DecisionCell, OverdueCell, PhaseCell, ProjectCell, ReportedCell, StatusCell } from './cells.tsx'
import css from './grid.module.css'
import type { GridProps } from './grid.tsx'
import { type Item, itemsOf, useWindowed } from './items.ts'

const COLUMNS = ['project', 'phase', 'status', 'benefit', 'decision', 'overdue', 'reported'] as const
const HEIGHTS = { group: 30, row: 46 }
const PAGE = 10

/**
 * The portfolio as a tree grid: groups on the first level, projects on the second. Up and down move between rows,
 * left and right fold, Enter opens. Only rows near the window are in the page; their true number is announced.
 */
export function TreeGrid({ groups, today, memory, onOpened, onFolded }: GridProps) {
  const say = useSay(tab)
  const { go, hasMoved } = useSession()
  const items = useMemo(() => itemsOf(groups, memory.folded), [groups, memory.folded])
  const [active, setActive] = useState(memory.opened ?? '')
  const index = Math.max(
    0,
    items.findIndex((item) => item.id === active),
  )
  const body = useRef<HTMLDivElement>(null)
  const virtual = useWindowed(body, items, HEIGHTS, index)
  const wantsFocus = useRef(false)

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    body.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
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
    onFolded(open ? memory.folded.filter((group) => group !== item.group) : [...memory.folded, item.group])
  }
  const open = (key: string) => {
    onOpened(key)
    go({ name: 'project', key })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[index]
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return
    const act = keyAct(event.key, index, items)
    if (act === null) return
    event.preventDefault()
    if (typeof act === 'number') moveTo(act)
    else if (item.kind === 'row') open(item.row.key)
    else fold(item, act === 'toggle' ? !item.open : act === 'open')
  }

  return (
    <div className={css.frame} id="projects">
      <div
        role="treegrid"
        tabIndex={-1}
        aria-label={say('grid.label')}
        aria-rowcount={items.length + 1}
        aria-colcount={COLUMNS.length}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div role="row" aria-rowindex={1} className={css.columns}>
            {COLUMNS.map((column, i) => (
              <div key={column} role="columnheader" aria-colindex={i + 1} className={css[column]}>
                {say(`column.${column}`)}
              </div>
            ))}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
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
                <div role="gridcell" aria-colindex={1} aria-colspan={COLUMNS.length} className={css.groupCell}>
                  {item.open ? <ChevronDown /> : <ChevronRight />}
                  <span className={css.groupName}>{say(`group.${item.group}`)}</span> <span className={css.quiet}>{item.count}</span>
                  {item.group === 'needsAction' && <span className={`${css.quiet} ${css.groupWhy}`}>{say('group.needsAction.why')}</span>}
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
                  if (event.target instanceof Element && event.target.closest('a')) onOpened(item.row.key)
                  else if (window.getSelection()?.isCollapsed !== false) open(item.row.key)
                }}
              >
                <ProjectCell row={item.row} href={hrefOf({ name: 'project', key: item.row.key })} />
                <PhaseCell row={item.row} />
                <StatusCell row={item.row} />
                <BenefitCell row={item.row} />
                <DecisionCell row={item.row} />
                <OverdueCell row={item.row} today={today} />
                <ReportedCell row={item.row} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

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
