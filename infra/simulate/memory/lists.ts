import { emptyTables, type Facts, joinFacts, type Tables } from '#domain/facts.ts'
import type { Change, ListCode, Records } from '#domain/model.ts'
import type { Actor, Store, WriteFault } from '#usecases/ports.ts'
import type { Owner, Turns } from './turns.ts'

interface Row {
  record: Records[ListCode]
  version: number
}
type Rows = { [L in ListCode]: Map<string, Row> }

/** The municipality's lists as SharePoint keeps them: unique keys, a version to each row, nothing across rows. */
export interface MemoryLists {
  rows: Rows
  /** What is there now, for those who judge. */
  facts(): Facts
  /** A row as somebody in SharePoint would set it. */
  set<L extends ListCode>(list: L, record: Records[L]): void
  /** Resource units asked for so far. */
  units(): number
  spend(units: number): void
}

const LISTS = Object.keys(emptyTables()) as ListCode[]

export function createMemoryLists(tables: Tables): MemoryLists {
  let version = 0
  let units = 0
  const rows = Object.fromEntries(
    LISTS.map((list) => [
      list,
      new Map([...(tables[list] as ReadonlyMap<string, Records[ListCode]>)].map(([key, record]) => [key, { record, version: 0 }])),
    ]),
  ) as Rows
  return {
    rows,
    facts: () => joinFacts(tablesOf(rows)),
    set: (list, record) => {
      version += 1
      rows[list].set(record.key, { record, version })
    },
    units: () => units,
    spend: (more) => {
      units += more
    },
  }
}

const tablesOf = (rows: Rows): Tables =>
  Object.fromEntries(LISTS.map((list) => [list, new Map([...rows[list]].map(([key, { record }]) => [key, record]))])) as unknown as Tables

/** What befalls one request: nothing, no answer though it was carried out, or neither. */
export type RequestFault = 'none' | 'unanswered' | 'refused'

interface Instance {
  owner: Owner
  turns: Turns
  /** Milliseconds one request takes, one way. */
  latency: () => number
  fault: () => RequestFault
}

/** What one server knows of the lists, and how it writes to them: api/data/store.ts without its transport. */
export function openMemoryStore(lists: MemoryLists, { owner, turns, latency, fault }: Instance): Store {
  let known: Rows = copyOf(lists.rows)
  let facts: Facts | null = null
  let number = 0

  const learn = (list: ListCode, key: string, row: Row): void => {
    if ((known[list].get(key)?.version ?? -1) >= row.version) return
    known = { ...known, [list]: new Map(known[list]).set(key, row) }
    facts = null
    number += 1
  }

  /** There and back: a process can be killed on either side of what is done. */
  async function request<T>(work: () => T, units: number): Promise<{ answer: T } | null> {
    await turns.wait(owner, latency(), true)
    lists.spend(units)
    const befalls = fault()
    const answer = befalls === 'refused' ? null : { answer: work() }
    await turns.wait(owner, latency())
    return befalls === 'none' ? answer : null
  }

  function carryOut(change: Change, actor: Actor): Row | { code: 'alreadyExists' | 'conflict'; standing: Row | null } {
    const { list } = change
    const key = change.op === 'create' ? change.record.key : change.key
    const standing = lists.rows[list].get(key)
    const stamp = { actorId: actor.personId, actedAt: actor.now, via: actor.via }
    const meant = change.op === 'create' ? { ...change.record, schemaVersion: 1, ...stamp } : { ...change.set, ...stamp }
    if (change.op === 'create' ? standing !== undefined : String(standing?.version) !== change.version) {
      // The same row to the letter is taken for one's own earlier attempt, as the real writer does.
      const isOwn = standing !== undefined && Object.entries(meant).every(([name, value]) => isSame(standing.record, name, value))
      if (isOwn) return standing
      return { code: change.op === 'create' ? 'alreadyExists' : 'conflict', standing: standing ?? null }
    }
    lists.set(list, { ...standing?.record, ...meant, key } as Records[ListCode])
    return lists.rows[list].get(key) as Row
  }

  async function write(changes: readonly Change[], actor: Actor): ReturnType<Store['write']> {
    const versions: string[] = []
    for (const change of changes) {
      const { list } = change
      const key = change.op === 'create' ? change.record.key : change.key
      const answered = await request(() => carryOut(change, actor), 2)
      const done = versions.length
      if (!answered) return { ok: false, code: 'storeUnavailable', done } satisfies { ok: false } & WriteFault
      const { answer } = answered
      if ('code' in answer) {
        if (answer.standing) learn(list, key, answer.standing)
        return { ok: false, code: answer.code, list, key, current: answer.standing?.record ?? null, done }
      }
      learn(list, key, answer)
      versions.push(String(answer.version))
    }
    return { ok: true, value: { versions } }
  }

  return {
    snapshot() {
      facts ??= joinFacts(tablesOf(known))
      const rows = known
      return {
        facts,
        ...{ takenAt: '', version: String(number), faults: [] },
        versionOf: (list, key) => {
          const row = rows[list].get(key)
          return row ? String(row.version) : null
        },
      }
    },
    async refresh() {
      // The lists are read side by side, each at a moment of its own.
      const later = new Set(LISTS.filter((_, n) => (turns.taken() + n) % 3 === 0))
      for (const part of [LISTS.filter((list) => !later.has(list)), [...later]]) {
        const read = await request(() => part.map((list) => [list, new Map(lists.rows[list])] as const), part.length)
        if (!read) return false
        for (const [list, rows] of read.answer) for (const [key, row] of rows) learn(list, key, row)
      }
      return true
    },
    write,
  }
}

const copyOf = (rows: Rows): Rows => Object.fromEntries(LISTS.map((list) => [list, new Map(rows[list])])) as Rows

const isSame = (record: Records[ListCode], name: string, value: unknown): boolean =>
  JSON.stringify((record as unknown as Record<string, unknown>)[name] ?? null) === JSON.stringify(value ?? null)
