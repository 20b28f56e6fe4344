import { importStored } from '#contract/texts/import.ts'
import { REPORT_ROWS } from '#domain/codes.ts'
import type { Draft, ReportRow, StatusReport } from '#domain/model.ts'
import type { FoundProject, FoundReport } from './found.ts'
import { reportKey } from './keys.ts'
import type { PlanAround, ProjectPlan } from './plan-project.ts'

/**
 * A project's status as published reports. The same assessment again changes nothing; another one of an import becomes a new
 * version, logged; a report that people have published is never touched.
 */
export function planReports(found: FoundProject, plan: ProjectPlan, around: PlanAround): void {
  const planned = new Map<string, FoundReport>()
  for (const report of found.reports) {
    const place = { line: report.line, place: report.place }
    const earlier = planned.get(report.period)
    if (earlier) {
      const equal = JSON.stringify(earlier.ratings) === JSON.stringify(report.ratings)
      plan.outcomes.push({ ...place, result: equal ? 'unchanged' : 'rejected' })
      if (!equal) reject(report, 'keyRepeated', plan)
      continue
    }
    planned.set(report.period, report)
    planReport(report, plan, around)
  }
}

function planReport(report: FoundReport, plan: ProjectPlan, { facts, now, language }: PlanAround): void {
  const place = { line: report.line, place: report.place }
  const newest = (facts.reportsByProject.get(plan.key) ?? []).findLast(({ period }) => period === report.period) ?? null
  const rows = rowsOf(report, importStored.noComment[language])
  const imported = (facts.reportsByProject.get(plan.key) ?? []).filter(({ via }) => via === 'import')
  const known = report.periodAssumed && imported.some((other) => sameAssessment(other, report, rows))
  if (known || (newest && sameAssessment(newest, report, rows))) {
    plan.outcomes.push({ ...place, result: 'unchanged' })
    return
  }
  if (newest && newest.via !== 'import') {
    plan.outcomes.push({ ...place, result: 'rejected' })
    reject(report, 'reportFrozen', plan)
    return
  }
  const version = (newest?.version ?? 0) + 1
  const record: Draft<'statusReports'> = {
    key: reportKey(plan.key, report.period, version),
    projectKey: plan.key,
    period: report.period,
    version,
    state: 'published',
    rows,
    sinceLast: report.sinceLast,
    next: null,
    decisionNeeded: null,
    percentComplete: null,
    budget: null,
    spent: null,
    forecastCost: null,
    // The figures as they were on that day are not known.
    snapshot: [],
    publishedAt: now,
  }
  plan.changes.push({ op: 'create', list: 'statusReports', record })
  if (newest) {
    const log = {
      key: `log:${record.key}`,
      what: 'reportCorrection',
      refKey: record.key,
      before: { version: newest.version },
      after: { version },
    }
    plan.changes.push({ op: 'create', list: 'log', record: { ...log, why: importStored.corrected[language] } })
  }
  plan.outcomes.push({ ...place, result: newest ? 'updated' : 'created' })
  plan.assumptions.push(...report.assumptions)
}

/** All eight rows; yellow and red must have a comment (domain.md §2), so a source without one is said to have none. */
function rowsOf({ ratings }: FoundReport, noComment: string): ReportRow[] {
  return REPORT_ROWS.map((row) => {
    const { rating, comment } = ratings[row] ?? { rating: 'notAssessed' as const, comment: '' }
    const needed = comment === '' && (rating === 'yellow' || rating === 'red')
    return { row, rating, comment: needed ? noComment : comment }
  })
}

/** Only the rows that the file assesses are compared: a person may have filled in the others. */
function sameAssessment(standing: StatusReport, { ratings }: FoundReport, rows: readonly ReportRow[]): boolean {
  return rows
    .filter(({ row }) => ratings[row] !== undefined)
    .every((wanted) => {
      const stands = standing.rows.find(({ row }) => row === wanted.row)
      return stands?.rating === wanted.rating && (standing.via !== 'import' || stands.comment === wanted.comment)
    })
}

function reject(report: FoundReport, code: 'keyRepeated' | 'reportFrozen', plan: ProjectPlan): void {
  plan.rejected.push({
    ...report.place,
    value: report.period,
    code,
    field: 'rating',
    args: { value: report.period, column: report.place.column ?? '' },
  })
}
