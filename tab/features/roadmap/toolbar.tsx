import type { Phase } from '#contract/codes.ts'
import type { RoadmapView } from '#contract/roadmap-view.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabRoadmap } from '#contract/texts/tab-roadmap.ts'
import { words } from '#contract/texts/words.ts'
import { useSay } from '../../app/session.ts'
import { FilterMenu } from '../../parts/filter-menu.tsx'
import { ChevronDown, ChevronRight } from '../../parts/icons.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import bar from '../../parts/toolbar.module.css'
import { SearchField, ViewTabs } from '../../parts/toolbar.tsx'
import { PHASE_ORDER } from '../portfolio/row-words.ts'
import { type Choices, GROUPINGS } from './choices.ts'
import { monthFrom, type Period, STEP, ZOOMS, type Zoom } from './period.ts'
import css from './roadmap.module.css'

/** Grouping as tabs; period, filters and search; table and print. On a phone the period has nothing to change. */
export function Toolbar(props: {
  view: RoadmapView
  choices: Choices
  period: Period
  narrow: boolean
  onChoose: (next: Partial<Choices>) => void
}) {
  const { view, choices, narrow, onChoose } = props
  const say = useSay(tabRoadmap)
  const sayTab = useSay(tab)
  const sayWords = useSay(words)
  const flagged = view.projects.filter(({ flags }) => flags.length > 0).length
  const areas = [...new Set(view.projects.map(({ area }) => area))].filter((area) => area !== '').sort((a, b) => a.localeCompare(b, 'nb'))
  return (
    <div className={bar.bar}>
      {!narrow && (
        <ViewTabs
          label={say('group.label')}
          controls="roads"
          value={choices.grouping}
          views={GROUPINGS.map((value) => ({ value, label: say(`group.${value}`) }))}
          onView={(grouping) => onChoose({ grouping })}
        />
      )}
      {!narrow && !choices.table && <PeriodControl {...props} />}
      <SearchField label={say('search')} clear={sayTab('filter.clearSearch')} text={choices.text} onText={(text) => onChoose({ text })} />
      {!narrow && <span className={css.break} />}
      <fieldset className={bar.chips} aria-label={sayTab('filter.label')}>
        <FilterMenu
          label={sayTab('filter.programme')}
          value={choices.programme}
          options={view.programmes.map(({ key, title }) => ({ value: key, label: title }))}
          onChoose={(programme) => onChoose({ programme })}
        />
        <FilterMenu
          label={sayTab('filter.phase')}
          value={choices.phase}
          options={PHASE_ORDER.map((phase) => ({ value: phase, label: sayWords(`phase.${phase}`) }))}
          onChoose={(phase) => onChoose({ phase: phase as Phase | '' })}
        />
        <FilterMenu
          label={sayTab('filter.area')}
          value={choices.area}
          options={areas.map((area) => ({ value: area, label: area }))}
          onChoose={(area) => onChoose({ area })}
        />
        {flagged > 0 && (
          <button
            type="button"
            className={bar.chip}
            aria-pressed={choices.flagged}
            title={say('flag.why')}
            onClick={() => onChoose({ flagged: !choices.flagged })}
          >
            {say('flag.filter', { n: flagged })}
          </button>
        )}
        {!narrow && (
          <button type="button" className={bar.chip} onClick={() => onChoose({ table: !choices.table })}>
            {say(choices.table ? 'show.chart' : 'show.table')}
          </button>
        )}
        <button type="button" className={bar.chip} onClick={() => window.print()}>
          {say('print')}
        </button>
      </fieldset>
    </div>
  )
}

/** Which days are shown: a choice of lengths, and a step back, forward and home. */
function PeriodControl(props: { choices: Choices; period: Period; onChoose: (next: Partial<Choices>) => void }) {
  const { choices, period, onChoose } = props
  const say = useSay(tabRoadmap)
  const step = STEP[choices.zoom]
  const middle = choices.zoom === 'three' ? monthFrom(period.from, 12) : period.from
  const shown = choices.zoom === 'three' || choices.zoom === 'all' ? yearsOf(period) : say(`zoom.${choices.zoom}`)
  return (
    <fieldset className={css.zoom} aria-label={say('zoom.label')}>
      <MenuButton
        label={`${say('zoom.label')}: ${shown}`}
        className={bar.chip}
        groups={[
          {
            name: 'zoom',
            label: say('zoom.label'),
            value: choices.zoom,
            options: ZOOMS.map((value) => ({ value, label: say(`zoom.${value}`) })),
          },
        ]}
        onChoose={(_group, zoom) => onChoose({ zoom: zoom as Zoom })}
      >
        {shown}
        <ChevronDown />
      </MenuButton>
      {step > 0 && (
        <>
          <button
            type="button"
            className={`${bar.chip} ${css.back}`}
            aria-label={say('zoom.back')}
            title={say('zoom.back')}
            onClick={() => onChoose({ at: monthFrom(middle, -step) })}
          >
            <ChevronRight />
          </button>
          <button
            type="button"
            className={bar.chip}
            aria-label={say('zoom.forward')}
            title={say('zoom.forward')}
            onClick={() => onChoose({ at: monthFrom(middle, step) })}
          >
            <ChevronRight />
          </button>
          {choices.at !== '' && (
            <button type="button" className={bar.chip} onClick={() => onChoose({ at: '' })}>
              {say('zoom.today')}
            </button>
          )}
        </>
      )}
    </fieldset>
  )
}

const yearsOf = ({ from, to }: Period): string => {
  const [first, last] = [Number(from.slice(0, 4)), Number(monthFrom(to, -1).slice(0, 4))]
  return first === last ? String(first) : `${first}–${last}`
}
