import { afterEach, describe, expect, it } from 'vitest'
import { factsOf } from '#domain/facts.fixture.ts'
import { memoryStore } from '#usecases/memory-store.fixture.ts'
import { createAdapter } from './adapter.ts'
import { createBot } from './bot.ts'
import { startConnector } from './connector.fixture.ts'

const KARI = '00000000-0000-4000-8000-000000000002'
let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

/** A bot that takes two things a minute from one person. */
async function opened() {
  const connector = await startConnector(() => ({ status: 201, body: { id: 'activity-1' } }))
  close = connector.close
  const log: string[] = []
  const adapter = createAdapter({ mode: 'local' }, (code) => log.push(code))
  createBot({
    adapter,
    store: memoryStore(factsOf()).store,
    now: () => '2026-05-18T07:10:00.000Z',
    tabUrl: () => 'https://example.org/',
    place: { serviceUrl: connector.serviceUrl, tenantId: 'tenant', botId: '28:bot' },
    holder: 'one',
    log: (code) => log.push(code),
    timer: { ms: () => 0, sleep: async () => undefined },
    perMinute: 2,
  })
  const tell = (person: string, more: object = { type: 'message', text: 'hei' }) =>
    adapter.receive({
      headers: {},
      body: {
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        from: { id: `29:${person}`, name: 'Kari', aadObjectId: person },
        recipient: { id: '28:bot' },
        conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
        ...more,
      },
    })
  return { connector, tell, log }
}
const press = (verb: string) => ({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb, data: {} } } })

describe('somebody who writes without end', () => {
  it('is told once, and others are answered as before', async () => {
    const { connector, tell } = await opened()
    for (let n = 0; n < 6; n += 1) await tell(KARI)
    expect(connector.calls).toHaveLength(3)
    expect(connector.calls[2]?.body.text).toContain('for mange forespørsler')
    expect((await tell(KARI, press('snooze'))).body).toMatchObject({ value: { code: 'tooManyRequests' } })
    await tell(KARI.replace('2', '3'))
    expect(connector.calls).toHaveLength(4)
  })
})

describe('a button that is not understood', () => {
  it('is answered with a sentence', async () => {
    const { tell } = await opened()
    const { body } = await tell(KARI, press('nonsense'))
    expect(body).toMatchObject({ value: { code: 'badRequest', message: expect.stringContaining('kunne ikke leses') } })
  })
})
