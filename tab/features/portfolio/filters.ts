import type { Phase } from '#contract/codes.ts'
import type { PortfolioGroup, PortfolioView, ProjectRow } from '#contract/views.ts'

export type SavedView = 'need' | 'mine' | 'realising'
/** What a number or chip narrows to. Several may be pressed; a project must pass them all. */
export type Narrowing = 'overdue' | 'offTrack' | 'decisions' | 'measured' | 'realised'

/** What the portfolio office looks for; answered from the details, once they are here. */
export type Find = 'lacking' | 'stop' | 'noOwner' | 'noIndicator'

export interface Filters {
  view: SavedView
  narrow: readonly Narrowing[]
  finds: readonly Find[]
  programme: string | null
  phase: Phase | null
  area: string | null
  text: string
}

export const NO_FILTERS: Filters = { view: 'need', narrow: [], finds: [], programme: null, phase: null, area: null, text: '' }

/** Whether anything is narrowed beyond the chosen view. */
export const isNarrowed = (filters: Filters): boolean =>
  filters.narrow.length + filters.finds.length > 0 ||
  filters.programme !== null ||
  filters.phase !== null ||
  filters.area !== null ||
  filters.text.trim() !== ''

export function toggled(filters: Filters, narrowing: Narrowing): Filters {
  const pressed = filters.narrow.includes(narrowing)
  return { ...filters, narrow: pressed ? filters.narrow.filter((one) => one !== narrowing) : [...filters.narrow, narrowing] }
}

/** The rows that pass, in the order given. */
export function filtered(rows: readonly ProjectRow[], filters: Filters, decisionsUntil: string): ProjectRow[] {
  const text = filters.text.trim().toLocaleLowerCase('nb')
  return rows.filter(
    (row) =>
      inView(row, filters.view) &&
      filters.narrow.every((one) => passes(row, one, decisionsUntil)) &&
      (filters.programme === null || row.programme?.key === filters.programme) &&
      (filters.phase === null || row.phase === filters.phase) &&
      (filters.area === null || row.area === filters.area) &&
      (text === '' || searchable(row).includes(text)),
  )
}

function inView(row: ProjectRow, view: SavedView): boolean {
  if (view === 'mine') return row.mine
  return view === 'realising' ? row.phase === 'realise' && row.state === 'active' : true
}

function passes(row: ProjectRow, narrowing: Narrowing, decisionsUntil: string): boolean {
  switch (narrowing) {
    case 'overdue':
      return row.overdue.length > 0
    case 'offTrack':
      return row.overall?.rating === 'red'
    case 'decisions':
      return row.nextDecision !== null && (row.nextDecision.late || (row.nextDecision.dueOn ?? '9999') <= decisionsUntil)
    case 'measured':
      return row.benefits.measured > 0
    case 'realised':
      return row.benefits.realised > 0
  }
}

const searchable = (row: ProjectRow): string =>
  [row.title, row.programme?.title ?? '', row.area, row.mainBenefit?.title ?? ''].join('\n').toLocaleLowerCase('nb')

/** The areas there are, for the menu. */
export const areasOf = (view: PortfolioView): string[] =>
  [...new Set(view.projects.map((row) => row.area))].filter((area) => area !== '').sort((a, b) => a.localeCompare(b, 'nb'))

/** `title` and `more` are given by groups that the catalogue has no word for. */
export interface GroupOfRows {
  id: string
  rows: ProjectRow[]
  title?: string
  more?: string
}
export const GROUPS: readonly PortfolioGroup[] = ['needsAction', 'watch', 'onPlan', 'resting']
const WEIGHT = { red: 0, yellow: 1, green: 2, notAssessed: 3 } as const
const weight = (row: ProjectRow) => WEIGHT[row.overall?.rating ?? 'notAssessed']

/** Worst first: by status, then by what is overdue, then by name. */
export const byNeed = (a: ProjectRow, b: ProjectRow): number =>
  weight(a) - weight(b) || b.overdue.length - a.overdue.length || a.title.localeCompare(b.title, 'nb')

/** Where each project stood when the page was opened: its group and its rank there. */
export type Places = ReadonlyMap<string, { group: string; rank: number }>

/**
 * The order of a visit: by need, worst first, unless another is asked for. It is settled once, so that a row changed by an
 * answer keeps its place under the pointer until the next visit; a project that was not there before comes last in its group.
 */
export function placesOf(
  rows: readonly ProjectRow[],
  before?: Places,
  groupOf: (row: ProjectRow) => string = (row) => row.group,
  order: (a: ProjectRow, b: ProjectRow) => number = byNeed,
): Places {
  if (before && rows.every((row) => before.has(row.key))) return before
  const places = new Map(before)
  for (const row of [...rows].sort(order)) if (!places.has(row.key)) places.set(row.key, { group: groupOf(row), rank: places.size })
  return places
}

/** The rows in their groups, in the order of `ids`; empty groups are left out. */
export function grouped(rows: readonly ProjectRow[], places: Places, ids: readonly string[]): GroupOfRows[] {
  const groups = new Map(ids.map((id): [string, ProjectRow[]] => [id, []]))
  const rankOf = (row: ProjectRow) => places.get(row.key)?.rank ?? 0
  for (const row of rows) groups.get(places.get(row.key)?.group ?? '')?.push(row)
  for (const each of groups.values()) each.sort((a, b) => rankOf(a) - rankOf(b))
  return [...groups].map(([id, each]) => ({ id, rows: each })).filter((one) => one.rows.length > 0)
}
