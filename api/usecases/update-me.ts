import type { UpdateMeRequest } from '#contract/requests.ts'
import { refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/** Sets the person's own language; null follows the municipality's. Refuses: notAllowed for one who is in no list, staleEdit, storeUnavailable. */
export async function updateMe(request: UpdateMeRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const person = snapshot.facts.peopleById.get(asker.personId)
  if (!person) return refuse({ code: 'notAllowed' })
  const written = await deps.store.write(
    [
      {
        op: 'update',
        list: 'people',
        key: person.key,
        set: { language: request.language },
        version: snapshot.versionOf('people', person.key) ?? '',
      },
    ],
    { personId: asker.personId, via: asker.via, now: asker.now },
  )
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
