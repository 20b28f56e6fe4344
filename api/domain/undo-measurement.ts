import type { Acting } from './acting.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, Indicator, Instant, Measurement, PersonId, Stamp } from './model.ts'
import { logEntry } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'
import { attemptsAt, withdrawalsOf } from './standing.ts'

/** «Angre» is for a slip of the finger: later an answer is corrected, with a reason. */
export const UNDO_MINUTES = 10

export interface UndoInput {
  measurement: Measurement
  byId: PersonId
  now: Instant
}

export type UndoFault = MayFault | { code: 'cardOutdated' } | { code: 'undoTooLate'; args: { limit: number } }

/** The last moment an answer, or what was made, can be taken back. */
export const undoUntil = ({ actedAt }: Pick<Stamp, 'actedAt'>): Instant =>
  new Date(Date.parse(actedAt) + UNDO_MINUTES * 60_000).toISOString()

/** Whether it is still to be taken back at the moment, whoever did it. */
export const isUndoTime = (done: Pick<Stamp, 'actedAt'>, now: Instant): boolean => Date.parse(now) <= Date.parse(undoUntil(done))

/** Whether the one who answered may still take it back at the moment. */
export const mayUndo = ({ measurement, byId, now }: UndoInput): boolean => measurement.actorId === byId && isUndoTime(measurement, now)

const standsNow = ({ key, indicatorKey }: Measurement, { measurementsByIndicator }: Facts): boolean =>
  (measurementsByIndicator.get(indicatorKey) ?? []).some((row) => row.key === key)

type Baseline = Pick<Indicator, 'baseline' | 'baselineOn'>
const BASELINE_TAKEN = 'baselineTaken'

/** The log's line of a baseline that no measurement stands for being written over, so that it can be restored. */
export const baselineTaken = (indicator: Indicator, measurementKey: string, facts: Facts): Change =>
  logEntry(BASELINE_TAKEN, indicator.key, facts, {
    before: { baseline: indicator.baseline, baselineOn: indicator.baselineOn },
    after: { measurementKey },
    why: null,
  })

const isBaseline = (value: unknown): value is Baseline => typeof value === 'object' && value !== null && 'baseline' in value

/** What the indicator's baseline was before: what was corrected, what the log keeps, or none. */
function baselineBefore({ key, correctsKey, indicatorKey }: Measurement, { tables }: Facts): Baseline {
  const corrected = correctsKey === null ? undefined : tables.measurements.get(correctsKey)
  if (corrected) return { baseline: corrected.value, baselineOn: corrected.value === null ? null : corrected.asOf }
  for (const { what, refKey, before, after } of tables.log.values()) {
    const taken = typeof after === 'object' && after !== null && 'measurementKey' in after ? after.measurementKey : null
    if (what === BASELINE_TAKEN && refKey === indicatorKey && taken === key && isBaseline(before)) {
      return { baseline: before.baseline, baselineOn: before.baselineOn }
    }
  }
  return { baseline: null, baselineOn: null }
}

/** The indicator's copy of a baseline, unless somebody has changed it since. */
function baselineRestored(measurement: Measurement, { facts, versionOf }: Acting): Change[] {
  const indicator = facts.tables.indicators.get(measurement.indicatorKey)
  const isCopy = indicator?.baseline === measurement.value && indicator.baselineOn === measurement.asOf
  if (!indicator || measurement.periodKey !== 'baseline' || measurement.value === null || !isCopy) return []
  const { key } = indicator
  return [{ op: 'update', list: 'indicators', key, set: baselineBefore(measurement, facts), version: versionOf('indicators', key) }]
}

/** A stored obligation that was frozen as answered by it asks again. */
const reopened = ({ key: measurementKey, indicatorKey }: Measurement, { facts, versionOf }: Acting): Change[] =>
  [...facts.tables.obligations.values()]
    .filter(({ refKey, state, fulfilledByKey }) => refKey === indicatorKey && state === 'fulfilled' && fulfilledByKey === measurementKey)
    .map(({ key }) => ({
      op: 'update',
      list: 'obligations',
      key,
      set: { state: 'open', fulfilledByKey: null },
      version: versionOf('obligations', key),
    }))

/**
 * «Angre»: within ten minutes the one who answered takes the answer back, and the period asks again, or what it corrected
 * stands again. Nothing is removed: a row of its own takes it back. Taken back once more, nothing changes. A baseline leaves
 * the indicator too.
 */
export function undoMeasurement(input: UndoInput, acting: Acting): Result<{ changes: Change[] }, UndoFault> {
  const { measurement, byId } = input
  const { facts, today } = acting
  const { key, indicatorKey, projectKey, periodKey, asOf } = measurement
  if (measurement.actorId !== byId) {
    const project = facts.tables.projects.get(projectKey)
    const seen = may(facts.peopleById.get(byId) ?? null, 'readProject', { project, today }, facts)
    return seen.ok ? refuse({ code: 'notAllowed' }) : seen
  }
  const before = withdrawalsOf(indicatorKey, facts).some(({ correctsKey, actorId }) => correctsKey === key && actorId === byId)
  if (before) return ok({ changes: baselineRestored(measurement, acting) })
  if (!standsNow(measurement, facts)) return refuse({ code: 'cardOutdated' })
  if (!mayUndo(input)) return refuse({ code: 'undoTooLate', args: { limit: UNDO_MINUTES } })
  const record = {
    key: `${indicatorKey}:${periodKey}:${attemptsAt(indicatorKey, periodKey, facts) + 1}`,
    ...{ indicatorKey, projectKey, periodKey, asOf },
    value: null,
    reason: null,
    comment: null,
    correctsKey: key,
  }
  return ok({
    changes: [{ op: 'create', list: 'measurements', record }, ...baselineRestored(measurement, acting), ...reopened(measurement, acting)],
  })
}
