import type * as z from 'zod/mini'
import type { Language } from '#contract/codes.ts'
import { type CurrentAnswer, type EditConflict, type ErrorCode, type LackView, refusal } from '#contract/errors.ts'
import { firstLook, type MeView, meView, type PortfolioView } from '#contract/first-views.ts'
import { LOCALE } from '#contract/texts/catalogue.ts'

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

/** A view with the version it is of; `null` when the one already at hand still holds. */
export type Newer<T> = ApiResult<{ view: T; etag: string | null } | null>

export interface Api {
  me(): Promise<ApiResult<MeView>>
  /** `null` when nothing has changed since `etag`. */
  portfolio(etag: string | null): Promise<Newer<PortfolioView>>
  /** A route that only one page reads: the page brings its schema, so that the first load does not carry it. */
  read<T>(schema: Schema<T>, path: string): Promise<ApiResult<T>>
  /** As `read`; `null` when nothing has changed since `etag`. */
  newer<T>(schema: Schema<T>, path: string, etag: string | null): Promise<Newer<T>>
  /** A write that only one page makes; as `read`. `patience` in milliseconds, where an answer takes its time. */
  send<T>(schema: Schema<T>, path: string, body: unknown, method?: 'POST' | 'PATCH', patience?: number): Promise<ApiResult<T>>
}

export interface ApiMeans {
  token(fresh: boolean): Promise<string>
  /** The language the server should answer in right now. */
  language(): Language
  fetch?: typeof fetch
}

/** Longest a person should wait for a plain call before being told. */
const PATIENCE_MS = 20_000

interface Call {
  method?: 'GET' | 'POST' | 'PATCH'
  body?: unknown
  etag?: string | null
  patience?: number
}

/** The server's routes as functions. Every answer is checked against the contract; a fault is a value, never thrown. */
export function createApi(means: ApiMeans): Api {
  const send = means.fetch ?? fetch
  /** What is under way: the same sent twice, by an impatient press, is one and gets one answer. */
  const sending = new Map<string, Promise<unknown>>()

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

  async function newer<T>(schema: Schema<T>, path: string, etag: string | null): Promise<Newer<T>> {
    const answer = await ask(path, { etag })
    if (!answer.ok) return answer
    if (answer.value.status === 304) return { ok: true, value: null }
    const view = await read(schema, answer.value)
    return view.ok ? { ok: true, value: { view: view.value, etag: answer.value.headers.get('etag') } } : view
  }

  return {
    me: () => view(meView, '/api/me'),
    portfolio: (etag) => newer(firstLook, '/api/portfolio', etag),
    read: (schema, path) => view(schema, path),
    newer,
    send: (schema, path, body, method = 'POST', patience = PATIENCE_MS) => {
      const name = method + path + JSON.stringify(body)
      const sent = sending.get(name) ?? view(schema, path, { method, body, patience }).finally(() => sending.delete(name))
      sending.set(name, sent)
      return sent as Promise<ApiResult<never>>
    },
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
