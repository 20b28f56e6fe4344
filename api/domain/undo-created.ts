import type { Acting } from './acting.ts'
import { CREATED } from './edits.ts'
import type { Facts } from './facts.ts'
import { type MayFault, may } from './may.ts'
import type { Change, Instant, PersonId, Records } from './model.ts'
import { logEntry } from './project-history.ts'
import { ok, type Result, refuse } from './result.ts'
import { isUndoTime, UNDO_MINUTES } from './undo-measurement.ts'
import { type MadeList, WITHDRAWN, withdrawalOf } from './withdrawn.ts'

export interface UndoCreatedInput {
  list: MadeList
  key: string
  byId: PersonId
  now: Instant
}

/** What has come to hang on a record since it was made. */
export type BuiltOn =
  | 'benefit'
  | 'indicator'
  | 'measurement'
  | 'action'
  | 'decision'
  | 'report'
  | 'obligation'
  | 'subscription'
  | 'mainIndicator'
  | 'change'

export type UndoCreatedFault =
  | MayFault
  | { code: 'createdTooLate'; args: { limit: number } }
  | { code: 'builtUpon'; args: { what: BuiltOn } }

type Made = { [L in MadeList]: { list: L; record: Records[L] } }[MadeList]

const madeOf = (list: MadeList, key: string, { tables }: Facts): Made | undefined => {
  const record = tables[list].get(key)
  return record && ({ list, record } as Made)
}

function projectKeyOf({ list, record }: Made, { tables }: Facts): string {
  if (list === 'projects') return record.key
  return list === 'benefitActions' ? (tables.benefits.get(record.benefitKey)?.projectKey ?? '') : record.projectKey
}

/** A decision has no name of its own: the point's code stands for it. */
const titleOf = ({ list, record }: Made): string => (list === 'decisions' ? record.point : record.title)

const some = <T>(rows: Iterable<T>, is: (row: T) => boolean): boolean => {
  for (const row of rows) if (is(row)) return true
  return false
}

/** What hangs on it; null when it stands alone, as it was made. */
function builtOn({ list, record }: Made, facts: Facts): BuiltOn | null {
  const { tables } = facts
  const { key } = record
  const found: readonly [BuiltOn, () => boolean][] = {
    projects: [
      ['benefit', () => facts.benefitsByProject.has(key)],
      ['indicator', () => facts.indicatorsByProject.has(key)],
      ['decision', () => facts.decisionsByProject.has(key)],
      ['report', () => some(tables.statusReports.values(), ({ projectKey }) => projectKey === key)],
      ['obligation', () => some(tables.obligations.values(), ({ projectKey }) => projectKey === key)],
      [
        'subscription',
        () => some(tables.subscriptions.values(), (row) => row.scope === 'project' && row.scopeKey === key && row.endedOn === null),
      ],
    ] satisfies [BuiltOn, () => boolean][],
    benefits: [
      ['indicator', () => facts.indicatorsByBenefit.has(key)],
      ['action', () => facts.actionsByBenefit.has(key)],
    ] satisfies [BuiltOn, () => boolean][],
    indicators: [
      ['measurement', () => facts.measurementsByIndicator.has(key)],
      ['mainIndicator', () => some(tables.projects.values(), ({ mainIndicatorKey }) => mainIndicatorKey === key)],
    ] satisfies [BuiltOn, () => boolean][],
    benefitActions: [],
    decisions: [],
  }[list]
  const stands = found.find(([, is]) => is())
  if (stands) return stands[0]
  if (some(tables.obligations.values(), ({ refKey }) => refKey === key)) return 'obligation'
  // Somebody stands by what it lacks: `baseline:KEY`.
  return some(tables.decisions.values(), ({ waivers }) => waivers.some(({ rule }) => rule.endsWith(`:${key}`))) ? 'decision' : null
}

/** What the row says for those who read the list itself: it has ended, or is not asked for. */
const ENDED: { [L in MadeList]: Partial<Records[L]> } = {
  projects: { state: 'closed' },
  benefits: { state: 'cancelled' },
  indicators: { state: 'closed' },
  benefitActions: { state: 'dropped' },
  decisions: { dueOn: null, responsibleId: null, checklist: [], waivers: [] },
}

/**
 * «Angre» of what somebody has made by hand: within ten minutes, by who made it, while it is as it was made and nothing hangs on
 * it. As with answers nothing is removed: a line of the log takes it back, and from then on it is not there. Taken back once
 * more, nothing changes. A published report is not undone but corrected (product.md: frozen, corrections are new versions), and
 * a decision that was taken is answered by another.
 */
export function undoCreated(
  { list, key, byId, now }: UndoCreatedInput,
  { facts, today, versionOf }: Acting,
): Result<{ changes: Change[]; projectKey: string }, UndoCreatedFault> {
  const made = madeOf(list, key, facts)
  if (!made) {
    const before = withdrawalOf(list, key, facts)
    return before?.byId === byId ? ok({ changes: [], projectKey: before.projectKey }) : refuse({ code: 'notFound' })
  }
  const { record } = made
  const projectKey = projectKeyOf(made, facts)
  const project = facts.tables.projects.get(projectKey)
  const seen = may(facts.peopleById.get(byId) ?? null, 'readProject', { project, today }, facts)
  if (!seen.ok) return seen
  const line = [...facts.tables.log.values()].findLast((one) => one.what === CREATED && one.refKey === key && madeIn(one.after) === list)
  if (line?.actorId !== byId) return refuse({ code: 'notAllowed' })
  if (!isUndoTime(line, now)) return refuse({ code: 'createdTooLate', args: { limit: UNDO_MINUTES } })
  // Made and logged in one act, at one moment: another moment is another act.
  const what = record.actedAt === line.actedAt ? builtOn(made, facts) : 'change'
  if (what !== null) return refuse({ code: 'builtUpon', args: { what } })
  const ended = { op: 'update', list, key, set: ENDED[list], version: versionOf(list, key) } as Change
  const before = { list, title: titleOf(made), projectKey }
  return ok({ changes: [ended, logEntry(WITHDRAWN, key, facts, { before, after: null, why: null })], projectKey })
}

const madeIn = (after: unknown): unknown => (typeof after === 'object' && after !== null && 'list' in after ? after.list : null)
