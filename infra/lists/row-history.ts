import { DatabaseSync } from 'node:sqlite'

/** One version of one row, as the list server committed it. */
export interface Committed {
  itemId: string
  version: number
  fields: Record<string, unknown>
}

export interface RowHistory {
  /** All versions of a list's rows, in the order they were committed. */
  versions(): Committed[]
  close(): void
}

/** Lets the list server's own file keep every version of every row from now on, so that a test can tell what was really done. */
export function keepHistory(file: string, listId: string): RowHistory {
  const db = new DatabaseSync(file, { timeout: 5000 })
  const found = db.prepare('SELECT ref FROM lists WHERE id = ?').get(listId) as { ref: number } | undefined
  if (!found) throw new Error('there is no such list')
  const table = `items_${found.ref}`
  const history = `history_${found.ref}`
  db.exec(`CREATE TABLE ${history} (n INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER, version INTEGER, fields TEXT);
    CREATE TRIGGER ${history}_insert AFTER INSERT ON ${table}
      BEGIN INSERT INTO ${history} (id, version, fields) VALUES (NEW.id, NEW.version, NEW.fields); END;
    CREATE TRIGGER ${history}_update AFTER UPDATE OF fields ON ${table}
      BEGIN INSERT INTO ${history} (id, version, fields) VALUES (NEW.id, NEW.version, NEW.fields); END;`)
  return {
    versions: () =>
      (db.prepare(`SELECT id, version, fields FROM ${history} ORDER BY n`).all() as { id: number; version: number; fields: string }[]).map(
        ({ id, version, fields }) => ({ itemId: String(id), version, fields: JSON.parse(fields) }),
      ),
    close: () => db.close(),
  }
}
