import type { ChecklistItem, MethodProfile, PointProfile } from './method-profile.ts'

const document = (rule: string): ChecklistItem => ({ rule })
/** Small projects use the light templates (Prosjektveiviseren v6 p. 93). */
const light = (rule: string): ChecklistItem => ({ rule, sizes: ['small'] })
const full = (rule: string): ChecklistItem => ({ rule, sizes: ['medium', 'large'] })

const once = { decider: null, hard: false, repeatMonths: null } as const

const BP1: PointProfile = { ...once, point: 'bp1', rules: [], checklist: [document('conceptMandate'), document('projectOrLine')] }

/** BP2: at least one benefit, cost and benefit for the unit and for the municipality, owner, user needs (domain.md §3; N45, N49, U12, H12). */
const BP2: PointProfile = {
  ...once,
  point: 'bp2',
  rules: ['benefit', 'costBenefitUnit', 'costBenefitMunicipality', 'cost', 'owner'],
  checklist: ['justification', 'proposal', 'stakeholders', 'userNeeds', 'architecture'].map(document),
}

/** BP3: benefits with indicators, baseline plan, risk or ITPOSMO, line lead, a resolution where the budget frame grows (domain.md §3; H2, H32, N36, N74). */
const BP3: PointProfile = {
  ...once,
  point: 'bp3',
  rules: ['benefit', 'owner', 'manager', 'lineLead', 'indicator', 'baselinePlan'],
  checklist: [
    full('steeringDocument'),
    light('projectCanvas'),
    full('benefitPlan'),
    light('benefitPlanLight'),
    document('benefitCalculations'),
    full('phasePlans'),
    document('justificationUpdated'),
    document('acceptanceCriteria'),
    document('riskAnalysis'),
    document('frameResolution'),
    document('architecture'),
  ],
}

/** BP4: the documents updated, reports published, a plan for closing, and who follows up afterwards (Prosjektveiviseren v6 p. 41). */
const BP4: PointProfile = {
  ...once,
  point: 'bp4',
  rules: ['reportPublished'],
  checklist: ['justificationUpdated', 'benefitPlanUpdated', 'closingPlan', 'benefitsStillRealistic', 'followUpAgreed', 'architecture'].map(
    document,
  ),
}

/** BP5: no handover before every benefit has all it needs; this one is hard (strategies U33 and A26). */
const BP5: PointProfile = {
  ...once,
  point: 'bp5',
  hard: true,
  rules: ['handover'],
  checklist: ['finalReport', 'benefitPlanUpdated', 'lessons', 'documentsArchived'].map(document),
}

/** BP6: held again every year until the benefits are settled (domain.md §2; §3.2, rule 4). */
const BP6: PointProfile = {
  ...once,
  point: 'bp6',
  repeatMonths: 12,
  rules: ['measured'],
  checklist: [document('measurementsReviewed'), document('conceptEvaluation')],
}

/** Prosjektveiviseren 6 (Digdir, June 2026): the method of a municipality that has not edited its own. Source: domain.md §2. */
export const PROSJEKTVEIVISEREN_6: MethodProfile = {
  version: 'prosjektveiviseren-6',
  phases: [{ phase: 'idea' }, { phase: 'concept' }, { phase: 'plan' }, { phase: 'deliver' }, { phase: 'close' }, { phase: 'realise' }],
  points: [BP1, BP2, BP3, BP4, BP5, BP6],
  pilotPhase: null,
}

/** A trial with an end date, without the full set of points (N70, V13): tried out in the concept phase, then decided. */
export const PILOT: MethodProfile = {
  version: 'pilot-1',
  phases: [{ phase: 'idea' }, { phase: 'concept' }],
  points: [
    { ...once, point: 'bp1', rules: ['owner'], checklist: [document('hypothesis')] },
    { ...once, point: 'bp2', rules: [], checklist: [document('findings'), document('wayOn')] },
  ],
  pilotPhase: 'concept',
}
