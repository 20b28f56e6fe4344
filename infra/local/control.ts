import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Result } from '#domain/result.ts'
import { type ClockFault, parseMoment, type WorldClock } from './clock.ts'
import { registerPageRoutes } from './control-page.ts'
import type { WorldEvents } from './events.ts'
import type { Identity } from './identity/identity.ts'
import { type ListsViewOptions, registerListsView } from './lists-view.ts'
import { ControlRefusal, checked, instantText, nameText, refusalOf } from './refusals.ts'
import type { SentView } from './shapes.ts'
import type { Chats } from './teams/chats.ts'
import type { ClientFault, TeamsClient } from './teams/client.ts'
import type { Directory, TeamsChannel, TeamsPerson } from './teams/directory.ts'
import { type FaultSwitches, teamsFaults } from './teams/faults.ts'
import type { TimeMachine } from './time-machine.ts'

/** What /local/ needs of the Graph list server. */
export interface GraphControl {
  url: string
  requests(sinceIso?: string): unknown[]
  /** The switches that are on. */
  faults(): unknown[]
  setOutOfOffice(personId: string, away: boolean): void
  setFaults(faults: unknown): Result<unknown, { code: 'invalidFaults'; message: string }>
}

export interface ControlOptions {
  worldId: string
  scenario: { name: string; description: string }
  directory: Directory
  chats: Chats
  teamsFaults: FaultSwitches
  client: TeamsClient
  clock: WorldClock
  timeMachine: TimeMachine
  events: WorldEvents
  identity: Identity
  graph: GraphControl
  /** The lists to look into and edit by hand; absent where there is no list server. */
  lists?: ListsViewOptions
  playgroundUrl: () => string | null
  /** Codes and ids only. */
  log: (what: string) => void
}

const SENTENCES: Record<ClientFault['code'], string> = {
  unknownActivity: 'There is no card with this activityId; /local/sent lists those that are.',
  notInstalled: 'The bot is not installed there.',
  noAnswer: 'The bot gave no answer that Teams could use.',
}

const given = <T>(result: Result<T, ClientFault>, field: string): T => {
  if (result.ok) return result.value
  throw new ControlRefusal(result.code === 'noAnswer' ? 409 : 400, result.code, field, SENTENCES[result.code])
}

const clockSentence = (fault: ClockFault): string =>
  fault.code === 'backwards'
    ? `The clock never goes back: it is ${fault.now} already. Start with --reset to begin anew.`
    : 'Give a date such as 2026-06-18 (09:00 in Oslo) or an instant such as 2026-06-18T07:00:00Z.'

/** The routes of model.md, "Local control", and what the page needs beside them. Loopback only; guarded where they are served. */
export const registerControl = (app: FastifyInstance, options: ControlOptions): void => {
  const { directory, chats, client, clock, timeMachine, identity, graph } = options

  app.setErrorHandler((error, _request, reply) => refusalOf(error, reply, options.log))
  // A POST without anything to say (`/local/run`) may still call itself JSON, as many clients do.
  const json = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else json(request, body, done)
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: { code: 'notFound', field: null, text: 'There is no such route; docs/local-world.md lists them.' } }),
  )

  const personNamed = (name: string, field: string): TeamsPerson => {
    const person = directory.person(name)
    if (person) return person
    const names = directory.people.map((one) => one.name).join(', ')
    throw new ControlRefusal(400, 'unknownPerson', field, `Nobody is called that; use a role or one of ${names}.`)
  }
  const channelNamed = (name: string, field: string): TeamsChannel => {
    const channel = directory.channel(name)
    if (channel) return channel
    const names = directory.channels.map((one) => one.name).join(', ')
    throw new ControlRefusal(400, 'unknownChannel', field, `There is no such channel; use one of ${names}.`)
  }
  const presentPerson = (name: string, field: string): TeamsPerson => {
    const person = personNamed(name, field)
    if (person.left) throw new ControlRefusal(400, 'personHasLeft', field, 'This person has left and has no account any more.')
    return person
  }

  app.get('/token', async (request) => {
    const { user, for: audience } = checked(z.strictObject({ user: nameText, for: z.enum(['api', 'graph']).default('api') }), request.query)
    if (audience === 'graph' && (user === 'app' || user === 'admin')) return { token: await identity.issueGraphToken({ kind: user }) }
    const admin = user === 'admin' ? directory.people.find((person) => person.roles.includes('admin')) : undefined
    const person = presentPerson(admin?.name ?? user, 'user')
    if (audience === 'api') return { token: await identity.issueApiToken({ personId: person.personId, name: person.displayName }) }
    const kind = person.roles.includes('office') ? 'owner' : 'person'
    return { token: await identity.issueGraphToken({ kind, personId: person.personId }) }
  })

  app.post('/clock', (request) => {
    const { now } = checked(z.strictObject({ now: z.string().max(40) }), request.body)
    const set = clock.set(now)
    if (!set.ok) throw new ControlRefusal(400, set.code, 'now', clockSentence(set))
    return { now: set.value.toISOString() }
  })

  const passed = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (fault) {
      options.log(`passFailed ${fault instanceof Error ? fault.name : 'unknown'}`)
      throw new ControlRefusal(409, 'passFailed', null, 'The pass could not be run, for example because the lists are out of reach.')
    }
  }

  app.post('/run', async (request) => {
    checked(z.strictObject({}), request.body ?? {})
    return await passed(timeMachine.run())
  })

  app.post('/advance', async (request) => {
    const { days } = checked(z.strictObject({ days: z.number().int().min(1).max(366) }), request.body)
    return await passed(timeMachine.advance(days))
  })

  app.get('/sent', (request) => {
    const query = checked(z.strictObject({ person: nameText.optional(), channel: nameText.optional() }), request.query)
    if (query.person !== undefined && query.channel !== undefined)
      throw new ControlRefusal(400, 'fieldInvalid', 'channel', 'Ask for a person or a channel, not both.')
    const filter =
      query.person !== undefined
        ? ({ kind: 'person', owner: personNamed(query.person, 'person').name } as const)
        : query.channel !== undefined
          ? ({ kind: 'channel', owner: channelNamed(query.channel, 'channel').id } as const)
          : undefined
    return chats
      .received(filter)
      .map(({ kind, owner, row }) => ({ to: kind === 'person' ? owner : (directory.channel(owner)?.name ?? owner), ...row }) as SentView)
  })

  app.post('/answer', async (request) => {
    const press = checked(
      z.strictObject({ activityId: z.string().max(50), as: nameText, verb: z.string().min(1).max(100), data: z.unknown().optional() }),
      request.body,
    )
    const answer = given(await client.answer(presentPerson(press.as, 'as'), { ...press, data: press.data ?? {} }), 'activityId')
    // A card is given as itself; a message or an error keeps the Bot Framework's envelope, so that they can be told apart.
    return answer.type === 'application/vnd.microsoft.card.adaptive' ? answer.value : answer
  })

  app.post('/faults', (request) => {
    const { graph: graphFaults, teams } = checked(
      z.strictObject({ graph: z.unknown().optional(), teams: teamsFaults.optional() }),
      request.body,
    )
    if (graphFaults !== undefined) {
      const set = graph.setFaults(graphFaults ?? {})
      if (!set.ok) throw new ControlRefusal(400, 'fieldInvalid', 'graph', set.message)
    }
    if (teams !== undefined) {
      for (const name of teams.block ?? []) personNamed(name, 'teams.block')
      if (teams.match?.person !== undefined) personNamed(teams.match.person, 'teams.match.person')
      if (teams.match?.channel !== undefined) channelNamed(teams.match.channel, 'teams.match.channel')
      options.teamsFaults.set(teams)
    }
    return { teams: options.teamsFaults.current() }
  })

  app.post('/presence', (request) => {
    const { user, away } = checked(z.strictObject({ user: nameText, away: z.boolean() }), request.body)
    const { name, personId } = presentPerson(user, 'user')
    graph.setOutOfOffice(personId, away)
    return { user: name, away }
  })

  app.get('/faults', () => ({ graph: graph.faults(), teams: options.teamsFaults.current() }))

  app.get('/requests', (request) => {
    const query = z.strictObject({ since: instantText.optional(), last: z.coerce.number().int().min(1).optional() })
    const { since, last } = checked(query, request.query)
    const all = graph.requests(since === undefined ? undefined : parseMoment(since))
    return last === undefined ? all : all.slice(-last)
  })

  app.post('/say', async (request) => {
    const { as, channel, thread, text } = checked(
      z.strictObject({
        as: nameText,
        channel: nameText.optional(),
        thread: z.string().max(50).optional(),
        text: z.string().trim().min(1).max(4_000),
      }),
      request.body,
    )
    const person = presentPerson(as, 'as')
    if (channel === undefined) return { activityId: given(await client.say(person, text), 'as') }
    const place = channelNamed(channel, 'channel')
    if (thread !== undefined && chats.find(thread)?.place.owner !== place.id)
      throw new ControlRefusal(400, 'unknownThread', 'thread', 'There is no such post in the channel.')
    return { activityId: given(await client.sayInChannel(person, place, text, thread), 'channel') }
  })

  if (options.lists) registerListsView(app, options.lists)
  registerPageRoutes(app, options, { personNamed, channelNamed })
}
