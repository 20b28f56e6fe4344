import { useState } from 'react'
import type { Phase } from '#contract/codes.ts'
import { firstWords } from '#contract/texts/first-words.ts'
import { tab } from '#contract/texts/tab.ts'
import type { PortfolioView } from '#contract/views.ts'
import { useSay } from '../../app/session.ts'
import { ChevronDown } from '../../parts/icons.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import css from '../../parts/toolbar.module.css'
import { SearchField, ViewTabs } from '../../parts/toolbar.tsx'
import { areasOf, type Filters, type Narrowing, type SavedView, toggled } from './filters.ts'
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
      <ViewTabs
        label={say('views.label')}
        controls="projects"
        value={filters.view}
        views={VIEWS.map((value) => ({ value, label: say(`views.${value}`) }))}
        onView={(view) => onFilters({ ...filters, view })}
      />
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
      <SearchField
        label={say('filter.search')}
        clear={say('filter.clearSearch')}
        text={filters.text}
        onText={(text) => onFilters({ ...filters, text })}
      />
    </div>
  )
}
