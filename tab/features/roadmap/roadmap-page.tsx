import { useMemo } from 'react'
import type { Phase } from '#contract/codes.ts'
import { type RoadmapRow, type RoadmapView, roadmapView } from '#contract/roadmap-view.ts'
import { formatDate } from '#contract/texts/format.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabRoadmap } from '#contract/texts/tab-roadmap.ts'
import { words as wordTexts } from '#contract/texts/words.ts'
import { useHashQuery } from '../../app/hash-query.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import bar from '../../parts/toolbar.module.css'
import { openRoads } from '../../store/storable.ts'
import { Nothing } from '../portfolio/nothing.tsx'
import { decisionsSentence } from '../portfolio/sentence.ts'
import { type Choices, choicesOf, filtered, groupedRows, isNarrowed, queryFrom, widened } from './choices.ts'
import { DecisionList } from './decision-list.tsx'
import { Legend } from './legend.tsx'
import { dayBefore, periodOf, wholeOf } from './period.ts'
import { RoadChart } from './road-chart.tsx'
import { RoadTable } from './road-table.tsx'
import type { RoadSay } from './road-words.ts'
import css from './roadmap.module.css'
import { Toolbar } from './toolbar.tsx'

/** Veikart: all projects on one timeline, by programme, area or phase. */
export function RoadmapPage() {
  const say = useSay(tabRoadmap)
  const { loaded, reload } = useView({ schema: roadmapView, path: '/api/roadmap', kept: { storable: openRoads } })
  if (loaded.state === 'ready') {
    return (
      <>
        <AsOf of={loaded} />
        <Roadmap view={loaded.view} />
      </>
    )
  }
  return <NotReady of={loaded} title={say('title')} className={bar.sentence} shape="rows" onRetry={reload} />
}

function Roadmap({ view }: { view: RoadmapView }) {
  const { language } = useSession()
  const say = useSay(tabRoadmap)
  const sayTab = useSay(tab)
  const sayWords = useSay(wordTexts)
  const narrow = useMediaQuery('(max-width: 639px)')
  const [query, setQuery] = useHashQuery()
  const address = query.toString()
  const choices = useMemo(() => choicesOf(new URLSearchParams(address)), [address])
  const choose = (next: Partial<Choices>) => setQuery(queryFrom({ ...choices, ...next }))
  const words: RoadSay = useMemo(
    () => ({ say, sayTab, sayWords, language, today: view.today }),
    [say, sayTab, sayWords, language, view.today],
  )
  const rows = useMemo(() => filtered(view.projects, choices), [view, choices])
  const groups = useMemo(() => {
    const none = say(choices.grouping === 'area' ? 'group.noArea' : 'group.noProgramme')
    const found = groupedRows(rows, choices.grouping, { none, phase: (phase: Phase) => sayWords(`phase.${phase}`) })
    return found.map((group) => ({ ...group, note: say('group.count', { n: group.rows.length }) }))
  }, [rows, choices.grouping, say, sayWords])
  const period = useMemo(
    () =>
      periodOf(choices.zoom, choices.at === '' ? view.today : choices.at, { plan: view.plan, whole: wholeOf(view.projects, view.today) }),
    [choices.zoom, choices.at, view],
  )
  const all = view.projects.length
  return (
    <>
      <PageHeading title={say('title')} className={bar.sentence}>
        {all === 0 ? `${sayTab('sentence.none')}.` : decisionsSentence(view, sayTab, language)}
      </PageHeading>
      {all === 0 ? (
        <Nothing />
      ) : (
        <>
          <Toolbar view={view} choices={choices} period={period} narrow={narrow} onChoose={choose} />
          {isNarrowed(choices) && (
            <p className={bar.hits} role="status">
              {sayTab('filter.hits', { n: rows.length, all })}{' '}
              <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={() => setQuery(queryFrom(widened(choices)))}>
                {sayTab('filter.reset')}
              </button>
            </p>
          )}
          {!narrow && !choices.table && <Legend />}
          {!narrow && !choices.table && (
            <p className={partsCss.hidden} role="status">
              {say('zoom.shows', { from: formatDate(period.from, language), to: formatDate(dayBefore(period.to), language) })}
            </p>
          )}
          <div id="roads" className={css.page}>
            <Shown rows={rows} groups={groups} narrow={narrow} table={choices.table} period={period} words={words} />
          </div>
        </>
      )}
    </>
  )
}

function Shown(props: {
  rows: readonly RoadmapRow[]
  groups: readonly { key: string; title: string; note: string; rows: RoadmapRow[] }[]
  narrow: boolean
  table: boolean
  period: { from: string; to: string }
  words: RoadSay
}) {
  const { rows, groups, words } = props
  if (rows.length === 0) return <p className={bar.nothing}>{words.sayTab('empty.noHits')}</p>
  if (props.table) return <RoadTable groups={groups} words={words} />
  if (props.narrow) return <DecisionList rows={rows} words={words} />
  return <RoadChart groups={groups} period={props.period} words={words} />
}
