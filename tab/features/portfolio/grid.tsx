import { lazy, Suspense } from 'react'
import { useMediaQuery } from '../../app/use-media-query.ts'
import type { PortfolioMemory } from './portfolio-page.tsx'
import type { Extra, Shown } from './shown.ts'
import { TreeGrid } from './tree-grid.tsx'

/** Only phones and high zoom need the cards; a desk should not wait for them. */
const CardList = lazy(() => import('./card-list.tsx').then((module) => ({ default: module.CardList })))

export interface GridProps {
  shown: Shown
  today: string
  memory: PortfolioMemory
  onOpened: (key: string) => void
  onFolded: (folded: readonly string[]) => void
  /** A column's id, with `-` before it when the largest stand first. */
  sort: string
  onSort: (column: string) => void
  extra: Extra | null
}

/** The rows as a grid, or as cards where a grid would not fit (< 640 px, which is also 1280 px at 200 % zoom and up). */
export function ProjectGrid(props: GridProps) {
  const narrow = useMediaQuery('(max-width: 639px)')
  return narrow ? (
    <Suspense fallback={null}>
      <CardList {...props} />
    </Suspense>
  ) : (
    <TreeGrid {...props} />
  )
}
