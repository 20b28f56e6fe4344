import { refuse } from '#domain/result.ts'
import { undoMeasurement } from '#domain/undo-measurement.ts'
import { carryOut } from './act-on-obligation.ts'
import { actingOf } from './acting-of.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

export interface Undone {
  indicatorKey: string
  periodKey: string
}

/**
 * «Angre» within ten minutes, by the one who answered: the period asks again, or what was corrected stands again. The same
 * again changes nothing. Refuses: notFound, notAllowed, undoTooLate, cardOutdated (corrected meanwhile), storeUnavailable.
 */
export async function undoAnswer(
  { measurementKey }: { measurementKey: string },
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Undone>> {
  const measurement = deps.store.snapshot().facts.tables.measurements.get(measurementKey)
  if (!measurement) return refuse({ code: 'notFound' as const })
  const done = await carryOut(
    () => undoMeasurement({ measurement, byId: asker.personId, now: asker.now }, actingOf(deps.store.snapshot(), asker.today)),
    asker,
    deps,
  )
  return done.ok ? { ok: true, value: { indicatorKey: measurement.indicatorKey, periodKey: measurement.periodKey } } : done
}
