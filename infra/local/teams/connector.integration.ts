import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAdapter } from '../../../bot/adapter.ts'
import type { ConversationReference } from '../../../bot/reference.ts'
import type { Adapter } from '../../../bot/teams.ts'
import { type CHANNELS, openTestHalf, type TestHalf } from '../world.fixture.ts'

const card = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] })
const content = (text: string) => ({ card: card(text), text: null, summary: null })

/** The product's own adapter, over the real Bot Framework SDK, against the local connector. */
describe('the connector, driven by the Bot Framework SDK', () => {
  let world: TestHalf
  let adapter: Adapter
  const place = () => ({ serviceUrl: world.serviceUrl, tenantId: world.directory.tenantId, botId: world.directory.bot.id })
  const kari = () => world.directory.person('kari')
  const personIdOf = (name: string) => world.directory.person(name)?.personId ?? ''
  const channel = (name: (typeof CHANNELS)[number]['name']): ConversationReference => {
    const found = world.directory.channel(name)
    const id = found?.id ?? ''
    return { kind: 'channel', ...place(), conversationId: id, channelId: id, teamId: found?.teamId ?? '', personId: null }
  }

  beforeEach(async () => {
    world = await openTestHalf()
    adapter = createAdapter({ mode: 'local' }, () => undefined)
  })
  afterEach(() => world.close())

  const openChat = async (name: string): Promise<ConversationReference> => {
    const created = await adapter.createPersonal(personIdOf(name), place())
    if (!created.ok) throw new Error('the chat was not opened')
    return created.reference
  }

  it('opens a personal chat by Entra object id and delivers a card there', async () => {
    const reference = await openChat('kari')
    const sent = await adapter.send(reference, content('Hei'))
    expect(sent).toMatchObject({ outcome: 'sent', conversation: kari()?.conversationId })
    expect((await world.call('GET /local/sent?person=measurer')).body).toEqual([
      {
        to: 'kari',
        at: '2026-05-18T06:55:00.000Z',
        activityId: sent.outcome === 'sent' ? sent.activityId : '',
        kind: 'message',
        card: card('Hei'),
        text: null,
      },
    ])
    expect(world.events).toEqual([{ type: 'chat', kind: 'person', owner: 'kari' }])
  })

  it('edits a card in place and keeps both in the record', async () => {
    const reference = await openChat('kari')
    const sent = await adapter.send(reference, content('Før'))
    if (sent.outcome !== 'sent') throw new Error('not sent')
    expect(await adapter.update(reference, sent.activityId, content('Etter'))).toMatchObject({ outcome: 'sent' })
    const received = (await world.call('GET /local/sent?person=kari')).body
    expect(received.map((row: { kind: string }) => row.kind)).toEqual(['message', 'update'])
    const chat = (await world.call('GET /local/chat?person=kari')).body
    expect(chat).toHaveLength(1)
    expect(chat[0]).toMatchObject({ id: sent.activityId, card: card('Etter'), editedAt: '2026-05-18T06:55:00.000Z' })
  })

  it('begins a thread in a channel, answers in it and edits its first post', async () => {
    const posted = await adapter.postToChannel(channel('Prosjekter og gevinster'), content('Oppsummering'))
    if (posted.outcome !== 'sent') throw new Error('not sent')
    expect(posted.conversation).toBe(`19:ledergruppen@thread.tacv2;messageid=${posted.activityId}`)
    const thread = { ...channel('Prosjekter og gevinster'), conversationId: posted.conversation }
    expect(await adapter.send(thread, { card: null, text: 'Svar', summary: null })).toMatchObject({ outcome: 'sent' })
    expect(await adapter.update(channel('Prosjekter og gevinster'), posted.activityId, content('Ny'))).toMatchObject({ outcome: 'sent' })
    const rows = (await world.call('GET /local/sent?channel=prosjekter%20og%20gevinster')).body
    expect(rows.map((row: { to: string; kind: string; text: string | null }) => [row.to, row.kind, row.text])).toEqual([
      ['Prosjekter og gevinster', 'message', null],
      ['Prosjekter og gevinster', 'message', 'Svar'],
      ['Prosjekter og gevinster', 'update', null],
    ])
  })

  it('lists the members of a channel, without those who have left', async () => {
    const members = await adapter.members(channel('Generelt'))
    expect(members.map((member) => member.name)).toEqual(['Kari Test', 'Per Test', 'Anne Test', 'Jonas Test'])
  })

  it('refuses as Teams does', async () => {
    const reference = await openChat('kari')
    const stranger = await adapter.createPersonal('99999999-0000-4000-8000-000000000009', place())
    expect(stranger).toMatchObject({ ok: false, outcome: { failure: 'gone' } })
    expect(await adapter.createPersonal(personIdOf('espen'), place())).toMatchObject({ ok: false, outcome: { failure: 'gone' } })
    expect(await adapter.send({ ...reference, conversationId: 'a:nobody' }, content('x'))).toMatchObject({
      failure: 'gone',
      detail: '404 ConversationNotFound',
    })
    expect(await adapter.update(reference, '123', content('x'))).toMatchObject({ detail: '404 ActivityNotFoundInConversation' })
    expect(await adapter.send(reference, content('x'.repeat(28_001)))).toMatchObject({ failure: 'tooLarge' })
    const newer = { card: { ...card('x'), version: '1.6' }, text: null, summary: null }
    expect(await adapter.send(reference, newer)).toMatchObject({ failure: 'refused', detail: '400 BadArgument' })
    expect(await adapter.send(reference, { card: null, text: null, summary: null })).toMatchObject({ detail: '400 BadSyntax' })
  })

  it('refuses where the bot is not installed or is blocked', async () => {
    const reference = await openChat('kari')
    world.chats.setInstalled('kari', false)
    expect(await adapter.send(reference, content('x'))).toMatchObject({ failure: 'notInRoster' })
    expect(await adapter.createPersonal(personIdOf('kari'), place())).toMatchObject({ ok: false })
    world.chats.setInstalled('kari', true)
    await world.call('POST /local/faults', { teams: { block: ['measurer'] } })
    expect(await adapter.send(reference, content('x'))).toMatchObject({ failure: 'blocked' })
    await world.call('POST /local/faults', { teams: {} })
    expect(await adapter.send(reference, content('x'))).toMatchObject({ outcome: 'sent' })
  })

  it('throttles so many times as it is told, and only where it is told', async () => {
    const [toKari, toPer] = [await openChat('kari'), await openChat('per')]
    await world.call('POST /local/faults', { teams: { status: 429, count: 1, retryAfter: 2, match: { person: 'owner', act: 'send' } } })
    expect(await adapter.send(toKari, content('x'))).toMatchObject({ outcome: 'sent' })
    expect(await adapter.send(toPer, content('x'))).toMatchObject({ failure: 'throttled', retryAfterMs: 2000 })
    expect(await adapter.send(toPer, content('x'))).toMatchObject({ outcome: 'sent' })
  })

  it('can deliver a card and lose the answer, by status or by a cut line', async () => {
    const reference = await openChat('kari')
    await world.call('POST /local/faults', { teams: { status: 502, count: 1, afterAccept: true } })
    expect(await adapter.send(reference, content('en'))).toMatchObject({ outcome: 'unknown' })
    await world.call('POST /local/faults', { teams: { cut: true, count: 1, afterAccept: true } })
    expect(await adapter.send(reference, content('to'))).toMatchObject({ outcome: 'unknown' })
    await world.call('POST /local/faults', { teams: { cut: true, count: 1 } })
    expect(await adapter.send(reference, content('tre'))).toMatchObject({ outcome: 'unknown' })
    expect((await world.call('GET /local/sent?person=kari')).body.map((row: { card: unknown }) => row.card)).toEqual([
      card('en'),
      card('to'),
    ])
  })

  it('answers a path it does not have, and a body it cannot read, in the connector’s own shape', async () => {
    expect(await world.call('GET /local/connector/v3/nothing')).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } })
    const broken = await world.call('POST /local/connector/v3/conversations', '{')
    expect(broken).toMatchObject({ status: 400, body: { error: { code: 'BadSyntax' } } })
    expect(await world.call('POST /local/connector/v3/conversations', { members: 'kari' })).toMatchObject({ status: 400 })
  })

  it('knows the teams and their channels', async () => {
    const teamId = encodeURIComponent(channel('Generelt').teamId ?? '')
    expect((await world.call(`GET /local/connector/v3/teams/${teamId}`)).body).toMatchObject({ name: 'Oppvekst', memberCount: 4 })
    const listed = await world.call(`GET /local/connector/v3/teams/${teamId}/conversations`)
    expect(listed.body.conversations).toEqual([{ id: '19:oppvekst@thread.tacv2', name: 'Generelt', type: 'standard' }])
  })

  it('gives members page by page and one by one', async () => {
    const id = encodeURIComponent('19:oppvekst@thread.tacv2')
    const paged = await world.call(`GET /local/connector/v3/conversations/${id}/pagedmembers?pageSize=50`)
    expect(paged.body.members).toHaveLength(4)
    const one = await world.call(`GET /local/connector/v3/conversations/${id}/members/${personIdOf('per')}`)
    expect(one.body).toMatchObject({ name: 'Per Test', userRole: 'user' })
    expect((await world.call(`GET /local/connector/v3/conversations/${id}/members/${personIdOf('espen')}`)).status).toBe(404)
  })
})
