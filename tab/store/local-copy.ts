import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { firstLook, type MeView, meView, type PortfolioView } from '#contract/first-views.ts'

/** What opens at once next time: the portfolio as it was last read, and who it was read for. */
export interface SavedCopy {
  me: MeView
  portfolio: PortfolioView
  /** Only when the copy is whole; restricted projects are left out, and then it must be fetched anew. */
  etag: string | null
}

export interface LocalCopy {
  /** As it lay there when the tab was opened. */
  read(): Promise<SavedCopy | null>
  save(copy: SavedCopy): Promise<void>
  /** `tenant:person`; null where either is not known: then nothing is kept. */
  owner: string | null
  /** Milliseconds since 1970. */
  now(): number
  /** When this person last saved something: what was read before then is read anew before it is shown. */
  changedAt: number
  database(): Promise<IDBPDatabase<Stores> | null>
}

/** One page as it was last read; `tab/store/kept-views.ts` alone reads and writes them. */
export interface StoredView {
  owner: string
  readAt: number
  etag: string | null
  view: unknown
}

interface Stored extends SavedCopy {
  owner: string
  savedAt: number
}
export interface Stores extends DBSchema {
  copy: { key: string; value: Stored }
  /** By the path it was read from. */
  views: { key: string; value: StoredView }
}

const NAME = 'prosjektpuls'
export const MAX_AGE_MS = 7 * 86_400_000

/** The browser's own store, and what lies there of the portfolio: whose it is has not been looked at. */
export interface Begun {
  database: Promise<IDBPDatabase<Stores> | null>
  stored: Promise<Stored | null>
}

/** Opens the store and reads, so that it is done when the host has said who asks. */
export function beginCopy(): Begun {
  const database = open()
  const stored = database.then(async (db) => (await db?.get('copy', 'portfolio')) ?? null).catch(() => null)
  return { database, stored }
}

/**
 * The copy in the browser's own store, for one person in one tenant. Another person's, one older than a week, or
 * one of another shape is wiped, and where there is no storage (a private window, a blocked frame) the tab works
 * without it. `now` gives milliseconds since 1970.
 */
export function openLocalCopy(owner: { tenantId: string; personId: string }, now: () => number, begun: Begun = beginCopy()): LocalCopy {
  const { tenantId, personId } = owner
  const name = tenantId && personId ? `${tenantId}:${personId}` : null
  const db = () => begun.database

  return {
    read: async () => {
      try {
        const stored = await begun.stored
        if (stored === null) return null
        const kept = stillGood(stored, name, now())
        if (kept === null) await wipe(await db())
        return kept
      } catch {
        return null
      }
    },
    save: async (copy) => {
      if (name === null) return
      try {
        await (await db())?.put('copy', { ...withoutRestricted(copy), owner: name, savedAt: now() }, 'portfolio')
      } catch {
        await deleteDB(NAME).catch(() => undefined)
      }
    },
    owner: name,
    now,
    changedAt: 0,
    database: db,
  }
}

/** The copy if it is this person's, young enough and of today's shape; else null. */
export function stillGood(stored: Stored, owner: string | null, now: number): SavedCopy | null {
  if (stored.owner !== owner || now - stored.savedAt > MAX_AGE_MS || now < stored.savedAt) return null
  const me = meView.safeParse(stored.me)
  const portfolio = firstLook.safeParse(stored.portfolio)
  return me.success && portfolio.success ? { me: me.data, portfolio: portfolio.data, etag: stored.etag } : null
}

/** Restricted projects are never written to a person's machine. */
export function withoutRestricted(copy: SavedCopy): SavedCopy {
  const projects = copy.portfolio.projects.filter((project) => !project.restricted)
  if (projects.length === copy.portfolio.projects.length) return copy
  return { ...copy, portfolio: { ...copy.portfolio, projects }, etag: null }
}

async function open(): Promise<IDBPDatabase<Stores> | null> {
  try {
    return await openDB<Stores>(NAME, 2, {
      upgrade: (database, from) => {
        if (from < 1) database.createObjectStore('copy')
        database.createObjectStore('views')
      },
      // A newer version of us wants in from another window: we do without from here on.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    })
  } catch {
    return null
  }
}

async function wipe(database: IDBPDatabase<Stores> | null): Promise<void> {
  await Promise.all([database?.clear('copy'), database?.clear('views')])
}
