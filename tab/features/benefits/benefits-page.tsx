import { useMemo } from 'react'
import { type BenefitsView, benefitsView } from '#contract/benefits-view.ts'
import { csvOf } from '#contract/csv.ts'
import { tab } from '#contract/texts/tab.ts'
import { tabBenefits } from '#contract/texts/tab-benefits.ts'
import { words as wordTexts } from '#contract/texts/words.ts'
import { useHashQuery } from '../../app/hash-query.ts'
import { useSay, useSession } from '../../app/session.ts'
import { useView } from '../../app/use-view.ts'
import { AsOf } from '../../parts/as-of.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { PageHeading } from '../../parts/page-heading.tsx'
import partsCss from '../../parts/parts.module.css'
import bar from '../../parts/toolbar.module.css'
import { openBenefits } from '../../store/storable.ts'
import { BenefitGrid } from './benefit-grid.tsx'
import { type BenefitSay, tableOf, takeOutWord } from './benefit-table.ts'
import css from './benefits.module.css'
import { BenefitsToolbar } from './benefits-toolbar.tsx'
import { type Choices, choicesOf, filtered, filterQuery, groupedRows, isNarrowed, type Listed, listedOf, queryFrom } from './choices.ts'
import { DoubleCounts } from './double-counts.tsx'
import { download } from './download.ts'
import { Sums } from './sums.tsx'

/** Gevinster: all benefits across projects, what they add up to year by year, and what may be counted twice. */
export function BenefitsPage() {
  const say = useSay(tabBenefits)
  const { loaded, reload } = useView({ schema: benefitsView, path: '/api/benefits', kept: { storable: openBenefits } })
  if (loaded.state === 'ready') {
    return (
      <>
        <AsOf of={loaded} />
        <Benefits view={loaded.view} />
      </>
    )
  }
  return <NotReady of={loaded} title={say('title')} className={bar.sentence} shape="rows" onRetry={reload} />
}

function Benefits({ view }: { view: BenefitsView }) {
  const { language } = useSession()
  const say = useSay(tabBenefits)
  const sayTab = useSay(tab)
  const sayWords = useSay(wordTexts)
  const words: BenefitSay = useMemo(() => ({ say, sayWords, language }), [say, sayWords, language])
  const [query, setQuery] = useHashQuery()
  const address = query.toString()
  const choices = useMemo(() => choicesOf(new URLSearchParams(address)), [address])
  const choose = (next: Partial<Choices>) => setQuery(queryFrom({ ...choices, ...next }))
  const listed = useMemo(() => listedOf(view), [view])
  const programmes = useMemo(() => new Map(view.programmes.map(({ key, title }) => [key, title])), [view])
  const rows = useMemo(() => filtered(listed, choices.filter), [listed, choices.filter])
  const groups = useMemo(() => {
    const found = groupedRows(rows, choices, (row) => groupTitle(row, choices.grouping, programmes, words))
    return found.map((group) => ({ ...group, note: say('group.count', { n: group.rows.length }) }))
  }, [rows, choices, programmes, words, say])
  const all = listed.length
  const narrowed = isNarrowed(choices.filter) || choices.filter.takeOut !== undefined
  const save = () =>
    download(
      `${say('csv.name')}-${view.today}.csv`,
      csvOf(
        tableOf(
          groups.flatMap((group) => group.rows),
          programmes,
          words,
        ),
      ),
    )
  return (
    <>
      <PageHeading title={say('title')} className={bar.sentence}>
        {sentenceOf(view, say)}
      </PageHeading>
      {all === 0 ? (
        <p className={bar.nothing}>{say('empty.why')}</p>
      ) : (
        <>
          <BenefitsToolbar view={view} choices={choices} words={words} onChoose={choose} onDownload={save} />
          {narrowed && (
            <p className={bar.hits} role="status">
              {say('filter.hits', { n: rows.length, all })}{' '}
              <button type="button" className={`${partsCss.link} ${partsCss.inText}`} onClick={() => choose({ filter: {} })}>
                {sayTab('filter.reset')}
              </button>
            </p>
          )}
          <div id="benefits" className={css.page}>
            {rows.length === 0 ? (
              <p className={bar.nothing}>{say('empty.noHits')}</p>
            ) : (
              <>
                <Sums
                  query={new URLSearchParams(filterQuery(choices.filter)).toString()}
                  projects={view.projects}
                  year={view.today.slice(0, 4)}
                  words={words}
                />
                {!narrowed && <DoubleCounts view={view} rows={listed} words={words} />}
                <BenefitGrid
                  groups={groups}
                  year={view.today.slice(0, 4)}
                  sort={choices.sort}
                  words={words}
                  onSort={(sort) => choose({ sort })}
                />
              </>
            )}
          </div>
        </>
      )}
    </>
  )
}

function sentenceOf({ benefits, projects }: BenefitsView, say: BenefitSay['say']): string {
  const real = benefits.filter(({ drawback }) => !drawback)
  if (real.length === 0) return `${say('sentence.none')}.`
  const lacking = real.filter(({ lacks }) => lacks.length > 0).length
  const first = `${say('sentence.all', { n: real.length, projects: projects.length })}.`
  return lacking === 0 ? first : `${first} ${say('sentence.lacking', { n: lacking })}.`
}

function groupTitle(row: Listed, grouping: Choices['grouping'], programmes: ReadonlyMap<string, string>, words: BenefitSay): string {
  const { say, sayWords } = words
  const none = say('group.none')
  switch (grouping) {
    case 'category':
      return sayWords(`category.${row.category}`)
    case 'level':
      return capital(sayWords(`level.${row.level}`))
    case 'takeOut':
      return capital(takeOutWord(row, words))
    case 'area':
      return row.area === '' ? none : row.area
    case 'project':
      return row.project.title
    case 'programme':
      return programmes.get(row.project.programmeKey ?? '') ?? none
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
