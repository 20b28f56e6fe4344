import { formatNumber } from '#contract/texts/format.ts'
import { importStored } from '#contract/texts/import.ts'
import { firstIndexOnOrAfter, measurementDateAt, measurementDue, type Schedule } from '#domain/due-dates.ts'
import type { Facts } from '#domain/facts.ts'
import type { Change, CivilDate, Draft, Measurement } from '#domain/model.ts'
import { settingsOn } from '#domain/settings.ts'
import { personName } from '#views/context.ts'
import type { FoundIndicator, FoundMeasurement, Rejection } from './found.ts'
import { measurementKey } from './keys.ts'
import type { PlanAround, ProjectPlan } from './plan-project.ts'

/** A measurement that stands, or will when the earlier rows of this file are in. */
type Standing = Pick<Measurement, 'asOf' | 'periodKey' | 'value'> & { stored: Measurement | null }

/**
 * The measurements of one indicator, oldest first. One day is never measured twice: the same value again changes nothing,
 * another value corrects what an import wrote, and leaves alone what a person has answered.
 */
export function planMeasurements(
  found: FoundIndicator,
  indicator: Draft<'indicators'>,
  plan: ProjectPlan,
  { facts, today, language }: PlanAround,
): void {
  const standing: Standing[] = (facts.measurementsByIndicator.get(indicator.key) ?? []).map((stored) => ({ ...stored, stored }))
  const inOrder = [...found.measurements].sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.line - b.line))
  for (const one of inOrder) {
    const place = { line: one.line, place: one.place }
    const before = standing.find((other) => other.asOf === one.asOf && other.periodKey !== 'baseline')
    if (before && before.value === one.value) {
      plan.outcomes.push({ ...place, result: 'unchanged' })
      continue
    }
    if (before && before.stored?.via !== 'import') {
      plan.outcomes.push({ ...place, result: 'rejected' })
      plan.rejected.push(before.stored ? answered(one, before.stored, facts, language) : repeated(one))
      continue
    }
    const periodKey = before?.periodKey ?? periodFor(indicator, one.asOf, standing, today, facts)
    if (!before && standing.some((other) => other.periodKey === periodKey)) {
      const other = standing.find((taken) => taken.periodKey === periodKey)?.stored
      plan.outcomes.push({ ...place, result: 'rejected' })
      plan.rejected.push(other ? answered(one, other, facts, language) : repeated(one))
      continue
    }
    const corrects = before?.stored?.key ?? null
    const record: Draft<'measurements'> = {
      key: measurementKey(indicator.key, periodKey, attempts(facts, indicator.key, periodKey) + 1),
      indicatorKey: indicator.key,
      projectKey: indicator.projectKey,
      periodKey,
      asOf: one.asOf,
      value: one.value,
      reason: corrects === null ? one.reason : importStored.corrected[language],
      comment: one.comment,
      correctsKey: corrects,
    }
    plan.changes.push({ op: 'create', list: 'measurements', record } satisfies Change)
    plan.outcomes.push({ ...place, result: corrects === null ? 'created' : 'updated' })
    if (before) standing.splice(standing.indexOf(before), 1)
    standing.push({ asOf: one.asOf, periodKey, value: one.value, stored: null })
  }
}

function attempts(facts: Facts, indicatorKey: string, periodKey: string): number {
  let number = 0
  while (facts.tables.measurements.has(measurementKey(indicatorKey, periodKey, number + 1))) number += 1
  return number
}

/**
 * The period a day answers for (domain.md §3.2.5): the one it lies in, M(k−1) < asOf ≤ M(k), or the one just past while that is
 * unanswered and was not yet overdue. When that period has its value already, the day stands by itself: history may be denser
 * than the plan.
 */
function periodFor(indicator: Schedule, asOf: CivilDate, standing: readonly Standing[], today: CivilDate, facts: Facts): CivilDate {
  const taken = (period: CivilDate): boolean => standing.some((other) => other.periodKey === period)
  const k = firstIndexOnOrAfter(indicator, asOf)
  if (k === null) return asOf
  const next = measurementDateAt(indicator, k)
  if (next !== asOf && indicator.frequency !== 'once') {
    const past = measurementDateAt(indicator, k - 1)
    const settings = settingsOn(today, facts.tables.settings.values())
    if (!taken(past) && k > 0 && asOf < measurementDue(past, {}, settings).overdueFrom) return past
  }
  return taken(next) ? asOf : next
}

const shown = (value: number | null): string | null => (value === null ? null : String(value))

function answered(one: FoundMeasurement, other: Measurement, facts: Facts, language: PlanAround['language']): Rejection {
  const value = other.value === null ? '–' : formatNumber(other.value, language)
  const args = { byName: personName(facts, other.actorId), value }
  return { ...one.place, value: shown(one.value), code: 'alreadyAnswered', field: 'measurement.value', args }
}

const repeated = (one: FoundMeasurement): Rejection => ({
  ...one.place,
  value: shown(one.value),
  code: 'keyRepeated',
  field: 'measurement.asOf',
  args: { value: one.asOf, column: one.place.column ?? '' },
})
