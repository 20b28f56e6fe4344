/** Who waits for a request: a person, or nobody (a refresh, a pass at night). */
export type Priority = 'person' | 'background'

/** How many requests are under way at once, and how many of them may be background. */
export interface LaneSizes {
  all: number
  background: number
}
/**
 * A thousand cards at Teams' 30 a second need some 90 writes a second of 150 ms each: 15 at once and a little to spare. The
 * rest is kept free for people.
 */
export const LANE_SIZES: LaneSizes = { all: 28, background: 20 }

export interface Lanes {
  /** Resolves when it is this request's turn; call what it gives when the answer has come. */
  enter(priority: Priority): Promise<() => void>
}

/** A queue with two lines: a person's request always goes before one nobody waits for; within a line, first come first served. */
export function createLanes(sizes: LaneSizes = LANE_SIZES): Lanes {
  const active: Record<Priority, number> = { person: 0, background: 0 }
  const waiting: Record<Priority, (() => void)[]> = { person: [], background: [] }

  const free = (priority: Priority): boolean =>
    active.person + active.background < sizes.all && (priority === 'person' || active.background < sizes.background)

  function next(): void {
    for (const priority of ['person', 'background'] as const) {
      while (waiting[priority].length > 0 && free(priority)) {
        active[priority] += 1
        waiting[priority].shift()?.()
      }
    }
  }

  return {
    enter: (priority) =>
      new Promise((resolve) => {
        waiting[priority].push(() =>
          resolve(() => {
            active[priority] -= 1
            next()
          }),
        )
        next()
      }),
  }
}
