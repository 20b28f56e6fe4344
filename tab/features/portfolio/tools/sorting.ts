import type { DetailsRow } from '#contract/portfolio-details-view.ts'
import type { ProjectRow } from '#contract/views.ts'
import { byNeed } from '../filters.ts'
import { phaseNumber } from '../row-words.ts'
import type { ColumnId } from './choices.ts'

/** A project with what the details say of it; null while they are not here. */
export interface Detailed {
  row: ProjectRow
  details: DetailsRow | null
  /** 1 for the first in the board's order; null without a place. */
  place: number | null
}

const RATING = { red: 0, yellow: 1, green: 2, notAssessed: 3 } as const

/** The worse the lower: red counts more than any number of yellow ones. */
function worst(details: DetailsRow | null): number | null {
  if (!details?.parameters) return null
  const ratings = Object.values(details.parameters)
  const count = (wanted: string) => ratings.filter((rating) => rating === wanted).length
  return -(count('red') * 10 + count('yellow'))
}

/** What a project stands by in a column; null (nothing known) always stands last, whichever way it is turned. */
export function sortValue(column: ColumnId | 'project', { row, details, place }: Detailed): number | string | null {
  const main = row.mainBenefit?.assessment
  switch (column) {
    case 'project':
      return row.title
    case 'rank':
      return place
    case 'phase':
      return phaseNumber(row.phase)
    case 'status':
      return row.state === 'active' ? RATING[row.overall?.rating ?? 'notAssessed'] : null
    case 'parameters':
      return worst(details)
    case 'benefit':
    case 'achieved':
      return main?.achievementPercent ?? null
    case 'forecast':
      return main?.forecastPercent ?? null
    case 'trackShare':
      return row.benefits.measured === 0 ? null : row.benefits.onTrack / row.benefits.measured
    case 'decision':
      return row.nextDecision?.dueOn ?? null
    case 'overdue':
      return row.overdue.length === 0 ? null : row.overdue.length
    case 'reported':
      return row.lastReported?.on ?? null
    case 'programme':
      return row.programme?.title ?? null
    case 'area':
      return row.area || null
    case 'owner':
      return details?.ownerName ?? null
    case 'ownerUnit':
      return details?.ownerUnit ?? null
    case 'endOn':
      return details?.forecastEndOn ?? details?.endOn ?? null
    case 'budget':
    case 'spent':
    case 'forecastCost':
      return details?.[column] ?? null
  }
}

const collator = new Intl.Collator('nb')

/** The order of a sort, `rank` or `-budget`; equal ones stand by need. Each project's value is found once. */
export function orderOf(sort: string, projects: readonly Detailed[]): (a: ProjectRow, b: ProjectRow) => number {
  if (sort === '') return byNeed
  const turned = sort.startsWith('-') ? -1 : 1
  const column = sort.replace(/^-/, '') as ColumnId
  const values = new Map(projects.map((one) => [one.row.key, sortValue(column, one)]))
  return (a, b) => {
    const [x = null, y = null] = [values.get(a.key), values.get(b.key)]
    if (x === null || y === null) return x === y ? byNeed(a, b) : x === null ? 1 : -1
    const way = typeof x === 'string' ? collator.compare(x, String(y)) : x - Number(y)
    return way === 0 ? byNeed(a, b) : way * turned
  }
}
