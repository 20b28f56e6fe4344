import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodesOf, textOf } from './cards/card-rules.fixture.ts'
import type { Json } from './cards/parts.ts'

/** One thing that reached a person or a channel, as the local world tells it. */
export interface Sent {
  to: string
  at: string
  activityId: string
  kind: 'message' | 'update' | 'delete'
  card: Json | null
  text: string | null
}

export interface Report {
  sent: number
  skipped: Record<string, number>
  unknown: number
  failed: number
}

/** A folder of its own for a world's file, and its removal. */
export function worldFolder(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bot-'))
  return { file: join(folder, 'world.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The local world's control routes, as a person in Teams would use them; for tests. */
export function teamsOf(url: string) {
  const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${url}/local${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
  const sent = async (who: string): Promise<Sent[]> => (await call('GET', `/sent?${who}`)).body as Sent[]
  return {
    call,
    clock: (now: string) => call('POST', '/clock', { now }),
    run: async (): Promise<Report> => (await call('POST', '/run', {})).body as Report,
    faults: (teams: object) => call('POST', '/faults', { teams }),
    sentTo: (person: string) => sent(`person=${encodeURIComponent(person)}`),
    sentIn: (channel: string) => sent(`channel=${encodeURIComponent(channel)}`),
    /** Writes to the bot and gives the card or text it answered with. */
    async say(as: string, text: string, channel?: string): Promise<Json> {
      await call('POST', '/say', { as, text, ...(channel === undefined ? {} : { channel }) })
      const all = await sent(channel === undefined ? `person=${as}` : `channel=${encodeURIComponent(channel)}`)
      return all.at(-1)?.card ?? {}
    },
    /** Presses the button with this verb in the block of an obligation, with what was typed by field name; opens its part first. */
    async press(as: string, card: Sent, verb: string, typed: Record<string, string>, block = 0): Promise<Json> {
      const push = async (button: Json | undefined, more: Record<string, string> = {}): Promise<Json> => {
        const data = (button?.data ?? {}) as Json
        const fields = Object.fromEntries(Object.entries(typed).map(([field, value]) => [named(field, Number(data.n)), value]))
        const pressed = { activityId: card.activityId, as, verb: button?.verb, data: { ...data, ...fields, ...more } }
        return (await call('POST', '/answer', pressed)).body as Json
      }
      const button = buttonsOf(card.card ?? {}, verb)[block]
      if (button) return push(button)
      const [any] = buttonsOf(card.card ?? {}, 'show')
      const opened =
        verb === 'publishReport' ? await push(buttonsOf(card.card ?? {}, 'previewReport')[block]) : await push(any, opening(verb))
      const within = buttonsOf(opened, verb)[0]
      return within ? push(within) : opened
    },
  }
}

/** The part of a block in which a verb's button stands. */
const opening = (verb: string): { panel: string } => ({ panel: verb === 'cannotMeasure' ? 'cannot' : verb })

/** `value` → `value_0`, `rating_time` → `rating_0_time`: the input ids of a block. */
const named = (field: string, n: number): string => {
  const [head = '', row] = field.split('_')
  return row === undefined ? `${head}_${n}` : `${head}_${n}_${row}`
}

export const buttonsOf = (card: Json, verb: string): Json[] =>
  [...nodesOf(card)].filter(({ node }) => node.type === 'Action.Execute' && node.verb === verb).map(({ node }) => node)

export const inputsOf = (card: Json): Json[] =>
  [...nodesOf(card)].filter(({ node }) => String(node.type).startsWith('Input.')).map(({ node }) => node)

export const readOf = (card: Json | null): string => (card ? textOf(card) : '')
