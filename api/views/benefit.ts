import type { BenefitView } from '#contract/views.ts'
import { unitOfBenefit } from '#domain/benefit-years.ts'
import type { Benefit, Person, Project } from '#domain/model.ts'
import { personRef, type ViewContext } from './context.ts'
import { indicatorView } from './indicator.ts'
import { actionsInOrder, indicatorsInOrder } from './order.ts'

/** One benefit with its actions and indicators. The owner falls back to the project's (N51: the project owner answers for the benefit). */
export function benefitView(context: ViewContext, project: Project, benefit: Benefit, person: Person | null): BenefitView {
  const { facts } = context
  const projectOwner = project.benefitOwnerId ?? project.ownerId
  return {
    key: benefit.key,
    title: benefit.title,
    category: benefit.category,
    level: benefit.level,
    area: benefit.area,
    owner: personRef(facts, benefit.ownerId ?? projectOwner),
    ownerDiffersFromProject: benefit.ownerId !== null && project.ownerId !== null && benefit.ownerId !== project.ownerId,
    takeOut: benefit.takeOut,
    drawback: benefit.drawback,
    state: benefit.state,
    change: benefit.change,
    before: benefit.before,
    after: benefit.after,
    assumptions: benefit.assumptions,
    importance: benefit.importance,
    priceYear: benefit.priceYear,
    plannedByYear: benefit.plannedByYear,
    plannedUnit: unitOfBenefit(benefit, facts),
    actions: actionsInOrder(facts.actionsByBenefit.get(benefit.key) ?? []).map((action) => ({
      key: action.key,
      title: action.title,
      dueOn: action.dueOn,
      state: action.state,
      responsible: personRef(facts, action.responsibleId),
    })),
    indicators: indicatorsInOrder(facts.indicatorsByBenefit.get(benefit.key) ?? [], project).map((indicator) =>
      indicatorView(context, indicator, person),
    ),
  }
}
