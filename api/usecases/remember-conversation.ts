import { civilDateOf } from '#domain/dates.ts'
import type { Change, ConversationRecord, Instant } from '#domain/model.ts'
import { SYSTEM } from './courier.ts'
import { newPerson } from './new-person.ts'
import type { Snapshot, Store } from './ports.ts'

export type Place = { kind: 'personal'; personId: string } | { kind: 'channel'; channelId: string }

export interface Heard {
  place: Place
  /** The adapter's own shape of what is needed to speak there again. */
  reference: unknown
  /** The person's name as Teams gave it; null when it gave none. */
  name: string | null
  what: 'installed' | 'removed' | 'spoke'
}

/** `person:objectid` or `channel:19:…`: one row a place, so that the newest reference replaces the older. */
export const conversationKey = (place: Place): string =>
  (place.kind === 'personal' ? `person:${place.personId}` : `channel:${place.channelId}`).toLowerCase()

/**
 * Keeps where a person or channel can be written to. The newest service address wins, since Teams moves people between
 * regions. Somebody who speaks can be reached again. A place last heard from on the same day with the same reference costs
 * no write. `first` is true when the place was not known as installed: then a welcome is due.
 */
export async function rememberConversation(heard: Heard, now: Instant, deps: { store: Store }): Promise<{ first: boolean }> {
  const { store } = deps
  const snapshot = store.snapshot()
  const key = conversationKey(heard.place)
  const known = snapshot.facts.tables.conversations.get(key)
  if (!known && heard.what === 'removed') return { first: false }
  const changes = [...placeChanges(heard, key, known, snapshot, now), ...personChanges(heard, snapshot)]
  const written = await writeEach(changes, now, store)
  return { first: written && heard.what !== 'removed' && (known?.installedAt ?? null) === null }
}

/** A place and a person are two facts: each is written by itself, and the other stands if one is refused. */
async function writeEach(changes: readonly Change[], now: Instant, store: Store): Promise<boolean> {
  let all = true
  for (const change of changes) all = (await store.write([change], { personId: SYSTEM, via: 'system', now })).ok && all
  return all
}

function placeChanges(
  { place, reference, what }: Heard,
  key: string,
  known: ConversationRecord | undefined,
  snapshot: Snapshot,
  now: Instant,
): Change[] {
  const installedAt = what === 'removed' ? null : (known?.installedAt ?? now)
  const heard = { reference, installedAt, lastSeenAt: now }
  if (!known) {
    const personId = place.kind === 'personal' ? place.personId : null
    const channel = place.kind === 'channel' ? place.channelId : null
    return [{ op: 'create', list: 'conversations', record: { key, personId, channel, ...heard } }]
  }
  if (!isNews(reference, installedAt, known, now)) return []
  return [{ op: 'update', list: 'conversations', key, set: heard, version: snapshot.versionOf('conversations', key) ?? '' }]
}

function isNews(reference: unknown, installedAt: Instant | null, known: ConversationRecord, now: Instant): boolean {
  if (known.installedAt !== installedAt || JSON.stringify(known.reference) !== JSON.stringify(reference)) return true
  return known.lastSeenAt === null || civilDateOf(known.lastSeenAt) !== civilDateOf(now)
}

/** People are those who have used the app or been imported: one who writes to the bot becomes known, without roles. */
function personChanges({ place, name, what }: Heard, snapshot: Snapshot): Change[] {
  if (place.kind !== 'personal') return []
  const person = snapshot.facts.peopleById.get(place.personId)
  const reach = what === 'removed' ? 'notInstalled' : 'ok'
  if (!person) return what === 'removed' ? [] : [{ op: 'create', list: 'people', record: newPerson(place.personId, name ?? '–', reach) }]
  if (person.reach === reach || person.reach === 'left') return []
  return [{ op: 'update', list: 'people', key: person.key, set: { reach }, version: snapshot.versionOf('people', person.key) ?? '' }]
}
