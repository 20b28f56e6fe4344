import type { ObligationKind } from './codes.ts'
import type { Facts } from './facts.ts'
import type { Benefit, Indicator, NudgeWhy, PersonId, Project } from './model.ts'

/** A person and why it is theirs. */
export interface Responsible {
  personId: PersonId
  why: NudgeWhy
}

type Link = { personId: PersonId | null | undefined; why: NudgeWhy }

/** Drops empty links and persons already named. */
function distinct(links: readonly Link[]): Responsible[] {
  const chain: Responsible[] = []
  for (const { personId, why } of links) {
    if (personId && !chain.some((earlier) => earlier.personId === personId)) chain.push({ personId, why })
  }
  return chain
}

/** The benefit's own owner, otherwise the project's benefit owner (nytteeier); null leaves it with the project owner. */
export const benefitOwnerId = (benefit: Pick<Benefit, 'ownerId'> | undefined, project: Pick<Project, 'benefitOwnerId'>): PersonId | null =>
  benefit?.ownerId ?? project.benefitOwnerId

const programmeOwnerId = (project: Project, facts: Facts): PersonId | null =>
  project.programmeKey === null ? null : (facts.tables.programmes.get(project.programmeKey)?.ownerId ?? null)

/** Those above: project owner, then programme owner (model.md, ladder). */
const above = (project: Project, facts: Facts): Link[] => [
  { personId: project.ownerId, why: 'projectOwner' },
  { personId: programmeOwnerId(project, facts), why: 'programmeOwner' },
]

/** Measurer, benefit owner, project owner, programme owner of an indicator. */
export function indicatorChain(indicator: Indicator, project: Project, facts: Facts): Responsible[] {
  const owner = benefitOwnerId(facts.tables.benefits.get(indicator.benefitKey), project)
  return distinct([{ personId: indicator.measurerId, why: 'measurer' }, { personId: owner, why: 'benefitOwner' }, ...above(project, facts)])
}

/** Project manager, project owner, programme owner. */
export const reportChain = (project: Project, facts: Facts): Responsible[] =>
  distinct([{ personId: project.managerId, why: 'projectManager' }, ...above(project, facts)])

/** The person named, the benefit owner where there is a benefit, project owner, programme owner. */
export const namedChain = (personId: PersonId | null, benefit: Benefit | undefined, project: Project, facts: Facts): Responsible[] =>
  distinct([
    { personId, why: 'responsible' },
    { personId: benefit ? benefitOwnerId(benefit, project) : null, why: 'benefitOwner' },
    ...above(project, facts),
  ])

/** Who prepares a review of the benefits: the project's benefit owner, otherwise its owner. */
export const reviewerId = ({ benefitOwnerId: id, ownerId }: Pick<Project, 'benefitOwnerId' | 'ownerId'>): PersonId | null => id ?? ownerId

/**
 * Who can be asked about an obligation, first first: measurer → benefit owner → project owner → programme owner; for a
 * status report project manager → project owner → programme owner. Empty when nobody is named («mangler ansvarlig»).
 * Whether they can be reached is not asked here.
 */
export function responsibleChain(obligation: { kind: ObligationKind; refKey: string; projectKey: string }, facts: Facts): Responsible[] {
  const project = facts.tables.projects.get(obligation.projectKey)
  if (!project) return []
  const { kind, refKey } = obligation
  if (kind === 'statusReport') return reportChain(project, facts)
  const indicator = kind === 'measurement' || kind === 'baseline' ? facts.tables.indicators.get(refKey) : undefined
  if (indicator) return indicatorChain(indicator, project, facts)
  // A point that is held again is the benefit owner's to prepare (rule 4).
  if (kind === 'decisionFollowUp' && refKey === project.key) return namedChain(reviewerId(project), undefined, project, facts)
  const action = facts.tables.benefitActions.get(refKey)
  if (action) return namedChain(action.responsibleId, facts.tables.benefits.get(action.benefitKey), project, facts)
  return namedChain(facts.tables.decisions.get(refKey)?.responsibleId ?? project.managerId, undefined, project, facts)
}

/**
 * Who approves that an obligation is «ikke lenger aktuelt» (rule 10): the benefit owner; where it is about no benefit, or nobody
 * owns it, the project owner, then the programme's. null when there is nobody.
 */
export function approverOf(obligation: { kind: ObligationKind; refKey: string; projectKey: string }, facts: Facts): Responsible | null {
  const { tables } = facts
  const project = tables.projects.get(obligation.projectKey)
  if (!project) return null
  const action = tables.benefitActions.get(obligation.refKey)
  const benefitKey = tables.indicators.get(obligation.refKey)?.benefitKey ?? action?.benefitKey
  const owner = benefitKey === undefined ? null : benefitOwnerId(tables.benefits.get(benefitKey), project)
  return distinct([{ personId: owner, why: 'benefitOwner' }, ...above(project, facts)])[0] ?? null
}
