import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#data/store.ts'
import { isOpenDay } from '#domain/calendar.ts'
import { addDays, civilDateOf, instantAt } from '#domain/dates.ts'
import type { CivilDate, Instant, NudgeRecord } from '#domain/model.ts'
import { decideNudges, type NudgeDecision } from '#domain/nudge.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import type { Store } from '#usecases/ports.ts'
import { createAdapter } from '../../bot/adapter.ts'
import { type Bot, createBot } from '../../bot/bot.ts'
import { LOCAL_TENANT_ID } from '../local/identity/identity.ts'
import { type LocalWorld, startLocalWorld } from '../local/world.ts'
import { answerCards } from './answers.ts'
import { type Audit, audit, longestSilence, type ReceivedCard } from './audit.ts'
import { type Came, type Counts, countDays, type DayJudged } from './count.ts'
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
export interface Simulation extends Audit, Counts {
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
  const judged: DayJudged[] = []
  const dueSince = new Map<string, { key: string; firstOn: CivilDate; endedOn: CivilDate }>()
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
    const before = decideNudges({ obligations, facts, settings, now: since })
    for (const { key, state, firstOn } of obligations) {
      if (state === 'overdue' && firstOn >= options.from && firstOn <= day) dueSince.set(key, { key, firstOn, endedOn: day })
    }
    if (disturbed) await setFaults(world, faultsOfDay(options.faults, random))
    judged.push({ day, before, after: await passesOfDay(world, instances, others) })
    if (disturbed) await setFaults(world, { graph: {}, teams: {} })
    await answerCards(world, rowsOf(store, day), random, ANSWERED)
    await world.idle()
    units += world.lists.server.requests(since).reduce((sum, request) => sum + request.units, 0)
  }
  await store.refresh()
  const { nudges } = store.snapshot().facts.tables
  const ledger = [...nudges.values()]
  const received = await receivedCards(world)
  const { calendar } = settingsOn(options.to, store.snapshot().facts.tables.settings.values())
  return {
    ...countDays(judged, received.map(cameOf), nudges),
    ...audit(received, ledger, calendar),
    resourceUnits: units,
    longestSilenceOpenDays: longestSilence([...dueSince.values()], firstCards(ledger), calendar),
  }
}

const rowsOf = (store: Store, day: CivilDate): NudgeRecord[] =>
  [...store.snapshot().facts.tables.nudges.values()].filter((row) => row.day === day && row.state === 'sent')

/**
 * Every instance at the same moment; one that finds the pass taken, or the lists out of reach, does nothing. As the scheduler
 * does, the pass is run again while something is left that could be sent. Gives what is then still decided.
 */
async function passesOfDay(world: LocalWorld, instances: readonly Bot[], others: boolean): Promise<NudgeDecision[]> {
  const { store } = world.lists
  let ran = false
  let left: NudgeDecision[] = []
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = world.clock.now().toISOString()
    const runs = await Promise.allSettled([world.timeMachine.run(), ...instances.map((bot) => passOf(bot, now))])
    ran ||= runs.some(({ status }) => status === 'fulfilled')
    const read = !others || (await store.refresh())
    const { facts } = store.snapshot()
    const today = civilDateOf(now)
    const settings = settingsOn(today, facts.tables.settings.values())
    left = decideNudges({ obligations: planObligations(facts, settings, today), facts, settings, now })
    if (ran && read && left.every(({ action }) => action === 'skip')) return left
    await setFaults(world, { graph: {}, teams: {} })
  }
  if (!ran) throw new Error(`no instance could run the pass of ${civilDateOf(world.clock.now().toISOString())}`)
  return left
}

async function passOf(bot: Bot, now: Instant): Promise<void> {
  const { ran } = await bot.runPass(now)
  if (!ran) throw new Error('the pass was not run')
}

/** `personid:2026-05-18`, as the card says whose it is and of which day. */
const cameOf = ({ nudgeKey }: ReceivedCard): Came => {
  const at = nudgeKey.lastIndexOf(':')
  return { personId: nudgeKey.slice(0, at), day: nudgeKey.slice(at + 1), sure: true }
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
