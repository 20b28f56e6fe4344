import type { Facts } from './facts.ts'
import type { Benefit } from './model.ts'

type Linked = Pick<Benefit, 'key' | 'contributesTo' | 'state'>

/** The benefit this one is counted in: where its chain of `contributesTo` ends. Itself when it contributes to nothing that stands. */
export function countedIn(benefit: Linked, facts: Facts): string {
  const way: string[] = [benefit.key]
  let at: Linked = benefit
  while (at.contributesTo !== null) {
    const next = facts.tables.benefits.get(at.contributesTo)
    if (!next || next.state === 'cancelled') return at.key
    // A ring contributes to nobody outside it: it is counted once, in the first of its keys.
    if (way.includes(next.key)) return way.slice(way.indexOf(next.key)).reduce((first, key) => (key < first ? key : first))
    way.push(next.key)
    at = next
  }
  return at.key
}

/** Whether a benefit is in the sums: what contributes to another is counted there and not again (domain.md §3.1). */
export const isCounted = (benefit: Linked, facts: Facts): boolean => countedIn(benefit, facts) === benefit.key

const amounts = ({ plannedByYear }: Benefit): boolean => Object.values(plannedByYear).some((amount) => amount !== 0)

/**
 * Whether the same effect stands in more than one place: the benefit and another of the project have amounts, one name and one
 * category, and neither says that it contributes to the other (domain.md §3, «cost in more than one place»).
 */
export function mayBeCountedTwice(benefit: Benefit, facts: Facts): boolean {
  if (!amounts(benefit) || !isCounted(benefit, facts)) return false
  const name = benefit.title.trim().toLowerCase()
  return (facts.benefitsByProject.get(benefit.projectKey) ?? []).some(
    (other) =>
      other.key !== benefit.key &&
      other.state !== 'cancelled' &&
      other.drawback === benefit.drawback &&
      other.category === benefit.category &&
      other.title.trim().toLowerCase() === name &&
      amounts(other) &&
      isCounted(other, facts),
  )
}
