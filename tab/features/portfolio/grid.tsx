import { lazy, Suspense } from 'react'
import { useMediaQuery } from '../../app/use-media-query.ts'
import type { GroupOfRows } from './filters.ts'
import type { PortfolioMemory } from './portfolio-page.tsx'
import { TreeGrid } from './tree-grid.tsx'

/** Only phones and high zoom need the cards; a desk should not wait for them. */
const CardList = lazy(() => import('./card-list.tsx').then((module) => ({ default: module.CardList })))

export interface GridProps {
  groups: readonly GroupOfRows[]
  today: string
  memory: PortfolioMemory
  onOpened: (key: string) => void
  onFolded: (folded: readonly string[]) => void
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
