import { type Dispatch, lazy, type SetStateAction, Suspense, useRef, useState } from 'react'
import type { PortfolioDetails, SavedView } from '#contract/portfolio-details-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import { tabShare } from '#contract/texts/tab-share.ts'
import { useSay, useSession } from '../../../app/session.ts'
import { ChevronDown } from '../../../parts/icons.tsx'
import { MenuButton } from '../../../parts/menu-button.tsx'
import { ShareButton } from '../../share/share-button.tsx'
import type { PortfolioMemory } from '../portfolio-page.tsx'
import { COLUMN_IDS, type ColumnId, FIRST_COLUMNS, GROUPINGS } from './choices.ts'
import { encodeView } from './codec.ts'
import css from './tools.module.css'

const ColumnMenu = lazy(() => import('./column-menu.tsx').then((module) => ({ default: module.ColumnMenu })))
const ViewsPanel = lazy(() => import('./views-panel.tsx').then((module) => ({ default: module.ViewsPanel })))

/** The view everybody begins with: said in words, so that what a channel's tab is limited to does not hold for whoever opens the link. */
const WHOLE = 'view=need'

/** What one sorts by from the menu; on a phone the only way, at a desk beside the column names. */
const SORTS: readonly string[] = [
  'rank',
  'project',
  'phase',
  'status',
  'parameters',
  '-achieved',
  '-forecast',
  'decision',
  '-overdue',
  '-reported',
  'endOn',
  '-budget',
]

interface MenusProps {
  memory: PortfolioMemory
  onMemory: Dispatch<SetStateAction<PortfolioMemory>>
  details: PortfolioDetails | null
  onViews: (views: readonly SavedView[]) => void
}

/** Grouping, sorting, columns and saved views. What opens is fetched when it is wanted. */
export function Menus({ memory, onMemory, details, onViews }: MenusProps) {
  const { announce } = useSession()
  const say = useSay(tabPortfolio)
  const sayShare = useSay(tabShare)
  const sayTab = useSay(tab)
  const { arrangement } = memory
  const now = encodeView(memory)
  const arrange = (change: Partial<typeof arrangement>) =>
    onMemory((before) => ({ ...before, arrangement: { ...before.arrangement, ...change } }))
  const nameOf = (id: string) =>
    id === 'project' || FIRST_COLUMNS.includes(id as ColumnId) ? sayTab(`column.${id as 'phase'}`) : say(`column.${id as 'rank'}`)
  const sortName = (sort: string) =>
    sort === '' ? say('sort.need') : sort.startsWith('-') ? say('sort.descending', { column: nameOf(sort.slice(1)) }) : nameOf(sort)
  const sorts = [...new Set(['', ...SORTS, arrangement.sort])]
  const sortBy = (sort: string) => {
    // The board's order is one list; groups by need would cut it into pieces.
    const whole = sort === 'rank' && arrangement.group === 'need'
    arrange(whole ? { sort, group: 'none' } : { sort })
    announce(say('sort.sorted', { column: sortName(sort) }))
  }
  return (
    <div className={css.menus}>
      <MenuButton
        label={`${say('group.label')}: ${say(`group.${arrangement.group as 'need'}`)}`}
        className={css.menu}
        groups={[
          {
            name: 'group',
            label: say('group.label'),
            value: arrangement.group,
            options: GROUPINGS.map((one) => ({ value: one, label: say(`group.${one}`) })),
          },
        ]}
        onChoose={(_name, group) => arrange({ group })}
      >
        {arrangement.group === 'need' ? say('group.label') : `${say('group.label')}: ${say(`group.${arrangement.group as 'need'}`)}`}
        <ChevronDown />
      </MenuButton>
      <MenuButton
        label={`${say('sort.label')}: ${sortName(arrangement.sort)}`}
        className={css.menu}
        groups={[
          {
            name: 'sort',
            label: say('sort.label'),
            value: arrangement.sort || 'need',
            options: sorts.map((one) => ({ value: one || 'need', label: sortName(one) })),
          },
        ]}
        onChoose={(_name, value) => sortBy(value === 'need' ? '' : value)}
      >
        {arrangement.sort === '' ? say('sort.label') : `${say('sort.label')}: ${sortName(arrangement.sort)}`}
        <ChevronDown />
      </MenuButton>
      <Opener label={say('columns.label')}>
        {(target, open, onOpen) => (
          <ColumnMenu
            target={target}
            open={open}
            onOpen={onOpen}
            chosen={arrangement.columns ?? FIRST_COLUMNS}
            columns={COLUMN_IDS.map((id) => ({ id, label: nameOf(id) }))}
            onChosen={(columns) => arrange({ columns })}
          />
        )}
      </Opener>
      {details !== null && (
        <Opener label={say('views.label')}>
          {(target, open, onOpen) => (
            <ViewsPanel
              target={target}
              open={open}
              onOpen={onOpen}
              details={details}
              memory={memory}
              onMemory={onMemory}
              onViews={onViews}
            />
          )}
        </Opener>
      )}
      <ShareButton
        hash={`#/?${now || WHOLE}`}
        label={details?.views.find(({ query }) => query === now)?.title ?? sayShare('label.portfolio')}
        className={css.menu}
      />
      <button type="button" className={css.menu} onClick={() => window.print()}>
        {say('print')}
      </button>
    </div>
  )
}

type Opened = (target: React.RefObject<HTMLButtonElement | null>, open: boolean, onOpen: (open: boolean) => void) => React.ReactNode

/** A button whose panel loads the first time it is opened, and which gets focus back when it closes. */
function Opener({ label, children }: { label: string; children: Opened }) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const onOpen = (next: boolean) => {
    setOpen(next)
    if (next) setWanted(true)
    else button.current?.focus()
  }
  return (
    <>
      <button ref={button} type="button" className={css.menu} aria-haspopup="true" aria-expanded={open} onClick={() => onOpen(!open)}>
        {label}
        <ChevronDown />
      </button>
      <Suspense fallback={null}>{wanted && children(button, open, onOpen)}</Suspense>
    </>
  )
}
