import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(gzip)

interface ReadyBody {
  etag: string
  compressed: Promise<Buffer>
}

/** Sends a JSON body, compressed once per person and change. */
export interface ReadyBodies {
  send(request: FastifyRequest, reply: FastifyReply, body: { owner: string; etag: string; make: () => string }): Promise<FastifyReply>
}

/**
 * Keeps each owner's newest body in its compressed form, for the `limit` owners who asked last: a large view is written and
 * compressed once per change and person, not once per request, and outside the event loop.
 */
export function readyBodies(limit: number): ReadyBodies {
  const kept = new Map<string, ReadyBody>()
  return {
    async send(request, reply, { owner, etag, make }) {
      reply.header('content-type', 'application/json; charset=utf-8')
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(make())
      const known = kept.get(owner)
      const body = known?.etag === etag ? known : { etag, compressed: compress(make(), { level: 6 }) }
      kept.delete(owner)
      kept.set(owner, body)
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? '')
      return reply.header('content-encoding', 'gzip').send(await body.compressed)
    },
  }
}
