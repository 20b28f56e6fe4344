import { openDatabase } from './database.ts'
import { applyChange, parseFields, writableColumns } from './fields.ts'
import { storedInstant } from './ids.ts'
import { recentWrites } from './recent-writes.ts'
import { type ChangePage, changesAfter } from './store-changes.ts'
import { type ItemStore, itemStore } from './store-items.ts'
import { type ListStore, listStore } from './store-lists.ts'
import { type SchemaStore, schemaStore } from './store-schema.ts'
import type { Actor, FieldValues, ItemRow, ListRow, StoredInstant } from './types.ts'

/** Seeded rows come from nobody in the directory. */
const SEEDER: Actor = { application: { id: '00000000-0000-0000-0000-000000000000', displayName: 'Scenario' } }

export interface GraphStore {
  lists: ListStore
  schema: SchemaStore
  items: ItemStore
  changes(list: ListRow, request: { since: number; deletedSince: number; top: number }): { list: ListRow; page: ChangePage }
  /**
   * Puts many items into a list in one transaction, checked like any other write. `at` (default: now) is when they say
   * they were made. Gives the number of rows; throws, and stores none, when a row is refused: it is the seeder's fault.
   */
  bulkInsert(listTitle: string, rows: Record<string, unknown>[], options?: { at?: Date; by?: Actor }): number
  /** Every item of a list, by GUID or title, in order of id. Throws when there is no such list. */
  listItems(listTitle: string): ItemRow[]
  close(): void
}

/** Opens the scenario's file. Several stores, in one process or several, may have the same file open. */
export const openStore = (options: { file: string; now: () => Date; ticks?: () => number }): GraphStore => {
  const db = openDatabase(options.file)
  const lists = listStore(db)
  const items = itemStore(db, recentWrites(options.ticks ?? (() => performance.now())))

  const listNamed = (title: string): ListRow => {
    const list = lists.findList(title)
    if (!list) throw new Error(`there is no list called ${title}`)
    return list
  }

  return {
    lists,
    schema: schemaStore(db, lists),
    items,
    changes: (list, request) =>
      db.read(() => {
        const current = lists.findList(list.id) ?? list
        return { list: current, page: changesAfter(db, current, { ...request, unseen: items.unseen(current) }) }
      }),
    bulkInsert: (listTitle, rows, { at = options.now(), by = SEEDER } = {}) => {
      const list = listNamed(listTitle)
      const columns = lists.columns(list)
      const writable = writableColumns(columns)
      const checked = rows.map((row, index): FieldValues => {
        const parsed = parseFields(row, writable, 'create')
        if (!parsed.ok) throw new Error(`row ${index} of ${listTitle} was refused: ${parsed.message}`)
        return applyChange({}, parsed.value)
      })
      const moment: StoredInstant = storedInstant(at)
      const inserted = items.insert(list, columns, checked, { by, at: moment })
      if (!inserted.ok) throw new Error(`the rows of ${listTitle} were refused: ${inserted.message}`)
      return inserted.value.length
    },
    listItems: (listTitle) => items.page(listNamed(listTitle), { after: 0, top: Number.MAX_SAFE_INTEGER - 1 }).items,
    close: () => db.close(),
  }
}
