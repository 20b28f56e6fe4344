import type { Database } from '../graph/database.ts'

/** Where a message stands: a person's chat with the bot, or a channel (then `thread` names the post it answers). */
export interface Place {
  kind: 'person' | 'channel'
  /** The person's key or the channel's id. */
  owner: string
  /** Activity id of the first post of the thread; null for that post itself and in personal chats. */
  thread: string | null
}

/** One message as it stands now. */
export interface Message {
  id: string
  place: Place
  /** A person's key, or `bot`. */
  sender: string
  /** World time, ISO. */
  at: string
  text: string | null
  card: unknown
  editedAt: string | null
  deleted: boolean
}

/** One thing that reached somebody: a new message, an edit of one, or its removal. */
export interface Received {
  /** The person's key or the channel's name. */
  to: string
  at: string
  activityId: string
  kind: 'message' | 'update' | 'delete'
  card: unknown
  text: string | null
}

export interface Chats {
  /** Stores a message and gives its id, which grows with time. */
  add(message: { place: Place; sender: string; at: Date; text: string | null; card: unknown }): string
  edit(id: string, change: { at: Date; text: string | null; card: unknown }): void
  remove(id: string, at: Date): void
  find(id: string): Message | undefined
  /** Oldest first; at most the newest `limit`. */
  list(kind: Place['kind'], owner: string, limit?: number): Message[]
  /** What the bot has sent, oldest first; everybody's without a filter. */
  received(filter?: { kind: Place['kind']; owner: string }): { owner: string; kind: Place['kind']; row: Omit<Received, 'to'> }[]
  /** The newest `count` of these, newest first. */
  newest(count: number): { ref: number; owner: string; kind: Place['kind']; row: Omit<Received, 'to'> }[]
  installed(owner: string): boolean
  setInstalled(owner: string, installed: boolean): void
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS world_messages (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, owner TEXT NOT NULL, thread TEXT, sender TEXT NOT NULL, at TEXT NOT NULL,
    text TEXT, card TEXT, edited_at TEXT, deleted INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS world_messages_of ON world_messages (place, owner, id);
  CREATE TABLE IF NOT EXISTS world_received (
    ref INTEGER PRIMARY KEY, place TEXT NOT NULL, owner TEXT NOT NULL, at TEXT NOT NULL, activity_id TEXT NOT NULL,
    what TEXT NOT NULL, card TEXT, text TEXT
  );
  CREATE INDEX IF NOT EXISTS world_received_of ON world_received (place, owner, ref);
  CREATE TABLE IF NOT EXISTS world_installs (owner TEXT PRIMARY KEY);
`

interface MessageRow {
  id: number
  place: Place['kind']
  owner: string
  thread: string | null
  sender: string
  at: string
  text: string | null
  card: string | null
  edited_at: string | null
  deleted: number
}

interface ReceivedRow {
  ref: number
  place: Place['kind']
  owner: string
  at: string
  activity_id: string
  what: Received['kind']
  card: string | null
  text: string | null
}

const jsonOf = (card: unknown): string | null => (card === null || card === undefined ? null : JSON.stringify(card))
const cardOf = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

const messageOf = (row: MessageRow): Message => ({
  id: String(row.id),
  place: { kind: row.place, owner: row.owner, thread: row.thread },
  sender: row.sender,
  at: row.at,
  text: row.text,
  card: cardOf(row.card),
  editedAt: row.edited_at,
  deleted: row.deleted !== 0,
})

/** What everybody in Teams has received and said, in tables of its own in the scenario's file: chats survive restarts. */
export const openChats = (db: Database): Chats => {
  db.exec(SCHEMA)

  const record = (place: Place['kind'], owner: string, row: Omit<Received, 'to'>): void => {
    db.run(
      'INSERT INTO world_received (place, owner, at, activity_id, what, card, text) VALUES (?, ?, ?, ?, ?, ?, ?)',
      place,
      owner,
      row.at,
      row.activityId,
      row.kind,
      jsonOf(row.card),
      row.text,
    )
  }

  const rowOf = (id: string): MessageRow | undefined =>
    /^\d{1,15}$/.test(id) ? db.get<MessageRow>('SELECT * FROM world_messages WHERE id = ?', Number(id)) : undefined

  const receivedOf = ({ ref, place, owner, at, activity_id, what, card, text }: ReceivedRow) => ({
    ref,
    owner,
    kind: place,
    row: { at, activityId: activity_id, kind: what, card: cardOf(card), text },
  })

  return {
    add: ({ place, sender, at, text, card }) => {
      // Teams' own activity ids are milliseconds; the next number keeps two of the same millisecond apart.
      const newest = db.get<{ id: number | null }>('SELECT max(id) AS id FROM world_messages')?.id ?? 0
      const id = Math.max(at.getTime(), newest + 1)
      const when = at.toISOString()
      db.run(
        'INSERT INTO world_messages (id, place, owner, thread, sender, at, text, card) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        id,
        place.kind,
        place.owner,
        place.thread,
        sender,
        when,
        text,
        jsonOf(card),
      )
      if (sender === 'bot') record(place.kind, place.owner, { at: when, activityId: String(id), kind: 'message', card: card ?? null, text })
      return String(id)
    },

    edit: (id, { at, text, card }) => {
      const row = rowOf(id)
      if (!row) throw new Error('an edit of a message that does not exist')
      const when = at.toISOString()
      db.run('UPDATE world_messages SET text = ?, card = ?, edited_at = ? WHERE id = ?', text, jsonOf(card), when, row.id)
      record(row.place, row.owner, { at: when, activityId: id, kind: 'update', card: card ?? null, text })
    },

    remove: (id, at) => {
      const row = rowOf(id)
      if (!row) throw new Error('the removal of a message that does not exist')
      db.run('UPDATE world_messages SET deleted = 1, text = NULL, card = NULL WHERE id = ?', row.id)
      record(row.place, row.owner, { at: at.toISOString(), activityId: id, kind: 'delete', card: null, text: null })
    },

    find: (id) => {
      const row = rowOf(id)
      return row && messageOf(row)
    },

    list: (kind, owner, limit = 200) =>
      db
        .all<MessageRow>('SELECT * FROM world_messages WHERE place = ? AND owner = ? ORDER BY id DESC LIMIT ?', kind, owner, limit)
        .reverse()
        .map(messageOf),

    received: (filter) => {
      const rows = filter
        ? db.all<ReceivedRow>('SELECT * FROM world_received WHERE place = ? AND owner = ? ORDER BY ref', filter.kind, filter.owner)
        : db.all<ReceivedRow>('SELECT * FROM world_received ORDER BY ref')
      return rows.map(receivedOf)
    },

    newest: (count) => db.all<ReceivedRow>('SELECT * FROM world_received ORDER BY ref DESC LIMIT ?', count).map(receivedOf),

    installed: (owner) => db.get('SELECT owner FROM world_installs WHERE owner = ?', owner) !== undefined,
    setInstalled: (owner, installed) => {
      if (installed) db.run('INSERT OR IGNORE INTO world_installs (owner) VALUES (?)', owner)
      else db.run('DELETE FROM world_installs WHERE owner = ?', owner)
    },
  }
}
