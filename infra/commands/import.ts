import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportMapping, importMapping } from '#contract/requests.ts'
import type { ImportView } from '#contract/views.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { importSummary } from './import-summary.ts'
import { DEFAULT_URL } from './target.ts'

export interface CommandIo {
  stdout(text: string): void
  stderr(text: string): void
}

/** A file on its way in: what POST /api/import takes. */
export interface ImportBody {
  fileName: string
  contentBase64: string
  mapping?: ImportMapping
  dryRun: boolean
}

export type ImportAnswer = Result<ImportView, { code: string; sentence: string }>

/** Brings a file into a scenario's own data file, without a running local world. `as` is a person or a role of the scenario. */
export type ImportInto = (dataFile: string, as: string, body: ImportBody) => Promise<ImportAnswer>

const USAGE = 'puls import FILE [--map MAPPING.json] [--dry-run] [--json] [--as NAME] [--url URL | --data FILE]'

/**
 * `puls import`: sends a file to the running local world, or into a scenario's data file, as the portfolio office (or `--as`).
 * Prints the answer: a summary in bokmål, or with `--json` the ImportView. Exit code 0 when it was answered, also with rejected
 * rows; 1 when it could not be; 2 on wrong use.
 */
export async function runImportCommand(args: string[], io: CommandIo, deps: { importInto?: ImportInto } = {}): Promise<number> {
  const wrong = (sentence: string): number => {
    io.stderr(`${sentence}\n${USAGE}\n`)
    return 2
  }
  const given = optionsOf(args)
  if (!given.ok) return wrong(given.sentence)
  const { file, map, url, data, as, json, dryRun } = given.value
  const body = await bodyOf(file, map, dryRun)
  if (!body.ok) return wrong(body.sentence)
  const answer = data === undefined ? await overHttp(url, as, body.value) : await intoData(data, as, body.value, deps.importInto)
  if (!answer.ok) {
    io.stderr(`${answer.sentence}\n`)
    return 1
  }
  io.stdout(json ? `${JSON.stringify(answer.value, null, 2)}\n` : importSummary(answer.value))
  return 0
}

interface Options {
  file: string
  map: string | undefined
  url: string
  data: string | undefined
  as: string
  json: boolean
  dryRun: boolean
}

type Wrong = { code: 'wrongUse'; sentence: string }

function optionsOf(args: string[]): Result<Options, Wrong> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        as: { type: 'string' },
        url: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) return refuse<Wrong>({ code: 'wrongUse', sentence: 'Oppgi én fil.' })
    if (values.url !== undefined && values.data !== undefined) {
      return refuse<Wrong>({ code: 'wrongUse', sentence: 'Velg enten --url eller --data.' })
    }
    if (values.url !== undefined && !URL.canParse(values.url)) {
      return refuse<Wrong>({ code: 'wrongUse', sentence: `Adressen «${values.url}» kan ikke brukes. Skriv den som ${DEFAULT_URL}.` })
    }
    return ok({
      file,
      map: values.map,
      url: (values.url ?? DEFAULT_URL).replace(/\/+$/, ''),
      data: values.data,
      as: values.as ?? 'office',
      json: values.json ?? false,
      dryRun: values['dry-run'] ?? false,
    })
  } catch (thrown) {
    return refuse<Wrong>({ code: 'wrongUse', sentence: thrown instanceof Error ? thrown.message : String(thrown) })
  }
}

async function bodyOf(file: string, map: string | undefined, dryRun: boolean): Promise<Result<ImportBody, Wrong>> {
  const bytes = await contentOf(file)
  if (!bytes) return refuse<Wrong>({ code: 'wrongUse', sentence: `Fila «${file}» kan ikke åpnes. Kontroller navnet.` })
  const body = { fileName: basename(file), contentBase64: bytes.toString('base64'), dryRun }
  if (map === undefined) return ok(body)
  const text = await contentOf(map)
  if (!text) return refuse<Wrong>({ code: 'wrongUse', sentence: `Koblingen «${map}» kan ikke åpnes. Kontroller navnet.` })
  const mapping = importMapping.safeParse(jsonOf(text.toString('utf8')))
  if (!mapping.success) {
    const at = mapping.error.issues[0]?.path.join('.') ?? ''
    return refuse<Wrong>({ code: 'wrongUse', sentence: `Koblingen «${map}» kan ikke brukes${at === '' ? '' : ` (se «${at}»)`}.` })
  }
  return ok({ ...body, mapping: mapping.data })
}

async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch {
    // Why a file cannot be opened does not matter to the one who named it.
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // No JSON is no mapping; the schema says so.
    return undefined
  }
}

async function intoData(data: string, as: string, body: ImportBody, importInto: ImportInto | undefined): Promise<ImportAnswer> {
  if (!importInto)
    return refuse({
      code: 'notConfigured',
      sentence: '--data kan ikke brukes her. Start den lokale verdenen med npm start, og bruk --url.',
    })
  return importInto(data, as, body)
}

async function overHttp(url: string, as: string, body: ImportBody): Promise<ImportAnswer> {
  const token = await request<{ token: string }>(`${url}/local/token?user=${encodeURIComponent(as)}&for=api`, { method: 'GET' })
  if (!token.ok) return token
  return request<ImportView>(`${url}/api/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token.value.token}` },
    body: JSON.stringify(body),
  })
}

async function request<T>(url: string, init: RequestInit): Promise<Result<T, { code: string; sentence: string }>> {
  let response: Response
  let text: string
  try {
    response = await fetch(url, init)
    text = await response.text()
  } catch {
    // Nobody answers at that address, or the line was cut.
    return refuse({ code: 'unreachable', sentence: `Ingen svarer på ${new URL(url).origin}. Start den lokale verdenen med npm start.` })
  }
  const answer = jsonOf(text)
  if (response.ok && typeof answer === 'object' && answer !== null) return ok(answer as T)
  return refuse({ code: String(response.status), sentence: refusalText(answer) ?? `Serveren svarte ${response.status}.` })
}

/** The sentence of a refusal, `{"error":{"text":…}}`. */
function refusalText(answer: unknown): string | null {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  return typeof error === 'object' && error !== null && 'text' in error && typeof error.text === 'string' ? error.text : null
}
