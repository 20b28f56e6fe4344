import type { FastifyInstance } from 'fastify'
import { roadmapView } from '#views/roadmap.ts'
import { askingOf } from './asking.ts'
import { readyBodies } from './ready-bodies.ts'

/** People whose road map is kept ready. */
const READY_BODIES = 50

/** GET /api/roadmap: every project the person may see, on one timeline. */
export function registerRoadmap(app: FastifyInstance): void {
  const bodies = readyBodies(READY_BODIES)
  app.get('/api/roadmap', (request, reply) => {
    const asking = askingOf(request)
    const { snapshot, today, person } = asking
    const etag = `W/"${snapshot.version}.${today}.${person.personId}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'authorization, accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const make = () => JSON.stringify(roadmapView(asking.context(), person, snapshot))
    return bodies.send(request, reply, { owner: person.personId, etag, make })
  })
}
