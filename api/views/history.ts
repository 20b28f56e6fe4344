import type { HistoryEntry } from '#contract/views.ts'
import type { Project } from '#domain/model.ts'
import { withdrawalsOf } from '#domain/standing.ts'
import { personName, type ViewContext } from './context.ts'
import { editHistoryOf } from './edit-history.ts'
import { lifeHistoryOf } from './life-history.ts'

/** What has happened to a project, newest first: who, when, from where and, for a correction, why. */
export function historyOf(context: ViewContext, project: Project, limit = 200): HistoryEntry[] {
  const { facts } = context
  const entries: HistoryEntry[] = [...editHistoryOf(project, facts), ...lifeHistoryOf(project, facts)]
  const blank = { value: null, unit: null, periodKey: null, version: null }
  for (const indicator of facts.indicatorsByProject.get(project.key) ?? []) {
    for (const measurement of facts.measurementsByIndicator.get(indicator.key) ?? []) {
      entries.push({
        ...blank,
        at: measurement.actedAt,
        what: measurement.correctsKey !== null ? 'correction' : measurement.value === null ? 'notMeasured' : 'measurement',
        title: indicator.title,
        value: measurement.value,
        ...(measurement.correctsKey !== null && { was: facts.tables.measurements.get(measurement.correctsKey)?.value ?? null }),
        unit: indicator.unit,
        periodKey: measurement.periodKey,
        byName: personName(facts, measurement.actorId),
        via: measurement.via,
        why: measurement.reason ?? measurement.comment,
      })
    }
    for (const withdrawal of withdrawalsOf(indicator.key, facts)) {
      entries.push({
        ...blank,
        at: withdrawal.actedAt,
        what: 'undone',
        title: indicator.title,
        value: facts.tables.measurements.get(withdrawal.correctsKey ?? '')?.value ?? null,
        unit: indicator.unit,
        periodKey: withdrawal.periodKey,
        byName: personName(facts, withdrawal.actorId),
        via: withdrawal.via,
        why: null,
      })
    }
  }
  for (const report of facts.reportsByProject.get(project.key) ?? []) {
    if (report.state !== 'published') continue
    entries.push({
      ...blank,
      at: report.publishedAt ?? report.actedAt,
      what: report.version > 1 ? 'reportCorrection' : 'report',
      title: project.title,
      periodKey: report.period,
      version: report.version,
      byName: personName(facts, report.actorId),
      via: report.via,
      why: facts.tables.log.get(`log:${report.key}`)?.why ?? null,
    })
  }
  for (const decision of facts.decisionsByProject.get(project.key) ?? []) {
    if (decision.outcome === null || decision.decidedOn === null) continue
    entries.push({
      ...blank,
      at: `${decision.decidedOn}T12:00:00Z`,
      what: 'decision',
      title: decision.point,
      version: decision.occurrence,
      byName: personName(facts, decision.decidedById ?? decision.actorId),
      via: decision.via,
      why: decision.outcome,
    })
  }
  return entries.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0)).slice(0, limit)
}
