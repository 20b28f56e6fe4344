/** A stream of numbers that is the same every time for the same seed text; the scenarios use no other chance. */
export interface Random {
  /** Evenly spread in [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** Roughly normal around 0, nearly always within ±2. */
  noise(): number
  pick<T>(items: readonly [T, ...T[]]): T
}

/** FNV-1a: spreads a text over 32 bits, so that every key has its own stream and edits stay local. */
const seedOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The stream that belongs to `seed` (mulberry32). */
export const randomOf = (seed: string): Random => {
  let state = seedOf(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    noise: () => (next() + next() + next() + next() - 2) * 1.2,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  }
}
