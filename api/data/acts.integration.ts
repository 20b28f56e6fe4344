import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { indicator, measurement, report } from '#domain/facts.fixture.ts'
import type { Change } from '#domain/model.ts'
import type { Actor, Store } from '#usecases/ports.ts'
import { sentenceOfFault } from '#views/read-faults.ts'
import { provision } from '../../infra/lists/provision.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../../infra/local/graph/test-world.ts'
import { createGraph, type Graph, type Transport } from './graph.ts'
import { LISTS } from './lists.ts'
import { openSite } from './site.ts'
import { openStore } from './store.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
/** The list server's own clock stands at 07:00. */
const at = (time: string): string => `2026-05-04T${time}:00.000Z`
const kari = (time = '07:00'): Actor => ({ personId: 'kari', via: 'tab', now: at(time) })
const per = (time: string): Actor => ({ personId: 'per', via: 'tab', now: at(time) })

let world: TestWorld
let count = 0
/** A number of its own for each test, so that they share one list server. */
let n: number

/** An app instance. It dies for the lists after so many writes: whatever it asks afterwards gets no answer. */
async function instance(options: { writes?: number; now?: string } = {}): Promise<Store> {
  let left = options.writes ?? Number.POSITIVE_INFINITY
  const transport: Transport = (url, init) => {
    if (init.method !== 'GET') left -= 1
    return left < 0 ? Promise.reject(new TypeError('gone')) : world.transport(url, init)
  }
  const graph: Graph = createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind: 'app' }) },
    transport,
    sleep: async () => undefined,
  })
  const site = await openSite(graph, SITE_URL)
  if (!site.ok) throw new Error(site.code)
  const store = await openStore({ graph, site: site.value, now: () => options.now ?? at('07:00') })
  if (!store.ok) throw new Error(store.code)
  return store.value
}

const correctedKey = () => `skjema-${n}:2026-04:2`
const corrected = (time: string): Change => ({
  op: 'create',
  list: 'statusReports',
  record: report('2026-04', at(time), { key: correctedKey(), version: 2, sinceLast: 'Tatt i bruk' }),
})
const log = (): Change => ({
  op: 'create',
  list: 'log',
  record: { key: `log:${correctedKey()}`, what: 'reportCorrection', refKey: 'r', before: null, after: null, why: 'Feil' },
})
const correction = (time = '07:00'): Change[] => [corrected(time), log()]

const newIndicator = (): Change => ({
  op: 'create',
  list: 'indicators',
  record: indicator({ key: `svartid-${n}`, baseline: null, baselineOn: null }),
})
const baselineTaken = (value: number): Change => ({
  op: 'create',
  list: 'measurements',
  record: measurement('2026-05-04', { key: `svartid-${n}:baseline:1`, indicatorKey: `svartid-${n}`, periodKey: 'baseline', value }),
})
const baseline = (store: Store, value: number): Change[] => [
  baselineTaken(value),
  {
    op: 'update',
    list: 'indicators',
    key: `svartid-${n}`,
    set: { baseline: value, baselineOn: '2026-05-04' },
    version: store.snapshot().versionOf('indicators', `svartid-${n}`) ?? '',
  },
]

const reportOf = (store: Store) => store.snapshot().facts.tables.statusReports.get(correctedKey())
const indicatorOf = (store: Store) => store.snapshot().facts.tables.indicators.get(`svartid-${n}`)
const measurementOf = (store: Store) => store.snapshot().facts.tables.measurements.get(`svartid-${n}:baseline:1`)
/** What is told of the acts of this test. */
const unfinished = (store: Store) => store.snapshot().faults.filter(({ act }) => act?.rows.some(({ key }) => key.includes(`-${n}:`)))

beforeAll(async () => {
  world = await openTestWorld()
  const graph = createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind: 'admin' }) },
    transport: world.transport as Transport,
  })
  const made = await provision({ graph, siteUrl: SITE_URL })
  if (!made.ok) throw new Error(made.code)
})
afterAll(() => world.close())
beforeEach(() => {
  count += 1
  n = count
})

describe('an act whose writer dies between its rows', () => {
  it('counts for nobody, neither one who watches nor one who opens later, and is told to the office', async () => {
    const watching = await instance({ now: at('07:10') })
    const writer = await instance({ writes: 1 })
    expect(await writer.write(correction(), kari())).toMatchObject({ ok: false, code: 'storeUnavailable', done: 1 })
    expect(await watching.refresh()).toBe(true)
    const later = await instance({ now: at('07:10') })
    for (const store of [writer, watching, later]) expect(reportOf(store)).toBeUndefined()
    expect(unfinished(await instance({ now: at('07:01') }))).toEqual([])
    expect(unfinished(watching)).toEqual(unfinished(later))
    const [fault] = unfinished(later)
    expect(fault).toMatchObject({
      list: 'statusReports',
      act: { personId: 'kari', since: at('07:00'), rows: [{ list: 'statusReports', key: correctedKey() }] },
    })
    expect(fault && sentenceOfFault(fault, 'nb', () => 'Kari Nordeng')).toMatch(
      /Kari Nordeng begynte 4\. mai 2026 09[:.]00, ble ikke ferdig: Statusrapporter «skjema-/,
    )
  })

  it('is completed when the same person says the same again, though at another time and to another server', async () => {
    await (await instance({ writes: 1 })).write(correction(), kari())
    const watching = await instance()
    const again = await instance()
    expect(await again.write(correction('07:02'), kari('07:02'))).toMatchObject({ ok: true })
    await watching.refresh()
    for (const store of [again, watching, await instance({ now: at('07:20') })]) {
      expect(reportOf(store)).toMatchObject({ sinceLast: 'Tatt i bruk', actorId: 'kari' })
      expect(unfinished(store)).toEqual([])
    }
    const rows = world.server.store.listItems(LISTS.statusReports.display).filter(({ fields }) => fields.key === correctedKey())
    expect(rows).toHaveLength(1)
  })

  it('leaves a changed row as it was, and is completed from there', async () => {
    const first = await instance()
    await first.write([newIndicator()], kari())
    const writer = await instance({ writes: 2 })
    expect(await writer.write(baseline(writer, 12), kari())).toMatchObject({ ok: false, done: 2 })
    await first.refresh()
    const later = await instance({ now: at('07:10') })
    for (const store of [writer, first, later]) {
      expect([indicatorOf(store)?.baseline, measurementOf(store)]).toEqual([null, undefined])
    }
    expect(unfinished(later)[0]?.act?.rows.map(({ list }) => list)).toEqual(['indicators', 'measurements'])
    expect(await later.write(baseline(later, 12), kari('07:03'))).toMatchObject({ ok: true })
    await first.refresh()
    for (const store of [first, later]) expect([indicatorOf(store)?.baseline, measurementOf(store)?.value]).toEqual([12, 12])
  })

  it('keeps its rows from others for a while, as it may only be slow, and then leaves them', async () => {
    await (await instance()).write([newIndicator()], kari())
    const dying = await instance({ writes: 2 })
    await dying.write(baseline(dying, 12), kari())
    const other = await instance()
    expect(await other.write(baseline(other, 14), per('07:20'))).toMatchObject({ ok: false, code: 'alreadyExists' })
    const version = () => other.snapshot().versionOf('indicators', `svartid-${n}`) ?? ''
    const rename = (): Change[] => [{ op: 'update', list: 'indicators', key: `svartid-${n}`, set: { target: 4 }, version: version() }]
    expect(await other.write(rename(), per('07:20'))).toMatchObject({ ok: false, code: 'conflict' })
    expect(await other.write(rename(), per('07:40'))).toMatchObject({ ok: true })
    const later = await instance({ now: at('08:00') })
    for (const store of [other, later]) expect(indicatorOf(store)).toMatchObject({ baseline: null, target: 4, actorId: 'per' })
    expect(await later.write(baseline(later, 14), per('07:41'))).toMatchObject({ ok: true })
    expect([indicatorOf(later)?.baseline, measurementOf(later)?.value]).toEqual([14, 14])
    const last = await instance({ now: at('08:00') })
    expect([indicatorOf(last)?.baseline, measurementOf(last)?.value, unfinished(last).length]).toEqual([14, 14, 0])
  })

  it('stands as it is once a site owner empties the column «Handling»', async () => {
    await (await instance({ writes: 1 })).write(correction(), kari())
    const watching = await instance({ now: at('07:10') })
    expect(unfinished(watching)).toHaveLength(1)
    const list = world.server.store.lists.findList(LISTS.statusReports.display)
    const itemId = unfinished(watching)[0]?.itemId
    await world.call('owner', `PATCH /sites/${world.server.site.id}/lists/${list?.id}/items/${itemId}/fields`, { act: null })
    await watching.refresh()
    expect([reportOf(watching)?.version, unfinished(watching).length]).toEqual([2, 0])
  })
})

describe('an act under way in another instance', () => {
  it('is seen whole or not at all, however slowly its rows come', async () => {
    const [writer, watching] = [await instance(), await instance()]
    world.server.setFaults({ delayMs: 200, match: 'POST .*/items' })
    let over = false
    const writing = writer.write(correction(), kari()).finally(() => {
      over = true
    })
    const seen: unknown[] = []
    while (!over) {
      await watching.refresh()
      const { statusReports, log: entries } = watching.snapshot().facts.tables
      seen.push([statusReports.has(correctedKey()), entries.has(`log:${correctedKey()}`)])
    }
    world.server.setFaults({})
    expect((await writing).ok && (await watching.refresh())).toBe(true)
    expect(new Set(seen.map(String))).not.toContain('true,false')
    expect(seen.map(String)).toContain('false,false')
    expect(reportOf(watching)).toMatchObject({ version: 2 })
  })

  it('counts a week later even where somebody has deleted the log', async () => {
    const writer = await instance()
    await writer.write(correction(), kari())
    const entry = world.server.store.listItems(LISTS.log.display).find(({ fields }) => fields.key === `log:${correctedKey()}`)
    const list = world.server.store.lists.findList(LISTS.log.display)
    await world.call('owner', `DELETE /sites/${world.server.site.id}/lists/${list?.id}/items/${entry?.id}`)
    expect(reportOf(await instance({ now: '2026-05-08T07:00:00.000Z' }))).toBeUndefined()
    expect(reportOf(await instance({ now: '2026-05-12T07:00:00.000Z' }))).toMatchObject({ version: 2 })
  })
})

describe('an act whose closing line is another act’s', () => {
  it('writes nothing at all, so that no row waits for a line that never comes', async () => {
    const store = await instance()
    expect(await store.write(correction(), kari())).toMatchObject({ ok: true })
    const other: Change = { op: 'create', list: 'indicators', record: indicator({ key: `svartid-${n}` }) }
    expect(await store.write([other, log()], per('07:20'))).toMatchObject({ ok: false, code: 'alreadyExists', list: 'log', done: 0 })
    const later = await instance({ now: at('08:30') })
    expect(indicatorOf(later)).toBeUndefined()
    expect(await later.write([other], per('08:30'))).toMatchObject({ ok: true })
    expect(unfinished(later)).toEqual([])
  })
})
