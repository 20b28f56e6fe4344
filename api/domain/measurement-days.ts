import { civilDateOf } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Measurement } from './model.ts'

/** The local day a measurement was first recorded: a correction counts from the day of what it corrects. */
export function recordedOn(measurement: Measurement, facts: Facts, zone: string): CivilDate {
  let first = measurement
  const seen = new Set<string>()
  while (first.correctsKey !== null && !seen.has(first.key)) {
    seen.add(first.key)
    const corrected = facts.tables.measurements.get(first.correctsKey)
    if (!corrected) break
    first = corrected
  }
  return civilDateOf(first.actedAt, zone)
}
