import { Client, type GraphError } from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeList, openTestWorld, type TestWorld } from './test-world.ts'

let world: TestWorld
const graph = (): Client => Client.init({ authProvider: world.authAs({ kind: 'app' }) })
const refusalOf = (attempt: Promise<unknown>): Promise<GraphError> =>
  attempt.then(
    () => Promise.reject(new Error('it was not refused')),
    (error) => error,
  )
const PREFER = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }

beforeAll(async () => {
  world = await openTestWorld({ listViewThreshold: 450 })
  vi.stubGlobal('fetch', world.transport)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await world.close()
})

describe('a filter', () => {
  let filtered = ''
  const keysOf = async (filter: string, headers: Record<string, string> = {}): Promise<string[]> => {
    const page = await graph().api(filtered).filter(filter).expand('fields($select=key)').headers(headers).get()
    return page.value.map((item: { fields: { key: string } }) => item.fields.key)
  }
  beforeAll(async () => {
    filtered = await makeList(world, 'Filtered')
    world.server.store.bulkInsert('Filtered', [
      { key: 'a', kind: "O'Brien & + # æøå %", rank: 1, actedAt: '2026-01-01T00:00:00Z', share: 10 },
      { key: 'b', kind: '2026-05-04', rank: 2.5, actedAt: '2026-02-01T00:00:00Z', share: 20, drawback: true },
      { key: 'c', kind: '2026-05-11', actedAt: '2026-03-01T00:00:00Z', share: 20 },
    ])
  })

  it.each([
    ["fields/key eq 'B'", ['b']],
    ["fields/kind ge '2026-05-04' and fields/kind lt '2026-05-11'", ['b']],
    ["startswith(fields/kind,'2026-05')", ['b', 'c']],
    ['fields/rank gt 1', ['b']],
    ['fields/rank ne 1', ['b', 'c']],
    ["fields/actedAt ge '2026-02-01T00:00:00Z'", ['b', 'c']],
  ])('on an indexed column finds %s', async (filter, keys) => {
    expect(await keysOf(filter)).toEqual(keys)
  })

  it('takes quotes and special characters when the value is encoded by the caller', async () => {
    expect(await keysOf(`fields/kind eq '${encodeURIComponent("O''Brien & + # æøå %")}'`)).toEqual(['a'])
  })

  it('on a column without index is refused in the words of the real service unless the Prefer header is there', async () => {
    const message =
      "Field 'share' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists."
    expect(await refusalOf(keysOf('fields/share eq 20'))).toMatchObject({ statusCode: 400, code: 'invalidRequest', message })
    expect(await keysOf('fields/share eq 20', PREFER)).toEqual(['b', 'c'])
    expect(await keysOf("fields/key eq 'b' and fields/drawback eq true", PREFER)).toEqual(['b'])
  })

  it.each([
    ['an unknown field', "fields/custom eq 'a'", "Field 'custom' is not recognized"],
    ['a value of another type', "fields/rank eq 'a'", "The value compared with field 'rank' is not of its type."],
    [
      'two indexed fields',
      "fields/key eq 'a' and fields/rank eq 1",
      "Only one indexed field can be filtered at a time; 'rank' is the second.",
    ],
    ['no fields/ in front', "key eq 'a'", 'Invalid filter clause'],
  ])('is refused with %s', async (_, filter, message) => {
    expect(await refusalOf(keysOf(filter))).toMatchObject({ statusCode: 400, message })
  })

  it('is throttled when it touches more rows than the list view threshold', async () => {
    const large = await makeList(world, 'Large')
    const rows = Array.from({ length: 600 }, (_, index) => ({ kind: index % 9 ? 'many' : 'few', share: 1 }))
    world.server.store.bulkInsert('Large', rows)
    const statusOf = async (filter: string) => (await world.call('app', `GET ${large}?$filter=${filter}`, undefined, PREFER)).status
    const many = await world.call('app', `GET ${large}?$filter=fields/kind eq 'many'`)
    expect(many).toMatchObject({
      status: 429,
      body: { error: { code: 'activityLimitReached', message: 'The request has been throttled' } },
    })
    expect(await statusOf('fields/share eq 1')).toBe(429)
    expect(await statusOf("fields/kind eq 'few'")).toBe(200)
    expect(await statusOf("fields/kind eq 'few' and fields/share eq 1")).toBe(200)
  })
})
