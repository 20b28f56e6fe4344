import type { Fault } from '#contract/errors.ts'
import { createdEntry } from '#domain/edits.ts'
import type { CreateChange } from '#domain/model.ts'
import { ok, refuse } from '#domain/result.ts'
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
  const taken = refuse<Fault>({ code: 'nameTaken', field: 'title', args: { value: record.title } })
  for (const { title } of made.siblings) if (sameName(title) === sameName(record.title)) return taken
  const entry = createdEntry(record.key, record.title, store.snapshot().facts)
  const written = await store.write([create, entry], { personId: asker.personId, via: asker.via, now: asker.now })
  if (!written.ok) return written.code === 'alreadyExists' ? taken : refuse(writeFault(written))
  return ok({ key: record.key, version: store.snapshot().versionOf(list, record.key) ?? '', projectKey })
}
