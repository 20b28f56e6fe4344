import { randomUUID } from 'node:crypto'
import { ok, type Result } from '#domain/result.ts'
import type { Database } from './database.ts'
import { type GraphRefusal, invalidRequest, nameAlreadyExists } from './errors.ts'
import type { Actor, Column, Grant, ListColumn, ListRow, SiteRole, StoredInstant } from './types.ts'

/** SharePoint's limit of indexes in one list. */
const MAX_INDEXES = 20

interface StoredList {
  ref: number
  id: string
  title: string
  description: string
  version: number
  created: string
  modified: string
  created_by: string
  last_change: number
}

const listOf = (row: StoredList): ListRow => ({
  ref: row.ref,
  id: row.id,
  title: row.title,
  description: row.description,
  version: row.version,
  created: row.created,
  modified: row.modified,
  createdBy: JSON.parse(row.created_by),
  lastChange: row.last_change,
})

export interface NewList {
  title: string
  description: string
  columns: Column[]
}

export interface ListStore {
  lists(): ListRow[]
  /** By GUID or by title, as Graph takes either. */
  findList(idOrTitle: string): ListRow | undefined
  columns(list: ListRow): ListColumn[]
  createList(list: NewList, by: Actor, at: StoredInstant): Result<ListRow, GraphRefusal>
  addColumn(list: ListRow, column: Column, at: StoredInstant): Result<ListColumn, GraphRefusal>
  grants(): Grant[]
  grant(grant: Grant): void
}

/** The table of a list's items; an indexed column has a slot there, holding the value it is searched by. */
export const itemsTable = (list: ListRow): string => `items_${list.ref}`
export const slotColumn = (column: ListColumn): string => `slot_${column.slot}`
export const slotIndex = (list: ListRow, column: ListColumn): string => `${itemsTable(list)}_${slotColumn(column)}`

/** Lists, columns and what applications have been granted. */
export const listStore = (db: Database): ListStore => {
  /** Columns change rarely, and then the list's version with them. */
  const known = new Map<string, { version: number; columns: ListColumn[] }>()

  const storedColumns = (list: ListRow): ListColumn[] =>
    db
      .all<{ definition: string }>('SELECT definition FROM columns WHERE list_ref = ? ORDER BY slot', list.ref)
      .map((row): ListColumn => JSON.parse(row.definition))

  const columns = (list: ListRow): ListColumn[] => {
    const cached = known.get(list.id)
    if (cached?.version === list.version) return cached.columns
    const fresh = storedColumns(list)
    known.set(list.id, { version: list.version, columns: fresh })
    return fresh
  }

  const insertColumn = (list: ListRow, column: Column, existing: ListColumn[]): Result<ListColumn, GraphRefusal> => {
    const folded = column.name.toLowerCase()
    if (existing.some((other) => other.name.toLowerCase() === folded)) {
      return nameAlreadyExists(`A column named '${column.name}' already exists.`)
    }
    if (column.indexed && existing.filter((other) => other.indexed).length >= MAX_INDEXES) {
      return invalidRequest(`A list has at most ${MAX_INDEXES} indexes.`)
    }
    const placed: ListColumn = { ...column, slot: Math.max(0, ...existing.map((other) => other.slot)) + 1 }
    db.run('INSERT INTO columns VALUES (?, ?, ?, ?)', list.ref, placed.slot, folded, JSON.stringify(placed))
    if (placed.indexed) {
      const [table, slot] = [itemsTable(list), slotColumn(placed)]
      db.exec(`ALTER TABLE ${table} ADD COLUMN ${slot}`)
      // Unique values are looked up inside each write: an index that refuses them could never let a race through.
      db.exec(`CREATE INDEX ${slotIndex(list, placed)} ON ${table}(${slot})`)
    }
    return ok(placed)
  }

  const insertList = ({ title, description }: NewList, by: Actor, at: StoredInstant): ListRow => {
    const row = { id: randomUUID(), version: 1 }
    const { lastId } = db.run(
      'INSERT INTO lists (id, title, folded_title, description, version, created, modified, created_by, last_change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)',
      row.id,
      title,
      title.toLowerCase(),
      description,
      row.version,
      at,
      at,
      JSON.stringify(by),
    )
    db.exec(`CREATE TABLE items_${lastId} (
      id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL, version INTEGER NOT NULL, change INTEGER NOT NULL UNIQUE,
      created TEXT NOT NULL, modified TEXT NOT NULL, created_by TEXT NOT NULL, modified_by TEXT NOT NULL, fields TEXT NOT NULL
    )`)
    return { ref: lastId, ...row, title, description, created: at, modified: at, createdBy: by, lastChange: 0 }
  }

  const findList = (idOrTitle: string): ListRow | undefined => {
    const folded = idOrTitle.toLowerCase()
    const row = db.get<StoredList>('SELECT * FROM lists WHERE id = ? OR folded_title = ?', folded, folded)
    return row && listOf(row)
  }

  return {
    lists: () => db.all<StoredList>('SELECT * FROM lists ORDER BY ref').map(listOf),
    findList,
    columns,
    createList: (list, by, at) =>
      db.write((): Result<ListRow, GraphRefusal> => {
        if (findList(list.title)) return nameAlreadyExists(`A list named '${list.title}' already exists.`)
        const row = insertList(list, by, at)
        const placed: ListColumn[] = []
        for (const column of list.columns) {
          const added = insertColumn(row, column, placed)
          if (!added.ok) return added
          placed.push(added.value)
        }
        return ok(row)
      }),
    addColumn: (list, column, at) =>
      db.write((): Result<ListColumn, GraphRefusal> => {
        db.run('UPDATE lists SET version = version + 1, modified = ? WHERE ref = ?', at, list.ref)
        return insertColumn(list, column, storedColumns(list))
      }),
    grants: () =>
      db
        .all<{ app_id: string; display_name: string; roles: string }>('SELECT * FROM grants ORDER BY app_id')
        .map((row) => ({ appId: row.app_id, displayName: row.display_name, roles: JSON.parse(row.roles) as SiteRole[] })),
    grant: ({ appId, displayName, roles }) => {
      db.run(
        'INSERT INTO grants VALUES (?, ?, ?) ON CONFLICT (app_id) DO UPDATE SET display_name = excluded.display_name, roles = excluded.roles',
        appId.toLowerCase(),
        displayName,
        JSON.stringify(roles),
      )
    },
  }
}
