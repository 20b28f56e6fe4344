import { ok, type Result, refuse } from '#domain/result.ts'
import { botAdded, cardAction, channelMention, installed, installedInTeam, personalMessage } from './activities.ts'
import type { Chats } from './chats.ts'
import type { Directory, TeamsChannel, TeamsPerson } from './directory.ts'

/** Teams gives an answer to a card this long (reference: a card action is answered within 15 s). */
const ANSWER_WITHIN_MS = 15_000
/** So many installations are told of at the same time. */
const INSTALLS_AT_ONCE = 8

export interface TeamsClientOptions {
  directory: Directory
  chats: Chats
  now: () => Date
  /** `POST /api/messages` of the product, whole address. */
  messagesUrl: () => string
  serviceUrl: () => string
  onChange: (place: { kind: 'person' | 'channel'; owner: string }) => void
}

export type ClientFault =
  | { code: 'unknownActivity' }
  | { code: 'notInstalled' }
  /** The bot gave no answer Teams could use: status of `POST /api/messages`, or null when it did not answer in time. */
  | { code: 'noAnswer'; status: number | null }

/** What came back from a card action: `type` tells a card from a message or an error (Bot Framework, invoke response). */
export interface CardAnswer {
  statusCode: number
  type: string
  value: unknown
}

export interface TeamsClient {
  /** Writes to the bot in the personal chat. Gives the message's id. */
  say(person: TeamsPerson, text: string): Promise<Result<string, ClientFault>>
  /** Writes in a channel, as a new post or in a thread; the bot hears of it only when it is mentioned. */
  sayInChannel(person: TeamsPerson, channel: TeamsChannel, text: string, root?: string): Promise<Result<string, ClientFault>>
  /** Presses a button of a card. */
  answer(person: TeamsPerson, press: { activityId: string; verb: string; data: unknown }): Promise<Result<CardAnswer, ClientFault>>
  /** Adds the bot for everybody who has it and to every team; `again` only tells the bot its address anew. */
  installEverywhere(kind: 'add' | 'again', onProgress?: (done: number, of: number) => void): Promise<void>
}

const isCardAnswer = (body: unknown): body is CardAnswer =>
  typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && 'value' in body

/** Teams as seen from the people: everything they do reaches the product through its real POST /api/messages. */
export const createTeamsClient = (options: TeamsClientOptions): TeamsClient => {
  const { directory, chats, now, messagesUrl, serviceUrl, onChange } = options

  const post = async (activity: object): Promise<Result<unknown, ClientFault>> => {
    try {
      const response = await fetch(messagesUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
      const text = await response.text()
      if (!response.ok) return refuse({ code: 'noAnswer', status: response.status })
      return ok(text === '' ? null : JSON.parse(text))
    } catch {
      // Cut off, too late, or no JSON: for the person in Teams these are the same, nothing came back.
      return refuse({ code: 'noAnswer', status: null })
    }
  }

  const frame = (id: string) => ({ directory, serviceUrl: serviceUrl(), now: now(), id })
  const systemFrame = () => frame(`f:${now().getTime()}`)

  return {
    say: async (person, text) => {
      if (!chats.installed(person.name)) return refuse({ code: 'notInstalled' })
      const place = { kind: 'person', owner: person.name, thread: null } as const
      const id = chats.add({ place, sender: person.name, at: now(), text, card: null })
      onChange({ kind: 'person', owner: person.name })
      const posted = await post(personalMessage(frame(id), person, text))
      return posted.ok ? ok(id) : posted
    },

    sayInChannel: async (person, channel, text, root) => {
      const place = { kind: 'channel', owner: channel.id, thread: root ?? null } as const
      const id = chats.add({ place, sender: person.name, at: now(), text, card: null })
      onChange({ kind: 'channel', owner: channel.id })
      if (!text.toLowerCase().includes(`@${directory.bot.name.toLowerCase()}`)) return ok(id)
      if (!chats.installed(channel.teamId)) return refuse({ code: 'notInstalled' })
      const posted = await post(channelMention(frame(id), person, { channel, root: root ?? id }, text))
      return posted.ok ? ok(id) : posted
    },

    answer: async (person, { activityId, verb, data }) => {
      const message = chats.find(activityId)
      if (!message || message.deleted || message.card === null) return refuse({ code: 'unknownActivity' })
      const channel = message.place.kind === 'channel' ? directory.channels.find((one) => one.id === message.place.owner) : undefined
      const place = channel ? { channel, root: message.place.thread ?? message.id } : null
      // In a personal chat the press happens in the conversation the card stands in, whoever it is said to be.
      const owner = place === null ? directory.person(message.place.owner) : undefined
      const activity = cardAction(frame(`f:${activityId}`), person, { activityId, verb, data, place })
      const answered = await post(owner ? { ...activity, conversation: { ...activity.conversation, id: owner.conversationId } } : activity)
      if (!answered.ok) return answered
      return isCardAnswer(answered.value) ? ok(answered.value) : refuse({ code: 'noAnswer', status: 200 })
    },

    installEverywhere: async (kind, onProgress) => {
      const action = kind === 'add' ? 'add' : 'add-upgrade'
      const people = directory.people.filter((person) => (kind === 'add' ? !person.left : chats.installed(person.name)))
      const teams = [...new Map(directory.channels.map((channel) => [channel.teamId, channel])).values()]
      const installer = directory.people.find((person) => person.roles.includes('admin')) ?? directory.people[0]

      const jobs = [
        ...people.map((person) => async () => {
          chats.setInstalled(person.name, true)
          if (kind === 'add') await post(botAdded(systemFrame(), person, null))
          await post(installed(systemFrame(), person, action))
        }),
        ...teams.map((channel) => async () => {
          if (!installer) return
          chats.setInstalled(channel.teamId, true)
          if (kind === 'add') await post(botAdded(systemFrame(), installer, channel))
          await post(installedInTeam(systemFrame(), installer, channel, action))
        }),
      ]
      let next = 0
      let done = 0
      const worker = async (): Promise<void> => {
        for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
          await job()
          onProgress?.(++done, jobs.length)
        }
      }
      await Promise.all(Array.from({ length: INSTALLS_AT_ONCE }, worker))
    },
  }
}
