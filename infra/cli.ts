// `npm run -s puls -- COMMAND`: answers on stdout, progress on stderr. Exit 0 when it answered, 1 when it could not, 2 on wrong use.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '#domain/codes.ts'
import { runAchievementCases } from './commands/achievement.ts'
import { examine } from './commands/doctor.ts'
import { runDueCases } from './commands/due.ts'
import { runExportCommand } from './commands/export.ts'
import { runImportCommand } from './commands/import.ts'
import { importInto } from './commands/import-into.ts'
import { overdueRows, overdueText } from './commands/overdue.ts'
import { runSeedCommand } from './commands/seed.ts'
import { runSimulateCommand } from './commands/simulate.ts'
import { DEFAULT_URL, openTarget } from './commands/target.ts'
import { provision } from './lists/provision.ts'

const HELP: Record<string, string> = {
  due: `puls due [--url URL] [--json]          what is overdue in the running local world
puls due --cases FILE [--explain] [--lang nb|nn|en] [--json]
                                       dates for the cases in a JSON file: [{ "id", "kind", … }]; --explain says how they came`,
  achievement: 'puls achievement --cases FILE [--json] achievement, course and forecast for the cases in a JSON file',
  import: `puls import FILE [--map MAPPING.json] [--dry-run] [--json] [--as NAME] [--url URL | --data FILE]
                                       brings in a gevinstverktøy workbook or any table (docs/import.md)`,
  export: `puls export [--out FILE.json | FILE.csv | FOLDER] [--restricted] [--all] [--json] [--url URL | --data FILE]
                                       everything in the lists: one JSON file (also on stdout), a CSV file for each list
                                       in a folder, or one CSV table that «puls import» takes back. Restricted projects
                                       only with --restricted; log, nudges and conversations only with --all`,
  provision: `puls provision [--dry-run] [--url URL] [--json]
                                       creates the lists and columns that are missing; changes nothing that exists.
                                       In a tenant: PULS_TENANT_ID, PULS_SITE_URL and PULS_ADMIN_TOKEN (a Graph token
                                       of one who may create lists in the site)`,
  simulate: `puls simulate [--scenario demo] [--from DATE] [--to DATE] [--seed N] [--faults none|some|heavy] [--instances N] [--json]
                                       days through the real engine with people who answer; duplicates and losses
                                       counted from what was received
puls simulate --seeds N [--seed FIRST] [--faults none|some|heavy] [--instances N] [--json]
                                       N small municipalities in memory whose servers are killed at any call, put to
                                       sleep, answered wrongly and moved in time; counted the same way`,
  seed: `puls seed [--scenario demo|overdue|board-day|empty|large] [--today YYYY-MM-DD] [--json] [--url URL | --data FILE]
                                       fills an empty site, or makes a data file, with a named scenario; refuses where
                                       there are rows. For trials: all people in it are invented`,
  doctor: `puls doctor [--url URL] [--json]       looks at the site as the app sees it and says what to mend;
                                       in a tenant by the variables of docs/deploy.md`,
}

const io = { stdout: (line: string) => void process.stdout.write(line), stderr: (line: string) => void process.stderr.write(line) }

class WrongUse extends Error {}

const [command = '--help', ...args] = process.argv.slice(2)

async function run(): Promise<number> {
  if (command === '--help' || command === '-h' || command === 'help')
    return print(`Usage: npm run -s puls -- COMMAND\n\n${Object.values(HELP).join('\n')}`)
  const help = HELP[command]
  if (help === undefined) throw new WrongUse(`There is no command «${command}». Choose among ${Object.keys(HELP).join(', ')}.`)
  if (args.includes('--help') || args.includes('-h')) return print(help)
  switch (command) {
    case 'due':
      return due()
    case 'achievement':
      return achievement()
    case 'provision':
      return provisioning()
    case 'doctor':
      return doctor()
    case 'export':
      return runExportCommand(args, io, { env: process.env, now: new Date().toISOString() })
    case 'seed':
      return runSeedCommand(args, io, { env: process.env, now: new Date().toISOString() })
    case 'simulate':
      return runSimulateCommand(args, io)
    default:
      return runImportCommand(args, io, { importInto })
  }
}

function options(names: Record<string, { type: 'string' | 'boolean' }>): Record<string, string | boolean | undefined> {
  try {
    return parseArgs({ args, options: names, strict: true, allowPositionals: false }).values as Record<string, string | boolean | undefined>
  } catch (thrown) {
    throw new WrongUse(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

function print(answer: unknown): number {
  process.stdout.write(`${typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2)}\n`)
  return 0
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

function readCases(file: string): unknown {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new WrongUse(`The file «${file}» cannot be read.`)
  }
  return JSON.parse(content)
}

function languageOf(given = 'nb'): Language {
  const language = LANGUAGES.find((known) => known === given)
  if (language === undefined) throw new WrongUse(`There is no language «${given}». Choose among ${LANGUAGES.join(', ')}.`)
  return language
}

async function due(): Promise<number> {
  const given = options({
    cases: { type: 'string' },
    json: { type: 'boolean' },
    url: { type: 'string' },
    explain: { type: 'boolean' },
    lang: { type: 'string' },
  })
  const cases = text(given.cases)
  if (cases !== undefined) return print(runDueCases(readCases(cases), given.explain ? languageOf(text(given.lang)) : null))
  if (given.explain) throw new WrongUse('Name the file of cases: puls due --cases FILE --explain')
  const overdue = await overdueRows(text(given.url) ?? DEFAULT_URL)
  if (!overdue.ok) return fail(overdue.sentence)
  return print(given.json ? overdue.value : overdueText(overdue.value.rows))
}

function achievement(): number {
  const given = options({ cases: { type: 'string' }, json: { type: 'boolean' } })
  const cases = text(given.cases)
  if (cases === undefined) throw new WrongUse('Name the file of cases: puls achievement --cases FILE')
  return print(runAchievementCases(readCases(cases)))
}

async function provisioning(): Promise<number> {
  const given = options({ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, url: { type: 'string' } })
  const target = await openTarget({ url: text(given.url), as: 'admin' }, process.env)
  if (!target.ok) return fail(target.sentence)
  const { graph, siteUrl } = target.value
  const done = await provision({
    graph,
    siteUrl,
    dryRun: given['dry-run'] === true,
    onProgress: (list) => process.stderr.write(`${list}\n`),
  })
  if (!done.ok) return fail(`The site refused: ${done.code} ${done.detail}. Run «puls doctor» to see why.`)
  const { createdLists, createdColumns, differing, schema } = done.value
  const refused = differing.filter(({ what }) => what === 'otherType').map(({ list, column }) => `«${column}» in «${list}»`)
  if (refused.length > 0) {
    return fail(
      `These columns are of another type than meant, and changing them would lose what they hold: ${refused.join(', ')}. «puls doctor» says what to do.`,
    )
  }
  if (given.json) return print(done.value)
  const filled = schema.filled.reduce((sum, { rows }) => sum + rows, 0)
  return print(
    `${createdLists.length} lists and ${createdColumns.length} columns ${given['dry-run'] ? 'would be created' : 'created'}; ${differing.length} columns differ from what is meant and were left alone. Schema version ${schema.from ?? 'none'} → ${schema.to}, ${filled} cells filled.`,
  )
}

async function doctor(): Promise<number> {
  const given = options({ json: { type: 'boolean' }, url: { type: 'string' } })
  const target = await openTarget({ url: text(given.url), as: 'app' }, process.env)
  if (!target.ok) return fail(target.sentence)
  const findings = await examine(target.value.graph, target.value.siteUrl, new Date().toISOString())
  if (given.json) return print({ where: target.value.where, findings })
  return print(
    findings.length === 0
      ? 'All is well: site, lists, columns and rows are as they should be.'
      : findings.map((finding) => `${finding.level}: ${finding.text}`).join('\n'),
  )
}

try {
  process.exitCode = await run()
} catch (thrown) {
  const wrongUse = thrown instanceof WrongUse
  const sentence = thrown instanceof Error ? thrown.message : String(thrown)
  process.stderr.write(`${sentence}\n${wrongUse ? `${HELP[command] ?? 'puls --help lists the commands.'}\n` : ''}`)
  process.exitCode = wrongUse ? 2 : 1
}
