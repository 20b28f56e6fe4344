import { tabPortfolio } from '#contract/texts/tab-portfolio.ts'
import type { ProjectRow } from '#contract/views.ts'
import { useSay } from '../../../app/session.ts'
import { Hidden } from '../../../parts/hidden.tsx'
import css from './tools.module.css'

export interface RankCellProps {
  row: ProjectRow
  place: number | null
  all: number
  /** Opens the form that moves a project; null for those who may not. */
  onMove: ((key: string) => void) | null
}

/** A project's place. Who may move it drags the place, or presses it to choose another. */
export function RankCell({ row, place, all, onMove }: RankCellProps) {
  const say = useSay(tabPortfolio)
  const ended = row.state === 'stopped' || row.state === 'closed'
  const words = place === null ? say('rank.without') : say('rank.place', { n: place, all })
  if (onMove === null || ended) {
    return (
      <span className={css.rank}>
        <span aria-hidden="true">{place ?? '–'}</span>
        <Hidden>{words}</Hidden>
      </span>
    )
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      draggable
      className={css.rankButton}
      aria-label={`${words}. ${say('rank.move', { title: row.title })}`}
      title={say('rank.move', { title: row.title })}
      onClick={() => onMove(row.key)}
    >
      <span className={css.grip} aria-hidden="true" />
      {place ?? '–'}
    </button>
  )
}
