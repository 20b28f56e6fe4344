import type { Fault } from '#contract/errors.ts'
import type { PublishReportRequest } from '#contract/requests.ts'
import { addMonths } from '#domain/dates.ts'
import { may } from '#domain/may.ts'
import type { Change, StatusReport } from '#domain/model.ts'
import { parseNorwegianNumber } from '#domain/numbers.ts'
import { freezeBenefits, reportFaults } from '#domain/report.ts'
import { type Result, refuse } from '#domain/result.ts'
import { settingsOn } from '#domain/settings.ts'
import { personName } from '#views/context.ts'
import { delegatedReport } from './acting-of.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

export interface Published {
  reportKey: string
}

/** Reports older than this are history; a mistake there is told, not rewritten. */
const OLDEST_MONTHS = 12

/**
 * Publishes a status report and freezes it with the benefits' figures as they are now. A published period can only be
 * corrected: a new version with a reason, logged. `seenVersion` is the newest version the person saw.
 * Refuses: unknownProject, notAllowed, reportPeriodInvalid, reportRowsIncomplete, commentRequired, notANumber …,
 * reasonRequired, staleEdit, storeUnavailable.
 */
export async function publishReport(
  request: PublishReportRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Published>> {
  const snapshot = deps.store.snapshot()
  const decided = decide(request, asker, snapshot)
  if (!decided.ok) return decided
  const written = await deps.store.write(decided.value.changes, { personId: asker.personId, via: asker.via, now: asker.now })
  if (written.ok) return { ok: true, value: { reportKey: decided.value.key } }
  if (written.code === 'alreadyExists' && written.list === 'statusReports') {
    return refuse(stale(snapshot, written.current as StatusReport | null))
  }
  return refuse(writeFault(written))
}

function decide(request: PublishReportRequest, asker: Asker, snapshot: Snapshot): Result<{ key: string; changes: Change[] }, Fault> {
  const { facts } = snapshot
  const project = facts.tables.projects.get(request.projectKey)
  if (!project) return refuse({ code: 'unknownProject', field: 'projectKey' })
  // A delegate publishes the one month that was delegated.
  const obligation = delegatedReport(snapshot, project.key, request.period, asker)
  const object = { project, obligation, today: asker.today }
  const allowed = may(facts.peopleById.get(asker.personId) ?? null, 'publishReport', object, facts)
  if (!allowed.ok) return refuse({ code: allowed.code === 'notFound' ? 'unknownProject' : 'notAllowed', field: 'projectKey' })
  if (request.period > asker.today.slice(0, 7) || request.period < addMonths(asker.today, -OLDEST_MONTHS).slice(0, 7)) {
    return refuse({ code: 'reportPeriodInvalid', field: 'period', args: { period: request.period } })
  }
  const rowFault = reportFaults(request)[0]
  if (rowFault) {
    return refuse({ code: rowFault.code === 'commentRequired' ? 'commentRequired' : 'reportRowsIncomplete', field: rowFault.row })
  }
  const numbers = numbersOf(request)
  if (!numbers.ok) return numbers

  const versions = (facts.reportsByProject.get(project.key) ?? []).filter((report) => report.period === request.period)
  const newest = versions.at(-1) ?? null
  const newestVersion = newest?.version ?? 0
  if (request.seenVersion !== newestVersion) return refuse(stale(snapshot, newest))
  const reason = request.reason?.trim() ?? ''
  if (newestVersion > 0 && reason === '') return refuse({ code: 'reasonRequired', field: 'reason' })

  const version = newestVersion + 1
  const key = `${project.key}:${request.period}:${version}`
  const changes: Change[] = [
    {
      op: 'create',
      list: 'statusReports',
      record: {
        key,
        projectKey: project.key,
        period: request.period,
        version,
        state: 'published',
        rows: request.rows,
        sinceLast: textOf(request.sinceLast),
        next: textOf(request.next),
        decisionNeeded: textOf(request.decisionNeeded),
        ...numbers.value,
        snapshot: freezeBenefits(project, facts, asker.today, settingsOn(asker.today, facts.tables.settings.values())),
        publishedAt: asker.now,
      },
    },
  ]
  if (newest) {
    changes.push({
      op: 'create',
      list: 'log',
      record: {
        key: `log:${key}`,
        what: 'reportCorrection',
        refKey: key,
        before: { version: newestVersion },
        after: { version },
        why: reason,
      },
    })
  }
  return { ok: true, value: { key, changes } }
}

const NUMBER_FIELDS = ['percentComplete', 'budget', 'spent', 'forecastCost'] as const
type Numbers = Record<(typeof NUMBER_FIELDS)[number], number | null>

function numbersOf(request: PublishReportRequest): Result<Numbers, Fault> {
  const numbers: Numbers = { percentComplete: null, budget: null, spent: null, forecastCost: null }
  for (const field of NUMBER_FIELDS) {
    const typed = request[field]
    if (typed === null || typed === undefined || typed === '') continue
    const unit = field === 'percentComplete' ? '%' : 'kr'
    const parsed = typeof typed === 'number' ? { ok: true as const, value: typed } : parseNorwegianNumber(typed, unit)
    if (!parsed.ok) return refuse({ code: parsed.code, field, args: { value: String(typed), unit } })
    if (parsed.value < 0 || (field === 'percentComplete' && parsed.value > 100)) return refuse({ code: 'fieldInvalid', field })
    numbers[field] = parsed.value
  }
  return { ok: true, value: numbers }
}

function stale(snapshot: Snapshot, newest: StatusReport | null): Fault {
  if (!newest) return { code: 'staleEdit', field: 'period' }
  return {
    code: 'staleEdit',
    field: 'period',
    current: { key: newest.key, value: null, asOf: null, byName: personName(snapshot.facts, newest.actorId), at: newest.actedAt },
  }
}

const textOf = (text: string | null | undefined): string | null => {
  const value = text?.trim() ?? ''
  return value === '' ? null : value
}
