import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { markOf } from '#data/acts.ts'
import { createGraph, type Transport } from '#data/graph.ts'
import { LISTS } from '#data/lists.ts'
import { openSite } from '#data/site.ts'
import { type GraphStore, openStore } from '#data/store.ts'
import type { Change, Measurement } from '#domain/model.ts'
import type { WriteFault } from '#usecases/ports.ts'
import { type GraphServer, startGraphServer } from '../local/graph/server.ts'
import { localTransport } from '../local/graph/transport.ts'
import type { SiteSpec } from '../local/graph/types.ts'
import { createIdentity, LOCAL_API_CLIENT_ID, LOCAL_APP_ID, LOCAL_TENANT_ID } from '../local/identity/identity.ts'
import { type Judgement, judge, type Tried, tornActs } from './fault-judge.ts'
import { provision } from './provision.ts'
import { keepHistory } from './row-history.ts'

const SITE: SiteSpec = { hostname: 'eksempel.sharepoint.com', path: '/sites/prosjektpuls', displayName: 'Prosjektpuls' }
const NOW = new Date('2026-05-18T07:00:00.000Z')
/** Few keys, so that the writers meet. */
const KEYS = 60
const STORES = 2

/** What may befall the next matching request. One of these is set before most writes. */
const FAULTS: readonly unknown[] = [
  { throttle: { count: 1, retryAfter: 1 } },
  { throttle: { count: 2 } },
  { status: { code: 503, count: 1 } },
  { status: { code: 503, count: 30 }, match: 'POST|PATCH' },
  { status: { code: 504, count: 1 } },
  { status: { code: 504, count: 1, afterCommit: true }, match: 'POST' },
  { status: { code: 504, count: 1, afterCommit: true }, match: 'PATCH' },
  { status: { code: 504, count: 2, afterCommit: true }, match: 'PATCH' },
  { status: { code: 504, count: 30, afterCommit: true }, match: 'POST|PATCH' },
  { status: { code: 412, count: 1 } },
  { status: { code: 502, count: 1, afterCommit: true } },
  { status: { code: 401, count: 1 } },
  { status: { code: 410, count: 1 } },
  { cut: { count: 1 } },
  { cut: { count: 1, afterCommit: true }, match: 'POST' },
  { cut: { count: 1, afterCommit: true }, match: 'PATCH' },
  [
    { cut: { count: 1, afterCommit: true }, match: 'PATCH' },
    { status: { code: 503, count: 6 }, match: 'GET' },
  ],
  { status: { code: 503, count: 8 }, match: 'delta' },
]

export interface FaultRun extends Judgement {
  operations: number
  requests: number
  answers: Record<string, number>
}

/** A small generator of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Random creates, updates, repeats and hand edits through the real Graph client, by two stores at once, under throttling,
 * failures, lost answers, collisions and cut connections; then what really was committed is held against what was answered.
 * The choices are the same for the same seed; how the two writers interleave is up to the machine.
 */
export async function runFaults({ seed, operations }: { seed: number; operations: number }): Promise<FaultRun> {
  const folder = mkdtempSync(join(tmpdir(), 'puls-faults-'))
  const file = join(folder, 'lists.sqlite')
  const identity = createIdentity({
    tenantId: LOCAL_TENANT_ID,
    apiClientId: LOCAL_API_CLIENT_ID,
    appId: LOCAL_APP_ID,
    now: () => new Date(),
  })
  const server = await startGraphServer({ file, port: 0, now: () => NOW, verify: identity.verifyGraphToken, site: SITE, users: [] })
  try {
    return await run(server, file, identity, randomFrom(seed), operations)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function run(
  server: GraphServer,
  file: string,
  identity: ReturnType<typeof createIdentity>,
  random: () => number,
  operations: number,
): Promise<FaultRun> {
  server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['write'] })
  const siteUrl = `https://${SITE.hostname}${SITE.path}`
  const graphAs = async (kind: 'app' | 'admin') => {
    const token = await identity.issueGraphToken({ kind })
    // Entra too is away now and then.
    const tokens = { token: async () => (kind === 'app' && random() < 0.002 ? Promise.reject(new Error('no token')) : token) }
    return createGraph({ tokens, transport: localTransport(server.url) as Transport, sleep: async () => undefined })
  }
  const made = await provision({ graph: await graphAs('admin'), siteUrl })
  if (!made.ok) throw new Error(`provision: ${made.code}`)

  const open = async (): Promise<GraphStore> => {
    const graph = await graphAs('app')
    const site = await openSite(graph, siteUrl)
    if (!site.ok) throw new Error(`site: ${site.code}`)
    const store = await openStore({ graph, site: site.value, now: () => NOW.toISOString() })
    if (!store.ok) throw new Error(`store: ${store.code}`)
    return store.value
  }
  const list = server.store.lists.findList(LISTS.measurements.display)
  if (!list) throw new Error('no list')
  const history = keepHistory(file, list.id)
  const stores = await Promise.all(Array.from({ length: STORES }, open))
  const tried: Tried[] = []
  const ofTwoRows = new Set<string>()
  const torn: string[] = []
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

  const handEdit = (mark: string): void => {
    const rows = server.store.listItems(LISTS.measurements.display)
    const row = rows.length > 0 ? pick(rows) : undefined
    if (!row) return
    const by = { user: { id: 'owner', displayName: 'Eier' } }
    // A third of the edits change nothing but the version, as an attachment does.
    const set = random() < 0.33 ? { value: row.fields.value ?? 0 } : { value: Number(row.fields.value ?? 0) + 1, comment: mark }
    server.store.items.update(list, server.store.lists.columns(list), row.id, { set, clear: [] } as never, {
      by,
      at: '2026-05-18T07:00:00Z' as never,
    })
  }

  async function operation(store: GraphStore, mark: string): Promise<void> {
    // A quarter are new, and both writers may hit upon the same new one.
    const key = random() < 0.25 ? `m:new-${Math.floor(tried.length / 4)}` : `m:${Math.floor(random() * KEYS)}`
    const known = store.snapshot().facts.tables.measurements.get(key)
    const version = store.snapshot().versionOf('measurements', key)
    const actor = { personId: 'writer', via: random() < 0.2 ? ('system' as const) : ('tab' as const), now: NOW.toISOString() }
    const change = changeOf(key, mark, known, version)
    const withLog = random() < 0.15
    const log: Change = {
      op: 'create',
      list: 'log',
      record: { key: `log:${mark}`, what: 'test', refKey: key, before: null, after: null, why: null },
    }
    const changes = withLog ? [change, log] : [change]
    if (withLog) ofTwoRows.add(mark)
    const result = await store.write(changes, actor)
    const entry: Tried = { mark, key, op: change.op, base: known ? marksOf(known) : null, withLog, result }
    tried.push(entry)
    // A person presses again after an answer that said «try again».
    if (!result.ok && result.code === 'storeUnavailable' && random() < 0.5) entry.repeated = await store.write(changes, actor)
    if (result.ok && random() < 0.05) entry.repeated = await store.write(changes, actor)
  }

  for (let n = 0; n < operations; n += STORES) {
    server.setFaults(random() < 0.6 ? pick(FAULTS) : {})
    const work: Promise<unknown>[] = stores.map((store, at) => operation(store, `op-${n + at}`))
    if (random() < 0.3) work.push(pick(stores).refresh())
    if (random() < 0.1) handEdit(`hand-${n}`)
    await Promise.all(work)
    for (const [at, store] of stores.entries()) torn.push(...tornActs(store, ofTwoRows).map((mark) => `store ${at} shows half of ${mark}`))
    if (random() < 0.004) {
      server.setFaults({})
      stores[Math.floor(random() * STORES)] = await open()
    }
  }
  server.setFaults({})
  for (const store of stores) if (!(await store.refresh())) throw new Error('the last refresh failed')
  const answers: Record<string, number> = {}
  for (const { result } of tried) {
    const code = result.ok ? 'ok' : (result satisfies WriteFault).code
    answers[code] = (answers[code] ?? 0) + 1
  }
  const logs = new Map(
    server.store.listItems(LISTS.log.display).map(({ fields }) => [String(fields.key), markOf(fields.act)?.id ?? null] as const),
  )
  const rows = server.store.listItems(LISTS.measurements.display)
  const judgement = judge({ tried, versions: history.versions(), rows, logs, stores, torn })
  history.close()
  return { operations, requests: server.requests().length, answers, ...judgement }
}

const marksOf = (row: Measurement) => ({ comment: row.comment, value: row.value })

function changeOf(key: string, mark: string, known: Measurement | undefined, version: string | null): Change {
  if (!known || version === null) {
    const record = { key, indicatorKey: 'i', projectKey: 'p', periodKey: '2026-04-30', asOf: '2026-04-30', reason: null, correctsKey: null }
    return { op: 'create', list: 'measurements', record: { ...record, value: 1, comment: mark } }
  }
  return { op: 'update', list: 'measurements', key, set: { value: (known.value ?? 0) + 1, comment: mark }, version }
}
