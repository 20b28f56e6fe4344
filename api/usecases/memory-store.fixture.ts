import { type Facts, joinFacts } from '#domain/facts.ts'
import type { Records } from '#domain/model.ts'
import type { Actor, Store, WriteFault } from './ports.ts'

/**
 * Lists kept in memory, for tests of what is decided from them: unique keys and versions as in SharePoint, nothing of its
 * transport. `refuse` answers a write with a fault instead.
 */
export function memoryStore(start: Facts, refuse: (list: string) => WriteFault | null = () => null) {
  let facts = start
  let rows = start.tables
  const versions = new Map<string, number>()
  const versionOf = (list: keyof Facts['tables'], key: string): string | null =>
    rows[list].has(key) ? String(versions.get(`${list}/${key}`) ?? 0) : null
  const put = (list: keyof Facts['tables'], row: { key: string }): void => {
    rows = { ...rows, [list]: new Map<string, unknown>(rows[list]).set(row.key, row) }
    facts = joinFacts(rows)
    versions.set(`${list}/${row.key}`, (versions.get(`${list}/${row.key}`) ?? 0) + 1)
  }
  const write = async (changes: Parameters<Store['write']>[0], actor: Actor): ReturnType<Store['write']> => {
    const written: string[] = []
    for (const change of changes) {
      const { list } = change
      const key = change.op === 'create' ? change.record.key : change.key
      const fault = refuse(list)
      if (fault) return { ok: false, ...fault }
      const standing = versionOf(list, key)
      const taken = change.op === 'create' ? standing !== null : standing !== change.version
      const current = rows[list].get(key) ?? null
      if (taken) return { ok: false, code: change.op === 'create' ? 'alreadyExists' : 'conflict', list, key, current, done: written.length }
      const fields = change.op === 'create' ? { ...change.record, schemaVersion: 1 } : change.set
      const row = { ...current, ...fields, key, actorId: actor.personId, actedAt: actor.now, via: actor.via }
      put(list, row)
      written.push(versionOf(list, key) ?? '')
    }
    return { ok: true, value: { versions: written } }
  }
  const store: Store = {
    snapshot: () => ({ facts, takenAt: '', version: '', versionOf, faults: [] }),
    refresh: async () => true,
    write,
  }
  /** Sets a row as somebody in SharePoint would: no version asked for. */
  const set = <L extends keyof Records>(list: L, row: Records[L]): void => put(list, row)
  return { store, set, tables: () => facts.tables }
}
