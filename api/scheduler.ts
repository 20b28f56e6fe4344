import { isHalfDay, isOpenDay } from '#domain/calendar.ts'
import { civilDateOf, localTimeOf } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import type { CalendarSettings } from '#domain/settings.ts'

/**
 * The day a pass is due for at this moment, or null: too early, too late, a closed day, or already taken.
 * Due from `sendFrom` (09:00) on open days until nothing more may be sent (product.md, "only open days, 08–16, before
 * 11:30 on half days"); a server that wakes later than that waits for the next open day.
 */
export const dueDay = (now: Date, taken: CivilDate | null, calendar: CalendarSettings): CivilDate | null => {
  const instant = now.toISOString()
  const day = civilDateOf(instant, calendar.zone)
  const time = localTimeOf(instant, calendar.zone)
  const until = isHalfDay(day) ? calendar.halfDayStop : calendar.quietFrom
  const isTime = time >= calendar.sendFrom && time < until
  return isTime && (taken === null || day > taken) && isOpenDay(day, calendar) ? day : null
}

const AGAIN_MS = 5 * 60_000
const AGAIN_AT_MOST_MS = 60 * 60_000

export interface SchedulerOptions {
  now: () => Date
  /** As the settings have it now. */
  calendar: () => CalendarSettings
  /**
   * One pass. Must do no harm when repeated: after a failure it is tried again at the next check. `again` asks for another
   * the same day, a little later each time, for what could not be sent yet.
   */
  runPass: () => Promise<unknown>
  /** Told of a pass that threw; the scheduler goes on. */
  onFault: (fault: unknown) => void
  /** Milliseconds of real time between checks. */
  everyMs?: number
  /** The newest day whose pass is known to be taken. */
  taken?: CivilDate
}

export interface Scheduler {
  /** This day and those before it need no pass of ours: somebody has run it, or moved the clock past it. */
  take(day: CivilDate): void
  /** Looks at the clock now; resolves when the pass that was due, if any, has ended. */
  check(): Promise<void>
  /** Stops checking and waits for a pass under way. */
  stop(): Promise<void>
}

/**
 * Runs the day's pass by itself. Only timing lives here: the pass decides whom it sends to, and two servers that run it
 * at once are kept apart by the lists. A server started after 09:00 catches up the same day.
 */
export const startScheduler = (options: SchedulerOptions): Scheduler => {
  const { now, calendar, runPass, onFault, everyMs = 30_000 } = options
  let taken = options.taken ?? null
  let underWay: Promise<void> | null = null
  let again = { times: 0, notBefore: 0 }

  const runDue = async (): Promise<void> => {
    const day = dueDay(now(), taken, calendar())
    if (day === null || now().getTime() < again.notBefore) return
    try {
      if ((await runPass()) === 'again') {
        again = { times: again.times + 1, notBefore: now().getTime() + Math.min(AGAIN_MS * 2 ** again.times, AGAIN_AT_MOST_MS) }
        return
      }
      again = { times: 0, notBefore: 0 }
      if (taken === null || day > taken) taken = day
    } catch (fault) {
      onFault(fault)
    }
  }

  const check = (): Promise<void> => {
    underWay ??= runDue().finally(() => {
      underWay = null
    })
    return underWay
  }

  const timer = setInterval(check, everyMs)
  timer.unref()
  return {
    take: (day) => {
      if (taken === null || day > taken) taken = day
    },
    check,
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
