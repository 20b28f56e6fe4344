import { civilDateOf, localTimeOf } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'

/** When the day's pass is due: from `from` until `until` (local clock time), on an open day, once. */
export interface SendingHours {
  /** `HH:MM` */
  from: string
  /** `HH:MM`; a server that wakes later than this waits for the next open day. */
  until: string
  /** IANA name. */
  zone: string
}

/** 09:00 on open days (product.md, the main job 4); nothing is sent after 16:00 (§ sending hours 08–16). */
export const SENDING_HOURS: SendingHours = { from: '09:00', until: '16:00', zone: 'Europe/Oslo' }

/** The day a pass is due for at this moment, or null: too early, too late, a closed day, or already taken. */
export const dueDay = (
  now: Date,
  taken: CivilDate | null,
  isOpenDay: (day: CivilDate) => boolean,
  hours: SendingHours = SENDING_HOURS,
): CivilDate | null => {
  const instant = now.toISOString()
  const day = civilDateOf(instant, hours.zone)
  const time = localTimeOf(instant, hours.zone)
  const inHours = time >= hours.from && time < hours.until
  return inHours && (taken === null || day > taken) && isOpenDay(day) ? day : null
}

export interface SchedulerOptions {
  now: () => Date
  isOpenDay: (day: CivilDate) => boolean
  /** One pass. Must do no harm when repeated: after a failure it is tried again at the next check. */
  runPass: () => Promise<unknown>
  /** Told of a pass that threw; the scheduler goes on. */
  onFault: (fault: unknown) => void
  hours?: SendingHours
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
  const { now, isOpenDay, runPass, onFault, hours = SENDING_HOURS, everyMs = 30_000 } = options
  let taken = options.taken ?? null
  let underWay: Promise<void> | null = null

  const runDue = async (): Promise<void> => {
    const day = dueDay(now(), taken, isOpenDay, hours)
    if (day === null) return
    try {
      await runPass()
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
