import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#data/store.ts'
import { isOpenDay } from '#domain/calendar.ts'
import { addDays, civilDateOf, instantAt } from '#domain/dates.ts'
import type { CivilDate, NudgeRecord } from '#domain/model.ts'
import { decideNudges } from '#domain/nudge.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import type { Store } from '#usecases/ports.ts'
import { createAdapter } from '../../bot/adapter.ts'
import { type Bot, createBot } from '../../bot/bot.ts'
import { LOCAL_TENANT_ID } from '../local/identity/identity.ts'
import { addPasses, NOTHING } from '../local/time-machine.ts'
import { type LocalWorld, startLocalWorld } from '../local/world.ts'
import { answerCards } from './answers.ts'
import { type Audit, audit, type DecidedDay, longestSilence, type ReceivedCard } from './audit.ts'
import { type FaultLevel, faultsOfDay } from './faults.ts'
import { seeded } from './random.ts'

export interface SimulationOptions {
  scenario: string
  from: CivilDate
  to: CivilDate
  seed: number
  faults: FaultLevel
  /** Product instances that run every pass at the same moment. */
  instances: number
  onProgress?: (day: CivilDate) => void
}

/** All counts are cards: persons and days on which something was due. decided = sent + all skipped + failed + unknown. */
export interface Simulation extends Audit {
  decided: number
  sent: number
  skipped: Record<string, number>
  failed: number
  unknown: number
  resourceUnits: number
  longestSilenceOpenDays: number
}

const PASS_TIME = '09:00'
/** A pass that could not be run is tried again, as the scheduler does. */
const TRIES = 4
/** The share of cards that people answer. */
const ANSWERED = 0.6

/**
 * Runs the days through the real engine, ledger, list server and connector, with people who answer some of their cards.
 * Duplicates and losses are counted from what the connector received against what was decided apart from the engine.
 */
export async function simulate(options: SimulationOptions): Promise<Simulation> {
  const folder = mkdtempSync(join(tmpdir(), 'puls-simulate-'))
  const world = await startLocalWorld({
    scenario: options.scenario,
    port: 0,
    dataFile: join(folder, 'world.sqlite'),
    today: options.from,
    pages: false,
  })
  try {
    const others = await Promise.all(Array.from({ length: options.instances - 1 }, (_, n) => openInstance(world, `instance-${n + 2}`)))
    return await runDays(world, others, options)
  } finally {
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One more server over the same lists and the same Teams. */
async function openInstance(world: LocalWorld, holder: string): Promise<Bot> {
  const now = () => world.clock.now().toISOString()
  const store = await openStore({ graph: world.lists.graph, site: world.lists.site, now })
  if (!store.ok) throw new Error(`the lists could not be read: ${store.code}`)
  return createBot({
    adapter: createAdapter({ mode: 'local' }, () => undefined),
    store: store.value,
    now,
    tabUrl: () => world.url,
    place: { serviceUrl: `${world.url}/local/connector/`, tenantId: LOCAL_TENANT_ID, botId: world.directory.bot.id },
    holder,
    log: () => undefined,
  })
}

async function runDays(world: LocalWorld, instances: readonly Bot[], options: SimulationOptions): Promise<Simulation> {
  const random = seeded(options.seed)
  const disturbed = options.faults !== 'none'
  // One server alone, undisturbed, knows all it has written: only then is what it knows what the lists hold.
  const others = disturbed || instances.length > 0
  const { store } = world.lists
  const decided: DecidedDay[] = []
  const dueSince = new Map<string, { key: string; firstOn: CivilDate; endedOn: CivilDate }>()
  let total = NOTHING
  let units = 0
  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    const settings = settingsOn(day, store.snapshot().facts.tables.settings.values())
    if (!isOpenDay(day, settings.calendar)) continue
    options.onProgress?.(day)
    const now = instantAt(day, PASS_TIME, settings.calendar.zone)
    if (now > world.clock.now().toISOString()) world.clock.set(now)
    const since = world.clock.now().toISOString()
    if (others) await store.refresh()
    const { facts } = store.snapshot()
    const obligations = planObligations(facts, settings, day)
    decided.push({ day, decisions: decideNudges({ obligations, facts, settings, now: since }) })
    for (const { key, state, firstOn } of obligations) {
      if (state === 'overdue' && firstOn >= options.from && firstOn <= day) dueSince.set(key, { key, firstOn, endedOn: day })
    }
    if (disturbed) await setFaults(world, faultsOfDay(options.faults, random))
    total = addPasses(total, await passOfDay(world, instances))
    if (disturbed) await setFaults(world, { graph: {}, teams: {} })
    if (others) await store.refresh()
    await answerCards(world, rowsOf(store, day), random, ANSWERED)
    await world.idle()
    units += world.lists.server.requests(since).reduce((sum, request) => sum + request.units, 0)
  }
  await store.refresh()
  const ledger = [...store.snapshot().facts.tables.nudges.values()]
  const { calendar } = settingsOn(options.to, store.snapshot().facts.tables.settings.values())
  const { sent, skipped, failed, unknown } = total
  return {
    decided: sent + failed + unknown + Object.values(skipped).reduce((sum, count) => sum + count, 0),
    sent,
    skipped,
    failed,
    unknown,
    ...audit(await receivedCards(world), decided, ledger, calendar),
    resourceUnits: units,
    longestSilenceOpenDays: longestSilence([...dueSince.values()], firstCards(ledger), calendar),
  }
}

const rowsOf = (store: Store, day: CivilDate): NudgeRecord[] =>
  [...store.snapshot().facts.tables.nudges.values()].filter((row) => row.day === day && row.state === 'sent')

/** Every instance at the same moment; one that finds the pass taken, or the lists out of reach, does nothing. */
async function passOfDay(world: LocalWorld, others: readonly Bot[]): Promise<typeof NOTHING> {
  let total = NOTHING
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = world.clock.now().toISOString()
    const results = await Promise.allSettled([
      world.timeMachine.run(),
      ...others.map(async (bot) => {
        const report = await bot.runPass(now)
        if (!report.ran) throw new Error('the pass was not run')
        return { ...report, skipped: { ...report.skipped }, summaries: report.summaries.posted }
      }),
    ])
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    for (const report of done) total = addPasses(total, report)
    if (done.length > 0) return total
    await setFaults(world, { graph: {}, teams: {} })
  }
  throw new Error(`no instance could run the pass of ${civilDateOf(world.clock.now().toISOString())}`)
}

async function setFaults(world: LocalWorld, faults: object): Promise<void> {
  const response = await fetch(`${world.url}/local/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  })
  if (!response.ok) throw new Error(`the faults were refused: ${await response.text()}`)
}

interface Sent {
  at: string
  kind: string
  card: unknown
}

/** Everything the connector took for a person that says which ledger row it is. */
async function receivedCards(world: LocalWorld): Promise<ReceivedCard[]> {
  const sent = (await (await fetch(`${world.url}/local/sent`)).json()) as Sent[]
  return sent.flatMap(({ at, kind, card }) => {
    const nudgeKey = kind === 'message' ? /"nudgeKey":"([^"]+)"/.exec(JSON.stringify(card))?.[1] : undefined
    return nudgeKey === undefined ? [] : [{ at, nudgeKey }]
  })
}

function firstCards(ledger: readonly NudgeRecord[]): Map<string, CivilDate> {
  const first = new Map<string, CivilDate>()
  for (const row of ledger) {
    if (row.state !== 'sent' && row.state !== 'unknown') continue
    for (const { obligationKey } of row.steps) if ((first.get(obligationKey) ?? '9') > row.day) first.set(obligationKey, row.day)
  }
  return first
}
