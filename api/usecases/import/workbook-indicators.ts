import type { Phase } from '#domain/codes.ts'
import type { CivilDate, Indicator } from '#domain/model.ts'
import { unitOf } from './code-words.ts'
import { dateOf, endOfNamedTime } from './dates.ts'
import type { Assumption, FoundIndicator, FoundMeasurement } from './found.ts'
import { indicatorDefaults } from './indicator-defaults.ts'
import { given, type Slot } from './intake.ts'
import { slugOf } from './keys.ts'
import { type Cell, cellAt, type Sheet, textOf } from './sheet.ts'
import { assumed, slotAt, slotOf, type WorkbookContext } from './workbook-context.ts'
import { type Block, nameIn } from './workbook-sheets.ts'

/** A row of one of the sheets, when the gevinst stands in it. */
export interface SheetRow {
  sheet: Sheet
  row: number
}

export const sheetRow = (block: Block | null, row: number | null): SheetRow | null =>
  block && row !== null ? { sheet: block.sheet, row } : null

export interface IndicatorRows {
  plan: SheetRow | null
  followUp: SheetRow | null
  results: SheetRow | null
}

const filled = (at: SheetRow | null, columns: string): boolean =>
  at !== null && [...columns].some((column) => textOf(cellAt(at.sheet, column, at.row)) !== null)

/** Name, unit, today's value, wanted value, method, when, and the measured value of one gevinst; null when there is none of it. */
export function readIndicator(
  rows: IndicatorRows,
  benefitTitle: string,
  around: { phase: Phase; startOn: CivilDate | undefined; measuredDay: CivilDate | null },
  context: WorkbookContext,
): FoundIndicator | null {
  const { plan, followUp, results } = rows
  const copied = nameIn(followUp ? cellAt(followUp.sheet, 'B', followUp.row) : null)
  const own = nameIn(plan ? cellAt(plan.sheet, 'E', plan.row) : null)
  const measured = filled(results, 'D')
  if (own === null && copied === null && !filled(followUp, 'CDEF') && !measured) return null
  const home = followUp ?? plan ?? results
  if (!home) return null
  const titleSlot =
    own !== null && plan
      ? slotAt(plan.sheet, 'E', plan.row, 'indicator.title')
      : slotOf(home.sheet, 'B', home.row, 'indicator.title', copied)
  const title = context.intake.line(titleSlot) ?? benefitTitle
  const target = followUp ? targetOf(followUp, context) : { fields: {}, rejected: false }
  const when = plan ? targetDay(slotAt(plan.sheet, 'F', plan.row, 'indicator.targetOn')) : { exact: true, assumptions: [] }
  const fields = given<Indicator>({ title, ...target.fields, ...(when.exact ? { targetOn: when.targetOn } : {}) })
  const inferred = given<Indicator>(when.exact ? {} : { targetOn: when.targetOn })
  const line = context.nextLine()
  const measurements = measured && results && around.measuredDay ? readMeasurement(results, fields.unit, around.measuredDay, context) : []
  const measuredOn = measurements.map(({ asOf }) => asOf)
  const defaults = indicatorDefaults(
    { title, fields: { ...fields, ...inferred }, measuredOn, targetRejected: target.rejected, ...around },
    context.today,
    context.language,
  )
  const place = { sheet: home.sheet.name, row: home.row }
  return {
    line,
    place: { ...place, column: null },
    title,
    slug: slugOf(title),
    given: fields,
    inferred: { ...inferred, ...defaults.inferred },
    assumed: defaults.assumed,
    assumptions: [
      ...(own === null && copied === null ? [assumed({ place, field: 'indicator.title' }, 'indicatorTitle', 'created', title)] : []),
      ...when.assumptions,
      ...defaults.assumptions.map((assumption) => ({ ...assumption, ...place })),
    ],
    measurements,
  }
}

/** A wanted value that equals today's is turned away: progress towards it cannot be computed (domain.md §3.1). */
function targetOf({ sheet, row }: SheetRow, { intake }: WorkbookContext): { fields: Partial<Indicator>; rejected: boolean } {
  const unitText = intake.line(slotAt(sheet, 'C', row, 'indicator.unit'))
  const unit = unitText === undefined ? undefined : unitOf(unitText)
  const baseline = intake.number(slotAt(sheet, 'D', row, 'indicator.baseline'), { unit })
  const targetSlot = slotAt(sheet, 'E', row, 'indicator.target')
  const before = intake.rejected.length
  const wanted = intake.number(targetSlot, { unit })
  const equal = wanted !== undefined && wanted === baseline
  if (equal) intake.reject(targetSlot, 'targetEqualsBaseline')
  return {
    fields: given<Indicator>({
      unit,
      baseline,
      target: equal ? undefined : wanted,
      method: intake.note(slotAt(sheet, 'F', row, 'indicator.method')),
    }),
    rejected: intake.rejected.length > before,
  }
}

/** «Når blir gevinsten realisert?»: a text that is not a date is told, with how it was read. */
function targetDay(slot: Slot): { targetOn?: CivilDate; exact: boolean; assumptions: Assumption[] } {
  const text = textOf(slot.cell)
  const targetOn = text === null ? null : endOfNamedTime(slot.cell)
  if (text === null || targetOn === null) return { exact: true, assumptions: [] }
  const exact = dateOf(slot.cell).ok
  return { targetOn, exact, assumptions: exact ? [] : [assumed(slot, 'targetOn', 'inferred', targetOn, { text, date: targetOn })] }
}

function readMeasurement(at: SheetRow, unit: string | undefined, asOf: CivilDate, context: WorkbookContext): FoundMeasurement[] {
  const slot = slotAt(at.sheet, 'D', at.row, 'measurement.value')
  const line = context.nextLine()
  const value = context.intake.number(slot, { unit })
  if (value === undefined) return []
  const comment = context.intake.note(slotAt(at.sheet, 'F', at.row, 'measurement.comment')) ?? null
  return [{ line, place: slot.place, asOf, value, reason: null, comment }]
}

/**
 * The day of Resultatoppfølging, `Dato: 30.04.2026` in F1 or the cells after it. Measured values without a day that has been
 * cannot be taken: that is told once, on the cell that has to be mended.
 */
export function measuredDay(results: Block, context: WorkbookContext): CivilDate | null {
  const { sheet } = results
  const filledRows = sheet.rows.slice(results.first - 1, results.last).some((row) => textOf(row[3] ?? null) !== null)
  if (!filledRows) return null
  const cell = dayCell(sheet, 'FGH')
  const slot = slotOf(sheet, 'F', 1, 'measurement.asOf', cell)
  if (cell === null) return context.intake.reject(slot, 'fieldRequired') ?? null
  const day = context.intake.date(slot)
  if (day !== undefined && day > context.today) return context.intake.reject(slot, 'dateInFuture', { date: day }) ?? null
  return day ?? null
}

/** The first of the cells in row 1 that holds more than the label `Dato:` and the line to write on. */
export function dayCell(sheet: Sheet, columns: string): Cell {
  for (const column of columns) {
    const cell = cellAt(sheet, column, 1)
    const text = textOf(cell)
      ?.replace(/^dato\s*:?/i, '')
      .replace(/_+/g, '')
      .trim()
    if (text) return typeof cell === 'string' ? text : cell
  }
  return null
}
