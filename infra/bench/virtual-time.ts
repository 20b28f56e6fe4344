/** Time that passes only when nothing is being done: what waits in it costs no real time, what is computed costs none of it. */
export interface VirtualTime {
  /** Milliseconds since the start. */
  ms(): number
  sleep(ms: number): Promise<void>
  /** Real work under way (a request on loopback): time stands still until it is done. */
  whileStanding<T>(work: () => Promise<T>): Promise<T>
  /** Lets time pass until `work` has ended. */
  run<T>(work: Promise<T>): Promise<T>
}

/** So often everything that can go on by itself is let go on, before time passes. */
const ROUNDS = 4

export function createVirtualTime(): VirtualTime {
  let now = 0
  let standing = 0
  let sleepers: { at: number; wake: () => void }[] = []
  const settled = async (): Promise<void> => {
    for (let round = 0; round < ROUNDS; round += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const wakeNext = (): void => {
    const at = Math.min(...sleepers.map((sleeper) => sleeper.at))
    now = Math.max(now, at)
    const due = sleepers.filter((sleeper) => sleeper.at <= now)
    sleepers = sleepers.filter((sleeper) => sleeper.at > now)
    for (const sleeper of due) sleeper.wake()
  }
  return {
    ms: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
    async whileStanding(work) {
      standing += 1
      try {
        return await work()
      } finally {
        standing -= 1
      }
    },
    async run(work) {
      let over = false
      const watched = work.finally(() => {
        over = true
      })
      for (await settled(); !over; await settled()) if (standing === 0 && sleepers.length > 0) wakeNext()
      return watched
    },
  }
}
