import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { playgroundConfig } from './playground.ts'
import { type LocalWorld, startLocalWorld } from './world.ts'

interface Card {
  body: unknown[]
}
interface Streamed {
  action: string
  message: { messageId: string; attachments?: { content: Card }[] }
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Every object anywhere in a card. */
const parts = (value: unknown): Json[] => {
  if (Array.isArray(value)) return value.flatMap(parts)
  return isObject(value) ? [value, ...Object.values(value).flatMap(parts)] : []
}

/** Microsoft's own bot client against the product: an independent second opinion on the connector protocol. */
describe('the bot in Microsoft 365 Agents Playground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'))
  const streamed: Streamed[] = []
  let world: LocalWorld
  let socket: WebSocket
  let chat = ''
  let user = ''

  const ask = async (path: string, body: object): Promise<Json> => {
    const response = await fetch(`${world.playgroundUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Json
  }
  const say = (text: string) =>
    ask(`/_conversation/v1/conversations/${encodeURIComponent(chat)}/messages`, { from: { id: user }, text, textFormat: 'plain' })
  const cards = () =>
    streamed.flatMap(({ message }) =>
      (message.attachments ?? []).map(({ content }) => ({ id: message.messageId, card: content, text: JSON.stringify(content) })),
    )

  const measurements = () => [...world.lists.store.snapshot().facts.tables.measurements.values()]

  beforeAll(async () => {
    world = await startLocalWorld({
      scenario: 'demo',
      port: 0,
      dataFile: join(folder, 'demo.sqlite'),
      today: '2026-05-18',
      playground: true,
    })
    const config = playgroundConfig(world.directory) as { personalChat: { id: string }; currentUser: { id: string } }
    chat = config.personalChat.id
    user = config.currentUser.id
    socket = new WebSocket(`${world.playgroundUrl?.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
    socket.addEventListener('message', ({ data }) => streamed.push(JSON.parse(String(data))))
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }))
  })
  afterAll(async () => {
    socket?.close()
    await world?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('answers a person, asks them for a number, takes it in the card and shows it answered', async () => {
    const before = measurements().length
    // The client says that it speaks English; a person's own choice comes first.
    await say('språk bokmål')
    await expect.poll(cards, { timeout: 5_000 }).toHaveLength(1)
    await say('hjelp')
    await expect.poll(cards, { timeout: 5_000 }).toHaveLength(2)

    await world.timeMachine.run()
    const number = () => cards().find(({ card }) => parts(card).some((part) => part.placeholder === 'Skriv tallet'))
    await expect.poll(number, { timeout: 5_000 }).toBeDefined()
    const nudge = number()
    const save = parts(nudge?.card).find((part) => part.type === 'Action.Execute' && part.title === 'Lagre')
    const field = parts(nudge?.card).find((part) => part.placeholder === 'Skriv tallet')
    expect(save).toBeDefined()

    const answered = await ask('/_conversation/v1/invoke', {
      name: 'adaptiveCard/action',
      from: { id: user },
      conversation: { id: chat },
      replyToId: nudge?.id,
      value: {
        action: { type: 'Action.Execute', verb: save?.verb, data: { ...(save?.data as Json), [String(field?.id)]: '13,8' } },
        trigger: 'manual',
      },
    })
    expect(JSON.stringify(answered)).toContain('13,8')
    await expect.poll(() => streamed.filter(({ action }) => action === 'updateMessage').length, { timeout: 5_000 }).toBeGreaterThan(0)
    expect(measurements().slice(before)).toMatchObject([{ value: 13.8, via: 'bot' }])
  })
})
