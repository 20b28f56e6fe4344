import type { Phase } from '#contract/codes.ts'
import type { RoadmapRow } from '#contract/roadmap-view.ts'
import { PHASE_ORDER } from '../portfolio/row-words.ts'
import { ZOOMS, type Zoom } from './period.ts'

export const GROUPINGS = ['programme', 'area', 'phase'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What a person has chosen to see; stands in the address. */
export interface Choices {
  grouping: Grouping
  zoom: Zoom
  /** A day in the period shown; '' = today. */
  at: string
  programme: string
  area: string
  phase: Phase | ''
  text: string
  /** Only projects that cannot be placed in the handlingsplan. */
  flagged: boolean
  table: boolean
}

const oneOf = <T extends string>(codes: readonly T[], value: string | null, otherwise: T): T =>
  codes.find((code) => code === value) ?? otherwise

/** Reads the choices of an address; what is not known there is as if it had not been said. */
export function choicesOf(query: URLSearchParams): Choices {
  const text = (name: string) => query.get(name) ?? ''
  return {
    grouping: oneOf(GROUPINGS, query.get('group'), 'programme'),
    zoom: oneOf(ZOOMS, query.get('zoom'), 'three'),
    at: /^\d{4}-\d{2}-\d{2}$/.test(text('at')) ? text('at') : '',
    programme: text('programme'),
    area: text('area'),
    phase: PHASE_ORDER.find((phase) => phase === query.get('phase')) ?? '',
    text: text('q'),
    flagged: query.get('flagged') === '1',
    table: query.get('show') === 'table',
  }
}

/** The choices as an address says them; what is as always is left out. */
export function queryFrom(choices: Choices): Record<string, string> {
  return {
    group: choices.grouping === 'programme' ? '' : choices.grouping,
    zoom: choices.zoom === 'three' ? '' : choices.zoom,
    at: choices.at,
    programme: choices.programme,
    area: choices.area,
    phase: choices.phase,
    q: choices.text,
    flagged: choices.flagged ? '1' : '',
    show: choices.table ? 'table' : '',
  }
}

export const isNarrowed = ({ programme, area, phase, text, flagged }: Choices): boolean =>
  programme !== '' || area !== '' || phase !== '' || text.trim() !== '' || flagged

/** Everything shown again, in the grouping and period that were chosen. */
export const widened = (choices: Choices): Choices => ({ ...choices, programme: '', area: '', phase: '', text: '', flagged: false })

/** The projects that pass, in the order given. */
export function filtered(rows: readonly RoadmapRow[], { programme, area, phase, text, flagged }: Choices): RoadmapRow[] {
  const wanted = text.trim().toLocaleLowerCase('nb')
  return rows.filter(
    (row) =>
      (programme === '' || row.programme?.key === programme) &&
      (area === '' || row.area === area) &&
      (phase === '' || row.phase === phase) &&
      (!flagged || row.flags.length > 0) &&
      (wanted === '' || `${row.title}\n${row.programme?.title ?? ''}\n${row.area}`.toLocaleLowerCase('nb').includes(wanted)),
  )
}

export interface RowGroup<R> {
  key: string
  title: string
  rows: R[]
}

const byTitle = (a: { title: string }, b: { title: string }): number => a.title.localeCompare(b.title, 'nb')
/** What went furthest stands first, as in the pictures of a road: the eye follows one slope. */
const byPhase = (a: RoadmapRow, b: RoadmapRow): number => PHASE_ORDER.indexOf(b.phase) - PHASE_ORDER.indexOf(a.phase) || byTitle(a, b)

/** The projects under their headings; `naming` gives the words for what has no programme or area, and for the phases. */
export function groupedRows(
  rows: readonly RoadmapRow[],
  grouping: Grouping,
  naming: { none: string; phase: (phase: Phase) => string },
): RowGroup<RoadmapRow>[] {
  const groups = new Map<string, RowGroup<RoadmapRow>>()
  for (const row of rows) {
    const [key, title] =
      grouping === 'phase'
        ? [row.phase, naming.phase(row.phase)]
        : grouping === 'area'
          ? [row.area, row.area]
          : [row.programme?.key ?? '', row.programme?.title ?? '']
    const group = groups.get(key) ?? { key: `${grouping}:${key}`, title: key === '' ? naming.none : title, rows: [] }
    groups.set(key, group)
    group.rows.push(row)
  }
  const all = [...groups.entries()]
  const rank = (key: string) => (grouping === 'phase' ? PHASE_ORDER.indexOf(key as Phase) : key === '' ? 1 : 0)
  all.sort(([a, one], [b, other]) => rank(a) - rank(b) || byTitle(one, other))
  return all.map(([, group]) => ({ ...group, rows: group.rows.sort(grouping === 'phase' ? byTitle : byPhase) }))
}
