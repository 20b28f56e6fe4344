import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createLocalJWKSet } from 'jose'
import type { Store } from '#usecases/ports.ts'
import { LOCAL_API_CLIENT_ID, LOCAL_TENANT_ID } from '../../infra/local/identity/identity.ts'
import { type LocalLists, openLocalLists } from '../../infra/local/lists.ts'
import { scenarioNamed } from '../../infra/local/scenarios/scenarios.ts'
import { buildServer } from './server.ts'
import { tokenVerifier } from './tokens.ts'

/** For tests only: the API over a scenario's lists, with the clock where the test puts it. */
export interface TestApi {
  app: FastifyInstance
  lists: LocalLists
  logged: { what: string }[]
  setNow(instant: string): void
  token(name: string, overrides?: Record<string, unknown>, expiresInSeconds?: number): Promise<string>
  /** One request as a person of the scenario, or as nobody. */
  ask(as: string | null, options: InjectOptions): Promise<{ status: number; body: AnyBody; headers: Record<string, unknown> }>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: tests read bodies of every shape, and the assertion is the check.
export type AnyBody = any

/** `write` stands in for the lists' own: with one that refuses, what may be done is seen and nothing is changed. */
export async function openTestApi(options: { scenario: string; day: string; write?: Store['write'] }): Promise<TestApi> {
  const folder = mkdtempSync(join(tmpdir(), 'puls-api-'))
  let now = new Date(`${options.day}T07:00:00Z`)
  const scenario = scenarioNamed(options.scenario)
  if (!scenario) throw new Error(`no scenario ${options.scenario}`)
  const lists = await openLocalLists({
    file: join(folder, 'lists.sqlite'),
    scenario,
    day: options.day,
    now: () => now,
    wallClock: () => new Date(),
    port: 0,
  })
  const logged: { what: string }[] = []
  const app = await buildServer({
    store: options.write ? { ...lists.store, write: options.write } : lists.store,
    now: () => now.toISOString(),
    looked: () => undefined,
    usage: lists.graph.usage,
    verifyToken: tokenVerifier({
      issuer: `https://login.microsoftonline.com/${LOCAL_TENANT_ID}/v2.0`,
      tenantId: LOCAL_TENANT_ID,
      audiences: [LOCAL_API_CLIENT_ID],
      scope: 'access_as_user',
      keys: createLocalJWKSet(lists.identity.jwks() as Parameters<typeof createLocalJWKSet>[0]),
      now: () => new Date(),
    }),
    tabFolder: folder,
    frameAncestors: ["'self'"],
    requestsPerMinute: 100_000,
    ready: () => true,
    log: (line) => logged.push(line),
  })
  const idOf = (name: string): string => scenario.people.find((person) => person.name === name)?.personId ?? name
  const token = (name: string, overrides?: Record<string, unknown>, expiresInSeconds?: number): Promise<string> =>
    lists.identity.issueApiToken({
      personId: idOf(name),
      name,
      ...(overrides ? { overrides } : {}),
      ...(expiresInSeconds ? { expiresInSeconds } : {}),
    })
  return {
    app,
    lists,
    logged,
    setNow: (instant) => {
      now = new Date(instant)
    },
    token,
    async ask(as, request) {
      const headers = { ...(request.headers ?? {}), ...(as === null ? {} : { authorization: `Bearer ${await token(as)}` }) }
      const response = await app.inject({ ...request, headers })
      let body: AnyBody = response.payload
      if (String(response.headers['content-type']).includes('json')) body = response.json()
      return { status: response.statusCode, body, headers: response.headers }
    },
    async close() {
      await app.close()
      await lists.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
