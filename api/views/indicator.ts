import type { AssessmentView, IndicatorView, MeasurementPoint, OpenPeriod } from '#contract/views.ts'
import type { Assessment } from '#domain/achievement.ts'
import { assessIndicator } from '#domain/assess-indicator.ts'
import { may } from '#domain/may.ts'
import type { Indicator, Measurement, Person } from '#domain/model.ts'
import type { Obligation } from '#domain/obligations.ts'
import { projectionOf } from '#domain/projection.ts'
import { isDelegatedTo, personName, personRef, type ViewContext } from './context.ts'

/** Assessed with the settings of the day, and for a count with what it comes to if it goes on as it does. */
export function assessmentOf({ facts, today, settings }: ViewContext, indicator: Indicator): Assessment {
  const assessed = assessIndicator(indicator, facts, today, settings)
  if (assessed.forecastWhy !== 'cumulative') return assessed
  const recurrence = facts.tables.benefits.get(indicator.benefitKey)?.recurrence ?? null
  const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
  return { ...assessed, ...projectionOf({ ...indicator, ...(recurrence && { recurrence }) }, measurements, assessed) }
}

/** Percentages and forecasts rounded to two decimals: the edge where full precision ends. */
export function assessmentView(assessment: Assessment): AssessmentView {
  return {
    currentValue: assessment.currentValue,
    currentAsOf: assessment.currentAsOf,
    achievementPercent: rounded(assessment.achievementPercent),
    plannedPercent: rounded(assessment.plannedPercent),
    course: assessment.course,
    forecastValue: rounded(assessment.forecastValue),
    forecastPercent: rounded(assessment.forecastPercent),
    forecastWhy: assessment.forecastWhy,
    trend: assessment.trend,
    stale: assessment.stale,
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100)

/** One indicator with its history, what waits for an answer, and whether this person may give it. */
export function indicatorView(context: ViewContext, indicator: Indicator, person: Person | null): IndicatorView {
  const { facts } = context
  const project = facts.tables.projects.get(indicator.projectKey)
  const benefit = facts.tables.benefits.get(indicator.benefitKey)
  const measurements = facts.measurementsByIndicator.get(indicator.key) ?? []
  const obligations = context.obligationsByRef.get(indicator.key) ?? []
  const delegated =
    person === null ? undefined : obligations.find((obligation) => isDelegatedTo(obligation, person.personId, context.today))
  const measurerId = indicator.measurerId ?? benefit?.ownerId ?? project?.benefitOwnerId ?? project?.ownerId ?? null
  return {
    key: indicator.key,
    benefitKey: indicator.benefitKey,
    projectKey: indicator.projectKey,
    title: indicator.title,
    unit: indicator.unit,
    decimals: indicator.decimals,
    kind: indicator.kind,
    direction: indicator.direction,
    baseline: indicator.baseline,
    baselineOn: indicator.baselineOn,
    baselineWaived: indicator.baselineWaiver !== null,
    target: indicator.target,
    targetOn: indicator.targetOn,
    tolerance: indicator.tolerance,
    milestones: indicator.milestones,
    frequency: indicator.frequency,
    method: indicator.method,
    measurer: personRef(facts, measurerId),
    assessment: assessmentView(assessmentOf(context, indicator)),
    points: measurements.map((measurement) => measurementPoint(context, measurement)),
    open: obligations.filter((obligation) => obligation.state === 'open' || obligation.state === 'overdue').map(openPeriod),
    nextMeasurementOn: obligations.find((obligation) => obligation.state === 'upcoming')?.asOf ?? null,
    canRecord: may(person, 'recordMeasurement', { project, benefit, indicator, obligation: delegated, today: context.today }, facts).ok,
  }
}

export function measurementPoint(context: ViewContext, measurement: Measurement): MeasurementPoint {
  return {
    key: measurement.key,
    periodKey: measurement.periodKey,
    asOf: measurement.asOf,
    value: measurement.value,
    reason: measurement.reason,
    comment: measurement.comment,
    byName: personName(context.facts, measurement.actorId),
    at: measurement.actedAt,
    via: measurement.via,
    corrects: measurement.correctsKey !== null,
  }
}

export function openPeriod(obligation: Obligation): OpenPeriod {
  return {
    obligationKey: obligation.key,
    periodKey: obligation.periodKey,
    kind: obligation.kind,
    asOf: obligation.asOf,
    dueOn: obligation.dueOn,
    overdueFrom: obligation.overdueFrom,
    state: obligation.state,
  }
}
