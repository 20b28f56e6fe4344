import type { FastifyInstance } from 'fastify'
import type { Adapter } from './teams.ts'

/** Activities are small; a card's answer with all its texts stays far below this. */
const BODY_LIMIT = 256 * 1024

/**
 * Registers `POST /api/messages`, where Teams speaks to the bot. Authentication is the adapter's. No limit by address stands
 * here: all of a municipality's traffic comes from a few of Microsoft's, and behind the platform's own front from one, so a
 * stranger who spent it would silence the bot for everybody. What has no valid token is refused before anything is read or written.
 */
export function botEndpoint(app: FastifyInstance, { adapter }: { adapter: Pick<Adapter, 'receive'> }): void {
  app.post('/api/messages', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const { status, body } = await adapter.receive({ headers: request.headers, body: request.body })
    return body === undefined ? reply.code(status).send() : reply.code(status).send(body)
  })
}
