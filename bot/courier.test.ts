import { afterEach, describe, expect, it } from 'vitest'
import { factsOf, project } from '#domain/facts.fixture.ts'
import type { ConversationRecord, Subscription } from '#domain/model.ts'
import { memoryStore } from '#usecases/memory-store.fixture.ts'
import { createAdapter } from './adapter.ts'
import { channelReference, personalReference, startConnector } from './connector.fixture.ts'
import { createCourier } from './courier.ts'
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
