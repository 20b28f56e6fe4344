import { setTimeout as wait } from 'node:timers/promises'

/** What pacing needs: milliseconds that only go forward, and waiting. Says nothing about the day. */
export interface Timer {
  ms(): number
  sleep(ms: number): Promise<void>
}

export const realTimer: Timer = { ms: () => performance.now(), sleep: (ms) => wait(ms).then(() => undefined) }
