import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change, Measurement } from '#domain/model.ts'
import type { Store } from '#usecases/ports.ts'
import { columnDefinition, provision } from '../../infra/lists/provision.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../../infra/local/graph/test-world.ts'
import { ACT_COLUMN } from './acts.ts'
import { createGraph, type Graph, type Transport } from './graph.ts'
import { LIST_CODES, LISTS } from './lists.ts'
import { openSite, type Site } from './site.ts'
import { openStore } from './store.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
const NOW = '2026-05-18T07:00:00.000Z'
const KARI = { personId: '11111111-2222-4333-8444-555555555555', via: 'tab' as const, now: NOW }

let world: TestWorld
let app: Graph
let admin: Graph
let site: Site

const graphAs = (kind: 'app' | 'admin'): Graph =>
  createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind }) },
    transport: ((url, init) => world.transport(url, init)) as Transport,
    sleep: async () => undefined,
  })

const open = async (): Promise<Store> => {
  const store = await openStore({ graph: app, site, now: () => NOW })
  if (!store.ok) throw new Error(`store: ${store.code} ${store.detail}`)
  return store.value
}

const measurement = (key: string, value: number | null = 14.5): Change => ({
  op: 'create',
  list: 'measurements',
  record: {
    key,
    indicatorKey: 'svartid',
    projectKey: 'skjema',
    periodKey: '2026-04-30',
    asOf: '2026-04-30',
    value,
    reason: value === null ? 'Byttet fagsystem' : null,
    comment: null,
    correctsKey: null,
  },
})

beforeAll(async () => {
  world = await openTestWorld()
  app = graphAs('app')
  admin = graphAs('admin')
  const made = await provision({ graph: admin, siteUrl: SITE_URL })
  if (!made.ok) throw new Error(`provision: ${made.code} ${made.detail}`)
  const found = await openSite(app, SITE_URL)
  if (!found.ok) throw new Error(`site: ${found.code}`)
  site = found.value
})
afterAll(() => world.close())

describe('provisioning', () => {
  it('makes every list once and changes nothing the second time', async () => {
    expect(Object.keys(site.lists)).toHaveLength(LIST_CODES.length)
    const again = await provision({ graph: admin, siteUrl: SITE_URL })
    expect(again).toMatchObject({ ok: true, value: { createdLists: [], createdColumns: [], differing: [] } })
  })

  it('is refused to the app itself, which may only write items', async () => {
    const listId = site.lists.leases ?? ''
    const refused = await app.post(`/sites/${site.id}/lists/${listId}/columns`, { name: 'extra', text: {} })
    expect(refused).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('gives every column a name SharePoint keeps as it is', () => {
    for (const list of LIST_CODES) {
      for (const column of Object.values(LISTS[list].columns)) expect(column.column).toMatch(/^[A-Za-z][A-Za-z0-9]{0,31}$/)
    }
  })
})

describe('the store', () => {
  it('keeps what was written, for itself at once and for one that opens later', async () => {
    const store = await open()
    const written = await store.write([measurement('svartid:2026-04-30:1')], KARI)
    expect(written.ok).toBe(true)
    const here = store.snapshot().facts.tables.measurements.get('svartid:2026-04-30:1')
    expect(here).toMatchObject({ value: 14.5, actorId: KARI.personId, via: 'tab', actedAt: NOW, reason: null })
    const later = await open()
    expect(later.snapshot().facts.tables.measurements.get('svartid:2026-04-30:1')).toEqual(here)
  })

  it('keeps zero and what could not be measured apart', async () => {
    const store = await open()
    await store.write([measurement('svartid:zero:1', 0), measurement('svartid:gap:1', null)], KARI)
    const { measurements } = (await open()).snapshot().facts.tables
    expect(measurements.get('svartid:zero:1')?.value).toBe(0)
    expect(measurements.get('svartid:gap:1')?.value).toBeNull()
  })

  it('lets the second of two equal keys collide and shows what stands', async () => {
    const [one, two] = [await open(), await open()]
    expect((await one.write([measurement('svartid:race:1', 12)], KARI)).ok).toBe(true)
    const second = await two.write([measurement('svartid:race:1', 13)], { ...KARI, now: '2026-05-18T07:00:01.000Z' })
    expect(second).toMatchObject({ ok: false, code: 'alreadyExists', done: 0 })
    expect(!second.ok && second.code === 'alreadyExists' && (second.current as Measurement).value).toBe(12)
    expect(two.snapshot().facts.tables.measurements.get('svartid:race:1')?.value).toBe(12)
  })

  it('refuses an update decided on an older version and gives the newer one', async () => {
    const [one, two] = [await open(), await open()]
    const key = 'svartid:race:1'
    const seen = two.snapshot().versionOf('measurements', key) ?? ''
    const set = (comment: string, version: string): Change => ({ op: 'update', list: 'measurements', key, set: { comment }, version })
    expect((await one.write([set('først', one.snapshot().versionOf('measurements', key) ?? '')], KARI)).ok).toBe(true)
    const stale = await two.write([set('sist', seen)], KARI)
    expect(stale).toMatchObject({ ok: false, code: 'conflict' })
    expect(two.snapshot().facts.tables.measurements.get(key)?.comment).toBe('først')
  })

  it('clears a column when null is written', async () => {
    const store = await open()
    const key = 'svartid:race:1'
    const version = store.snapshot().versionOf('measurements', key) ?? ''
    await store.write([{ op: 'update', list: 'measurements', key, set: { comment: null }, version }], KARI)
    expect((await open()).snapshot().facts.tables.measurements.get(key)?.comment).toBeNull()
  })

  it('sees a row that was changed by hand after one refresh', async () => {
    const store = await open()
    const before = store.snapshot().version
    const listId = site.lists.measurements
    const rows = await world.call(
      'owner',
      `GET /sites/${site.id}/lists/${listId}/items?$expand=fields&$filter=${encodeURIComponent("fields/key eq 'svartid:zero:1'")}`,
    )
    const [item] = rows.body.value
    await world.call('owner', `PATCH /sites/${site.id}/lists/${listId}/items/${item?.id}/fields`, { value: 3 })
    expect(await store.refresh()).toBe(true)
    expect(store.snapshot().facts.tables.measurements.get('svartid:zero:1')?.value).toBe(3)
    expect(store.snapshot().version).not.toBe(before)
  })

  it('reports an unreadable row and still reads the rest', async () => {
    const listId = site.lists.measurements
    const bad = await world.call('owner', `POST /sites/${site.id}/lists/${listId}/items`, {
      fields: { key: 'svartid:bad:1', indicatorKey: 'svartid', projectKey: 'skjema', periodKey: '2026-04-30', asOf: '30.04.2026' },
    })
    expect(bad.status).toBe(201)
    const { facts, faults } = (await open()).snapshot()
    expect(faults).toEqual([{ list: 'measurements', itemId: bad.body.id, column: 'asOf', code: 'unreadableRow', detail: '30.04.2026' }])
    expect(facts.tables.measurements.has('svartid:bad:1')).toBe(false)
    expect(facts.tables.measurements.size).toBeGreaterThan(2)
    await world.call('owner', `DELETE /sites/${site.id}/lists/${listId}/items/${bad.body.id}`)
  })

  it('reads a list without the column that somebody has deleted, and says which', async () => {
    const other = await openTestWorld()
    const columns = [...Object.values(LISTS.programmes.columns), ACT_COLUMN].filter(({ column }) => column !== 'Title')
    await other.call('admin', `POST /sites/${other.server.site.id}/lists`, {
      displayName: LISTS.programmes.display,
      columns: columns.filter(({ column }) => column !== 'belongsRule').map(columnDefinition),
      list: { template: 'genericList' },
    })
    const row = { key: 'velferd', Title: 'Velferd', active: true, actorId: 'x', actedAt: NOW, via: 'tab', schemaVersion: 1 }
    other.server.store.bulkInsert(LISTS.programmes.display, [row])
    const graph = createGraph({
      tokens: { token: () => other.identity.issueGraphToken({ kind: 'app' }) },
      transport: other.transport as Transport,
    })
    const there = await openSite(graph, SITE_URL)
    if (!there.ok) throw new Error(there.code)
    const store = await openStore({ graph, site: there.value, now: () => NOW })
    if (!store.ok) throw new Error(store.code)
    const { facts, faults } = store.value.snapshot()
    expect(facts.tables.programmes.get('velferd')).toMatchObject({ title: 'Velferd', belongsRule: null })
    expect(faults.filter(({ list }) => list === 'programmes')).toEqual([
      { list: 'programmes', itemId: '', column: 'belongsRule', code: 'columnMissing', detail: '' },
    ])
    expect(await store.value.refresh()).toBe(true)
    await other.close()
  })

  it('shows an act of two rows whole or not at all, though it reads the lists in the middle of it', async () => {
    const store = await open()
    const log: Change = {
      op: 'create',
      list: 'log',
      record: { key: 'log:act', what: 'test', refKey: 'svartid:act:1', before: null, after: null, why: null },
    }
    world.server.setFaults({ delayMs: 150, match: `POST .*${site.lists.log}` })
    const writing = store.write([measurement('svartid:act:1'), log], KARI)
    const seen = () => {
      const { tables } = store.snapshot().facts
      return [tables.measurements.has('svartid:act:1'), tables.log.has('log:act')]
    }
    await new Promise((resolve) => setTimeout(resolve, 60))
    const refreshing = store.refresh()
    for (let n = 0; n < 5; n += 1) {
      const [fact, trail] = seen()
      expect(fact).toBe(trail)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect((await writing).ok && (await refreshing)).toBe(true)
    world.server.setFaults({})
    expect(seen()).toEqual([true, true])
  })

  it('forgets a deleted row after one refresh', async () => {
    const store = await open()
    const listId = site.lists.measurements
    await store.write([measurement('svartid:deleted:1')], KARI)
    const rows = await world.call(
      'owner',
      `GET /sites/${site.id}/lists/${listId}/items?$expand=fields&$filter=${encodeURIComponent("fields/key eq 'svartid:deleted:1'")}`,
    )
    await world.call('owner', `DELETE /sites/${site.id}/lists/${listId}/items/${rows.body.value[0]?.id}`)
    await store.refresh()
    expect(store.snapshot().facts.tables.measurements.has('svartid:deleted:1')).toBe(false)
  })

  it('does not double a row when the answer to the write was lost', async () => {
    const store = await open()
    expect(world.server.setFaults({ status: { code: 504, count: 1, afterCommit: true }, match: 'POST .*/items' }).ok).toBe(true)
    const written = await store.write([measurement('svartid:lost:1', 9)], KARI)
    world.server.setFaults({})
    expect(written.ok).toBe(true)
    const stored = [...(await open()).snapshot().facts.tables.measurements.values()].filter((row) => row.key === 'svartid:lost:1')
    expect(stored).toHaveLength(1)
  })

  it('waits out a throttling and says plainly when it does not pass', async () => {
    const store = await open()
    world.server.setFaults({ throttle: { count: 2, retryAfter: 1 } })
    expect((await store.write([measurement('svartid:throttled:1')], KARI)).ok).toBe(true)
    world.server.setFaults({ status: { code: 503, count: 50 } })
    expect(await store.write([measurement('svartid:down:1')], KARI)).toEqual({ ok: false, code: 'storeUnavailable', done: 0 })
    world.server.setFaults({})
  })
})
