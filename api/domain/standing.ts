import type { Facts } from './facts.ts'
import type { Measurement } from './model.ts'

/** A row that takes an answer back: it names it and says nothing itself («får ikke målt» always has its reason). */
export const isWithdrawal = ({ correctsKey, value, reason }: Measurement): boolean =>
  correctsKey !== null && value === null && reason === null

/**
 * The measurements that stand, in whatever order they were written: a correction in place of what it corrects, and neither an
 * answer that was taken back nor the row that took it back. What a taken-back correction corrected stands again.
 */
export function standingMeasurements(measurements: ReadonlyMap<string, Measurement>): Iterable<Measurement> {
  const withdrawn = new Set<string>()
  const corrections: Measurement[] = []
  for (const row of measurements.values()) {
    if (row.correctsKey === null) continue
    if (isWithdrawal(row)) withdrawn.add(row.correctsKey)
    else corrections.push(row)
  }
  if (withdrawn.size === 0 && corrections.length === 0) return measurements.values()
  const corrected = new Set<string>()
  for (const row of corrections) {
    if (withdrawn.has(row.key)) continue
    // A correction of what was taken back still stands in place of what that one corrected.
    for (let key = row.correctsKey; key !== null && !corrected.has(key); ) {
      corrected.add(key)
      key = withdrawn.has(key) ? (measurements.get(key)?.correctsKey ?? null) : null
    }
  }
  return [...measurements.values()].filter((row) => !corrected.has(row.key) && !withdrawn.has(row.key) && !isWithdrawal(row))
}

const withdrawals = new WeakMap<Facts, ReadonlyMap<string, readonly Measurement[]>>()

/** The rows by which answers of an indicator were taken back, as they were written. */
export function withdrawalsOf(indicatorKey: string, facts: Facts): readonly Measurement[] {
  let known = withdrawals.get(facts)
  if (!known) {
    const found = new Map<string, Measurement[]>()
    for (const row of facts.tables.measurements.values()) {
      if (isWithdrawal(row)) found.set(row.indicatorKey, [...(found.get(row.indicatorKey) ?? []), row])
    }
    known = found
    withdrawals.set(facts, known)
  }
  return known.get(indicatorKey) ?? []
}

/** How many rows a period of an indicator has, corrected and taken-back ones too: the next one's number is one more. */
export function attemptsAt(indicatorKey: string, periodKey: string, { tables }: Pick<Facts, 'tables'>): number {
  let n = 0
  while (tables.measurements.has(`${indicatorKey}:${periodKey}:${n + 1}`)) n += 1
  return n
}
