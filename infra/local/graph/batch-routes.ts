import { ok, type Result } from '#domain/result.ts'
import { badRequest, type GraphRefusal, invalidRequest } from './errors.ts'
import { isRecord } from './json.ts'
import type { Answer, Context, GraphRequest, Incoming, Reply, Route } from './routing.ts'

/** Microsoft's json-batching page. */
const MOST_REQUESTS = 20

interface InnerRequest {
  id: string
  dependsOn: string[]
  incoming: Incoming
}

const lowerCased = (headers: unknown): Record<string, string> =>
  isRecord(headers) ? Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])) : {}

const parseInner = (value: unknown): InnerRequest | undefined => {
  if (!isRecord(value)) return undefined
  const { id, method, url, headers, body, dependsOn = [] } = value
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string' || !Array.isArray(dependsOn))
    return undefined
  const named = lowerCased(headers)
  // Content-Type is required when there is a body.
  if (body !== undefined && !named['content-type']) return undefined
  const path = url.startsWith('/') ? url : `/${url}`
  const incoming: Incoming = { method: method.toUpperCase(), url: `/v1.0${path}`, headers: named, body: ok(body) }
  return { id, dependsOn: dependsOn.map(String), incoming }
}

const parseBatch = (body: unknown): Result<InnerRequest[], GraphRefusal> => {
  const requests = isRecord(body) ? body.requests : undefined
  if (!Array.isArray(requests) || requests.length === 0) return badRequest('Invalid batch payload format.')
  if (requests.length > MOST_REQUESTS) return badRequest(`Number of batch request steps exceeds the maximum value of ${MOST_REQUESTS}.`)
  const inner = requests.map(parseInner).filter((request) => request !== undefined)
  const ids = new Set(inner.map((request) => request.id))
  return inner.length === requests.length && ids.size === inner.length ? ok(inner) : badRequest('Invalid batch payload format.')
}

/** 204 carries neither headers nor body: the official client stumbles over them. */
const presentInner = (id: string, reply: Reply): Record<string, unknown> => ({
  id,
  status: reply.status,
  ...(reply.plain === undefined ? {} : { headers: { 'Content-Type': 'text/html', ...reply.headers }, body: reply.plain }),
  ...(reply.body === undefined ? {} : { headers: { 'Content-Type': 'application/json', ...reply.headers }, body: reply.body }),
})

const FAILED_DEPENDENCY: Reply = {
  status: 424,
  body: { error: { code: 'FailedDependency', message: 'A request this one depends on has failed.' } },
}

/** Answers each request in turn; one whose dependency failed, or has not been met, is answered 424. */
const batch = async (ctx: Context, { body, caller, query, conditions }: GraphRequest): Promise<Answer> => {
  if (Object.keys(query).length > 0) return invalidRequest('$batch takes no query options.')
  const requests = parseBatch(body)
  if (!requests.ok) return requests
  const statuses = new Map<string, number>()
  const responses: Record<string, unknown>[] = []
  for (const { id, dependsOn, incoming } of requests.value) {
    const held = dependsOn.some((other) => (statuses.get(other) ?? 500) >= 400)
    const { reply, told } = held ? { reply: FAILED_DEPENDENCY, told: true } : await ctx.answerInner(incoming, caller)
    statuses.set(id, reply.status)
    if (told) responses.push(presentInner(id, reply))
  }
  // Clients must go by the ids: Graph answers in any order.
  return ok({ status: 200, body: { responses: conditions.batchReversed ? responses.reverse() : responses } })
}

/** The batch itself costs nothing: each request in it pays for itself. */
export const BATCH_ROUTES: Route[] = [{ method: 'POST', pattern: '/$batch', need: 'nothing', units: 0, handle: batch }]
