import { civilDateOf, instantAt, isCivilDate } from '#domain/dates.ts'
import type { CivilDate, Instant } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

/** Where the clock is kept between starts. */
export interface ClockMemory {
  read(): Instant | undefined
  write(instant: Instant): void
}

export type ClockFault = { code: 'notAnInstant' } | { code: 'backwards'; now: Instant }

/** The local world's clock: it can be moved forward, never back, and runs on with real time from where it was put. */
export interface WorldClock {
  now(): Date
  /** The civil date in Oslo. */
  today(): CivilDate
  /**
   * `YYYY-MM-DD` (09:00 in Oslo), `YYYY-MM-DDTHH:MM` (Oslo) or a whole ISO instant with its zone.
   * Refuses a moment that has passed: what is written in the lists would lie in the future.
   */
  set(text: string): Result<Date, ClockFault>
  /** Told after every `set`, with the moment before and the moment after. */
  onSet(listener: (before: Date, after: Date) => void): void
  /** Keeps the exact time for the next start. */
  close(): void
}

const ZONE = 'Europe/Oslo'
/** A date alone means the beginning of the sending hours. */
const TIME_OF_A_DATE = '09:00'
/** So far ahead of the given time is written down, so that a killed process never goes back when it starts again. */
const RESERVE_MS = 30_000

/** When a scenario begins: five minutes before the day's pass, so that the newcomer can watch it happen. */
export const firstMoment = (today: CivilDate): Instant => instantAt(today, '08:55', ZONE)

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The instant a text names, or undefined. */
export const parseMoment = (text: string): Instant | undefined => {
  if (isCivilDate(text)) return instantAt(text, TIME_OF_A_DATE, ZONE)
  const local = LOCAL_TIME.exec(text)
  if (local?.[1] && isCivilDate(local[1])) return instantAt(local[1], text.slice(11), ZONE)
  const whole = INSTANT.exec(text)
  if (!whole?.[1] || !isCivilDate(whole[1])) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/**
 * Continues from where the clock was left, or begins at `start`. `realNow` is the machine's clock in milliseconds; it may
 * jump, the world's clock never goes back with it.
 */
export const openClock = (memory: ClockMemory, start: Instant, realNow: () => number): WorldClock => {
  const listeners: ((before: Date, after: Date) => void)[] = []
  let base = Date.parse(memory.read() ?? start)
  let realBase = realNow()
  let newest = base
  let reserved = 0

  const nowMs = (): number => {
    newest = Math.max(newest, base + realNow() - realBase)
    if (newest >= reserved) {
      reserved = newest + RESERVE_MS
      memory.write(new Date(reserved).toISOString())
    }
    return newest
  }
  nowMs()

  return {
    now: () => new Date(nowMs()),
    today: () => civilDateOf(new Date(nowMs()).toISOString(), ZONE),
    set: (text) => {
      const instant = parseMoment(text)
      if (instant === undefined) return refuse({ code: 'notAnInstant' })
      const before = nowMs()
      const after = Date.parse(instant)
      if (after < before) return refuse({ code: 'backwards', now: new Date(before).toISOString() })
      base = after
      realBase = realNow()
      newest = after
      reserved = 0
      nowMs()
      for (const listener of listeners) listener(new Date(before), new Date(after))
      return ok(new Date(after))
    },
    onSet: (listener) => listeners.push(listener),
    close: () => memory.write(new Date(nowMs()).toISOString()),
  }
}
