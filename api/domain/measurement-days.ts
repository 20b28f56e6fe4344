import { civilDateOf } from './dates.ts'
import type { Facts } from './facts.ts'
import type { CivilDate, Measurement } from './model.ts'

/** A measurement and what it corrects, newest first: the last one is the first that was recorded. */
export function corrections(measurement: Measurement, facts: Facts): Measurement[] {
  const chain = [measurement]
  let at = measurement
  while (at.correctsKey !== null) {
    const corrected = facts.tables.measurements.get(at.correctsKey)
    if (!corrected || chain.includes(corrected)) break
    chain.push(corrected)
    at = corrected
  }
  return chain
}

/** The local day a measurement was first recorded: a correction counts from the day of what it corrects. */
export function recordedOn(measurement: Measurement, facts: Facts, zone: string): CivilDate {
  let first = measurement
  if (measurement.correctsKey !== null) for (const earlier of corrections(measurement, facts)) first = earlier
  return civilDateOf(first.actedAt, zone)
}
