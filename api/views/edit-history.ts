import type { HistoryEntry } from '#contract/views.ts'
import { CREATED, EDITED } from '#domain/edits.ts'
import type { Facts } from '#domain/facts.ts'
import type { LogEntry, Project } from '#domain/model.ts'
import { WITHDRAWN, withdrawnIn } from '#domain/withdrawn.ts'
import { personName } from './context.ts'

const kept = new WeakMap<Facts, ReadonlyMap<string, readonly LogEntry[]>>()

/** The log's lines of what was made and written over by hand, by the record they are about; read once for all projects. */
function editsOf(facts: Facts): ReadonlyMap<string, readonly LogEntry[]> {
  const known = kept.get(facts)
  if (known) return known
  const found = new Map<string, LogEntry[]>()
  for (const entry of facts.tables.log.values()) {
    if (entry.what !== EDITED && entry.what !== CREATED) continue
    found.set(entry.refKey, [...(found.get(entry.refKey) ?? []), entry])
  }
  kept.set(facts, found)
  return found
}

/** What people have changed of a project, its benefits, indicators and actions: each field as it was and as it became. */
export function editHistoryOf(project: Project, facts: Facts): HistoryEntry[] {
  const withdrawn = withdrawnHistoryOf(project, facts)
  const edits = editsOf(facts)
  if (edits.size === 0) return withdrawn
  const benefits = facts.benefitsByProject.get(project.key) ?? []
  const records = [
    project,
    ...benefits,
    ...(facts.indicatorsByProject.get(project.key) ?? []),
    ...benefits.flatMap(({ key }) => facts.actionsByBenefit.get(key) ?? []),
  ]
  const made = records.flatMap(({ key, title }) =>
    (edits.get(key) ?? []).map((entry) => ({
      at: entry.actedAt,
      what: entry.what,
      title,
      value: null,
      unit: null,
      periodKey: null,
      version: null,
      byName: personName(facts, entry.actorId),
      via: entry.via,
      why: entry.why,
      changes: changesOf(entry, facts),
    })),
  )
  return [...made, ...withdrawn]
}

/** What was added to the project and taken back again at once. */
function withdrawnHistoryOf(project: Project, facts: Facts): HistoryEntry[] {
  const withdrawn = [...withdrawnIn(facts.tables.log).values()].flatMap((ofList) => [...ofList.values()])
  return withdrawn
    .filter(({ projectKey }) => projectKey === project.key)
    .map(({ list, title, entry }) => ({
      ...{ value: null, unit: null, periodKey: null, version: null, why: null },
      at: entry.actedAt,
      what: list === 'decisions' ? 'requestWithdrawn' : WITHDRAWN,
      title,
      byName: personName(facts, entry.actorId),
      via: entry.via,
    }))
}

type Changes = NonNullable<HistoryEntry['changes']>

function changesOf({ what, before, after }: LogEntry, facts: Facts): Changes {
  if (what !== EDITED || typeof after !== 'object' || after === null) return []
  const stood: Record<string, unknown> = typeof before === 'object' && before !== null ? { ...before } : {}
  return Object.entries(after).map(([field, value]) => ({
    field,
    before: named(field, field === 'documents' ? without(stood[field], value) : stood[field], facts),
    after: named(field, field === 'documents' ? without(value, stood[field]) : value, facts),
  }))
}

/** Of a list that is written over as a whole, what the other list does not have: the history tells what came and what went. */
function without(list: unknown, other: unknown): unknown {
  if (!Array.isArray(list) || !Array.isArray(other)) return list
  const theirs = new Set(other.map((one) => JSON.stringify(one)))
  return list.filter((one) => !theirs.has(JSON.stringify(one)))
}

/** A person as others see them; everything else as it is kept. */
const named = (field: string, value: unknown, facts: Facts): unknown =>
  field.endsWith('Id') && typeof value === 'string' ? personName(facts, value) : (value ?? null)
