import { isOpenDay, nextOpenDay } from '#domain/calendar.ts'
import { addDays, civilDateOf, instantAt } from '#domain/dates.ts'
import type { CivilDate, Instant, NudgeRecord } from '#domain/model.ts'
import { decideNudges, type NudgeDecision } from '#domain/nudge.ts'
import { planObligations } from '#domain/obligations.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { type Bot, createBot } from '../../bot/bot.ts'
import type { DayJudged } from './count.ts'
import type { FaultLevel } from './faults.ts'
import { createMemoryLists, openMemoryStore } from './memory/lists.ts'
import { createMemoryTeams } from './memory/teams.ts'
import { CHANNEL, smallTown } from './memory/town.ts'
import { createTurns, type Owner, WORLD } from './memory/turns.ts'
import { seeded } from './random.ts'
import { auditSeed, type SeedAudit } from './seed-audit.ts'
import { faultsOf } from './seed-faults.ts'
import { somethingHappens } from './seed-life.ts'

export interface SeedOptions {
  seed: number
  faults: FaultLevel
  instances: number
  /** The first process is killed at this turn of its, and only there; left out: where the seed says. */
  killAt?: number
  days?: number
}

const { calendar } = DEFAULT_SETTINGS
const FIRST_DAY = '2026-01-12'
const DAYS = 4
/** A process killed is started again so often on one day. */
const STARTS = 6
const LAST_PASSES = 2
const MINUTE = 60_000
/** The share of processes that are killed, and how many turns of theirs that may take. */
const KILLED = 0.6
const TURNS = 150
/** The share of them that are only put to sleep, for seconds or most of an hour. */
const ASLEEP = 0.4

/**
 * One small municipality for a few days, in memory: every call of the server to the lists and to Teams is a turn at which it
 * can be killed, answered wrongly, or overtaken by another instance. The same seed gives the same days. Each day ends with a
 * pass that nothing disturbs; then what Teams received is judged against what was decided apart from the engine.
 */
export async function runSeed(options: SeedOptions): Promise<SeedAudit> {
  const random = seeded(options.seed * 2_654_435_761 + 1)
  const start = nextOpenDay(addDays(FIRST_DAY, Math.floor(random() * 330)), calendar)
  const lists = createMemoryLists(smallTown(start, random).tables)
  const turns = createTurns(random)
  const faults = faultsOf(options.faults, random)
  let disturbed = true
  let clock = Date.parse(instantAt(start, '09:00', calendar.zone))
  const nowOf = (skew: number) => (): Instant => new Date(clock + turns.now() + skew).toISOString()
  const truth = nowOf(0)
  const teams = createMemoryTeams((personId, at) => {
    const row = lists.rows.nudges.get(`${personId}:${civilDateOf(at, calendar.zone)}`)?.record as NudgeRecord | undefined
    return row?.state === 'claimed' || row?.state === 'unknown' ? row : null
  })
  for (const { personId, reach } of lists.facts().peopleById.values()) if (reach === 'unknown') teams.without.add(personId)

  function startBot(holder: string, skew: number): { bot: Bot; owner: Owner } {
    const owner: Owner = { dead: false }
    const latency = (): number => 20 + random() * 300
    const now = nowOf(skew)
    const store = openMemoryStore(lists, { owner, turns, latency, fault: () => (disturbed ? faults.lists() : 'none') })
    const adapter = teams.adapter({ owner, turns, latency, now, fault: () => (disturbed ? faults.teams() : 'none') })
    const timer = { ms: turns.now, sleep: (ms: number) => turns.wait(owner, ms) }
    const place = { serviceUrl: 'https://teams.invalid/', tenantId: 'tenant', botId: '28:bot' }
    const bot = createBot({ adapter, store, now, place, holder, timer, tabUrl: () => 'https://tab.invalid/', log: () => undefined })
    return { bot, owner }
  }

  /** One instance through the morning: killed here and there, started again, until a pass is through. */
  async function morning(n: number): Promise<void> {
    const skew = disturbed ? Math.floor((random() - 0.5) * 3 * MINUTE) : 0
    for (let started = 0; started < STARTS; started += 1) {
      await turns.wait(WORLD, random() * 2 * MINUTE)
      const { bot, owner } = startBot(`instance-${n}`, skew)
      const passed = bot.runPass(nowOf(skew)())
      const killed = await Promise.race([passed.then((report) => (report.ran && report.complete ? 'through' : 'again')), dies(owner, n)])
      if (killed === 'through') return
      // One that sleeps is taken for dead, and wakes beside its successor of the same name.
      if (killed !== 'asleep') turns.kill(owner)
    }
  }

  const doomed = new Map<Owner, { left: number; died: (how: 'killed' | 'asleep') => void }>()
  let mayKill = options.killAt !== undefined
  function dies(owner: Owner, n: number): Promise<'killed' | 'asleep'> {
    const only = options.killAt !== undefined
    if (!disturbed || (only ? n !== 0 || !mayKill : random() >= KILLED)) return new Promise(() => undefined)
    if (only) mayKill = false
    const left = options.killAt ?? 1 + Math.floor(random() * TURNS)
    return new Promise((resolve) => doomed.set(owner, { left, died: resolve }))
  }
  const onTurn = (owner: Owner): void => {
    const doom = doomed.get(owner)
    if (!doom) return
    doom.left -= 1
    if (doom.left > 0) return
    doomed.delete(owner)
    const sleeps = options.killAt === undefined && random() < ASLEEP
    if (sleeps) turns.freeze(owner, random() * (random() < 0.5 ? 10_000 : 40 * MINUTE))
    else turns.kill(owner)
    doom.died(sleeps ? 'asleep' : 'killed')
  }

  async function through(work: Promise<unknown>): Promise<void> {
    let over = false
    const watched = work.finally(() => {
      over = true
    })
    await turns.run(() => over, onTurn)
    await watched
  }

  const judged: DayJudged[] = []
  let day: CivilDate = start
  for (let n = 0; n < (options.days ?? DAYS); n += 1) {
    clock = Math.max(clock, Date.parse(instantAt(day, '09:00', calendar.zone)) - turns.now())
    const before = decisionsAt(truth(), lists.facts())
    disturbed = true
    const jump = options.faults !== 'none' && random() < 0.25 ? (random() - 0.3) * 9 * 60 * MINUTE : 0
    const moved = turns.wait(WORLD, random() * MINUTE).then(() => {
      clock += jump
    })
    const life = [1, 2, 3].map((minute) =>
      turns.wait(WORLD, minute * random() * 2 * MINUTE).then(() => {
        if (options.faults !== 'none') somethingHappens(lists, truth(), random)
      }),
    )
    await through(Promise.all([moved, ...life, ...Array.from({ length: options.instances }, (_, instance) => morning(instance))]))

    // What is left over by the dead runs out of time, and the last pass of the day is let be.
    disturbed = false
    clock += 20 * MINUTE
    let after = decisionsAt(truth(), lists.facts())
    // Somebody who could be reached again only while the last pass ran is asked in one more.
    for (let more = 0; more < LAST_PASSES && (more === 0 || after.some(({ action }) => action === 'send')); more += 1) {
      await through(morning(0))
      after = decisionsAt(truth(), lists.facts())
    }
    judged.push({ day: civilDateOf(truth(), calendar.zone), before, after })
    day = nextOpenDay(addDays(civilDateOf(truth(), calendar.zone), 1 + Math.floor(random() * 7)), calendar)
  }
  const { facts, units } = lists
  return auditSeed({ arrivals: teams.arrivals, judged, facts: facts(), calendar, units: units(), channels: [CHANNEL] })
}

/** What would be decided at a moment on the lists as they are, apart from the engine. */
function decisionsAt(now: Instant, facts: ReturnType<typeof smallTown>): NudgeDecision[] {
  const today = civilDateOf(now, calendar.zone)
  const obligations = planObligations(facts, DEFAULT_SETTINGS, today)
  return isOpenDay(today, calendar) ? decideNudges({ obligations, facts, settings: DEFAULT_SETTINGS, now }) : []
}
