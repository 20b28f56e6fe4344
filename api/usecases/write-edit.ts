import type { EditConflict, Fault } from '#contract/errors.ts'
import { type Edit, editEntry, editOf, isSameValue } from '#domain/edits.ts'
import type { Facts } from '#domain/facts.ts'
import { handOverAfter } from '#domain/hand-over-after.ts'
import type { Change, Records } from '#domain/model.ts'
import type { Obligation } from '#domain/obligation.ts'
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
 * Writes over fields of one record: read → who may → was somebody first → can it stand → write, then what is asked for now is
 * handed over where another person is responsible for it (rule 9), and the log is told what stood, what stands and why. Saying
 * what already stands writes nothing. Somebody else's change of the same fields is a conflict with both values; their change of
 * other fields shows as a newer version with no field in conflict, for the asker to go on from.
 */
export async function writeEdit<L extends EditableList>(
  of: EditOf<L>,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { store } = deps
  const actor = { personId: asker.personId, via: asker.via, now: asker.now }
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = store.snapshot()
    const planned = planOf(of, snapshot)
    if (!planned.ok) return planned
    const { edit, projectKey, changes } = planned.value
    if (edit === null) return ok({ key: of.key, version: snapshot.versionOf(of.list, of.key) ?? '', projectKey })
    const asked = viewContext(snapshot.facts, asker.today).obligationsByProject.get(projectKey) ?? []
    const written = await store.write(changes, actor)
    if (written.ok) {
      const version = written.value.versions.at(-1) ?? ''
      const followed = await follow(of, { edit, asked, before: snapshot.facts }, store, actor)
      return followed.ok ? ok({ key: of.key, version, projectKey }) : followed
    }
    const wasFirst = written.code === 'conflict' || written.code === 'alreadyExists'
    if (!wasFirst || attempt === TRIES || !(await store.refresh())) return refuse(writeFault(written))
  }
}

interface Planned {
  edit: Edit | null
  projectKey: string
  changes: Change[]
}

function planOf<L extends EditableList>(of: EditOf<L>, snapshot: Snapshot): Result<Planned, Fault> {
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
  if (edit === null) return ok({ edit, projectKey, changes: [] })
  const main = { op: 'update', list: of.list, key: of.key, set: edit.after, version } as Change
  return ok({ edit, projectKey, changes: [...(settled.value.first ?? []), main] })
}

/** Both values of each field, and the names of the people they point at. */
function conflictOf(record: Records[EditableList], wanted: Edit, version: string, facts: Facts): EditConflict {
  const fields = Object.entries(wanted.after).map(([field, yours]) => ({ field, theirs: wanted.before[field] ?? null, yours }))
  const ids = fields.filter(({ field }) => field.endsWith('Id')).flatMap(({ theirs, yours }) => [theirs, yours])
  const names = ids.filter((id) => typeof id === 'string').map((id) => [id, personName(facts, id)] as const)
  return { version, byName: personName(facts, record.actorId), at: record.actedAt, fields, names: Object.fromEntries(names) }
}

interface Followed {
  edit: Edit
  asked: readonly Obligation[]
  before: Facts
}

/** What follows of a change that stands. Another's row or log line in the way is read, and the rest made anew. */
async function follow<L extends EditableList>(
  of: EditOf<L>,
  { edit, asked, before }: Followed,
  store: Store,
  actor: Parameters<Store['write']>[1],
): Promise<Result<true, Fault>> {
  for (let attempt = 1; ; attempt += 1) {
    const { facts, versionOf } = store.snapshot()
    const acting = { facts, versionOf: (...row: Parameters<typeof versionOf>) => versionOf(...row) ?? '' }
    const changes = [...handOverAfter(asked, before, facts, acting), editEntry(of.key, edit, of.reason, facts)]
    const written = await store.write(changes, actor)
    if (written.ok) return ok(true)
    const wasFirst = written.code === 'conflict' || written.code === 'alreadyExists'
    if (!wasFirst || attempt === TRIES || !(await store.refresh())) return refuse(writeFault(written))
  }
}

/** Whether a set says something else of a field than the record. */
export const isChanged = <R extends object, F extends keyof R>(record: R, set: Partial<R>, field: F): boolean =>
  field in set && set[field] !== undefined && !isSameValue(record[field], set[field])
