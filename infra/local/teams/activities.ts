import type { Language } from '#domain/codes.ts'
import type { Directory, TeamsChannel, TeamsPerson } from './directory.ts'
import { threadId } from './places.ts'

/** Activities as Teams posts them to the bot: shape and ids as seen in Teams, times in the world's clock. */
export interface ActivityFrame {
  directory: Directory
  serviceUrl: string
  now: Date
  /** The activity's own id. */
  id: string
}

const LOCALES: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

const common = ({ directory, serviceUrl, now, id }: ActivityFrame, from: TeamsPerson) => ({
  id,
  channelId: 'msteams',
  serviceUrl,
  timestamp: now.toISOString(),
  locale: LOCALES[from.language],
  from: { id: from.userId, name: from.displayName, aadObjectId: from.personId },
  recipient: directory.bot,
  entities: [{ type: 'clientInfo', locale: LOCALES[from.language], country: 'NO', platform: 'Web' }],
})

const personal = ({ directory }: ActivityFrame, person: TeamsPerson) => ({
  conversation: { conversationType: 'personal', tenantId: directory.tenantId, id: person.conversationId },
  channelData: { tenant: { id: directory.tenantId } },
})

const inChannel = ({ directory }: ActivityFrame, channel: TeamsChannel, root: string | null) => ({
  conversation: {
    isGroup: true,
    conversationType: 'channel',
    tenantId: directory.tenantId,
    id: root === null ? channel.id : threadId(channel, root),
  },
  channelData: {
    teamsChannelId: channel.id,
    teamsTeamId: channel.teamId,
    channel: { id: channel.id },
    team: { id: channel.teamId, name: channel.team, aadGroupId: channel.groupId },
    tenant: { id: directory.tenantId },
  },
})

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export const personalMessage = (frame: ActivityFrame, from: TeamsPerson, text: string) => ({
  ...common(frame, from),
  ...personal(frame, from),
  type: 'message',
  textFormat: 'plain',
  text,
})

/** A message in a channel that mentions the bot: Teams delivers no others. `text` holds `@Prosjektpuls` where it is named. */
export const channelMention = (frame: ActivityFrame, from: TeamsPerson, place: { channel: TeamsChannel; root: string }, text: string) => {
  const { bot } = frame.directory
  const mention = `<at>${bot.name}</at>`
  const base = common(frame, from)
  return {
    ...base,
    ...inChannel(frame, place.channel, place.root),
    type: 'message',
    textFormat: 'plain',
    text: escaped(text).replace(new RegExp(`@${bot.name}`, 'gi'), mention),
    entities: [...base.entities, { type: 'mention', mentioned: { id: bot.id, name: bot.name }, text: mention }],
  }
}

/** A press on a card's button (`Action.Execute`). */
export const cardAction = (
  frame: ActivityFrame,
  from: TeamsPerson,
  answer: { activityId: string; verb: string; data: unknown; place: { channel: TeamsChannel; root: string } | null },
) => ({
  ...common(frame, from),
  ...(answer.place === null ? personal(frame, from) : inChannel(frame, answer.place.channel, answer.place.root)),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: answer.activityId,
  value: { action: { type: 'Action.Execute', verb: answer.verb, data: answer.data }, trigger: 'manual' },
})

/** The bot has been added to a personal chat (`add`), or its app has got a new version or address (`add-upgrade`). */
export const installed = (frame: ActivityFrame, person: TeamsPerson, action: 'add' | 'add-upgrade') => ({
  ...common(frame, person),
  ...personal(frame, person),
  type: 'installationUpdate',
  action,
})

/** The bot has been added to a team; Teams tells of it in the team's first channel. */
export const installedInTeam = (frame: ActivityFrame, by: TeamsPerson, channel: TeamsChannel, action: 'add' | 'add-upgrade') => ({
  ...common(frame, by),
  ...inChannel(frame, channel, null),
  type: 'installationUpdate',
  action,
})

/** The bot has become a member: sent by Teams together with the installation, for chats and teams alike. */
export const botAdded = (frame: ActivityFrame, by: TeamsPerson, channel: TeamsChannel | null) => ({
  ...common(frame, by),
  ...(channel === null ? personal(frame, by) : inChannel(frame, channel, null)),
  type: 'conversationUpdate',
  membersAdded: [{ id: frame.directory.bot.id }],
})
