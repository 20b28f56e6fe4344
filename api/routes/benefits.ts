import type { FastifyInstance } from 'fastify'
import { benefitFilter } from '#contract/benefit-filter.ts'
import { benefitSumsView } from '#views/benefit-sums.ts'
import { benefitsView } from '#views/benefits.ts'
import { askingOf, sendFault } from './asking.ts'
import { parse } from './parse.ts'
import { readyBodies } from './ready-bodies.ts'
import { isUnchanged } from './unchanged.ts'

/** People whose list of benefits is kept ready. */
const READY_BODIES = 50

/** GET /api/benefits: every benefit the person may see. GET /api/benefits/sums: those that pass a filter, added up. */
export function registerBenefits(app: FastifyInstance): void {
  const bodies = readyBodies(READY_BODIES)
  app.get('/api/benefits', (request, reply) => {
    const asking = askingOf(request)
    const { snapshot, today, person } = asking
    const etag = `W/"${snapshot.version}.${today}.${person.personId}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'authorization, accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const make = () => JSON.stringify(benefitsView(asking.context(), person, snapshot))
    return bodies.send(request, reply, { owner: person.personId, etag, make })
  })

  app.get('/api/benefits/sums', (request, reply) => {
    const filter = parse(benefitFilter, request.query)
    if (!filter.ok) return sendFault(request, reply, filter)
    const { context, person } = askingOf(request)
    if (isUnchanged(request, reply)) return reply.code(304).send()
    return benefitSumsView(context(), person, filter.value)
  })
}
