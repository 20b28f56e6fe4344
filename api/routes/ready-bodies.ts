import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(gzip)

/** A JSON body with its compressed form, made once however many ask for it. */
export interface ReadyBody {
  send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
}

/**
 * Keeps the last `limit` bodies by their ETag, so that a large view is written and compressed once per change and person
 * and not once per request. Compression happens outside the event loop.
 */
export function readyBodies(limit: number): { of(etag: string, make: () => string): ReadyBody } {
  const kept = new Map<string, ReadyBody>()
  return {
    of(etag, make) {
      const known = kept.get(etag)
      if (known) {
        kept.delete(etag)
        kept.set(etag, known)
        return known
      }
      const body = readyBody(make())
      kept.set(etag, body)
      if (kept.size > limit) kept.delete(kept.keys().next().value ?? '')
      return body
    },
  }
}

function readyBody(json: string): ReadyBody {
  let compressed: Promise<Buffer> | null = null
  return {
    async send(request, reply) {
      reply.header('content-type', 'application/json; charset=utf-8')
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(json)
      compressed ??= compress(json, { level: 6 })
      return reply.header('content-encoding', 'gzip').send(await compressed)
    },
  }
}
