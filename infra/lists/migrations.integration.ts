import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGraph, type Graph, type Transport } from '#data/graph.ts'
import { LISTS } from '#data/lists.ts'
import { openSite, type Site } from '#data/site.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../local/graph/test-world.ts'
import { type Migration, migrate } from './migrations.ts'
import { provision } from './provision.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
/** A made-up second version: the forecast end stands where none is said, and projects without a currency are in kroner. */
const TO_2: Migration[] = [
  {
    to: 2,
    steps: [
      { kind: 'copy', list: 'projects', from: 'endOn', to: 'forecastEndOn' },
      { kind: 'fill', list: 'projects', column: 'currency', value: 'NOK' },
    ],
  },
]
const ROWS = 30

let world: TestWorld
let admin: Graph
let site: Site

beforeAll(async () => {
  world = await openTestWorld()
  admin = createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind: 'admin' }) },
    transport: world.transport as Transport,
    sleep: async () => undefined,
  })
  const made = await provision({ graph: admin, siteUrl: SITE_URL })
  if (!made.ok) throw new Error(made.code)
  const found = await openSite(admin, SITE_URL)
  if (!found.ok) throw new Error(found.code)
  site = found.value
  world.server.store.bulkInsert(
    LISTS.projects.display,
    Array.from({ length: ROWS }, (_, n) => ({
      key: `p${n}`,
      endOn: '2027-01-01',
      ...(n < 10 ? { forecastEndOn: '2027-06-01', currency: 'EUR' } : {}),
    })),
  )
})
beforeEach(() => void world.server.setFaults({}))
afterAll(() => world.close())

const run = (dryRun: boolean) => migrate({ graph: admin, siteId: site.id, lists: site.lists, dryRun, migrations: TO_2, target: 2 })
const rows = () => world.server.store.listItems(LISTS.projects.display).map(({ fields }) => fields)

describe('a migration', () => {
  it('says with a dry run what it would fill, and fills nothing', async () => {
    const filled = [
      { list: 'Prosjekter', column: 'forecastEndOn', rows: 20 },
      { list: 'Prosjekter', column: 'currency', rows: 20 },
    ]
    expect(await run(true)).toEqual({ ok: true, value: { from: 1, to: 2, filled } })
    expect(rows().filter((row) => row.currency === undefined)).toHaveLength(20)
  })

  it('is taken up again where it was broken off', async () => {
    world.server.setFaults({ status: { code: 403, count: 1 }, match: `PATCH .*/items/25/fields` })
    expect(await run(false)).toMatchObject({ ok: false, code: 'forbidden' })
    world.server.setFaults({})
    expect(rows().filter((row) => row.forecastEndOn === undefined)).toHaveLength(6)
    const again = await run(false)
    expect(again).toMatchObject({ ok: true, value: { from: 1, to: 2, filled: [{ rows: 6 }, { rows: 20 }] } })
  })

  it('overwrites nothing that was there, and is done once', async () => {
    expect(rows().filter((row) => row.currency === 'EUR' && row.forecastEndOn === '2027-06-01')).toHaveLength(10)
    expect(rows().filter((row) => row.currency === 'NOK' && row.forecastEndOn === '2027-01-01')).toHaveLength(20)
    expect(await run(false)).toEqual({ ok: true, value: { from: 2, to: 2, filled: [] } })
  })

  it('is refused by an older version of the product', async () => {
    expect(await provision({ graph: admin, siteUrl: SITE_URL })).toMatchObject({ ok: false, code: 'newerSchema', detail: '2' })
  })
})

describe('provisioning', () => {
  it('leaves a column of another type, and the rows under it, alone', async () => {
    const other = await openTestWorld()
    await other.call('admin', `POST /sites/${other.server.site.id}/lists`, {
      displayName: LISTS.programmes.display,
      columns: [{ name: 'active', text: {} }],
      list: { template: 'genericList' },
    })
    const graph = createGraph({
      tokens: { token: () => other.identity.issueGraphToken({ kind: 'admin' }) },
      transport: other.transport as Transport,
    })
    const made = await provision({ graph, siteUrl: SITE_URL })
    expect(made).toMatchObject({
      ok: true,
      value: { differing: [{ list: 'Programmer', column: 'active', what: 'otherType' }], schema: { from: null } },
    })
    expect(other.server.store.listItems(LISTS.settings.display)).toEqual([])
    await other.close()
  })

  it('does not make a list twice when the answer was lost', async () => {
    const other = await openTestWorld()
    const graph = createGraph({
      tokens: { token: () => other.identity.issueGraphToken({ kind: 'admin' }) },
      transport: other.transport as Transport,
      sleep: async () => undefined,
    })
    other.server.setFaults([
      { status: { code: 504, count: 1, afterCommit: true }, match: 'POST .*/lists$' },
      { status: { code: 504, count: 1, afterCommit: true }, match: 'POST .*/columns$' },
    ])
    expect((await provision({ graph, siteUrl: SITE_URL })).ok).toBe(true)
    expect(other.server.store.lists.lists()).toHaveLength(Object.keys(LISTS).length)
    await other.close()
  })
})
