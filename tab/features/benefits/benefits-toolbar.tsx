import type { BenefitFilter } from '#contract/benefit-filter.ts'
import type { BenefitsView } from '#contract/benefits-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { useSay } from '../../app/session.ts'
import { FilterMenu } from '../../parts/filter-menu.tsx'
import { ChevronDown } from '../../parts/icons.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import bar from '../../parts/toolbar.module.css'
import { SearchField, ViewTabs } from '../../parts/toolbar.tsx'
import type { BenefitSay } from './benefit-table.ts'
import css from './benefits.module.css'
import { type Choices, GROUPINGS, type Grouping } from './choices.ts'

const TAKE_OUTS = ['budgetCut', 'reallocated', 'quality', 'notTaken', 'undecided'] as const
const CATEGORIES = ['quality', 'time', 'cost'] as const
const LEVELS = ['unit', 'municipality', 'county', 'state'] as const

/** How they are taken out as tabs; filters, grouping and search; download and print. */
export function BenefitsToolbar(props: {
  view: BenefitsView
  choices: Choices
  words: BenefitSay
  onChoose: (next: Partial<Choices>) => void
  onDownload: () => void
}) {
  const { view, choices, onChoose } = props
  const { say, sayWords } = props.words
  const sayTab = useSay(tab)
  const { filter } = choices
  const areas = [...new Set(view.benefits.map(({ area }) => area))].filter((area) => area !== '').sort((a, b) => a.localeCompare(b, 'nb'))
  const lacking = view.benefits.filter(({ lacks }) => lacks.length > 0).length
  const narrow = (name: keyof BenefitFilter, value: string) => {
    const { [name]: _before, ...rest } = filter
    onChoose({ filter: (value === '' ? rest : { ...rest, [name]: value }) as BenefitFilter })
  }
  const menus = [
    {
      name: 'category',
      label: say('filter.category'),
      options: CATEGORIES.map((one) => ({ value: one, label: sayWords(`category.${one}`) })),
    },
    { name: 'level', label: say('filter.level'), options: LEVELS.map((one) => ({ value: one, label: sayWords(`level.${one}`) })) },
    {
      name: 'programme',
      label: sayTab('filter.programme'),
      options: view.programmes.map(({ key, title }) => ({ value: key, label: title })),
    },
    { name: 'area', label: sayTab('filter.area'), options: areas.map((area) => ({ value: area, label: area })) },
  ] as const
  return (
    <div className={bar.bar}>
      <ViewTabs
        label={say('views.label')}
        controls="benefits"
        value={filter.takeOut ?? 'all'}
        views={(['all', ...TAKE_OUTS] as const).map((value) => ({ value, label: say(`views.${value}`) }))}
        onView={(value) => narrow('takeOut', value === 'all' ? '' : value)}
      />
      <SearchField
        label={say('filter.search')}
        clear={sayTab('filter.clearSearch')}
        text={filter.q ?? ''}
        onText={(text) => narrow('q', text.slice(0, 200))}
      />
      <span className={css.break} />
      <fieldset className={bar.chips} aria-label={sayTab('filter.label')}>
        {menus.map((menu) => (
          <FilterMenu
            key={menu.name}
            label={menu.label}
            value={filter[menu.name] ?? ''}
            options={menu.options}
            onChoose={(value) => narrow(menu.name, value)}
          />
        ))}
        {lacking > 0 && (
          <button
            type="button"
            className={bar.chip}
            aria-pressed={filter.lacking === '1'}
            onClick={() => narrow('lacking', filter.lacking === '1' ? '' : '1')}
          >
            {say('filter.lacking', { n: lacking })}
          </button>
        )}
        {view.benefits.some(({ mine }) => mine) && (
          <button
            type="button"
            className={bar.chip}
            aria-pressed={filter.mine === '1'}
            onClick={() => narrow('mine', filter.mine === '1' ? '' : '1')}
          >
            {say('filter.mine')}
          </button>
        )}
        <MenuButton
          label={`${say('group.label')}: ${say(`group.${choices.grouping}`)}`}
          className={bar.chip}
          groups={[
            {
              name: 'group',
              label: say('group.label'),
              value: choices.grouping,
              options: GROUPINGS.map((value) => ({ value, label: say(`group.${value}`) })),
            },
          ]}
          onChoose={(_group, value) => onChoose({ grouping: value as Grouping })}
        >
          {`${say('group.label')}: ${say(`group.${choices.grouping}`)}`}
          <ChevronDown />
        </MenuButton>
        <button type="button" className={bar.chip} onClick={props.onDownload}>
          {say('csv')}
        </button>
        <button type="button" className={bar.chip} onClick={() => window.print()}>
          {say('print')}
        </button>
      </fieldset>
    </div>
  )
}
