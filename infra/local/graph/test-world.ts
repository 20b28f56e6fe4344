import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createIdentity,
  type GraphTokenRequest,
  type Identity,
  LOCAL_API_CLIENT_ID,
  LOCAL_APP_ID,
  LOCAL_CATALOG_APP_ID,
  LOCAL_TENANT_ID,
} from '../identity/identity.ts'
import { type GraphServer, startGraphServer } from './server.ts'
import { localTransport } from './transport.ts'
import type { DirectoryUser, SiteSpec } from './types.ts'

/** For tests only: an identity, a server on a free port and a file of its own. */
export const TEST_SITE: SiteSpec = { hostname: 'eksempel.sharepoint.com', path: '/sites/prosjektpuls', displayName: 'Prosjektpuls' }
export const TEST_NOW = new Date('2026-05-04T07:00:00.500Z')
export const KARI: DirectoryUser = {
  id: '11111111-2222-4333-8444-555555555555',
  displayName: 'Kari Nordeng',
  givenName: 'Kari',
  surname: 'Nordeng',
  userPrincipalName: 'kari.nordeng@eksempel.example',
  mail: 'kari.nordeng@eksempel.example',
}
export const OLA: DirectoryUser = {
  id: '66666666-7777-4888-8999-000000000000',
  displayName: 'Ola Sørbø',
  userPrincipalName: 'ola.sorbo@eksempel.example',
}

export interface TestWorld {
  server: GraphServer
  identity: Identity
  /** People the app has been installed for. */
  installed: string[]
  transport: typeof fetch
  /** What `Client.init` takes as authProvider. */
  authAs(request: GraphTokenRequest): (done: (error: unknown, token: string | null) => void) => void
  /** One request by hand: method and path after `/v1.0`, as app, admin, owner or person, or with a token of your own. */
  call(
    as: GraphTokenRequest['kind'] | { token: string | undefined },
    line: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>
  close(): Promise<void>
}

/** What the tests read of an answer. */
export interface AnswerBody {
  id: string
  name: string
  eTag: string
  '@odata.etag': string
  '@odata.context': string
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
  fields: Record<string, unknown>
  value: AnswerBody[]
  error: { code: string; message: string; innerError: Record<string, string> }
  responses: { id: string; status: number; headers?: Record<string, string>; body?: AnswerBody }[]
}

export interface Answered {
  status: number
  body: AnswerBody
  headers: Headers
}

export const testIdentity = (keyFile?: string): Identity =>
  createIdentity({
    tenantId: LOCAL_TENANT_ID,
    apiClientId: LOCAL_API_CLIENT_ID,
    appId: LOCAL_APP_ID,
    now: () => new Date(),
    ...(keyFile ? { keyFile } : {}),
  })

export const testFolder = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'graph-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A running server; the app has been given `write` unless `granted` is false. */
export const openTestWorld = async (
  options: { granted?: boolean; listViewThreshold?: number; ticks?: () => number; now?: () => Date } = {},
): Promise<TestWorld> => {
  const { granted = true, ...rest } = options
  const folder = testFolder()
  const identity = testIdentity()
  const installed: string[] = []
  const server = await startGraphServer({
    file: join(folder.path, 'graph.sqlite'),
    port: 0,
    now: () => TEST_NOW,
    verify: identity.verifyGraphToken,
    site: TEST_SITE,
    users: [KARI, OLA],
    catalogue: {
      appId: LOCAL_CATALOG_APP_ID,
      install: (personId) => {
        if (installed.includes(personId)) return 'alreadyThere'
        installed.push(personId)
        return 'installed'
      },
    },
    ...rest,
  })
  if (granted) server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['write'] })
  const transport = localTransport(server.url)

  return {
    server,
    identity,
    installed,
    transport,
    authAs: (request) => (done) => {
      identity.issueGraphToken(request).then(
        (token) => done(null, token),
        (error: unknown) => done(error, null),
      )
    },
    call: async (as, line, body, headers = {}) => {
      const [method = 'GET', path = '/'] = line.split(/ (.*)/s)
      const token = typeof as === 'string' ? await identity.issueGraphToken({ kind: as, personId: KARI.id }) : as.token
      const response = await transport(`https://graph.microsoft.com/v1.0${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
    },
    close: async () => {
      await server.close()
      folder.remove()
    },
  }
}

/** The columns the tests use: a unique key, an indexed text, number and instant, and one of each kind without index. */
export const TEST_COLUMNS = [
  { name: 'key', text: { maxLength: 200 }, indexed: true, enforceUniqueValues: true },
  { name: 'kind', text: {}, indexed: true },
  { name: 'rank', number: {}, indexed: true },
  { name: 'actedAt', dateTime: { format: 'dateTime' }, indexed: true },
  { name: 'comment', text: { allowMultipleLines: true } },
  { name: 'share', number: { minimum: 0, maximum: 100 } },
  { name: 'drawback', boolean: {} },
  { name: 'phase', choice: { choices: ['idea', 'plan'] } },
  { name: 'secret', text: {}, hidden: true },
]

export const SITE_PATH = `/sites/${TEST_SITE.hostname}:${TEST_SITE.path}:`

/** Makes a list as administrator and gives the path of its items. */
export const makeList = async (world: TestWorld, displayName: string, columns: unknown[] = TEST_COLUMNS): Promise<string> => {
  const made = await world.call('admin', `POST /sites/${world.server.site.id}/lists`, {
    displayName,
    columns,
    list: { template: 'genericList' },
  })
  if (made.status !== 201) throw new Error(`the list was not made: ${made.status}`)
  return `/sites/${world.server.site.id}/lists/${made.body.id}/items`
}
