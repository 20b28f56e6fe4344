// Makes the folder ready to run: packages as the lockfile says, the Node that travels with them and, with --browser,
// a browser for the tests. Runs before `npm start`, `npm test` and the others on whatever Node npm itself uses (20 and
// later), with nothing installed yet; so plain JavaScript and Node's own modules only. Everything is said on stderr:
// stdout belongs to the command that follows.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.mjs'
import { lockStamp, wantsInstall } from './lock-stamp.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const NEEDED_NODE = 24
const STAMP = join(ROOT, 'node_modules', '.prosjektpuls-setup')
const HEARTBEAT_MS = 15_000

const say = (sentence) => process.stderr.write(`${sentence}\n`)

const stop = (sentence) => {
  say(sentence)
  process.exit(1)
}

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Runs a program with its output on our stderr and says every quarter of a minute that it is still at work. */
const run = (program, args, what) =>
  new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 2, 2] })
    const heartbeat = setInterval(() => say(`  … still ${what} (${Math.round((Date.now() - started) / 1000)} s)`), HEARTBEAT_MS)
    const done = (code) => {
      clearInterval(heartbeat)
      resolve(code)
    }
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })

/** npm's own script, run with the Node that npm runs on: no program is looked up by name. */
const npmScript = () => {
  const beside = join(dirname(dirname(process.execPath)), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  return process.env.npm_execpath ?? (existsSync(beside) ? beside : undefined)
}

const install = async () => {
  const lock = textOf(join(ROOT, 'package-lock.json'))
  if (lock === undefined) stop('package-lock.json is missing: get a whole copy of the repository and try again.')
  const stamp = lockStamp(lock, process.platform, process.arch)
  if (!wantsInstall(stamp, textOf(STAMP))) return

  const npm = npmScript()
  if (npm === undefined) stop('npm was not found: start this through npm, for example "npm start".')
  say('Installing the packages (one to three minutes the first time) …')
  // The Node that npm runs on, not the one in node_modules: `npm ci` takes that folder away first.
  const node = process.env.npm_node_execpath ?? process.execPath
  const code = await run(node, [npm, 'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'], 'installing')
  if (code !== 0) stop('The packages could not be installed. Read the lines above, check the network, and run the command again.')
  mkdirSync(dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, stamp)
  say('The packages are in place.')
}

/** npm scripts find `node` in node_modules/.bin first: that is how Node 24 travels with the repository. */
const checkNode = () => {
  const local = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const program = existsSync(local) ? local : process.execPath
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  const major = Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0)
  if (major < NEEDED_NODE) {
    stop(
      `Node ${NEEDED_NODE} is needed, and no package of it fits this machine (${process.platform}-${process.arch}). ` +
        `Install Node ${NEEDED_NODE} from nodejs.org and run the command again.`,
    )
  }
}

const WHAT_TO_INSTALL =
  'The browser tests need Chrome, Chromium or Edge: install one of them, or set PULS_BROWSER to the path of its program.'

/** Only Debian and its kin let us install a browser, and only as root; elsewhere the sentence says what to do. */
const installBrowser = async () => {
  if (findBrowser() !== undefined) return
  if (process.env.PULS_BROWSER) stop(`PULS_BROWSER names a program that is not there. ${WHAT_TO_INSTALL}`)
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) stop(WHAT_TO_INSTALL)
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  say('Installing Chromium for the browser tests (about a minute) …')
  const updated = await run('/usr/bin/apt-get', ['update', '-q'], 'reading the package lists')
  const added =
    updated === 0
      ? await run('/usr/bin/apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 'installing Chromium')
      : updated
  if (added !== 0 || findBrowser() === undefined) stop(`Chromium could not be installed with apt-get. ${WHAT_TO_INSTALL}`)
  say('Chromium is in place.')
}

await install()
checkNode()
if (process.argv.includes('--browser')) await installBrowser()
