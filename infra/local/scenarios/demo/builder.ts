import type { Benefit, BenefitAction, Decision, Indicator, LogEntry, Measurement, Project, StatusReport } from '#domain/model.ts'
import { dateAround, workingDay } from '../days.ts'
import { AREAS, idOf } from '../people.ts'
import { actionRow, benefitRow, indicatorRow, measurerOf } from './benefits.ts'
import { askedLog, decisionRows } from './decisions.ts'
import { enteredOn, type Frame, idOrNull, madeBy } from './made-by.ts'
import { measurementsOf } from './measurements.ts'
import { correctionsOf, reportsOf } from './reports.ts'
import type { ProgrammeCode, ProjectSpec } from './spec.ts'

export interface ProjectRows {
  projects: Project[]
  decisions: Decision[]
  benefits: Benefit[]
  benefitActions: BenefitAction[]
  indicators: Indicator[]
  measurements: Measurement[]
  statusReports: StatusReport[]
  log: LogEntry[]
}

/** Prosjektveiviseren v6, the method the demo municipality follows. */
const METHOD = 'prosjektveiviseren-6'

/** Where the demo municipality keeps the documents of its projects. */
const FOLDER = 'https://eksempel.sharepoint.com/sites/prosjekter'

const documentsOf = ({ key, documents }: ProjectSpec): Project['documents'] =>
  (documents ?? []).map(({ title, file, rule }) => ({ title, url: `${FOLDER}/${key}/${encodeURIComponent(file)}`, rule: rule ?? null }))

function projectRow(spec: ProjectSpec, programme: ProgrammeCode, { today }: Frame): Project {
  const entered = enteredOn(spec, today)
  const { hold, stopped } = spec
  return {
    ...madeBy(spec.key, spec.manager ?? spec.owner, dateAround(today, stopped?.at ?? hold?.from) ?? entered),
    title: spec.title,
    programmeKey: programme,
    area: AREAS[spec.area],
    size: spec.size,
    phase: spec.phase,
    phaseEnteredOn: entered,
    state: stopped ? 'stopped' : hold ? 'onHold' : 'active',
    holdFrom: dateAround(today, hold?.from),
    holdTo: dateAround(today, hold?.to),
    stoppedOn: dateAround(today, stopped?.at),
    stopReason: stopped?.lesson ?? null,
    ownerId: idOf(spec.owner),
    managerId: idOrNull(spec.manager),
    benefitOwnerId: idOrNull(spec.benefitOwner ?? spec.owner),
    deputyId: idOrNull(spec.deputy),
    lineLeadId: idOrNull(spec.lineLead),
    why: spec.why,
    what: spec.what,
    whenText: spec.whenText,
    startOn: workingDay(today, spec.taken[0] ?? spec.idea),
    endOn: dateAround(today, spec.end),
    forecastEndOn: dateAround(today, spec.forecastEnd ?? spec.end),
    plannedGoLive: dateAround(today, spec.goLive),
    budget: spec.budget,
    spent: spec.spent,
    forecastCost: spec.forecastCost ?? spec.budget,
    currency: 'NOK',
    restricted: spec.restricted ?? false,
    rank: spec.rank ?? null,
    mainIndicatorKey: spec.main ? `${spec.key}:${spec.main}` : null,
    documents: documentsOf(spec),
    methodVersion: METHOD,
    sourceId: null,
  }
}

/** All rows of one project as they stand on `frame.today`. */
export function projectRows(spec: ProjectSpec, programme: ProgrammeCode, frame: Frame): ProjectRows {
  const { today, usedFrom } = frame
  const project = projectRow(spec, programme, frame)
  const benefits = spec.benefits.map((benefit) => benefitRow(spec, benefit, frame))
  const benefitActions = spec.benefits.flatMap((benefit) =>
    (benefit.actions ?? []).map((action, at) => actionRow(spec, `${spec.key}:${benefit.slug}`, action, at + 1, frame)),
  )
  const measured = spec.benefits.flatMap((benefit) =>
    (benefit.indicators ?? []).map((indicator) => {
      const row = indicatorRow(spec, benefit, indicator, frame)
      return { row, measurements: measurementsOf(row, indicator, measurerOf(spec, benefit, indicator), frame) }
    }),
  )
  const indicators = measured.map(({ row }) => row)
  const measurements = measured.flatMap((one) => one.measurements)
  const plannedMonths = spec.taken[1]
  const reported = {
    project,
    plannedFrom: plannedMonths === undefined ? today : workingDay(today, plannedMonths),
    benefits,
    indicators,
    measurements,
    mainIndicatorKey: project.mainIndicatorKey,
  }
  const statusReports = spec.reports ? reportsOf(reported, spec.reports, usedFrom, today) : []
  return {
    projects: [project],
    decisions: decisionRows(spec, frame),
    benefits,
    benefitActions,
    indicators,
    measurements,
    statusReports,
    log: [...correctionsOf(statusReports, spec.reports), ...askedLog(spec, frame)],
  }
}
