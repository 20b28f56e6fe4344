import { afterAll, beforeAll, expect, it } from 'vitest'
import { programme, project } from '#domain/facts.fixture.ts'
import type { Change, Project } from '#domain/model.ts'
import type { Actor, Store } from '#usecases/ports.ts'
import { columnDefinition, provision } from '../../infra/lists/provision.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../../infra/local/graph/test-world.ts'
import { createGraph, type Graph, type Transport } from './graph.ts'
import { LISTS } from './lists.ts'
import { openSite } from './site.ts'
import { openStore } from './store.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
const NOW = '2026-05-04T07:00:00.000Z'
const OFFICE: Actor = { personId: 'anne', via: 'tab', now: NOW }

let world: TestWorld
let store: Store
let units: () => number

const graphAs = (kind: 'app' | 'admin'): Graph =>
  createGraph({ tokens: { token: () => world.identity.issueGraphToken({ kind }) }, transport: world.transport as Transport })
const listPath = () => `/sites/${world.server.site.id}/lists/${world.server.store.lists.findList(LISTS.programmes.display)?.id}`
const add = (key: string): Change => ({ op: 'create', list: 'programmes', record: programme({ key, belongsRule: 'Velferd' }) })
const rule = (key: string) => store.snapshot().facts.tables.programmes.get(key)?.belongsRule
const faults = () => store.snapshot().faults.map(({ code, list, column }) => [code, list, column])

beforeAll(async () => {
  world = await openTestWorld()
  const made = await provision({ graph: graphAs('admin'), siteUrl: SITE_URL })
  if (!made.ok) throw new Error(made.code)
  const graph = graphAs('app')
  units = graph.unitsSpent
  const site = await openSite(graph, SITE_URL)
  if (!site.ok) throw new Error(site.code)
  const opened = await openStore({ graph, site: site.value, now: () => NOW })
  if (!opened.ok) throw new Error(opened.code)
  store = opened.value
  await store.write([add('a')], OFFICE)
})
afterAll(() => world.close())

it('a column that an owner deletes and puts back is read without and with again, at the next refresh and without a restart', async () => {
  const columns = await world.call('admin', `GET ${listPath()}/columns`)
  const belongsRule = columns.body.value.find(({ name }) => name === 'belongsRule')
  expect((await world.call('admin', `DELETE ${listPath()}/columns/${belongsRule?.id}`)).status).toBe(204)
  expect(await store.refresh()).toBe(true)
  expect([faults(), rule('a')]).toEqual([[['columnMissing', 'programmes', 'belongsRule']], null])

  await world.call('admin', `POST ${listPath()}/columns`, columnDefinition(LISTS.programmes.columns.belongsRule))
  expect(await store.refresh()).toBe(true)
  expect(faults()).toEqual([])
  expect((await store.write([add('b')], OFFICE)).ok).toBe(true)
  await store.refresh()
  expect(rule('b')).toBe('Velferd')
})

it('a site from before projects had documents is read and written all the same, and provisioning gives it the column', async () => {
  const listOf = `/sites/${world.server.site.id}/lists/${world.server.store.lists.findList(LISTS.projects.display)?.id}`
  const columns = await world.call('admin', `GET ${listOf}/columns`)
  const documents = columns.body.value.find(({ name }) => name === 'documents')
  expect((await world.call('admin', `DELETE ${listOf}/columns/${documents?.id}`)).status).toBe(204)
  await store.refresh()
  const row = () => store.snapshot().facts.tables.projects.get('old')
  const set = (change: Partial<Project>): Change => ({
    op: 'update',
    list: 'projects',
    key: 'old',
    set: change,
    version: store.snapshot().versionOf('projects', 'old') ?? '',
  })
  expect((await store.write([{ op: 'create', list: 'projects', record: project({ key: 'old' }) }], OFFICE)).ok).toBe(true)
  expect((await store.write([set({ why: 'Fordi' })], OFFICE)).ok).toBe(true)
  expect(row()).toMatchObject({ why: 'Fordi', documents: [] })
  const linked = [{ title: 'Styringsdokument', url: 'https://kommune.no/dok', rule: 'steeringDocument' }]
  expect(await store.write([set({ documents: linked })], OFFICE)).toMatchObject({ ok: false, code: 'refusedByStore' })

  expect(await provision({ graph: graphAs('admin'), siteUrl: SITE_URL })).toMatchObject({
    ok: true,
    value: { createdColumns: [{ list: 'Prosjekter', column: 'documents' }] },
  })
  await store.refresh()
  expect((await store.write([set({ documents: linked })], OFFICE)).ok).toBe(true)
  expect(row()).toMatchObject({ why: 'Fordi', documents: linked })
  expect(faults()).toEqual([])
})

it('a list that is deleted leaves what was read of it, and one put in its place is read and written', async () => {
  expect((await world.call('admin', `DELETE ${listPath()}`)).status).toBe(204)
  expect(await store.refresh()).toBe(true)
  expect(faults()).toEqual([['listMissing', 'programmes', null]])
  expect(rule('b')).toBe('Velferd')
  expect(await store.write([add('c')], OFFICE)).toMatchObject({ ok: false, code: 'refusedByStore', detail: 'listMissing' })

  expect((await provision({ graph: graphAs('admin'), siteUrl: SITE_URL })).ok).toBe(true)
  expect(await store.refresh()).toBe(true)
  expect([faults(), rule('b')]).toEqual([[], undefined])
  expect((await store.write([add('c')], OFFICE)).ok).toBe(true)
  expect(rule('c')).toBe('Velferd')
})

it('a site in which nothing is amiss is not asked for its lists', async () => {
  await store.refresh()
  const before = units()
  await store.refresh()
  expect(units() - before).toBe(Object.keys(LISTS).length)
})
