import type { DecisionPoint } from './codes.ts'
import { mayBeCountedTwice } from './counting.ts'
import { isCivilDate } from './dates.ts'
import type { Facts } from './facts.ts'
import type { Benefit, Indicator, PersonId, Project } from './model.ts'
import { benefitOwnerId } from './responsible.ts'

export type GateCode =
  | 'benefitMissing'
  | 'ownerMissing'
  | 'indicatorMissing'
  | 'baselineMissing'
  | 'targetMissing'
  | 'targetOnMissing'
  | 'frequencyMissing'
  | 'firstDateMissing'
  | 'planNotApproved'

export type WarningCode = 'ownerIsManager' | 'benefitOwnerDiffers' | 'benefitWithoutIndicator' | 'doubleCounting'

/** One thing that is missing, and on what. */
export interface Missing<Code extends string = GateCode> {
  code: Code
  benefitKey: string | null
  indicatorKey: string | null
}

/** Somebody is named, and has not left. */
export const isPresent = (personId: PersonId | null, facts: Facts): boolean =>
  personId !== null && facts.peopleById.get(personId)?.reach !== 'left'

/** Somebody who stands by the missing baseline with name and reason. */
export const isWaived = ({ baselineWaiver }: Indicator): boolean =>
  baselineWaiver !== null && baselineWaiver.byId !== '' && baselineWaiver.reason.trim() !== ''

/** The benefit's indicators that are not closed; a draft counts. */
export const openIndicators = (benefit: Pick<Benefit, 'key'>, facts: Facts): Indicator[] =>
  (facts.indicatorsByBenefit.get(benefit.key) ?? []).filter(({ state }) => state !== 'closed')

/** A cumulative indicator counts from nothing and has its baseline by definition. */
const lacksBaseline = (indicator: Indicator): boolean =>
  indicator.baseline === null && indicator.kind !== 'cumulative' && !isWaived(indicator)

/** «Uten nullpunkt»: nothing can be reckoned before it is there. What is to be maintained is compared with its target alone. */
export const isWithoutBaseline = (indicator: Indicator): boolean => lacksBaseline(indicator) && indicator.direction !== 'maintain'

function lacksOfIndicator(indicator: Indicator): GateCode[] {
  const { target, targetOn, frequency, anchorOn } = indicator
  const lacks: GateCode[] = []
  if (lacksBaseline(indicator)) lacks.push('baselineMissing')
  if (target === null) lacks.push('targetMissing')
  if (targetOn === null) lacks.push('targetOnMissing')
  if (!frequency) lacks.push('frequencyMissing')
  if (!isCivilDate(anchorOn ?? '')) lacks.push('firstDateMissing')
  return lacks
}

function lacksOfBenefit(benefit: Benefit, project: Project, facts: Facts): Missing[] {
  const missing: Missing[] = []
  const add = (code: GateCode, indicatorKey: string | null = null): void => {
    missing.push({ code, benefitKey: benefit.key, indicatorKey })
  }
  if (!isPresent(benefitOwnerId(benefit, project) ?? project.ownerId, facts)) add('ownerMissing')
  const indicators = openIndicators(benefit, facts)
  if (indicators.length === 0) add('indicatorMissing')
  for (const indicator of indicators) for (const code of lacksOfIndicator(indicator)) add(code, indicator.key)
  // A benefit is approved with its plan: as long as it is only proposed, its plan is not.
  if (benefit.state === 'proposed') add('planNotApproved')
  return missing
}

/**
 * Exactly what a gate lacks; empty = it may be passed. BP5 is hard: no handover before every benefit has owner, indicator,
 * baseline (or a waiver with name and reason), target, target date, frequency and first date, and an approved plan. The
 * owner may be the default (the project's benefit owner or owner); a cancelled benefit and a drawback are not asked for. The
 * other points have no hard rule; what they ask for is in decision-points.ts. Source: product.md, rules; domain.md §3.
 */
export function missingForGate(point: DecisionPoint, project: Project, facts: Facts): Missing[] {
  if (point !== 'bp5') return []
  const benefits = (facts.benefitsByProject.get(project.key) ?? []).filter(({ state, drawback }) => state !== 'cancelled' && !drawback)
  if (benefits.length === 0) return [{ code: 'benefitMissing', benefitKey: null, indicatorKey: null }]
  return benefits.flatMap((benefit) => lacksOfBenefit(benefit, project, facts))
}

/**
 * What is worth a second look but stops nothing: owner = manager (N31), another benefit owner than the project owner (N52), a
 * benefit nobody can measure (a drawback need not be), an amount that may be counted twice. Source: domain.md §3, «Warn».
 */
export function warnings(project: Project, facts: Facts): Missing<WarningCode>[] {
  const found: Missing<WarningCode>[] = []
  if (project.ownerId !== null && project.ownerId === project.managerId) {
    found.push({ code: 'ownerIsManager', benefitKey: null, indicatorKey: null })
  }
  for (const benefit of facts.benefitsByProject.get(project.key) ?? []) {
    if (benefit.state === 'cancelled') continue
    const owner = benefitOwnerId(benefit, project)
    if (owner !== null && owner !== project.ownerId)
      found.push({ code: 'benefitOwnerDiffers', benefitKey: benefit.key, indicatorKey: null })
    if (!benefit.drawback && openIndicators(benefit, facts).length === 0)
      found.push({ code: 'benefitWithoutIndicator', benefitKey: benefit.key, indicatorKey: null })
    if (mayBeCountedTwice(benefit, facts)) found.push({ code: 'doubleCounting', benefitKey: benefit.key, indicatorKey: null })
  }
  return found
}
