/** The order after `key` has been put at `place` (0 = first) among the others. */
export function movedTo(ranked: readonly string[], key: string, place: number): string[] {
  const others = ranked.filter((one) => one !== key)
  const at = Math.max(0, Math.min(others.length, place))
  return [...others.slice(0, at), key, ...others.slice(at)]
}

/**
 * The order after `key` has been moved one step among the `seen`: just past its neighbour there, whoever is hidden between them.
 * One without a place takes the last. The same order when there is nowhere to go.
 */
export function movedBy(ranked: readonly string[], key: string, step: -1 | 1, seen: readonly string[]): readonly string[] {
  if (!ranked.includes(key)) return [...ranked, key]
  const near = seen.filter((one) => ranked.includes(one))
  const neighbour = near[near.indexOf(key) + step]
  if (neighbour === undefined) return ranked
  const others = ranked.filter((one) => one !== key)
  return movedTo(ranked, key, others.indexOf(neighbour) + (step === 1 ? 1 : 0))
}

/** What the server is told: the neighbour above, or that it is first, or that it has no place. */
export function placeIn(ranked: readonly string[], key: string): { place: 'first' | 'after' | 'out'; afterKey: string | null } {
  const at = ranked.indexOf(key)
  if (at < 0) return { place: 'out', afterKey: null }
  return at === 0 ? { place: 'first', afterKey: null } : { place: 'after', afterKey: ranked[at - 1] ?? null }
}
