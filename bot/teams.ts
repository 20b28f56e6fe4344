import type { BotEvent } from './events.ts'
import type { SendOutcome } from './outcomes.ts'
import type { ConversationReference } from './reference.ts'

/** A card, or a plain sentence, with the line Teams shows in its notification. */
export interface Content {
  card: object | null
  text: string | null
  summary: string | null
}

/** What the bot gives back to an event; for a card action it replaces the card the person sees. */
export type Answer = { kind: 'nothing' } | { kind: 'content'; content: Content } | { kind: 'refused'; code: string; text: string }

export interface ReceivedRequest {
  headers: Record<string, string | string[] | undefined>
  body: unknown
}

export interface Member {
  personId: string
  name: string
}

export type CreateOutcome = { ok: true; reference: ConversationReference } | { ok: false; outcome: SendOutcome }

/** Teams as the bot sees it. The only thing behind which the Bot Framework SDK stands. */
export interface Adapter {
  /** Who answers what comes in; set once, before the first request. */
  listen(handler: (event: BotEvent) => Promise<Answer>): void
  /** One POST of Teams to the bot. Never throws; 401 unauthenticated, 403 wrong tenant or host, 400 not an activity. */
  receive(request: ReceivedRequest): Promise<{ status: number; body?: unknown }>
  send(reference: ConversationReference, content: Content): Promise<SendOutcome>
  update(reference: ConversationReference, activityId: string, content: Content): Promise<SendOutcome>
  /** Whether this service address may be called at all: only Teams' own hosts. */
  mayCall(serviceUrl: string): boolean
  /** Opens (or finds) the personal chat with a person who has the app. */
  createPersonal(personId: string, place: { serviceUrl: string; tenantId: string | null; botId: string }): Promise<CreateOutcome>
  /** A new thread in a channel. */
  postToChannel(reference: ConversationReference, content: Content): Promise<SendOutcome>
  members(reference: ConversationReference): Promise<Member[]>
}
