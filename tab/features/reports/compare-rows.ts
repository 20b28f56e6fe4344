import type { ReportRowName } from '#contract/codes.ts'
import type { ReportView } from '#contract/views.ts'

/** One benefit in two reports; null where it was not in one of them. */
export interface FigurePair {
  title: string
  before: ReportView['snapshot'][number] | null
  after: ReportView['snapshot'][number] | null
}

/** The eight assessments side by side, in the order of the newer report. */
export function rowPairs(
  before: ReportView,
  after: ReportView,
): { row: ReportRowName; before: ReportView['rows'][number] | null; after: ReportView['rows'][number]; changed: boolean }[] {
  return after.rows.map((row) => {
    const earlier = before.rows.find((one) => one.row === row.row) ?? null
    return {
      row: row.row,
      before: earlier,
      after: row,
      changed: earlier?.rating !== row.rating || earlier.comment.trim() !== row.comment.trim(),
    }
  })
}

/** The frozen figures side by side, by the benefit's name. */
export function figurePairs(before: ReportView, after: ReportView): FigurePair[] {
  const titles = [...new Set([...after.snapshot, ...before.snapshot].map(({ title }) => title))]
  const of = (report: ReportView, title: string) => report.snapshot.find((one) => one.title === title) ?? null
  return titles.map((title) => ({ title, before: of(before, title), after: of(after, title) }))
}
