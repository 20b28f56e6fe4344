import * as z from 'zod/mini'
import { type ConversationReference, withoutThread } from './reference.ts'

/** Who sent an activity. `personId` is the Entra object id Teams vouches for; null when Teams gave none. */
export interface Sender {
  personId: string | null
  name: string | null
}

interface EventBase {
  from: Sender
  /** Where it came from; in a channel the thread, so that an answer lands there. */
  conversation: ConversationReference
  /** BCP 47 tag of the person's Teams client, or null. */
  locale: string | null
}

/** What the bot hears, in our own words. Everything else Teams sends is answered with 200 and left alone. */
export type BotEvent =
  | (EventBase & { type: 'message'; text: string; mentionsBot: boolean })
  | (EventBase & { type: 'cardAction'; verb: string; data: unknown; activityId: string | null })
  | (EventBase & { type: 'installed' })
  | (EventBase & { type: 'removed' })

const text = (limit: number) => z.nullish(z.string().check(z.maxLength(limit)))
const account = z.nullish(z.object({ id: text(500), name: text(500), aadObjectId: text(100) }))

/** The fields of a Bot Framework activity that are read; unknown ones are let through, since Teams adds them freely. */
const activitySchema = z.object({
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  name: text(200),
  action: text(100),
  text: text(28_000),
  locale: text(40),
  channelId: text(100),
  serviceUrl: z.string().check(z.minLength(1), z.maxLength(500)),
  replyToId: text(500),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(1000)),
    conversationType: text(40),
    tenantId: text(100),
  }),
  membersAdded: z.nullish(z.array(account)),
  membersRemoved: z.nullish(z.array(account)),
  entities: z.nullish(
    z.array(z.nullable(z.object({ type: text(100), text: text(1000), mentioned: z.nullish(z.object({ id: text(500) })) }))),
  ),
  value: z.optional(z.unknown()),
  channelData: z.nullish(
    z.object({
      tenant: z.nullish(z.object({ id: text(100) })),
      team: z.nullish(z.object({ id: text(500) })),
      channel: z.nullish(z.object({ id: text(500) })),
    }),
  ),
})
export type IncomingActivity = z.infer<typeof activitySchema>

const invokeValue = z.object({
  action: z.object({ verb: text(100), data: z.optional(z.unknown()) }),
})

/** The activity in a request body, or null when it is not one. */
export function parseActivity(body: unknown): IncomingActivity | null {
  const parsed = activitySchema.safeParse(body)
  return parsed.success ? parsed.data : null
}

/** The tenant an activity says it comes from. */
export function tenantOf(activity: IncomingActivity): string | null {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? null
}

/** The same bot is `28:appid` in `recipient` and sometimes bare in a mention. */
const sameAccount = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a) && Boolean(b) && String(a).replace(/^28:/, '') === String(b).replace(/^28:/, '')

/** An activity as the bot's own event; null for what the bot does not react to. */
export function eventOf(activity: IncomingActivity): BotEvent | null {
  const botId = activity.recipient?.id ?? ''
  const base: EventBase = {
    from: { personId: activity.from?.aadObjectId?.toLowerCase() ?? null, name: activity.from?.name ?? null },
    conversation: referenceOf(activity, botId),
    locale: activity.locale ?? null,
  }
  if (activity.type === 'message') {
    const mentions = (activity.entities ?? []).filter((entity) => entity?.type === 'mention')
    const own = mentions.filter((entity) => sameAccount(entity?.mentioned?.id, botId))
    return { ...base, type: 'message', text: textWithout(activity.text ?? '', own), mentionsBot: own.length > 0 }
  }
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const value = invokeValue.safeParse(activity.value)
    if (!value.success) return null
    const { verb, data } = value.data.action
    return { ...base, type: 'cardAction', verb: verb ?? '', data: data ?? null, activityId: activity.replyToId ?? null }
  }
  if (activity.type === 'installationUpdate') {
    return {
      ...base,
      conversation: withoutThread(base.conversation),
      type: activity.action?.startsWith('remove') ? 'removed' : 'installed',
    }
  }
  if (activity.type === 'conversationUpdate') {
    const concernsBot = (members: IncomingActivity['membersAdded']) => (members ?? []).some((member) => sameAccount(member?.id, botId))
    const conversation = withoutThread(base.conversation)
    if (concernsBot(activity.membersAdded)) return { ...base, conversation, type: 'installed' }
    if (concernsBot(activity.membersRemoved)) return { ...base, conversation, type: 'removed' }
  }
  return null
}

function referenceOf(activity: IncomingActivity, botId: string): ConversationReference {
  const { conversation, channelData } = activity
  const kind =
    conversation.conversationType === 'channel' || channelData?.channel?.id
      ? 'channel'
      : conversation.conversationType === 'groupChat'
        ? 'group'
        : 'personal'
  return {
    kind,
    serviceUrl: activity.serviceUrl,
    conversationId: conversation.id,
    tenantId: tenantOf(activity),
    botId,
    personId: kind === 'personal' ? (activity.from?.aadObjectId?.toLowerCase() ?? null) : null,
    channelId: kind === 'channel' ? (channelData?.channel?.id ?? (conversation.id.split(';')[0] as string)) : null,
    teamId: channelData?.team?.id ?? null,
    locale: kind === 'personal' ? (activity.locale ?? null) : null,
  }
}

/** What the person wrote, without the mention of the bot, HTML spaces and doubled blanks. */
function textWithout(raw: string, mentions: readonly ({ text?: string | null } | null)[]): string {
  const spoken = mentions.reduce((rest, mention) => (mention?.text ? rest.split(mention.text).join(' ') : rest), raw)
  return spoken
    .replace(/<at>.*?<\/at>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
