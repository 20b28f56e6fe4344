import type { ProjectView } from '#contract/views.ts'
import { currentPoint } from '#domain/decision-points.ts'
import { warnings } from '#domain/gates.ts'
import { may } from '#domain/may.ts'
import type { Instant, Person, Project } from '#domain/model.ts'
import { benefitView } from './benefit.ts'
import { overdueOf, personRef, type ViewContext } from './context.ts'
import { historyOf } from './history.ts'
import { inOrder } from './order.ts'
import { gateView, phaseSteps } from './phases.ts'
import { overallStatus, publishedReports, reportView } from './status.ts'

/** One project in depth, as this person may see it. The caller has asked `may(person, 'readProject')`. */
export function projectView(
  context: ViewContext,
  project: Project,
  person: Person | null,
  at: { takenAt: Instant; version: string },
): ProjectView {
  const { facts } = context
  const programme = project.programmeKey === null ? undefined : facts.tables.programmes.get(project.programmeKey)
  const reports = publishedReports(context, project.key)
  const last = reports.at(-1)
  const benefits = inOrder(facts.benefitsByProject.get(project.key) ?? []).map((benefit) => benefitView(context, project, benefit, person))
  const reportDue = (context.obligationsByProject.get(project.key) ?? []).find(
    (obligation) => obligation.kind === 'statusReport' && (obligation.state === 'overdue' || obligation.state === 'open'),
  )
  const aboutPoint = {
    project,
    decision: { projectKey: project.key, point: currentPoint(project) },
    today: context.today,
    settings: context.settings,
  }
  return {
    key: project.key,
    version: at.version,
    today: context.today,
    takenAt: at.takenAt,
    title: project.title,
    programme: programme ? { key: programme.key, title: programme.title } : null,
    area: project.area,
    phase: project.phase,
    phaseEnteredOn: project.phaseEnteredOn,
    state: project.state,
    stopReason: project.stopReason,
    restricted: project.restricted,
    overall: overallStatus(context, project),
    why: project.why,
    what: project.what,
    whenText: project.whenText,
    startOn: project.startOn,
    endOn: project.endOn,
    forecastEndOn: project.forecastEndOn,
    plannedGoLive: project.plannedGoLive,
    money: { budget: project.budget, spent: project.spent, forecastCost: project.forecastCost, currency: project.currency },
    people: [
      { role: 'owner', person: personRef(facts, project.ownerId) },
      { role: 'manager', person: personRef(facts, project.managerId) },
      { role: 'benefitOwner', person: personRef(facts, project.benefitOwnerId ?? project.ownerId) },
      { role: 'deputy', person: personRef(facts, project.deputyId) },
      { role: 'lineLead', person: personRef(facts, project.lineLeadId) },
    ],
    phases: phaseSteps(context, project),
    gate: gateView(context, project),
    warnings: warnings(project, facts).map((warning) => ({
      code: warning.code,
      title: warning.benefitKey === null ? null : (facts.tables.benefits.get(warning.benefitKey)?.title ?? null),
    })),
    benefits: [...benefits.filter((benefit) => !benefit.drawback), ...benefits.filter((benefit) => benefit.drawback)],
    overdue: overdueOf(context, project),
    report: last ? reportView(context, last) : null,
    reports: reports.toReversed().map((report) => ({
      key: report.key,
      period: report.period,
      version: report.version,
      publishedAt: report.publishedAt,
      rating: report.rows.find((row) => row.row === 'overall')?.rating ?? 'notAssessed',
      corrected: report.version > 1,
    })),
    reportDue: reportDue
      ? { period: reportDue.periodKey, dueOn: reportDue.dueOn, overdueFrom: reportDue.overdueFrom, state: reportDue.state }
      : null,
    history: historyOf(context, project),
    can: {
      recordMeasurement: benefits.some((benefit) => benefit.indicators.some((indicator) => indicator.canRecord)),
      publishReport: may(person, 'publishReport', { project, today: context.today }, facts).ok,
      edit: may(person, 'editProject', { project, today: context.today }, facts).ok,
      decide: may(person, 'decide', aboutPoint, facts).ok,
      prepareDecision: may(person, 'prepareDecision', aboutPoint, facts).ok,
    },
  }
}
