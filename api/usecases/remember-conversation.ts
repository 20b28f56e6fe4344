import { civilDateOf } from '#domain/dates.ts'
import type { Change, Draft, Instant, Person } from '#domain/model.ts'
import { SYSTEM } from './courier.ts'
import type { Store } from './ports.ts'

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
  const changes: Change[] = []
  const place = {
    personId: heard.place.kind === 'personal' ? heard.place.personId : null,
    channel: heard.place.kind === 'channel' ? heard.place.channelId : null,
  }
  const installedAt = heard.what === 'removed' ? null : (known?.installedAt ?? now)
  if (!known) {
    if (heard.what === 'removed') return { first: false }
    changes.push({
      op: 'create',
      list: 'conversations',
      record: { key, ...place, reference: heard.reference, installedAt, lastSeenAt: now },
    })
  } else if (isNews(heard.reference, installedAt, known, now)) {
    const version = snapshot.versionOf('conversations', key) ?? ''
    changes.push({ op: 'update', list: 'conversations', key, set: { reference: heard.reference, installedAt, lastSeenAt: now }, version })
  }
  const written = changes.length === 0 || (await store.write(changes, byItself(now))).ok
  if (heard.place.kind === 'personal') await rememberPerson(heard.place.personId, heard, now, store)
  return { first: written && heard.what !== 'removed' && (known?.installedAt ?? null) === null }
}

function isNews(
  reference: unknown,
  installedAt: Instant | null,
  known: { reference: unknown; installedAt: Instant | null; lastSeenAt: Instant | null },
  now: Instant,
): boolean {
  if (known.installedAt !== installedAt || JSON.stringify(known.reference) !== JSON.stringify(reference)) return true
  return known.lastSeenAt === null || civilDateOf(known.lastSeenAt) !== civilDateOf(now)
}

/** People are those who have used the app or been imported: one who writes to the bot becomes known, without roles. */
async function rememberPerson(personId: string, heard: Heard, now: Instant, store: Store): Promise<void> {
  const snapshot = store.snapshot()
  const person = snapshot.facts.peopleById.get(personId)
  const reach = heard.what === 'removed' ? ('notInstalled' as const) : ('ok' as const)
  if (!person) {
    if (heard.what === 'removed') return
    await store.write([{ op: 'create', list: 'people', record: newPerson(personId, heard.name, reach) }], byItself(now))
    return
  }
  if (person.reach === reach || person.reach === 'left') return
  const version = snapshot.versionOf('people', person.key) ?? ''
  await store.write([{ op: 'update', list: 'people', key: person.key, set: { reach }, version }], byItself(now))
}

const newPerson = (personId: string, name: string | null, reach: Person['reach']): Draft<'people'> => ({
  key: personId.toLowerCase(),
  personId,
  displayName: name ?? '–',
  roles: [],
  area: null,
  deputyId: null,
  deputyFrom: null,
  deputyTo: null,
  language: null,
  pausedUntil: null,
  reach,
})

const byItself = (now: Instant) => ({ personId: SYSTEM, via: 'system' as const, now })
