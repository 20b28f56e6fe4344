import type { Facts } from './facts.ts'
import type { Change, LogEntry } from './model.ts'
import { logEntry } from './project-history.ts'
import type { MadeList } from './withdrawn.ts'

/** The log's word for a record that a person has made or written over field by field. */
export const EDITED = 'edited'
export const CREATED = 'created'

/** What an edit changes, field by field: what stood and what is to stand. */
export interface Edit {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** SharePoint writes line ends its own way, and an object's fields have no order: neither is a change. */
function comparable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim()
  if (value === null || typeof value !== 'object') return value ?? null
  if (Array.isArray(value)) return JSON.stringify(value.map(comparable))
  return JSON.stringify(
    Object.entries(value)
      .map(([field, inner]) => [field, comparable(inner)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Whether two values of a field are the same to a person. */
export const isSameValue = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b)

/** The fields of `set` that say something else than the record; null when nothing does. */
export function editOf(record: object, set: object): Edit | null {
  const standing = record as Record<string, unknown>
  const changed = Object.entries(set).filter(([field, value]) => value !== undefined && !isSameValue(standing[field], value))
  if (changed.length === 0) return null
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, standing[field] ?? null])),
    after: Object.fromEntries(changed),
  }
}

/** The log's line of an edit: what stood, what stands, and why. Every change says who, when and from where through its stamp. */
export const editEntry = (refKey: string, { before, after }: Edit, why: LogEntry['why'], facts: Facts): Change =>
  logEntry(EDITED, refKey, facts, { before, after, why })

/** The log's line of a record that was made by hand, and in which list: keys are unique only within theirs. */
export const createdEntry = (list: MadeList, refKey: string, title: string, facts: Facts): Change =>
  logEntry(CREATED, refKey, facts, { before: null, after: { title, list }, why: null })
