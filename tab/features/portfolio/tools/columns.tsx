import type { ComponentType } from 'react'
import type { DetailsRow } from '#contract/portfolio-details-view.ts'
import { formatMoney, formatPercent, formatShortDate } from '#contract/texts/format.ts'
import type { ProjectRow } from '#contract/views.ts'
import { Hidden } from '../../../parts/hidden.tsx'
import { StatusMark, shapeOfRating } from '../../../parts/status-mark.tsx'
import { COLUMNS } from '../cells.tsx'
import type { Filters } from '../filters.ts'
import grid from '../grid.module.css'
import type { Column } from '../shown.ts'
import { type ColumnId, FIRST_COLUMNS } from './choices.ts'
import { RankCell } from './rank-cell.tsx'
import type { Showing } from './show.ts'
import type { Detailed } from './sorting.ts'
import css from './tools.module.css'
import { isFound, whyLine, whysOf } from './why-words.ts'

/** A chosen column; `text` is what a card says in its place. */
export interface ChosenColumn extends Column {
  label: string
  text?: (one: Detailed) => string
}

const PARAMETERS = ['time', 'cost', 'benefits', 'quality', 'scope', 'sustainability', 'risk'] as const
/** Tracks and least widths of the first screen's columns when they stand among others. */
const FIRST_WIDTH: Record<string, [number, string]> = {
  phase: [100, '100px'],
  status: [128, 'minmax(128px, 134px)'],
  benefit: [196, 'minmax(196px, 206px)'],
  decision: [112, 'minmax(112px, 130px)'],
  overdue: [132, 'minmax(132px, 204px)'],
  reported: [80, '80px'],
}

export const projectColumn: Column = { ...(COLUMNS[0] as Column), least: 160, width: 'minmax(160px, 1fr)' }

/** One column by its name, in the person's language. */
export function columnNamed(id: ColumnId, showing: Showing): ChosenColumn {
  const first = COLUMNS.find((one) => one.id === id)
  if (first && FIRST_COLUMNS.includes(id)) {
    const [least, width] = FIRST_WIDTH[id] ?? [100, '100px']
    return { ...first, label: showing.sayTab(`column.${id as 'phase'}`), least, width }
  }
  const label = showing.say(`column.${id as 'rank'}`)
  if (id === 'parameters')
    return { id, label, least: 364, width: '364px', Cell: parametersCell(showing), text: (one) => parameterWords(one, showing) }
  if (id === 'rank') return { id, label, ...fixed(64), Cell: rankCell(showing), text: ({ place }) => (place === null ? '' : String(place)) }
  const { width, number, lines } = plainColumns(showing)[id]
  return {
    id,
    label,
    ...fixed(width),
    ...(number ? { className: css.number } : {}),
    Cell: linesCell(showing, lines),
    text: (one) =>
      lines(one)
        .filter((line) => line !== '')
        .join(', '),
  }
}

const fixed = (least: number) => ({ least, width: `minmax(${least}px, ${Math.round(least * 1.3)}px)` })

type Lines = (one: Detailed) => readonly [string, string?]
type PlainId = Exclude<ColumnId, 'parameters' | 'rank' | 'phase' | 'status' | 'benefit' | 'decision' | 'overdue' | 'reported'>

/** Columns that are one or two lines of text. */
function plainColumns({ say, sayTab, language }: Showing): Record<ColumnId, { width: number; number?: boolean; lines: Lines }> {
  const percent = (value: number | null | undefined) => (value == null ? '–' : formatPercent(value, language))
  const money = (value: number | null | undefined, details: DetailsRow | null) =>
    value == null ? '–' : formatMoney(value, details?.currency ?? 'NOK', language)
  const main = ({ row }: Detailed) => row.mainBenefit?.assessment
  const columns: Record<PlainId, { width: number; number?: boolean; lines: Lines }> = {
    achieved: {
      width: 84,
      number: true,
      lines: (one) => {
        const plan = main(one)?.plannedPercent
        return [percent(main(one)?.achievementPercent), plan == null ? '' : sayTab('bar.plan', { plan: percent(plan) })]
      },
    },
    forecast: { width: 84, number: true, lines: (one) => [percent(main(one)?.forecastPercent)] },
    trackShare: {
      width: 70,
      number: true,
      lines: ({ row }) => [
        row.benefits.measured === 0 ? '–' : sayTab('numbers.of', { n: row.benefits.onTrack, all: row.benefits.measured }),
      ],
    },
    programme: { width: 150, lines: ({ row }) => [row.programme?.title ?? '–'] },
    area: { width: 120, lines: ({ row }) => [row.area || '–'] },
    owner: { width: 130, lines: ({ details }) => [details?.ownerName ?? '–'] },
    ownerUnit: { width: 120, lines: ({ details }) => [details?.ownerUnit ?? '–'] },
    endOn: {
      width: 96,
      lines: ({ details }) => {
        const planned = details?.endOn ?? null
        const now = details?.forecastEndOn ?? planned
        if (now === null) return ['–']
        return [formatShortDate(now), planned !== null && planned !== now ? say('cell.plannedEnd', { date: formatShortDate(planned) }) : '']
      },
    },
    budget: { width: 112, number: true, lines: ({ details }) => [money(details?.budget, details)] },
    spent: {
      width: 112,
      number: true,
      lines: ({ details }) => {
        const share = details?.spent != null && details.budget ? formatPercent((details.spent / details.budget) * 100, language) : null
        return [money(details?.spent, details), share === null ? '' : say('cell.ofBudget', { percent: share })]
      },
    },
    forecastCost: { width: 112, number: true, lines: ({ details }) => [money(details?.forecastCost, details)] },
  }
  return columns as Record<ColumnId, { width: number; number?: boolean; lines: Lines }>
}

type CellOf = ComponentType<{ row: ProjectRow; today: string }>

function linesCell(showing: Showing, lines: Lines): CellOf {
  return function LinesCell({ row }) {
    const [first, second = ''] = lines(showing.detailed(row))
    return (
      <>
        <span className={grid.line} title={first}>
          {first}
        </span>
        {second !== '' && <span className={grid.under}>{second}</span>}
      </>
    )
  }
}

function rankCell(showing: Showing): CellOf {
  return ({ row }) => <RankCell row={row} place={showing.detailed(row).place} all={showing.ranked.length} onMove={showing.onMove} />
}

/** Seven marks with their names under them; shape and name carry it, the colour comes third. */
function parametersCell(showing: Showing): CellOf {
  const { say, sayWords, detailed } = showing
  return function ParametersCell({ row }) {
    const parameters = detailed(row).details?.parameters
    if (!parameters) return <span className={grid.under}>{say(row.phase === 'realise' ? 'parameter.realising' : 'parameter.none')}</span>
    return (
      <>
        <span className={css.parameters} aria-hidden="true">
          {PARAMETERS.map((one) => (
            <span key={one} className={css.parameter} title={`${sayWords(`row.${one}`)}: ${sayWords(`rating.${parameters[one]}`)}`}>
              <StatusMark shape={shapeOfRating(parameters[one])} />
              <span className={css.parameterName}>{sayWords(`row.${one}`)}</span>
            </span>
          ))}
        </span>
        <Hidden>{parameterWords(detailed(row), showing)}</Hidden>
      </>
    )
  }
}

function parameterWords({ details }: Detailed, { sayWords }: Showing): string {
  const parameters = details?.parameters
  if (!parameters) return ''
  return PARAMETERS.map((one) => `${sayWords(`row.${one}`)} ${sayWords(`rating.${parameters[one]}`).toLowerCase()}`).join(', ')
}

/** Why each project is among those looked for: the first reason, and how many more. */
export function whyColumn(finds: Filters['finds'], showing: Showing): ChosenColumn {
  const { say, detailed } = showing
  const Cell: CellOf = ({ row }) => {
    const one = detailed(row)
    const whys = finds.filter((find) => isFound(find, row, one.details)).flatMap((find) => whysOf(find, one.details, showing))
    const [first, ...rest] = whys
    if (!first) return null
    const more = rest.length === 0 ? '' : say('why.more', { n: rest.length })
    return (
      <span className={css.why} title={whys.map(whyLine).join('\n')}>
        <span className={grid.line}>{first.about || first.what}</span>
        <span className={grid.under}>{[first.about === '' ? '' : first.what, more].filter((part) => part !== '').join(' · ')}</span>
        {rest.length > 0 && <Hidden>: {rest.map(whyLine).join('; ')}</Hidden>}
      </span>
    )
  }
  return { id: 'why', label: say('column.why'), least: 220, width: 'minmax(220px, 1.4fr)', Cell }
}
