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
  read(): Promise<SavedCopy | null>
  save(copy: SavedCopy): Promise<void>
}

interface Stored extends SavedCopy {
  owner: string
  savedAt: number
}
interface Schema extends DBSchema {
  copy: { key: string; value: Stored }
}

const NAME = 'prosjektpuls'
const MAX_AGE_MS = 7 * 86_400_000

/**
 * The copy in the browser's own store, for one person in one tenant. Another person's, one older than a week, or
 * one of another shape is wiped, and where there is no storage (a private window, a blocked frame) the tab works
 * without it. `now` gives milliseconds since 1970.
 */
export function openLocalCopy(owner: { tenantId: string; personId: string }, now: () => number): LocalCopy {
  const name = `${owner.tenantId}:${owner.personId}`
  let opened: Promise<IDBPDatabase<Schema> | null> | null = null
  const db = () => {
    opened ??= open()
    return opened
  }

  return {
    read: async () => {
      try {
        const stored = await (await db())?.get('copy', 'portfolio')
        if (!stored) return null
        const kept = stillGood(stored, name, now())
        if (kept === null) await wipe(await db())
        return kept
      } catch {
        return null
      }
    },
    save: async (copy) => {
      if (owner.tenantId === '' || owner.personId === '') return
      try {
        await (await db())?.put('copy', { ...withoutRestricted(copy), owner: name, savedAt: now() }, 'portfolio')
      } catch {
        await deleteDB(NAME).catch(() => undefined)
      }
    },
  }
}

/** The copy if it is this person's, young enough and of today's shape; else null. */
export function stillGood(stored: Stored, owner: string, now: number): SavedCopy | null {
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

async function open(): Promise<IDBPDatabase<Schema> | null> {
  try {
    return await openDB<Schema>(NAME, 1, { upgrade: (database) => void database.createObjectStore('copy') })
  } catch {
    return null
  }
}

async function wipe(database: IDBPDatabase<Schema> | null): Promise<void> {
  await database?.clear('copy')
}
