import * as z from 'zod/mini'
import type { BenefitProject, BenefitRow } from './benefits-view.ts'
import { benefitCategory, benefitLevel } from './codes.ts'

const text = z.optional(z.string().check(z.maxLength(200)))

/** Which benefits are shown, and so which are added up: the same in the list and in the sums. Left out = all. */
export const benefitFilter = z.strictObject({
  takeOut: z.optional(z.enum(['budgetCut', 'reallocated', 'quality', 'notTaken', 'undecided'])),
  category: z.optional(benefitCategory),
  level: z.optional(benefitLevel),
  area: text,
  programme: text,
  q: text,
  /** Only those that lack something. */
  lacking: z.optional(z.enum(['1'])),
  /** Only those one answers for oneself. */
  mine: z.optional(z.enum(['1'])),
})
export type BenefitFilter = z.infer<typeof benefitFilter>

/** Whether a benefit is among those asked for. The name of who answers for it is not searched in: nobody's is added up. */
export function passesFilter(row: BenefitRow, project: BenefitProject, filter: BenefitFilter): boolean {
  const wanted = filter.q?.trim().toLocaleLowerCase('nb') ?? ''
  return (
    (filter.takeOut === undefined || (row.takeOut ?? 'undecided') === filter.takeOut) &&
    (filter.category === undefined || row.category === filter.category) &&
    (filter.level === undefined || row.level === filter.level) &&
    (filter.area === undefined || row.area === filter.area) &&
    (filter.programme === undefined || project.programmeKey === filter.programme) &&
    (filter.lacking === undefined || row.lacks.length > 0) &&
    (filter.mine === undefined || row.mine) &&
    (wanted === '' || `${row.title}\n${project.title}\n${row.area}`.toLocaleLowerCase('nb').includes(wanted))
  )
}
