import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCAL_CATALOG_APP_ID as CATALOG_APP_ID, LOCAL_API_CLIENT_ID, LOCAL_APP_ID } from '../identity/identity.ts'
import { KARI, makeList, OLA, openTestWorld, TEST_SITE, type TestWorld, testIdentity } from './test-world.ts'

let world: TestWorld
let site = ''
let items = ''

beforeAll(async () => {
  world = await openTestWorld()
  site = `/sites/${world.server.site.id}`
  items = await makeList(world, 'Prosjekter')
  world.server.store.bulkInsert('Prosjekter', [{ key: 'a' }])
})
afterAll(() => world.close())

describe('a token', () => {
  it.each([
    ['missing', async () => undefined, 'Access token is empty.'],
    ['nonsense', async () => 'abc', 'Access token validation failure.'],
    [
      'expired',
      () => world.identity.issueGraphToken({ kind: 'app', expiresInSeconds: -60 }),
      'Lifetime validation failed, the token is expired.',
    ],
    ['for the api, not for Graph', () => world.identity.issueApiToken({ personId: KARI.id }), 'Access token validation failure.'],
    [
      'of another audience',
      () => world.identity.issueGraphToken({ kind: 'admin', overrides: { aud: LOCAL_API_CLIENT_ID } }),
      'Access token validation failure.',
    ],
    ['signed by another key', () => testIdentity().issueGraphToken({ kind: 'admin' }), 'Access token validation failure.'],
  ])('that is %s is answered 401', async (_, tokenOf, message) => {
    const answer = await world.call({ token: await tokenOf() }, `GET ${items}/1`)
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'InvalidAuthenticationToken', message } } })
    expect(world.server.requests().at(-1)).toMatchObject({ status: 401, units: 0, caller: 'anonymous' })
  })
})

describe('who may what', () => {
  const newList = () => ({ displayName: `List ${Math.random()}`, list: { template: 'genericList' } })
  const acts: [
    string,
    (caller: 'app' | 'admin' | 'owner' | 'person') => Promise<number>,
    Record<'app' | 'admin' | 'owner' | 'person', number>,
  ][] = [
    [
      'read items',
      async (caller) => (await world.call(caller, `GET ${items}/1`)).status,
      { app: 200, admin: 200, owner: 200, person: 403 },
    ],
    [
      'write items',
      async (caller) => (await world.call(caller, `PATCH ${items}/1/fields`, { rank: 1 })).status,
      { app: 200, admin: 200, owner: 200, person: 403 },
    ],
    [
      'create lists',
      async (caller) => (await world.call(caller, `POST ${site}/lists`, newList())).status,
      { app: 403, admin: 201, owner: 201, person: 403 },
    ],
    [
      'add columns',
      async (caller) => (await world.call(caller, `POST ${site}/lists/Prosjekter/columns`, { name: `c_${caller}`, text: {} })).status,
      { app: 403, admin: 201, owner: 201, person: 403 },
    ],
    [
      'read users',
      async (caller) => (await world.call(caller, `GET /users/${KARI.id}`)).status,
      { app: 200, admin: 200, owner: 200, person: 200 },
    ],
  ]
  it.each(acts)('to %s: the app with write, an administrator, a site owner, a person', async (_, act, expected) => {
    const statuses = { app: await act('app'), admin: await act('admin'), owner: await act('owner'), person: await act('person') }
    expect(statuses).toEqual(expected)
  })

  it('an app with Sites.Selected has nothing without a grant, and gets what the grant says', async () => {
    const bare = await openTestWorld({ granted: false })
    const path = await makeList(bare, 'Prosjekter')
    const statuses = async () => [
      (await bare.call('app', `GET ${path}`)).status,
      (await bare.call('app', `POST ${path}`, { fields: {} })).status,
      (await bare.call('app', `POST /sites/${bare.server.site.id}/lists`, newList())).status,
    ]
    const denied = await bare.call('app', `GET /sites/${bare.server.site.hostname}:${bare.server.site.path}`)
    expect(denied).toMatchObject({ status: 403, body: { error: { code: 'accessDenied', message: 'Access denied' } } })
    expect(await statuses()).toEqual([403, 403, 403])
    for (const [role, expected] of [
      ['read', [200, 403, 403]],
      ['write', [200, 201, 403]],
      ['owner', [200, 201, 201]],
    ] as const) {
      bare.server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: [role] })
      expect(await statuses()).toEqual(expected)
    }
    await bare.close()
  })

  it('an app without User.ReadBasic.All may not read users', async () => {
    const token = await world.identity.issueGraphToken({ kind: 'app', overrides: { roles: ['Sites.Selected'] } })
    expect(await world.call({ token }, `GET /users/${KARI.id}`)).toMatchObject({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    })
  })

  it('an app without Presence.Read.All may not read presence', async () => {
    const token = await world.identity.issueGraphToken({ kind: 'app', overrides: { roles: ['Sites.Selected'] } })
    const answer = await world.call({ token }, 'POST /communications/getPresencesByUserId', { ids: [KARI.id] })
    expect([answer.status, answer.body]).toMatchObject([403, { error: { code: 'Authorization_RequestDenied' } }])
  })

  it('a person who writes stands in lastModifiedBy and in the log', async () => {
    await world.call('owner', `PATCH ${items}/1/fields`, { rank: 3 })
    const item = await world.call('app', `GET ${items}/1`)
    expect(item.body).toMatchObject({ lastModifiedBy: { user: { id: KARI.id, displayName: KARI.displayName } } })
    await world.call('person', `GET ${items}/1`)
    expect(
      world.server
        .requests()
        .slice(-3)
        .map((entry) => entry.caller),
    ).toEqual(['owner', 'app', KARI.id])
  })
})

describe('presence', () => {
  const presences = (ids: unknown) => world.call('app', 'POST /communications/getPresencesByUserId', { ids })

  it('says who is out of office, and leaves out whom the directory does not know', async () => {
    world.server.setOutOfOffice(OLA.id, true)
    const { body } = await presences([KARI.id, OLA.id.toUpperCase(), '99999999-9999-4999-8999-999999999999'])
    const rows = (body as unknown as { value: { id: string; outOfOfficeSettings: { isOutOfOffice: boolean } }[] }).value
    expect(rows.map(({ id, outOfOfficeSettings }) => [id, outOfOfficeSettings.isOutOfOffice])).toEqual([
      [KARI.id, false],
      [OLA.id, true],
    ])
    world.server.setOutOfOffice(OLA.id, false)
    expect(JSON.stringify((await presences([OLA.id])).body)).not.toContain('true')
  })

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 651 }, () => KARI.id)],
    ['no list', 'kari'],
  ])('%s is refused', async (_what, ids) => {
    expect((await presences(ids)).status).toBe(400)
  })
})

describe('users', () => {
  it('are read by id with what is asked for', async () => {
    const user = await world.call('app', `GET /users/${OLA.id.toUpperCase()}?$select=id,displayName,mail`)
    expect(user.body).toMatchObject({ id: OLA.id, displayName: OLA.displayName, mail: null })
    expect(user.body).not.toHaveProperty('userPrincipalName')
  })

  it('who have left are not found', async () => {
    const answer = await world.call('app', 'GET /users/99999999-9999-4999-8999-999999999999')
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } })
  })

  it.each([
    ["?$filter=startswith(displayName,'kari')", [KARI.id]],
    ['?$search="displayName:sørbø"', [OLA.id]],
    ['?$search="displayName:nord" OR "mail:ola"', [KARI.id]],
    ['?$search="displayName:ordeng"', []],
  ])('are found by %s', async (query, ids) => {
    const answer = await world.call('app', `GET /users${encodeURI(query)}`, undefined, { ConsistencyLevel: 'eventual' })
    expect(answer.body.value.map((user) => user.id)).toEqual(ids)
  })

  it('come in pages, and are searched only with ConsistencyLevel: eventual', async () => {
    const first = await world.call('app', 'GET /users?$top=1')
    const rest = (first.body['@odata.nextLink'] ?? '').replace('https://graph.microsoft.com/v1.0', '')
    expect((await world.call('app', `GET ${rest}`)).body.value).toMatchObject([{ id: OLA.id }])
    expect(await world.call('app', 'GET /users?$search="displayName:ola"')).toMatchObject({
      status: 400,
      body: { error: { code: 'Request_UnsupportedQuery' } },
    })
  })
})

describe('what is not played', () => {
  it.each([
    'GET /me',
    'GET /subscriptions',
    'GET /sites/root',
    `DELETE /users/${KARI.id}`,
    `GET /sites/${TEST_SITE.hostname}:${TEST_SITE.path}:/lists/Målinger/items/1/versions`,
  ])('%s says so', async (line) => {
    expect(await world.call('admin', line)).toMatchObject({ status: 501, body: { error: { code: 'notSupported' } } })
  })

  it('a path without version is no segment', async () => {
    const answer = await world.transport('https://graph.microsoft.com/beta/users', {
      headers: { Authorization: `Bearer ${await world.identity.issueGraphToken({ kind: 'admin' })}` },
    })
    expect(await answer.json()).toMatchObject({ error: { code: 'BadRequest', message: "Resource not found for the segment 'beta'." } })
  })
})

describe('the app of the catalogue', () => {
  const bind = (appId: string) => ({ 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${appId}` })
  const install = (personId: string, body: unknown) => world.call('app', `POST /users/${personId}/teamwork/installedApps`, body)

  it('is installed for a person once, and not by an app without the permission', async () => {
    expect((await install(KARI.id, bind(CATALOG_APP_ID))).status).toBe(201)
    expect(world.installed).toEqual([KARI.id])
    expect(await install(KARI.id, bind(CATALOG_APP_ID))).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } })
    expect((await install(KARI.id, bind('99999999-9999-4999-8999-999999999999'))).status).toBe(404)
    expect((await install('99999999-9999-4999-8999-999999999999', bind(CATALOG_APP_ID))).status).toBe(404)
    expect((await install(KARI.id, {})).status).toBe(400)
    const token = await world.identity.issueGraphToken({ kind: 'app', overrides: { roles: ['Sites.Selected'] } })
    const refused = await world.call({ token }, `POST /users/${OLA.id}/teamwork/installedApps`, bind(CATALOG_APP_ID))
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } })
    expect(world.installed).toEqual([KARI.id])
  })
})
