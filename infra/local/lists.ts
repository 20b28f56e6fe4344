import { encode } from '#data/codec.ts'
import { createGraph, type Graph, type TokenProvider, type Transport } from '#data/graph.ts'
import { LIST_CODES, LISTS } from '#data/lists.ts'
import { openSite, type Site } from '#data/site.ts'
import { type GraphStore, openStore } from '#data/store.ts'
import type { CivilDate, ListCode, Records } from '#domain/model.ts'
import { provision } from '../lists/provision.ts'
import type { Catalogue } from './graph/routing.ts'
import { type GraphServer, startGraphServer } from './graph/server.ts'
import { localTransport } from './graph/transport.ts'
import type { DirectoryUser, SiteSpec } from './graph/types.ts'
import {
  createIdentity,
  type Identity,
  LOCAL_API_CLIENT_ID,
  LOCAL_APP_ID,
  LOCAL_CATALOG_APP_ID,
  LOCAL_TENANT_ID,
} from './identity/identity.ts'
import type { LocalPerson, Scenario } from './scenarios/scenario.ts'

export const LOCAL_SITE: SiteSpec = { hostname: 'eksempel.sharepoint.com', path: '/sites/prosjektpuls', displayName: 'Prosjektpuls' }
const TOKEN_KEPT_MS = 45 * 60_000
export const LOCAL_SITE_URL = `https://${LOCAL_SITE.hostname}${LOCAL_SITE.path}`

export interface LocalListsOptions {
  /** The scenario's SQLite file; made when missing. */
  file: string
  scenario: Scenario
  /** The day the rows are made for when the file is new. */
  day: CivilDate
  /** The product's time. */
  now: () => Date
  /** The wall clock, which tokens live by. */
  wallClock: () => Date
  port: number
  /** Where the identity provider keeps its keys; without it tokens end with the process. */
  keyFile?: string
  /** Puts the app into a person's Teams. */
  installApp?: Catalogue['install']
  onProgress?: (what: 'provision' | 'seed' | 'read') => void
}

export interface LocalLists {
  server: GraphServer
  identity: Identity
  graph: Graph
  site: Site
  store: GraphStore
  /** True when this start made the rows. */
  seeded: boolean
  close(): Promise<void>
}

/** The address an invented person has in the invented tenant. */
export const emailOf = (person: LocalPerson): string => `${person.name}@eksempel.example`

/** One who has left is no longer in the directory. */
export function directoryOf(scenario: Scenario): DirectoryUser[] {
  return scenario.people
    .filter((person) => !person.left)
    .map((person) => ({ id: person.personId, displayName: person.displayName, userPrincipalName: emailOf(person), mail: emailOf(person) }))
}

/**
 * The municipality's side of the local world: list server, app grant, lists provisioned by an administrator, rows seeded
 * once, and the product's own store opened over the real Graph client. Rejects with EADDRINUSE when the port is taken.
 */
export async function openLocalLists(options: LocalListsOptions): Promise<LocalLists> {
  const identity = createIdentity({
    tenantId: LOCAL_TENANT_ID,
    apiClientId: LOCAL_API_CLIENT_ID,
    appId: LOCAL_APP_ID,
    now: options.wallClock,
    ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
  })
  const server = await startGraphServer({
    file: options.file,
    port: options.port,
    now: options.now,
    verify: identity.verifyGraphToken,
    site: LOCAL_SITE,
    users: directoryOf(options.scenario),
    ...(options.installApp && { catalogue: { appId: LOCAL_CATALOG_APP_ID, install: options.installApp } }),
  })
  try {
    const graphAs = (kind: 'app' | 'admin'): Graph =>
      createGraph({
        tokens: keptToken(() => identity.issueGraphToken({ kind }), options.wallClock),
        transport: localTransport(server.url) as Transport,
      })
    const seeded = server.store.lists.lists().length === 0
    if (seeded) {
      options.onProgress?.('provision')
      server.store.lists.grant({ appId: LOCAL_APP_ID, displayName: 'Prosjektpuls', roles: ['write'] })
    }
    const provisioned = await provision({ graph: graphAs('admin'), siteUrl: LOCAL_SITE_URL })
    if (!provisioned.ok) throw new Error(`provisioning was refused: ${provisioned.code} ${provisioned.detail}`)
    if (seeded) {
      options.onProgress?.('seed')
      seed(server, options.scenario, options.day)
    }
    options.onProgress?.('read')
    const graph = graphAs('app')
    const site = await openSite(graph, LOCAL_SITE_URL)
    if (!site.ok) throw new Error(`the site was refused: ${site.code} ${site.detail}`)
    const store = await openStore({ graph, site: site.value, now: () => options.now().toISOString() })
    if (!store.ok) throw new Error(`the lists could not be read: ${store.code} ${store.detail}`)
    return {
      server,
      identity,
      graph,
      site: site.value,
      store: store.value,
      seeded,
      close: () => {
        graph.close()
        return server.close()
      },
    }
  } catch (thrown) {
    await server.close()
    throw thrown
  }
}

/** As MSAL does: a token is asked for once and kept for most of its hour. */
function keptToken(issue: () => Promise<string>, wallClock: () => Date): TokenProvider {
  let kept: { token: Promise<string>; until: number } | null = null
  return {
    token: () => {
      const now = wallClock().getTime()
      if (kept === null || kept.until <= now) kept = { token: issue(), until: now + TOKEN_KEPT_MS }
      return kept.token
    },
  }
}

function seed(server: GraphServer, scenario: Scenario, day: CivilDate): void {
  const rows = scenario.records(day)
  const insert = <L extends ListCode>(list: L): void => {
    const records = (rows[list] ?? []) as Partial<Records[L]>[]
    if (records.length > 0)
      server.store.bulkInsert(
        LISTS[list].display,
        records.map((record) => encode(list, record)),
      )
  }
  for (const list of LIST_CODES) insert(list)
}
