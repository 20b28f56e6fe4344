import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeList, openTestWorld, type TestWorld } from './test-world.ts'

let world: TestWorld
let made = 0
let items = ''
const listPath = () => items.replace(/\/items$/, '')
const admin = (line: string, body?: unknown, headers: Record<string, string> = {}) => world.call('admin', line, body, headers)
const columnId = async (name: string): Promise<string> =>
  (await admin(`GET ${listPath()}/columns`)).body.value.find((column) => column.name === name)?.id ?? ''
const column = async (name: string) => `${listPath()}/columns/${await columnId(name)}`
const found = async (filter: string) =>
  (await admin(`GET ${items}?$expand=fields&$filter=${filter}`)).body.value?.map((item) => item.fields.key)

beforeAll(async () => {
  world = await openTestWorld()
})
beforeEach(async () => {
  made += 1
  items = await makeList(world, `Changes ${made}`)
  for (const key of ['a', 'b']) await admin(`POST ${items}`, { fields: { key, share: key === 'a' ? 1 : 2, kind: 'x' } })
})
afterAll(() => world.close())

describe('a list that is there', () => {
  it('is renamed and keeps its id, its items and its delta token', async () => {
    const link = (await admin(`GET ${items}/delta`)).body['@odata.deltaLink']?.replace('https://graph.microsoft.com/v1.0', '')
    const renamed = await admin(`PATCH ${listPath()}`, { displayName: `Renamed ${made}` })
    expect(renamed).toMatchObject({ status: 200, body: { displayName: `Renamed ${made}` } })
    expect((await admin(`GET ${items}`)).body.value).toHaveLength(2)
    expect((await admin(`GET ${link}`)).status).toBe(200)
    expect((await admin(`GET /sites/${world.server.site.id}/lists/Changes ${made}`)).status).toBe(404)
  })

  it('cannot take the title of another, and takes nothing but title and description', async () => {
    await makeList(world, `Taken ${made}`)
    expect((await admin(`PATCH ${listPath()}`, { displayName: `taken ${made}` })).status).toBe(409)
    expect((await admin(`PATCH ${listPath()}`, { displayName: ' ' })).status).toBe(400)
    expect((await admin(`PATCH ${listPath()}`, { list: { hidden: true } })).status).toBe(501)
    expect((await world.call('app', `PATCH ${listPath()}`, { displayName: 'By the app' })).status).toBe(403)
  })

  it('is gone when it is deleted, and another may take its title but not its place', async () => {
    const link = (await admin(`GET ${items}/delta`)).body['@odata.deltaLink']?.replace('https://graph.microsoft.com/v1.0', '')
    expect((await admin(`DELETE ${listPath()}`)).status).toBe(204)
    expect((await admin(`GET ${items}`)).status).toBe(404)
    const again = await makeList(world, `Changes ${made}`)
    expect(again).not.toBe(items)
    expect((await admin(`GET ${again}`)).body.value).toEqual([])
    expect((await admin(`GET ${link}`)).status).toBe(404)
  })
})

describe('a column that is there', () => {
  it('is read by its id, and takes other words and choices, but no other name or type', async () => {
    const phase = await column('phase')
    expect((await admin(`GET ${phase}`)).body.name).toBe('phase')
    const changed = await admin(`PATCH ${phase}`, { displayName: 'Fase', choice: { choices: ['idea', 'plan', 'realise'] } })
    expect(changed).toMatchObject({ status: 200, body: { displayName: 'Fase', name: 'phase' } })
    expect((await admin(`POST ${items}`, { fields: { key: 'c', phase: 'realise' } })).status).toBe(201)
    expect((await admin(`PATCH ${phase}`, { name: 'other' })).status).toBe(400)
    expect((await admin(`PATCH ${phase}`, { text: {} })).status).toBe(400)
    expect((await admin(`PATCH ${await column('kind')}`, { text: { allowMultipleLines: true }, indexed: false })).status).toBe(501)
  })

  it('gets an index, over the rows that are there and those that come, and loses it again', async () => {
    const share = await column('share')
    expect(await found('fields/share eq 2')).toBeUndefined()
    expect((await admin(`PATCH ${share}`, { indexed: true })).status).toBe(200)
    await admin(`POST ${items}`, { fields: { key: 'c', share: 2 } })
    expect(await found('fields/share eq 2')).toEqual(['b', 'c'])
    expect((await admin(`PATCH ${share}`, { indexed: false })).status).toBe(200)
    expect(await found('fields/share eq 2')).toBeUndefined()
    await admin(`PATCH ${items}/1/fields`, { share: 2 })
    await admin(`PATCH ${share}`, { indexed: true })
    expect(await found('fields/share eq 2')).toEqual(['a', 'b', 'c'])
  })

  it('becomes unique only when no value stands twice', async () => {
    expect((await admin(`PATCH ${await column('kind')}`, { enforceUniqueValues: true })).status).toBe(400)
    await admin(`PATCH ${items}/2/fields`, { kind: 'y' })
    expect((await admin(`PATCH ${await column('kind')}`, { enforceUniqueValues: true })).status).toBe(200)
    expect((await admin(`POST ${items}`, { fields: { key: 'c', kind: 'X' } })).status).toBe(400)
  })

  it('may keep its index as it was, if that is how the real service is', async () => {
    const share = await column('share')
    const changed = await admin(`PATCH ${share}`, { indexed: true, displayName: 'Andel' }, { 'x-fault': 'otherwise; indexNotPatched' })
    expect(changed).toMatchObject({ status: 200, body: { displayName: 'Andel', indexed: false } })
  })

  it('is gone with what stood in it, and can be made again, empty', async () => {
    expect((await admin(`DELETE ${await column('kind')}`)).status).toBe(204)
    const [first] = (await admin(`GET ${items}?$expand=fields`)).body.value
    expect(first?.fields).toMatchObject({ key: 'a', share: 1 })
    expect(first?.fields).not.toHaveProperty('kind')
    expect((await admin(`POST ${items}`, { fields: { key: 'c', kind: 'x' } })).status).toBe(400)
    expect((await admin(`POST ${listPath()}/columns`, { name: 'kind', text: {}, indexed: true })).status).toBe(201)
    await admin(`POST ${items}`, { fields: { key: 'd', kind: 'x' } })
    expect(await found("fields/kind eq 'x'")).toEqual(['d'])
  })
})
