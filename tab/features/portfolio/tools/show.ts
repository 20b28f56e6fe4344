import type { PortfolioDetails } from '#contract/portfolio-details-view.ts'
import type { Translator } from '#contract/texts/catalogue.ts'
import { formatMoney, formatNumber } from '#contract/texts/format.ts'
import type { words as codeWords } from '#contract/texts/words.ts'
import type { ProjectRow } from '#contract/views.ts'
import { type Filters, filtered, GROUPS, type GroupOfRows, grouped, placesOf } from '../filters.ts'
import { PHASE_ORDER } from '../row-words.ts'
import { type Arrangement, type Column, type Extra, isPlain } from '../shown.ts'
import { type ColumnId, FIRST_COLUMNS, type Grouping } from './choices.ts'
import { columnNamed, projectColumn, whyColumn } from './columns.tsx'
import { type Detailed, orderOf } from './sorting.ts'
import { totalsOf } from './totals.ts'
import { isFound, type Words, whyLine, whysOf } from './why-words.ts'

/** What showing the portfolio takes beside the rows themselves. */
export interface Showing extends Words {
  details: PortfolioDetails | null
  sayWords: Translator<typeof codeWords>
  /** The board's order as it stands on this screen: a move shows before it is saved. */
  ranked: readonly string[]
  /** Opens the form that moves a project in the order; null for those who may not. */
  onMove: ((key: string) => void) | null
  detailed: (row: ProjectRow) => Detailed
}

/** What the details and the order say of each project. */
export function detailsOf(details: PortfolioDetails | null, ranked: readonly string[]): Showing['detailed'] {
  const byKey = new Map((details?.projects ?? []).map((one) => [one.key, one]))
  const placeOf = new Map(ranked.map((key, i) => [key, i + 1]))
  return (row) => ({ row, details: byKey.get(row.key) ?? null, place: placeOf.get(row.key) ?? null })
}

/** The rows as the person has chosen to see them. Keeps the order of the visit until another one is asked for. */
export function showWith(showing: Showing): Extra['show'] {
  const { ranked, detailed } = showing
  const columns = columnsOnce(showing)
  return (portfolio, filters, arrangement, before) => {
    const { group, sort } = arrangement
    const byRank = sort.replace('-', '') === 'rank'
    // A move in the order is the person's own: then the rows do change places.
    const visit = isPlain({ ...filters, finds: [] }, { ...arrangement, columns: null })
      ? filters.view
      : [filters.view, group, sort, byRank && ranked].join()
    const kept = before?.visit === visit ? before.places : undefined
    const known = kept && portfolio.projects.every((row) => kept.has(row.key))
    const places = known
      ? kept
      : placesOf(portfolio.projects, kept, (row) => groupOf(group, detailed(row)), orderOf(sort, portfolio.projects.map(detailed)))
    const rows = filtered(portfolio.projects, filters, portfolio.summary.decisionsUntil).filter((row) =>
      filters.finds.every((find) => isFound(find, row, detailed(row).details)),
    )
    const ids = group === 'need' ? GROUPS : group === 'phase' ? PHASE_ORDER : namesOf([...places.values()].map((one) => one.group))
    const groups = grouped(rows, places, ids)
    const plain = isPlain(filters, arrangement)
    return {
      rows,
      places,
      visit,
      groups: plain ? groups : groups.map((one) => named(one, group, one.rows.map(detailed), showing)),
      ...(plain ? {} : { columns: columns(filters, arrangement), lines: linesOf(filters, arrangement, showing) }),
    }
  }
}

/** Which group a project belongs to; empty when the list does not say. */
function groupOf(group: string, { row, details }: Detailed): string {
  switch (group as Grouping) {
    case 'programme':
      return row.programme?.title ?? ''
    case 'phase':
      return row.phase
    case 'area':
      return row.area
    case 'ownerUnit':
      return details?.ownerUnit ?? ''
    case 'none':
      return 'all'
    default:
      return row.group
  }
}

/** Each once, in order; what is not given comes last. */
const namesOf = (names: readonly string[]): string[] =>
  [...new Set(names)].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'nb'))

function named(group: GroupOfRows, grouping: string, projects: readonly Detailed[], showing: Showing): GroupOfRows {
  const { say, sayWords } = showing
  const more = totalWords(projects, showing)
  if (grouping === 'need') return { ...group, more }
  const title =
    grouping === 'none'
      ? say('group.all')
      : grouping === 'phase'
        ? sayWords(`phase.${group.id as 'idea'}`)
        : group.id || say('group.missing')
  return { ...group, title, more }
}

/** «12 av 20 gevinster i rute · 3 forfalt · budsjett 84 000 000 kr · 2026: 1 200 av planlagt 1 640 timer»: never one sum of two units. */
function totalWords(projects: readonly Detailed[], { say, sayWords, language, today }: Showing): string {
  const totals = totalsOf(projects)
  const parts: string[] = []
  if (totals.measured > 0) parts.push(say('total.onTrack', { n: totals.onTrack, all: totals.measured }))
  if (totals.overdue > 0) parts.push(say('total.overdue', { n: totals.overdue }))
  for (const { currency, amount } of totals.budget) parts.push(say('total.budget', { amount: formatMoney(amount, currency, language) }))
  for (const { unit, currency, priceYear, planned, realised, measured } of totals.sums) {
    const whole = (value: number) => formatNumber(Math.round(value * 10) / 10, language)
    const unitWord =
      unit === 'kr'
        ? `${currency === 'NOK' ? 'kr' : currency}${priceYear === null ? '' : say('total.priceYear', { year: String(priceYear) })}`
        : sayWords(`amountUnit.${unit}`)
    const year = today.slice(0, 4)
    const amount = `${whole(planned)}\u00a0${unitWord}`
    parts.push(
      measured
        ? say('total.year', { year, realised: whole(realised), planned: amount })
        : say('total.yearUnmeasured', { year, planned: amount }),
    )
  }
  return parts.join(' · ')
}

/**
 * The chosen columns. Where nobody has chosen, the reasons and the place stand for those that say least of what is looked at,
 * so that it still fits.
 */
function chosenColumns({ sort, columns }: Arrangement, finds: Filters['finds']): readonly ColumnId[] {
  const byRank = sort.replace('-', '') === 'rank'
  const givesWay = (id: ColumnId) => (id === 'reported' && (byRank || finds.length > 0)) || (id === 'benefit' && finds.length > 0)
  const chosen = columns === null ? FIRST_COLUMNS.filter((id) => !givesWay(id)) : (columns as readonly ColumnId[])
  return byRank && !chosen.includes('rank') ? ['rank', ...chosen] : chosen
}

/** The same columns are the same objects, so that a row is drawn again only when it has changed. */
function columnsOnce(showing: Showing) {
  const made = new Map<string, Column[]>()
  return ({ finds }: Filters, arrangement: Arrangement): Column[] => {
    const chosen = chosenColumns(arrangement, finds)
    const id = [...chosen, '/', ...finds].join()
    const known = made.get(id)
    if (known) return known
    const rank = chosen.includes('rank') ? [columnNamed('rank', showing)] : []
    const why = finds.length > 0 ? [whyColumn(finds, showing)] : []
    const columns = [...rank, projectColumn, ...why, ...chosen.filter((one) => one !== 'rank').map((one) => columnNamed(one, showing))]
    made.set(id, columns)
    return columns
  }
}

/** On a card the reasons, and what the chosen columns say beyond what a card always does. */
function linesOf(filters: Filters, arrangement: Arrangement, showing: Showing) {
  // The place stands in the button that moves it, for those who may.
  const inButton = showing.onMove !== null && arrangement.sort === 'rank'
  const shown = chosenColumns(arrangement, filters.finds).filter((id) => !FIRST_COLUMNS.includes(id) && !(id === 'rank' && inButton))
  const columns = shown.map((id) => columnNamed(id, showing))
  return (row: ProjectRow): string[] => {
    const one = showing.detailed(row)
    const whys = filters.finds.flatMap((find) => whysOf(find, one.details, showing).map(whyLine))
    const values = columns.flatMap(({ label, text }) => {
      const said = text?.(one) ?? ''
      return said === '' ? [] : [`${label}: ${said}`]
    })
    return [...new Set([...whys, ...values])]
  }
}
