import type { BenefitLevel, DecisionPoint } from './codes.ts'
import type { Facts } from './facts.ts'
import { type GateCode, isPresent, isWaived, missingForGate, openIndicators } from './gates.ts'
import type { GateRule } from './method-profile.ts'
import type { Benefit, Indicator, Project } from './model.ts'

export type LackCode =
  | GateCode
  | 'costBenefitUnitMissing'
  | 'costBenefitMunicipalityMissing'
  | 'costMissing'
  | 'managerMissing'
  | 'lineLeadMissing'
  | 'baselinePlanMissing'
  | 'reportMissing'
  | 'measurementMissing'
  | 'documentMissing'
  | 'benefitUnsettled'

/** One thing a decision point lacks, and on what. `rule` is the name a waiver gives. */
export interface Lack {
  rule: string
  code: LackCode
  benefitKey: string | null
  indicatorKey: string | null
}

export interface GateObject {
  point: DecisionPoint
  project: Project
  facts: Facts
}

const lack = (rule: string, code: LackCode, benefit?: Benefit, indicator?: Indicator): Lack => ({
  rule,
  code,
  benefitKey: benefit?.key ?? null,
  indicatorKey: indicator?.key ?? null,
})
const unless = (met: boolean, rule: GateRule, code: LackCode): Lack[] => (met ? [] : [lack(rule, code)])

const rowsOf = ({ project, facts }: GateObject): Benefit[] =>
  (facts.benefitsByProject.get(project.key) ?? []).filter(({ state }) => state !== 'cancelled')
const benefitsOf = (gate: GateObject): Benefit[] => rowsOf(gate).filter(({ drawback }) => !drawback)

/** N45: what it gives and costs has been described at this level, as a benefit or as a drawback. */
const describedAt = (gate: GateObject, level: BenefitLevel): boolean => rowsOf(gate).some((row) => row.level === level)

/** Taken, waived, or planned: with a day to go live there is a baseline obligation before it (§3.2, rule 2). */
const baselinePlanned = (indicator: Indicator, { plannedGoLive }: Project): boolean =>
  indicator.kind === 'cumulative' || indicator.baseline !== null || isWaived(indicator) || plannedGoLive !== null

const CHECKS: Record<GateRule, (gate: GateObject) => Lack[]> = {
  benefit: (gate) => unless(benefitsOf(gate).length > 0, 'benefit', 'benefitMissing'),
  costBenefitUnit: (gate) => unless(describedAt(gate, 'unit'), 'costBenefitUnit', 'costBenefitUnitMissing'),
  costBenefitMunicipality: (gate) => unless(describedAt(gate, 'municipality'), 'costBenefitMunicipality', 'costBenefitMunicipalityMissing'),
  cost: ({ project }) => unless(project.budget !== null, 'cost', 'costMissing'),
  owner: ({ project, facts }) => unless(isPresent(project.ownerId, facts), 'owner', 'ownerMissing'),
  manager: ({ project, facts }) => unless(isPresent(project.managerId, facts), 'manager', 'managerMissing'),
  lineLead: ({ project, facts }) => unless(isPresent(project.lineLeadId, facts), 'lineLead', 'lineLeadMissing'),
  indicator: (gate) =>
    benefitsOf(gate)
      .filter((benefit) => openIndicators(benefit, gate.facts).length === 0)
      .map((benefit) => lack('indicator', 'indicatorMissing', benefit)),
  baselinePlan: (gate) =>
    benefitsOf(gate).flatMap((benefit) =>
      openIndicators(benefit, gate.facts)
        .filter((indicator) => !baselinePlanned(indicator, gate.project))
        .map((indicator) => lack('baselinePlan', 'baselinePlanMissing', benefit, indicator)),
    ),
  reportPublished: ({ project, facts }) => {
    const reports = facts.reportsByProject.get(project.key) ?? []
    return unless(
      reports.some(({ state }) => state === 'published'),
      'reportPublished',
      'reportMissing',
    )
  },
  measured: (gate) =>
    benefitsOf(gate)
      .filter(({ state }) => state !== 'realised' && state !== 'notRealised')
      .filter((benefit) => !isMeasured(benefit, gate.facts))
      .map((benefit) => lack('measured', 'measurementMissing', benefit)),
  handover: ({ project, facts }) =>
    missingForGate('bp5', project, facts).map((missing) => ({ ...missing, rule: missing.code.replace(/Missing$/, '') })),
}

/** Whether any indicator of the benefit has a value beside its baseline. */
const isMeasured = ({ key }: Benefit, facts: Facts): boolean =>
  (facts.indicatorsByBenefit.get(key) ?? []).some((indicator) =>
    (facts.measurementsByIndicator.get(indicator.key) ?? []).some(({ value, periodKey }) => value !== null && periodKey !== 'baseline'),
  )

/** What the lists lack for one rule; empty = it is met. Source: domain.md §3, «Rules that block or warn». */
export const checkRule = (rule: GateRule, gate: GateObject): Lack[] => CHECKS[rule](gate)

/** A project leaves Realisere only when each benefit is realised, not realised or cancelled (N32; product.md). */
export const unsettledBenefits = (project: Project, facts: Facts): Lack[] =>
  (facts.benefitsByProject.get(project.key) ?? [])
    .filter(({ state, drawback }) => !drawback && state !== 'realised' && state !== 'notRealised' && state !== 'cancelled')
    .map((benefit) => lack('settled', 'benefitUnsettled', benefit))
