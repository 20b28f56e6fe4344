import type { CurrentAnswer, Fault } from '#contract/errors.ts'
import type { RecordMeasurementRequest } from '#contract/requests.ts'
import { trimmed } from '#domain/acting.ts'
import { answeredPeriod } from '#domain/answered-period.ts'
import type { Facts } from '#domain/facts.ts'
import { may } from '#domain/may.ts'
import type { Change, CivilDate, Indicator, Measurement, PersonId } from '#domain/model.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import type { Obligation } from '#domain/obligations.ts'
import { type Result, refuse } from '#domain/result.ts'
import { attemptsAt } from '#domain/standing.ts'
import { baselineTaken } from '#domain/undo-measurement.ts'
import { likelierValue } from '#domain/value-check.ts'
import { isDelegatedTo, personName, type ViewContext, viewContext } from '#views/context.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

export interface Recorded {
  measurementKey: string
  indicatorKey: string
}

/**
 * Records one period of one indicator: a value, «får ikke målt» (value null and a reason), or a correction of what stands
 * (`correctsKey` and a reason). The key is `indicator:period:n`, so two who answer at once collide and the second is shown
 * the first's answer. A `baseline` answer is written into the indicator too.
 * Refuses: unknownIndicator, notAllowed, indicatorNotActive, notANumber …, dateInFuture, dateBeforePeriod,
 * valueUnlikely (about ten times off, unless `confirmed`), reasonRequired, commentRequired (weaker than last, domain.md §3),
 * alreadyAnswered, staleEdit, storeUnavailable.
 */
export async function recordMeasurement(
  request: RecordMeasurementRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Recorded>> {
  const snapshot = deps.store.snapshot()
  const decided = decide(request, asker, snapshot)
  if (!decided.ok) return decided
  const written = await deps.store.write(decided.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  if (written.ok) return { ok: true, value: { measurementKey: decided.value.key, indicatorKey: request.indicatorKey } }
  if ((written.code === 'alreadyExists' || written.code === 'conflict') && written.list === 'measurements') {
    const current = written.current as Measurement | null
    return refuse({ code: 'staleEdit' as const, field: 'value', ...(current ? { current: answerOf(snapshot.facts, current) } : {}) })
  }
  return refuse(writeFault(written))
}

function decide(request: RecordMeasurementRequest, asker: Asker, snapshot: Snapshot): Result<{ key: string; changes: Change[] }, Fault> {
  const { facts } = snapshot
  const indicator = facts.tables.indicators.get(request.indicatorKey)
  if (!indicator) return refuse({ code: 'unknownIndicator', field: 'indicatorKey' })
  const allowed = mayRecord(asker, indicator, request.periodKey, facts)
  if (!allowed.ok) return allowed
  const value = typedValue(request, indicator)
  if (!value.ok) return value
  const reason = trimmed(request.reason)
  if (value.value === null && reason === null) return refuse({ code: 'reasonRequired', field: 'reason' })
  const period = answeredPeriod({ indicator, periodKey: request.periodKey, asOf: request.asOf }, asker.today, facts)
  if (!period.ok) return period
  const { periodKey, asOf } = period.value

  const standing = (facts.measurementsByIndicator.get(indicator.key) ?? []).find((measurement) => measurement.periodKey === periodKey)
  const correctsKey = request.correctsKey ?? null
  if (standing && standing.key !== correctsKey) {
    return refuse({ code: correctsKey === null ? 'alreadyAnswered' : 'staleEdit', field: 'value', current: answerOf(facts, standing) })
  }
  if (!standing && correctsKey !== null) return refuse({ code: 'fieldInvalid', field: 'correctsKey' })
  if (standing && reason === null) return refuse({ code: 'reasonRequired', field: 'reason' })
  const meant = request.confirmed === true ? null : meantInstead(value.value, periodKey, indicator, facts)
  if (meant !== null) return refuse({ code: 'valueUnlikely', field: 'value', args: { value: value.value ?? 0, suggestion: meant } })
  const comment = trimmed(request.comment)
  if (!standing && comment === null && isWeakerThanLast(value.value, asOf, indicator, facts)) {
    return refuse({ code: 'commentRequired', field: 'comment' })
  }

  const key = `${indicator.key}:${periodKey}:${attemptsAt(indicator.key, periodKey, facts) + 1}`
  const changes: Change[] = [
    {
      op: 'create',
      list: 'measurements',
      record: {
        key,
        indicatorKey: indicator.key,
        projectKey: indicator.projectKey,
        periodKey,
        asOf,
        value: value.value,
        reason,
        comment,
        correctsKey,
      },
    },
  ]
  if (periodKey === 'baseline' && value.value !== null) {
    changes.push(baselineChange(indicator, { value: value.value, asOf }, snapshot))
    if (indicator.baseline !== null && !standing) changes.push(baselineTaken(indicator, key, facts))
  }
  return { ok: true, value: { key, changes } }
}

/** A baseline lives in the indicator too. */
const baselineChange = (indicator: Indicator, taken: Pick<Measurement, 'value' | 'asOf'>, snapshot: Snapshot): Change => ({
  op: 'update',
  list: 'indicators',
  key: indicator.key,
  set: { baseline: taken.value, baselineOn: taken.asOf },
  version: snapshot.versionOf('indicators', indicator.key) ?? '',
})

function mayRecord(asker: Asker, indicator: Indicator, periodKey: string | undefined, facts: Facts): Result<true, Fault> {
  const project = facts.tables.projects.get(indicator.projectKey)
  const benefit = facts.tables.benefits.get(indicator.benefitKey)
  const person = facts.peopleById.get(asker.personId) ?? null
  const obligation = delegatedTo(asker.personId, indicator, periodKey, viewContext(facts, asker.today))
  const allowed = may(person, 'recordMeasurement', { project, benefit, indicator, obligation, today: asker.today }, facts)
  if (!allowed.ok) return refuse({ code: allowed.code === 'notFound' ? 'unknownIndicator' : 'notAllowed', field: 'indicatorKey' })
  if (indicator.state === 'closed' || indicator.state === 'draft') return refuse({ code: 'indicatorNotActive', field: 'indicatorKey' })
  return { ok: true, value: true }
}

/** A delegate answers the one period that was delegated, while it is, and names it. */
const delegatedTo = (
  personId: PersonId,
  indicator: Indicator,
  periodKey: string | undefined,
  context: ViewContext,
): Obligation | undefined =>
  (context.obligationsByRef.get(indicator.key) ?? []).find(
    (obligation) => obligation.periodKey === periodKey && isDelegatedTo(obligation, personId, context.today),
  )

function typedValue(request: RecordMeasurementRequest, indicator: Indicator): Result<number | null, Fault> {
  if (request.value === null) return { ok: true, value: null }
  const text = String(request.value)
  if (typeof request.value === 'number') return { ok: true, value: request.value }
  if (text.trim() === '') return refuse({ code: 'fieldRequired', field: 'value' })
  const parsed = parseNorwegianNumber(text, indicator.unit)
  return parsed.ok ? parsed : refuse({ code: parsed.code, field: 'value', args: { value: text, unit: indicator.unit } })
}

/** What the person may have meant, when the value is about ten times off what other periods have shown. */
function meantInstead(value: number | null, periodKey: string, indicator: Indicator, facts: Facts): number | null {
  if (value === null) return null
  const others = (facts.measurementsByIndicator.get(indicator.key) ?? []).filter(
    (measurement) => measurement.periodKey !== periodKey && measurement.periodKey !== 'baseline',
  )
  return likelierValue(value, indicator, others)
}

/** Weaker than the last one in the direction of the target; then a sentence on why is asked for. */
function isWeakerThanLast(value: number | null, asOf: CivilDate, indicator: Indicator, facts: Facts): boolean {
  if (value === null || indicator.direction === 'maintain') return false
  const last = (facts.measurementsByIndicator.get(indicator.key) ?? []).findLast(
    (measurement) => measurement.value !== null && measurement.asOf < asOf && measurement.periodKey !== 'baseline',
  )
  if (!last || last.value === null) return false
  return indicator.direction === 'increase' ? value < last.value : value > last.value
}

function answerOf(facts: Facts, measurement: Measurement): CurrentAnswer {
  return {
    key: measurement.key,
    value: measurement.value,
    asOf: measurement.asOf,
    byName: personName(facts, measurement.actorId),
    at: measurement.actedAt,
  }
}
