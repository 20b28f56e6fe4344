import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalLists, openLocalLists } from './lists.ts'
import { registerListsView } from './lists-view.ts'
import { refusalOf } from './refusals.ts'
import { scenarioNamed } from './scenarios/scenarios.ts'
import type { ListSummary, ListView } from './shapes.ts'

describe('the lists edited by hand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lists-view-'))
  let lists: LocalLists
  let app: FastifyInstance

  beforeAll(async () => {
    const scenario = scenarioNamed('demo')
    if (!scenario) throw new Error('no demo scenario')
    lists = await openLocalLists({
      file: join(folder, 'demo.sqlite'),
      scenario,
      day: '2026-05-18',
      now: () => new Date('2026-05-18T07:00:00Z'),
      wallClock: () => new Date(),
      port: 0,
    })
    app = fastify()
    app.setErrorHandler((error, _request, reply) => refusalOf(error, reply, () => undefined))
    registerListsView(app, {
      server: lists.server,
      ownerToken: () => lists.identity.issueGraphToken({ kind: 'owner', personId: scenario.people[0]?.personId ?? '' }),
    })
    await app.ready()
  }, 60_000)
  afterAll(async () => {
    await app?.close()
    await lists?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const call = async (line: string, body?: object) => {
    const [method = 'GET', url = '/'] = line.split(' ')
    const answer = await app.inject({ method: method as 'GET', url, ...(body ? { payload: body } : {}) })
    return { status: answer.statusCode, body: answer.json() }
  }
  const projects = async (query = ''): Promise<ListView> => (await call(`GET /lists/projects${query}`)).body

  it('are listed with their titles and counts', async () => {
    const all: ListSummary[] = (await call('GET /lists')).body
    expect(all.find((one) => one.code === 'projects')).toMatchObject({ items: (await projects()).rows.length })
  })

  it('show columns by display name, the stamp last, and rows in order', async () => {
    const { columns, rows, next } = await projects()
    expect(columns[0]?.name).toBe('Title')
    expect(columns.find((column) => column.name === 'key')).toMatchObject({ displayName: 'Nøkkel', unique: true, indexed: true })
    expect(columns.slice(-2).map(({ name }) => name)).toEqual(['schemaVersion', 'act'])
    expect(rows.map((row) => Number(row.id))).toEqual(rows.map((row) => Number(row.id)).toSorted((a, b) => a - b))
    expect(next).toBeNull()
  })

  it('are searched by any of their words', async () => {
    const [first] = (await projects()).rows
    const found = await projects(`?find=${encodeURIComponent(String(first?.fields.Title).toUpperCase())}`)
    expect(found.rows.map((row) => row.id)).toContain(first?.id)
    expect((await projects('?find=zzzz-nothing')).rows).toEqual([])
  })

  it('are changed as the site owner, and the product sees it at its next refresh, faults or not', async () => {
    const [row] = (await projects()).rows
    if (!row) throw new Error('no project')
    lists.server.setFaults({ status: { code: 503 } })
    const changed = await call(`PATCH /lists/projects/${row.id}`, { fields: { Title: 'Endret for hånd' }, eTag: row.eTag })
    lists.server.setFaults({})
    expect(changed).toMatchObject({ status: 200, body: { id: row.id, fields: { Title: 'Endret for hånd' } } })
    expect(lists.server.requests().at(-1)).toMatchObject({ method: 'PATCH', caller: 'owner', status: 200 })
    await lists.store.refresh()
    const titles = [...lists.store.snapshot().facts.tables.projects.values()].map((project) => project.title)
    expect(titles).toContain('Endret for hånd')
  })

  it('say so when the row has been changed in the meantime', async () => {
    const [row] = (await projects()).rows
    await call(`PATCH /lists/projects/${row?.id}`, { fields: { Title: 'Først' }, eTag: row?.eTag })
    const late = await call(`PATCH /lists/projects/${row?.id}`, { fields: { Title: 'For sent' }, eTag: row?.eTag })
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect((await projects()).rows[0]?.fields.Title).toBe('Først')
  })

  it('take new rows and lose deleted ones', async () => {
    const before = (await projects()).rows.length
    expect((await call('POST /lists/projects', { fields: {} })).status).toBe(201)
    const rows = (await projects()).rows
    expect(rows).toHaveLength(before + 1)
    const last = rows.at(-1)
    expect(last?.fields).toEqual({})
    expect((await call(`DELETE /lists/projects/${last?.id}`)).status).toBe(200)
    expect((await projects()).rows).toHaveLength(before)
  })

  it.each([
    ['GET /lists/nothing', undefined, 404, 'unknownList'],
    ['PATCH /lists/projects/x', { fields: {} }, 400, 'fieldInvalid'],
    ['PATCH /lists/projects/999999', { fields: { Title: 'a' } }, 404, 'itemNotFound'],
    ['PATCH /lists/projects/1', { fields: { nothing: 'a' } }, 400, 'invalidRequest'],
    ['DELETE /lists/projects/999999', undefined, 404, 'itemNotFound'],
  ])('refuse %s %j', async (line, body, status, code) => {
    expect(await call(line, body)).toMatchObject({ status, body: { error: { code } } })
  })
})
