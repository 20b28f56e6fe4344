import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { LISTS, SCHEMA_VERSION } from '#data/lists.ts'
import { openSite } from '#data/site.ts'
import { openStore } from '#data/store.ts'
import type { Facts } from '#domain/facts.ts'
import type { Instant, ListCode } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { ReadFault } from '#usecases/ports.ts'
import { openDataFile } from './data-file.ts'
import { siteFinding } from './doctor-findings.ts'
import { listCsv, tableCsv } from './export-csv.ts'
import { type Chosen, chosenRows } from './export-rows.ts'
import type { CommandIo } from './import.ts'
import { openTarget } from './target.ts'

const USAGE = 'puls export [--out FILE.json | FILE.csv | FOLDER] [--restricted] [--all] [--json] [--url URL | --data FILE]'

interface Options {
  out: string | undefined
  restricted: boolean
  all: boolean
  json: boolean
  url: string | undefined
  data: string | undefined
}

/** What was read, and from where. */
interface Source {
  facts: Facts
  faults: readonly ReadFault[]
  where: string
}

/**
 * `puls export`: everything of the lists in one JSON file, a folder with a CSV file for each list, or one CSV table that
 * `puls import` takes back. Without `--out` the JSON goes to stdout. `now` stands in the file as the time it was taken.
 * Exit 0 when it answered, 1 when it could not, 2 on wrong use.
 */
export async function runExportCommand(
  args: string[],
  io: CommandIo,
  deps: { env: Record<string, string | undefined>; now: Instant },
): Promise<number> {
  const given = optionsOf(args)
  if (!given.ok) {
    io.stderr(`${given.sentence}\n${USAGE}\n`)
    return 2
  }
  const { out, json, data } = given.value
  const source = data === undefined ? await fromSite(given.value, deps) : await fromFile(data)
  if (!source.ok) {
    io.stderr(`${source.sentence}\n`)
    return 1
  }
  const { facts, faults, where } = source.value
  const unread = faults.filter(({ code }) => code === 'unreadableRow').length
  if (unread > 0) io.stderr(`${unread} rows cannot be read and are not in the export. «puls doctor» says which.\n`)
  const chosen = chosenRows(facts, given.value)
  if (out === undefined) {
    io.stdout(jsonOf(chosen, where, deps.now))
    return 0
  }
  const files = filesOf(out, chosen, facts, jsonOf(chosen, where, deps.now))
  const failed = await writeFiles(files, isFolder(out) ? out : null)
  if (failed !== null) {
    io.stderr(`«${out}» cannot be written (${failed}). Choose another place with --out.\n`)
    return 1
  }
  const rows = Object.fromEntries(Object.entries(chosen.lists).map(([list, records]) => [list, records.length]))
  const count = Object.values(rows).reduce((sum, one) => sum + one, 0)
  const left = chosen.leftOut === 0 ? '' : ` ${chosen.leftOut} restricted projects were left out; --restricted takes them with it.`
  const said = { where, out, files: Object.keys(files).length, lists: rows, restrictedLeftOut: chosen.leftOut, unread }
  io.stdout(json ? `${JSON.stringify(said, null, 2)}\n` : `${count} rows of ${Object.keys(rows).length} lists written to ${out}.${left}\n`)
  return 0
}

type Wrong = { code: 'wrongUse'; sentence: string }

function optionsOf(args: string[]): Result<Options, Wrong> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const { values } = parseArgs({
      args,
      strict: true,
      options: { out: text, restricted: flag, all: flag, json: flag, url: text, data: text },
    })
    if (values.url !== undefined && values.data !== undefined) return wrong('Choose either --url or --data.')
    if (values.url !== undefined && !URL.canParse(values.url)) return wrong(`«${values.url}» is no address.`)
    if (values.out === '') return wrong('--out takes the path of a file or a folder.')
    const { restricted = false, all = false, json = false } = values
    return ok({ out: values.out, restricted, all, json, url: values.url, data: values.data })
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

const wrong = (sentence: string) => refuse<Wrong>({ code: 'wrongUse', sentence })

async function fromSite(
  { url }: Options,
  { env, now }: { env: Record<string, string | undefined>; now: Instant },
): Promise<Result<Source, { code: string; sentence: string }>> {
  const target = await openTarget({ ...(url === undefined ? {} : { url: url.replace(/\/+$/, '') }), as: 'app' }, env)
  if (!target.ok) return target
  const { graph, siteUrl, where } = target.value
  const site = await openSite(graph, siteUrl)
  if (!site.ok) return refuse({ code: site.code, sentence: siteFinding(site).text })
  const store = await openStore({ graph, site: site.value, now: () => now })
  if (!store.ok) return refuse({ code: store.code, sentence: siteFinding(store).text })
  return ok({ ...store.value.snapshot(), where })
}

async function fromFile(path: string): Promise<Result<Source, { code: string; sentence: string }>> {
  const opened = await openDataFile(path)
  if (!opened.ok) return opened
  const { lists } = opened.value
  const { facts, faults } = lists.store.snapshot()
  await lists.close()
  return ok({ facts, faults, where: path })
}

function jsonOf({ lists, leftOut }: Chosen, where: string, now: Instant): string {
  return `${JSON.stringify({ exportedAt: now, from: where, schemaVersion: SCHEMA_VERSION, restrictedLeftOut: leftOut, lists }, null, 2)}\n`
}

const isFolder = (out: string): boolean => !['.json', '.csv'].includes(extname(out).toLowerCase())

/** Path and content of each file. */
function filesOf(out: string, { lists }: Chosen, facts: Facts, json: string): Record<string, string> {
  if (!isFolder(out)) return { [out]: extname(out).toLowerCase() === '.json' ? json : tableCsv(lists.projects ?? [], facts) }
  const codes = Object.keys(lists) as ListCode[]
  return Object.fromEntries(codes.map((list) => [join(out, `${LISTS[list].display}.csv`), listCsv(list, lists[list] ?? [])]))
}

/** Writes so that only the one who exports may read: there are people in it. Gives the reason when it could not. */
async function writeFiles(files: Record<string, string>, folder: string | null): Promise<string | null> {
  try {
    if (folder !== null) await mkdir(folder, { recursive: true })
    for (const [path, content] of Object.entries(files)) {
      await writeFile(path, content, { mode: 0o600 })
      await chmod(path, 0o600)
    }
    return null
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  }
}
