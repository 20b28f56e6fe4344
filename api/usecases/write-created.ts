import type { Fault } from '#contract/errors.ts'
import { createdEntry } from '#domain/edits.ts'
import type { CreateChange } from '#domain/model.ts'
import { ok, refuse } from '#domain/result.ts'
import { freeKey } from '#domain/withdrawn.ts'
import { sameName } from './import/keys.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import type { EditableList, Edited } from './write-edit.ts'
import { writeFault } from './write-fault.ts'

type Created = { [L in EditableList]: CreateChange<L> }[EditableList]

/**
 * Writes a record made by hand, and the log's line of it. Its key is made from its name and its parent's, so that two who make
 * the same at once collide and the second is told; `siblings` are those among whom the name must be its own.
 * Refuses: nameTaken, storeUnavailable.
 */
export async function writeCreated(
  made: { create: Created; projectKey: string; siblings: Iterable<{ title: string }> },
  asker: Asker,
  { store }: { store: Store },
): Promise<UseCaseResult<Edited>> {
  const { create, projectKey } = made
  const { list, record } = create
  const { facts } = store.snapshot()
  const taken = refuse<Fault>({ code: 'nameTaken', field: 'title', args: { value: record.title } })
  for (const { title } of made.siblings) if (sameName(title) === sameName(record.title)) return taken
  const key = freeKey(list, record.key, facts)
  const change = { ...create, record: { ...record, key } } as Created
  const entry = createdEntry(list, key, record.title, facts)
  const written = await store.write([change, entry], { personId: asker.personId, via: asker.via, now: asker.now })
  if (!written.ok) return written.code === 'alreadyExists' ? taken : refuse(writeFault(written))
  const version = store.snapshot().versionOf(list, key) ?? ''
  return ok({ key, version, projectKey: list === 'projects' ? key : projectKey })
}
