import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOTHING } from './time-machine.ts'
import { openTestHalf, type TestHalf } from './world.fixture.ts'

interface Received {
  type: string
  text?: string
  from: { aadObjectId: string }
  conversation: { id: string; conversationType: string }
  value?: { action: { verb: string; data: unknown } }
  replyToId?: string
  entities: { type: string }[]
}

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Takk' }] }

describe('the control routes', () => {
  let world: TestHalf
  const activities: Received[] = []
  let answer: unknown = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD }
  let passes: (() => Promise<typeof NOTHING>)[] = []

  beforeAll(async () => {
    world = await openTestHalf({
      runPass: () => (passes.shift() ?? (async () => NOTHING))(),
      product: (app) => {
        app.post('/api/messages', (request, reply) => {
          const activity = request.body as Received
          activities.push(activity)
          return activity.type === 'invoke' ? reply.send(answer) : reply.code(202).send()
        })
        app.get('/api/anything', () => ({ product: true }))
      },
    })
  })
  afterAll(() => world.close())

  describe('tokens', () => {
    it('gives a person’s token for the API, by role or by key', async () => {
      const byRole = (await world.call('GET /local/token?user=measurer&for=api')).body.token
      const byKey = (await world.call('GET /local/token?user=kari')).body.token
      const { payload } = await jwtVerify(byRole, createLocalJWKSet(world.identity.jwks()))
      expect(payload).toMatchObject({ oid: world.directory.person('kari')?.personId, name: 'Kari Test', scp: 'access_as_user' })
      expect(decodeJwt(byKey).oid).toBe(payload.oid)
    })

    it.each([
      [
        'app',
        {
          idtyp: 'app',
          roles: ['Sites.Selected', 'User.ReadBasic.All', 'Presence.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
        },
      ],
      ['admin', { scp: 'Sites.FullControl.All User.ReadBasic.All' }],
      ['office', { scp: 'Sites.Manage.All Sites.ReadWrite.All User.ReadBasic.All' }],
      ['kari', { scp: 'Sites.ReadWrite.All User.ReadBasic.All' }],
    ])('gives Graph tokens as %s', async (user, claims) => {
      expect(decodeJwt((await world.call(`GET /local/token?user=${user}&for=graph`)).body.token)).toMatchObject(claims)
    })
  })

  describe('refusals name the field and the remedy', () => {
    it.each([
      ['GET /local/token', undefined, 'fieldRequired', 'user'],
      ['GET /local/token?user=nobody', undefined, 'unknownPerson', 'user'],
      ['GET /local/token?user=espen', undefined, 'personHasLeft', 'user'],
      ['GET /local/token?user=app', undefined, 'unknownPerson', 'user'],
      ['GET /local/token?user=kari&for=mail', undefined, 'fieldInvalid', 'for'],
      ['GET /local/token?user=kari&as=per', undefined, 'fieldUnknown', 'as'],
      ['POST /local/clock', {}, 'fieldRequired', 'now'],
      ['POST /local/clock', { now: 'i morgen' }, 'notAnInstant', 'now'],
      ['POST /local/clock', { now: '2020-01-01' }, 'backwards', 'now'],
      ['POST /local/clock', { now: 5 }, 'fieldInvalid', 'now'],
      ['POST /local/clock', '{"now"', 'badRequest', null],
      ['POST /local/clock', [], 'fieldInvalid', null],
      ['POST /local/run', { force: true }, 'fieldUnknown', 'force'],
      ['POST /local/advance', { days: 0 }, 'fieldInvalid', 'days'],
      ['POST /local/advance', { days: 1.5 }, 'fieldInvalid', 'days'],
      ['GET /local/sent?person=nobody', undefined, 'unknownPerson', 'person'],
      ['GET /local/sent?channel=nowhere', undefined, 'unknownChannel', 'channel'],
      ['GET /local/sent?person=kari&channel=Generelt', undefined, 'fieldInvalid', 'channel'],
      ['POST /local/answer', { activityId: '1', as: 'kari', verb: 'save', data: {} }, 'unknownActivity', 'activityId'],
      ['POST /local/answer', { activityId: '1', as: 'kari', verb: '' }, 'fieldInvalid', 'verb'],
      ['POST /local/answer', { activityId: '1', as: 'nobody', verb: 'save' }, 'unknownPerson', 'as'],
      ['POST /local/say', { as: 'kari', text: '  ' }, 'fieldInvalid', 'text'],
      ['POST /local/say', { as: 'espen', text: 'hei' }, 'personHasLeft', 'as'],
      ['POST /local/say', { as: 'kari', channel: 'Generelt', thread: '7', text: 'hei' }, 'unknownThread', 'thread'],
      ['POST /local/faults', { teams: { status: 200 } }, 'fieldInvalid', 'teams.status'],
      ['POST /local/faults', { teams: { statsu: 500 } }, 'fieldUnknown', 'teams.statsu'],
      ['POST /local/faults', { teams: { block: ['nobody'] } }, 'unknownPerson', 'teams.block'],
      ['GET /local/requests?since=yesterday', undefined, 'fieldInvalid', 'since'],
      ['GET /local/chat?person=nobody', undefined, 'unknownPerson', 'person'],
    ])('%s %j', async (line, body, code, field) => {
      const refused = await world.call(line, body)
      expect(refused.status).toBe(400)
      expect(refused.body.error).toMatchObject({ code, field })
      expect(refused.body.error.text).toMatch(/^[A-Z].{10,}\.$/s)
    })

    it('answers another content type and an unknown route without a 5xx', async () => {
      expect((await world.call('POST /local/clock', 'now=1', { 'content-type': 'text/plain' })).status).toBe(400)
      expect((await world.call('GET /local/nothing')).status).toBe(404)
    })

    it('turns away other hosts, and pages from elsewhere', async () => {
      expect((await world.call('GET /local/world', undefined, { origin: 'https://evil.example' })).body.error.code).toBe('originNotAllowed')
      expect((await world.call('POST /local/run', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    })
  })

  it('leaves every other path to the product', async () => {
    expect((await world.call('GET /api/anything')).body).toEqual({ product: true })
    expect((await world.call('GET /')).body).toContain('<title>page</title>')
  })

  it('moves the clock forward', async () => {
    const moved = await world.call('POST /local/clock', { now: '2026-05-19' })
    expect(moved).toEqual({ status: 200, body: { now: '2026-05-19T07:00:00.000Z' } })
    expect((await world.call('GET /local/world')).body).toMatchObject({ today: '2026-05-19', scenario: 'test' })
  })

  it('runs passes, and says so when one could not be run', async () => {
    passes = [
      async () => ({ ...NOTHING, sent: 3, skipped: { dailyLimit: 2 } }),
      async () => ({ ...NOTHING, sent: 1 }),
      async () => {
        throw new Error('lists out of reach')
      },
    ]
    expect((await world.call('POST /local/run')).body).toEqual({ sent: 3, skipped: { dailyLimit: 2 }, unknown: 0, failed: 0, summaries: 0 })
    expect(await world.call('POST /local/run', '', { 'content-type': 'application/json' })).toMatchObject({
      status: 200,
      body: { sent: 1 },
    })
    expect(await world.call('POST /local/run', {})).toMatchObject({ status: 409, body: { error: { code: 'passFailed' } } })
    expect(world.logged).toEqual(['passFailed Error'])
    expect((await world.call('POST /local/advance', { days: 2 })).body).toMatchObject({ passes: 2, now: '2026-05-21T07:00:00.000Z' })
  })

  it('carries what a person writes to the bot, as themselves', async () => {
    activities.length = 0
    await world.call('POST /local/say', { as: 'owner', text: 'mine' })
    expect(activities).toMatchObject([
      {
        type: 'message',
        text: 'mine',
        from: { aadObjectId: world.directory.person('per')?.personId },
        conversation: { conversationType: 'personal', id: world.directory.person('per')?.conversationId },
      },
    ])
    expect((await world.call('GET /local/sent?person=per')).body).toEqual([])
    expect((await world.call('GET /local/chat?person=per')).body).toMatchObject([{ sender: 'per', text: 'mine' }])
  })

  it('lets the bot hear of a channel only what mentions it', async () => {
    activities.length = 0
    await world.call('POST /local/say', { as: 'anne', channel: 'Generelt', text: 'god morgen <alle>' })
    const asked = await world.call('POST /local/say', { as: 'anne', channel: 'Generelt', text: '@prosjektpuls abonner' })
    expect(activities).toMatchObject([
      {
        type: 'message',
        text: '<at>Prosjektpuls</at> abonner',
        conversation: { conversationType: 'channel', id: `19:oppvekst@thread.tacv2;messageid=${asked.body.activityId}` },
        entities: [{ type: 'clientInfo' }, { type: 'mention', mentioned: { id: world.directory.bot.id } }],
      },
    ])
  })

  it('presses a card’s button and gives the card that came back', async () => {
    const place = { kind: 'person', owner: 'kari', thread: null } as const
    const activityId = world.chats.add({ place, sender: 'bot', at: world.clock.now(), text: null, card: CARD })
    activities.length = 0
    const press = { activityId, as: 'measurer', verb: 'record', data: { value: '12,5' } }
    expect((await world.call('POST /local/answer', press)).body).toEqual(CARD)
    expect(activities[0]).toMatchObject({
      type: 'invoke',
      replyToId: activityId,
      value: { action: { verb: 'record', data: { value: '12,5' } } },
    })
    answer = { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'cardNotYours', message: 'Ikke ditt kort.' } }
    const other = await world.call('POST /local/answer', { ...press, as: 'per' })
    expect(other).toEqual({ status: 200, body: answer })
    expect(activities[1]).toMatchObject({
      from: { aadObjectId: world.directory.person('per')?.personId },
      conversation: { id: world.directory.person('kari')?.conversationId },
    })
    answer = { unexpected: true }
    expect(await world.call('POST /local/answer', press)).toMatchObject({ status: 409, body: { error: { code: 'noAnswer' } } })
  })

  it('passes the switches on to the list server and shows its log', async () => {
    await world.call('POST /local/presence', { user: 'kari', away: true })
    expect(world.outOfOffice).toEqual([[expect.stringMatching(/^[0-9a-f-]{36}$/), true]])
    expect((await world.call('POST /local/presence', { user: 'espen', away: true })).body.error.code).toBe('personHasLeft')
    await world.call('POST /local/faults', { graph: { throttle: { count: 1 } } })
    expect(world.graphFaults).toEqual([{ throttle: { count: 1 } }])
    expect((await world.call('GET /local/faults')).body).toEqual({ graph: [{ throttle: { count: 1 } }], teams: expect.anything() })
    expect((await world.call('GET /local/requests?since=2026-05-18')).body).toEqual([{ since: '2026-05-18T07:00:00.000Z' }])
    expect((await world.call('GET /local/requests?last=1')).body).toHaveLength(1)
    expect((await world.call('GET /local/requests?last=0')).status).toBe(400)
    expect((await world.call('GET /local/lists')).status).toBe(404)
  })

  it('tells the page of changes while they happen', async () => {
    const stopper = new AbortController()
    const response = await fetch(`${world.url}/local/events`, { signal: stopper.signal })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    await world.call('POST /local/say', { as: 'kari', text: 'hei' })
    expect((await reader?.read())?.value).toBe('data: {"type":"chat","kind":"person","owner":"kari"}\n\n')
    stopper.abort()
  })
})
