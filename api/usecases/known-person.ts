import type { Via } from '#domain/codes.ts'
import type { Instant, Person, PersonId } from '#domain/model.ts'
import { newPerson } from './new-person.ts'
import type { Store } from './ports.ts'

/**
 * The person behind a checked token. One who opens Prosjektpuls for the first time is written into the people list with
 * no roles, so that names can be shown and nudges sent; everyone in the tenant may read. If the list cannot be written
 * now the person still reads, and is written next time.
 */
export async function knownPerson(
  who: { personId: PersonId; displayName: string },
  at: { now: Instant; via: Via },
  deps: { store: Store },
): Promise<Person> {
  const known = deps.store.snapshot().facts.peopleById.get(who.personId)
  if (known) return known
  const draft = newPerson(who.personId, who.displayName, 'unknown')
  if (!hasJustTried(deps.store, who.personId, at.now)) {
    await deps.store.write([{ op: 'create', list: 'people', record: draft }], { personId: who.personId, via: at.via, now: at.now })
  }
  return (
    deps.store.snapshot().facts.peopleById.get(who.personId) ?? {
      ...draft,
      actorId: who.personId,
      actedAt: at.now,
      via: at.via,
      schemaVersion: 1,
    }
  )
}

/** A row that is there but cannot be read refuses every new try; asking Graph once in ten minutes is enough. */
const RETRY_AFTER_MS = 10 * 60_000
const tries = new WeakMap<Store, Map<PersonId, Instant>>()

function hasJustTried(store: Store, personId: PersonId, now: Instant): boolean {
  const ofStore = tries.get(store) ?? new Map<PersonId, Instant>()
  tries.set(store, ofStore)
  const last = ofStore.get(personId)
  if (last !== undefined && Date.parse(now) - Date.parse(last) < RETRY_AFTER_MS) return true
  ofStore.set(personId, now)
  return false
}
