import type { ChangePreferencesRequest } from '#contract/preferences.ts'
import { preferencesOf } from '#domain/preferences.ts'
import { refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * A person's own pause and deputy. Refuses: notAllowed for one who is in no list, fieldInvalid and personInvalid with the field,
 * staleEdit, storeUnavailable.
 */
export async function changePreferences(
  request: ChangePreferencesRequest,
  asker: Asker,
  deps: { store: Store },
): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const person = snapshot.facts.peopleById.get(asker.personId)
  if (!person) return refuse({ code: 'notAllowed' })
  const { pausedUntil, deputy } = request
  const wanted = { ...(pausedUntil !== undefined && { pausedUntil }), ...(deputy !== undefined && { deputy }) }
  const decided = preferencesOf(wanted, person, snapshot.facts, asker.today)
  if (!decided.ok) return decided
  const version = snapshot.versionOf('people', person.key) ?? ''
  const written = await deps.store.write([{ op: 'update', list: 'people', key: person.key, set: decided.value, version }], {
    personId: asker.personId,
    via: asker.via,
    now: asker.now,
  })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
