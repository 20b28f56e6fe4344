export const FAULT_LEVELS = ['none', 'some', 'heavy'] as const
export type FaultLevel = (typeof FAULT_LEVELS)[number]

/** What goes wrong on one day, in the words of `POST /local/faults`. */
export interface DayFaults {
  graph: object
  teams: object
}

const SHARE: Record<FaultLevel, number> = { none: 0, some: 0.15, heavy: 0.5 }
const TEAMS: readonly object[] = [
  { status: 502, count: 1, afterAccept: true },
  { status: 504, count: 1, afterAccept: true },
  { status: 503, count: 1 },
  { status: 429, count: 2, retryAfter: 0 },
  { cut: true, count: 1 },
  { status: 404, count: 1, match: { act: 'send' } },
]
const GRAPH: readonly object[] = [
  { status: { code: 504, count: 1, afterCommit: true }, match: 'POST ' },
  { status: { code: 504, count: 1, afterCommit: true }, match: 'PATCH ' },
  { throttle: { count: 1, retryAfter: 0 } },
  { status: { code: 503, count: 1 } },
  { cut: { count: 1 } },
  { cut: { count: 1, afterCommit: true }, match: 'POST ' },
]

/** Draws the day's faults; most days of `some` have none. */
export function faultsOfDay(level: FaultLevel, random: () => number): DayFaults {
  const draw = (among: readonly object[]): object => (random() < SHARE[level] ? (among[Math.floor(random() * among.length)] ?? {}) : {})
  return { graph: draw(GRAPH), teams: draw(TEAMS) }
}
