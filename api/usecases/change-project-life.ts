import type { LifeRequest } from '#contract/decision-requests.ts'
import type { Acting } from '#domain/acting.ts'
import type { Language } from '#domain/codes.ts'
import { currentPoint } from '#domain/decision-points.ts'
import { may } from '#domain/may.ts'
import type { PersonId, Project } from '#domain/model.ts'
import { goBack, putOnHold, reopen, resume } from '#domain/project-life.ts'
import { refuse } from '#domain/result.ts'
import { actingOf } from './acting-of.ts'
import { changedSince, decisionFault, refusedWrite } from './decision-fault.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'

function changed(request: LifeRequest, project: Project, byId: PersonId, acting: Acting) {
  const input = { project, byId, reason: request.reason ?? null }
  switch (request.act) {
    case 'hold':
      return putOnHold({ ...input, from: request.from, to: request.to ?? null }, acting)
    case 'resume':
      return resume(input, acting)
    case 'goBack':
      return goBack({ ...input, to: request.to }, acting)
    case 'reopen':
      return reopen(input, acting)
  }
}

/**
 * Puts a project on hold, resumes it, takes it back to an earlier phase, or takes a stopped one up again. `seen` is when the
 * project's row the person saw was written. Refuses: unknownProject, notAllowed, changedSince, projectNotActive, projectNotOnHold,
 * projectNotStopped, phaseNotEarlier, reasonRequired, fieldInvalid, storeUnavailable.
 */
export async function changeProjectLife(
  request: LifeRequest & { projectKey: string },
  asker: Asker & { language: Language },
  { store }: { store: Store },
): Promise<UseCaseResult<{ projectKey: string }>> {
  const snapshot = store.snapshot()
  const { facts } = snapshot
  const { today, personId, language } = asker
  const project = facts.tables.projects.get(request.projectKey)
  const person = facts.peopleById.get(personId) ?? null
  if (!project || !may(person, 'readProject', { project, today }, facts).ok) return refuse({ code: 'unknownProject' })
  const life = changed(request, project, personId, actingOf(snapshot, today))
  if (!life.ok) return refuse(decisionFault(life, { snapshot, project, point: currentPoint(project), asker, language }))
  if (project.actedAt !== request.seen) return refuse(changedSince(snapshot, 'projects', project.key))
  const written = await store.write(life.value.changes, { personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: { projectKey: project.key } } : refuse(refusedWrite(written, snapshot))
}
