import type { Change, Instant } from '#domain/model.ts'
import { SYSTEM } from './courier.ts'
import type { Store } from './ports.ts'

const LEASE_MINUTES = 15
/** A confirmation meets a row that has moved: looked at anew so many times. */
const TRIES = 3

export const minutesAfter = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** So far two servers' clocks may be apart without one taking the other's time for impossible. */
const SKEW_MINUTES = 5

/**
 * Whether a time that was given for `minutes` is out. One that ends later than it could have been given was given by a clock
 * that has since been put back: waiting for it could take all day.
 */
export const isOver = (until: Instant, now: Instant, minutes: number): boolean =>
  until <= now || until > minutesAfter(now, minutes + SKEW_MINUTES)

export interface PassLease {
  /**
   * Writes on the lease's row that it is still held, and answers whether that stood. True proves that nobody else had taken
   * the pass over when it was asked: so what was written before it is seen by whoever takes over later. Those who ask while
   * an answer is under way share the next one. Once lost it stays lost.
   */
  confirm(): Promise<boolean>
  /** Gives it back, so that the next pass need not wait for its time to run out. */
  release(): Promise<void>
}

interface LeaseOptions {
  name: string
  /** Names the instance; the same after a restart, when it may take over from itself at once. */
  holder: string
  clock: () => Instant
  store: Store
}

/**
 * Takes the named lease for one pass: null when another holder has it and its time is not out, or the lists are out of reach.
 * The unique key and If-Match decide between two instances (architecture.md, decision 1); each taking has a mark of its own,
 * so that two processes with the same name are never both believed.
 */
export async function takeLease(options: LeaseOptions): Promise<PassLease | null> {
  const { name, holder, clock, store } = options
  const mark = `${holder}:${crypto.randomUUID()}`
  for (let tried = 0; tried < TRIES; tried += 1) {
    const now = clock()
    const lease = store.snapshot().facts.tables.leases.get(name)
    if (lease?.holder && holderOf(lease.holder) !== holder && lease.until !== null && !isOver(lease.until, now, LEASE_MINUTES)) return null
    const written = await writeLease({ name, holder: mark, until: minutesAfter(now, LEASE_MINUTES) }, now, store)
    if (written === 'ok') return held(mark, options)
    if (written === 'unavailable') return null
  }
  return null
}

const holderOf = (mark: string): string => mark.slice(0, mark.lastIndexOf(':'))

function held(mark: string, { name, clock, store }: LeaseOptions): PassLease {
  let lost = false
  let underWay: Promise<boolean> | null = null
  let following: Promise<boolean> | null = null

  const isMine = (): boolean => store.snapshot().facts.tables.leases.get(name)?.holder === mark

  async function renew(): Promise<boolean> {
    for (let tried = 0; tried < TRIES && !lost; tried += 1) {
      lost = !isMine()
      if (lost) return false
      const now = clock()
      const written = await writeLease({ name, holder: mark, until: minutesAfter(now, LEASE_MINUTES) }, now, store)
      if (written === 'ok') return true
      if (written === 'unavailable') return false
    }
    return false
  }

  function start(): Promise<boolean> {
    const mine = renew().finally(() => {
      if (underWay === mine) underWay = null
    })
    underWay = mine
    return mine
  }

  return {
    confirm() {
      if (!underWay) return start()
      following ??= underWay.then(() => {
        following = null
        return start()
      })
      return following
    },
    async release() {
      if (isMine()) await writeLease({ name, holder: null, until: null }, clock(), store)
    },
  }
}

async function writeLease(
  held: { name: string; holder: string | null; until: Instant | null },
  now: Instant,
  store: Store,
): Promise<'ok' | 'moved' | 'unavailable'> {
  const { name } = held
  const version = store.snapshot().versionOf('leases', name)
  const change: Change =
    version === null
      ? { op: 'create', list: 'leases', record: { key: name, ...held } }
      : { op: 'update', list: 'leases', key: name, set: held, version }
  const written = await store.write([change], { personId: SYSTEM, via: 'system', now })
  if (written.ok) return 'ok'
  return written.code === 'conflict' || written.code === 'alreadyExists' ? 'moved' : 'unavailable'
}
