import type { PortfolioGroup, PortfolioView, ProjectRow } from '#contract/views.ts'
import type { Course, DecisionKind, DecisionPoint, Phase } from '#domain/codes.ts'
import { DECISION_POINTS, PHASES } from '#domain/codes.ts'
import { addDays, civilDateOf } from '#domain/dates.ts'
import { currentPoint, plannedRow, readinessOf } from '#domain/decision-points.ts'
import { isWithoutBaseline } from '#domain/gates.ts'
import type { CivilDate, Decision, Instant, Measurement, Person, Project } from '#domain/model.ts'
import { canRead, isNamedIn, overdueOf, type ViewContext } from './context.ts'
import { assessmentOf, assessmentView } from './indicator.ts'
import { overallStatus, publishedReports } from './status.ts'

/** Decisions within these days are "soon": the four weeks a board meets in. */
const SOON_DAYS = 28
const ON_TRACK: ReadonlySet<Course> = new Set(['onTrack', 'maintained', 'realised'])
const NOT_COMPUTED: ReadonlySet<Course> = new Set(['notMeasured', 'baselineMissing', 'cannotCompute'])

type SharedRow = Omit<ProjectRow, 'mine'>
const sharedRows = new WeakMap<ViewContext, readonly { project: Project; row: SharedRow; realisedOn: CivilDate[] }[]>()

/** The whole portfolio as this person may see it: restricted projects are absent for those who may not know of them. */
export function portfolioView(context: ViewContext, person: Person | null, at: { takenAt: Instant; version: string }): PortfolioView {
  let all = sharedRows.get(context)
  if (!all) {
    all = [...context.facts.tables.projects.values()].map((project) => sharedRow(context, project))
    sharedRows.set(context, all)
  }
  const visible = all.filter(({ project }) => !project.restricted || canRead(context, person, project))
  const rows = visible.map(
    ({ project, row }): ProjectRow => ({ ...row, mine: person !== null && isNamedIn(context, person.personId, project) }),
  )
  const until = addDays(context.today, SOON_DAYS)
  const decisions = rows.flatMap((row) => (row.nextDecision?.dueOn && row.state === 'active' ? [row.nextDecision] : []))
  const late = decisions.filter((decision) => decision.late)
  const year = context.today.slice(0, 4)
  const programmeKeys = new Set(rows.map((row) => row.programme?.key))
  return {
    today: context.today,
    takenAt: at.takenAt,
    version: at.version,
    summary: {
      projects: rows.length,
      offTrack: rows.filter((row) => row.state === 'active' && row.overall?.rating === 'red').length,
      watch: rows.filter((row) => row.state === 'active' && row.overall?.rating === 'yellow').length,
      overdue: sum(rows.map((row) => row.overdue.length)),
      decisionsSoon: decisions.filter((decision) => !decision.late && (decision.dueOn ?? '') <= until).length,
      decisionsUntil: until,
      decisionsLate: late.length,
      oldestLateDecisionOn: late.map((decision) => decision.dueOn ?? '').sort()[0] ?? null,
      benefitsOnTrack: sum(rows.map((row) => row.benefits.onTrack)),
      benefitsMeasured: sum(rows.map((row) => row.benefits.measured)),
      realisedThisYear: sum(visible.map(({ realisedOn }) => realisedOn.filter((date) => date.startsWith(year)).length)),
    },
    projects: rows,
    programmes: [...context.facts.tables.programmes.values()]
      .filter((programme) => programmeKeys.has(programme.key))
      .map((programme) => ({ key: programme.key, title: programme.title })),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

function sharedRow(context: ViewContext, project: Project): { project: Project; row: SharedRow; realisedOn: CivilDate[] } {
  const { facts } = context
  const programme = project.programmeKey === null ? undefined : facts.tables.programmes.get(project.programmeKey)
  const overall = overallStatus(context, project)
  const nextDecision = nextDecisionOf(context, project)
  const overdue = overdueOf(context, project)
  const counts = benefitCounts(context, project)
  return {
    project,
    realisedOn: counts.realisedOn,
    row: {
      key: project.key,
      title: project.title,
      programme: programme ? { key: programme.key, title: programme.title } : null,
      area: project.area,
      phase: project.phase,
      state: project.state,
      restricted: project.restricted,
      group: groupOf(project, overall?.rating ?? null, overdue.length, nextDecision?.late ?? false),
      overall,
      mainBenefit: mainBenefitOf(context, project),
      benefits: counts.benefits,
      measuresFrom: measuresFrom(context, project),
      nextDecision,
      overdue,
      lastReported: lastReported(context, project),
      missingOwner: project.ownerId === null,
    },
  }
}

function groupOf(project: Project, rating: string | null, overdue: number, decisionLate: boolean): PortfolioGroup {
  if (project.state !== 'active') return overdue > 0 ? 'needsAction' : 'resting'
  if (overdue > 0 || decisionLate || rating === 'red') return 'needsAction'
  if (rating === 'yellow') return 'watch'
  return rating === 'green' ? 'onPlan' : 'resting'
}

function mainBenefitOf(context: ViewContext, project: Project): SharedRow['mainBenefit'] {
  const indicator = project.mainIndicatorKey === null ? undefined : context.facts.tables.indicators.get(project.mainIndicatorKey)
  if (!indicator) return null
  return {
    indicatorKey: indicator.key,
    title: indicator.title,
    unit: indicator.unit,
    assessment: assessmentView(assessmentOf(context, indicator)),
  }
}

/** Counts are of benefits: one is on track when every measured indicator of it is. Drawbacks are not benefits. */
export function benefitCounts(context: ViewContext, project: Project): { benefits: ProjectRow['benefits']; realisedOn: CivilDate[] } {
  const benefits = { total: 0, measured: 0, onTrack: 0, realised: 0, withoutBaseline: 0, withoutIndicator: 0, withoutOwner: 0 }
  const realisedOn: CivilDate[] = []
  for (const benefit of context.facts.benefitsByProject.get(project.key) ?? []) {
    if (benefit.drawback || benefit.state === 'cancelled') continue
    benefits.total += 1
    if (benefit.ownerId === null && project.benefitOwnerId === null && project.ownerId === null) benefits.withoutOwner += 1
    const indicators = context.facts.indicatorsByBenefit.get(benefit.key) ?? []
    if (indicators.length === 0) {
      benefits.withoutIndicator += 1
      continue
    }
    if (indicators.some(isWithoutBaseline)) benefits.withoutBaseline += 1
    const computed = indicators
      .map((indicator) => assessmentOf(context, indicator))
      .filter((assessment) => !NOT_COMPUTED.has(assessment.course))
    if (computed.length === 0) continue
    benefits.measured += 1
    if (computed.every((assessment) => ON_TRACK.has(assessment.course))) benefits.onTrack += 1
    if (computed.every((assessment) => assessment.course === 'realised')) {
      benefits.realised += 1
      realisedOn.push(
        computed
          .map((assessment) => assessment.currentAsOf ?? '')
          .sort()
          .at(-1) ?? '',
      )
    }
  }
  return { benefits, realisedOn }
}

function measuresFrom(context: ViewContext, project: Project): CivilDate | null {
  const dates = (context.facts.indicatorsByProject.get(project.key) ?? [])
    .filter((indicator) => periodsOf(context, indicator.key).length === 0)
    .flatMap((indicator) => (indicator.anchorOn >= context.today ? [indicator.anchorOn] : []))
  return dates.sort()[0] ?? null
}

/** What has been measured since the baseline was taken. */
const periodsOf = (context: ViewContext, indicatorKey: string): readonly Measurement[] =>
  (context.facts.measurementsByIndicator.get(indicatorKey) ?? []).filter((measurement) => measurement.periodKey !== 'baseline')

/** The decision point at the end of each phase. */
export function pointAfter(phase: Phase): DecisionPoint {
  return DECISION_POINTS[PHASES.indexOf(phase)] ?? 'bp6'
}

/**
 * The planned decision of the point that ends the phase. One planned for a point further on waits for that: a project that was
 * taken back a phase is decided anew on the way.
 */
export const plannedDecision = ({ facts }: ViewContext, project: Project): Decision | null =>
  plannedRow(currentPoint(project), project, facts) ?? null

function nextDecisionOf(context: ViewContext, project: Project): ProjectRow['nextDecision'] {
  if (project.state === 'stopped' || project.state === 'closed') return null
  const planned = plannedDecision(context, project)
  const point = planned?.point ?? pointAfter(project.phase)
  const dueOn = planned?.dueOn ?? null
  return {
    point,
    dueOn,
    late: project.state === 'active' && dueOn !== null && dueOn < context.today,
    missing: isNear(point, dueOn, context) ? lacksAt(point, project, planned, context) : 0,
  }
}

/** Days before a decision that what it lacks is worth saying; at the handover, which is hard, always. */
export const READY_DAYS = 28

export const isNear = (point: DecisionKind, dueOn: CivilDate | null, { today }: ViewContext): boolean =>
  point === 'bp5' || (dueOn !== null && dueOn <= addDays(today, READY_DAYS))

/** How much a point lacks, documents too, as its own page counts it: what somebody stands by is not missing. */
const lacksAt = (point: DecisionKind, project: Project, planned: Decision | null, { facts }: ViewContext): number =>
  readinessOf(point, project, facts, { checklist: planned?.checklist ?? [], waivers: planned?.waivers ?? [] })?.lacks.length ?? 0

function lastReported(context: ViewContext, project: Project): ProjectRow['lastReported'] {
  const published = publishedReports(context, project.key).at(-1)?.publishedAt
  const reportOn = published ? civilDateOf(published, context.settings.calendar.zone) : null
  let measuredOn: CivilDate | null = null
  for (const indicator of context.facts.indicatorsByProject.get(project.key) ?? []) {
    const last = periodsOf(context, indicator.key).findLast((measurement) => measurement.value !== null)
    if (last && (measuredOn === null || last.asOf > measuredOn)) measuredOn = last.asOf
  }
  if (reportOn === null && measuredOn === null) return null
  if (measuredOn === null || (reportOn !== null && reportOn >= measuredOn)) return { kind: 'report', on: reportOn ?? '' }
  return { kind: 'measurement', on: measuredOn }
}
