import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/** Raised when the tables change shape. A file from a later version is refused: a scenario can be seeded again. */
const SCHEMA_VERSION = 2
/** How long a writer waits for another process before it gives up. */
const BUSY_TIMEOUT_MS = 10_000

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS lists (
    ref INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, folded_title TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL, version INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
    created_by TEXT NOT NULL, last_change INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS columns (
    list_ref INTEGER NOT NULL REFERENCES lists(ref), slot INTEGER NOT NULL, folded_name TEXT NOT NULL, definition TEXT NOT NULL,
    PRIMARY KEY (list_ref, slot), UNIQUE (list_ref, folded_name)
  );
  CREATE TABLE IF NOT EXISTS tombstones (
    list_ref INTEGER NOT NULL REFERENCES lists(ref), change INTEGER NOT NULL, item_id INTEGER NOT NULL,
    PRIMARY KEY (list_ref, change)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS grants (app_id TEXT PRIMARY KEY, display_name TEXT NOT NULL, roles TEXT NOT NULL);
`

/** One SQLite file. Values go in as parameters only; table and slot names are made from numbers of our own. */
export interface Database {
  get<T>(sql: string, ...params: SQLInputValue[]): T | undefined
  all<T>(sql: string, ...params: SQLInputValue[]): T[]
  each<T>(sql: string, ...params: SQLInputValue[]): Iterable<T>
  run(sql: string, ...params: SQLInputValue[]): { lastId: number; changes: number }
  exec(sql: string): void
  /** One write transaction; everything is taken back when the work refuses or throws. */
  write<T extends { ok: boolean }>(work: () => T): T
  /** Several reads that see the same moment. */
  read<T>(work: () => T): T
  close(): void
}

/** Version 1 kept unique values by unique indexes; they are looked up inside each write since version 2. */
const loosenIndexes = (database: Database): void => {
  const unique = database.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE UNIQUE INDEX items!_%' ESCAPE '!'",
  )
  for (const { name, sql } of unique) database.exec(`DROP INDEX ${name}; ${sql.replace('UNIQUE ', '')}`)
}

/**
 * Opens the file (made when missing) in WAL mode. With `synchronous=NORMAL` a commit has reached the operating system before
 * it is acknowledged: killing the process loses nothing. Only a power cut could take the last commits, and this is a trial world.
 * A second process may use the same file: writers take turns, readers never wait.
 */
export const openDatabase = (file: string): Database => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY')
  const statements = new Map<string, StatementSync>()

  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  const transaction = <T>(begin: string, work: () => T, keep: (result: T) => boolean): T => {
    db.exec(begin)
    try {
      const result = work()
      db.exec(keep(result) ? 'COMMIT' : 'ROLLBACK')
      return result
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  const database: Database = {
    get: <T>(sql: string, ...params: SQLInputValue[]) => prepared(sql).get(...params) as T | undefined,
    all: <T>(sql: string, ...params: SQLInputValue[]) => prepared(sql).all(...params) as T[],
    each: <T>(sql: string, ...params: SQLInputValue[]) => prepared(sql).iterate(...params) as Iterable<T>,
    run: (sql, ...params) => {
      const { lastInsertRowid, changes } = prepared(sql).run(...params)
      return { lastId: Number(lastInsertRowid), changes: Number(changes) }
    },
    exec: (sql) => db.exec(sql),
    write: (work) => transaction('BEGIN IMMEDIATE', work, (result) => result.ok),
    read: (work) => transaction('BEGIN', work, () => true),
    close: () => db.close(),
  }

  database.write(() => {
    const { user_version: version } = database.get<{ user_version: number }>('PRAGMA user_version') ?? { user_version: 0 }
    if (version > SCHEMA_VERSION) {
      throw new Error(`${file} was made by a later version of the list server; start with --reset to make it anew`)
    }
    if (version === 1) loosenIndexes(database)
    db.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`)
    return { ok: true }
  })
  return database
}
