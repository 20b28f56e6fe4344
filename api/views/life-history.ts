import type { HistoryEntry } from '#contract/views.ts'
import type { Facts } from '#domain/facts.ts'
import type { LogEntry, Project } from '#domain/model.ts'
import { PHASE_CHANGED, REOPENED } from '#domain/project-history.ts'
import { TOLD } from '#domain/tell.ts'
import { personName } from './context.ts'

const LIFE = ['putOnHold', 'resumed', REOPENED, PHASE_CHANGED] as const
const ANSWERS = ['actionSettled', 'actionMoved'] as const

const kept = new WeakMap<Facts, ReadonlyMap<string, readonly LogEntry[]>>()

/** The log's lines of the lives of projects and of what was answered by words, by the project; read once for all of them. */
function entriesOf(facts: Facts): ReadonlyMap<string, readonly LogEntry[]> {
  const known = kept.get(facts)
  if (known) return known
  const found = new Map<string, LogEntry[]>()
  for (const entry of facts.tables.log.values()) {
    const projectKey = projectOf(entry, facts)
    if (projectKey !== undefined) found.set(projectKey, [...(found.get(projectKey) ?? []), entry])
  }
  kept.set(facts, found)
  return found
}

function projectOf({ what, refKey, why }: LogEntry, { tables }: Facts): string | undefined {
  // A phase that a decision opened is told by the decision; gone back to, it has a reason of its own.
  if (LIFE.some((one) => one === what)) return what === PHASE_CHANGED && why === null ? undefined : refKey
  if (what === TOLD) return tables.obligations.get(refKey)?.projectKey
  if (!ANSWERS.some((one) => one === what)) return undefined
  const benefit = tables.benefits.get(tables.benefitActions.get(refKey)?.benefitKey ?? '')
  return benefit?.projectKey
}

/** Whether an action was dropped: what its log line says it became. */
const stateAfter = ({ after }: LogEntry): unknown => (typeof after === 'object' && after !== null && 'state' in after ? after.state : null)

/** A project put on hold, resumed, taken back a phase or up again, and what people have said of what was asked for. */
export const lifeHistoryOf = (project: Project, facts: Facts): HistoryEntry[] =>
  (entriesOf(facts).get(project.key) ?? []).map((entry) => ({
    at: entry.actedAt,
    what: entry.what === 'actionSettled' && stateAfter(entry) === 'dropped' ? 'actionDropped' : entry.what,
    title: facts.tables.benefitActions.get(entry.refKey)?.title ?? project.title,
    value: null,
    unit: null,
    periodKey: null,
    version: null,
    byName: personName(facts, entry.actorId),
    via: entry.via,
    why: entry.why,
  }))
