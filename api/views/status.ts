import type { Trend } from '#contract/codes.ts'
import type { ReportView, StatusView } from '#contract/views.ts'
import type { Course, Rating } from '#domain/codes.ts'
import type { Project, StatusReport } from '#domain/model.ts'
import { trendOf } from '#domain/report.ts'
import { personName, type ViewContext } from './context.ts'
import { assessmentOf } from './indicator.ts'

/** The newest version of each published period, oldest period first. */
export function publishedReports(context: ViewContext, projectKey: string): StatusReport[] {
  const newest = new Map<string, StatusReport>()
  for (const report of context.facts.reportsByProject.get(projectKey) ?? []) {
    if (report.state === 'published') newest.set(report.period, report)
  }
  return [...newest.values()]
}

const ratingOf = (report: StatusReport | undefined, row = 'overall'): Rating | null =>
  report?.rows.find((candidate) => candidate.row === row)?.rating ?? null

/**
 * The project's one status. Until handover it is the last published report's overall row; in Realisere, where no reports
 * are written (domain.md §3.2.4), it is the course of the main indicator, or the worst course when none is chosen.
 */
export function overallStatus(context: ViewContext, project: Project): StatusView | null {
  if (project.phase === 'realise' && project.state === 'active') {
    const measured = measuredStatus(context, project)
    if (measured) return measured
  }
  const reports = publishedReports(context, project.key)
  const last = reports.at(-1)
  const rating = ratingOf(last)
  if (!last || rating === null) return null
  const previous = ratingOf(reports.at(-2))
  return { rating, trend: trendOf(rating, previous), previous, period: last.period, publishedAt: last.publishedAt }
}

const COURSE_RATING: Partial<Record<Course, Rating>> = {
  onTrack: 'green',
  maintained: 'green',
  realised: 'green',
  watch: 'yellow',
  nearly: 'yellow',
  offTrack: 'red',
  notMaintained: 'red',
  notReached: 'red',
}
const WORST_FIRST: readonly Rating[] = ['red', 'yellow', 'green']

function measuredStatus(context: ViewContext, project: Project): StatusView | null {
  const indicators = context.facts.indicatorsByProject.get(project.key) ?? []
  const chosen = indicators.filter((indicator) => indicator.key === project.mainIndicatorKey)
  const assessed = (chosen.length > 0 ? chosen : indicators).map((indicator) => assessmentOf(context, indicator))
  const rating = WORST_FIRST.find((candidate) => assessed.some((assessment) => COURSE_RATING[assessment.course] === candidate))
  if (!rating) return null
  const trend: Trend | null = assessed.find((assessment) => COURSE_RATING[assessment.course] === rating)?.trend ?? null
  return { rating, trend, previous: null, period: null, publishedAt: null }
}

/** A published report as it was frozen, with each row's trend against the period before. */
export function reportView(context: ViewContext, report: StatusReport): ReportView {
  const before = publishedReports(context, report.projectKey)
    .filter((candidate) => candidate.period < report.period)
    .at(-1)
  return {
    key: report.key,
    period: report.period,
    version: report.version,
    publishedAt: report.publishedAt,
    byName: personName(context.facts, report.actorId),
    rows: report.rows.map((row) => ({
      row: row.row,
      rating: row.rating,
      comment: row.comment,
      trend: trendOf(row.rating, ratingOf(before, row.row)),
    })),
    sinceLast: report.sinceLast,
    next: report.next,
    decisionNeeded: report.decisionNeeded,
    percentComplete: report.percentComplete,
    budget: report.budget,
    spent: report.spent,
    forecastCost: report.forecastCost,
    snapshot: report.snapshot.map((figures) => ({
      title: figures.title,
      unit: figures.unit,
      value: figures.value,
      asOf: figures.asOf,
      achievementPercent: figures.achievementPercent,
      plannedPercent: figures.plannedPercent,
      course: figures.course,
    })),
  }
}
