import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import type { ControlOptions } from './control.ts'
import type { WorldEvents } from './events.ts'
import { checked, nameText } from './refusals.ts'
import type { FeedView, MessageView, PersonView, WorldView } from './shapes.ts'
import type { Chats, Message } from './teams/chats.ts'
import type { TeamsChannel, TeamsPerson } from './teams/directory.ts'

/** What the page shows, beside the routes that tests use: the world, chats, the feed, and what happens while it looks. */
export const registerPageRoutes = (
  app: FastifyInstance,
  options: ControlOptions,
  {
    personNamed,
    channelNamed,
  }: { personNamed(name: string, field: string): TeamsPerson; channelNamed(name: string, field: string): TeamsChannel },
): void => {
  const { directory, chats, clock, events, graph } = options

  app.get(
    '/world',
    (): WorldView => ({
      worldId: options.worldId,
      scenario: options.scenario.name,
      description: options.scenario.description,
      now: clock.now().toISOString(),
      today: clock.today(),
      people: directory.people.map((person) => personView(person, chats)),
      channels: directory.channels.map(({ id, name, team, teamId }) => ({ id, name, team, teamId })),
      bot: { name: directory.bot.name },
      tenantId: directory.tenantId,
      graphUrl: graph.url,
      playgroundUrl: options.playgroundUrl(),
    }),
  )

  app.get('/chat', (request): MessageView[] => {
    const query = checked(z.strictObject({ person: nameText.optional(), channel: nameText.optional() }), request.query)
    if (query.channel !== undefined) return chats.list('channel', channelNamed(query.channel, 'channel').id).map(messageView)
    return chats.list('person', personNamed(query.person ?? '', 'person').name).map(messageView)
  })

  app.get('/feed', (): FeedView[] =>
    chats.newest(FEED_LENGTH).map(({ ref, kind, owner, row }) => ({
      ref,
      kind,
      owner,
      at: row.at,
      activityId: row.activityId,
      what: row.kind,
      title: row.text ?? firstLine(row.card),
    })),
  )

  app.get('/events', (request, reply) => streamEvents(events, request.raw, reply))
}

const personView = (person: TeamsPerson, chats: Chats): PersonView => ({
  name: person.name,
  personId: person.personId,
  displayName: person.displayName,
  title: person.title,
  email: person.email,
  language: person.language,
  scenarioRole: person.scenarioRole ?? null,
  admin: person.roles.includes('admin'),
  left: person.left ?? false,
  installed: chats.installed(person.name),
})

const messageView = ({ id, place, sender, at, text, card, editedAt, deleted }: Message): MessageView => ({
  id,
  thread: place.thread,
  sender,
  at,
  text,
  card: card as MessageView['card'],
  editedAt,
  deleted,
})

/** The first words of a card: what a list of messages shows of it. */
const firstLine = (part: unknown): string => {
  if (Array.isArray(part)) return part.map(firstLine).find((text) => text !== '') ?? ''
  if (typeof part !== 'object' || part === null) return ''
  const { type, text, body, items, columns, inlines } = part as Record<string, unknown>
  if ((type === 'TextBlock' || type === 'TextRun') && typeof text === 'string') return text
  return firstLine([body, items, columns, inlines])
}

const FEED_LENGTH = 300
const HEARTBEAT_MS = 20_000

/** Server-sent events: one line of JSON each, and a comment now and then so that the line is not taken for dead. */
const streamEvents = (events: WorldEvents, request: { once(event: 'close', done: () => void): unknown }, reply: FastifyReply): void => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  reply.raw.write('retry: 1000\n\n')
  const stop = events.subscribe((event) => reply.raw.write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  request.once('close', () => {
    clearInterval(heartbeat)
    stop()
  })
}
