/**
 * Gathers what runs in Azure in one folder: the server's source (Node strips the types itself), the built tab and
 * the lockfile. Tests, the tab's source and the local world stay at home; files elsewhere come along when imported.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export const ENTRY = 'api/main.ts'
const FOLDERS = ['api', 'bot']
const ALONGSIDE = ['package.json', 'package-lock.json', '.npmrc', 'LICENSE', 'dist/tab']
const NOT_SHIPPED = /\.(test|integration|e2e|bench|fixture)\.ts$|(^|\/)(__snapshots__|tsconfig\.json$)/

/** The `imports` of package.json: `#domain/*` to `./api/domain/*`. */
export type Aliases = Record<string, string>

/** Files of the server, project-relative with forward slashes: its folders without tests, and whatever ENTRY imports. */
export const filesToShip = (all: readonly string[], aliases: Aliases, read: (path: string) => string): string[] => {
  const own = all.filter((path) => FOLDERS.some((folder) => path.startsWith(`${folder}/`)) && !NOT_SHIPPED.test(path))
  return [...new Set([...own, ...importedFrom(ENTRY, new Set(all), aliases, read)])].sort()
}

const importedFrom = (entry: string, all: ReadonlySet<string>, aliases: Aliases, read: (path: string) => string): string[] => {
  const found = new Set<string>()
  const open = all.has(entry) ? [entry] : []
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue
    found.add(path)
    const specifiers = [...read(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')
    for (const target of specifiers.map((specifier) => targetOf(path ?? '', specifier, aliases))) {
      if (target !== null && all.has(target)) open.push(target)
    }
  }
  return [...found]
}

const targetOf = (from: string, specifier: string, aliases: Aliases): string | null => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [pattern, target] = Object.entries(aliases).find(([name]) => specifier.startsWith(name.replace('*', ''))) ?? []
  if (pattern === undefined || target === undefined) return null
  return posix.normalize(target.replace('*', specifier.slice(pattern.length - 1)))
}

/** Fills `target` anew and gives the number of files, or the sentence that says what is missing. */
export const stage = (root: string, target: string): { ok: true; files: number } | { ok: false; sentence: string } => {
  if (!existsSync(join(root, 'dist/tab/index.html'))) return { ok: false, sentence: 'The tab is not built: run npm run build first.' }
  const packageFile: { imports?: Aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const all = [...FOLDERS, 'infra'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        posix.join(
          ...join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .split(/[\\/]/),
        ),
      ),
  )
  const files = filesToShip(all, packageFile.imports ?? {}, (path) => readFileSync(join(root, path), 'utf8'))
  if (!files.includes(ENTRY)) return { ok: false, sentence: `${ENTRY} is not there: run this in the project folder.` }
  rmSync(target, { recursive: true, force: true })
  for (const path of [...files, ...ALONGSIDE.filter((one) => existsSync(join(root, one)))]) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(join(root, path), join(target, path), { recursive: true })
  }
  return { ok: true, files: files.length }
}
