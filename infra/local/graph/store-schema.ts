import { ok, type Result } from '#domain/result.ts'
import type { Database } from './database.ts'
import { type GraphRefusal, nameAlreadyExists, uniqueViolation } from './errors.ts'
import { searchValue } from './fields.ts'
import { itemsTable, type ListStore, slotColumn, slotIndex } from './store-lists.ts'
import type { FieldValues, ListColumn, ListRow, StoredInstant } from './types.ts'

/** Changes to lists and columns that are there already, as a site owner or a migration makes them. */
export interface SchemaStore {
  /** Gives the list another title or description; its GUID stays. */
  changeList(list: ListRow, change: { title?: string; description?: string }, at: StoredInstant): Result<ListRow, GraphRefusal>
  /** The list, its items and its columns are gone. */
  deleteList(list: ListRow): void
  /** Puts a column in the place of the one with its id; an index that is new is filled, one that is no longer wanted is dropped. */
  changeColumn(list: ListRow, column: ListColumn, at: StoredInstant): Result<ListColumn, GraphRefusal>
  /** The column and what stood in it are gone; the items' versions stay. */
  deleteColumn(list: ListRow, column: ListColumn, at: StoredInstant): void
}

const done = ok(undefined)

export const schemaStore = (db: Database, lists: Pick<ListStore, 'findList' | 'columns'>): SchemaStore => {
  const touch = (list: ListRow, at: StoredInstant): void => {
    db.run('UPDATE lists SET version = version + 1, modified = ? WHERE ref = ?', at, list.ref)
  }

  const hasSlot = (list: ListRow, column: ListColumn): boolean =>
    db.all<{ name: string }>(`PRAGMA table_info(${itemsTable(list)})`).some(({ name }) => name === slotColumn(column))

  const hasTwins = (list: ListRow, column: ListColumn): boolean =>
    db.get(
      `SELECT 1 FROM ${itemsTable(list)} WHERE ${slotColumn(column)} IS NOT NULL GROUP BY ${slotColumn(column)} HAVING count(*) > 1`,
    ) !== undefined

  const fillIndex = (list: ListRow, column: ListColumn): void => {
    const [table, slot] = [itemsTable(list), slotColumn(column)]
    if (!hasSlot(list, column)) db.exec(`ALTER TABLE ${table} ADD COLUMN ${slot}`)
    for (const { id, fields } of db.all<{ id: number; fields: string }>(`SELECT id, fields FROM ${table}`)) {
      const values: FieldValues = JSON.parse(fields)
      db.run(`UPDATE ${table} SET ${slot} = ? WHERE id = ?`, searchValue(values[column.name]), id)
    }
    db.exec(`CREATE INDEX ${slotIndex(list, column)} ON ${table}(${slot})`)
  }

  return {
    changeList: (list, { title = list.title, description = list.description }, at) =>
      db.write((): Result<ListRow, GraphRefusal> => {
        const holder = lists.findList(title)
        if (holder && holder.id !== list.id) return nameAlreadyExists(`A list named '${title}' already exists.`)
        db.run(
          'UPDATE lists SET title = ?, folded_title = ?, description = ? WHERE ref = ?',
          title,
          title.toLowerCase(),
          description,
          list.ref,
        )
        touch(list, at)
        return ok(lists.findList(list.id) ?? list)
      }),

    deleteList: (list) => {
      db.write(() => {
        db.run('DELETE FROM columns WHERE list_ref = ?', list.ref)
        db.run('DELETE FROM tombstones WHERE list_ref = ?', list.ref)
        db.run('DELETE FROM lists WHERE ref = ?', list.ref)
        db.exec(`DROP TABLE ${itemsTable(list)}`)
        return done
      })
    },

    changeColumn: (list, column, at) =>
      db.write((): Result<ListColumn, GraphRefusal> => {
        const former = lists.columns(list).find((one) => one.id === column.id)
        if (column.indexed && !former?.indexed) fillIndex(list, column)
        if (!column.indexed && former?.indexed) db.exec(`DROP INDEX ${slotIndex(list, column)}`)
        if (column.unique && !former?.unique && hasTwins(list, column)) return uniqueViolation()
        db.run('UPDATE columns SET definition = ? WHERE list_ref = ? AND slot = ?', JSON.stringify(column), list.ref, column.slot)
        touch(list, at)
        return ok(column)
      }),

    deleteColumn: (list, column, at) => {
      db.write(() => {
        db.exec(`DROP INDEX IF EXISTS ${slotIndex(list, column)}`)
        if (hasSlot(list, column)) db.exec(`ALTER TABLE ${itemsTable(list)} DROP COLUMN ${slotColumn(column)}`)
        db.run(`UPDATE ${itemsTable(list)} SET fields = json_remove(fields, ?)`, `$."${column.name}"`)
        db.run('DELETE FROM columns WHERE list_ref = ? AND slot = ?', list.ref, column.slot)
        touch(list, at)
        return done
      })
    },
  }
}
