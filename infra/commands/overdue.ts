import { formatShortDate } from '#contract/texts/format.ts'
import type { PortfolioView } from '#contract/views.ts'
import type { Result } from '#domain/result.ts'
import { localGet, type TargetFault } from './target.ts'

export interface OverdueRow {
  project: string
  kind: string
  title: string
  period: string
  dueOn: string
  overdueFrom: string
}

/** What is overdue in the running local world, as the portfolio office sees it; what and since when, never who. */
export async function overdueRows(url: string): Promise<Result<{ today: string; rows: OverdueRow[] }, TargetFault>> {
  const token = await localGet<{ token: string }>(`${url}/local/token?user=office&for=api`)
  if (!token.ok) return token
  const portfolio = await localGet<PortfolioView>(`${url}/api/portfolio`, { authorization: `Bearer ${token.value.token}` })
  if (!portfolio.ok) return portfolio
  const rows = portfolio.value.projects.flatMap((project) =>
    project.overdue.map((overdue) => ({
      project: project.title,
      kind: overdue.kind,
      title: overdue.title,
      period: overdue.periodKey,
      dueOn: overdue.dueOn,
      overdueFrom: overdue.overdueFrom,
    })),
  )
  return { ok: true, value: { today: portfolio.value.today, rows } }
}

/** One line each, oldest first. */
export const overdueText = (rows: readonly OverdueRow[]): string =>
  rows.length === 0
    ? 'Ingenting er forfalt.'
    : [...rows]
        .sort((a, b) => (a.overdueFrom < b.overdueFrom ? -1 : 1))
        .map(
          (row) =>
            `${formatShortDate(row.overdueFrom)}  ${row.project}: ${row.title === row.project ? row.kind : row.title}, ${row.period}`,
        )
        .join('\n')
