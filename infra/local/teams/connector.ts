import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { ADAPTIVE_CARD_TYPE, cardFault, MAX_ACTIVITY_BYTES } from './card-rules.ts'
import type { Chats, Message } from './chats.ts'
import { registerMembers } from './connector-members.ts'
import { bodyOf, notFound, parse, Refusal } from './connector-refusal.ts'
import type { Directory } from './directory.ts'
import type { ConnectorAct, FaultSwitches, Target } from './faults.ts'
import { type Conversation, conversationOf, placeOf, threadId } from './places.ts'

/**
 * The Bot Framework connector as Teams runs it, for the bot of this product: conversations, activities, members, teams.
 * Paths, bodies and error codes are those the Bot Framework SDK sends and reads. It is strict: what Teams would refuse,
 * or silently not show, is refused here.
 */
export interface ConnectorOptions {
  directory: Directory
  chats: Chats
  faults: FaultSwitches
  now: () => Date
  /** Told when a person's chat or a channel has changed. */
  onChange: (place: { kind: 'person' | 'channel'; owner: string }) => void
  /** The connector's own address, as it stands in activities. */
  serviceUrl: () => string
}

const account = z.looseObject({ id: z.string() })
const activityBody = z.looseObject({
  type: z.string(),
  text: z.optional(z.nullable(z.string())),
  attachments: z.optional(z.nullable(z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })))),
})
const conversationBody = z.looseObject({
  isGroup: z.optional(z.boolean()),
  members: z.optional(z.array(account)),
  tenantId: z.optional(z.string()),
  activity: z.optional(activityBody),
  channelData: z.optional(
    z.looseObject({ channel: z.optional(account), teamsChannelId: z.optional(z.string()), tenant: z.optional(account) }),
  ),
})
type ActivityBody = z.infer<typeof activityBody>

/** What is shown of an activity: its text and its first card. */
const contentOf = (activity: ActivityBody): { text: string | null; card: unknown } => {
  if (Buffer.byteLength(JSON.stringify(activity)) > MAX_ACTIVITY_BYTES)
    throw new Refusal(413, 'MessageSizeTooBig', `Message size too large: above ${MAX_ACTIVITY_BYTES} bytes.`)
  const cards = (activity.attachments ?? []).filter((one) => one.contentType === ADAPTIVE_CARD_TYPE)
  for (const { content } of cards) {
    const fault = cardFault(content)
    if (fault) throw new Refusal(400, 'BadArgument', `Teams does not take this card: ${fault}.`)
  }
  const text = activity.text ? activity.text : null
  if (text === null && cards.length === 0) throw new Refusal(400, 'BadSyntax', 'Activity resulted into an empty message.')
  return { text, card: cards[0]?.content ?? null }
}

export const registerConnector = (app: FastifyInstance, options: ConnectorOptions): void => {
  const { directory, chats, faults, now, onChange, serviceUrl } = options

  const conversationAt = (id: string): Conversation => {
    const conversation = conversationOf(directory, id)
    if (!conversation) throw notFound()
    if (conversation.kind === 'channel' && conversation.root !== null) {
      const root = chats.find(conversation.root)
      if (root?.place.owner !== conversation.channel.id) throw notFound()
    }
    return conversation
  }

  const targetOf = (act: ConnectorAct, conversation: Conversation): Target =>
    conversation.kind === 'person' ? { act, person: conversation.person.name } : { act, channel: conversation.channel.id }

  /** May the bot write here at all? */
  const assertReachable = (conversation: Conversation): void => {
    const owner = conversation.kind === 'person' ? conversation.person.name : conversation.channel.teamId
    if (!chats.installed(owner)) throw new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
    if (conversation.kind === 'person' && faults.blocks(owner))
      throw new Refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.')
  }

  const changed = (conversation: Conversation) => {
    const { kind, owner } = placeOf(conversation)
    onChange({ kind, owner })
  }

  /** Does the work under the fault switches: struck before, after (an ambiguous send), or not at all. */
  const underFaults = async <T>(reply: FastifyReply, target: Target, status: number, work: () => T): Promise<unknown> => {
    const delay = faults.delayMs()
    if (delay > 0) await sleep(delay)
    const strike = faults.strike(target)
    if (strike === null) return reply.code(status).send(work())
    if (strike.afterAccept) work()
    if (strike.cut) {
      reply.hijack()
      reply.raw.destroy()
      return reply
    }
    if (strike.retryAfter !== undefined) reply.header('retry-after', String(strike.retryAfter))
    return reply.code(strike.status).send(bodyOf(strike.code, 'A fault switch of the local world struck.'))
  }

  const post = (conversation: Conversation, activity: ActivityBody): string => {
    assertReachable(conversation)
    // Typing and the like are shown for a moment and never stored.
    if (activity.type !== 'message') return String(now().getTime())
    const id = chats.add({ place: placeOf(conversation), sender: 'bot', at: now(), ...contentOf(activity) })
    changed(conversation)
    return id
  }

  const own = (conversation: Conversation, activityId: string): Message => {
    const message = chats.find(activityId)
    if (!message || message.deleted || message.place.owner !== placeOf(conversation).owner)
      throw new Refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.')
    if (message.sender !== 'bot') throw new Refusal(403, 'ForbiddenOperationException', 'A bot may only change its own messages.')
    return message
  }

  const personalConversation = (members: { id: string }[]): Conversation => {
    if (members.length !== 1 || members[0] === undefined)
      throw new Refusal(400, 'BadSyntax', 'Bad format of members: a personal conversation has one.')
    const person = directory.user(members[0].id)
    if (!person || person.left) throw new Refusal(404, 'MemberNotFoundInConversation', 'The user was not found in the tenant.')
    if (!chats.installed(person.name))
      throw new Refusal(403, 'ForbiddenOperationException', "The bot is not installed in the user's personal scope.")
    return { kind: 'person', person }
  }

  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refusal) return reply.code(error.status).send(bodyOf(error.code, error.message))
    const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
    if (status < 500) return reply.code(status).send(bodyOf('BadSyntax', 'The request could not be read.'))
    throw error
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(bodyOf('NotFound', 'The connector has no such operation.')))

  app.post('/v3/conversations', (request, reply) => {
    const body = parse(conversationBody, request.body)
    const channelId = body.channelData?.channel?.id ?? body.channelData?.teamsChannelId
    const tenantId = body.tenantId ?? body.channelData?.tenant?.id
    if (tenantId !== undefined && tenantId !== directory.tenantId)
      throw new Refusal(403, 'NotEnoughPermissions', 'The bot is not in this tenant.')
    if (channelId !== undefined) {
      const channel = directory.channels.find((one) => one.id === channelId)
      if (!channel) throw notFound()
      const { activity } = body
      if (!activity) throw new Refusal(400, 'BadSyntax', 'Bad format of activity: a new thread begins with one.')
      const conversation: Conversation = { kind: 'channel', channel, root: null }
      return underFaults(reply, targetOf('create', conversation), 201, () => {
        const id = post(conversation, activity)
        return { id: threadId(channel, id), activityId: id, serviceUrl: serviceUrl() }
      })
    }
    const conversation = personalConversation(body.members ?? [])
    const { activity } = body
    return underFaults(reply, targetOf('create', conversation), 201, () => ({
      id: conversation.kind === 'person' ? conversation.person.conversationId : '',
      ...(activity && { activityId: post(conversation, activity) }),
      serviceUrl: serviceUrl(),
    }))
  })

  type InConversation = { Params: { conversationId: string } }
  type OfActivity = { Params: { conversationId: string; activityId: string } }

  const send = (request: FastifyRequest<InConversation>, reply: FastifyReply) => {
    const conversation = conversationAt(request.params.conversationId)
    const activity = parse(activityBody, request.body)
    return underFaults(reply, targetOf('send', conversation), 201, () => ({ id: post(conversation, activity) }))
  }
  app.post<InConversation>('/v3/conversations/:conversationId/activities', send)
  // The path of an answer to one activity: in Teams it lands in the same conversation.
  app.post<OfActivity>('/v3/conversations/:conversationId/activities/:activityId', send)

  app.put<OfActivity>('/v3/conversations/:conversationId/activities/:activityId', (request, reply) => {
    const conversation = conversationAt(request.params.conversationId)
    const activity = parse(activityBody, request.body)
    return underFaults(reply, targetOf('update', conversation), 200, () => {
      assertReachable(conversation)
      const { id } = own(conversation, request.params.activityId)
      chats.edit(id, { at: now(), ...contentOf(activity) })
      changed(conversation)
      return { id }
    })
  })

  app.delete<OfActivity>('/v3/conversations/:conversationId/activities/:activityId', (request, reply) => {
    const conversation = conversationAt(request.params.conversationId)
    return underFaults(reply, targetOf('delete', conversation), 200, () => {
      assertReachable(conversation)
      chats.remove(own(conversation, request.params.activityId).id, now())
      changed(conversation)
      return {}
    })
  })

  registerMembers(app, { directory, conversationAt, targetOf, underFaults })
}
