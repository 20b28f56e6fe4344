import type { AdvanceResult, FeedView, MessageView, PassResult, WorldEvent, WorldView } from '../../shapes.ts'

/** The local world's own routes, from its own page. A refusal is thrown: every caller shows its own sentence. */
const ask = async <T>(path: string, body?: object): Promise<T> => {
  const response = await fetch(`/local/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`/local/${path.split('?')[0]} answered ${response.status}`)
  return (await response.json()) as T
}

export const fetchWorld = (): Promise<WorldView> => ask('world')
export const fetchFeed = (): Promise<FeedView[]> => ask('feed')
export const fetchChat = (person: string): Promise<MessageView[]> => ask(`chat?person=${encodeURIComponent(person)}`)
export const fetchChannel = (channel: string): Promise<MessageView[]> => ask(`chat?channel=${encodeURIComponent(channel)}`)

export const tokenFor = async (person: string): Promise<string> =>
  (await ask<{ token: string }>(`token?user=${encodeURIComponent(person)}&for=api`)).token

export const runPass = (): Promise<PassResult> => ask('run', {})
export const advance = (days: number): Promise<AdvanceResult> => ask('advance', { days })

export const say = (as: string, text: string, channel?: string, thread?: string): Promise<{ activityId: string }> =>
  ask('say', { as, text, ...(channel === undefined ? {} : { channel }), ...(thread === undefined ? {} : { thread }) })

/** A card, or the Bot Framework's envelope around a message or an error. */
export type CardAnswer = { type: string; value?: unknown; [field: string]: unknown }

export const answerCard = (activityId: string, as: string, verb: string, data: unknown): Promise<CardAnswer> =>
  ask('answer', { activityId, as, verb, data })

/** Listens to what happens; `onGap` is called when the line was lost and has come back, since something may have been missed. */
export const listen = (onEvent: (event: WorldEvent) => void, onGap: () => void, onLost: () => void): (() => void) => {
  const source = new EventSource('/local/events')
  let lost = false
  source.onmessage = (message) => onEvent(JSON.parse(message.data))
  source.onerror = () => {
    lost = true
    onLost()
  }
  source.onopen = () => {
    if (lost) onGap()
    lost = false
  }
  return () => source.close()
}
