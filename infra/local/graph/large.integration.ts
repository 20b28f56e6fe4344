import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client, type PageCollection, PageIterator } from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore } from './store.ts'
import { makeList, openTestWorld, TEST_NOW, type TestWorld, testFolder } from './test-world.ts'

const ITEMS = 60_000
const PAGE = 500
/** A page far in may cost this many times a page at the front: room for a busy machine, none for reading what lies before it. */
const TOLERATED = 4

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

describe('a list of 60 000 items', () => {
  let world: TestWorld
  let items = ''
  beforeAll(async () => {
    world = await openTestWorld()
    items = await makeList(world, 'Store')
    const rows = Array.from({ length: ITEMS }, (_, index) => ({ key: `k:${index}`, kind: index % 2 === 0 ? 'even' : 'odd', rank: index }))
    world.server.store.bulkInsert('Store', rows)
  }, 60_000)
  afterAll(() => world.close())

  const skipToken = (after: number) => Buffer.from(`Paged=TRUE&p_ID=${after}`).toString('base64').replace(/=+$/, '')
  const timed = async (query: string): Promise<number> => {
    const began = performance.now()
    const { status, body } = await world.call('app', `GET ${items}?$expand=fields&$top=${PAGE}&${query}`)
    expect([status, body.value.length]).toEqual([200, PAGE])
    return performance.now() - began
  }

  it('gives its last page as fast as its first', async () => {
    const [first, last] = ['$skiptoken=', '$skiptoken='].map((name, index) => `${name}${skipToken(index === 0 ? 0 : ITEMS - PAGE)}`)
    const times: { first: number[]; last: number[] } = { first: [], last: [] }
    for (let round = 0; round < 9; round += 1) {
      times.first.push(await timed(first ?? ''))
      times.last.push(await timed(last ?? ''))
    }
    expect(median(times.last)).toBeLessThan(Math.max(20, median(times.first) * TOLERATED))
  })

  it('is walked to its end by PageIterator, each item once', async () => {
    vi.stubGlobal('fetch', world.transport)
    const client = Client.init({ authProvider: world.authAs({ kind: 'app' }) })
    const first: PageCollection = await client.api(`${items}?$top=5000`).get()
    const ids = new Set<string>()
    await new PageIterator(client, first, (item: { id: string }) => Boolean(ids.add(item.id))).iterate()
    vi.unstubAllGlobals()
    expect(ids.size).toBe(ITEMS)
  })

  it('finds one key, and tells one change, without reading the rest', async () => {
    const { body } = await world.call('app', `GET ${items}/delta?token=latest`)
    await world.call('app', `PATCH ${items}/59999/fields`, { rank: -1 })
    const link = body['@odata.deltaLink']?.replace('https://graph.microsoft.com/v1.0', '')
    const began = performance.now()
    const found = await world.call('app', `GET ${items}?$filter=fields/key eq 'k:42'`)
    const told = await world.call('app', `GET ${link}`)
    expect(found.body.value.map((item) => item.id)).toEqual(['43'])
    expect(told.body.value.map((item) => item.id)).toEqual(['59999'])
    expect(performance.now() - began).toBeLessThan(200)
  })

  it('is above the threshold for a search that matches half of it, and for a new index', async () => {
    expect((await world.call('app', `GET ${items}?$filter=fields/kind eq 'odd'`)).status).toBe(429)
    const column = await world.call('admin', `POST ${items.replace(/items$/, 'columns')}`, { name: 'late', text: {}, indexed: true })
    expect(column.status).toBe(400)
  })
})

describe('a file', () => {
  const folder = testFolder()
  afterAll(() => folder.remove())
  const open = (name: string) => openStore({ file: join(folder.path, name), now: () => TEST_NOW })

  it('of the first version is opened, its unique values kept', () => {
    const by = { application: { id: 'a', displayName: 'A' } }
    const store = open('old.sqlite')
    const column = {
      id: 'c',
      name: 'key',
      displayName: 'Key',
      type: 'text' as const,
      indexed: true,
      unique: true,
      required: false,
      hidden: false,
      readOnly: false,
      description: '',
      columnGroup: '',
      facet: {},
    }
    store.lists.createList({ title: 'Gammel', description: '', columns: [column] }, by, '2026-05-04T07:00:00Z')
    store.bulkInsert('Gammel', [{ key: 'a' }])
    store.close()
    const raw = new DatabaseSync(join(folder.path, 'old.sqlite'))
    raw.exec('DROP INDEX items_1_slot_1; CREATE UNIQUE INDEX items_1_slot_1 ON items_1(slot_1); PRAGMA user_version = 1')
    raw.close()
    const again = open('old.sqlite')
    expect(() => again.bulkInsert('Gammel', [{ key: 'A' }])).toThrow('unique constraints')
    expect(again.listItems('Gammel')).toHaveLength(1)
    again.close()
    const looked = new DatabaseSync(join(folder.path, 'old.sqlite'))
    expect(looked.prepare("SELECT count(*) AS n FROM sqlite_master WHERE sql LIKE 'CREATE UNIQUE INDEX%'").get()).toEqual({ n: 0 })
    looked.close()
  })

  it('of a later version is refused', () => {
    open('later.sqlite').close()
    const raw = new DatabaseSync(join(folder.path, 'later.sqlite'))
    raw.exec('PRAGMA user_version = 99')
    raw.close()
    expect(() => open('later.sqlite')).toThrow('later version')
  })
})
