import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ImportView } from '#contract/views.ts'
import { createGraph, type Graph, type Transport } from '#data/graph.ts'
import { openSite, type Site } from '#data/site.ts'
import { openStore } from '#data/store.ts'
import type { Draft, ListCode } from '#domain/model.ts'
import { provision } from '../../infra/lists/provision.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../../infra/local/graph/test-world.ts'
import { type Cells, PER, workbook, xlsxOf } from './import/workbook.fixture.ts'
import { type ImportAsker, type ImportRequest, importFile } from './import-file.ts'
import type { Store } from './ports.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
const TODAY = '2026-05-18'
const NOW = `${TODAY}T08:00:00.000Z`
const OFFICE: ImportAsker = { personId: 'anne', via: 'import', now: NOW, today: TODAY, language: 'nb' }

let world: TestWorld
let app: Graph
let site: Site
let store: Store
/** Requests that are cut before they arrive, counted down. */
let cutAfter = Number.POSITIVE_INFINITY

const graphAs = (kind: 'app' | 'admin'): Graph =>
  createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind }) },
    transport: (async (url, init) => {
      if (kind === 'app' && init?.method !== undefined && init.method !== 'GET') {
        cutAfter -= 1
        if (cutAfter < 0)
          return new Response('{"error":{"code":"serviceNotAvailable","message":"x"}}', {
            status: 503,
            headers: { 'content-type': 'application/json' },
          })
      }
      return world.transport(url, init)
    }) as Transport,
    sleep: async () => undefined,
  })

const personDraft = (personId: string, displayName: string, roles: Draft<'people'>['roles']): Draft<'people'> => {
  const { actorId: _a, actedAt: _t, via: _v, schemaVersion: _s, ...rest } = PER
  return { ...rest, key: personId, personId, displayName, roles }
}

const open = async (): Promise<Store> => {
  const opened = await openStore({ graph: app, site, now: () => NOW })
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}

async function bring(request: Partial<ImportRequest> & { bytes: Uint8Array }, asker: ImportAsker = OFFICE): Promise<ImportView> {
  const done = await importFile({ fileName: 'fil', dryRun: false, ...request }, asker, { store })
  if (!done.ok) throw new Error(done.code)
  return done.value
}
const rows = (list: ListCode): number => store.snapshot().facts.tables[list].size
const counts = ({ rows: all, imported, updated, unchanged, rejected }: ImportView) => ({
  rows: all,
  imported,
  updated,
  unchanged,
  rejected: rejected.length,
})
const bytesOf = (changes: Cells = {}): Promise<Buffer> => xlsxOf(workbook(changes))
const csv = (text: string): Uint8Array => Buffer.from(text)

beforeAll(async () => {
  world = await openTestWorld()
  const made = await provision({ graph: graphAs('admin'), siteUrl: SITE_URL })
  if (!made.ok) throw new Error(`provision: ${made.code} ${made.detail}`)
  app = graphAs('app')
  const found = await openSite(app, SITE_URL)
  if (!found.ok) throw new Error(found.code)
  site = found.value
  store = await open()
  const people = [
    personDraft('anne', 'Anne Lie', ['office']),
    personDraft('per', 'Per Olsen', []),
    personDraft('kari', 'Kari Nordmann', []),
  ]
  const written = await store.write(
    people.map((record) => ({ op: 'create' as const, list: 'people' as const, record })),
    { personId: 'anne', via: 'system', now: NOW },
  )
  if (!written.ok) throw new Error(written.code)
})
beforeEach(async () => {
  cutAfter = Number.POSITIVE_INFINITY
  await store.refresh()
})
afterAll(() => world.close())

describe('importing the workbook into the lists', () => {
  it('is for the portfolio office', async () => {
    const done = await importFile({ fileName: 'a.xlsx', bytes: await bytesOf(), dryRun: true }, { ...OFFICE, personId: 'per' }, { store })
    expect(done).toMatchObject({ ok: false, code: 'notAllowed' })
  })

  it('tells in a dry run what it would do, and writes nothing', async () => {
    const before = rows('log')
    const view = await bring({ bytes: await bytesOf(), dryRun: true })
    expect(view).toMatchObject({
      kind: 'workbook',
      dryRun: true,
      mapping: null,
      projects: [{ key: 'digital-byggesak', title: 'Digital byggesak' }],
    })
    expect(rows('projects')).toBe(0)
    expect(rows('log')).toBe(before)
  })

  it('brings the whole workbook in, in the counts of the dry run', async () => {
    const bytes = await bytesOf()
    const dry = await bring({ bytes, dryRun: true })
    const view = await bring({ bytes })
    expect(counts(view)).toEqual(counts(dry))
    expect(view).toMatchObject({ rows: 11, imported: 11, updated: 0, unchanged: 0 })
    expect(view.rejected).toMatchObject([{ code: 'targetEqualsBaseline', text: expect.stringContaining('lik nullpunkt') }])
    expect([
      rows('projects'),
      rows('benefits'),
      rows('benefitActions'),
      rows('indicators'),
      rows('measurements'),
      rows('statusReports'),
    ]).toEqual([1, 3, 3, 2, 1, 1])
    expect(store.snapshot().facts.tables.measurements.get('digital-byggesak:kortere-svartid:dager-til-svar:2026-04-30:1')).toMatchObject({
      value: 0,
      via: 'import',
      actorId: 'anne',
    })
    expect(store.snapshot().faults).toEqual([])
  })

  it('reads back what it wrote, and doubles nothing the second time', async () => {
    store = await open()
    const view = await bring({ bytes: await bytesOf() }, { ...OFFICE, now: `${TODAY}T09:00:00.000Z` })
    expect(counts(view)).toMatchObject({ imported: 0, updated: 0, unchanged: 11 })
    expect(rows('measurements')).toBe(1)
    const imports = [...store.snapshot().facts.tables.log.values()].filter(({ what }) => what === 'import')
    expect(imports).toHaveLength(2)
    expect(imports[0]).toMatchObject({ what: 'import', refKey: expect.stringMatching(/^[0-9a-f]{64}$/), after: { imported: 11 } })
  })

  it('updates only what the file says otherwise', async () => {
    const view = await bring({ bytes: await bytesOf({ Forside: { B13: 900_000 } }) })
    expect(counts(view)).toMatchObject({ imported: 0, updated: 1, unchanged: 10 })
    expect(store.snapshot().facts.tables.projects.get('digital-byggesak')).toMatchObject({
      budget: 900_000,
      phase: 'deliver',
      ownerId: 'per',
    })
  })
})

describe('importing a table into the lists', () => {
  const TABLE = csv(
    'Prosjekt;Id;Program;Budsjett (mill. kr);Status\nAlfa;1;Skole;1,5;Grønn\nBeta;2;Skole;tull;\n"Gamma; del 2";3;Helse;0;Rød\n',
  )

  it('brings the good rows in, makes the programmes once, and tells the bad one', async () => {
    const view = await bring({ bytes: TABLE, fileName: 'liste.csv' })
    expect(counts(view)).toEqual({ rows: 3, imported: 2, updated: 0, unchanged: 0, rejected: 1 })
    expect(view.rejected).toMatchObject([{ sheet: 'liste.csv', row: 3, column: 'Budsjett (mill. kr)', value: 'tull', code: 'notANumber' }])
    expect(view).toMatchObject({
      kind: 'table',
      mapping: { keyColumn: 'Id', scale: { budget: 1_000_000 } },
      headers: ['Prosjekt', 'Id', 'Program', 'Budsjett (mill. kr)', 'Status'],
    })
    expect([...store.snapshot().facts.tables.programmes.keys()]).toEqual(['skole', 'helse'])
    expect(store.snapshot().facts.tables.projects.get('1')).toMatchObject({
      title: 'Alfa',
      budget: 1_500_000,
      sourceId: '1',
      programmeKey: 'skole',
    })
  })

  it('asks who a name is that is nobody’s, and gives who is chosen the roles the file says', async () => {
    const bytes = csv('Prosjekt;Prosjekteier;Prosjektleder\nNytt arkiv;Kommunalsjef oppvekst;Kommunalsjef oppvekst\n')
    const mapping = { columns: { title: 'Prosjekt', owner: 'Prosjekteier', manager: 'Prosjektleder' } }
    const tried = await bring({ bytes, mapping, dryRun: true })
    expect(tried.names).toEqual([{ name: 'Kommunalsjef oppvekst', roles: ['prosjekteier', 'prosjektleder'] }])
    expect(tried.holds).toMatchObject({ projects: 1, benefits: 0 })
    // Somebody who is not in the people list is still nobody.
    const unknown = await bring({ bytes, mapping, dryRun: true, people: { 'Kommunalsjef oppvekst': 'gone' } })
    expect(unknown.names).toHaveLength(1)
    const brought = await bring({ bytes, mapping, people: { 'Kommunalsjef oppvekst': 'per' } })
    expect(brought.names).toEqual([])
    const made = store.snapshot().facts.tables.projects.get(brought.projects[0]?.key ?? '')
    expect(made).toMatchObject({ title: 'Nytt arkiv', ownerId: 'per', managerId: 'per' })
  })

  it('goes on where it was cut off: one project’s failure is told on its rows and stops no other', async () => {
    const table = csv('Prosjekt;Fase\nDelta;Konsept\nEpsilon;Plan\nZeta;Idé\n')
    cutAfter = 1
    const cut = await bring({ bytes: table, fileName: 'liste.csv' })
    expect(cut).toMatchObject({
      imported: 1,
      rejected: [
        { row: 3, code: 'storeUnavailable' },
        { row: 4, code: 'storeUnavailable' },
      ],
    })
    cutAfter = Number.POSITIVE_INFINITY
    const again = await bring({ bytes: table, fileName: 'liste.csv' }, { ...OFFICE, now: `${TODAY}T10:00:00.000Z` })
    expect(counts(again)).toEqual({ rows: 3, imported: 2, updated: 0, unchanged: 1, rejected: 0 })
  })

  it('agrees with another import that was there first', async () => {
    const bytes = csv('Prosjekt;Fase\nEta;Konsept\n')
    const other = await open()
    const first = await importFile({ fileName: 'a.csv', bytes, dryRun: false }, OFFICE, { store: other })
    expect(first.ok).toBe(true)
    // Our own picture does not know of it yet: the write collides, is read again and agrees.
    const second = await bring({ bytes, fileName: 'a.csv' }, { ...OFFICE, now: `${TODAY}T11:00:00.000Z` })
    expect(second.rejected).toEqual([])
    expect([...store.snapshot().facts.tables.projects.values()].filter(({ title }) => title === 'Eta')).toHaveLength(1)
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    ['broken', Buffer.from('PK\u0003\u0004 ikke et arkiv'), 'fileUnreadable'],
    ['without rows', csv('Prosjekt;Fase\n'), 'fileEmpty'],
    ['empty', csv(''), 'fileEmpty'],
  ])('is refused when it is %s', async (_what, bytes, code) => {
    expect(await importFile({ fileName: 'fil', bytes, dryRun: false }, OFFICE, { store })).toMatchObject({ ok: false, code })
  })

  it('is refused with its own sentence when it is the blank workbook', async () => {
    const bytes = await xlsxOf(workbook({}, {}))
    expect(await importFile({ fileName: 'tom.xlsx', bytes, dryRun: false }, OFFICE, { store })).toMatchObject({
      ok: false,
      code: 'workbookBlank',
    })
  })
})
