import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAdapter } from './adapter.ts'
import { type ConnectorAnswer, type ConnectorCall, channelReference, personalReference, startConnector } from './connector.fixture.ts'
import type { BotEvent } from './events.ts'
import type { Content } from './teams.ts'

const KARI = '00000000-0000-4000-8000-000000000002'
const card = { type: 'AdaptiveCard', version: '1.5', body: [] }
const content: Content = { card, text: null, summary: 'Hei Kari' }
const quiet = () => undefined

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

async function world(
  answer: (call: ConnectorCall, number: number) => ConnectorAnswer = () => ({ status: 201, body: { id: 'activity-1' } }),
) {
  const connector = await startConnector(answer)
  close = connector.close
  return { connector, adapter: createAdapter({ mode: 'local' }, quiet) }
}

const incoming = (serviceUrl: string, more: object = {}) => ({
  type: 'message',
  text: 'hei',
  channelId: 'msteams',
  serviceUrl,
  locale: 'nb-NO',
  from: { id: '29:kari', name: 'Kari Nordmann', aadObjectId: KARI.toUpperCase() },
  recipient: { id: '28:bot', name: 'Prosjektpuls' },
  conversation: { id: `a:chat-${KARI}`, conversationType: 'personal', tenantId: 'tenant' },
  ...more,
})

describe('sending', () => {
  it('gives the id and conversation of what was posted', async () => {
    const { connector, adapter } = await world()
    const sent = await adapter.send(personalReference(connector.serviceUrl), content)
    expect(sent).toEqual({ outcome: 'sent', conversation: `a:chat-${KARI}`, activityId: 'activity-1' })
    expect(connector.calls).toHaveLength(1)
    expect(connector.calls[0]).toMatchObject({
      method: 'POST',
      path: `/v3/conversations/${encodeURIComponent(`a:chat-${KARI}`)}/activities`,
      body: {
        type: 'message',
        summary: 'Hei Kari',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      },
    })
  })

  it.each([408, 500, 502, 503, 504])(
    'one POST gives one request when the connector answers %i, and the outcome is unknown',
    async (status) => {
      const { connector, adapter } = await world(() => ({ status, body: { error: { code: 'ServiceError', message: 'x' } } }))
      const sent = await adapter.send(personalReference(connector.serviceUrl), content)
      expect(sent.outcome).toBe('unknown')
      expect(connector.calls).toHaveLength(1)
    },
  )

  it('a connection cut after the body went out is unknown, and nothing is posted again', async () => {
    const { connector, adapter } = await world(() => 'cut')
    const sent = await adapter.send(personalReference(connector.serviceUrl), content)
    expect(sent.outcome).toBe('unknown')
    expect(connector.calls).toHaveLength(1)
  })

  it('a refused connection has certainly posted nothing', async () => {
    const { connector, adapter } = await world()
    await connector.close()
    close = null
    const sent = await adapter.send(personalReference(connector.serviceUrl), content)
    expect(sent).toMatchObject({ outcome: 'failed', failure: 'refused', detail: 'network ECONNREFUSED', safeToRepeat: true })
  })

  it.each([
    [401, { error: { code: 'BotNotRegistered' } }, 'notConfigured'],
    [403, { error: { code: 'Forbidden', innerHttpError: { body: { subCode: 'MessageWritesBlocked' } } } }, 'blocked'],
    [403, { error: { code: 'ConversationBlockedByUser' } }, 'blocked'],
    [403, { error: { code: 'BotNotInConversationRoster' } }, 'notInRoster'],
    [403, { error: { code: 'BotDisabledByAdmin' } }, 'disabledByAdmin'],
    [403, { error: { code: 'Forbidden' } }, 'refused'],
    [404, { error: { code: 'ConversationNotFound' } }, 'gone'],
    [412, { error: { code: 'PreconditionFailed' } }, 'refused'],
    [413, { error: { code: 'MessageSizeTooBig' } }, 'tooLarge'],
    [429, { error: { code: 'TooManyRequests' } }, 'throttled'],
    [400, { error: { code: 'BadSyntax' } }, 'refused'],
  ])('%i %j is %s, asked once', async (status, body, failure) => {
    const { connector, adapter } = await world(() => ({ status, body, headers: { 'retry-after': '3' } }))
    const sent = await adapter.send(personalReference(connector.serviceUrl), content)
    expect(sent).toMatchObject({ outcome: 'failed', failure })
    expect('safeToRepeat' in sent && sent.safeToRepeat).toBe(status === 429 || status === 412)
    if (status === 429) expect(sent).toMatchObject({ retryAfterMs: 3000 })
    expect(connector.calls).toHaveLength(1)
  })

  it.each([
    [{ 'retry-after': '600' }, 600_000],
    [{ 'retry-after': 'Mon, 18 May 2026 07:05:00 GMT', date: 'Mon, 18 May 2026 07:03:00 GMT' }, 120_000],
    [{ 'retry-after': 'soon' }, null],
  ])('waits as long as Teams asks: %j', async (headers, retryAfterMs) => {
    const { connector, adapter } = await world(() => ({ status: 429, headers }))
    expect(await adapter.send(personalReference(connector.serviceUrl), content)).toMatchObject({ failure: 'throttled', retryAfterMs })
  })

  it('follows no redirect', async () => {
    const { connector, adapter } = await world(() => ({ status: 302, headers: { location: 'http://127.0.0.1:9/' } }))
    expect((await adapter.send(personalReference(connector.serviceUrl), content)).outcome).toBe('failed')
    expect(connector.calls).toHaveLength(1)
  })

  it('never calls a host that is not allowed', async () => {
    const { adapter } = await world()
    const sent = await adapter.send(personalReference('https://example.org/'), content)
    expect(sent).toMatchObject({ outcome: 'failed', detail: 'hostNotAllowed' })
  })

  it('changes a card in place', async () => {
    const { connector, adapter } = await world(() => ({ status: 200, body: { id: 'activity-1' } }))
    const sent = await adapter.update(personalReference(connector.serviceUrl), 'activity-1', content)
    expect(sent.outcome).toBe('sent')
    expect(connector.calls[0]?.method).toBe('PUT')
    expect(connector.calls[0]?.path).toMatch(/\/activities\/activity-1$/)
  })
})

describe('opening conversations', () => {
  it('opens the personal chat of a person by object id', async () => {
    const { connector, adapter } = await world(() => ({ status: 201, body: { id: 'a:new' } }))
    const created = await adapter.createPersonal(KARI, { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' })
    expect(created).toMatchObject({ ok: true, reference: { kind: 'personal', conversationId: 'a:new', personId: KARI } })
    expect(connector.calls[0]?.body).toMatchObject({ members: [{ id: KARI }], tenantId: 'tenant' })
  })

  it('an unknown person costs one request, not 8.7 s of retries', async () => {
    const { connector, adapter } = await world(() => ({ status: 500 }))
    const created = await adapter.createPersonal('nobody', { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' })
    expect(created.ok).toBe(false)
    expect(connector.calls).toHaveLength(1)
  })

  it('starts a new thread in a channel', async () => {
    const { connector, adapter } = await world(() => ({ status: 201, body: { id: '19:x;messageid=18', activityId: '18' } }))
    const sent = await adapter.postToChannel(channelReference(connector.serviceUrl), content)
    expect(sent).toEqual({ outcome: 'sent', conversation: '19:x;messageid=18', activityId: '18' })
    expect(connector.calls[0]?.path).toBe('/v3/conversations')
    expect(connector.calls[0]?.body).toMatchObject({ channelData: { channel: { id: '19:ledergruppe@thread.tacv2' } }, isGroup: true })
  })

  it('reads the members with object id and name', async () => {
    const { connector, adapter } = await world(() => ({
      status: 200,
      body: { members: [{ id: '29:kari', name: 'Kari Nordmann', aadObjectId: KARI }, { id: '29:bot' }] },
    }))
    expect(await adapter.members(channelReference(connector.serviceUrl))).toEqual([{ personId: KARI, name: 'Kari Nordmann' }])
  })
})

describe('receiving', () => {
  it('turns a message into an event and sends the answer to where it came from', async () => {
    const { connector, adapter } = await world()
    const heard: BotEvent[] = []
    adapter.listen(async (event) => {
      heard.push(event)
      return { kind: 'content', content: { card: null, text: 'Hei.', summary: null } }
    })
    const response = await adapter.receive({ headers: {}, body: incoming(connector.serviceUrl) })
    expect(response.status).toBe(200)
    expect(heard).toMatchObject([{ type: 'message', text: 'hei', mentionsBot: false, from: { personId: KARI, name: 'Kari Nordmann' } }])
    expect(connector.calls[0]?.body).toMatchObject({ text: 'Hei.', textFormat: 'plain' })
  })

  it('answers a card action with the card in the invoke response, without a message of its own', async () => {
    const { connector, adapter } = await world()
    adapter.listen(async () => ({ kind: 'content', content }))
    const body = incoming(connector.serviceUrl, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'activity-1',
      value: { action: { type: 'Action.Execute', verb: 'recordMeasurement', data: { nudgeKey: 'n' } }, trigger: 'manual' },
    })
    const response = await adapter.receive({ headers: {}, body })
    expect(response).toEqual({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } })
    expect(connector.calls).toHaveLength(0)
  })

  it('a fault in the handler becomes an error Teams can show, never an exception text', async () => {
    const { connector, adapter } = await world()
    adapter.listen(async () => {
      throw new Error('secret')
    })
    const body = incoming(connector.serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x' } } })
    const response = await adapter.receive({ headers: {}, body })
    expect(response.body).toMatchObject({ type: 'application/vnd.microsoft.error', value: { code: 'internal' } })
    expect(JSON.stringify(response)).not.toContain('secret')
  })

  it.each([
    ['nb-NO', 'Noe gikk galt hos oss.'],
    ['nn-NO', 'Noko gjekk gale hos oss.'],
    ['en-GB', 'Something went wrong on our side.'],
    [undefined, 'Noe gikk galt hos oss.'],
  ])('a fault in the handler is told in the person’s language (%s), in a card and in a message', async (locale, sentence) => {
    const { connector, adapter } = await world()
    adapter.listen(async () => {
      throw new Error('secret')
    })
    const action = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'x' } }, locale }
    const response = await adapter.receive({ headers: {}, body: incoming(connector.serviceUrl, action) })
    expect(response.body).toMatchObject({ value: { message: expect.stringContaining(sentence) } })
    await adapter.receive({ headers: {}, body: incoming(connector.serviceUrl, { locale }) })
    expect(connector.calls).toHaveLength(1)
    expect(connector.calls[0]?.body).toMatchObject({ text: expect.stringContaining(sentence) })
  })

  it.each([null, 1, 'x', [], {}, { type: 'message' }, { type: 'message', serviceUrl: 'x', conversation: 1 }])('%j is 400', async (body) => {
    const { adapter } = await world()
    expect((await adapter.receive({ headers: {}, body })).status).toBe(400)
  })

  it('local mode refuses an activity that asks for an answer outside this machine', async () => {
    const { adapter } = await world()
    expect((await adapter.receive({ headers: {}, body: incoming('https://smba.trafficmanager.net/emea/') })).status).toBe(403)
  })
})

describe('with an app id', () => {
  const azure = createAdapter({ mode: 'azure', appId: 'app', tenantId: 'tenant', type: 'UserAssignedMSI' }, quiet)
  const body = incoming('https://smba.trafficmanager.net/emea/')
  const forged = `Bearer ${['{"alg":"RS256","kid":"x"}', '{"iss":"https://evil.example","aud":"app"}', 'sig'].map((part) => Buffer.from(part).toString('base64url')).join('.')}`

  it.each([undefined, '', 'Bearer', 'Bearer x', forged])('the authorization %j is 401', async (authorization) => {
    expect((await azure.receive({ headers: { authorization }, body })).status).toBe(401)
  })

  it('only Teams is listened to, and only on its own hosts', async () => {
    expect((await azure.receive({ headers: {}, body: { ...body, channelId: 'emulator' } })).status).toBe(401)
    expect((await azure.receive({ headers: {}, body: { ...body, serviceUrl: 'http://127.0.0.1:1/' } })).status).toBe(403)
  })

  it('is the only one that production takes', () => {
    vi.stubEnv('NODE_ENV', 'production')
    try {
      expect(() => createAdapter({ mode: 'local' }, quiet)).toThrow('localAdapterInProduction')
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('is refused at construction without id or tenant', () => {
    expect(() => createAdapter({ mode: 'azure', appId: '', tenantId: 't', type: 'UserAssignedMSI' }, quiet)).toThrow()
    expect(() => createAdapter({ mode: 'azure', appId: 'a', tenantId: '', type: 'UserAssignedMSI' }, quiet)).toThrow()
  })
})
