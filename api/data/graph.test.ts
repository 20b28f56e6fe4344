import { describe, expect, it } from 'vitest'
import { createGraph, type GraphLine, type GraphOptions, type Transport } from './graph.ts'
import { LANE_SIZES } from './graph-lanes.ts'

interface Asked {
  method: string
  path: string
  headers: Headers
}

type Answer = { status: number; headers?: Record<string, string>; body?: unknown } | 'cut'
const OK: Answer = { status: 200, body: { id: '1' } }

/** A client over a transport that gives these answers in turn, then the last one for ever. */
function clientOver(answers: Answer[], options: Partial<GraphOptions> = {}) {
  const asked: Asked[] = []
  const slept: number[] = []
  const lines: GraphLine[] = []
  const transport: Transport = async (url, init) => {
    asked.push({ method: init.method ?? 'GET', path: new URL(url).pathname, headers: new Headers(init.headers) })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer === undefined || answer === 'cut') throw new TypeError('fetch failed')
    const headers = { 'Content-Type': 'application/json', ...answer.headers }
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status, headers })
  }
  const graph = createGraph({
    tokens: { token: async () => 'token' },
    transport,
    sleep: async (ms) => void slept.push(ms),
    log: (line) => lines.push(line),
    ...options,
  })
  return { graph, asked, slept, lines }
}

const error = (code: string) => ({ error: { code, message: code } })
const FAILED: Answer = { status: 504, body: error('serviceNotAvailable') }
const THROTTLED: Answer = { status: 429, body: error('activityLimitReached') }

describe('repeats', () => {
  it('never sends a write without a key again when the first may have been carried out', async () => {
    for (const answer of [FAILED, 'cut', { status: 503, body: error('serviceNotAvailable') }] satisfies Answer[]) {
      const { graph, asked } = clientOver([answer, OK])
      expect(await graph.post('/sites/s/lists', {})).toMatchObject({ ok: false, code: 'unavailable' })
      expect(asked).toHaveLength(1)
    }
  })

  it('sends it again after a throttling, which says that nothing was done', async () => {
    const { graph, asked } = clientOver([THROTTLED, OK])
    expect(await graph.post('/sites/s/lists', {})).toEqual({ ok: true, value: { id: '1' } })
    expect(asked).toHaveLength(2)
  })

  it('sends a write with a key, and an update of a named version, again after a lost answer', async () => {
    const { graph, asked } = clientOver(['cut', OK, FAILED, OK])
    expect((await graph.post('/sites/s/lists/l/items', {}, { keyed: true })).ok).toBe(true)
    expect((await graph.patch('/sites/s/lists/l/items/1/fields', {}, '"g,1"')).ok).toBe(true)
    expect(asked.map(({ method, headers }) => [method, headers.get('If-Match')])).toEqual([
      ['POST', null],
      ['POST', null],
      ['PATCH', '"g,1"'],
      ['PATCH', '"g,1"'],
    ])
  })

  it('says that a request may have been carried out when one of its attempts was lost', async () => {
    const { graph } = clientOver(['cut', { status: 400, body: error('invalidRequest') }])
    expect(await graph.post('/sites/s/lists/l/items', {}, { keyed: true })).toMatchObject({
      ok: false,
      code: 'badRequest',
      ambiguous: true,
    })
  })

  it('asks for one new token when the old one is refused, and no more', async () => {
    const refused: Answer = { status: 401, body: error('InvalidAuthenticationToken') }
    const mended = clientOver([refused, OK])
    expect((await mended.graph.get('/sites/s')).ok).toBe(true)
    const lasting = clientOver([refused])
    expect(await lasting.graph.get('/sites/s')).toMatchObject({ ok: false, code: 'unauthorised' })
    expect(lasting.asked).toHaveLength(2)
  })
})

describe('tokens', () => {
  it('makes a value of a provider that rejects, and nothing is sent', async () => {
    const refused = Object.assign(new Error('AADSTS7000215 for the secret of Kommunen'), { errorCode: 'invalid_client' })
    const { graph, asked } = clientOver([OK], { tokens: { token: () => Promise.reject(refused) } })
    expect(await graph.get('/sites/s')).toEqual({
      ok: false,
      code: 'unavailable',
      status: 0,
      detail: 'noToken invalid_client',
      ambiguous: false,
    })
    expect(asked).toHaveLength(0)
  })

  it('gets over a provider that rejects once', async () => {
    let times = 0
    const token = async () => {
      times += 1
      if (times === 1) throw new Error('network')
      return 'token'
    }
    const { graph } = clientOver([OK], { tokens: { token } })
    expect((await graph.post('/sites/s/lists', {})).ok).toBe(true)
  })
})

describe('orders to wait', () => {
  it('hold for every request of the process', async () => {
    const { graph, slept } = clientOver([{ ...THROTTLED, headers: { 'Retry-After': '7' } }, OK])
    await Promise.all([graph.get('/sites/s'), graph.background().get('/sites/t')])
    await graph.get('/sites/u')
    expect(slept.length).toBeGreaterThanOrEqual(2)
    for (const ms of slept) expect(ms).toBeGreaterThan(6000)
  })

  it('are never shortened: a person is told at once instead, and Graph is left in peace', async () => {
    const { graph, asked, slept } = clientOver([{ ...THROTTLED, headers: { 'Retry-After': '600' } }, OK])
    expect(await graph.get('/sites/s')).toMatchObject({ ok: false, code: 'throttled' })
    expect(await graph.get('/sites/s')).toMatchObject({ ok: false, code: 'throttled' })
    expect([asked.length, slept.length]).toEqual([1, 0])
  })

  it('are read as a date too, by the clock of the server that gave it', async () => {
    const headers = { Date: 'Mon, 18 May 2026 07:00:00 GMT', 'Retry-After': 'Mon, 18 May 2026 07:00:09 GMT' }
    const { graph, slept } = clientOver([{ ...THROTTLED, headers }, OK])
    await graph.get('/sites/s')
    expect(Math.round((slept[0] ?? 0) / 1000)).toBe(9)
  })

  it('come from the RateLimit headers as well: the last fifth belongs to people who wait', async () => {
    const headers = { 'RateLimit-Limit': '1200', 'RateLimit-Remaining': '120', 'RateLimit-Reset': '5' }
    const { graph, slept } = clientOver([{ ...OK, headers }])
    await graph.get('/sites/s')
    await graph.get('/sites/s')
    expect(slept).toEqual([])
    await graph.background().get('/sites/s')
    expect(slept).toHaveLength(1)
  })
})

describe('turns', () => {
  it('goes to a person before the background, whoever came first', async () => {
    const order: string[] = []
    const open: (() => void)[] = []
    const transport: Transport = async (url) => {
      order.push(new URL(url).pathname.slice('/v1.0/'.length))
      await new Promise<void>((resolve) => open.push(resolve))
      return new Response('{}', { status: 200, headers: { 'Content-Type': 'application/json' } })
    }
    const graph = createGraph({ tokens: { token: async () => 'token' }, transport })
    const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
    const refresh = Array.from({ length: LANE_SIZES.background + 9 }, (_, n) => graph.background().get(`/refresh${n}`))
    await settle()
    const save = graph.get('/save')
    await settle()
    const first = Array.from({ length: LANE_SIZES.background }, (_, n) => `refresh${n}`)
    expect(order).toEqual([...first, 'save'])
    while (order.length < refresh.length + 1 || open.length > 0) {
      open.shift()?.()
      await settle()
    }
    expect((await Promise.all([...refresh, save])).every((answer) => answer.ok)).toBe(true)
  })
})

describe('what is told', () => {
  it('logs a failed attempt with codes and the id support asks for, and no text of anybody', async () => {
    const { graph, asked, lines } = clientOver([FAILED, OK])
    await graph.get("/sites/s/lists/l/items?$filter=fields/Title eq 'Kari'")
    expect(lines).toEqual([
      {
        requestId: asked[0]?.headers.get('client-request-id'),
        method: 'GET',
        attempt: 1,
        status: 504,
        code: 'unavailable',
        detail: 'serviceNotAvailable',
      },
    ])
    expect(asked[1]?.headers.get('client-request-id')).toBe(lines[0]?.requestId)
    expect(asked[0]?.headers.get('User-Agent')).toMatch(/^NONISV\|/)
  })

  it('counts requests, units and throttlings', async () => {
    const { graph } = clientOver([THROTTLED, OK])
    await graph.get('/sites/s/lists/l/items/7')
    await graph.background().get('/sites/s/lists/l/items')
    expect(graph.usage()).toEqual({ requests: 3, units: 4, throttled: 1, repeated: 1 })
  })
})

describe('the end', () => {
  it('breaks off what is under way and takes nothing more', async () => {
    const transport: Transport = (_url, init) =>
      new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('stop', 'AbortError'))))
    const graph = createGraph({ tokens: { token: async () => 'token' }, transport })
    const asking = graph.post('/sites/s/lists/l/items', {}, { keyed: true })
    await new Promise((resolve) => setTimeout(resolve, 5))
    graph.close()
    expect(await asking).toMatchObject({ ok: false, code: 'unavailable', detail: 'closed', ambiguous: true })
    expect(await graph.get('/sites/s')).toMatchObject({ ok: false, detail: 'closed' })
  })

  it('comes to an attempt that is never answered', async () => {
    const transport: Transport = (_url, init) =>
      new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('slow', 'TimeoutError'))))
    const graph = createGraph({ tokens: { token: async () => 'token' }, transport, answerWithinMs: 20, sleep: async () => undefined })
    expect(await graph.get('/sites/s')).toMatchObject({ ok: false, code: 'unavailable', detail: 'network' })
  })
})
