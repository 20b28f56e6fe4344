import type { Instant, ListCode, Records } from '#domain/model.ts'
import { ok, type Result } from '#domain/result.ts'
import { ACT_COLUMN, type ActMark, markOf, TAKE_OVER_AFTER_MS } from './acts.ts'
import { decode, encode, encodeChange, type Fields } from './codec.ts'
import type { Graph, GraphFault } from './graph.ts'
import { expandOf, itemsPath, type ListItem, type Row, versionNumber } from './list-reader.ts'
import { LISTS } from './lists.ts'
import type { Site } from './site.ts'

/** What became of one row: it stands (whose version is `item`'s), it was refused for what stands instead, or Graph failed. */
export type Written =
  | { ok: true; item: ListItem }
  | { ok: false; code: 'alreadyExists' | 'conflict'; item: ListItem | null }
  | ({ ok: false } & GraphFault)

/** A row as it is to be written. `mark` is null outside an act of several rows. */
interface Meant {
  list: ListCode
  mark: ActMark | null
  /** When it is done, to tell an act that has been left from one under way. */
  now: Instant
}
export interface NewRow extends Meant {
  record: Records[ListCode]
}
export interface ChangedRow extends Meant {
  /** The row as this process shows it. */
  known: Row<ListCode>
  /** The same row as it stands while an act that is not closed has changed it. */
  waiting: Row<ListCode> | null
  /** The version the decision was made on. */
  version: string
  set: Partial<Records[ListCode]>
}

export interface RowWriter {
  create(row: NewRow): Promise<Written>
  update(row: ChangedRow): Promise<Written>
}

/** How often an update is decided anew when only the version number has moved under it. */
const TOUCHES = 3

/**
 * Writes single rows so that neither a lost answer nor a repeat can double, lose or overwrite anything. `lacking`: columns a
 * list does not have.
 */
export function createRowWriter(graph: Graph, site: Site, lacking: (list: ListCode) => readonly string[]): RowWriter {
  const listPath = (list: ListCode) => itemsPath(site.id, site.lists[list] ?? '')
  const readOne = (list: ListCode, itemId: string) => graph.get<ListItem>(`${listPath(list)}/${itemId}?${expandOf(list, lacking(list))}`)

  async function itemByKey(list: ListCode, key: string): Promise<Result<ListItem | null, GraphFault>> {
    const filter = encodeURIComponent(`fields/key eq '${key.replaceAll("'", "''")}'`)
    const found = await graph.get<{ value: ListItem[] }>(`${listPath(list)}?${expandOf(list, lacking(list))}&$filter=${filter}&$top=1`)
    return found.ok ? ok(found.value.value[0] ?? null) : found
  }

  /** The cell of the act. An update that is no part of one empties it. */
  const actCell = (list: ListCode, mark: ActMark | null, empty: Fields): Fields =>
    lacking(list).includes(ACT_COLUMN.column) ? {} : mark ? { [ACT_COLUMN.column]: JSON.stringify(mark) } : empty

  /** Whether a row was left by an act nobody is carrying out any more: its closing row is not there, and long since nothing has touched it. */
  async function abandoned({ fields, lastModifiedDateTime }: ListItem, now: Instant): Promise<Result<boolean, GraphFault>> {
    const mark = markOf(fields?.[ACT_COLUMN.column])
    if (mark?.closing === undefined) return ok(false)
    if (!(Date.parse(now) - Date.parse(lastModifiedDateTime ?? '') > TAKE_OVER_AFTER_MS)) return ok(false)
    const closing = await itemByKey('log', mark.closing)
    return closing.ok ? ok(idOf(closing.value) !== mark.id) : closing
  }

  async function create({ list, record, mark, now }: NewRow): Promise<Written> {
    const fields = { ...encode(list, record), ...actCell(list, mark, {}) }
    const posted = await graph.post<ListItem>(listPath(list), { fields }, { keyed: true })
    // What we sent is what stands: the answer to a POST is known to carry shifted dates (gd#13168).
    if (posted.ok) return { ok: true, item: { ...posted.value, fields } }
    if (posted.code !== 'uniqueViolation') return posted
    const existing = await itemByKey(list, record.key)
    if (!existing.ok) return existing
    // The same row to the letter, or of the same act, is our own earlier attempt: it stands.
    if (existing.value && (sameFields(existing.value.fields ?? {}, fields) || isOf(mark, existing.value)))
      return { ok: true, item: existing.value }
    const refused = { ok: false as const, code: 'alreadyExists' as const, item: existing.value }
    if (!existing.value) return refused
    const left = await abandoned(existing.value, now)
    if (!left.ok) return left
    return left.value ? takeOver(list, existing.value, fields) : refused
  }

  /** A new row that never counted is written over whole: what it does not say any more is emptied. */
  async function takeOver(list: ListCode, item: ListItem, fields: Fields): Promise<Written> {
    const empty = Object.fromEntries(Object.keys(item.fields ?? {}).flatMap((name) => (isOurs(list, name) ? [[name, null]] : [])))
    const patched = await graph.patch<Fields>(
      `${listPath(list)}/${item.id}/fields`,
      { ...empty, ...actCell(list, null, { [ACT_COLUMN.column]: null }), ...fields },
      etagOf(item),
    )
    if (!patched.ok) return patched.code === 'preconditionFailed' ? { ok: false, code: 'alreadyExists', item } : patched
    return {
      ok: true,
      item: standsAfter(item.id, fields, patched.value, etagOf(item)) ?? { id: item.id, '@odata.etag': etagOf(item), fields },
    }
  }

  async function update({ list, known, waiting, version, set, mark, now }: ChangedRow): Promise<Written> {
    let undone: Fields = {}
    if (waiting?.mark && waiting.mark.id !== mark?.id) {
      const item = await readOne(list, known.itemId)
      const left = item.ok ? await abandoned(item.value, now) : item
      if (!left.ok) return left
      if (!left.value) return { ok: false, code: 'conflict', item: item.ok ? item.value : null }
      undone = waiting.mark.before ?? {}
    }
    const change = encodeChange(list, set)
    const before = encodeChange(list, Object.fromEntries(Object.keys(set).map((field) => [field, known.record[field as 'key']])))
    const fields = {
      ...undone,
      ...change,
      ...actCell(list, mark && { ...mark, before: { ...undone, ...before } }, { [ACT_COLUMN.column]: null }),
    }
    // What the row said in the version decided on; only this process's own picture can tell.
    const base = known.etag === version ? encode(list, known.record) : null
    let etag = version
    for (let touch = 0; ; touch += 1) {
      const patched = await graph.patch<Fields>(`${listPath(list)}/${known.itemId}/fields`, fields, etag)
      if (patched.ok) {
        const after = base && standsAfter(known.itemId, { ...base, ...fields }, patched.value, etag)
        if (after) return { ok: true, item: after }
      } else if (patched.code !== 'preconditionFailed') {
        return patched.code === 'notFound' ? { ok: false, code: 'conflict', item: null } : patched
      }
      const current = await readOne(list, known.itemId)
      if (!current.ok) {
        if (current.code === 'notFound') return { ok: false, code: 'conflict', item: null }
        // It was written; only its new version is not known until the next refresh.
        return patched.ok && base ? { ok: true, item: { id: known.itemId, '@odata.etag': etag, fields: { ...base, ...fields } } } : current
      }
      const item = current.value
      if (patched.ok || sameFields(item.fields ?? {}, fields) || isOf(mark, item)) return { ok: true, item }
      // An attachment or a check-in raises the version and changes no field (controls-react#2051): nothing newer to show.
      const untouched = base !== null && touch < TOUCHES && sameRecord(list, item.fields ?? {}, base)
      if (!untouched) return { ok: false, code: 'conflict', item }
      etag = etagOf(item)
    }
  }

  return { create, update }
}

/** If-Match held, so the row is what it was with our fields on top; its version is in the answer, if the answer is sane. */
function standsAfter(itemId: string, fields: Fields, answer: Fields | undefined, before: string): ListItem | null {
  const etag = answer?.['@odata.etag']
  if (typeof etag !== 'string' || versionNumber(etag) <= versionNumber(before)) return null
  return { id: itemId, '@odata.etag': etag, fields }
}

export const etagOf = (item: ListItem): string => item['@odata.etag'] ?? item.eTag ?? ''

const idOf = (item: ListItem | null): string | null => markOf(item?.fields?.[ACT_COLUMN.column])?.id ?? null
const isOf = (mark: ActMark | null, item: ListItem): boolean => mark !== null && idOf(item) === mark.id
const isOurs = (list: ListCode, name: string): boolean => Object.values(LISTS[list].columns).some(({ column }) => column === name)

/** SharePoint may give a line break of long text back as CRLF. */
const plain = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : (value ?? null))

/** Whether every field we meant to write stands there with that value; a null we wrote is an absent column. */
export function sameFields(stored: Fields, meant: Fields): boolean {
  return Object.entries(meant).every(([column, value]) => plain(stored[column]) === plain(value))
}

/** Whether a row says the same as `base`, whatever its version. */
function sameRecord(list: ListCode, stored: Fields, base: Fields): boolean {
  const read = decode(list, stored, { modifiedAt: '', modifiedById: null })
  if (!read.ok) return false
  const now = encode(list, read.value)
  const columns = new Set([...Object.keys(now), ...Object.keys(base)])
  return [...columns].every((column) => plain(now[column]) === plain(base[column]))
}
