import { useRef, useState } from 'react'

import type { Phase } from '#contract/codes.ts'
import { firstWords } from '#contract/texts/first-words.ts'
import { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { ChevronDown, CrossIcon, SearchIcon } from '../../parts/icons.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { areasOf, type Filters, type Narrowing, type SavedView, toggled } from './filters.ts'
import css from './portfolio.module.css'
import { PHASE_ORDER } from './row-words.ts'

const VIEWS: readonly SavedView[] = ['need', 'mine', 'realising']
const CHIPS: readonly Narrowing[] = ['overdue', 'offTrack', 'decisions']
/** The menu's value for «all». A key is never empty. */
const ALL = ''

/** Saved views as tabs, chips, menus and search. On a phone views, menus and search stand behind one button. */
export function FilterBar(props: { portfolio: PortfolioView; filters: Filters; onFilters: (next: Filters) => void }) {
  const { portfolio, filters, onFilters } = props
  const say = useSay(tab)
  const sayWords = useSay(firstWords)
  const [unfolded, setUnfolded] = useState(false)
  const all = { value: ALL, label: say('filter.all') }
  const menus = [
    {
      name: 'programme',
      label: say('filter.programme'),
      value: filters.programme ?? ALL,
      options: portfolio.programmes.map((one) => ({ value: one.key, label: one.title })),
    },
    {
      name: 'phase',
      label: say('filter.phase'),
      value: filters.phase ?? ALL,
      options: PHASE_ORDER.map((one) => ({ value: one, label: sayWords(`phase.${one}`) })),
    },
    {
      name: 'area',
      label: say('filter.area'),
      value: filters.area ?? ALL,
      options: areasOf(portfolio).map((one) => ({ value: one, label: one })),
    },
  ]
  const choose = (name: string, value: string) => {
    const chosen = value === ALL ? null : value
    if (name === 'programme') onFilters({ ...filters, programme: chosen })
    if (name === 'phase') onFilters({ ...filters, phase: chosen as Phase | null })
    if (name === 'area') onFilters({ ...filters, area: chosen })
  }
  return (
    <div className={css.bar} data-unfolded={unfolded}>
      <ViewTabs view={filters.view} onView={(view) => onFilters({ ...filters, view })} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways on a phone */}
      <div className={css.chips} role="group" aria-label={say('filter.label')}>
        <button type="button" className={`${css.chip} ${css.unfold}`} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {say('filter.label')}
          <ChevronDown />
        </button>
        {CHIPS.map((one) => (
          <button
            key={one}
            type="button"
            className={css.chip}
            aria-pressed={filters.narrow.includes(one)}
            onClick={() => onFilters(toggled(filters, one))}
          >
            {say(`filter.${one as 'overdue' | 'offTrack' | 'decisions'}`)}
          </button>
        ))}
        {menus.map((menu) => {
          const chosen = menu.options.find((option) => option.value === menu.value)
          return (
            <MenuButton
              key={menu.name}
              label={chosen ? `${menu.label}: ${chosen.label}` : menu.label}
              className={`${css.chip} ${chosen ? css.chosen : ''}`}
              groups={[{ ...menu, options: [all, ...menu.options] }]}
              onChoose={choose}
            >
              {chosen?.label ?? menu.label}
              <ChevronDown />
            </MenuButton>
          )
        })}
      </div>
      <Search text={filters.text} onText={(text) => onFilters({ ...filters, text })} />
    </div>
  )
}

/** Arrow keys move between the views, as in any row of tabs. */
function ViewTabs({ view, onView }: { view: SavedView; onView: (view: SavedView) => void }) {
  const say = useSay(tab)
  const list = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    const next = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length] as SavedView
    onView(next)
    list.current?.querySelector<HTMLElement>(`[data-view="${next}"]`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={say('views.label')} className={css.views}>
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-view={one}
          aria-selected={one === view}
          aria-controls="projects"
          tabIndex={one === view ? 0 : -1}
          onClick={() => onView(one)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            if (event.key === 'ArrowLeft') step(-1)
          }}
        >
          {say(`views.${one}`)}
        </button>
      ))}
    </div>
  )
}

function Search({ text, onText }: { text: string; onText: (text: string) => void }) {
  const say = useSay(tab)
  const input = useRef<HTMLInputElement>(null)
  return (
    <search className={css.search}>
      <SearchIcon />
      <input
        ref={input}
        className={css.input}
        type="text"
        enterKeyHint="search"
        aria-label={say('filter.search')}
        placeholder={say('filter.search')}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') onText('')
        }}
      />
      {text !== '' && (
        <button
          type="button"
          aria-label={say('filter.clearSearch')}
          onClick={() => {
            onText('')
            input.current?.focus()
          }}
        >
          <CrossIcon />
        </button>
      )}
    </search>
  )
}
