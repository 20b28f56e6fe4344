import { benefitYears } from './benefit-years.ts'
import { isCounted } from './counting.ts'
import type { Facts } from './facts.ts'
import type { Benefit, CivilDate } from './model.ts'

/** Benefits that may be one and the same effect, and what they share. */
export interface PossibleDoubleCount {
  why: 'title' | 'indicator'
  benefits: Benefit[]
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * Amounts that may stand in the sums twice. Within one project: the same name and category. Between projects: the same area,
 * and the same name and category or an indicator of the same name and unit. None of them says that it contributes to another,
 * for then it is counted there and not again. Only what has amounts can be counted at all. Source: domain.md §3, «Warn».
 */
export function possibleDoubleCounts(benefits: Iterable<Benefit>, facts: Facts, today: CivilDate): PossibleDoubleCount[] {
  const groups = new Map<string, PossibleDoubleCount>()
  const add = (why: PossibleDoubleCount['why'], about: string[], benefit: Benefit): void => {
    const id = [why, ...about, benefit.drawback].join('\n')
    const group = groups.get(id) ?? { why, benefits: [] }
    groups.set(id, group)
    if (!group.benefits.includes(benefit)) group.benefits.push(benefit)
  }
  for (const benefit of benefits) {
    if (benefit.state === 'cancelled' || !isCounted(benefit, facts)) continue
    if (!benefitYears(benefit, facts, today).years.some(({ planned, realised }) => (planned ?? realised) !== 0)) continue
    const { projectKey, category } = benefit
    const title = plain(benefit.title)
    add('title', [title, category, 'project', projectKey], benefit)
    const area = plain(benefit.area ?? facts.tables.projects.get(projectKey)?.area ?? '')
    if (area === '') continue
    add('title', [title, category, 'area', area], benefit)
    for (const indicator of facts.indicatorsByBenefit.get(benefit.key) ?? []) {
      add('indicator', [plain(indicator.title), plain(indicator.unit), 'area', area], benefit)
    }
  }
  return distinct([...groups.values()].filter((group) => group.benefits.length > 1))
}

/** Each set of benefits once, and none that lies within a larger one; the name says more than the indicator. */
function distinct(groups: readonly PossibleDoubleCount[]): PossibleDoubleCount[] {
  const kept: { group: PossibleDoubleCount; keys: Set<string> }[] = []
  for (const group of [...groups].sort((a, b) => b.benefits.length - a.benefits.length || (a.why < b.why ? 1 : -1))) {
    const keys = group.benefits.map(({ key }) => key)
    if (!kept.some((one) => keys.every((key) => one.keys.has(key)))) kept.push({ group, keys: new Set(keys) })
  }
  return kept.map(({ group }) => group)
}
