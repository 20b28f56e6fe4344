import { Client, type GraphError } from '@microsoft/microsoft-graph-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeList, openTestWorld, type TestWorld } from './test-world.ts'

let world: TestWorld
let items = ''
let made = 0
const graph = (): Client => Client.init({ authProvider: world.authAs({ kind: 'app' }) })
const refusalOf = (attempt: Promise<unknown>): Promise<GraphError> =>
  attempt.then(
    () => Promise.reject(new Error('it was not refused')),
    (error) => error,
  )
const keys = (): unknown[] => world.server.store.listItems(`Faults ${made}`).map((item) => item.fields.key)

beforeAll(async () => {
  world = await openTestWorld()
  vi.stubGlobal('fetch', world.transport)
})
beforeEach(async () => {
  made += 1
  items = await makeList(world, `Faults ${made}`)
})
afterEach(() => {
  world.server.setFaults({})
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await world.close()
})

describe('faults met by the official client', () => {
  it('429 with Retry-After is repeated and then answered; each attempt is logged and costs', async () => {
    world.server.setFaults({ match: '^POST', throttle: { count: 2, retryAfter: 0 } })
    await graph()
      .api(items)
      .post({ fields: { key: 'a' } })
    const attempts = world.server.requests().slice(-3)
    expect(attempts.map((entry) => [entry.status, entry.units])).toEqual([
      [429, 2],
      [429, 2],
      [201, 2],
    ])
  })

  it('504 after commit makes the client repeat a write that has been done; a unique key keeps it to one item', async () => {
    world.server.setFaults({ match: '^POST', status: { code: 504, count: 1, afterCommit: true, retryAfter: 0 } })
    expect(
      await refusalOf(
        graph()
          .api(items)
          .post({ fields: { key: 'a' } }),
      ),
    ).toMatchObject({ statusCode: 400 })
    expect(keys()).toEqual(['a'])
    world.server.setFaults({ match: '^POST', status: { code: 504, count: 1, afterCommit: true, retryAfter: 0 } })
    await graph()
      .api(items)
      .post({ fields: { kind: 'no key' } })
    expect(keys()).toEqual(['a', undefined, undefined])
  })

  it('503 before the work leaves nothing behind', async () => {
    const answer = await world.call('app', `POST ${items}`, { fields: { key: 'a' } }, { 'x-fault': '503' })
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'serviceNotAvailable' } } })
    expect(answer.headers.get('retry-after')).toBeNull()
    expect(keys()).toEqual([])
  })

  it('500 is not repeated and carries a request id', async () => {
    world.server.setFaults({ status: { code: 500 } })
    const before = world.server.requests().length
    const refused = await refusalOf(graph().api(items).get())
    expect(refused).toMatchObject({ statusCode: 500, code: 'generalException', message: 'General exception while processing' })
    expect(refused.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(world.server.requests().length - before).toBe(1)
  })

  it('a cut connection after the work is an error without status, and the item is there', async () => {
    world.server.setFaults({ match: '^POST', cut: { count: 1, afterCommit: true } })
    expect(
      (
        await refusalOf(
          graph()
            .api(items)
            .post({ fields: { key: 'a' } }),
        )
      ).statusCode,
    ).toBe(-1)
    expect(keys()).toEqual(['a'])
    expect(world.server.requests().at(-1)).toMatchObject({ method: 'POST', status: 0 })
  })

  it('410 on delta says where to begin anew', async () => {
    world.server.setFaults({ status: { code: 410, count: 1 } })
    const gone = await world.call('app', `GET ${items}/delta?token=latest`)
    expect(gone.status).toBe(410)
    expect(gone.headers.get('location')).toBe(`https://graph.microsoft.com/v1.0${items}/delta`)
    expect((await world.call('app', `GET ${items}/delta?token=latest`)).status).toBe(200)
  })

  it('a single request can ask for a fault that spares its repetition', async () => {
    await graph().api(items).header('x-fault', '503; count=1; retryAfter=0').get()
    const statuses = world.server.requests().map((entry) => entry.status)
    expect(statuses.slice(-2)).toEqual([503, 200])
  })

  it('an answer can be slow', async () => {
    world.server.setFaults({ delayMs: 60 })
    const started = performance.now()
    await graph().api(items).get()
    expect(performance.now() - started).toBeGreaterThan(55)
  })

  it('are refused when their name is not known', () => {
    expect(world.server.setFaults({ trottle: {} })).toMatchObject({ ok: false, code: 'invalidFaults' })
  })
})

describe('$batch', () => {
  const post = (id: string, key: string, more: Record<string, unknown> = {}) => ({
    id,
    method: 'POST',
    url: items,
    headers: { 'Content-Type': 'application/json' },
    body: { fields: { key } },
    ...more,
  })
  const statuses = (responses: { id: string; status: number }[]) => Object.fromEntries(responses.map(({ id, status }) => [id, status]))

  it('answers each request for itself, and pays for each', async () => {
    const requests = [
      post('1', 'a'),
      post('2', 'A'),
      { id: '3', method: 'GET', url: `${items}/1` },
      { id: '4', method: 'DELETE', url: `${items}/1` },
      { id: '5', method: 'GET', url: `/v1.0${items}` },
    ]
    const { responses } = await graph().api('/$batch').post({ requests })
    expect(statuses(responses)).toEqual({ 1: 201, 2: 400, 3: 200, 4: 204, 5: 400 })
    expect(responses[3]).toEqual({ id: '4', status: 204 })
    expect(responses[4].body.error.message).toBe("Resource not found for the segment 'v1.0'.")
    expect(
      world.server
        .requests()
        .slice(-6)
        .map((entry) => entry.units),
    ).toEqual([2, 2, 1, 2, 0, 0])
  })

  it('holds back what depends on a failed request', async () => {
    const requests = [post('1', 'a'), post('2', 'a', { dependsOn: ['1'] }), post('3', 'c', { dependsOn: ['2'] })]
    const { responses } = await graph().api('/$batch').post({ requests })
    expect(statuses(responses)).toEqual({ 1: 201, 2: 400, 3: 424 })
    expect(keys()).toEqual(['a'])
  })

  it('lets an inner request be throttled with its own Retry-After', async () => {
    world.server.setFaults({ match: '/items$', throttle: { count: 1, retryAfter: 5 } })
    const { responses } = await graph()
      .api('/$batch')
      .post({ requests: [post('1', 'a'), post('2', 'b')] })
    expect(responses[0]).toMatchObject({ status: 429, headers: { 'Retry-After': '5' } })
    expect(keys()).toEqual(['b'])
  })

  it('takes at most 20 requests', async () => {
    const requests = Array.from({ length: 21 }, (_, index) => post(String(index), `k${index}`))
    expect((await world.call('app', 'POST /$batch', { requests })).status).toBe(400)
    expect(keys()).toEqual([])
  })
})
