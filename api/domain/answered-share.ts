import type { Facts } from './facts.ts'
import type { CivilDate } from './model.ts'
import type { Obligation } from './obligation.ts'

/** How many answers came before they were overdue. Shares are of projects and areas, never of persons (aml. kap. 9; product.md). */
export interface AnsweredShare {
  /** Obligations whose `overdueFrom` has come and that still had to be answered. */
  asked: number
  inTime: number
  /** inTime ÷ asked; null when nothing was asked. */
  share: number | null
}

/** By project key or by area. */
export type ShareScope = 'project' | 'area'

const scopeOf = ({ projectKey }: Obligation, scope: ShareScope, { tables }: Facts): string | undefined =>
  scope === 'project' ? projectKey : tables.projects.get(projectKey)?.area

/** What has fallen away, or was answered on a day nobody knows, says nothing about answering. */
function isAsked({ state, overdueFrom, fulfilledInTime }: Obligation, today: CivilDate): boolean {
  if (state === 'lapsed' || overdueFrom > today) return false
  return state !== 'fulfilled' || fulfilledInTime !== null
}

/**
 * Fulfilled before `overdueFrom` ÷ obligations whose `overdueFrom` has passed, waived ones left out, for each project or area
 * that was asked for anything. Source: domain.md §3.1, «Svarandel».
 */
export function answeredShares(
  obligations: Iterable<Obligation>,
  scope: ShareScope,
  facts: Facts,
  today: CivilDate,
): ReadonlyMap<string, AnsweredShare> {
  const shares = new Map<string, AnsweredShare>()
  for (const obligation of obligations) {
    const name = scopeOf(obligation, scope, facts)
    if (name === undefined || !isAsked(obligation, today)) continue
    const { asked, inTime } = shares.get(name) ?? { asked: 0, inTime: 0 }
    const answered = inTime + (obligation.fulfilledInTime === true ? 1 : 0)
    shares.set(name, { asked: asked + 1, inTime: answered, share: answered / (asked + 1) })
  }
  return shares
}
