import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** One thing that vite builds into `dist/`. `sources` are files and folders whose change makes it old. */
export interface Buildable {
  name: 'tab' | 'local-page'
  /** The folder with the vite configuration. */
  root: string
  sources: readonly string[]
}

const SHARED = ['package-lock.json', 'tsconfig.json', 'api/contract', 'api/domain']

export const TAB: Buildable = { name: 'tab', root: 'tab', sources: ['tab', ...SHARED] }
export const LOCAL_PAGE: Buildable = {
  name: 'local-page',
  root: 'infra/local/teams/page',
  sources: ['infra/local/teams/page', 'infra/local/shapes.ts', ...SHARED],
}

const isSource = (path: string): boolean => !/(\.test|\.e2e|\.integration)\.tsx?$|\.md$/.test(path)

const filesUnder = (root: string, source: string): string[] => {
  const path = join(root, source)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

/** A hash over names and contents: clocks and copies do not matter, and a changed test does not build the tab anew. */
export const sourceHash = (root: string, sources: readonly string[]): string => {
  const isFile = (source: string) => /\.\w+$/.test(source) && existsSync(join(root, source))
  const files = sources.flatMap((source) => (isFile(source) ? [source] : filesUnder(root, source)))
  const hash = createHash('sha256')
  for (const file of files.filter(isSource).sort()) {
    hash.update(`${file.replaceAll('\\', '/')}\0`)
    hash.update(readFileSync(join(root, file)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

const viteBuild = (root: string, folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const child = spawn(process.execPath, [vite, 'build', folder, '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // A test runner says «test», and the build would carry React's development self.
      env: { ...process.env, NODE_ENV: 'production' },
    })
    // A build must not outlive whoever wanted it.
    const end = () => child.kill()
    process.once('exit', end)
    child.on('error', () => resolve(false))
    child.on('exit', (code) => {
      process.off('exit', end)
      resolve(code === 0)
    })
  })

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // No such process: whoever held the lock was ended.
    return false
  }
}

const takeLock = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // Somebody has it; if that somebody is gone, it is free for the next attempt.
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    if (holder > 0 && holder !== process.pid && !isAlive(holder)) rmSync(file, { force: true })
    return false
  }
}

/** Two worlds that start at once must not build into the same folder. */
const alone = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  while (!takeLock(file)) await sleep(200)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

const build = async (root: string, { name, root: folder, sources }: Buildable, say: (sentence: string) => void): Promise<string> => {
  const dist = join(root, 'dist')
  const output = join(dist, name)
  const stampFile = join(dist, `.${name}.hash`)
  const hash = sourceHash(root, sources)
  const isFresh = () => existsSync(join(output, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
  if (isFresh()) return output
  mkdirSync(dist, { recursive: true })
  return alone(join(dist, `.${name}.lock`), async () => {
    if (isFresh()) return output
    say(`Building the ${name === 'tab' ? 'tab' : 'page'} …`)
    if (!(await viteBuild(root, folder))) throw new Error(`The ${name} could not be built; the lines above say why.`)
    writeFileSync(stampFile, hash)
    return output
  })
}

/**
 * Builds what has changed since it was last built and gives the folders in `dist/`, in the order asked for. Throws a
 * sentence when a build fails: vite has said why on stderr.
 */
export const buildIfNeeded = (root: string, things: readonly Buildable[], say: (sentence: string) => void): Promise<string[]> =>
  Promise.all(things.map((thing) => build(root, thing, say)))
