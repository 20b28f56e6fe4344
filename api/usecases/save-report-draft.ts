import type { Fault } from '#contract/errors.ts'
import { may } from '#domain/may.ts'
import type { Change, ReportRow } from '#domain/model.ts'
import { type Result, refuse } from '#domain/result.ts'
import { reportDraftKey } from '#views/report-draft.ts'
import { delegatedReport } from './acting-of.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

export interface ReportDraftRequest {
  projectKey: string
  /** `YYYY-MM` */
  period: string
  rows: readonly ReportRow[]
  sinceLast: string | null
  next: string | null
  decisionNeeded: string | null
}

/**
 * Keeps what has been written of a status report, so that it can be gone on with elsewhere: one draft for each project and
 * month, the newest over the older. It counts for nothing until it is published. Refuses: unknownProject, notAllowed, staleEdit,
 * storeUnavailable.
 */
export async function saveReportDraft(request: ReportDraftRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const decided = decide(request, asker, deps.store.snapshot())
  if (!decided.ok) return decided
  const written = await deps.store.write([decided.value], { personId: asker.personId, via: asker.via, now: asker.now })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}

function decide(request: ReportDraftRequest, asker: Asker, snapshot: Snapshot): Result<Change, Fault> {
  const { facts, versionOf } = snapshot
  const { projectKey, period, rows, sinceLast, next, decisionNeeded } = request
  const project = facts.tables.projects.get(projectKey)
  if (!project) return refuse({ code: 'unknownProject', field: 'projectKey' })
  const obligation = delegatedReport(snapshot, projectKey, period, asker)
  const person = facts.peopleById.get(asker.personId) ?? null
  const allowed = may(person, 'publishReport', { project, obligation, today: asker.today }, facts)
  if (!allowed.ok) return refuse({ code: allowed.code === 'notFound' ? 'unknownProject' : 'notAllowed', field: 'projectKey' })
  const key = reportDraftKey(projectKey, period)
  const written = { rows: [...rows], sinceLast, next, decisionNeeded }
  const version = versionOf('statusReports', key)
  if (version !== null) return { ok: true, value: { op: 'update', list: 'statusReports', key, set: written, version } }
  const blank = { percentComplete: null, budget: null, spent: null, forecastCost: null, snapshot: [], publishedAt: null }
  const record = { key, projectKey, period, version: 0, state: 'draft' as const, ...written, ...blank }
  return { ok: true, value: { op: 'create', list: 'statusReports', record } }
}
