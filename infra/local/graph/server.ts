import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ok, type Result } from '#domain/result.ts'
import { createDispatcher, type Dispatcher, type Verify } from './dispatch.ts'
import { badRequest, type GraphRefusal, invalidRequest, tooLarge } from './errors.ts'
import type { Fault } from './fault-schema.ts'
import { siteOf } from './ids.ts'
import type { LoggedRequest } from './request-log.ts'
import type { Catalogue, Reply } from './routing.ts'
import { type GraphStore, openStore } from './store.ts'
import type { DirectoryUser, Site, SiteSpec } from './types.ts'

const LARGEST_BODY = 4 * 1024 * 1024
/** SharePoint's list view threshold; it cannot be changed there, a test may lower it. */
const LIST_VIEW_THRESHOLD = 5000
const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

export interface GraphServerOptions {
  /** The scenario's SQLite file; made when missing. Another process may have it open too. */
  file: string
  /** 0 for any free port. */
  port: number
  host?: string
  /** The product's time: it stands in the log and in what is created. */
  now: () => Date
  verify: Verify
  site: SiteSpec
  users: DirectoryUser[]
  /** The tenant's app catalogue; without it there is no app to install. */
  catalogue?: Catalogue
  listViewThreshold?: number
  /** Milliseconds that never go back: budgets and delays are counted by them. */
  ticks?: () => number
}

export interface GraphServer {
  /** Where it listens, `http://127.0.0.1:port`. Give it to `localTransport`. */
  url: string
  port: number
  site: Site
  store: GraphStore
  /** What has been asked since an instant, or since the start. */
  requests(sinceIso?: string): LoggedRequest[]
  /** The faults as they were set. */
  faults(): Fault[]
  /** Replaces all faults (shape: `Faults` in fault-schema.ts); `{}` takes them away. What it does not know it refuses. */
  setFaults(faults: unknown): Result<Fault[], { code: 'invalidFaults'; message: string }>
  /** Says whether somebody's Teams shows «out of office»; nobody's does at the start. */
  setOutOfOffice(personId: string, away: boolean): void
  close(): Promise<void>
}

/** The whole body, or nothing when it is too large; what comes after the limit is let go by. */
const readText = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= LARGEST_BODY) chunks.push(bytes)
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString('utf8')
}

const parseBody = (text: string | undefined, contentType: string | undefined): Result<unknown, GraphRefusal> => {
  if (text === undefined) return tooLarge('The request is too large.')
  if (text === '') return ok(undefined)
  if (!contentType?.toLowerCase().startsWith('application/json')) {
    return badRequest('Write requests (excluding DELETE) must contain the Content-Type header declaration.')
  }
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return invalidRequest('The request is malformed or incorrect.')
    throw error
  }
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )

const send = (response: ServerResponse, reply: Reply): void => {
  if (reply.plain !== undefined) {
    response.writeHead(reply.status, { 'Content-Type': 'text/html; charset=utf-8', ...reply.headers })
    response.end(reply.plain)
    return
  }
  const text = reply.body === undefined ? undefined : JSON.stringify(reply.body)
  response.writeHead(reply.status, { ...(text === undefined ? {} : { 'Content-Type': JSON_TYPE }), ...reply.headers })
  response.end(text)
}

const serve = async (dispatcher: Dispatcher, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const text = await readText(request)
  const reply = await dispatcher.answer({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: headersOf(request),
    body: parseBody(text, request.headers['content-type']),
  })
  if (reply === 'cut') response.destroy()
  else send(response, reply)
}

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })

/**
 * Starts the local list server: Microsoft Graph v1.0 for one site's lists and one directory, on loopback, over plain http.
 * Its links name https://graph.microsoft.com as Graph's own do; `localTransport` brings such requests here.
 * Rejects when the port is taken (the error's code is EADDRINUSE).
 */
export const startGraphServer = async (options: GraphServerOptions): Promise<GraphServer> => {
  const { host = '127.0.0.1', listViewThreshold = LIST_VIEW_THRESHOLD, now, verify, users, ticks = () => performance.now() } = options
  const site = siteOf(options.site)
  const store = openStore({ file: options.file, now, ticks })
  const outOfOffice = new Set<string>()
  const { catalogue = { appId: '', install: () => 'alreadyThere' } } = options
  const dispatcher = createDispatcher({ store, site, users, outOfOffice, catalogue, listViewThreshold, now, verify, ticks })
  const server = createServer((request, response) => {
    serve(dispatcher, request, response).catch((error: unknown) => {
      // A fault of ours, or the client went away: the code goes to the log, nothing of the content.
      process.stderr.write(`graph list server: ${error instanceof Error ? error.name : 'error'} on ${request.method}\n`)
      if (response.headersSent) response.destroy()
      else send(response, { status: 500, body: { error: { code: 'generalException', message: 'General exception while processing' } } })
    })
  })
  const port = await listening(server, options.port, host).catch((error: unknown) => {
    store.close()
    throw error
  })
  return {
    url: `http://${host}:${port}`,
    port,
    site,
    store,
    requests: (sinceIso) => dispatcher.log.since(sinceIso),
    faults: () => dispatcher.faults.current(),
    setFaults: (faults) => dispatcher.faults.set(faults),
    setOutOfOffice: (personId, away) => {
      if (away) outOfOffice.add(personId.toLowerCase())
      else outOfOffice.delete(personId.toLowerCase())
    },
    close: async () => {
      await closed(server)
      store.close()
    },
  }
}
