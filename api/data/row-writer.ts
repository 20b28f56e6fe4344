import type { ListCode, Records } from '#domain/model.ts'
import { ok, type Result } from '#domain/result.ts'
import { decode, encode, encodeChange, type Fields } from './codec.ts'
import type { Graph, GraphFault } from './graph.ts'
import { expandOf, itemsPath, type ListItem, type Row, versionNumber } from './list-reader.ts'
import type { Site } from './site.ts'

/** What became of one row: it stands (whose version is `item`'s), it was refused for what stands instead, or Graph failed. */
export type Written =
  | { ok: true; item: ListItem }
  | { ok: false; code: 'alreadyExists' | 'conflict'; item: ListItem | null }
  | ({ ok: false } & GraphFault)

export interface RowWriter {
  create(list: ListCode, record: Records[ListCode]): Promise<Written>
  /** `known` is the row as this process holds it; `version` the one the decision was made on. */
  update(list: ListCode, known: Row<ListCode>, version: string, set: Partial<Records[ListCode]>): Promise<Written>
}

/** How often an update is decided anew when only the version number has moved under it. */
const TOUCHES = 3

/** Writes single rows so that neither a lost answer nor a repeat can double, lose or overwrite anything. */
export function createRowWriter(graph: Graph, site: Site): RowWriter {
  const listPath = (list: ListCode) => itemsPath(site.id, site.lists[list] ?? '')
  const readOne = (list: ListCode, itemId: string) => graph.get<ListItem>(`${listPath(list)}/${itemId}?${expandOf(list)}`)

  async function itemByKey(list: ListCode, key: string): Promise<Result<ListItem | null, GraphFault>> {
    const filter = encodeURIComponent(`fields/key eq '${key.replaceAll("'", "''")}'`)
    const found = await graph.get<{ value: ListItem[] }>(`${listPath(list)}?${expandOf(list)}&$filter=${filter}&$top=1`)
    return found.ok ? ok(found.value.value[0] ?? null) : found
  }

  async function create(list: ListCode, record: Records[ListCode]): Promise<Written> {
    const fields = encode(list, record)
    const posted = await graph.post<ListItem>(listPath(list), { fields }, { keyed: true })
    // What we sent is what stands: the answer to a POST is known to carry shifted dates (gd#13168).
    if (posted.ok) return { ok: true, item: { ...posted.value, fields } }
    if (posted.code !== 'uniqueViolation') return posted
    const existing = await itemByKey(list, record.key)
    if (!existing.ok) return existing
    // The same row to the letter is our own earlier attempt whose answer was lost: it stands.
    if (existing.value && sameFields(existing.value.fields ?? {}, fields)) return { ok: true, item: existing.value }
    return { ok: false, code: 'alreadyExists', item: existing.value }
  }

  async function update(list: ListCode, known: Row<ListCode>, version: string, set: Partial<Records[ListCode]>): Promise<Written> {
    const fields = encodeChange(list, set)
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
      if (patched.ok || sameFields(item.fields ?? {}, fields)) return { ok: true, item }
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
