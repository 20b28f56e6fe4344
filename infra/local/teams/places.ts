import type { Place } from './chats.ts'
import type { Directory, TeamsChannel, TeamsPerson } from './directory.ts'

/** What a conversation id of the connector protocol leads to. */
export type Conversation =
  | { kind: 'person'; person: TeamsPerson }
  /** `root` is the activity id of the thread's first post; null for the channel itself, where a message begins a new thread. */
  | { kind: 'channel'; channel: TeamsChannel; root: string | null }

const THREAD = /^(19:[^;]+);messageid=(\d+)$/

/** undefined when the id is nobody's. Whether the thread's first post exists is for the caller to look up. */
export const conversationOf = (directory: Directory, id: string): Conversation | undefined => {
  const person = directory.personOfConversation(id)
  if (person) return { kind: 'person', person }
  const thread = THREAD.exec(id)
  const channel = directory.channels.find((one) => one.id === (thread?.[1] ?? id))
  return channel && { kind: 'channel', channel, root: thread?.[2] ?? null }
}

export const placeOf = (conversation: Conversation): Place =>
  conversation.kind === 'person'
    ? { kind: 'person', owner: conversation.person.name, thread: null }
    : { kind: 'channel', owner: conversation.channel.id, thread: conversation.root }

export const threadId = (channel: TeamsChannel, root: string): string => `${channel.id};messageid=${root}`
