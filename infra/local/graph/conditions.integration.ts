import { Client, PageIterator } from '@microsoft/microsoft-graph-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { HONOR_NON_INDEXED } from './filter-plan.ts'
import { makeList, openTestWorld, TEST_COLUMNS, TEST_NOW, type TestWorld } from './test-world.ts'

/** Milliseconds of the server, moved by hand: delays and budgets are tried without waiting. */
let ticks = 0
/** The server's clock, likewise. */
let clock = TEST_NOW.getTime()
let world: TestWorld
let items = ''
let made = 0
const listTitle = () => `Conditions ${made}`
const add = async (fields: Record<string, unknown>, headers: Record<string, string> = {}) =>
  await world.call('app', `POST ${items}`, { fields }, headers)
const page = async (query = '$expand=fields') => (await world.call('app', `GET ${items}?${query}`)).body
const keysOn = async (query?: string) => (await page(query)).value.map((item) => item.fields.key)
const withoutHost = (link: string | undefined) => (link ?? '').replace('https://graph.microsoft.com/v1.0', '')

beforeAll(async () => {
  world = await openTestWorld({ ticks: () => ticks, now: () => new Date(clock) })
})
beforeEach(async () => {
  made += 1
  items = await makeList(world, listTitle())
})
afterEach(() => {
  clock = TEST_NOW.getTime()
  world.server.setFaults({})
})
afterAll(() => world.close())

describe('a budget of resource units per minute', () => {
  it('tells what is left from 80 % on, throttles beyond it, and begins anew with the next minute', async () => {
    world.server.setFaults({ budget: { unitsPerMinute: 5 } })
    expect((await world.call('app', `GET ${items}`)).headers.get('ratelimit-limit')).toBeNull()
    const told = await world.call('app', `GET ${items}`)
    expect([told.status, told.headers.get('ratelimit-limit'), told.headers.get('ratelimit-remaining')]).toEqual([200, '5', '1'])
    const throttled = await add({ key: 'a' })
    expect(throttled).toMatchObject({
      status: 429,
      body: { error: { code: 'activityLimitReached', innerError: { code: 'throttledRequest' } } },
    })
    expect([throttled.headers.get('retry-after'), throttled.headers.get('ratelimit-remaining')]).toEqual(['60', '0'])
    expect(world.server.store.listItems(listTitle())).toEqual([])
    ticks += 60_000
    expect((await add({ key: 'a' })).status).toBe(201)
  })

  it('is spent by each request of a batch', async () => {
    world.server.setFaults({ budget: { unitsPerMinute: 3 } })
    const read = (id: string) => ({ id, method: 'GET', url: `${items}?$top=1` })
    const { body } = await world.call('app', 'POST /$batch', { requests: [read('1'), read('2')] })
    expect(body.responses.map((response) => [response.status, response.headers?.['Retry-After']])).toEqual([
      [200, undefined],
      [429, '60'],
    ])
    ticks += 60_000
  })
})

describe('a budget of resource units for a day', () => {
  it('stands beside that of the minute, tells nothing until it is spent, and begins anew with the next day', async () => {
    world.server.setFaults({ budget: { unitsPerMinute: 5, unitsPerDay: 7 } })
    for (const _ of [1, 2, 3]) {
      const answer = await world.call('app', `GET ${items}`)
      expect([answer.status, answer.headers.get('ratelimit-limit')]).toEqual([200, null])
      ticks += 60_000
    }
    const spent = await world.call('app', `GET ${items}`)
    expect([spent.status, spent.headers.get('retry-after')]).toEqual([429, String(86_400 - 180)])
    ticks += 86_400_000 - 180_000
    expect((await world.call('app', `GET ${items}`)).status).toBe(200)
    ticks += 60_000
  })

  it('must say of how many units', () => {
    expect(world.server.setFaults({ budget: {} })).toMatchObject({ ok: false, code: 'invalidFaults' })
  })
})

describe('delta tokens that grow old', () => {
  it('are 410 with a fresh enumeration when they are older than their lifetime, however little has changed', async () => {
    await add({ key: 'a' })
    const link = withoutHost((await world.call('app', `GET ${items}/delta?$expand=fields($select=key)`)).body['@odata.deltaLink'])
    world.server.setFaults({ tokenLifetimeMs: 60_000 })
    clock += 60_000
    expect((await world.call('app', `GET ${link}`)).status).toBe(200)
    clock += 1
    const old = await world.call('app', `GET ${link}`)
    expect([old.status, old.body.error.code]).toEqual([410, 'resyncChangesApplyDifferences'])
    const again = await world.call('app', `GET ${withoutHost(old.headers.get('location') ?? '')}`)
    expect(again.body.value.map((item) => item.fields.key)).toEqual(['a'])
    expect((await world.call('app', `GET ${withoutHost(again.body['@odata.deltaLink'])}`)).status).toBe(200)
    world.server.setFaults({})
    expect((await world.call('app', `GET ${link}`)).status).toBe(200)
  })
})

describe('writes that are slow to spread', () => {
  it('are not on pages for a while, though the item itself is current', async () => {
    await add({ key: 'old', kind: 'x' })
    await add({ key: 'gone', kind: 'x' })
    world.server.setFaults({ match: '^(POST|PATCH|DELETE)', replicationDelayMs: 2000 })
    await add({ key: 'new', kind: 'x' })
    await world.call('app', `PATCH ${items}/1/fields`, { kind: 'y' })
    await world.call('app', `DELETE ${items}/2`)
    expect(await keysOn()).toEqual(['old', 'gone'])
    expect(await keysOn("$expand=fields&$filter=fields/kind eq 'x'")).toEqual(['old', 'gone'])
    expect(await keysOn("$expand=fields&$filter=fields/kind eq 'y'")).toEqual([])
    expect((await world.call('app', `GET ${items}/1?$expand=fields`)).body.fields.kind).toBe('y')
    expect((await world.call('app', `GET ${items}/2`)).status).toBe(404)
    ticks += 2000
    expect(await keysOn()).toEqual(['old', 'new'])
    expect(await keysOn("$expand=fields&$filter=fields/kind eq 'y'")).toEqual(['old'])
  })

  it('never make a page longer than was asked for, and nothing is missed on the next one', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await add({ key })
    await world.call('app', `DELETE ${items}/1`, undefined, { 'x-fault': 'replicationDelay; ms=500' })
    const first = await page('$expand=fields&$top=2')
    const second = await world.call('app', `GET ${withoutHost(first['@odata.nextLink'])}`)
    expect([first, second.body].map((one) => one.value.map((item) => item.fields.key))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('are told by delta later, once', async () => {
    await add({ key: 'a' })
    await add({ key: 'b' })
    world.server.setFaults({ match: '^(POST|PATCH|DELETE)', replicationDelayMs: 1000 })
    await world.call('app', `PATCH ${items}/1/fields`, { kind: 'late' })
    await world.call('app', `DELETE ${items}/2`)
    await add({ key: 'c' })
    const first = await world.call('app', `GET ${items}/delta?$expand=fields`)
    expect(first.body.value.map((item) => [item.fields.key, item.fields.kind])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ])
    const again = await world.call('app', `GET ${withoutHost(first.body['@odata.deltaLink'])}`)
    expect(again.body.value).toEqual([])
    ticks += 1000
    const later = await world.call('app', `GET ${withoutHost(again.body['@odata.deltaLink'])}`)
    expect(later.body.value.map((item) => [item.id, item.fields?.key])).toEqual([
      ['1', 'a'],
      ['2', undefined],
      ['3', 'c'],
    ])
  })
})

describe('two inserts of one unique value', () => {
  it('are one too many, unless the race is switched on: then both are stored', async () => {
    expect((await add({ key: 'claim' })).status).toBe(201)
    expect((await add({ key: 'CLAIM' })).status).toBe(400)
    world.server.setFaults({ uniqueRaceMs: 300 })
    expect((await add({ key: 'race' })).status).toBe(201)
    expect((await add({ key: 'Race' })).status).toBe(201)
    expect(await keysOn("$expand=fields&$filter=fields/key eq 'race'")).toEqual(['race', 'Race'])
    ticks += 300
    expect((await add({ key: 'race' })).status).toBe(400)
  })
})

describe('answers that are not what they seem', () => {
  it('show shifted dates after a creation, and the right ones afterwards', async () => {
    world.server.setFaults({ staleDates: { count: 1 } })
    const created = await add({ key: 'a', actedAt: '2026-05-04T06:00:00Z' })
    expect(created.body).toMatchObject({ createdDateTime: '2026-05-03T23:00:00Z', fields: { actedAt: '2026-05-03T22:00:00Z' } })
    const read = await world.call('app', `GET ${items}/1?$expand=fields`)
    expect(read.body).toMatchObject({ createdDateTime: '2026-05-04T07:00:00Z', fields: { actedAt: '2026-05-04T06:00:00Z' } })
  })

  it('make a list and leave columns out, all or those named; they can be added afterwards', async () => {
    const create = async (displayName: string, fault: string) =>
      (
        await world.call(
          'admin',
          `POST /sites/${world.server.site.id}/lists`,
          { displayName, columns: TEST_COLUMNS, list: { template: 'genericList' } },
          { 'x-fault': fault },
        )
      ).body.id
    const namesOf = async (id: string) =>
      (await world.call('app', `GET /sites/${world.server.site.id}/lists/${id}/columns`)).body.value.map((column) => column.name)
    const bare = await create(`Bare ${made}`, 'missingColumns')
    expect(await namesOf(bare)).not.toContain('key')
    expect(await namesOf(bare)).toContain('Title')
    const lacking = await create(`Lacking ${made}`, 'missingColumns; names=key,rank')
    expect(await namesOf(lacking)).toEqual(expect.arrayContaining(['kind', 'share']))
    expect(await namesOf(lacking)).not.toContain('rank')
    const added = await world.call('admin', `POST /sites/${world.server.site.id}/lists/${lacking}/columns`, TEST_COLUMNS[0])
    expect(added.status).toBe(201)
  })

  it('put an error among the items of delta, inside a 200', async () => {
    await add({ key: 'a' })
    world.server.setFaults({ deltaError: { count: 1 } })
    const answer = await world.call('app', `GET ${items}/delta`)
    expect(answer.status).toBe(200)
    expect(answer.body.value).toEqual([{ error: expect.objectContaining({ code: 'InternalServerError' }) }])
    expect((await world.call('app', `GET ${items}/delta`)).body.value).toHaveLength(1)
  })

  it('leave a request of a batch without an answer, done or not done', async () => {
    const post = (id: string, key: string) => ({
      id,
      method: 'POST',
      url: items,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { key } },
    })
    world.server.setFaults([{ batchDrop: { count: 1 } }, { batchDrop: { count: 1, afterCommit: true } }])
    const { status, body } = await world.call('app', 'POST /$batch', { requests: [post('1', 'a'), post('2', 'b'), post('3', 'c')] })
    expect(status).toBe(200)
    expect(body.responses.map((response) => response.id)).toEqual(['3'])
    expect(await keysOn()).toEqual(['b', 'c'])
  })

  it('give a batch its answers in the opposite order', async () => {
    const read = (id: string) => ({ id, method: 'GET', url: `${items}?$top=1` })
    world.server.setFaults({ batchReversed: {} })
    const { body } = await world.call('app', 'POST /$batch', { requests: [read('1'), read('2')] })
    expect(body.responses.map((response) => response.id)).toEqual(['2', '1'])
  })

  it('are an empty page with more behind it, which PageIterator goes through', async () => {
    for (const key of ['a', 'b', 'c']) await add({ key })
    vi.stubGlobal('fetch', world.transport)
    const client = Client.init({ authProvider: world.authAs({ kind: 'app' }) })
    const first = await client.api(`${items}?$expand=fields&$top=2`).get()
    world.server.setFaults({ emptyPage: { count: 1 } })
    const seen: string[] = []
    await new PageIterator(client, first, (item: { fields: { key: string } }) => Boolean(seen.push(item.fields.key))).iterate()
    vi.unstubAllGlobals()
    expect(seen).toEqual(['a', 'b', 'c'])
    world.server.setFaults({ emptyPage: { count: 1 } })
    const empty = (await world.call('app', `GET ${items}/delta`)).body
    expect(empty.value).toEqual([])
    expect((await world.call('app', `GET ${withoutHost(empty['@odata.nextLink'])}`)).body.value).toHaveLength(3)
  })

  it('are no JSON at all, or carry another code', async () => {
    world.server.setFaults([
      { status: { code: 503, count: 1, body: 'html', retryAfter: 1 } },
      { status: { code: 504, count: 1, body: 'empty' } },
      { status: { code: 429, count: 1, error: 'TooManyRequests' } },
    ])
    const raw = async () => {
      const token = await world.identity.issueGraphToken({ kind: 'app' })
      const answer = await world.transport(`https://graph.microsoft.com/v1.0${items}`, { headers: { Authorization: `Bearer ${token}` } })
      return [answer.status, answer.headers.get('content-type')?.split(';')[0], await answer.text()]
    }
    expect(await raw()).toEqual([503, 'text/html', expect.stringContaining('<h1>')])
    expect(await raw()).toEqual([504, 'text/html', ''])
    expect(await raw()).toEqual([429, 'application/json', expect.stringContaining('"TooManyRequests"')])
  })

  it('report 429 for a write of a batch that was done', async () => {
    world.server.setFaults({ match: '/items$', throttle: { count: 1, afterCommit: true } })
    const request = { id: '1', method: 'POST', url: items, headers: { 'Content-Type': 'application/json' }, body: { fields: { key: 'a' } } }
    const { body } = await world.call('app', 'POST /$batch', { requests: [request] })
    expect(body.responses[0]?.status).toBe(429)
    expect(await keysOn()).toEqual(['a'])
  })
})

describe('access that ends', () => {
  it('is 401 for an expired token, inside and outside of a batch', async () => {
    world.server.setFaults({ expiredToken: { count: 2 } })
    const expired = await world.call('app', `GET ${items}`)
    expect(expired).toMatchObject({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } })
    expect((await world.call('app', 'POST /$batch', { requests: [{ id: '1', method: 'GET', url: items }] })).status).toBe(401)
    expect((await world.call('app', `GET ${items}`)).status).toBe(200)
  })

  it('is 403 for the application when its grant is revoked, and not for an administrator', async () => {
    world.server.setFaults({ revokedGrant: {} })
    expect(await world.call('app', `GET ${items}`)).toMatchObject({ status: 403, body: { error: { code: 'accessDenied' } } })
    expect((await world.call('admin', `GET ${items}`)).status).toBe(200)
  })
})

describe('limits', () => {
  it('of the list view can be lowered', async () => {
    for (const key of ['a', 'b', 'c']) await add({ key, kind: 'x', comment: 'y' })
    const search = (filter: string) => world.call('app', `GET ${items}?$filter=${filter}`, undefined, { Prefer: HONOR_NON_INDEXED })
    expect((await search("fields/comment eq 'y'")).status).toBe(200)
    world.server.setFaults({ threshold: 2 })
    expect((await search("fields/comment eq 'y'")).status).toBe(429)
    expect((await search("fields/kind eq 'x'")).status).toBe(429)
    expect((await search("fields/key eq 'a'")).status).toBe(200)
    expect((await world.call('app', `GET ${items}`)).status).toBe(200)
  })

  it('of a new index depend on the size of the list', async () => {
    await add({ key: 'a' })
    const column = (name: string, indexed: boolean) =>
      world.call('admin', `POST ${items.replace(/\/items$/, '/columns')}`, { name, text: {}, indexed }, { 'x-fault': 'indexLimit; rows=0' })
    expect((await column('plain', false)).status).toBe(201)
    expect((await column('searched', true)).status).toBe(400)
  })
})

describe('what nobody has confirmed, played the other way round', () => {
  const otherwise = (...names: string[]) => world.server.setFaults({ otherwise: names })

  it('null is refused on update', async () => {
    await add({ key: 'a', kind: 'x' })
    otherwise('nullRefused')
    expect((await world.call('app', `PATCH ${items}/1/fields`, { kind: null })).status).toBe(400)
    expect((await world.call('app', `PATCH ${items}/1/fields`, { kind: '' })).status).toBe(200)
  })

  it('a choice may be any text', async () => {
    expect((await add({ key: 'a', phase: 'elsewhere' })).status).toBe(400)
    otherwise('choicesFree')
    expect((await add({ key: 'a', phase: 'elsewhere' })).status).toBe(201)
  })

  it('a deltaLink forgets the options of its first request', async () => {
    otherwise('deltaForgetsOptions')
    const first = await world.call('app', `GET ${items}/delta?$expand=fields`)
    await add({ key: 'a' })
    const link = withoutHost(first.body['@odata.deltaLink'])
    expect((await world.call('app', `GET ${link}`)).body.value[0]?.fields).toBeUndefined()
    expect((await world.call('app', `GET ${link}&$expand=fields`)).body.value[0]?.fields.key).toBe('a')
  })

  it('a delta token of another list is 400 instead of 410', async () => {
    const first = await world.call('app', `GET ${items}/delta`)
    const token = withoutHost(first.body['@odata.deltaLink']).split('?')[1]
    const other = await makeList(world, `Other ${made}`)
    expect((await world.call('app', `GET ${other}/delta?${token}`)).status).toBe(410)
    otherwise('foreignTokenInvalid')
    expect((await world.call('app', `GET ${other}/delta?${token}`)).status).toBe(400)
  })
})

describe('through the official client', () => {
  it('429 is waited for as Retry-After says, and the write is done once', async () => {
    vi.stubGlobal('fetch', world.transport)
    world.server.setFaults({ throttle: { count: 1, retryAfter: 1 } })
    const began = performance.now()
    await Client.init({ authProvider: world.authAs({ kind: 'app' }) })
      .api(items)
      .post({ fields: { key: 'a' } })
    vi.unstubAllGlobals()
    expect(performance.now() - began).toBeGreaterThan(950)
    expect(await keysOn()).toEqual(['a'])
  })

  it('x-fault: none spares a request all faults', async () => {
    world.server.setFaults({ status: { code: 503 } })
    expect((await add({ key: 'a' })).status).toBe(503)
    expect((await add({ key: 'a' }, { 'x-fault': 'none' })).status).toBe(201)
  })
})
