import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { graphInstaller } from '#data/app-installer.ts'
import { graphPresence } from '#data/presence.ts'
import { isOpenDay } from '#domain/calendar.ts'
import { addDays, civilDateOf, instantAt } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { startScheduler } from '../../api/scheduler.ts'
import { buildIfNeeded, LOCAL_PAGE, TAB } from './build.ts'
import { firstMoment, openClock, type WorldClock } from './clock.ts'
import { createEvents } from './events.ts'
import { buildLocalServer, type Front, listenInFront } from './front.ts'
import type { Catalogue } from './graph/routing.ts'
import { type Identity, LOCAL_CATALOG_APP_ID } from './identity/identity.ts'
import { type LocalLists, openLocalLists } from './lists.ts'
import { type Playground, startPlayground } from './playground.ts'
import { startProduct } from './product.ts'
import { scenarioNamed } from './scenarios/scenarios.ts'
import { openChats } from './teams/chats.ts'
import { createTeamsClient } from './teams/client.ts'
import { createDirectory, type Directory } from './teams/directory.ts'
import { createFaultSwitches } from './teams/faults.ts'
import { createTimeMachine, type TimeMachine } from './time-machine.ts'
import { openWorldFile, scenarioFile, type WorldFile, WorldRefusal } from './world-file.ts'

export { WorldRefusal } from './world-file.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export interface WorldOptions {
  /** `demo`, `empty`, `large`, … */
  scenario: string
  /** 0 for any free port; the list server takes the next one, or any when that is taken. */
  port: number
  /** Without it the scenario's own file under .local/. */
  dataFile?: string
  /** The day a new scenario begins on; the real date when left out. */
  today?: CivilDate
  reset?: boolean
  playground?: boolean
  /** false for a world nobody looks at: neither the tab nor the page is built. */
  pages?: boolean
  /** Where progress and the log (codes and ids) go; nowhere when left out. */
  say?: (line: string) => void
}

export interface LocalWorld {
  /** The page, `http://127.0.0.1:4300`. */
  url: string
  graphUrl: string
  playgroundUrl: string | null
  clock: WorldClock
  timeMachine: TimeMachine
  directory: Directory
  identity: Identity
  /** The product's own store, and the list server with its rows and its log. */
  lists: LocalLists
  /** When everything begun by an answer has ended: cards updated, notes written. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** The machine's clock, read here and nowhere below: this is where the local world is composed. */
const realNow = (): Date => new Date()

/**
 * Starts the whole product on this machine: list server, tab, API, bot, and a page that plays Teams around them.
 * Throws WorldRefusal, whose message is a sentence for the one who started it.
 */
export const startLocalWorld = async (options: WorldOptions): Promise<LocalWorld> => {
  const { say = () => undefined } = options
  const scenario = scenarioNamed(options.scenario)
  if (!scenario) throw new WorldRefusal(`There is no scenario "${options.scenario}".`)
  const things = [TAB, LOCAL_PAGE]
  const [tabFolder = '', pageFolder = ''] =
    options.pages === false ? things.map(({ name }) => join(ROOT, 'dist', name)) : await buildIfNeeded(ROOT, things, say)

  // What is opened is closed in the opposite order, also when the start fails half way.
  const closers: (() => unknown)[] = []
  const closeAll = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close()
  }
  const opened = <T extends { close(): unknown }>(part: T): T => {
    closers.push(() => part.close())
    return part
  }

  try {
    let handlers: Parameters<typeof listenInFront>[1] | undefined
    const front: Front = opened(await listenOn(options.port, () => handlers?.() ?? null))
    const origin = `http://127.0.0.1:${front.port}`
    const serviceUrl = `${origin}/local/connector/`

    const file = openWorldFile(scenarioFile(ROOT, scenario.name, options.dataFile), {
      scenario: scenario.name,
      today: options.today,
      realToday: civilDateOf(realNow().toISOString()),
      reset: options.reset ?? false,
    })
    opened(file.db)
    const clock = opened(openClock(memoryOf(file), firstMoment(file.day), () => realNow().getTime()))
    const now = () => clock.now()

    // The catalogue stands in Graph, and what it installs in Teams: the one is opened before the other.
    let installApp: Catalogue['install'] = () => 'alreadyThere'
    const openLists = (port: number) =>
      openLocalLists({
        file: file.path,
        scenario,
        day: file.day,
        now,
        wallClock: realNow,
        port,
        keyFile: join(ROOT, '.local', 'identity.pem'),
        installApp: (personId) => installApp(personId),
        onProgress: (what) => {
          if (what === 'provision') say('Creating the lists …')
          if (what === 'seed') say(`Seeding the scenario ${scenario.name} for ${file.day} …`)
        },
      })
    const lists = opened(
      await openLists(options.port === 0 ? 0 : front.port + 1).catch((error) => (isTaken(error) ? openLists(0) : Promise.reject(error))),
    )

    const directory = createDirectory(scenario)
    const chats = openChats(file.db)
    const events = createEvents()
    const onChange = (place: { kind: 'person' | 'channel'; owner: string }) => events.emit({ type: 'chat', ...place })
    const faults = createFaultSwitches({
      person: (name) => directory.person(name)?.name ?? name,
      channel: (name) => directory.channel(name)?.id ?? name,
    })

    const product = opened(
      await startProduct({
        store: lists.store,
        usage: lists.graph.usage,
        presence: graphPresence(lists.graph),
        install: graphInstaller(lists.graph, LOCAL_CATALOG_APP_ID),
        identity: lists.identity,
        now,
        wallClock: realNow,
        tabFolder,
        origin,
        serviceUrl,
        botId: directory.bot.id,
        log: say,
      }),
    )
    const client = createTeamsClient({
      directory,
      chats,
      now,
      messagesUrl: () => `${origin}/api/messages`,
      serviceUrl: () => serviceUrl,
      onChange,
    })
    installApp = (personId) => {
      const person = directory.people.find((one) => one.personId === personId)
      if (!person || chats.installed(person.name)) return 'alreadyThere'
      chats.setInstalled(person.name, true)
      return 'installed'
    }
    const timeMachine = createTimeMachine({ clock, isOpenDay: (day) => isOpenDay(day, product.calendar()), runPass: product.runPass })

    let playground: Playground | null = null
    const local = opened(
      await buildLocalServer({
        pageFolder,
        connector: { directory, chats, faults, now, onChange, serviceUrl: () => serviceUrl },
        control: {
          worldId: file.state.get('worldId') ?? '',
          scenario,
          directory,
          chats,
          teamsFaults: faults,
          client,
          clock,
          timeMachine,
          events,
          identity: lists.identity,
          graph: lists.server,
          lists: { server: lists.server, ownerToken: () => lists.identity.issueGraphToken({ kind: 'owner', ...siteOwner(directory) }) },
          playgroundUrl: () => playground?.url ?? null,
          log: say,
        },
      }),
    )
    handlers = () => ({ local, product: product.server })

    // The bot is told of everybody at the first start, and of its new address whenever the port has changed.
    const known = file.state.get('connectorUrl') === serviceUrl
    if (!file.isSeeded) say(`Installing the bot for ${scenario.people.filter((person) => !person.left).length} people …`)
    if (!file.isSeeded || !known) await client.installEverywhere(file.isSeeded ? 'again' : 'add')
    // The playground draws its user's chat to itself: the next start must tell the bot anew.
    file.state.set('connectorUrl', options.playground ? '' : serviceUrl)
    await product.idle()
    file.seeded()

    const scheduler = startScheduler({
      now,
      calendar: product.calendar,
      runPass: timeMachine.run,
      onFault: (fault) => say(`passFailed ${fault instanceof Error ? fault.name : 'unknown'}`),
    })
    opened({ close: () => scheduler.stop() })
    // Whoever moves the clock past nine decides alone whether a pass is run.
    clock.onSet((_before, after) => {
      scheduler.take(lastMorning(after))
      events.emit({ type: 'clock', now: after.toISOString() })
    })
    scheduler.take(lastMorning(clock.now()))

    if (options.playground) {
      say('Starting Microsoft 365 Agents Playground …')
      playground = opened(await startPlayground({ root: ROOT, messagesUrl: `${origin}/api/messages`, directory, say }))
    }

    return {
      url: origin,
      graphUrl: lists.server.url,
      playgroundUrl: playground?.url ?? null,
      clock,
      timeMachine,
      directory,
      identity: lists.identity,
      lists,
      idle: product.idle,
      close: closeAll,
    }
  } catch (fault) {
    await closeAll()
    throw fault
  }
}

/** The portfolio office owns the site. */
const siteOwner = (directory: Directory): { personId?: string } => {
  const owner = directory.people.find((person) => person.roles.includes('office') && !person.left)
  return owner ? { personId: owner.personId } : {}
}

/** The newest day whose nine o'clock has been. */
const lastMorning = (now: Date): CivilDate => {
  const instant = now.toISOString()
  const today = civilDateOf(instant)
  return instantAt(today, '09:00') <= instant ? today : addDays(today, -1)
}

const memoryOf = (file: WorldFile) => ({
  read: () => file.state.get('now'),
  write: (instant: string) => file.state.set('now', instant),
})

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

const listenOn = async (port: number, handlers: Parameters<typeof listenInFront>[1]): Promise<Front> => {
  try {
    return await listenInFront(port, handlers)
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new WorldRefusal(`Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 10}`)
  }
}
