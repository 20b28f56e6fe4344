import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { textOf } from './cards/card-rules.fixture.ts'
import type { Json } from './cards/parts.ts'
import { buttonsOf, teamsOf, worldFolder } from './world.fixture.ts'

/**
 * The same bot through Microsoft's own client: Microsoft 365 Agents Playground with its connector. Its routes are not
 * documented; the version is pinned (package.json). The contract of bot/adapter.ts should the SDK be replaced.
 */
const CARD = 'application/vnd.microsoft.card.adaptive'

interface Arrived {
  action: string
  message: { messageId?: string; text?: string; attachments?: { contentType: string; content: Json }[] }
}

const folder = worldFolder()
const arrived: Arrived[] = []
let world: LocalWorld
let playground: string
let stream: WebSocket
let chat: string
let kari: { userId: string; personId: string }

const cardIn = ({ message }: Arrived): Json | null => message.attachments?.find(({ contentType }) => contentType === CARD)?.content ?? null

async function next(test: (one: Arrived) => boolean): Promise<Arrived> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const found = arrived.find(test)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing fitting arrived among ${arrived.length}`)
}

const post = async (path: string, body: unknown): Promise<Json> => {
  const response = await fetch(`${playground}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
  return text === '' ? {} : (JSON.parse(text) as Json)
}

beforeAll(async () => {
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: '2026-05-18', playground: true })
  playground = world.playgroundUrl ?? ''
  const person = world.directory.person('kari')
  if (!person) throw new Error('the scenario has no measurer')
  kari = person
  chat = `${person.conversationId}-playground`
  stream = new WebSocket(`${playground.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
  stream.addEventListener('message', ({ data }) => arrived.push(JSON.parse(String(data)) as Arrived))
  await new Promise((resolve) => stream.addEventListener('open', resolve))
}, 120_000)
afterAll(async () => {
  stream?.close()
  await world?.close()
  folder.remove()
})

describe('in Microsoft’s own client', { timeout: 30_000 }, () => {
  it('the bot answers what is written', async () => {
    await post(`/_conversation/v1/conversations/${encodeURIComponent(chat)}/messages`, {
      from: { id: kari.userId },
      text: 'språk bokmål',
      textFormat: 'plain',
    })
    const answer = await next((one) => one.action === 'createMessage' && cardIn(one)?.speak === 'Fra nå skriver jeg bokmål til deg.')
    expect(cardIn(answer)?.lang).toBe('nb-NO')
  })

  it('the nudge arrives, is answered in the card, comes back answered, and the message changes', async () => {
    const teams = teamsOf(world.url)
    await teams.clock('2026-05-18T09:00')
    expect(await teams.run()).toMatchObject({ unknown: 0, failed: 0 })
    const nudge = await next((one) => one.action === 'createMessage' && buttonsOf(cardIn(one) ?? {}, 'recordMeasurement').length > 0)
    const button = buttonsOf(cardIn(nudge) ?? {}, 'recordMeasurement')[0] as Json
    const data = { ...(button.data as Json), value_0: '13,8', value_1: '13,8', comment_0: 'Ny bemanning', comment_1: 'Ny bemanning' }

    const back = await post('/_conversation/v1/invoke', {
      name: 'adaptiveCard/action',
      from: { id: kari.userId },
      conversation: { id: chat },
      replyToId: nudge.message.messageId,
      value: { action: { type: 'Action.Execute', verb: button.verb, data }, trigger: 'manual' },
    })
    expect(textOf(back.value as Json)).toContain('Takk, Kari.')
    const update = await next((one) => one.action === 'updateMessage')
    expect(textOf(cardIn(update) ?? {})).toContain('Takk, Kari.')
    const { obligationKey } = data as { obligationKey?: string }
    const { tables } = world.lists.store.snapshot().facts
    const refKey = tables.obligations.get(obligationKey ?? '')?.refKey
    expect(
      [...tables.measurements.values()].some(({ indicatorKey, value, via }) => indicatorKey === refKey && value === 13.8 && via === 'bot'),
    ).toBe(true)
  })
})
