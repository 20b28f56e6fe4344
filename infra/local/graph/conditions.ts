import type { Otherwise } from './otherwise.ts'

/** Under which circumstances one request is answered: how the server is, not what befalls the answer. */
export interface Conditions {
  revokedGrant: boolean
  staleDates: boolean
  deltaError: boolean
  batchReversed: boolean
  emptyPage: boolean
  /** Columns a new list silently lacks. */
  missingColumns: 'none' | 'all' | readonly string[]
  replicationDelayMs: number
  uniqueRaceMs: number
  threshold?: number
  indexLimit?: number
  tokenLifetimeMs?: number
  otherwise: ReadonlySet<Otherwise>
}

export const USUAL: Conditions = {
  revokedGrant: false,
  staleDates: false,
  deltaError: false,
  batchReversed: false,
  emptyPage: false,
  missingColumns: 'none',
  replicationDelayMs: 0,
  uniqueRaceMs: 0,
  otherwise: new Set<Otherwise>(),
}
