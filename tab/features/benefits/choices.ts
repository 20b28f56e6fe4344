import type { BenefitFilter } from '#contract/benefit-filter.ts'
import { benefitFilter, passesFilter } from '#contract/benefit-filter.ts'
import type { BenefitProject, BenefitRow, BenefitsView } from '#contract/benefits-view.ts'

export const GROUPINGS = ['category', 'level', 'area', 'programme', 'project', 'takeOut'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const SORTS = ['title', 'owner', 'planned', 'realised'] as const
export type SortBy = (typeof SORTS)[number]

/** What a person has chosen to see; stands in the address. */
export interface Choices {
  filter: BenefitFilter
  grouping: Grouping
  sort: { by: SortBy; down: boolean }
}

const FILTERS = ['takeOut', 'category', 'level', 'area', 'programme', 'q', 'lacking', 'mine'] as const

/** Reads the choices of an address; a filter that cannot be is as if it had not been said. */
export function choicesOf(query: URLSearchParams): Choices {
  const given = Object.fromEntries(FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])))
  const parsed = benefitFilter.safeParse(given)
  const [by, down] = (query.get('sort') ?? '').split('.')
  return {
    filter: parsed.success ? parsed.data : {},
    grouping: GROUPINGS.find((one) => one === query.get('group')) ?? 'category',
    sort: { by: SORTS.find((one) => one === by) ?? 'title', down: down === 'down' },
  }
}

/** The choices as an address says them; what is as always is left out. */
export function queryFrom({ filter, grouping, sort }: Choices): Record<string, string> {
  const sorted = sort.by === 'title' && !sort.down ? '' : `${sort.by}${sort.down ? '.down' : ''}`
  return { ...filterQuery(filter), group: grouping === 'category' ? '' : grouping, sort: sorted }
}

/** The filter as the server is asked for its sums. */
export const filterQuery = (filter: BenefitFilter): Record<string, string> =>
  Object.fromEntries(FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])))

/** Whether anything is narrowed beyond the tab that is chosen. */
export const isNarrowed = ({ takeOut: _takeOut, ...rest }: BenefitFilter): boolean => Object.keys(filterQuery(rest)).length > 0

/** A benefit with the project it belongs to. */
export interface Listed extends BenefitRow {
  project: BenefitProject
  /** Planned and realised this year; null = none planned, or not measured. */
  planned: number | null
  realised: number | null
}

/** All benefits with their projects, as they are listed. */
export function listedOf(view: BenefitsView): Listed[] {
  const projects = new Map(view.projects.map((project) => [project.key, project]))
  const year = view.today.slice(0, 4)
  return view.benefits.flatMap((row): Listed[] => {
    const project = projects.get(row.projectKey)
    const now = row.years.find((one) => one.year === year)
    return project ? [{ ...row, project, planned: now?.planned ?? null, realised: now?.realised ?? null }] : []
  })
}

export const filtered = (rows: readonly Listed[], filter: BenefitFilter): Listed[] =>
  rows.filter((row) => passesFilter(row, row.project, filter))

export interface RowGroup {
  key: string
  title: string
  rows: Listed[]
}

/** The benefits under their headings, sorted within each; `titleOf` names a heading, '' is what is not given and stands last. */
export function groupedRows(rows: readonly Listed[], { grouping, sort }: Choices, titleOf: (row: Listed) => string): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const id = keyOf(row, grouping)
    const group = groups.get(id) ?? { key: `${grouping}:${id}`, title: titleOf(row), rows: [] }
    groups.set(id, group)
    group.rows.push(row)
  }
  const order = orderOf(sort)
  return [...groups]
    .sort(([a, one], [b, other]) => Number(a === '') - Number(b === '') || one.title.localeCompare(other.title, 'nb'))
    .map(([, group]) => ({ ...group, rows: group.rows.sort(order) }))
}

function keyOf(row: Listed, grouping: Grouping): string {
  switch (grouping) {
    case 'programme':
      return row.project.programmeKey ?? ''
    case 'project':
      return row.projectKey
    case 'takeOut':
      return row.takeOut ?? ''
    default:
      return row[grouping]
  }
}

const byTitle = (a: Listed, b: Listed): number =>
  a.title.localeCompare(b.title, 'nb') || a.project.title.localeCompare(b.project.title, 'nb')

/** Amounts are only compared within one unit: the units stand after each other, what has none last. */
function orderOf({ by, down }: Choices['sort']): (a: Listed, b: Listed) => number {
  const turn = down ? -1 : 1
  if (by === 'title') return (a, b) => turn * byTitle(a, b)
  if (by === 'owner') return (a, b) => turn * (a.ownerName ?? '~').localeCompare(b.ownerName ?? '~', 'nb') || byTitle(a, b)
  return (a, b) => {
    const [one, other] = [a[by], b[by]]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byTitle(a, b)
    return (a.unit ?? '~').localeCompare(b.unit ?? '~') || turn * (one - other) || byTitle(a, b)
  }
}
