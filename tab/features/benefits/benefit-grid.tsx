// biome-ignore-all lint/a11y/useSemanticElements: cells of a tree grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the unit of focus, its cells are read with it
import { useId } from 'react'
import { hrefOf } from '../../app/route.ts'
import { useSession } from '../../app/session.ts'
import { useMediaQuery } from '../../app/use-media-query.ts'
import { Status, shapeOfCourse } from '../../parts/status-mark.tsx'
import { type TreeGroup, TreeRows } from '../../parts/tree-rows.tsx'
import { amountWords, type BenefitSay, takeOutWord } from './benefit-table.ts'
import css from './benefits.module.css'
import type { Choices, Listed, SortBy } from './choices.ts'

const ROW_PX = 46
const CARD_PX = 156

/** Benefits as rows under headings; the headings of the columns sort. Who answers for one stands in its row, and nowhere else. */
export function BenefitGrid(props: {
  groups: readonly TreeGroup<Listed>[]
  year: string
  sort: Choices['sort']
  words: BenefitSay
  onSort: (sort: Choices['sort']) => void
}) {
  const { groups, year, sort, words, onSort } = props
  const { go } = useSession()
  const narrow = useMediaQuery('(max-width: 639px)')
  const help = useId()
  const { say } = words
  const heading = (index: number, className: string | undefined, text: string, by?: SortBy) => (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={by === undefined || sort.by !== by ? undefined : sort.down ? 'descending' : 'ascending'}
      className={className}
    >
      {by === undefined ? (
        text
      ) : (
        <button
          type="button"
          className={css.sort}
          onClick={() => onSort({ by, down: sort.by === by ? !sort.down : by !== 'title' && by !== 'owner' })}
        >
          {text}
          {sort.by === by && <span aria-hidden="true">{sort.down ? ' ↓' : ' ↑'}</span>}
        </button>
      )}
    </div>
  )
  return (
    <>
      <p id={help} hidden>
        {say('grid.help')}
      </p>
      <TreeRows
        name="benefits"
        label={say('grid.label')}
        describedBy={help}
        columns={6}
        rowClass={css.columns}
        rowHeight={narrow ? CARD_PX : ROW_PX}
        groups={groups}
        onOpen={(row) => go({ name: 'project', key: row.projectKey })}
        head={
          <>
            {heading(1, css.title, say('column.benefit'), 'title')}
            {heading(2, css.kind, say('column.kind'))}
            {heading(3, css.owner, say('column.owner'), 'owner')}
            {heading(4, css.amount, say('column.planned', { year }), 'planned')}
            {heading(5, css.amount, say('column.realised', { year }), 'realised')}
            {heading(6, css.course, say('column.course'))}
          </>
        }
        row={(row) => <Cells row={row} words={words} year={year} />}
      />
    </>
  )
}

function Cells({ row, words, year }: { row: Listed; words: BenefitSay; year: string }) {
  const { say, sayWords } = words
  const under = [
    row.project.title,
    ...(row.drawback ? [say('row.drawback')] : []),
    ...(row.countedIn === null ? [] : [say('row.countedIn', { title: row.countedIn.title })]),
  ]
  const kind = `${sayWords(`level.${row.level}`)}, ${takeOutWord(row, words)}`
  return (
    <>
      <div role="rowheader" aria-colindex={1} className={css.title}>
        <a href={hrefOf({ name: 'project', key: row.projectKey })} tabIndex={-1} title={row.title} className={css.name}>
          {row.title}
        </a>
        <span className={css.under} title={under.join(' · ')}>
          {under.join(' · ')}
        </span>
      </div>
      <div role="gridcell" aria-colindex={2} className={css.kind}>
        <span className={css.line}>{sayWords(`category.${row.category}`)}</span>
        <span className={css.under} title={kind}>
          {kind}
        </span>
      </div>
      <div role="gridcell" aria-colindex={3} className={css.owner}>
        <span className={css.line}>{row.ownerName ?? say('row.noOwner')}</span>
        <span className={css.under}>{row.area}</span>
      </div>
      <div role="gridcell" aria-colindex={4} className={css.amount}>
        <span className={css.narrowLabel}>{say('column.planned', { year })} </span>
        {amountWords(row.planned, row, words)}
      </div>
      <div role="gridcell" aria-colindex={5} className={css.amount}>
        <span className={css.narrowLabel}>{say('column.realised', { year })} </span>
        {amountWords(row.realised, row, words)}
      </div>
      <div role="gridcell" aria-colindex={6} className={css.course}>
        {row.course === null ? (
          <span className={css.line}>{say(`state.${row.state}`)}</span>
        ) : (
          <Status shape={shapeOfCourse(row.course)}>{sayWords(`course.${row.course}`)}</Status>
        )}
        {row.lacks.length > 0 && row.course !== 'baselineMissing' && (
          <span className={css.under}>{row.lacks.map((lack) => say(`lack.${lack}`)).join(', ')}</span>
        )}
      </div>
    </>
  )
}
