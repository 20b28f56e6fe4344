import type { RoadmapDecision, RoadmapRow } from '#contract/roadmap-view.ts'

export interface Listed {
  row: RoadmapRow
  decision: RoadmapDecision
}
export interface DecisionsByDate {
  /** Past their day, oldest first. */
  late: Listed[]
  /** Those to come, month by month (`YYYY-MM`). */
  months: { month: string; items: Listed[] }[]
  /** Taken in the year before today, newest first. */
  taken: Listed[]
  /** Projects under way whose next decision nobody has dated. */
  undated: RoadmapRow[]
}

const byDay = (a: Listed, b: Listed): number =>
  a.decision.on < b.decision.on ? -1 : a.decision.on > b.decision.on ? 1 : a.row.title.localeCompare(b.row.title, 'nb')

/** The decisions of these projects by date. */
export function listOf(rows: readonly RoadmapRow[], today: string): DecisionsByDate {
  const all = rows.flatMap((row) => row.decisions.map((decision): Listed => ({ row, decision }))).sort(byDay)
  const months = new Map<string, Listed[]>()
  for (const one of all.filter(({ decision }) => decision.state === 'planned')) {
    const month = one.decision.on.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return {
    late: all.filter(({ decision }) => decision.state === 'late'),
    months: [...months].map(([month, items]) => ({ month, items })),
    taken: all.filter(({ decision }) => decision.state === 'taken' && decision.on > yearAgo).reverse(),
    undated: rows.filter(
      (row) => row.state === 'active' && row.phase !== 'realise' && row.decisions.every(({ state }) => state === 'taken'),
    ),
  }
}
