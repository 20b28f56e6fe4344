import type { PlanDecisionRequest } from '#contract/decision-requests.ts'
import type { Language } from '#domain/codes.ts'
import { plannedRow } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import { prepareDecision } from '#domain/prepare-decision.ts'
import { refuse } from '#domain/result.ts'
import { actingOf } from './acting-of.ts'
import { lineOf } from './decide-project.ts'
import { changedSince, decisionFault, refusedWrite } from './decision-fault.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

/**
 * Asks for a decision and prepares it: its day, who prepares it, the checklist with evidence, and what somebody stands by doing
 * without. Refuses: unknownProject, notAllowed, changedSince (with who and when), projectNotActive, pointNotCurrent,
 * waiverIncomplete, fieldInvalid, storeUnavailable.
 */
export async function planDecision(
  request: PlanDecisionRequest & { projectKey: string },
  asker: Asker & { language: Language },
  { store }: { store: Store },
): Promise<UseCaseResult<{ decisionKey: string }>> {
  const snapshot = store.snapshot()
  const { facts } = snapshot
  const { today, personId, language } = asker
  const { point, seen } = request
  const project = facts.tables.projects.get(request.projectKey)
  const person = facts.peopleById.get(personId) ?? null
  if (!project || !may(person, 'readProject', { project, today }, facts).ok) return refuse({ code: 'unknownProject' })
  const { dueOn, responsibleId, waivers } = request
  const checklist = request.checklist.map(lineOf)
  const prepared = prepareDecision({ project, point, byId: personId, dueOn, responsibleId, checklist, waivers }, actingOf(snapshot, today))
  if (!prepared.ok) return refuse(decisionFault(prepared, { snapshot, project, point, asker, language }))
  const planned = plannedRow(point, project, facts)
  if ((planned?.actedAt ?? null) !== seen) return refuse(changedSince(snapshot, 'decisions', planned?.key ?? project.key))
  const written = await store.write(prepared.value.changes, { personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { decisionKey: prepared.value.decisionKey } } : refuse(refusedWrite(written, snapshot))
}
