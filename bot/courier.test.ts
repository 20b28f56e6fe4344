import { afterEach, describe, expect, it } from 'vitest'
import { factsOf, project } from '#domain/facts.fixture.ts'
import type { ConversationRecord, Subscription } from '#domain/model.ts'
import { memoryStore } from '#usecases/memory-store.fixture.ts'
import { createAdapter } from './adapter.ts'
import { type ConnectorAnswer, type ConnectorCall, channelReference, personalReference, startConnector } from './connector.fixture.ts'
import { type CourierDeps, createCourier } from './courier.ts'
import { createDelivery } from './delivery.ts'
import { realTimer } from './timer.ts'

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

const NINE = '2026-05-18T07:00:00.000Z'
const TEN = '2026-05-18T08:00:00.000Z'

/** A courier that has opened a chat with the measurer at nine, and the lists it reads. */
async function opened() {
  const connector = await startConnector(() => ({ status: 201, body: { id: 'a:opened', activityId: '' } }))
  close = connector.close
  const adapter = createAdapter({ mode: 'local' }, () => undefined)
  const lists = memoryStore(factsOf())
  const place = { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' }
  const courier = createCourier({
    ...{ adapter, place, store: lists.store, delivery: createDelivery(adapter, realTimer), tabUrl: () => 'https://example.org/' },
  })
  const reading = (now: string) => ({ facts: lists.store.snapshot().facts, now, today: now.slice(0, 10) })
  expect(await courier.reach('measurer', reading(NINE))).toBe('reachable')
  const row = lists.tables().conversations.get('person:measurer') as ConversationRecord
  const heardAtTen = (more: Partial<ConversationRecord>) => lists.set('conversations', { ...row, lastSeenAt: TEN, ...more })
  const deliver = async (now: string) => {
    await courier.deliverNudge({ key: 'measurer:2026-05-18', personId: 'measurer', day: '2026-05-18', steps: [] }, reading(now), () => true)
    return connector.calls.at(-1)?.path
  }
  return { connector, courier, reading, deliver, heardAtTen }
}

describe('a chat that was opened for a card', () => {
  it('is written to, until the person has been heard from somewhere newer', async () => {
    const { connector, deliver, heardAtTen } = await opened()
    expect(await deliver(NINE)).toContain('opened')
    heardAtTen({ reference: { ...personalReference(connector.serviceUrl, 'measurer'), conversationId: 'a:moved' } })
    expect(await deliver(TEN)).toContain('moved')
  })

  it('is left alone when the person has since removed the app', async () => {
    const { connector, courier, reading, heardAtTen } = await opened()
    heardAtTen({ installedAt: null })
    const before = connector.calls.length
    expect(await courier.reach('measurer', reading(TEN))).toBe('notInstalled')
    expect(connector.calls).toHaveLength(before)
  })
})

/** What the connector answers to opening a chat and to a card, and what the courier makes of it. */
async function courierOver(
  answer: (what: 'open' | 'send', number: number, call: ConnectorCall) => ConnectorAnswer,
  more: { install?: CourierDeps['install']; conversations?: (serviceUrl: string) => ConversationRecord[] } = {},
) {
  const counts = { open: 0, send: 0 }
  const connector = await startConnector((call) => {
    const what = call.path.startsWith('/v3/conversations/') ? 'send' : 'open'
    counts[what] += 1
    return answer(what, counts[what], call)
  })
  close = connector.close
  const lists = memoryStore(factsOf({ conversations: more.conversations?.(connector.serviceUrl) ?? [] }))
  const adapter = createAdapter({ mode: 'local' }, () => undefined)
  const timer = { ms: () => performance.now(), sleep: async () => undefined }
  const courier = createCourier({
    ...{ adapter, store: lists.store, delivery: createDelivery(adapter, timer), tabUrl: () => 'https://example.org/' },
    ...(more.install && { install: more.install }),
    place: { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' },
  })
  const reading = () => ({ facts: lists.store.snapshot().facts, now: NINE, today: '2026-05-18' })
  const deliver = () =>
    courier.deliverNudge({ key: 'measurer:2026-05-18', personId: 'measurer', day: '2026-05-18', steps: [] }, reading(), () => true)
  return { ...lists, connector, courier, counts, reading, deliver, reach: () => courier.reach('measurer', reading()) }
}

const OPENED = { status: 201, body: { id: 'a:opened' } }
const NO_APP = { status: 403, body: { error: { code: 'ForbiddenOperationException' } } }
const chat = (serviceUrl: string, more: Partial<ConversationRecord> = {}): ConversationRecord => ({
  ...{ key: 'person:measurer', actorId: 'system', actedAt: NINE, via: 'system', schemaVersion: 1, personId: 'measurer', channel: null },
  ...{ reference: personalReference(serviceUrl, 'measurer'), installedAt: NINE, lastSeenAt: NINE },
  ...more,
})

describe('somebody the bot has never spoken with', () => {
  it('is given the app where that is consented to, and the chat is opened', async () => {
    const asked: string[] = []
    const install = async (personId: string) => {
      asked.push(personId)
      return 'installed' as const
    }
    const { reach, tables, counts } = await courierOver((_what, number) => (number === 1 ? NO_APP : OPENED), { install })
    expect(await reach()).toBe('reachable')
    expect({ asked, counts }).toEqual({ asked: ['measurer'], counts: { open: 2, send: 0 } })
    expect(tables().conversations.get('person:measurer')).toMatchObject({ reference: { conversationId: 'a:opened' } })
  })

  it.each([
    ['does not have the app, and may not be given it', NO_APP, 'notInstalled', 1],
    ['is not reached while Teams is busy', { status: 429, headers: { 'retry-after': '1' } }, 'transient', 4],
    ['is not reached when nobody can tell whether the chat was opened: it is asked again', { status: 502 }, 'transient', 4],
    ['cannot be reached by a bot Teams does not know', { status: 401, body: { error: { code: 'BotNotRegistered' } } }, 'stopped', 1],
  ])('%s', async (_what, answer, expected, asked) => {
    const { reach, counts } = await courierOver(() => answer)
    expect(await reach()).toBe(expected)
    expect(counts.open).toBe(asked)
  })

  it('and has removed the app is left alone, also where it could be installed', async () => {
    const install = async () => 'installed' as const
    const removed = (serviceUrl: string) => [chat(serviceUrl, { installedAt: null })]
    const { courier, reading, reach, counts } = await courierOver(() => OPENED, { install, conversations: removed })
    expect([await reach(), await courier.install('measurer', reading().facts)]).toEqual(['notInstalled', 'notInstalled'])
    expect(counts).toEqual({ open: 0, send: 0 })
  })
})

describe('a card to a chat', () => {
  const conversations = (serviceUrl: string) => [chat(serviceUrl)]
  const GONE = { status: 404, body: { error: { code: 'ConversationNotFound' } } }

  it('that Teams has forgotten is sent to the chat as it is opened anew, once', async () => {
    const { deliver, counts } = await courierOver(
      (what, n) => (what === 'open' ? OPENED : n === 1 ? GONE : { status: 201, body: { id: '1' } }),
      {
        conversations,
      },
    )
    expect(await deliver()).toEqual({ outcome: 'sent', conversation: 'a:opened', activityId: '1' })
    expect(counts).toEqual({ open: 1, send: 2 })
  })

  it('that stays forgotten is given up, and one that cannot be opened just now is no proof that the app is gone', async () => {
    const forgotten = await courierOver((what) => (what === 'open' ? OPENED : GONE), { conversations })
    expect(await forgotten.deliver()).toMatchObject({ outcome: 'failed', failure: 'gone' })
    expect(forgotten.counts).toEqual({ open: 1, send: 2 })
    await close?.()
    const busy = await courierOver((what) => (what === 'open' ? { status: 503 } : GONE), { conversations })
    expect(await busy.deliver()).toMatchObject({ outcome: 'failed', failure: 'unavailable' })
  })

  it('that the bot has been taken out of is left alone, also where the app could be installed', async () => {
    let installed = 0
    const install = async () => {
      installed += 1
      return 'installed' as const
    }
    const removed = { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }
    const lost = await courierOver((what) => (what === 'open' ? NO_APP : removed), { conversations, install })
    expect(await lost.deliver()).toMatchObject({ outcome: 'failed', failure: 'notInRoster' })
    expect(await lost.courier.install('measurer', lost.reading().facts)).toBe('notInstalled')
    expect(installed).toBe(0)
  })

  it('that is too large for Teams becomes a small one', async () => {
    const { deliver, connector } = await courierOver(
      (_what, n) => (n === 1 ? { status: 413, body: { error: { code: 'MessageSizeTooBig' } } } : { status: 201, body: { id: '2' } }),
      { conversations },
    )
    expect(await deliver()).toMatchObject({ outcome: 'sent', activityId: '2' })
    const [large, small] = connector.calls.map(({ body }) => JSON.stringify(body).length)
    expect(small).toBeLessThan(large ?? 0)
  })

  it('whose stored address points elsewhere is opened from the person’s id, at the newest address that may be called', async () => {
    const elsewhere = () => [chat('https://example.org/', { lastSeenAt: TEN })]
    const { reach, deliver, counts, connector } = await courierOver(
      (what) => (what === 'open' ? OPENED : { status: 201, body: { id: '1' } }),
      {
        conversations: elsewhere,
      },
    )
    expect(await reach()).toBe('reachable')
    expect(counts.open).toBe(1)
    expect(await deliver()).toMatchObject({ outcome: 'sent', conversation: 'a:opened' })
    expect(connector.calls.at(-1)?.path).toContain('opened')
  })
})

describe('the post of a summary whose project has become restricted', () => {
  it('is emptied: a sentence, without the project’s name', async () => {
    const connector = await startConnector(() => ({ status: 200, body: { id: 'post' } }))
    close = connector.close
    const reference = channelReference(connector.serviceUrl)
    const stamp = { actorId: 'owner', actedAt: NINE, via: 'bot' as const, schemaVersion: 1 }
    const subscription: Subscription = {
      ...{ ...stamp, key: 'c', channel: reference.channelId ?? '', scope: 'project', scopeKey: 'project', rhythm: 'monthly' },
      ...{ language: null, currentActivityId: 'post', currentPeriod: '2026-05', endedOn: null },
    }
    const row: ConversationRecord = {
      ...{ ...stamp, key: `channel:${reference.channelId}`, personId: null, channel: reference.channelId },
      ...{ reference, installedAt: NINE, lastSeenAt: NINE },
    }
    const facts = factsOf({ conversations: [row], projects: [project({ title: 'Robot', restricted: true })] })
    const adapter = createAdapter({ mode: 'local' }, () => undefined)
    const courier = createCourier({
      ...{ adapter, delivery: createDelivery(adapter, realTimer), store: memoryStore(facts).store, tabUrl: () => 'https://example.org/' },
      place: { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' },
    })
    await courier.updateSummary(subscription, '2026-05', { facts, now: NINE, today: '2026-05-18' })
    const post = JSON.stringify(connector.calls.at(-1)?.body)
    expect(post).toContain('Denne kanalen får ikke flere oppsummeringer av prosjektet.')
    expect(post).not.toContain('Robot')
  })
})
