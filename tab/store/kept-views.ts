import type { ZodMiniType } from 'zod/mini'
import { type LocalCopy, MAX_AGE_MS, type StoredView } from './local-copy.ts'

/** A page as it was last read. */
export interface Known<T> {
  view: T
  /** Null when it is not whole, or was put together here: then it must be fetched anew. */
  etag: string | null
  /** Milliseconds since 1970: when the server last said that it is so. */
  readAt: number
}

export interface KeptViews {
  /** What was read in this visit; at once. */
  recall(path: string): Known<unknown> | null
  /** What lies on the machine, if it is this person's, young enough and of today's shape. */
  read<T>(schema: ZodMiniType<T>, path: string): Promise<Known<T> | null>
  /** `storable` is what of it may lie on the machine; null for nothing. */
  keep<T>(path: string, known: Known<T>, storable: T | null): void
  forget(path: string): void
}

/** Pages remembered in a visit and kept on the machine: as many as one person goes between in a week. */
const MOST = 40
/** A store that does not answer within this is done without: a page must not wait for its own copy. */
const PATIENCE_MS = 300

const opened = new WeakMap<LocalCopy, KeptViews>()

/** The pages a person has read, beside the portfolio and under its rules; one for each local copy. */
export function keptViews(copy: LocalCopy): KeptViews {
  const known = opened.get(copy)
  if (known) return known
  const made = open(copy)
  opened.set(copy, made)
  return made
}

function open(copy: LocalCopy): KeptViews {
  const visited = new Map<string, Known<unknown>>()
  const { owner } = copy
  // Writes follow one another, so that what is forgotten is not written back by an earlier save.
  let last: Promise<unknown> = Promise.resolve()
  const later = (work: () => Promise<unknown>) => {
    last = last.then(work).catch(() => undefined)
  }
  const remember = (path: string, one: Known<unknown>) => {
    visited.delete(path)
    visited.set(path, one)
    if (visited.size > MOST) visited.delete(visited.keys().next().value ?? '')
  }
  later(() => wipeStale(copy))
  return {
    recall: (path) => visited.get(path) ?? null,
    read: async (schema, path) => {
      if (owner === null) return null
      const found = await Promise.race([stored(copy, path), new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS))])
      if (found === null || !isGood(found, owner, copy.now())) return null
      const parsed = schema.safeParse(found.view)
      return parsed.success ? { view: parsed.data, etag: found.etag, readAt: found.readAt } : null
    },
    keep: (path, one, storable) => {
      remember(path, one)
      if (owner === null) return
      later(async () => {
        const database = await copy.database()
        if (storable === null) return database?.delete('views', path)
        // What is left out makes it another view than the server's: its version does not hold for it.
        const etag = storable === one.view ? one.etag : null
        await database?.put('views', { owner, readAt: one.readAt, etag, view: storable }, path)
        await drop(copy, MOST)
      })
    },
    forget: (path) => {
      visited.delete(path)
      if (owner !== null) later(async () => (await copy.database())?.delete('views', path))
    },
  }
}

/** Whether it may be shown to this person now. A clock that has gone back makes every age doubtful. */
export function isGood(stored: StoredView, owner: string, now: number): boolean {
  return stored.owner === owner && now - stored.readAt <= MAX_AGE_MS && now >= stored.readAt
}

/** The paths that go when there are too many: a project's pages before those of all projects, the oldest first. */
export function surplus(kept: readonly { path: string; readAt: number }[], most: number): string[] {
  const ofProject = (path: string) => path.startsWith('/api/projects/')
  return [...kept]
    .sort((a, b) => Number(ofProject(b.path)) - Number(ofProject(a.path)) || a.readAt - b.readAt)
    .slice(0, Math.max(0, kept.length - most))
    .map(({ path }) => path)
}

async function stored(copy: LocalCopy, path: string): Promise<StoredView | null> {
  try {
    return (await (await copy.database())?.get('views', path)) ?? null
  } catch {
    return null
  }
}

async function rows(copy: LocalCopy): Promise<(StoredView & { path: string })[]> {
  const database = await copy.database()
  if (database === null) return []
  const transaction = database.transaction('views')
  const [paths, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
  return values.map((value, at) => ({ ...value, path: paths[at] ?? '' }))
}

async function drop(copy: LocalCopy, most: number): Promise<void> {
  const count = (await (await copy.database())?.count('views')) ?? 0
  if (count <= most) return
  await remove(copy, surplus(await rows(copy), most))
}

/** Another person's, what is too old, and projects that have left the portfolio this person may see. */
async function wipeStale(copy: LocalCopy): Promise<void> {
  const { owner } = copy
  const all = await rows(copy)
  if (all.length === 0) return
  const portfolio = await (await copy.database())?.get('copy', 'portfolio')
  const seen = portfolio && new Set(portfolio.portfolio.projects.map(({ key }) => `/api/projects/${encodeURIComponent(key)}`))
  const gone = all.filter((row) => {
    const project = /^\/api\/projects\/[^/?]+/.exec(row.path)?.[0]
    return owner === null || !isGood(row, owner, copy.now()) || (project !== undefined && seen !== undefined && !seen.has(project))
  })
  await remove(
    copy,
    gone.map(({ path }) => path),
  )
}

async function remove(copy: LocalCopy, paths: readonly string[]): Promise<void> {
  const database = await copy.database()
  for (const path of paths) await database?.delete('views', path)
}
