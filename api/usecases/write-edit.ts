import type { EditConflict, Fault } from '#contract/errors.ts'
import { type Edit, editEntry, editOf, isSameValue } from '#domain/edits.ts'
import type { Facts } from '#domain/facts.ts'
import { handOverAfter, withRecord } from '#domain/hand-over-after.ts'
import type { Change, CivilDate, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { personName, viewContext } from '#views/context.ts'
import type { Asker, Snapshot, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/** The lists people write over field by field. */
export type EditableList = 'projects' | 'benefits' | 'indicators' | 'benefitActions'

export interface Edited {
  key: string
  /** The version that stands now: an undo names it. */
  version: string
  projectKey: string
}

export interface EditOf<L extends EditableList> {
  list: L
  key: string
  /** The version the person saw. */
  version: string
  reason: string | null
  /** The project the record belongs to. */
  projectOf(record: Records[L], facts: Facts): string
  /** Whether this person may, and what the fields they typed come to. */
  read(record: Records[L], snapshot: Snapshot): Result<Partial<Records[L]>, Fault>
  /** Whether it can stand so; more that follows of it, and rows to be written before it. */
  settle(record: Records[L], set: Partial<Records[L]>, snapshot: Snapshot): Result<{ set: Partial<Records[L]>; first?: Change[] }, Fault>
}

const TRIES = 3

/**
 * Writes over fields of one record: read → who may → was somebody first → can it stand → write. In the same act what is asked
 * for now is handed over where another person becomes responsible for it (rule 9), and the log is told what stood, what stands
 * and why. Saying what already stands writes nothing. Somebody else's change of the same record is a conflict with both values,
 * field by field; a row of another sort in the way is read, and the whole planned anew.
 */
export async function writeEdit<L extends EditableList>(
  of: EditOf<L>,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { store } = deps
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = store.snapshot()
    const planned = planOf(of, asker.today, snapshot)
    if (!planned.ok) return planned
    const { changes, projectKey, at } = planned.value
    if (changes.length === 0) return ok({ key: of.key, version: snapshot.versionOf(of.list, of.key) ?? '', projectKey })
    const written = await store.write(changes, { personId: asker.personId, via: asker.via, now: asker.now })
    if (written.ok) return ok({ key: of.key, version: written.value.versions[at] ?? '', projectKey })
    const wasFirst = written.code === 'conflict' || written.code === 'alreadyExists'
    if (!wasFirst || attempt === TRIES || !(await store.refresh())) return refuse(writeFault(written))
  }
}

interface Planned {
  projectKey: string
  /** None when everything stands already. */
  changes: Change[]
  /** Which of them is the record's own. */
  at: number
}

function planOf<L extends EditableList>(of: EditOf<L>, today: CivilDate, snapshot: Snapshot): Result<Planned, Fault> {
  const { facts } = snapshot
  const record = (facts.tables[of.list] as ReadonlyMap<string, Records[L]>).get(of.key)
  if (!record) return refuse<Fault>({ code: 'notFound' })
  const read = of.read(record, snapshot)
  if (!read.ok) return read
  const projectKey = of.projectOf(record, facts)
  const version = snapshot.versionOf(of.list, of.key) ?? ''
  const wanted = editOf(record, read.value)
  if (wanted !== null && version !== of.version)
    return refuse<Fault>({ code: 'editConflict', conflict: conflictOf(record, wanted, version, facts) })
  const settled = of.settle(record, read.value, snapshot)
  if (!settled.ok) return settled
  const edit = editOf(record, settled.value.set)
  if (edit === null) return ok({ projectKey, changes: [], at: 0 })
  const asked = viewContext(facts, today).obligationsByProject.get(projectKey) ?? []
  const after = withRecord(facts, of.list, { ...record, ...edit.after })
  const handed = handOverAfter(asked, facts, after, { facts, versionOf: (...row) => snapshot.versionOf(...row) ?? '' })
  // What is handed over is frozen by that; no row is made twice in one act.
  const made = new Set(handed.map(keyOf))
  const first = (settled.value.first ?? []).filter((change) => !made.has(keyOf(change)))
  const main = { op: 'update', list: of.list, key: of.key, set: edit.after, version } as Change
  return ok({ projectKey, changes: [...first, main, ...handed, editEntry(of.key, edit, of.reason, facts)], at: first.length })
}

const keyOf = (change: Change): string => `${change.list}/${change.op === 'create' ? change.record.key : change.key}`

/** Both values of each field, and the names of the people they point at. */
function conflictOf(record: Records[EditableList], wanted: Edit, version: string, facts: Facts): EditConflict {
  const fields = Object.entries(wanted.after).map(([field, yours]) => ({ field, theirs: wanted.before[field] ?? null, yours }))
  const ids = fields.filter(({ field }) => field.endsWith('Id')).flatMap(({ theirs, yours }) => [theirs, yours])
  const names = ids.filter((id) => typeof id === 'string').map((id) => [id, personName(facts, id)] as const)
  return { version, byName: personName(facts, record.actorId), at: record.actedAt, fields, names: Object.fromEntries(names) }
}

/** Whether a set says something else of a field than the record. */
export const isChanged = <R extends object, F extends keyof R>(record: R, set: Partial<R>, field: F): boolean =>
  field in set && set[field] !== undefined && !isSameValue(record[field], set[field])
