/** Whose turn something is: an instance of the server, or the world itself. */
export interface Owner {
  dead: boolean
  asleepUntil?: number
}

export const WORLD: Owner = { dead: false }

interface Turn {
  at: number
  owner: Owner
  /** Under way to the other side: it may get there although its sender has died. */
  sent: boolean
  go: () => void
}

/** What waits for time to pass, in the order time brings it. Nothing here uses the machine's clock. */
export interface Turns {
  /** Milliseconds since the start. */
  now(): number
  /** Resolves after `ms`; never, when the owner dies before that. `sent` may still be carried out after a death. */
  wait(owner: Owner, ms: number, sent?: boolean): Promise<void>
  /** Lets the owner take no more turns: as a process that is killed. */
  kill(owner: Owner): void
  /** Holds the owner up, all of it, as a machine that is put to sleep; it knows nothing of it when it wakes. */
  freeze(owner: Owner, ms: number): void
  /** How many turns owners of any kind have taken. */
  taken(): number
  /** Takes turns until `isOver`, or nothing waits any more. `onTurn` is called before each. */
  run(isOver: () => boolean, onTurn: (owner: Owner) => void): Promise<void>
}

/** Everything that has been set going has come to its next wait. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function createTurns(random: () => number): Turns {
  let now = 0
  let taken = 0
  let waiting: Turn[] = []

  const next = (): Turn | undefined => {
    let first = 0
    for (let n = 1; n < waiting.length; n += 1) if ((waiting[n]?.at ?? 0) < (waiting[first]?.at ?? 0)) first = n
    return waiting.splice(first, 1)[0]
  }

  return {
    now: () => now,
    taken: () => taken,
    wait: (owner, ms, sent = false) =>
      new Promise((resolve) => {
        // What a dead process would go on to do is never done: its promise stays open for good.
        if (!owner.dead) waiting.push({ at: Math.max(now + ms, owner.asleepUntil ?? 0), owner, sent, go: resolve })
      }),
    kill(owner) {
      owner.dead = true
      waiting = waiting.filter((turn) => turn.owner !== owner || (turn.sent && random() < 0.5))
    },
    freeze(owner, ms) {
      owner.asleepUntil = now + ms
      for (const turn of waiting) if (turn.owner === owner) turn.at = Math.max(turn.at, owner.asleepUntil)
    },
    async run(isOver, onTurn) {
      for (await settled(); !isOver(); await settled()) {
        const turn = next()
        if (!turn) return
        now = Math.max(now, turn.at)
        taken += 1
        turn.go()
        onTurn(turn.owner)
      }
    },
  }
}
