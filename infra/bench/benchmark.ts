/** One line of `npm run bench`. `reference` is the comparison's own figure from the same run. */
export interface Measured {
  name: string
  value: number
  unit: string
  reference?: number
}

/** A benchmark gives one or more lines; `names` lets `--only` choose without running it. */
export interface Benchmark {
  names: readonly string[]
  run(): Promise<Measured[]>
}

/** The middle of several runs, in milliseconds. */
export function medianMs(runs: number, work: () => void): number {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    work()
    times.push(performance.now() - started)
  }
  return percentile(times, 0.5)
}

/** The value below which `share` of the numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals))
