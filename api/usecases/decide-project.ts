import type { DecideRequest } from '#contract/decision-requests.ts'
import type { Language } from '#domain/codes.ts'
import { decide } from '#domain/decide.ts'
import { plannedRow } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import type { ChecklistLine } from '#domain/model.ts'
import { refuse } from '#domain/result.ts'
import { actingOf } from './acting-of.ts'
import { changedSince, decisionFault, refusedWrite } from './decision-fault.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

/**
 * Takes a decision about a project: go on, adjust, extend or stop. BP5 is refused with exactly what is missing (`lacks`).
 * Refuses: unknownProject, notAllowed, changedSince, projectNotActive,
 * pointNotCurrent, gateNotReady, waiverIncomplete, fieldRequired, fieldInvalid, storeUnavailable.
 */
export async function decideProject(
  request: DecideRequest & { projectKey: string },
  asker: Asker & { language: Language },
  { store }: { store: Store },
): Promise<UseCaseResult<{ decisionKey: string }>> {
  const snapshot = store.snapshot()
  const { facts } = snapshot
  const { today, personId, language } = asker
  const { projectKey, point } = request
  const project = facts.tables.projects.get(projectKey)
  const person = facts.peopleById.get(personId) ?? null
  if (!project || !may(person, 'readProject', { project, today }, facts).ok) return refuse({ code: 'unknownProject' })

  const decided = decide(
    {
      projectKey,
      point,
      outcome: request.outcome,
      byId: personId,
      on: request.on ?? today,
      today,
      checklist: (request.checklist ?? []).map(lineOf),
      ...(request.waivers && { waivers: request.waivers }),
      responsibleId: request.responsibleId ?? null,
      dueOn: request.dueOn ?? null,
      reason: request.reason ?? null,
      lesson: request.lesson ?? null,
    },
    actingOf(snapshot, today),
  )
  // What somebody else has changed is told before what is missing: it may be there by now.
  if (decided.ok || decided.code === 'gateNotReady') {
    const planned = plannedRow(point, project, facts)
    if ((planned?.actedAt ?? null) !== request.seen) return refuse(changedSince(snapshot, 'decisions', planned?.key ?? request.projectKey))
  }
  if (!decided.ok) return refuse(decisionFault(decided, { snapshot, project, point, asker, language }))
  const written = await store.write(decided.value.changes, { personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { decisionKey: decided.value.decisionKey } } : refuse(refusedWrite(written, snapshot))
}

export const lineOf = ({ rule, done, link }: { rule: string; done: boolean; link?: string | null | undefined }): ChecklistLine =>
  link == null || link.trim() === '' ? { rule, done } : { rule, done, link: link.trim() }
