import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { createAdapter } from './adapter.ts'
import { cardFaults, textOf } from './cards/card-rules.fixture.ts'
import { CARDS } from './cards/cards.fixture.ts'
import type { Json } from './cards/parts.ts'
import { LANGUAGES } from './cards/views.fixture.ts'
import { buttonsOf, inputsOf, teamsOf, worldFolder } from './world.fixture.ts'

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

/** The first thing that fits among what has arrived since `from`. */
async function next(test: (one: Arrived) => boolean, from = 0): Promise<Arrived> {
  for (let waited = 0; waited < 10_000; waited += 25) {
    const found = arrived.slice(from).find(test)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`nothing fitting arrived among ${arrived.length - from}`)
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

/** Writes to the bot as Kari and gives the card it answers with. */
async function say(text: string): Promise<Json> {
  const from = arrived.length
  await post(`/_conversation/v1/conversations/${encodeURIComponent(chat)}/messages`, {
    from: { id: kari.userId },
    text,
    textFormat: 'plain',
  })
  return cardIn(await next((one) => one.action === 'createMessage' && cardIn(one) !== null, from)) ?? {}
}

/** Presses a button of a message and gives the card that comes back in its place. */
async function press(messageId: string | undefined, button: Json | undefined, typed: Json = {}): Promise<Json> {
  const data = { ...((button?.data ?? {}) as Json), ...typed }
  const back = await post('/_conversation/v1/invoke', {
    name: 'adaptiveCard/action',
    from: { id: kari.userId },
    conversation: { id: chat },
    replyToId: messageId,
    value: { action: { type: 'Action.Execute', verb: button?.verb, data }, trigger: 'manual' },
  })
  return back.value as Json
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

const SPOKEN = {
  nb: {
    language: 'språk bokmål',
    lang: 'nb-NO',
    greeting: 'Hei Kari. Jeg er Prosjektpuls.',
    why: 'Kortet du fikk 18. mai',
    open: 'Hvor lenge?',
  },
  nn: {
    language: 'språk nynorsk',
    lang: 'nn-NO',
    greeting: 'Hei Kari. Eg er Prosjektpuls.',
    why: 'Kortet du fekk 18. mai',
    open: 'Kor lenge?',
  },
  en: {
    language: 'language english',
    lang: 'en-GB',
    greeting: 'Hello Kari. I am Prosjektpuls.',
    why: 'The card you got on 18 May',
    open: 'For how long?',
  },
} as const

describe('in Microsoft’s own client', { timeout: 30_000 }, () => {
  it('the nudge arrives, is answered in the card, comes back answered, and the message changes; «angre» asks again', async () => {
    expect((await say(SPOKEN.nb.language)).speak).toBe('Fra nå skriver jeg bokmål til deg.')
    const teams = teamsOf(world.url)
    await teams.clock('2026-05-18T09:00')
    expect(await teams.run()).toMatchObject({ unknown: 0, failed: 0 })
    const nudge = await next((one) => one.action === 'createMessage' && buttonsOf(cardIn(one) ?? {}, 'recordMeasurement').length > 0)
    const button = buttonsOf(cardIn(nudge) ?? {}, 'recordMeasurement')[0] as Json
    const typed = { value_0: '13,8', value_1: '13,8', comment_0: 'Ny bemanning', comment_1: 'Ny bemanning' }

    const from = arrived.length
    const back = await press(nudge.message.messageId, button, typed)
    expect(textOf(back)).toContain('Takk, Kari.')
    const update = await next((one) => one.action === 'updateMessage', from)
    expect(textOf(cardIn(update) ?? {})).toContain('Takk, Kari.')
    const { obligationKey } = button.data as { obligationKey?: string }
    const { tables } = world.lists.store.snapshot().facts
    const refKey = tables.obligations.get(obligationKey ?? '')?.refKey
    expect(
      [...tables.measurements.values()].some(({ indicatorKey, value, via }) => indicatorKey === refKey && value === 13.8 && via === 'bot'),
    ).toBe(true)
    const undone = await press(nudge.message.messageId, buttonsOf(back, 'undo')[0])
    expect(textOf(undone)).toContain('Svaret er tatt tilbake.')
  })

  it.each(LANGUAGES)('a whole conversation, in %s', async (language) => {
    const { language: ask, lang, greeting, why, open } = SPOKEN[language]
    await say(ask)
    const cards = [
      await say('hei'),
      await say('mine'),
      await say('status InnoLab'),
      await say('hvorfor'),
      await say('xyzzy'),
      await say('registrer'),
    ]
    const [hello, , , explained, , asked = {}] = cards
    expect(hello?.speak).toBe(greeting)
    expect(explained?.speak).toBe(why)
    const message = arrived.findLast((one) => one.action === 'createMessage')?.message.messageId
    const [first] = buttonsOf(asked, 'show')
    for (const panel of ['snooze', 'cannot', 'more', 'delegate', 'notRelevant', 'wrongPerson', 'why', 'pause']) {
      const opened = await press(message, first, { panel })
      expect(inputsOf(opened).length + buttonsOf(opened, 'show').length, panel).toBeGreaterThan(0)
      if (panel === 'snooze') expect(inputsOf(opened).map(({ label }) => label)).toContain(open)
      cards.push(opened)
    }
    for (const card of cards) {
      expect(card.lang).toBe(lang)
      expect(cardFaults(card)).toEqual([])
    }
  })

  it('every card there is is taken, in three languages', async () => {
    const adapter = createAdapter({ mode: 'local' }, () => undefined)
    const place = { kind: 'personal' as const, tenantId: world.directory.tenantId, botId: world.directory.bot.id, personId: kari.personId }
    const reference = { ...place, serviceUrl: `${playground}/_connector`, conversationId: chat, channelId: null, teamId: null }
    const from = arrived.length
    const made = Object.values(CARDS).flatMap((make) => LANGUAGES.map((language) => make(language)))
    for (const card of made) {
      expect(await adapter.send(reference, { card, text: null, summary: null })).toMatchObject({ outcome: 'sent' })
    }
    await next((one) => cardIn(one) !== null && arrived.length - from >= made.length, from)
    expect(arrived.slice(from).map(cardIn)).toEqual(made)
  })
})
