import type * as z from 'zod/mini'
import type { Language } from '#contract/codes.ts'
import { type CurrentAnswer, type EditConflict, type ErrorCode, type LackView, refusal } from '#contract/errors.ts'
import { firstLook, type MeView, meView, type PortfolioView } from '#contract/first-views.ts'
import type { ImportMapping, PublishReportRequest, RecordMeasurementRequest } from '#contract/requests.ts'
import { LOCALE } from '#contract/texts/catalogue.ts'
import type { HealthView, ImportView, ProjectView, PublishedView, RecordedView } from '#contract/views.ts'

type Schema<T> = z.ZodMiniType<T>

/** Why a call gave nothing: the server's own refusal, or what went wrong before there was one. */
export interface ApiFault {
  code: ErrorCode | 'offline' | 'unreadable'
  field: string | null
  /** The server's sentence in the person's language; null when it never answered. */
  text: string | null
  current?: CurrentAnswer
  /** What a decision point lacks, when it is refused for that. */
  lacks?: LackView[]
  /** Somebody changed the same fields meanwhile. */
  conflict?: EditConflict
}
export type ApiResult<T> = { ok: true; value: T } | { ok: false; fault: ApiFault }

export interface ImportFile {
  fileName: string
  contentBase64: string
  mapping?: ImportMapping
  dryRun: boolean
}

export interface Api {
  me(): Promise<ApiResult<MeView>>
  setLanguage(language: Language): Promise<ApiResult<MeView>>
  /** `null` when nothing has changed since `etag`. */
  portfolio(etag: string | null): Promise<ApiResult<{ view: PortfolioView; etag: string | null } | null>>
  project(key: string): Promise<ApiResult<ProjectView>>
  record(request: RecordMeasurementRequest): Promise<ApiResult<RecordedView>>
  publish(request: PublishReportRequest): Promise<ApiResult<PublishedView>>
  importFile(file: ImportFile): Promise<ApiResult<ImportView>>
  health(): Promise<ApiResult<HealthView>>
  /** A route that only one page reads: the page brings its schema, so that the first load does not carry it. */
  read<T>(schema: Schema<T>, path: string): Promise<ApiResult<T>>
  /** A write that only one page makes; as `read`. */
  send<T>(schema: Schema<T>, path: string, body: unknown, method?: 'POST' | 'PATCH'): Promise<ApiResult<T>>
}

export interface ApiMeans {
  token(fresh: boolean): Promise<string>
  /** The language the server should answer in right now. */
  language(): Language
  fetch?: typeof fetch
}

/** Longest a person should wait for a plain call before being told; an import may take longer. */
const PATIENCE_MS = 20_000
const IMPORT_PATIENCE_MS = 120_000

interface Call {
  method?: 'GET' | 'POST' | 'PATCH'
  body?: unknown
  etag?: string | null
  patience?: number
}

/** The server's routes as functions. Every answer is checked against the contract; a fault is a value, never thrown. */
export function createApi(means: ApiMeans): Api {
  const send = means.fetch ?? fetch

  async function request(path: string, call: Call, fresh: boolean): Promise<Response> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${await means.token(fresh)}`,
      'accept-language': LOCALE[means.language()],
    }
    if (call.body !== undefined) headers['content-type'] = 'application/json'
    if (call.etag) headers['if-none-match'] = call.etag
    return send(path, {
      method: call.method ?? 'GET',
      headers,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      // Our own ETag and local copy decide; a browser cache would hide a 304 from us and outlive the person.
      cache: 'no-store',
      signal: AbortSignal.timeout(call.patience ?? PATIENCE_MS),
    })
  }

  async function ask(path: string, call: Call = {}): Promise<ApiResult<Response>> {
    try {
      let response = await request(path, call, false)
      if (response.status === 401) response = await request(path, call, true)
      if (response.ok || response.status === 304) return { ok: true, value: response }
      return { ok: false, fault: await faultOf(response) }
    } catch {
      return { ok: false, fault: { code: 'offline', field: null, text: null } }
    }
  }

  async function view<T>(schema: Schema<T>, path: string, call?: Call): Promise<ApiResult<T>> {
    const answer = await ask(path, call)
    return answer.ok ? read(schema, answer.value) : answer
  }

  /** A view the first screen does not need: its schema is fetched while the server answers. */
  async function later<T>(
    pick: (views: typeof import('#contract/views.ts')) => Schema<T>,
    path: string,
    call?: Call,
  ): Promise<ApiResult<T>> {
    const views = import('#contract/views.ts').catch(() => null)
    const answer = await ask(path, call)
    const schemas = await views
    if (schemas === null) return { ok: false, fault: { code: 'offline', field: null, text: null } }
    return answer.ok ? read(pick(schemas), answer.value) : answer
  }

  return {
    me: () => view(meView, '/api/me'),
    setLanguage: (language) => view(meView, '/api/me', { method: 'PATCH', body: { language } }),
    portfolio: async (etag) => {
      const answer = await ask('/api/portfolio', { etag })
      if (!answer.ok) return answer
      if (answer.value.status === 304) return { ok: true, value: null }
      const portfolio = await read(firstLook, answer.value)
      return portfolio.ok ? { ok: true, value: { view: portfolio.value, etag: answer.value.headers.get('etag') } } : portfolio
    },
    project: (key) => later((views) => views.projectView, `/api/projects/${encodeURIComponent(key)}`),
    record: (body) => later((views) => views.recordedView, '/api/measurements', { method: 'POST', body }),
    publish: (body) => later((views) => views.publishedView, '/api/reports', { method: 'POST', body }),
    importFile: (body) => later((views) => views.importView, '/api/import', { method: 'POST', body, patience: IMPORT_PATIENCE_MS }),
    health: () => later((views) => views.healthView, '/api/health-of-data'),
    read: (schema, path) => view(schema, path),
    send: (schema, path, body, method = 'POST') => view(schema, path, { method, body }),
  }
}

async function read<T>(schema: Schema<T>, response: Response): Promise<ApiResult<T>> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = schema.safeParse(body)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fault: { code: 'unreadable', field: null, text: null } }
}

async function faultOf(response: Response): Promise<ApiFault> {
  const parsed = refusal.safeParse(await response.json().catch(() => undefined))
  if (parsed.success) return parsed.data.error
  return { code: response.status === 503 ? 'storeUnavailable' : 'internal', field: null, text: null }
}
