import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FaultLevel } from './faults.ts'
import type { SeedAudit } from './seed-audit.ts'
import { runSeed } from './seed-run.ts'
import type { Simulation } from './simulate.ts'

export interface SeedsOptions {
  /** The first seed. */
  seed: number
  seeds: number
  faults: FaultLevel
  instances: number
  onProgress?: (done: number) => void
}

/** The same counts over all seeds; `faulty` names the first seeds in which something was wrong, so that they can be run alone. */
export interface SeedsResult extends Simulation {
  seeds: number
  faulty: { seed: number; faults: string[] }[]
}

/** So many seeds are counted together before they are told of. */
const BATCH = 50
const FAULTY_NAMED = 20

const NOTHING: SeedsResult = {
  ...{ seeds: 0, faulty: [], decided: 0, sent: 0, skipped: {}, failed: 0, unknown: 0, duplicates: 0, lost: 0 },
  ...{ maxCardsPerPersonPerDay: 0, maxCardsPerPersonPerWeek: 0, outsideOpenHours: 0, resourceUnits: 0, longestSilenceOpenDays: 0 },
}

export function addSeeds(a: SeedsResult, b: SeedsResult): SeedsResult {
  const skipped = { ...a.skipped }
  for (const [reason, count] of Object.entries(b.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count
  return {
    seeds: a.seeds + b.seeds,
    faulty: [...a.faulty, ...b.faulty].sort((one, other) => one.seed - other.seed).slice(0, FAULTY_NAMED),
    decided: a.decided + b.decided,
    sent: a.sent + b.sent,
    skipped,
    failed: a.failed + b.failed,
    unknown: a.unknown + b.unknown,
    duplicates: a.duplicates + b.duplicates,
    lost: a.lost + b.lost,
    maxCardsPerPersonPerDay: Math.max(a.maxCardsPerPersonPerDay, b.maxCardsPerPersonPerDay),
    maxCardsPerPersonPerWeek: Math.max(a.maxCardsPerPersonPerWeek, b.maxCardsPerPersonPerWeek),
    outsideOpenHours: a.outsideOpenHours + b.outsideOpenHours,
    resourceUnits: a.resourceUnits + b.resourceUnits,
    longestSilenceOpenDays: Math.max(a.longestSilenceOpenDays, b.longestSilenceOpenDays),
  }
}

/** One seed after the other in this thread. */
export async function runSeeds({ seed, seeds, faults, instances, onProgress }: SeedsOptions): Promise<SeedsResult> {
  let total = NOTHING
  for (let n = 0; n < seeds; n += 1) {
    const { faults: found, ...counts }: SeedAudit = await runSeed({ seed: seed + n, faults, instances })
    total = addSeeds(total, { ...counts, seeds: 1, faulty: found.length === 0 ? [] : [{ seed: seed + n, faults: found }] })
    if ((n + 1) % BATCH === 0) onProgress?.(n + 1)
  }
  return total
}

/** Many seeds, divided among the machine's cores. */
export async function simulateSeeds(options: SeedsOptions): Promise<SeedsResult> {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(options.seeds / BATCH)))
  if (threads === 1) return runSeeds(options)
  const share = Math.ceil(options.seeds / threads)
  const done = new Array<number>(threads).fill(0)
  const parts = Array.from({ length: threads }, (_, n) => {
    const seeds = Math.max(0, Math.min(share, options.seeds - n * share))
    return inThread({ ...options, seed: options.seed + n * share, seeds }, (count) => {
      done[n] = count
      options.onProgress?.(done.reduce((sum, one) => sum + one, 0))
    })
  })
  return (await Promise.all(parts)).reduce(addSeeds, NOTHING)
}

function inThread({ onProgress: _own, ...options }: SeedsOptions, onProgress: (done: number) => void): Promise<SeedsResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seeds-thread.ts', import.meta.url), { workerData: options })
    worker.on('message', (message: { done: number } | { result: SeedsResult }) => {
      if ('result' in message) resolve(message.result)
      else onProgress(message.done)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error(`a thread ended with ${code}`))
    })
  })
}
