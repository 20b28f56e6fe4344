import type { Phase } from '#contract/codes.ts'
import { type Filters, type Find, type Narrowing, NO_FILTERS, type SavedView } from '../filters.ts'
import { PHASE_ORDER } from '../row-words.ts'
import { type Arrangement, BY_NEED } from '../shown.ts'
import { COLUMN_IDS, type ColumnId, GROUPINGS, type Grouping } from './choices.ts'

/** A whole way of looking at the portfolio: which rows, and how they are laid out. */
export interface View {
  filters: Filters
  arrangement: Arrangement
}

const VIEWS: readonly SavedView[] = ['need', 'mine', 'realising']
const NARROWINGS: readonly Narrowing[] = ['overdue', 'offTrack', 'decisions', 'measured', 'realised']
export const FINDS: readonly Find[] = ['lacking', 'stop', 'noOwner', 'noIndicator']

const isOneOf = <T extends string>(known: readonly T[], value: string | null): value is T =>
  (known as readonly (string | null)[]).includes(value)
const listOf = <T extends string>(known: readonly T[], text: string | null): T[] => {
  const asked = (text ?? '').split(',')
  return known.filter((one) => asked.includes(one))
}

/** The view as it stands in the address, `only=overdue&group=phase&sort=-rank`; what everybody begins with is left out. */
export function encodeView({ filters, arrangement }: View): string {
  const parts = {
    view: filters.view === 'need' ? '' : filters.view,
    only: filters.narrow.join(','),
    find: filters.finds.join(','),
    programme: filters.programme ?? '',
    phase: filters.phase ?? '',
    area: filters.area ?? '',
    q: filters.text.trim(),
    group: arrangement.group === 'need' ? '' : arrangement.group,
    sort: arrangement.sort,
    columns: arrangement.columns === null ? '' : arrangement.columns.join(',') || 'none',
  }
  return new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString().replace(/%2C/g, ',')
}

/** Reads an address; what is not known (an older or mistyped link) is left out, and the rest still holds. */
export function decodeView(query: string): View {
  const read = new URLSearchParams(query)
  const view = read.get('view')
  const phase = read.get('phase')
  const group = read.get('group')
  const sort = read.get('sort') ?? ''
  const columns = read.get('columns')
  return {
    filters: {
      ...NO_FILTERS,
      view: isOneOf(VIEWS, view) ? view : 'need',
      narrow: listOf(NARROWINGS, read.get('only')),
      finds: listOf(FINDS, read.get('find')),
      programme: read.get('programme') || null,
      phase: isOneOf<Phase>(PHASE_ORDER, phase) ? phase : null,
      area: read.get('area') || null,
      text: read.get('q') ?? '',
    },
    arrangement: {
      group: isOneOf<Grouping>(GROUPINGS, group) ? group : BY_NEED.group,
      sort: isOneOf<ColumnId | 'project'>(['project', ...COLUMN_IDS], sort.replace(/^-/, '')) ? sort : '',
      columns: columns === null ? null : listOf(COLUMN_IDS, columns),
    },
  }
}

/** The address of a saved view; one that is as everybody begins still names its view, so that it takes others away. */
export const hrefOfView = ({ query }: { query: string }): string => (query === '' ? '#/?view=need' : `#/?${query}`)
