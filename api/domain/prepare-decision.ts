import { type Acting, trimmed } from './acting.ts'
import type { DecisionKind, DecisionPoint } from './codes.ts'
import { isCivilDate } from './dates.ts'
import { currentPoint, isStoodBy, newDecisionKey, nextOccurrence, plannedRow } from './decision-points.ts'
import { createdEntry } from './edits.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import { checklistFor, pointIn, profileOf } from './method-profile.ts'
import type { Change, ChecklistLine, CivilDate, Decision, PersonId, Project, Waiver } from './model.ts'
import { ok, type Result, refuse } from './result.ts'

/** What is known of a decision before it is taken: the form as a whole, as it shall stand. */
export interface PrepareInput {
  project: Project
  point: DecisionKind
  byId: PersonId
  /** When it is to be decided; null = not yet set. */
  dueOn: CivilDate | null
  /** Who prepares it and is asked on the day. */
  responsibleId: PersonId | null
  checklist: readonly ChecklistLine[]
  waivers: readonly Waiver[]
}

export type PrepareFault =
  | MayFault
  | { code: 'projectNotActive' }
  | { code: 'pointNotCurrent'; expected: DecisionPoint }
  | { code: 'waiverIncomplete'; rule: string }
  | { code: 'fieldInvalid'; field: 'dueOn' | 'responsibleId' | 'checklist' }

/** A line keeps its evidence (an address or a few words) only where there is some. */
const lineOf = ({ rule, done, link }: ChecklistLine): ChecklistLine => {
  const evidence = trimmed(link)
  return evidence === null ? { rule, done } : { rule, done, link: evidence }
}

/**
 * Asks for a decision and prepares it: its day, who prepares it, what is in place with evidence, and what somebody stands by
 * doing without. By the people of the project, whoever decides, whoever was asked to prepare, and the office. A new day is not
 * before today; one that stands may be kept.
 */
export function prepareDecision(
  input: PrepareInput,
  { facts, today, settings, versionOf }: Acting,
): Result<{ decisionKey: string; changes: Change[] }, PrepareFault> {
  const { project, point, byId, dueOn, responsibleId } = input
  const decision = { projectKey: project.key, point }
  const allowed = may(facts.peopleById.get(byId) ?? null, 'prepareDecision', { project, decision, today, settings }, facts)
  if (!allowed.ok) return allowed
  if (project.state === 'stopped' || project.state === 'closed') return refuse({ code: 'projectNotActive' })
  const expected = currentPoint(project)
  if (point !== 'board' && point !== expected) return refuse({ code: 'pointNotCurrent', expected })
  const planned = plannedRow(point, project, facts)
  const isNewDay = dueOn !== null && dueOn !== planned?.dueOn
  if (isNewDay && (!isCivilDate(dueOn) || dueOn < today)) return refuse({ code: 'fieldInvalid', field: 'dueOn' })
  const responsible = responsibleId === null ? null : facts.peopleById.get(responsibleId)
  if (responsible === undefined || responsible?.reach === 'left') return refuse({ code: 'fieldInvalid', field: 'responsibleId' })
  const profile = pointIn(profileOf(project, facts), point)
  const known = new Set(profile ? checklistFor(profile, project).map(({ rule }) => rule) : [])
  if (input.checklist.some(({ rule }) => !known.has(rule))) return refuse({ code: 'fieldInvalid', field: 'checklist' })
  const incomplete = input.waivers.find((waiver) => !isStoodBy(waiver, facts))
  if (incomplete) return refuse({ code: 'waiverIncomplete', rule: incomplete.rule })
  const set = { checklist: input.checklist.map(lineOf), waivers: [...input.waivers], responsibleId, dueOn }
  return planned ? changed(planned, set, versionOf('decisions', planned.key)) : begun(input, set, facts)
}

type Prepared = Pick<Decision, 'checklist' | 'waivers' | 'responsibleId' | 'dueOn'>

const changed = ({ key }: Decision, set: Prepared, version: string) =>
  ok({ decisionKey: key, changes: [{ op: 'update', list: 'decisions', key, set, version } satisfies Change] })

function begun({ project, point }: PrepareInput, set: Prepared, facts: Facts) {
  const occurrence = nextOccurrence(point, project, facts)
  const key = newDecisionKey(point, project, occurrence, facts)
  const record = { key, projectKey: project.key, point, occurrence, outcome: null, decidedById: null, decidedOn: null, ...set }
  const changes: Change[] = [{ op: 'create', list: 'decisions', record }, createdEntry('decisions', key, point, facts)]
  return ok({ decisionKey: key, changes })
}
