import { markOf } from '#data/acts.ts'
import type { GraphStore } from '#data/store.ts'
import type { Measurement } from '#domain/model.ts'
import type { Result } from '#domain/result.ts'
import type { WriteFault } from '#usecases/ports.ts'
import type { Committed } from './row-history.ts'

/** One write that was tried: what it was decided on, and what was answered. `mark` stands in the row's comment when it was carried out. */
export interface Tried {
  mark: string
  key: string
  op: 'create' | 'update'
  base: { comment: string | null; value: number | null } | null
  withLog: boolean
  result: Result<{ versions: string[] }, WriteFault>
  repeated?: Result<{ versions: string[] }, WriteFault>
}

/** What did not hold, as sentences; empty when all did. */
export interface Judgement {
  lost: string[]
  doubled: string[]
  /** Refused although it stands. */
  denied: string[]
  overwritten: string[]
  notShown: string[]
  differing: string[]
  /** Acts of which a reader saw a part. */
  torn: string[]
}

interface Evidence {
  tried: readonly Tried[]
  versions: readonly Committed[]
  rows: readonly { id: number; fields: Record<string, unknown> }[]
  /** Key of each row of the log and the id of the act it closes. */
  logs: ReadonlyMap<string, string | null>
  stores: readonly GraphStore[]
  torn: readonly string[]
}

interface Step {
  mark: string
  before: Committed | null
  at: number
}

/** Holds what the list server committed against what the stores answered and now show. */
export function judge({ tried, versions, rows, logs, stores, torn }: Evidence): Judgement {
  const judgement: Judgement = { lost: [], doubled: [], denied: [], overwritten: [], notShown: [], differing: [], torn: [...torn] }
  const steps = stepsOf(versions)
  for (const one of tried) {
    const done = steps.get(one.mark) ?? []
    const stood = one.result.ok || one.repeated?.ok === true
    if (done.length > 1) judgement.doubled.push(`${one.mark} was carried out ${done.length} times`)
    if (stood && done.length === 0) judgement.lost.push(`${one.mark} was answered as done and is not there`)
    if (stood && one.withLog && !logs.has(`log:${one.mark}`)) judgement.lost.push(`the log of ${one.mark} is not there`)
    for (const step of done) {
      if (!followsBase(one, step)) judgement.overwritten.push(`${one.mark} was written over a version it had not seen`)
    }
    if (!one.result.ok && (one.result.code === 'conflict' || one.result.code === 'alreadyExists') && one.result.list === 'measurements') {
      const shown = one.result.current as Measurement | null
      if (!shown) judgement.notShown.push(`${one.mark} was refused and nothing newer was shown`)
      else if (one.base && shown.comment === one.base.comment && shown.value === one.base.value)
        judgement.notShown.push(`${one.mark} was refused and the version it was decided on was shown as newer`)
      if (shown?.comment === one.mark) judgement.denied.push(`${one.mark} was refused for its own sake`)
    }
  }
  const keys = rows.map((row) => String(row.fields.key))
  if (new Set(keys).size !== keys.length) judgement.doubled.push('a key stands in two rows')
  for (const [at, store] of stores.entries())
    judgement.differing.push(...differences(store, counting(rows, logs)).map((what) => `store ${at}: ${what}`))
  return judgement
}

/** What of the list counts: a row of an act that is not closed counts as it was before, or not at all. */
function counting(rows: Evidence['rows'], logs: Evidence['logs']): Evidence['rows'] {
  return rows.flatMap((row) => {
    const act = markOf(row.fields.act)
    if (act?.closing === undefined || logs.get(act.closing) === act.id) return [row]
    return act.before === undefined ? [] : [{ ...row, fields: { ...row.fields, ...act.before } }]
  })
}

/** The marks of acts of two rows of which a store shows the first and not the second. */
export function tornActs(store: GraphStore, ofTwoRows: ReadonlySet<string>): string[] {
  const { measurements, log } = store.snapshot().facts.tables
  const shown = [...measurements.values()].map(({ comment }) => comment ?? '')
  return shown.filter((mark) => ofTwoRows.has(mark) && !log.has(`log:${mark}`))
}

/** Per mark, each time it came into a row, and the version it replaced. */
function stepsOf(versions: readonly Committed[]): Map<string, Step[]> {
  const last = new Map<string, Committed>()
  const steps = new Map<string, Step[]>()
  for (const [at, version] of versions.entries()) {
    const before = last.get(version.itemId) ?? null
    last.set(version.itemId, version)
    const mark = String(version.fields.comment)
    if (before && String(before.fields.comment) === mark && before.fields.value === version.fields.value) continue
    steps.set(mark, [...(steps.get(mark) ?? []), { mark, before, at }])
  }
  return steps
}

function followsBase(one: Tried, { before }: Step): boolean {
  if (one.op === 'create') return before === null
  return before !== null && String(before.fields.comment) === String(one.base?.comment) && before.fields.value === one.base?.value
}

/** Where a store's picture, after its last refresh, differs from the list. */
function differences(store: GraphStore, rows: Evidence['rows']): string[] {
  const { measurements } = store.snapshot().facts.tables
  const wrong = rows.filter((row) => {
    const held = measurements.get(String(row.fields.key))
    return held?.comment !== row.fields.comment || held?.value !== row.fields.value
  })
  const sizes = measurements.size === rows.length ? [] : [`${measurements.size} rows instead of ${rows.length}`]
  return [...sizes, ...wrong.map((row) => `${String(row.fields.key)} differs`)]
}
