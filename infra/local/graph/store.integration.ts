import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCAL_APP_ID } from '../identity/identity.ts'
import { parseColumn } from './column-definition.ts'
import { siteOf } from './ids.ts'
import { type GraphStore, openStore } from './store.ts'
import { TEST_COLUMNS, TEST_NOW, TEST_SITE, testFolder, testIdentity } from './test-world.ts'
import { localTransport } from './transport.ts'

const folder = testFolder()
const BY = { application: { id: 'a', displayName: 'A' } }
const AT = '2026-05-04T07:00:00Z'

const open = (name: string): GraphStore => openStore({ file: join(folder.path, name), now: () => TEST_NOW })

const withList = (name: string): GraphStore => {
  const store = open(name)
  const columns = TEST_COLUMNS.map(parseColumn).flatMap((column) => (column.ok ? [column.value] : []))
  store.lists.createList({ title: 'Varsler', description: '', columns }, BY, AT)
  store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['write'] })
  return store
}

afterAll(() => folder.remove())

describe('two stores on one file', () => {
  let one: GraphStore
  let two: GraphStore
  beforeAll(() => {
    one = withList('shared.sqlite')
    two = open('shared.sqlite')
  })
  afterAll(() => {
    one.close()
    two.close()
  })
  const listIn = (store: GraphStore) => {
    const list = store.lists.findList('Varsler')
    if (!list) throw new Error('no list')
    return list
  }
  const insert = (store: GraphStore, key: string) =>
    store.items.insert(listIn(store), store.lists.columns(listIn(store)), [{ key }], { by: BY, at: AT })

  it('see each other at once, and only one of them can take a unique key', () => {
    expect(insert(one, 'claim').ok).toBe(true)
    expect(insert(two, 'claim')).toMatchObject({ ok: false, status: 400 })
    expect(two.listItems('Varsler')).toEqual(one.listItems('Varsler'))
  })

  it('cannot both change the same version of an item', () => {
    const item = two.listItems('Varsler')[0]
    const change = (store: GraphStore) =>
      store.items.update(
        listIn(store),
        store.lists.columns(listIn(store)),
        1,
        { set: { rank: 1 }, clear: [] },
        { by: BY, at: AT, ifMatch: `"${item?.guid},1"` },
      )
    expect(change(one).ok).toBe(true)
    expect(change(two)).toMatchObject({ ok: false, status: 412 })
  })

  it('find a column that the other has added', () => {
    const column = parseColumn({ name: 'added', text: {}, indexed: true, enforceUniqueValues: true })
    if (!column.ok) throw new Error(column.message)
    two.lists.columns(listIn(two))
    one.lists.addColumn(listIn(one), column.value, AT)
    expect(two.lists.columns(listIn(two)).map((known) => known.name)).toContain('added')
    two.bulkInsert('Varsler', [{ key: 'x', added: 'once' }])
    expect(() => one.bulkInsert('Varsler', [{ key: 'y', added: 'ONCE' }])).toThrow('unique constraints')
  })
})

describe('bulk insertion', () => {
  it('stores all rows or none', () => {
    const store = withList('bulk.sqlite')
    expect(() => store.bulkInsert('Varsler', [{ key: 'a' }, { key: 'b', custom: 1 }])).toThrow(
      "row 1 of Varsler was refused: Field 'custom' is not recognized",
    )
    expect(() => store.bulkInsert('Varsler', [{ key: 'a' }, { key: 'A' }])).toThrow('unique constraints')
    expect(store.listItems('Varsler')).toEqual([])
    expect(store.bulkInsert('Varsler', [{ key: 'a' }, { key: 'b' }], { at: new Date('2025-01-01T00:00:00Z') })).toBe(2)
    expect(store.listItems('Varsler').map((item) => [item.id, item.fields.key, item.created])).toEqual([
      [1, 'a', '2025-01-01T00:00:00Z'],
      [2, 'b', '2025-01-01T00:00:00Z'],
    ])
    store.close()
  })
})

describe('a server killed in the middle of writing', () => {
  const children: ChildProcess[] = []
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })

  const startChild = async (file: string, keyFile: string) => {
    const script = join(import.meta.dirname, 'test-server-process.ts')
    const child = spawn(process.execPath, [script, file, keyFile], { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const [line] = await once(child.stdout, 'data')
    return { child, url: String(line).trim() }
  }

  it('leaves another on the same file at work; each unique value went to one of them, and delta tells all of it', async () => {
    const file = join(folder.path, 'pair.sqlite')
    const keyFile = join(folder.path, 'key.pem')
    withList('pair.sqlite').close()
    const token = await testIdentity(keyFile).issueGraphToken({ kind: 'app' })
    const items = `https://graph.microsoft.com/v1.0/sites/${siteOf(TEST_SITE).id}/lists/Varsler/items`
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const [doomed, staying] = [await startChild(file, keyFile), await startChild(file, keyFile)]
    const claimed: string[] = []

    /** Both claim the same keys in the same order; refusals are expected, a broken connection ends the claiming. */
    const claim = async (url: string, upTo: number): Promise<'done' | 'cut'> => {
      for (let n = 0; n < upTo; n += 1) {
        const body = JSON.stringify({ fields: { key: `claim:${n}` } })
        const answer = await localTransport(url)(items, { method: 'POST', headers, body }).catch(() => undefined)
        if (!answer) return 'cut'
        if (answer.status === 201) claimed.push(`claim:${n}`)
        else expect(answer.status).toBe(400)
      }
      return 'done'
    }
    const both = Promise.all([claim(doomed.url, 100_000), claim(staying.url, 300)])
    while (claimed.length < 100) await new Promise((resolve) => setTimeout(resolve, 1))
    doomed.child.kill('SIGKILL')
    expect(await both).toEqual(['cut', 'done'])
    expect(new Set(claimed).size).toBe(claimed.length)

    const told = new Set<string>()
    let next: string | undefined = `${items}/delta?$expand=fields&$top=100`
    while (next) {
      const answer = await localTransport(staying.url)(next, { headers })
      const page = (await answer.json()) as { value: { fields: { key: string } }[]; '@odata.nextLink'?: string }
      for (const item of page.value) told.add(item.fields.key)
      next = page['@odata.nextLink']
    }
    expect(claimed.filter((key) => !told.has(key))).toEqual([])
    const store = open('pair.sqlite')
    const stored = store.listItems('Varsler').map((item) => String(item.fields.key))
    expect(new Set(stored).size).toBe(stored.length)
    expect([...told].toSorted()).toEqual(stored.toSorted())
    store.close()
  })

  it('has lost nothing it acknowledged and doubled nothing', async () => {
    const file = join(folder.path, 'killed.sqlite')
    const keyFile = join(folder.path, 'key.pem')
    withList('killed.sqlite').close()
    const token = await testIdentity(keyFile).issueGraphToken({ kind: 'app' })
    const acknowledged: string[] = []

    const writer = async (url: string, name: string): Promise<void> => {
      for (let n = 0; ; n += 1) {
        const response = await localTransport(url)(`https://graph.microsoft.com/v1.0/sites/${siteOf(TEST_SITE).id}/lists/Varsler/items`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ fields: { key: `${name}:${n}` } }),
        })
        if (response.status !== 201) throw new Error(`answered ${response.status}`)
        acknowledged.push(`${name}:${n}`)
      }
    }

    for (const round of [1, 2, 3]) {
      const { child, url } = await startChild(file, keyFile)
      const goal = acknowledged.length + 100
      const writers = ['a', 'b', 'c', 'd'].map((name) => writer(url, `${round}${name}`).catch((error: Error) => error.message))
      while (acknowledged.length < goal) await new Promise((resolve) => setTimeout(resolve, 1))
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(await Promise.all(writers)).toEqual(Array.from({ length: 4 }, () => 'fetch failed'))
    }

    const store = open('killed.sqlite')
    const stored = store.listItems('Varsler').map((item) => String(item.fields.key))
    expect(acknowledged.length).toBeGreaterThanOrEqual(300)
    expect(new Set(stored).size).toBe(stored.length)
    expect(acknowledged.filter((key) => !stored.includes(key))).toEqual([])
    store.close()
  })
})
