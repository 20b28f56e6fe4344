import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOpenDay } from '#domain/calendar.ts'
import { addDays, instantAt } from '#domain/dates.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { type LocalWorld, startLocalWorld } from '../local/world.ts'
import { answerCard } from '../simulate/answers.ts'
import { type Benchmark, percentile, rounded } from './benchmark.ts'

const FROM = '2026-05-18'
const GRAPH_MS = 150
/** Enough for a twentieth of them to be more than one. */
const ANSWERS = 60
const REFRESH_EVERY_MS = 500

/**
 * From a pressed button to the card that comes back, through the bot's own endpoint, while every answer of Graph is held
 * back 150 ms and the lists are read anew twice a second, which a person must not wait for.
 */
const latency: Benchmark = {
  names: ['answer.latency'],
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'puls-bench-'))
    const world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: join(folder, 'world.sqlite'), today: FROM, pages: false })
    const times: number[] = []
    try {
      for (let day = FROM; times.length < ANSWERS; day = addDays(day, 1)) {
        if (isOpenDay(day, DEFAULT_SETTINGS.calendar)) await answersOf(day, world, times)
      }
    } finally {
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    }
    return [
      { name: 'answer.latency', value: Math.round(percentile(times, 0.95)), unit: 'ms', reference: rounded(percentile(times, 0.5), 0) },
    ]
  },
}

async function answersOf(day: string, world: LocalWorld, times: number[]): Promise<void> {
  const nine = instantAt(day, '09:00')
  if (nine > world.clock.now().toISOString()) world.clock.set(nine)
  await world.timeMachine.run()
  setDelay(world, { delayMs: GRAPH_MS })
  const refreshing = setInterval(() => void world.lists.store.refresh(), REFRESH_EVERY_MS)
  for (const row of [...world.lists.store.snapshot().facts.tables.nudges.values()]) {
    const as = world.directory.people.find(({ personId }) => personId === row.personId)?.name
    if (row.day === day && row.state === 'sent' && as !== undefined) await answerCard(world, row, as, (ms) => times.push(ms))
  }
  clearInterval(refreshing)
  setDelay(world, {})
  await world.idle()
}

function setDelay(world: LocalWorld, faults: object): void {
  const set = world.lists.server.setFaults(faults)
  if (!set.ok) throw new Error(set.message)
}

export const answerBenchmarks: readonly Benchmark[] = [latency]
