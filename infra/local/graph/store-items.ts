import { randomUUID } from 'node:crypto'
import type { SQLInputValue } from 'node:sqlite'
import { ok, type Result } from '#domain/result.ts'
import type { Database } from './database.ts'
import { etagMismatch, type GraphRefusal, itemNotFound, uniqueViolation } from './errors.ts'
import { ifMatchHolds } from './etag.ts'
import { applyChange, type FieldChange, searchValue } from './fields.ts'
import type { Lag, RecentWrites, Unseen } from './recent-writes.ts'
import { itemsTable, slotColumn } from './store-lists.ts'
import type { Actor, FieldValues, ItemRow, ListColumn, ListRow, StoredInstant } from './types.ts'

export interface StoredItem {
  id: number
  guid: string
  version: number
  change: number
  created: string
  modified: string
  created_by: string
  modified_by: string
  fields: string
}

export const ITEM_COLUMNS = 'id, guid, version, change, created, modified, created_by, modified_by, fields'

export const itemOf = (row: StoredItem): ItemRow => ({
  id: row.id,
  guid: row.guid,
  version: row.version,
  change: row.change,
  created: row.created,
  modified: row.modified,
  createdBy: JSON.parse(row.created_by),
  modifiedBy: JSON.parse(row.modified_by),
  fields: JSON.parse(row.fields),
})

/** Which rows a page is taken from, as SQL of our own making; `index` names the index that must carry the search. */
export interface RowFilter {
  where: string
  params: SQLInputValue[]
  index?: string
  /** What SQL cannot decide, because the column is not indexed. */
  matches?: (fields: FieldValues) => boolean
}

export interface ItemPage {
  items: ItemRow[]
  /** The last item's id, when there is more. */
  next?: number
}

export interface Write {
  by: Actor
  at: StoredInstant
  /** How late others see it; at once when left out. */
  lag?: Lag
}

export interface ItemStore {
  get(list: ListRow, id: number): ItemRow | undefined
  insert(list: ListRow, columns: ListColumn[], rows: FieldValues[], write: Write): Result<ItemRow[], GraphRefusal>
  update(list: ListRow, columns: ListColumn[], id: number, change: FieldChange, write: Write & IfMatch): Result<ItemRow, GraphRefusal>
  remove(list: ListRow, id: number, condition: IfMatch & { lag?: Lag }): Result<undefined, GraphRefusal>
  /** Writes that pages and delta do not see yet. */
  unseen(list: ListRow): Unseen[]
  /** Items with an id above `after`, in order of id: the cost of a page does not grow with what lies before it. */
  page(list: ListRow, request: { after: number; top: number; filter?: RowFilter }): ItemPage
  /** How many rows match, counted no further than `limit`. */
  countUpTo(list: ListRow, limit: number, filter?: RowFilter): number
}

export interface IfMatch {
  ifMatch?: string | undefined
}

export const itemStore = (db: Database, recent: RecentWrites): ItemStore => {
  const get = (list: ListRow, id: number): ItemRow | undefined => {
    const row = db.get<StoredItem>(`SELECT ${ITEM_COLUMNS} FROM ${itemsTable(list)} WHERE id = ?`, id)
    return row && itemOf(row)
  }

  /** Takes the next `count` change numbers; called inside a write transaction, so they are seen in order. */
  const takeChanges = (list: ListRow, count: number): number =>
    (db.get<{ last_change: number }>('UPDATE lists SET last_change = last_change + ? WHERE ref = ? RETURNING last_change', count, list.ref)
      ?.last_change ?? 0) - count

  /**
   * Whether another item holds one of the unique values. Looked up inside the write transaction, so writers of all processes
   * take turns; an item whose insert was asked to race is not seen.
   */
  const isTaken = (list: ListRow, columns: ListColumn[], fields: FieldValues, ownId: number): boolean =>
    columns.some((column) => {
      const value = column.unique ? searchValue(fields[column.name]) : null
      if (value === null) return false
      const holders = db.all<{ id: number }>(`SELECT id FROM ${itemsTable(list)} WHERE ${slotColumn(column)} = ? AND id <> ?`, value, ownId)
      return holders.some((holder) => !recent.isRacing(list, holder.id))
    })

  const inserter = (list: ListRow, columns: ListColumn[], { by, at }: Write): ((fields: FieldValues, change: number) => ItemRow) => {
    const indexed = columns.filter((column) => column.indexed)
    const names = ['guid', 'version', 'change', 'created', 'modified', 'created_by', 'modified_by', 'fields', ...indexed.map(slotColumn)]
    const sql = `INSERT INTO ${itemsTable(list)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    const actor = JSON.stringify(by)
    return (fields, change) => {
      const guid = randomUUID()
      const searched = indexed.map((column) => searchValue(fields[column.name]))
      const { lastId } = db.run(sql, guid, 1, change, at, at, actor, actor, JSON.stringify(fields), ...searched)
      return { id: lastId, guid, version: 1, change, created: at, modified: at, createdBy: by, modifiedBy: by, fields }
    }
  }

  const fromWhere = (list: ListRow, filter: RowFilter | undefined): string =>
    `FROM ${itemsTable(list)}${filter?.index ? ` INDEXED BY ${filter.index}` : ''} WHERE ${filter ? `(${filter.where})` : 'TRUE'}`

  return {
    get,

    insert: (list, columns, rows, write) =>
      db.write((): Result<ItemRow[], GraphRefusal> => {
        const insertOne = inserter(list, columns, write)
        const before = takeChanges(list, rows.length)
        const inserted: ItemRow[] = []
        for (const [index, fields] of rows.entries()) {
          if (isTaken(list, columns, fields, 0)) return uniqueViolation()
          inserted.push(insertOne(fields, before + index + 1))
        }
        if (write.lag) for (const { id, change } of inserted) recent.add(list, { id, change }, write.lag)
        return ok(inserted)
      }),

    update: (list, columns, id, change, { by, at, ifMatch, lag }) =>
      db.write((): Result<ItemRow, GraphRefusal> => {
        const item = get(list, id)
        if (!item) return itemNotFound()
        if (!ifMatchHolds(ifMatch, item)) return etagMismatch()
        const fields = applyChange(item.fields, change)
        if (isTaken(list, columns, fields, id)) return uniqueViolation()
        const next: ItemRow = {
          ...item,
          version: item.version + 1,
          change: takeChanges(list, 1) + 1,
          modified: at,
          modifiedBy: by,
          fields,
        }
        const indexed = columns.filter((column) => column.indexed)
        const sets = ['version', 'change', 'modified', 'modified_by', 'fields', ...indexed.map(slotColumn)].map((name) => `${name} = ?`)
        const searched = indexed.map((column) => searchValue(fields[column.name]))
        const values = [next.version, next.change, at, JSON.stringify(by), JSON.stringify(fields), ...searched]
        db.run(`UPDATE ${itemsTable(list)} SET ${sets.join(', ')} WHERE id = ?`, ...values, id)
        if (lag) recent.add(list, { id, change: next.change, before: item }, { unseenMs: lag.unseenMs ?? 0 })
        return ok(next)
      }),

    remove: (list, id, { ifMatch, lag }) =>
      db.write((): Result<undefined, GraphRefusal> => {
        const item = get(list, id)
        if (!item) return itemNotFound()
        if (!ifMatchHolds(ifMatch, item)) return etagMismatch()
        db.run(`DELETE FROM ${itemsTable(list)} WHERE id = ?`, id)
        const change = takeChanges(list, 1) + 1
        db.run('INSERT INTO tombstones VALUES (?, ?, ?)', list.ref, change, id)
        if (lag) recent.add(list, { id, change, before: item }, { unseenMs: lag.unseenMs ?? 0 })
        return ok(undefined)
      }),

    unseen: (list) => recent.unseen(list),

    page: (list, { after, top, filter }) => {
      const items: ItemRow[] = []
      const sql = `SELECT ${ITEM_COLUMNS} ${fromWhere(list, filter)} AND id > ? ORDER BY id`
      const limited = filter?.matches ? sql : `${sql} LIMIT ${top + 1}`
      for (const row of db.each<StoredItem>(limited, ...(filter?.params ?? []), after)) {
        const item = itemOf(row)
        if (filter?.matches && !filter.matches(item.fields)) continue
        if (items.length === top) return { items, next: items.at(-1)?.id ?? after }
        items.push(item)
      }
      return { items }
    },

    countUpTo: (list, limit, filter) =>
      db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${fromWhere(list, filter)} LIMIT ${limit})`, ...(filter?.params ?? []))
        ?.n ?? 0,
  }
}
