import type { Indicator, Measurement } from './model.ts'

/** Outside the known range by more than this factor a value is worth a question … */
const FAR = 4
/** … when a slip of the decimal sign explains it: moved, it lies within this factor of the range. */
const NEAR = 2
/** Powers of ten a comma or a nought too many can make. */
const SLIPS = [10, 0.1, 100, 0.01, 1000, 0.001]
/** The newest values say more than those of years ago. */
const LATEST = 12

type Known = Pick<Indicator, 'kind' | 'baseline' | 'target'>

/** What the indicator has shown and is on its way to, as sizes; a period's own part of a sum says nothing of the whole target. */
function sizesKnown({ kind, baseline, target }: Known, earlier: readonly Pick<Measurement, 'value'>[]): number[] {
  const values = earlier.slice(-LATEST).map(({ value }) => value)
  const path = kind === 'cumulative' ? [] : [baseline, target]
  return [...values, ...path].flatMap((value) => (value === null ? [] : [Math.abs(value)]))
}

/** A minus where the indicator has never been, and is not to come, below nought. */
function isOddlyNegative(value: number, { baseline, target }: Known, earlier: readonly Pick<Measurement, 'value'>[]): boolean {
  const known = [...earlier.map((one) => one.value), baseline, target].filter((one) => one !== null)
  return value < 0 && known.length > 0 && known.every((one) => one >= 0)
}

/**
 * The number a person may have meant when there is a minus too many, or when the one typed is about ten (a hundred, a thousand) times off what the indicator has
 * shown and its way from baseline to target: 12.5 for 125 where it was 14.5 last, 5 for −5 where nothing is below nought. null when the value is believable, when nothing
 * is known to compare with, and for 0, which is a value. `earlier`: values of other periods, oldest first, baseline left out.
 */
export function likelierValue(value: number, indicator: Known, earlier: readonly Pick<Measurement, 'value'>[]): number | null {
  if (isOddlyNegative(value, indicator, earlier)) return -value
  const known = sizesKnown(indicator, earlier)
  const least = Math.min(...known)
  const most = Math.max(...known)
  const size = Math.abs(value)
  if (size <= most * FAR && size >= least / FAR) return null
  // Nought, and anything where nothing or only nought is known, lies near no size by any slip.
  const slip = SLIPS.find((factor) => size / factor <= most * NEAR && size / factor >= least / NEAR)
  // Fifteen digits: what a person can have typed, without the tail of binary division.
  return slip === undefined ? null : Number((value / slip).toPrecision(15))
}
