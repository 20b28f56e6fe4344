import type { FastifyInstance } from 'fastify'
import { peopleQuery } from '#contract/people.ts'
import { peopleView } from '#views/people.ts'
import { askingOf, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** Finding a person by name, for everyone in the tenant: a project's people are chosen among those the lists know. */
export function registerPeople(app: FastifyInstance): void {
  app.get('/api/people', (request, reply) => {
    const query = parse(peopleQuery, request.query)
    if (!query.ok) return sendFault(request, reply, query)
    return peopleView(query.value.query, askingOf(request).snapshot.facts)
  })
}
