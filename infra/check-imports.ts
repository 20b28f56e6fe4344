// Which folder may import which, and which package only one file may know. main.ts files compose; integration and e2e
// tests reach everywhere: both are exempt.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'

const MAY_IMPORT: Record<string, readonly string[]> = {
  'api/domain': [],
  'api/contract': ['api/domain'],
  'api/data': ['api/domain', 'api/contract', 'api/usecases'],
  'api/views': ['api/domain', 'api/contract'],
  'api/usecases': ['api/domain', 'api/contract', 'api/views'],
  'api/routes': ['api/usecases', 'api/views', 'api/contract', 'api/domain'],
  api: ['api/domain', 'api/contract', 'api/usecases'],
  'bot/cards': ['api/contract'],
  bot: ['bot/cards', 'api/contract', 'api/usecases', 'api/views', 'api/domain'],
  tab: ['api/contract'],
  infra: ['api', 'api/data', 'api/contract', 'api/domain', 'api/usecases', 'api/views', 'api/routes', 'bot', 'bot/cards', 'tab'],
}
/** The port the data layer fulfils stands with the use cases; nothing else of theirs is its business. */
const ONLY_FILE: Record<string, string> = { 'api/data>api/usecases': 'api/usecases/ports.ts' }
const ONE_HOME: Record<string, string> = {
  botbuilder: 'bot/adapter.ts',
  '@microsoft/teams-js': 'tab/host.ts',
  '@microsoft/microsoft-graph-client': 'api/data/graph.ts',
  '@azure/msal-node': 'api/data/auth.ts',
}
const ALIASES: Record<string, string> = {
  '#domain': 'api/domain',
  '#contract': 'api/contract',
  '#data': 'api/data',
  '#usecases': 'api/usecases',
  '#views': 'api/views',
}
const AREAS = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length)
const areaOf = (path: string): string | undefined => AREAS.find((area) => path.startsWith(`${area}/`))

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative('.', resolve(dirname(file), specifier))
  const [head = '', ...rest] = specifier.split('/')
  const folder = ALIASES[head]
  return folder && [folder, ...rest].join('/')
}

/** The faults of one file's imports, as sentences. */
export function importFaults(file: string, source: string): string[] {
  const from = areaOf(file)
  if (!from) return []
  const test = /\.(test|integration|e2e|fixture)\.tsx?$/.test(file)
  const anywhere = basename(file) === 'main.ts' || /\.(integration|e2e|fixture)\.tsx?$/.test(file)
  const faults: string[] = []
  for (const [, specifier = ''] of source.matchAll(/(?<!['"])\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const home = ONE_HOME[specifier]
    if (home && home !== file && !test) faults.push(`${file}: only ${home} may import ${specifier}`)
    const target = targetOf(file, specifier)
    if (!target) {
      if (from === 'api/domain' && !test) faults.push(`${file}: the domain imports no package (${specifier})`)
      continue
    }
    const to = areaOf(target)
    if (!to || to === from || anywhere) continue
    const allowed = MAY_IMPORT[from]?.includes(to) && (ONLY_FILE[`${from}>${to}`] ?? target) === target
    if (!allowed) faults.push(`${file}: ${from} may not import ${target}`)
  }
  return faults
}

/** Every source file of ours below the current folder. */
export function sourceFiles(): string[] {
  return readdirSync('.', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)(node_modules|dist|\.local)\//.test(file) && areaOf(file) !== undefined)
}

/** All faults of the tree. */
export function checkImports(): { files: number; faults: string[] } {
  const files = sourceFiles()
  return { files: files.length, faults: files.flatMap((file) => importFaults(file, readFileSync(file, 'utf8'))) }
}
