import type { ReportDraftView } from '#contract/report-draft-view.ts'
import { may } from '#domain/may.ts'
import type { Person, Project } from '#domain/model.ts'
import { isDelegatedTo, type ViewContext } from './context.ts'

/** One draft for each project and month. */
export const reportDraftKey = (projectKey: string, period: string): string => `${projectKey}:${period}:draft`

/**
 * What has been written of a month's report and not yet published, for those who may publish it; null when there is nothing, or
 * the month was published since.
 */
export function reportDraftView(context: ViewContext, reader: Person, project: Project, period: string): ReportDraftView {
  const { facts, today } = context
  const obligation = (context.obligationsByRef.get(project.key) ?? []).find(
    (one) => one.kind === 'statusReport' && one.periodKey === period && isDelegatedTo(one, reader.personId, today),
  )
  const draft = facts.tables.statusReports.get(reportDraftKey(project.key, period))
  const published = (facts.reportsByProject.get(project.key) ?? []).some(
    (report) => report.period === period && draft !== undefined && report.actedAt >= draft.actedAt,
  )
  if (draft?.state !== 'draft' || published) return { draft: null }
  if (!may(reader, 'publishReport', { project, obligation, today }, facts).ok) return { draft: null }
  const { rows, sinceLast, next, decisionNeeded, actedAt: at } = draft
  return { draft: { rows, sinceLast, next, decisionNeeded, at } }
}
