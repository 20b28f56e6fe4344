import type { CivilDate } from '#domain/model.ts'
import { preferencesOf } from '#domain/preferences.ts'
import { refuse } from '#domain/result.ts'
import type { Asker, Store, UseCaseResult } from './ports.ts'
import { writeFault } from './write-fault.ts'

/**
 * A person's own pause: no unasked card before `until`; null ends it. Due dates stand, and the rules decide who is asked
 * instead when it is long (domain.md §3.2, rule 7). Refuses: notAllowed for one who is in no list, fieldInvalid for a day that has
 * passed or is too far ahead, staleEdit, storeUnavailable.
 */
export async function pauseNudges(until: CivilDate | null, asker: Asker, deps: { store: Store }): Promise<UseCaseResult<true>> {
  const snapshot = deps.store.snapshot()
  const person = snapshot.facts.peopleById.get(asker.personId)
  if (!person) return refuse({ code: 'notAllowed' as const })
  if (person.pausedUntil === until) return { ok: true, value: true }
  const decided = preferencesOf({ pausedUntil: until }, person, snapshot.facts, asker.today)
  if (!decided.ok) return refuse({ code: decided.code, field: 'pause' })
  const version = snapshot.versionOf('people', person.key) ?? ''
  const written = await deps.store.write([{ op: 'update', list: 'people', key: person.key, set: decided.value, version }], {
    personId: asker.personId,
    via: asker.via,
    now: asker.now,
  })
  return written.ok ? { ok: true, value: true } : refuse(writeFault(written))
}
