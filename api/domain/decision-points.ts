import type { DecisionKind } from './codes.ts'
import type { Facts } from './facts.ts'
import { checkRule, type Lack, unsettledBenefits } from './gate-rules.ts'
import { isPresent } from './gates.ts'
import { checklistFor, type PointProfile, pointAfter, pointIn, profileOf } from './method-profile.ts'
import type { ChecklistLine, Decision, Project, Waiver } from './model.ts'
import { freeKey } from './withdrawn.ts'

/** What has been ticked and waived so far: from the planned decision's row, and from the form. */
export interface Given {
  checklist?: readonly ChecklistLine[]
  waivers?: readonly Waiver[]
}

/** What a decision point asks for and how much of it is there. */
export interface Readiness {
  point: PointProfile
  /** What stands in the way of proceeding; empty = it may. */
  lacks: (Lack & { waivable: boolean })[]
  /** What is missing and stood by, with name and reason; shown in the portfolio. */
  waived: { lack: Lack; waiver: Waiver }[]
  /** What the decision keeps: each rule and document with whether it was there. */
  checklist: ChecklistLine[]
}

/** The name a waiver may use for one benefit or indicator alone: `baseline:k12-svartid`; the bare rule stands for all of them. */
const namesOf = ({ rule, benefitKey, indicatorKey }: Lack): string[] => {
  const key = indicatorKey ?? benefitKey
  return key === null ? [rule] : [rule, `${rule}:${key}`]
}

/** At a hard point nothing may be waived but a baseline that cannot be had, and documents (domain.md §3: «baseline (or waiver)»). */
const isWaivable = (lack: Lack, { hard }: PointProfile): boolean =>
  !hard || lack.code === 'baselineMissing' || lack.code === 'documentMissing'

/** A waiver is a named person, still here, and a reason (domain.md §3). */
export const isStoodBy = ({ byId, reason }: Waiver, facts: Facts): boolean =>
  reason.trim() !== '' && facts.peopleById.has(byId) && isPresent(byId, facts)

function documentsOf(point: PointProfile, project: Project, ticked: readonly ChecklistLine[]): { lines: ChecklistLine[]; lacks: Lack[] } {
  const lines = checklistFor(point, project).map(({ rule }): ChecklistLine => {
    const line = ticked.find((one) => one.rule === rule)
    return line?.link === undefined ? { rule, done: line?.done ?? false } : { rule, done: line.done, link: line.link }
  })
  const missing = lines.filter(({ done }) => !done)
  return { lines, lacks: missing.map(({ rule }) => ({ rule, code: 'documentMissing', benefitKey: null, indicatorKey: null })) }
}

/**
 * What a project lacks for a point of its own profile; null when the profile does not have the point. Documents are lines that
 * a person ticks, the rest is read from the lists. Source: domain.md §2 (documents), §3 (rules that block or warn).
 */
export function readinessOf(kind: DecisionKind, project: Project, facts: Facts, given: Given = {}): Readiness | null {
  const point = pointIn(profileOf(project, facts), kind)
  if (!point) return null
  const rules = point.rules.map((rule) => ({ rule, lacks: checkRule(rule, { point: point.point, project, facts }) }))
  const documents = documentsOf(point, project, given.checklist ?? [])
  const waivers = (given.waivers ?? []).filter((waiver) => isStoodBy(waiver, facts))
  const lacks: Readiness['lacks'] = []
  const waived: Readiness['waived'] = []
  for (const lack of [...rules.flatMap((one) => one.lacks), ...documents.lacks]) {
    const waivable = isWaivable(lack, point)
    const waiver = waivable ? waivers.find(({ rule }) => namesOf(lack).includes(rule)) : undefined
    if (waiver) waived.push({ lack, waiver })
    else lacks.push({ ...lack, waivable })
  }
  const checklist = [...rules.map((one): ChecklistLine => ({ rule: one.rule, done: one.lacks.length === 0 })), ...documents.lines]
  return { point, lacks, waived, checklist }
}

/** What stands in the way of ending the follow-up of a project at its last point: benefits nobody has settled. */
export const lacksForClosing = (project: Project, facts: Facts): Readiness['lacks'] =>
  unsettledBenefits(project, facts).map((lack) => ({ ...lack, waivable: false }))

/** The point that ends the project's phase. */
export const currentPoint = ({ phase }: Pick<Project, 'phase'>) => pointAfter(phase)

/** The planned row of a point, waiting for its outcome; the one with the lowest occurrence. */
export const plannedRow = (kind: DecisionKind, project: Pick<Project, 'key'>, facts: Facts): Decision | undefined =>
  (facts.decisionsByProject.get(project.key) ?? [])
    .filter(({ point, outcome }) => point === kind && outcome === null)
    .sort((a, b) => a.occurrence - b.occurrence)[0]

/** The next occurrence of a point: 1 the first time, and one more each time it is held again (BP6, or after an extension). */
export const nextOccurrence = (kind: DecisionKind, project: Pick<Project, 'key'>, facts: Facts): number =>
  Math.max(0, ...(facts.decisionsByProject.get(project.key) ?? []).filter(({ point }) => point === kind).map((row) => row.occurrence)) + 1

/** The key of an occurrence of a point that has no row yet. */
export const newDecisionKey = (kind: DecisionKind, project: Pick<Project, 'key'>, occurrence: number, facts: Facts): string =>
  freeKey('decisions', `${project.key}:${kind}:${occurrence}`, facts)
