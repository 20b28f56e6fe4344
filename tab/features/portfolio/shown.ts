import type { ComponentType, DragEvent, KeyboardEvent } from 'react'
import type { PortfolioView, ProjectRow } from '#contract/views.ts'
import { type Filters, filtered, GROUPS, type GroupOfRows, grouped, type Places, placesOf } from './filters.ts'

/** How the rows are laid out, beyond which of them are there. */
export interface Arrangement {
  group: string
  /** A column's id, with `-` before it for the largest first; empty = by need. */
  sort: string
  /** Ids of the chosen columns; null = those everybody begins with. */
  columns: readonly string[] | null
}
export const BY_NEED: Arrangement = { group: 'need', sort: '', columns: null }

/** One column of the grid. `label` and `width` are only given by columns that are chosen. */
export interface Column {
  id: string
  Cell: ComponentType<{ row: ProjectRow; today: string }>
  label?: string
  /** A track of a CSS grid, and the least it needs in pixels. */
  width?: string
  least?: number
  className?: string
}

/** The rows as they stand on the screen. `visit` names the order they were put in, `places` remembers it. */
export interface Shown {
  rows: readonly ProjectRow[]
  groups: readonly GroupOfRows[]
  places: Places
  visit: string
  columns?: readonly Column[]
  /** What a card says beyond the usual, line by line. */
  lines?: (row: ProjectRow) => readonly string[]
}

/** How a project is moved in the board's order where there are no columns to drag in; `seen` are those on the screen, in order. */
export interface Moves {
  /** 1 for the first; null without a place. */
  placeOf(key: string): number | null
  all: number
  /** Up, down, or by the form that asks for the place. */
  move(key: string, how: 'up' | 'down' | 'to', seen: readonly string[]): void
}

/** What the page learns once the rest of it has loaded: finds, groups, order, columns; see tools/. */
export interface Extra {
  show(portfolio: PortfolioView, filters: Filters, arrangement: Arrangement, before: Shown | null): Shown
  /** Keys on a project's row that the grid itself does not know; true when it was one. */
  onKey(event: KeyboardEvent, key: string): boolean
  /** null where the rows do not stand in that order, and for those who may not. */
  moves: Moves | null
  drag: Partial<Record<'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd', (event: DragEvent<HTMLElement>) => void>>
}

/** Whether the first screen's own means are enough to show it. */
export const isPlain = (filters: Filters, arrangement: Arrangement): boolean =>
  filters.finds.length === 0 && arrangement.columns === null && arrangement.sort === '' && arrangement.group === 'need'

/** By need, worst first: the first screen, before anything else has loaded. */
export const showByNeed: Extra['show'] = (portfolio, filters, _arrangement, before) => {
  const places = placesOf(portfolio.projects, before?.visit === filters.view ? before.places : undefined)
  const rows = filtered(portfolio.projects, filters, portfolio.summary.decisionsUntil)
  return { rows, groups: grouped(rows, places, GROUPS), places, visit: filters.view }
}
