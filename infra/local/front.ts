import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { type ControlOptions, registerControl } from './control.ts'
import { hostFault, originFault } from './guard.ts'
import { type ConnectorOptions, registerConnector } from './teams/connector.ts'

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Fluent UI and Adaptive Cards write their rules into style elements and attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The local world's own server: the page, /local/ and the bot connector. It listens nowhere by itself. */
export const buildLocalServer = async (options: {
  pageFolder: string
  control: ControlOptions
  connector: ConnectorOptions
}): Promise<FastifyInstance> => {
  const app = fastify({ logger: false, routerOptions: { maxParamLength: 500 }, forceCloseConnections: true })
  await app.register(fastifyStatic, {
    root: options.pageFolder,
    prefix: '/local-page/',
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache')
    },
  })
  app.get('/', (_request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY).header('referrer-policy', 'no-referrer')
    return reply.sendFile('index.html', { cacheControl: false })
  })
  await app.register(async (scope) => registerConnector(scope, options.connector), { prefix: '/local/connector' })
  await app.register(async (scope) => registerControl(scope, options.control), { prefix: '/local' })
  await app.ready()
  return app
}

const isLocalPath = (url: string): boolean =>
  url === '/' || url.startsWith('/?') || url.startsWith('/local/') || url.startsWith('/local-page/')

export interface Front {
  port: number
  close(): Promise<void>
}

/** What answers requests: a fastify instance that is ready. */
type Handler = Pick<FastifyInstance, 'routing'>

/**
 * One port for the page, the tab, the API and the bot: what is the local world's own goes there, everything else to the
 * product's server, untouched. Until `handlers` gives both, the answer is 503. Listens on 127.0.0.1 only; rejects when the
 * port is taken (the error's code is EADDRINUSE).
 */
export const listenInFront = async (port: number, handlers: () => { local: Handler; product: Handler } | null): Promise<Front> => {
  let actual = port
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/'
    const fault = hostFault(request.headers, actual) ?? (url.startsWith('/local/') ? originFault(request.headers, actual) : null)
    if (fault) {
      response.writeHead(403, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify({ error: { code: fault.code, field: null, text: fault.text } }))
      return
    }
    const ready = handlers()
    if (ready) {
      const handler = isLocalPath(url) ? ready.local : ready.product
      handler.routing(request, response)
      return
    }
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    response.end('The local world is starting.')
  }
  const server = createServer(answer)
  actual = await listening(server, port)
  return {
    port: actual,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
