import type { Fault } from '#contract/errors.ts'
import type { RankProjectRequest } from '#contract/portfolio-requests.ts'
import { may } from '#domain/may.ts'
import type { Change, Project } from '#domain/model.ts'
import { logEntry } from '#domain/project-history.ts'
import { placeAfter, rankOrder } from '#domain/rank.ts'
import { type Result, refuse } from '#domain/result.ts'
import { RANK_DECIDED } from '#views/portfolio-details.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * Moves one project in the board's order and records the decision: who, when, why, from which place to which (domain.md U29,
 * N9). The place is told by the neighbour above, so two people who move different projects at once are both heard; the same
 * project moved by somebody else meanwhile is a stale edit. Asking for what already stands changes nothing.
 * Refuses: unknownProject, notAllowed, fieldInvalid (a neighbour without a place), rankChanged, storeUnavailable.
 */
export async function rankProject(request: RankProjectRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const decided = decide(request, asker, deps.store.snapshot())
  if (!decided.ok) return decided
  if (decided.value.length === 0) return { ok: true, value: true }
  const written = await deps.store.write(decided.value, { personId: asker.personId, via: asker.via, now: asker.now })
  if (written.ok) return { ok: true, value: true }
  const fault = writeFault(written)
  return refuse(fault.code === 'staleEdit' ? { code: 'rankChanged', field: 'afterKey' } : fault)
}

function decide(request: RankProjectRequest, asker: Asker, snapshot: Snapshot): Result<Change[], Fault> {
  const { facts } = snapshot
  const project = facts.tables.projects.get(request.projectKey)
  if (!project) return refuse({ code: 'unknownProject', field: 'projectKey' })
  const person = facts.peopleById.get(asker.personId) ?? null
  const allowed = may(person, 'rankProjects', { project, today: asker.today }, facts)
  if (!allowed.ok) return refuse({ code: allowed.code === 'notFound' ? 'unknownProject' : 'notAllowed', field: 'projectKey' })
  const standing = [...facts.tables.projects.values()]
  const above = request.place === 'after' ? (request.afterKey ?? '') : null
  const ranks: readonly { key: string; rank: number | null }[] | null =
    request.place === 'out' ? (project.rank === null ? [] : [{ key: project.key, rank: null }]) : placeAfter(project.key, above, standing)
  if (ranks === null) return refuse({ code: 'fieldInvalid', field: 'afterKey' })
  if (ranks.length === 0) return { ok: true, value: [] }
  if (project.rank !== request.seenRank) return refuse({ code: 'rankChanged', field: 'afterKey' })
  const after = standing.map((one) => ({ ...one, ...ranks.find(({ key }) => key === one.key) }))
  const entry = logEntry(RANK_DECIDED, project.key, facts, {
    before: { place: placeOf(project.key, standing) },
    after: { place: placeOf(project.key, after) },
    why: request.why?.trim() || null,
  })
  return { ok: true, value: [...ranks.map((one): Change => rankChange(one, snapshot)), entry] }
}

/** 1 for the first; null without a place. */
function placeOf(key: string, projects: readonly Pick<Project, 'key' | 'rank'>[]): number | null {
  const at = rankOrder(projects).findIndex((one) => one.key === key)
  return at < 0 ? null : at + 1
}

const rankChange = ({ key, rank }: { key: string; rank: number | null }, snapshot: Snapshot): Change => ({
  op: 'update',
  list: 'projects',
  key,
  set: { rank },
  version: snapshot.versionOf('projects', key) ?? '',
})
