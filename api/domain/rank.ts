/** A project's place in the board's order: lower stands first, null has no place. Fractions leave room between two. */
export interface Ranked {
  key: string
  rank: number | null
}

type Placed = { rank: number }

/** Smallest room between two ranks: fifteen digits must carry it through a list column and back. */
const ROOM = 1e-6

/** Those with a place, the first first; two with the same rank stand by key. */
export function rankOrder<T extends Ranked>(projects: Iterable<T>): (T & Placed)[] {
  const isPlaced = (project: T): project is T & Placed => project.rank !== null
  return [...projects].filter(isPlaced).sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
}

/**
 * The ranks to write so that `key` stands right after `afterKey` (null = first): as a rule one, halfway between its new
 * neighbours, so that two people who move different projects never write the same row. Where there is no room left, all from
 * the last to the first move out beyond the highest rank, in an order that holds after every single one of them.
 * Empty when it stands there already. `afterKey` without a place is answered with null. Source: domain.md U29, N9.
 */
export function placeAfter(key: string, afterKey: string | null, projects: Iterable<Ranked>): { key: string; rank: number }[] | null {
  const all = rankOrder(projects)
  const before = all.findIndex((one) => one.key === key)
  const others = all.filter((one) => one.key !== key)
  const at = others.findIndex((one) => one.key === afterKey) + 1
  if (afterKey !== null && at === 0) return null
  if (before === at) return []
  const above = others[at - 1]?.rank ?? null
  const below = others[at]?.rank ?? null
  const rank = between(above, below)
  if (rank !== null) return [{ key, rank }]
  const base = Math.ceil(Math.max(...all.map((one) => one.rank), 0))
  const order = [...others.slice(0, at).map((one) => one.key), key, ...others.slice(at).map((one) => one.key)]
  return order.map((one, i) => ({ key: one, rank: base + i + 1 })).reverse()
}

function between(above: number | null, below: number | null): number | null {
  if (above === null) return below === null ? 1 : Math.floor(below) - 1
  if (below === null) return Math.ceil(above) + 1
  const middle = Math.round(((above + below) / 2) * 1e6) / 1e6
  return middle - above >= ROOM && below - middle >= ROOM ? middle : null
}
