import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { encode } from '#data/codec.ts'
import type { Graph } from '#data/graph.ts'
import { itemsPath } from '#data/list-reader.ts'
import { LIST_CODES, LISTS } from '#data/lists.ts'
import { openSite, type Site } from '#data/site.ts'
import { civilDateOf, isCivilDate } from '#domain/dates.ts'
import type { CivilDate, Instant, ListCode, Records } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { openLocalLists } from '../local/lists.ts'
import type { Scenario } from '../local/scenarios/scenario.ts'
import { SCENARIOS, scenarioNamed } from '../local/scenarios/scenarios.ts'
import { openWorldFile } from '../local/world-file.ts'
import { siteFinding } from './doctor-findings.ts'
import type { CommandIo } from './import.ts'
import { openTarget } from './target.ts'

const USAGE = 'puls seed [--scenario demo|overdue|board-day|empty|large] [--today YYYY-MM-DD] [--json] [--url URL | --data FILE]'
/** Lists that a site has rows in before anybody has used it: who has spoken to the bot, and what provisioning wrote. */
const OFTEN_FILLED: readonly ListCode[] = ['settings', 'people', 'conversations', 'leases']
/** Rows on their way at once. */
const AT_ONCE = 4

interface Options {
  scenario: Scenario
  today: CivilDate
  json: boolean
  url: string | undefined
  data: string | undefined
}

export interface Seeded {
  scenario: string
  today: CivilDate
  where: string
  /** Rows written, by list. */
  lists: Partial<Record<ListCode, number>>
  /** Rows whose key was there already, in lists that may have rows. */
  stood: number
}

type SeedFault = { code: string; sentence: string }

/**
 * `puls seed`: fills an empty site, or makes a data file, with a named scenario's rows as they are on `--today`. Refuses a site
 * in which there are projects or anything that belongs to them. Exit 0 when it answered, 1 when it could not, 2 on wrong use.
 */
export async function runSeedCommand(
  args: string[],
  io: CommandIo,
  deps: { env: Record<string, string | undefined>; now: Instant },
): Promise<number> {
  const given = optionsOf(args, civilDateOf(deps.now))
  if (!given.ok) {
    io.stderr(`${given.sentence}\n${USAGE}\n`)
    return 2
  }
  const { data, json } = given.value
  const progress = (list: string) => io.stderr(`${list}\n`)
  const done = data === undefined ? await seedSite(given.value, deps.env, progress) : await seedFile(data, given.value)
  if (!done.ok) {
    io.stderr(`${done.sentence}\n`)
    return 1
  }
  const { scenario, today, where, lists } = done.value
  const rows = Object.values(lists).reduce((sum, count) => sum + count, 0)
  io.stdout(json ? `${JSON.stringify(done.value, null, 2)}\n` : `${rows} rows of the scenario ${scenario} for ${today} are in ${where}.\n`)
  return 0
}

type Wrong = { code: 'wrongUse'; sentence: string }
const wrong = (sentence: string) => refuse<Wrong>({ code: 'wrongUse', sentence })

function optionsOf(args: string[], realToday: CivilDate): Result<Options, Wrong> {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args,
      strict: true,
      options: { scenario: text, today: text, url: text, data: text, json: { type: 'boolean' } },
    })
    const name = values.scenario ?? 'demo'
    const scenario = scenarioNamed(name)
    const { today = realToday, url, data, json = false } = values
    if (!scenario) return wrong(`There is no scenario «${name}». Choose among ${Object.keys(SCENARIOS).join(', ')}.`)
    if (!isCivilDate(today)) return wrong(`--today must be a date, YYYY-MM-DD, not «${today}».`)
    if (url !== undefined && data !== undefined) return wrong('Choose either --url or --data.')
    if (url !== undefined && !URL.canParse(url)) return wrong(`«${url}» is no address.`)
    if (data === '') return wrong('--data takes the path of a file.')
    return ok({ scenario, today, json, url, data })
  } catch (thrown) {
    return wrong(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** A file is made as `npm start` would make it, so that the local world goes on from it. */
async function seedFile(path: string, { scenario, today }: Options): Promise<Result<Seeded, SeedFault>> {
  if (existsSync(path)) {
    return refuse({
      code: 'notEmpty',
      sentence: `«${path}» is there already, and nothing in it was changed. Name another file, or remove it first.`,
    })
  }
  const file = openWorldFile(path, { scenario: scenario.name, today, realToday: today, reset: false })
  try {
    const at = new Date(`${today}T06:00:00Z`)
    const lists = await openLocalLists({ file: path, scenario, day: today, now: () => at, wallClock: () => new Date(), port: 0 })
    const { tables } = lists.store.snapshot().facts
    await lists.close()
    file.seeded()
    const counts = Object.fromEntries(LIST_CODES.flatMap((list) => (tables[list].size > 0 ? [[list, tables[list].size]] : [])))
    return ok({ scenario: scenario.name, today, where: path, lists: counts, stood: 0 })
  } finally {
    file.db.close()
  }
}

async function seedSite(
  { scenario, today, url }: Options,
  env: Record<string, string | undefined>,
  progress: (list: string) => void,
): Promise<Result<Seeded, SeedFault>> {
  const target = await openTarget({ ...(url === undefined ? {} : { url: url.replace(/\/+$/, '') }), as: 'app' }, env)
  if (!target.ok) return target
  const { graph, siteUrl, where } = target.value
  const site = await openSite(graph, siteUrl)
  if (!site.ok) return refuse({ code: site.code, sentence: siteFinding(site).text })
  const missing = LIST_CODES.filter((list) => site.value.lists[list] === undefined).map((list) => LISTS[list].display)
  if (missing.length > 0)
    return refuse({ code: 'listMissing', sentence: `These lists are missing: ${missing.join(', ')}. Run «puls provision» first.` })
  const filled = await filledList(graph, site.value)
  if (!filled.ok) return filled
  if (filled.value !== null) {
    return refuse({
      code: 'notEmpty',
      sentence: `There are rows in «${LISTS[filled.value].display}» already, and nothing was changed. A scenario is only for an empty site.`,
    })
  }
  return fill(graph, site.value, { scenario, today, where }, progress)
}

/** A list that has rows although nobody can have begun; null when the site is empty. */
async function filledList(graph: Graph, site: Site): Promise<Result<ListCode | null, SeedFault>> {
  for (const list of LIST_CODES) {
    if (OFTEN_FILLED.includes(list)) continue
    const first = await graph.get<{ value: unknown[] }>(`${itemsPath(site.id, site.lists[list] ?? '')}?$top=1`)
    if (!first.ok) return refuse({ code: first.code, sentence: siteFinding(first).text })
    if (first.value.value.length > 0) return ok(list)
  }
  return ok(null)
}

async function fill(
  graph: Graph,
  site: Site,
  about: { scenario: Scenario; today: CivilDate; where: string },
  progress: (list: string) => void,
): Promise<Result<Seeded, SeedFault>> {
  const rows = about.scenario.records(about.today)
  const seeded: Seeded = { scenario: about.scenario.name, today: about.today, where: about.where, lists: {}, stood: 0 }
  for (const list of LIST_CODES) {
    const records = [...((rows[list] ?? []) as Records[ListCode][])]
    if (records.length === 0) continue
    progress(`${LISTS[list].display}: ${records.length}`)
    while (records.length > 0) {
      const answers = await Promise.all(
        records
          .splice(0, AT_ONCE)
          .map((record) => graph.post(itemsPath(site.id, site.lists[list] ?? ''), { fields: encode(list, record) }, { keyed: true })),
      )
      for (const answer of answers) {
        if (answer.ok) seeded.lists[list] = (seeded.lists[list] ?? 0) + 1
        else if (answer.code === 'uniqueViolation' && OFTEN_FILLED.includes(list)) seeded.stood += 1
        else return refuse({ code: answer.code, sentence: `«${LISTS[list].display}» could not be filled. ${siteFinding(answer).text}` })
      }
    }
  }
  return ok(seeded)
}
