import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { ok } from '#domain/result.ts'
import { firstMoment, openClock } from './clock.ts'
import { createEvents } from './events.ts'
import { buildLocalServer, listenInFront } from './front.ts'
import { openDatabase } from './graph/database.ts'
import { createIdentity, LOCAL_API_CLIENT_ID, LOCAL_APP_ID, LOCAL_TENANT_ID } from './identity/identity.ts'
import type { LocalPerson } from './scenarios/scenario.ts'
import type { PassResult, WorldEvent } from './shapes.ts'
import { openChats } from './teams/chats.ts'
import { createTeamsClient } from './teams/client.ts'
import { createDirectory } from './teams/directory.ts'
import { createFaultSwitches } from './teams/faults.ts'
import { createTimeMachine, NOTHING } from './time-machine.ts'

/** For tests only: the local world's own half, with a product that does as the test says. */
const person = (name: string, number: number, more: Partial<LocalPerson> = {}): LocalPerson => ({
  name,
  personId: `00000000-0000-4000-8000-00000000000${number}`,
  displayName: `${name[0]?.toUpperCase()}${name.slice(1)} Test`,
  title: 'Rådgiver',
  roles: [],
  language: 'nb',
  ...more,
})

export const PEOPLE: LocalPerson[] = [
  person('kari', 1, { scenarioRole: 'measurer' }),
  person('per', 2, { scenarioRole: 'owner' }),
  person('anne', 3, { scenarioRole: 'office', roles: ['office'] }),
  person('jonas', 4, { roles: ['admin'], language: 'nn' }),
  person('espen', 5, { left: true }),
]
export const CHANNELS = [
  { id: '19:ledergruppen@thread.tacv2', team: 'Ledergruppen', name: 'Prosjekter og gevinster' },
  { id: '19:oppvekst@thread.tacv2', team: 'Oppvekst', name: 'Generelt' },
]

export const openTestHalf = async (
  options: { product?: (app: FastifyInstance) => void; runPass?: () => Promise<PassResult>; pageFolder?: string } = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>')
  const db = openDatabase(':memory:')
  const directory = createDirectory({ people: PEOPLE, channels: CHANNELS })
  const chats = openChats(db)
  const clock = openClock({ read: () => undefined, write: () => undefined }, firstMoment('2026-05-18'), () => 0)
  const now = () => clock.now()
  const events = createEvents()
  const seen: WorldEvent[] = []
  events.subscribe((event) => seen.push(event))
  const faults = createFaultSwitches({
    person: (name) => directory.person(name)?.name ?? name,
    channel: (name) => directory.channel(name)?.id ?? name,
  })
  const onChange = (place: { kind: 'person' | 'channel'; owner: string }) => events.emit({ type: 'chat', ...place })
  const identity = createIdentity({
    tenantId: LOCAL_TENANT_ID,
    apiClientId: LOCAL_API_CLIENT_ID,
    appId: LOCAL_APP_ID,
    now: () => new Date(),
  })
  let port = 0
  const serviceUrl = () => `http://127.0.0.1:${port}/local/connector/`
  const messagesUrl = () => `http://127.0.0.1:${port}/api/messages`
  const client = createTeamsClient({ directory, chats, now, messagesUrl, serviceUrl, onChange })
  const timeMachine = createTimeMachine({ clock, isOpenDay: () => true, runPass: options.runPass ?? (async () => NOTHING) })
  const graphFaults: unknown[] = []
  const outOfOffice: [personId: string, away: boolean][] = []
  const logged: string[] = []
  const graph = {
    url: 'http://127.0.0.1:1',
    faults: () => graphFaults,
    setOutOfOffice: (personId: string, away: boolean) => void outOfOffice.push([personId, away]),
    requests: (since?: string) => [{ since: since ?? null }],
    setFaults: (set: unknown) => {
      graphFaults.push(set)
      return ok(set)
    },
  }
  const local = await buildLocalServer({
    pageFolder: options.pageFolder ?? folder,
    connector: { directory, chats, faults, now, onChange, serviceUrl },
    control: {
      worldId: 'test',
      scenario: { name: 'test', description: 'Et lite eksempel.' },
      directory,
      chats,
      teamsFaults: faults,
      client,
      clock,
      timeMachine,
      events,
      identity,
      graph,
      playgroundUrl: () => null,
      log: (what) => logged.push(what),
    },
  })
  const product = fastify()
  options.product?.(product)
  await product.ready()
  const front = await listenInFront(0, () => ({ local, product }))
  port = front.port
  const url = `http://127.0.0.1:${port}`
  for (const one of directory.people) if (!one.left) chats.setInstalled(one.name, true)
  for (const one of directory.channels) chats.setInstalled(one.teamId, true)

  return {
    url,
    directory,
    chats,
    clock,
    client,
    faults,
    events: seen,
    emit: (event: WorldEvent) => events.emit(event),
    graphFaults,
    outOfOffice,
    identity,
    logged,
    serviceUrl: serviceUrl(),
    /** One request by hand: `GET /local/sent`. */
    call: async (line: string, body?: unknown, headers: Record<string, string> = {}) => {
      const [method = 'GET', path = '/'] = line.split(/ (.*)/s)
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text }
    },
    close: async () => {
      await front.close()
      await Promise.all([local.close(), product.close()])
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type TestHalf = Awaited<ReturnType<typeof openTestHalf>>
