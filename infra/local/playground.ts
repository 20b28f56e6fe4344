import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Directory, TeamsPerson } from './teams/directory.ts'

export interface Playground {
  url: string
  close(): Promise<void>
}

const UP_WITHIN_MS = 20_000
/** The playground wants exactly five people beside the one who uses it (its own rule for the configuration). */
const OTHERS = 5

const userOf = (person: TeamsPerson) => {
  const [givenName = '', ...rest] = person.displayName.split(' ')
  return {
    id: person.userId,
    name: person.displayName,
    // Misspelt in the playground's own configuration.
    userPrincipleName: person.email,
    aadObjectId: person.personId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
  }
}

/**
 * The configuration for the scenario's people; chat ids are fixed, or stored conversations would go stale at every start.
 * It uses the chat of `user` in its own connector: once they have written there, their cards go there too.
 */
export const playgroundConfig = (directory: Directory): object => {
  const present = directory.people.filter((person) => !person.left)
  const user = present.find((person) => person.scenarioRole === 'measurer') ?? present[0]
  const channel = directory.channels[0]
  if (!user || !channel) throw new Error('a scenario without people or channels')
  const others = present.filter((person) => person !== user).sort((a, b) => Number(!a.scenarioRole) - Number(!b.scenarioRole))
  return {
    version: '0.1.1',
    tenantId: directory.tenantId,
    bot: directory.bot,
    currentUser: userOf(user),
    users: others.slice(0, OTHERS).map(userOf),
    personalChat: { id: `${user.conversationId}-playground` },
    groupChat: { id: '19:playground-group@thread.v2', name: 'Gruppechat' },
    team: { id: channel.teamId, name: channel.team, aadGroupId: channel.groupId, channels: [{ id: channel.id, name: channel.name }] },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/_debug/ping`)).ok
  } catch {
    // Not up yet.
    return false
  }
}

/** Starts Microsoft 365 Agents Playground as a process of its own, against the product's real endpoint. */
export const startPlayground = async (options: {
  root: string
  messagesUrl: string
  directory: Directory
  say: (line: string) => void
}): Promise<Playground> => {
  const folder = join(options.root, '.local', 'playground')
  const config = join(folder, '.m365agentsplayground.yml')
  mkdirSync(folder, { recursive: true })
  // JSON is YAML too.
  writeFileSync(config, JSON.stringify(playgroundConfig(options.directory), null, 2))

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = join(options.root, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js')
  const child = spawn(process.execPath, [program, 'start', '-e', options.messagesUrl, '-c', 'msteams', '-p', String(port)], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: config },
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await Promise.race([exited, sleep(2_000)])
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  }

  const started = performance.now()
  while (!(await answers(url))) {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended || performance.now() - started > UP_WITHIN_MS) {
      await close()
      throw new Error(`the playground did not come up; ${join('.local', 'playground', 'devTools')} says why`)
    }
    await sleep(150)
  }
  return { url, close }
}
