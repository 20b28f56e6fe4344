import { addMonths } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { readRating } from './code-words.ts'
import { dateOf } from './dates.ts'
import type { Assumption, FoundReport } from './found.ts'
import { cellAt, type Sheet, textOf } from './sheet.ts'
import { assumed, slotAt, slotOf, type WorkbookContext } from './workbook-context.ts'
import { dayCell } from './workbook-indicators.ts'
import { rowWith } from './workbook-sheets.ts'

/**
 * The overall status of GJENNOMFØRE - Statusrapport as a status report, with the status of the gevinster from
 * Resultatoppfølging where that is a rating too. Only these two rows are assessed in the workbook. null when it is not filled in.
 */
export function readReport(context: WorkbookContext): FoundReport | null {
  const { status, results } = context.sheets
  if (!status) return null
  const row = (rowWith(status, 'B', /^overordnet status$/, 6) ?? 6) + 1
  const ratingSlot = slotAt(status, 'B', row, 'rating')
  if (textOf(ratingSlot.cell) === null) return null
  const line = context.nextLine()
  const rating = context.intake.code(ratingSlot, readRating)
  if (rating === undefined) return null
  const comment = context.intake.note(slotAt(status, 'C', row, 'rating.comment')) ?? ''
  const period = reportPeriod(status, results, context)
  return {
    line,
    place: ratingSlot.place,
    period: period.month,
    periodAssumed: period.assumed,
    ratings: { overall: { rating, comment }, ...benefitsRating(results) },
    sinceLast: null,
    assumptions: [...period.assumptions, assumed(ratingSlot, 'reportRows', 'created', rating)],
  }
}

function benefitsRating(results: Sheet | undefined): FoundReport['ratings'] {
  const text = results ? textOf(cellAt(results, 'B', 7)) : null
  const rating = text === null ? null : readRating(text)
  return results && rating ? { benefits: { rating, comment: textOf(cellAt(results, 'E', 7)) ?? '' } } : {}
}

/** The month of the sheet's own day; else of Resultatoppfølging's; else the last whole month. */
function reportPeriod(
  status: Sheet,
  results: Sheet | undefined,
  context: WorkbookContext,
): { month: string; assumed: boolean; assumptions: Assumption[] } {
  const cell = dayCell(status, 'EFGH')
  const slot = slotOf(status, 'E', 1, 'rating.period', cell)
  const own = context.intake.date(slot)
  if (own !== undefined && own <= context.today) return { month: own.slice(0, 7), assumed: false, assumptions: [] }
  if (own !== undefined) context.intake.reject(slot, 'dateInFuture', { date: own })
  const measured = results ? dateOf(dayCell(results, 'FGH')) : null
  const other: CivilDate | null = measured?.ok ? measured.value : null
  const month = (other !== null && other <= context.today ? other : addMonths(context.today, -1)).slice(0, 7)
  return { month, assumed: true, assumptions: [assumed(slot, 'reportPeriod', 'created', month, { period: month })] }
}
