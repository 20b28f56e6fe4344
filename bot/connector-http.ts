import { ConnectorFailure } from './outcomes.ts'
import { isAllowedServiceUrl, type ServiceHosts } from './reference.ts'

/** Longest wait for one answer of the connector; Teams itself gives up on an invoke after about 15 s. */
const TIMEOUT_MS = 15_000
/** Longer than this nobody waits; whoever is then still to be asked comes with the next pass. */
const MAX_RETRY_AFTER_MS = 3_600_000

export interface ConnectorRequest {
  url: string
  method: string
  headers: Record<string, string>
  body: string | undefined
}

export interface ConnectorResponse {
  status: number
  headers: Headers
  text: string
}

/** Network faults that happen before a byte of the body is sent: certainly nothing was posted. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/**
 * One request, once: no retry (a POST of an activity is not idempotent), no redirect, only to an allowed host.
 * Anything but 2xx is thrown as ConnectorFailure, which also keeps the SDK's own retry policy from repeating it.
 */
export async function callConnector(request: ConnectorRequest, hosts: ServiceHosts): Promise<ConnectorResponse> {
  if (!isAllowedServiceUrl(request.url, hosts)) {
    throw new ConnectorFailure({ status: null, codes: ['hostNotAllowed'], reached: false, retryAfterMs: null })
  }
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    if (response.ok) return { status: response.status, headers: response.headers, text }
    throw new ConnectorFailure({
      status: response.status,
      codes: codesIn(text),
      reached: true,
      retryAfterMs: retryAfter(response.headers),
    })
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error
    const code = networkCode(error)
    throw new ConnectorFailure({ status: null, codes: [code], reached: !NOT_SENT.has(code), retryAfterMs: null })
  }
}

function networkCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') return cause.code
  return cause instanceof Error ? cause.name : 'network'
}

/** Every code Teams put in its error body, wherever it stands (`code`, `subCode`, inner errors); texts are left out. */
function codesIn(text: string): string[] {
  const codes: string[] = []
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 5) return
    for (const [name, part] of Object.entries(value)) {
      if (/^(sub|error)?code$/i.test(name) && typeof part === 'string' && /^\w{1,80}$/.test(part)) codes.push(part)
      else visit(part, depth + 1)
    }
  }
  try {
    visit(JSON.parse(text), 0)
  } catch {
    return codes
  }
  return codes
}

/** Seconds, or a date by the clock of the server that gave it; never shortened below an hour. */
function retryAfter(headers: Headers): number | null {
  const header = headers.get('retry-after') ?? ''
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS)
}
