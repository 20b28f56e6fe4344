/** What rows can be grouped by; `none` is one group with them all. */
export const GROUPINGS = ['need', 'programme', 'phase', 'area', 'ownerUnit', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Columns beside the project itself, in the order they stand in; the first six are those everybody begins with. */
export const COLUMN_IDS = [
  'rank',
  'phase',
  'status',
  'parameters',
  'benefit',
  'achieved',
  'forecast',
  'trackShare',
  'decision',
  'overdue',
  'reported',
  'programme',
  'area',
  'owner',
  'ownerUnit',
  'endOn',
  'budget',
  'spent',
  'forecastCost',
] as const
export type ColumnId = (typeof COLUMN_IDS)[number]
export const FIRST_COLUMNS: readonly ColumnId[] = ['phase', 'status', 'benefit', 'decision', 'overdue', 'reported']
