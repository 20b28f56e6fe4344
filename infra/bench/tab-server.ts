import { gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyReply } from 'fastify'
import { HOST_PAGE } from '../../tab/browser/harness.ts'

/** What the API answers with, by path, with the ETag it carries when it has one. */
export type Bodies = Record<string, { body: unknown; etag?: string }>

/**
 * Serves the built tab under /tab/, the comparison under /reference/ and the same answers to both, each in the same Teams-like
 * page at /host: over plain HTTP, compressed, 304 when nothing changed, as the product's own server does.
 */
export async function serveTabs(
  folders: { tab: string; reference: string },
  bodies: Bodies,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = fastify()
  // Hashed files are kept by the browser, the pages that name them are not: as in api/routes/server.ts.
  const kept = {
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply: FastifyReply, path: string) => {
      if (path.endsWith('.html')) reply.header('cache-control', 'no-cache')
    },
  }
  await app.register(fastifyStatic, { root: folders.tab, prefix: '/tab/', ...kept })
  await app.register(fastifyStatic, { root: folders.reference, prefix: '/reference/', decorateReply: false, ...kept })
  app.get('/host', (_request, reply) => reply.type('text/html').send(HOST_PAGE))
  for (const [path, { body, etag }] of Object.entries(bodies)) {
    const compressed = gzipSync(JSON.stringify(body))
    app.get(path, (request, reply) => {
      if (etag !== undefined) reply.header('etag', etag)
      if (etag !== undefined && request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('application/json').header('content-encoding', 'gzip').send(compressed)
    })
  }
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, close: () => app.close() }
}
