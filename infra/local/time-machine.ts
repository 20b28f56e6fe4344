import { addDays, civilDateOf, instantAt } from '#domain/dates.ts'
import type { CivilDate, Instant } from '#domain/model.ts'
import type { WorldClock } from './clock.ts'
import type { AdvanceResult, PassResult } from './shapes.ts'

export const NOTHING: PassResult = { sent: 0, skipped: {}, unknown: 0, failed: 0, summaries: 0 }

export const addPasses = (a: PassResult, b: PassResult): PassResult => {
  const skipped = { ...a.skipped }
  for (const [reason, count] of Object.entries(b.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count
  return {
    sent: a.sent + b.sent,
    skipped,
    unknown: a.unknown + b.unknown,
    failed: a.failed + b.failed,
    summaries: a.summaries + b.summaries,
  }
}

const PASS_TIME = '09:00'

/** Every 09:00 after `now` and up to the morning `days` later: the moments a scheduler would have woken at. */
export const morningsAhead = (now: Instant, days: number): { day: CivilDate; at: Instant }[] => {
  const today = civilDateOf(now)
  return Array.from({ length: days + 1 }, (_, i) => addDays(today, i))
    .map((day) => ({ day, at: instantAt(day, PASS_TIME) }))
    .filter(({ at }) => at > now)
}

export interface TimeMachine {
  /** The day's pass, now. */
  run(): Promise<PassResult>
  /** Day by day to 09:00 `days` later, with a pass on each open day on the way. */
  advance(days: number): Promise<AdvanceResult>
}

/** Moves the clock and runs passes; one thing at a time, also when several ask at once. */
export const createTimeMachine = (parts: {
  clock: WorldClock
  isOpenDay: (day: CivilDate) => boolean
  runPass: () => Promise<PassResult>
}): TimeMachine => {
  const { clock, isOpenDay, runPass } = parts
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work)
    // The next in line waits for the end, however it ends; the failure itself goes to the one who asked.
    last = result.catch(() => undefined)
    return result
  }

  return {
    run: () => inTurn(runPass),
    advance: (days) =>
      inTurn(async () => {
        let total = NOTHING
        let passes = 0
        for (const { day, at } of morningsAhead(clock.now().toISOString(), days)) {
          clock.set(at)
          if (!isOpenDay(day)) continue
          total = addPasses(total, await runPass())
          passes += 1
        }
        return { ...total, now: clock.now().toISOString(), passes }
      }),
  }
}
