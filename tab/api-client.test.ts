import { describe, expect, test } from 'vitest'
import { recordedView } from '#contract/views.ts'
import { createApi } from './api-client.ts'
import { measurer } from './fixtures/people.ts'
import { portfolio } from './fixtures/portfolio.ts'

interface Asked {
  path: string
  init: RequestInit
}

/** A server of ready answers; the last one is repeated. */
function serve(...answers: (Response | Error)[]) {
  const asked: Asked[] = []
  const tokens: boolean[] = []
  const api = createApi({
    token: async (fresh) => {
      tokens.push(fresh)
      return fresh ? 'fresh' : 'kept'
    },
    language: () => 'nn',
    fetch: async (path, init) => {
      asked.push({ path: String(path), init: init ?? {} })
      const answer = answers[Math.min(asked.length, answers.length) - 1] as Response | Error
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { api, asked, tokens }
}
const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers })
const header = (asked: Asked | undefined, name: string) => new Headers(asked?.init.headers).get(name)

describe('asking the server', () => {
  test('carries the token and the language', async () => {
    const { api, asked } = serve(json(measurer))
    expect(await api.me()).toEqual({ ok: true, value: measurer })
    expect([header(asked[0], 'authorization'), header(asked[0], 'accept-language')]).toEqual(['Bearer kept', 'nn-NO'])
  })

  test('an expired token is renewed once', async () => {
    const { api, tokens } = serve(json({}, 401), json(measurer))
    expect((await api.me()).ok).toBe(true)
    expect(tokens).toEqual([false, true])
  })

  test('the portfolio is not sent again when nothing has changed', async () => {
    const first = serve(json(portfolio, 200, { etag: '"v1"' }))
    expect(await first.api.portfolio(null)).toMatchObject({ ok: true, value: { etag: '"v1"' } })
    const again = serve(new Response(null, { status: 304 }))
    expect(await again.api.portfolio('"v1"')).toEqual({ ok: true, value: null })
    expect(header(again.asked[0], 'if-none-match')).toBe('"v1"')
  })
})

describe('a fault is a value', () => {
  const refusal = { error: { code: 'notANumber', field: 'value', text: '«x» er ikkje eit tal.' } }

  test('a refusal comes as the server worded it', async () => {
    const { api } = serve(json(refusal, 400))
    expect(await api.send(recordedView, '/api/measurements', { indicatorKey: 'i', value: 'x' })).toEqual({
      ok: false,
      fault: refusal.error,
    })
  })

  test('a cut line', async () => {
    const { api } = serve(new TypeError('network'))
    expect(await api.me()).toMatchObject({ ok: false, fault: { code: 'offline', text: null } })
  })

  test('a token that cannot be had', async () => {
    const api = createApi({ token: () => Promise.reject(new Error('consent')), language: () => 'nb', fetch: async () => json({}) })
    expect(await api.me()).toMatchObject({ ok: false, fault: { code: 'offline' } })
  })

  test('an answer of another shape, and one that is no JSON at all', async () => {
    expect(await serve(json({ today: 'tomorrow' })).api.me()).toMatchObject({ ok: false, fault: { code: 'unreadable' } })
    expect(await serve(new Response('<html>')).api.me()).toMatchObject({ ok: false, fault: { code: 'unreadable' } })
    expect(await serve(new Response('<html>', { status: 503 })).api.me()).toMatchObject({
      ok: false,
      fault: { code: 'storeUnavailable' },
    })
  })
})
