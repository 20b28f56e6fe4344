import { rating as ratings, reportRowName } from '#contract/codes.ts'
import type { Fault } from '#contract/errors.ts'
import { publishReportRequest } from '#contract/requests.ts'
import type { Typed } from '#contract/typed.ts'
import type { ReportRow } from '#domain/model.ts'
import { reportFaults } from '#domain/report.ts'
import type { Store } from '#usecases/ports.ts'
import { publishReport } from '#usecases/publish-report.ts'
import { saveReportDraft } from '#usecases/save-report-draft.ts'
import { type Press, schemaFault } from './nudge-answers.ts'

/** The rows of a report as they were chosen and commented in the card. */
export const rowsTyped = (typed: Typed): ReportRow[] =>
  reportRowName.options.flatMap((row) => {
    const rating = ratings.safeParse(typed.ratings?.[row])
    return rating.success ? [{ row, rating: rating.data, comment: typed.comments?.[row] ?? '' }] : []
  })

/** What a report still lacks before it can be shown as it will be: the first row without a rating or a needed comment. */
export function previewFault(typed: Typed): Fault | null {
  const [lack] = reportFaults({ rows: rowsTyped(typed) })
  if (!lack) return null
  return { code: lack.code === 'commentRequired' ? 'commentRequired' : 'reportRowsIncomplete', field: lack.row }
}

/** Publishes what was typed; null when it stands, also when the same person has just published the same. */
export async function publishTyped({ answer, typed, obligation, asker }: Press, deps: { store: Store }): Promise<Fault | null> {
  const parsed = publishReportRequest.safeParse({
    projectKey: obligation.projectKey,
    period: obligation.periodKey,
    rows: rowsTyped(typed),
    sinceLast: typed.sinceLast ?? null,
    next: typed.next ?? null,
    decisionNeeded: typed.decisionNeeded ?? null,
    seenVersion: answer.seenVersion,
  })
  if (!parsed.success) return schemaFault(parsed.error.issues[0]?.path[0], '')
  const result = await publishReport(parsed.data, asker, deps)
  if (result.ok) return null
  const standing = result.current ? deps.store.snapshot().facts.tables.statusReports.get(result.current.key) : undefined
  const same = standing?.actorId === asker.personId && JSON.stringify(standing.rows) === JSON.stringify(parsed.data.rows)
  return same ? null : result
}

/** Keeps what was typed as a draft, for the tab to go on with. */
export async function keepDraft({ typed, obligation, asker }: Press, deps: { store: Store }): Promise<Fault | null> {
  const { projectKey, periodKey: period } = obligation
  const text = (value: string | undefined): string | null => ((value ?? '').trim() === '' ? null : (value ?? ''))
  const texts = { sinceLast: text(typed.sinceLast), next: text(typed.next), decisionNeeded: text(typed.decisionNeeded) }
  const result = await saveReportDraft({ projectKey, period, rows: rowsTyped(typed), ...texts }, asker, deps)
  return result.ok ? null : result
}
