import type { BenefitView } from '#contract/views.ts'

/** A box of the map: a change, a benefit or a goal. `text` null where nobody has written it yet. */
export interface Box {
  id: string
  text: string | null
  drawback: boolean
}
export interface BenefitMapModel {
  changes: readonly Box[]
  benefits: readonly Box[]
  goals: readonly Box[]
  /** From a change to the benefit it gives, by place in the columns. */
  gives: readonly (readonly [change: number, benefit: number])[]
  /** From a benefit to the goal it contributes to. */
  serves: readonly (readonly [benefit: number, goal: number])[]
}

type Given = Pick<BenefitView, 'key' | 'title' | 'change' | 'drawback'> & { contributesTo: string | null }

const sameText = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim().toLocaleLowerCase()

/**
 * Change → benefit → goal. Benefits of one goal stand together, and of one change within it, so that lines cross as little as may
 * be; the same words are one box. What is not written is a box of its own for each benefit, for it is not known to be the same.
 */
export function benefitMap(given: readonly Given[]): BenefitMapModel {
  const order = (text: string | null) => (text === null ? '\uffff' : sameText(text))
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const sorted = given.toSorted(
    (a, b) => compare(order(a.contributesTo), order(b.contributesTo)) || compare(order(a.change), order(b.change)),
  )
  const changes = boxes(sorted, (one) => one.change)
  const goals = boxes(sorted, (one) => one.contributesTo)
  return {
    changes: changes.column,
    benefits: sorted.map((one) => ({ id: one.key, text: one.title, drawback: one.drawback })),
    goals: goals.column,
    gives: sorted.map((_one, at) => [changes.placeOf[at] ?? 0, at] as const),
    serves: sorted.map((_one, at) => [at, goals.placeOf[at] ?? 0] as const),
  }
}

function boxes(sorted: readonly Given[], textOf: (one: Given) => string | null): { column: Box[]; placeOf: number[] } {
  const column: Box[] = []
  const placeOf = sorted.map((one) => {
    const text = textOf(one)
    const id = text === null ? `none:${one.key}` : sameText(text)
    const known = column.findIndex((box) => box.id === id)
    if (known >= 0) return known
    column.push({ id, text, drawback: false })
    return column.length - 1
  })
  return { column, placeOf }
}
