import { parseArgs } from 'node:util'
import { addDays, isCivilDate } from '#domain/dates.ts'
import { scenarioNamed } from '../local/scenarios/scenarios.ts'
import { FAULT_LEVELS, type FaultLevel } from '../simulate/faults.ts'
import { simulateSeeds } from '../simulate/seeds.ts'
import { type Simulation, type SimulationOptions, simulate } from '../simulate/simulate.ts'
import type { CommandIo } from './import.ts'

const USAGE =
  'puls simulate [--scenario demo] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--seed N] [--faults none|some|heavy] [--instances N] [--json]\n' +
  '   or puls simulate --seeds N [--seed FIRST] [--faults none|some|heavy] [--instances N] [--json]'
const FIRST_DAY = '2026-01-05'
const MOST_INSTANCES = 5
const MOST_SEEDS = 1_000_000
/** A thousand of them are told of at a time. */
const TOLD_EVERY = 1_000

/**
 * `puls simulate`: days through the real engine, ledger, list server and connector; duplicates and losses counted from what
 * the connector received. With `--seeds` that many small municipalities in memory instead, whose servers are killed at any
 * call, put to sleep, answered wrongly and moved in time (faults `heavy` and two instances unless said otherwise). Exit 0 when it answered, 1 when it could not, 2 on wrong use.
 */
export async function runSimulateCommand(args: string[], io: CommandIo): Promise<number> {
  const options = optionsOf(args)
  if ('sentence' in options) {
    io.stderr(`${options.sentence}\n${USAGE}\n`)
    return 2
  }
  if (options.seeds !== null) return runSeedsOf(options.seeds, options, io)
  let month = ''
  const result = await simulate({
    ...options,
    onProgress: (day) => {
      if (day.slice(0, 7) === month) return
      month = day.slice(0, 7)
      io.stderr(`${month}\n`)
    },
  })
  io.stdout(options.json ? `${JSON.stringify(result)}\n` : summaryOf(result))
  return 0
}

async function runSeedsOf(seeds: number, options: SimulationOptions & { json: boolean }, io: CommandIo): Promise<number> {
  let told = 0
  const result = await simulateSeeds({
    ...options,
    seeds,
    onProgress: (done) => {
      if (done < told + TOLD_EVERY) return
      told = done - (done % TOLD_EVERY)
      io.stderr(`${told} of ${seeds}\n`)
    },
  })
  const faulty = result.faulty.map(({ seed, faults }) => `Seed ${seed}: ${faults.join('; ')}\n`)
  io.stdout(options.json ? `${JSON.stringify(result)}\n` : `${summaryOf(result)}${faulty.join('')}`)
  return 0
}

type Options = SimulationOptions & { json: boolean; seeds: number | null }

function optionsOf(args: string[]): Options | { sentence: string } {
  let given: Record<string, string | boolean | undefined>
  try {
    const text = { type: 'string' } as const
    given = parseArgs({
      args,
      strict: true,
      options: { scenario: text, from: text, to: text, seed: text, seeds: text, faults: text, instances: text, json: { type: 'boolean' } },
    }).values
  } catch (thrown) {
    return { sentence: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  const scenario = String(given.scenario ?? 'demo')
  const from = String(given.from ?? FIRST_DAY)
  const to = String(given.to ?? (isCivilDate(from) ? addDays(from, 364) : ''))
  const seed = Number(given.seed ?? 1)
  const seeds = given.seeds === undefined ? null : Number(given.seeds)
  const instances = Number(given.instances ?? (seeds === null ? 1 : 2))
  const faults = FAULT_LEVELS.find((level) => level === (given.faults ?? (seeds === null ? 'none' : 'heavy')))
  if (!scenarioNamed(scenario)) return { sentence: `There is no scenario «${scenario}».` }
  if (!isCivilDate(from)) return { sentence: `--from must be a date, YYYY-MM-DD, not «${from}».` }
  if (!isCivilDate(to) || to < from) return { sentence: `--to must be a date on or after --from, not «${to}».` }
  if (!Number.isInteger(seed) || seed < 0) return { sentence: '--seed must be a whole number, 0 or more.' }
  if (seeds !== null && (!Number.isInteger(seeds) || seeds < 1 || seeds > MOST_SEEDS))
    return { sentence: `--seeds must be from 1 to ${MOST_SEEDS}.` }
  if (seeds !== null && (given.scenario ?? given.from ?? given.to) !== undefined)
    return { sentence: '--seeds makes its own municipalities: leave out --scenario, --from and --to.' }
  if (!Number.isInteger(instances) || instances < 1 || instances > MOST_INSTANCES)
    return { sentence: `--instances must be from 1 to ${MOST_INSTANCES}.` }
  if (faults === undefined) return { sentence: `--faults must be one of ${FAULT_LEVELS.join(', ')}.` }
  return { scenario, from, to, seed, seeds, instances, faults: faults satisfies FaultLevel, json: given.json === true }
}

const summaryOf = (result: Simulation): string =>
  [
    `${result.decided} cards were due: ${result.sent} sent, ${result.unknown} unknown, ${result.failed} failed.`,
    `Skipped: ${
      Object.entries(result.skipped)
        .map(([reason, count]) => `${reason} ${count}`)
        .join(', ') || 'none'
    }.`,
    `Counted from what was received: ${result.duplicates} duplicates, ${result.lost} lost, at most ${result.maxCardsPerPersonPerDay} a day and ${result.maxCardsPerPersonPerWeek} a week to one person, ${result.outsideOpenHours} outside open hours.`,
    `${result.resourceUnits} resource units; the longest wait for a first card was ${result.longestSilenceOpenDays} open days.`,
    '',
  ].join('\n')
