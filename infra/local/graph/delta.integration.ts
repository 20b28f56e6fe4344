import { Client } from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeList, openTestWorld, type TestWorld } from './test-world.ts'

let world: TestWorld
const graph = (): Client => Client.init({ authProvider: world.authAs({ kind: 'app' }) })

beforeAll(async () => {
  world = await openTestWorld()
  vi.stubGlobal('fetch', world.transport)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await world.close()
})

/** Walks all pages; gives the entries and the delta link. */
const walk = async (
  url: string,
): Promise<{ entries: { id: string; fields?: Record<string, unknown>; deleted?: unknown }[]; link: string; pages: number }> => {
  const entries = []
  let next = url
  for (let pages = 1; ; pages += 1) {
    const page = await graph().api(next).get()
    entries.push(...page.value)
    if (page['@odata.deltaLink']) return { entries, link: page['@odata.deltaLink'], pages }
    next = page['@odata.nextLink']
  }
}

describe('delta', () => {
  it('enumerates everything in pages, then tells what is new, changed and deleted, with the options of the first request', async () => {
    const items = await makeList(world, 'Full')
    world.server.store.bulkInsert('Full', [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }, { key: 'e' }])
    const first = await walk(`${items}/delta?$expand=fields($select=key,rank)&$top=2`)
    expect(first.pages).toBe(3)
    expect(first.entries.map((entry) => entry.fields?.key)).toEqual(['a', 'b', 'c', 'd', 'e'])

    await graph().api(`${items}/2/fields`).patch({ rank: 7 })
    await graph().api(`${items}/2/fields`).patch({ rank: 8 })
    await graph().api(`${items}/3`).delete()
    await graph()
      .api(items)
      .post({ fields: { key: 'f' } })
    const second = await walk(first.link)
    expect(second.entries.map((entry) => [entry.id, entry.fields?.rank ?? entry.deleted])).toEqual([
      ['2', 8],
      ['3', { state: 'deleted' }],
      ['6', undefined],
    ])
    expect(second.entries[1]).not.toHaveProperty('fields')
    expect((await walk(second.link)).entries).toEqual([])
  })

  it('gives an empty page and a link for token=latest; a change made while paging is told afterwards', async () => {
    const items = await makeList(world, 'Latest')
    world.server.store.bulkInsert('Latest', [{ key: 'a' }, { key: 'b' }])
    const latest = await walk(`${items}/delta?token=latest&$expand=fields($select=key)`)
    expect(latest.entries).toEqual([])
    await graph()
      .api(items)
      .post({ fields: { key: 'c' } })
    expect((await walk(latest.link)).entries).toMatchObject([{ fields: { key: 'c' } }])
  })

  it('tells of an item changed or deleted between two pages of the first enumeration', async () => {
    const items = await makeList(world, 'Moving')
    world.server.store.bulkInsert('Moving', [{ key: 'a' }, { key: 'b' }, { key: 'c' }])
    const page = await graph().api(`${items}/delta?$expand=fields($select=rank)&$top=2`).get()
    await graph().api(`${items}/1/fields`).patch({ rank: 1 })
    await graph().api(`${items}/2`).delete()
    const rest = await walk(page['@odata.nextLink'])
    expect(rest.entries.map((entry) => entry.id)).toEqual(['3', '1', '2'])
    expect(rest.entries[2]).toMatchObject({ deleted: { state: 'deleted' } })
  })

  it('shows items without fields unless they are expanded, and never who changed them last', async () => {
    const items = await makeList(world, 'Bare')
    world.server.store.bulkInsert('Bare', [{ key: 'a' }])
    const [entry] = (await walk(`${items}/delta`)).entries
    expect(entry).toHaveProperty('eTag')
    expect(entry).not.toHaveProperty('fields')
    expect(entry).not.toHaveProperty('lastModifiedBy')
  })

  it('answers 410 with a place to begin anew for a token of another list, and 400 for no token at all', async () => {
    const one = await makeList(world, 'One')
    const two = await makeList(world, 'Two')
    const token = new URL((await walk(`${one}/delta?token=latest`)).link).searchParams.get('token')
    const gone = await world.call('app', `GET ${two}/delta?token=${token}`)
    expect(gone).toMatchObject({ status: 410, body: { error: { code: 'resyncChangesApplyDifferences' } } })
    expect(gone.headers.get('location')).toBe(`https://graph.microsoft.com/v1.0${two}/delta`)
    expect((await world.call('app', `GET ${two}/delta?token=nonsense`)).status).toBe(400)
  })

  it('costs one resource unit with a token and two without', async () => {
    const items = await makeList(world, 'Cost')
    const { link } = await walk(`${items}/delta`)
    await walk(link)
    const [full, again] = world.server.requests().slice(-2)
    expect([full?.units, again?.units]).toEqual([2, 1])
    expect(again).toMatchObject({ method: 'GET', status: 200, caller: 'app', at: '2026-05-04T07:00:00.500Z' })
  })
})
