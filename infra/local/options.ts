import { parseArgs } from 'node:util'
import { isCivilDate } from '#domain/dates.ts'
import type { CivilDate } from '#domain/model.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

/** What `npm start -- …` may be given. */
export interface StartOptions {
  scenario: string
  port: number
  /** The scenario's file; without it one of the scenario's own under .local/. */
  dataFile: string | undefined
  today: CivilDate | undefined
  reset: boolean
  playground: boolean
  help: boolean
}

export const DEFAULT_PORT = 4300
export const DEFAULT_SCENARIO = 'demo'

const OPTIONS = {
  scenario: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  today: { type: 'string' },
  reset: { type: 'boolean' },
  playground: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What `--help` prints; `scenarios` are names with their one-sentence descriptions. */
export const helpText = (scenarios: readonly { name: string; description: string }[]): string =>
  [
    'npm start -- [--scenario NAME] [--port N] [--data FILE] [--today YYYY-MM-DD] [--reset] [--playground]',
    '',
    `  --scenario NAME  what to begin with (${DEFAULT_SCENARIO}):`,
    ...scenarios.map(({ name, description }) => `                     ${name}: ${description}`),
    `  --port N         the page's port (${DEFAULT_PORT}); the list server takes the next one`,
    '  --data FILE      keep the scenario in this file instead of .local/NAME.sqlite',
    '  --today DATE     the day a new scenario begins on (the real date)',
    '  --reset          begin the scenario anew',
    "  --playground     start Microsoft's own bot client beside the page",
  ].join('\n')

type Fault = { code: 'wrongUse'; sentence: string }
const wrong = (sentence: string) => refuse({ code: 'wrongUse' as const, sentence })

const SEE_HELP = 'npm start -- --help lists what there is.'

const sentenceOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const what = error instanceof Error ? (/'(--?[^' ]+)/.exec(error.message)?.[1] ?? /'([^']+)'/.exec(error.message)?.[1] ?? '') : ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${what}. ${SEE_HELP}`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `"${what}" stands alone; every value follows its option. ${SEE_HELP}`
  return `The option ${what} has a value it cannot take, or lacks one. ${SEE_HELP}`
}

/** Reads the command line; every refusal is a sentence that says what to do. */
export const parseOptions = (args: readonly string[], scenarios: readonly string[]): Result<StartOptions, Fault> => {
  let given: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']
  try {
    given = parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    return wrong(sentenceOf(error))
  }
  const { scenario = DEFAULT_SCENARIO, port = String(DEFAULT_PORT), data, today, reset = false, playground = false, help = false } = given
  if (!scenarios.includes(scenario)) return wrong(`There is no scenario "${scenario}". Choose one of ${scenarios.join(', ')}.`)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return wrong(`--port takes a whole number from 0 to 65535, not "${port}".`)
  if (today !== undefined && !isCivilDate(today)) return wrong(`--today takes a date such as 2026-05-18, not "${today}".`)
  if (data === '') return wrong('--data takes the path of a file.')
  return ok({ scenario, port: Number(port), dataFile: data, today, reset, playground, help })
}
