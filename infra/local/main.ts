import { helpText, parseOptions } from './options.ts'
import { SCENARIOS } from './scenarios/scenarios.ts'
import { type LocalWorld, startLocalWorld, WorldRefusal } from './world.ts'

// `npm start`: the whole product on this machine. The page's address comes first on stdout; progress and log go to stderr.
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const options = parseOptions(process.argv.slice(2), Object.keys(SCENARIOS))
if (!options.ok) {
  say(options.sentence)
  process.exit(2)
}
if (options.value.help) {
  print(helpText(Object.values(SCENARIOS)))
  process.exit(0)
}

let world: LocalWorld | undefined
let stopping = false
const stop = async (): Promise<void> => {
  // A second Ctrl-C does not wait for anything.
  if (stopping) process.exit(130)
  stopping = true
  await world?.close()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// npm passes a signal on to a shell, which ends without passing it further: then we notice that our parent is another.
const parent = process.ppid
if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid !== parent && stop(), 500).unref()

try {
  world = await startLocalWorld({ ...options.value, say })
  print(`${world.url}/`)
  print(`Graph list server: ${world.graphUrl}`)
  if (world.playgroundUrl !== null) print(`Microsoft 365 Agents Playground: ${world.playgroundUrl}`)
  print(`Scenario ${options.value.scenario}, ${world.clock.today()}. Stop with Ctrl-C.`)
} catch (fault) {
  if (!(fault instanceof WorldRefusal)) throw fault
  say(fault.message)
  process.exitCode = 1
}
