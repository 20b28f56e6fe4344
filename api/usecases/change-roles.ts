import type { ChangeRolesRequest } from '#contract/settings-requests.ts'
import { changeRoles as rolesOf } from '#domain/change-roles.ts'
import { refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * Says who is portfolio office, administrator or leader. Refuses: notAllowed (portfolio office only), personInvalid for one nobody
 * knows or who has left, lastOffice when nobody would be left in the office, staleEdit, storeUnavailable.
 */
export async function changeRoles(request: ChangeRolesRequest, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const decided = rolesOf({ ...request, byId: asker.personId }, snapshot.facts)
  if (!decided.ok) return refuse({ code: decided.code === 'notFound' ? 'notAllowed' : decided.code, field: 'personId' })
  const { person, roles } = decided.value
  const version = snapshot.versionOf('people', person.key) ?? ''
  const written = await deps.store.write([{ op: 'update', list: 'people', key: person.key, set: { roles }, version }], {
    personId: asker.personId,
    via: asker.via,
    now: asker.now,
  })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
