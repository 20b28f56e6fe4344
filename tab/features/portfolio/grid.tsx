import { useMediaQuery } from '../../app/use-media-query.ts'
import { CardList } from './card-list.tsx'
import type { GroupOfRows } from './filters.ts'
import type { PortfolioMemory } from './portfolio-page.tsx'
import { TreeGrid } from './tree-grid.tsx'

export interface GridProps {
  groups: readonly GroupOfRows[]
  today: string
  memory: PortfolioMemory
  onOpened: (key: string) => void
  onFolded: (folded: readonly string[]) => void
}

/** The rows as a grid, or as cards where a grid would not fit (< 640 px, which is also 1280 px at 200 % zoom and up). */
export function ProjectGrid(props: GridProps) {
  return useMediaQuery('(max-width: 639px)') ? <CardList {...props} /> : <TreeGrid {...props} />
}
