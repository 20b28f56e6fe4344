import fastifyCompress from '@fastify/compress'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { ErrorCode } from '#contract/errors.ts'
import { authenticate, beginAsking, type RouteDeps, sendFault } from './asking.ts'
import { openApi } from './openapi.ts'
import { placeOf } from './place-of.ts'
import { registerRoutes } from './registered.ts'

export interface ServerOptions extends RouteDeps {
  /** Folder of the built tab, served at /tab/. */
  tabFolder: string
  /** Who may show the tab in a frame. */
  frameAncestors: readonly string[]
  /** Requests one person may make per minute. */
  requestsPerMinute: number
  /** False while the lists cannot be read; for /readyz. */
  ready: () => boolean
  /** Codes and ids only; never names or free text. */
  log: (line: { level: 'info' | 'error'; what: string; [field: string]: string | number }) => void
}

/** teams-js asks here for the list of hosts it may trust (teams.md §3). */
const TEAMS_CDN = 'https://res.cdn.office.net'
const BODY_LIMIT = 256 * 1024
/** A key of 200 characters, each written as three in an address. */
const KEY_LIMIT = 600
const REQUEST_TIMEOUT_MS = 60_000

/** The HTTP server with the API and the tab. The composition adds the bot's endpoint and starts it. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: KEY_LIMIT },
    requestTimeout: REQUEST_TIMEOUT_MS,
    logger: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: true,
  })
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Fluent UI writes its rules into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", TEAMS_CDN],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: [...options.frameAncestors],
      },
    },
    // The tab lives in Teams' frame; frame-ancestors above says whose.
    frameguard: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  await app.register(fastifyCompress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(fastifyStatic, {
    root: options.tabFolder,
    prefix: '/tab/',
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply, path) => {
      // Only the hashed files may be kept; the page that names them may not.
      if (path.endsWith('.html')) reply.header('cache-control', 'no-cache')
    },
  })

  app.decorateRequest('bearer', null)
  app.decorateRequest('asking', null)
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const code = codeOf(error)
    if (code === 'internal')
      options.log({ level: 'error', what: 'unexpected', route: request.routeOptions.url ?? '', error: error.name, at: placeOf(error) })
    sendFault(request, reply, code === 'tooLarge' ? { code, args: { limit: 10 } } : { code })
  })
  app.setNotFoundHandler((request, reply) => sendFault(request, reply, { code: 'notFound' }))

  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', (_request, reply) => reply.code(options.ready() ? 200 : 503).send({ ok: options.ready() }))
  const description = openApi()
  app.get('/api/openapi.json', () => description)
  app.get('/tab', (_request, reply) => reply.redirect('/tab/'))

  await app.register(async (api) => {
    api.addHook('onRequest', (request, reply) => authenticate(options, request, reply))
    // After the rate limit: a person's first visit writes a row.
    api.addHook('preHandler', (request) => beginAsking(options, request))
    await api.register(fastifyRateLimit, {
      max: options.requestsPerMinute,
      timeWindow: '1 minute',
      hook: 'preValidation',
      keyGenerator: (request) => request.bearer?.personId ?? request.ip,
    })
    registerRoutes(api, options)
  })
  return app
}

function codeOf(error: FastifyError): ErrorCode {
  if (error.statusCode === 413) return 'tooLarge'
  if (error.statusCode === 429) return 'tooManyRequests'
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? 'badRequest' : 'internal'
}
