import type { Change, Draft, Records } from '#domain/model.ts'
import type { Assumption, Found, Place } from './found.ts'

export type Result = 'created' | 'updated' | 'unchanged' | 'rejected'

/** What became of one thing of the file. */
export interface Outcome {
  line: number
  place: Place
  result: Result
}

/** The lists whose records an import both makes and keeps up to date. */
export type KeptList = 'projects' | 'benefits' | 'benefitActions' | 'indicators'

export interface Upsert<L extends KeptList> {
  change: Change | null
  result: 'created' | 'updated' | 'unchanged'
  /** The record as it will stand. */
  record: Draft<L>
  assumptions: Assumption[]
}

/**
 * Lays what was found over what stands. A new record takes everything; one that stands takes what the file says, and what
 * was inferred only while no person has changed the record since an import. Nothing to change gives no change.
 */
export function upsert<L extends KeptList>(
  list: L,
  empty: Draft<L>,
  existing: { record: Records[L]; version: string } | null,
  found: Pick<Found<Records[L]>, 'given' | 'inferred' | 'assumed' | 'assumptions'>,
): Upsert<L> {
  if (!existing) {
    const record = { ...empty, ...found.assumed, ...found.inferred, ...found.given, key: empty.key } as Draft<L>
    return {
      change: { op: 'create', list, record } as Change,
      result: 'created',
      record,
      assumptions: told(found.assumptions, record, true, true),
    }
  }
  const ours = existing.record.via === 'import'
  const set = changed(existing.record, { ...(ours ? found.inferred : {}), ...found.given })
  const record = { ...existing.record, ...set } as unknown as Draft<L>
  const assumptions = told(found.assumptions, record, false, ours)
  if (Object.keys(set).length === 0) return { change: null, result: 'unchanged', record, assumptions }
  const change = { op: 'update', list, key: existing.record.key, set, version: existing.version } as Change
  return { change, result: 'updated', record, assumptions }
}

function told(assumptions: readonly Assumption[], record: object, created: boolean, inferred: boolean): Assumption[] {
  return assumptions.filter(({ told: when }) => {
    if (when === 'always') return true
    if (when === 'created') return created
    if (when === 'inferred') return inferred
    const value = (record as Record<string, unknown>)[when.empty]
    return value === null || value === undefined || value === ''
  })
}

/** The fields that differ from what stands. Line ends do not count: SharePoint writes them its own way. */
function changed(record: object, patch: object): Record<string, unknown> {
  const standing = record as Record<string, unknown>
  return Object.fromEntries(Object.entries(patch).filter(([field, value]) => !same(standing[field], value)))
}

const comparable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim()
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value ?? null)
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
const same = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b)
