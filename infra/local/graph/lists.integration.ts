import { Client } from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { LOCAL_APP_ID } from '../identity/identity.ts'
import { makeList, openTestWorld, SITE_PATH, TEST_SITE, type TestWorld } from './test-world.ts'

let world: TestWorld
let site = ''
const graphAs = (kind: 'app' | 'admin'): Client => Client.init({ authProvider: world.authAs({ kind }) })

beforeAll(async () => {
  world = await openTestWorld()
  vi.stubGlobal('fetch', world.transport)
  site = `/sites/${world.server.site.id}`
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await world.close()
})

describe('a site', () => {
  it('is found by path and by id, through the official client', async () => {
    const byPath = await graphAs('app').api(`/sites/${TEST_SITE.hostname}:${TEST_SITE.path}`).get()
    const byId = await graphAs('app').api(`/sites/${byPath.id}`).get()
    expect(byPath.id).toMatch(/^eksempel\.sharepoint\.com,[0-9a-f-]{36},[0-9a-f-]{36}$/)
    expect(byPath).toEqual(byId)
    expect(byPath).toMatchObject({ displayName: 'Prosjektpuls', webUrl: 'https://eksempel.sharepoint.com/sites/prosjektpuls' })
  })

  it('may be addressed past its path with another colon', async () => {
    expect((await world.call('app', `GET ${SITE_PATH}/lists`)).status).toBe(200)
  })

  it('of another host is invalid, of another path not found', async () => {
    expect(await world.call('app', 'GET /sites/other.sharepoint.com:/sites/prosjektpuls')).toMatchObject({
      status: 400,
      body: { error: { code: 'invalidRequest', message: 'Provided id has an invalid hostname for this tenancy' } },
    })
    expect((await world.call('app', `GET /sites/${TEST_SITE.hostname}:/sites/other`)).status).toBe(404)
  })
})

describe('permissions of the site', () => {
  it('are given and listed by an administrator only', async () => {
    const grant = { roles: ['read'], grantedToIdentities: [{ application: { id: 'ABC', displayName: 'Other' } }] }
    expect(await world.call('admin', `POST ${site}/permissions`, grant)).toMatchObject({ status: 201, body: { roles: ['read'] } })
    const listed = await world.call('admin', `GET ${site}/permissions`)
    expect(listed.body.value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          roles: ['write'],
          grantedToIdentitiesV2: [{ application: { id: LOCAL_APP_ID, displayName: 'Prosjektpuls' } }],
        }),
        expect.objectContaining({ roles: ['read'] }),
      ]),
    )
    for (const caller of ['app', 'owner', 'person'] as const) {
      expect((await world.call(caller, `POST ${site}/permissions`, grant)).status).toBe(403)
    }
  })

  it('are refused with a role that does not exist', async () => {
    const grant = { roles: ['everything'], grantedTo: { application: { id: 'abc' } } }
    expect((await world.call('admin', `POST ${site}/permissions`, grant)).status).toBe(400)
  })
})

describe('a list', () => {
  it('is created without echoing its columns and found by id, title and filter', async () => {
    const body = { displayName: 'Prosjekter', columns: [{ name: 'key', text: {}, indexed: true }], list: { template: 'genericList' } }
    const created = await graphAs('admin').api(`${site}/lists`).post(body)
    expect(created).toMatchObject({ displayName: 'Prosjekter', eTag: `${created.id},1`, list: { template: 'genericList' } })
    expect(created).not.toHaveProperty('columns')
    expect(await graphAs('app').api(`${site}/lists/${created.id}`).get()).toEqual(created)
    expect(await graphAs('app').api(`${site}/lists/Prosjekter`).get()).toEqual(created)
    const found = await graphAs('app').api(`${site}/lists`).filter("displayName eq 'Prosjekter'").get()
    expect(found.value).toMatchObject([{ id: created.id }])
    expect((await graphAs('app').api(`${site}/lists`).filter("displayName eq 'Nothing'").get()).value).toEqual([])
  })

  it('is shown with what $select names, and so are sites and columns', async () => {
    await makeList(world, 'Valgt')
    const list = await graphAs('app').api(`${site}/lists/Valgt`).select('id').get()
    expect(Object.keys(list)).toEqual(['@odata.context', '@odata.etag', 'id'])
    expect((await graphAs('app').api(`${site}/lists`).select('displayName').get()).value[0]).not.toHaveProperty('id')
    expect(await graphAs('app').api(site).select('id').get()).not.toHaveProperty('webUrl')
    const columns = await graphAs('app').api(`${site}/lists/Valgt/columns`).select('name').get()
    expect(columns.value[0]).toEqual({ name: 'Title' })
    expect((await world.call('app', `GET ${site}/lists?$select=colour`)).status).toBe(400)
  })

  it.each([
    [
      'name instead of displayName',
      { name: 'x' },
      400,
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    ],
    ['an unknown template', { displayName: 'x', list: { template: 'tasks' } }, 400, 'One of the provided arguments is not acceptable.'],
    ['a lookup column', { displayName: 'x', columns: [{ name: 'a', lookup: {} }], list: { template: 'genericList' } }, 501, 'lookup'],
    [
      'the same column twice',
      {
        displayName: 'x',
        columns: [
          { name: 'a', text: {} },
          { name: 'A', text: {} },
        ],
        list: { template: 'genericList' },
      },
      409,
      'already exists',
    ],
  ])('is refused with %s, and nothing of it stays', async (_, body, status, message) => {
    const answer = await world.call('admin', `POST ${site}/lists`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toContain(message)
    expect((await world.call('app', `GET ${site}/lists/x`)).body.error).toMatchObject({
      code: 'itemNotFound',
      message: 'The specified list was not found',
    })
  })

  it('cannot take a title that is taken, in whatever case', async () => {
    await makeList(world, 'Varsler')
    const again = await world.call('admin', `POST ${site}/lists`, { displayName: 'VARSLER', list: { template: 'genericList' } })
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'nameAlreadyExists' } } })
  })

  it('can be filtered by nothing but its title', async () => {
    const answer = await world.call('app', `GET ${site}/lists?$filter=startswith(displayName,'P')`)
    expect(answer).toMatchObject({ status: 400, body: { error: { message: 'The provided filter statement is not supported' } } })
  })
})

describe('columns', () => {
  it('are listed with the built-in ones, hidden ones left out, and can be added afterwards', async () => {
    const items = await makeList(world, 'Gevinster')
    const columns = items.replace(/items$/, 'columns')
    const added = await graphAs('admin')
      .api(columns)
      .post({ name: 'change', displayName: 'Endring', text: { allowMultipleLines: true } })
    expect(added).toMatchObject({ name: 'change', displayName: 'Endring', text: { allowMultipleLines: true } })
    expect(added.id).toMatch(/^[0-9a-f-]{36}$/)
    const names = (await graphAs('app').api(columns).get()).value.map((column: { name: string }) => column.name)
    expect(names).toEqual(expect.arrayContaining(['Title', 'Created', 'key', 'change']))
    expect(names).not.toContain('secret')
  })

  it('cannot be added twice', async () => {
    const columns = (await makeList(world, 'Tiltak')).replace(/items$/, 'columns')
    expect(await world.call('admin', `POST ${columns}`, { name: 'KEY', text: {} })).toMatchObject({
      status: 409,
      body: { error: { code: 'nameAlreadyExists' } },
    })
  })

  it('hold at most 20 indexes', async () => {
    const columns = Array.from({ length: 21 }, (_, index) => ({ name: `c${index}`, text: {}, indexed: true }))
    const answer = await world.call('admin', `POST ${site}/lists`, { displayName: 'Many', columns, list: { template: 'genericList' } })
    expect(answer.body.error.message).toBe('A list has at most 20 indexes.')
  })
})
