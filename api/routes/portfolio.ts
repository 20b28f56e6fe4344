import type { FastifyInstance } from 'fastify'
import { rankProjectRequest, removeViewRequest, saveViewRequest } from '#contract/portfolio-requests.ts'
import type { Person } from '#domain/model.ts'
import { viewsFor } from '#domain/saved-views.ts'
import { rankProject } from '#usecases/rank-project.ts'
import { removeView } from '#usecases/remove-view.ts'
import { saveView } from '#usecases/save-view.ts'
import { viewContext } from '#views/context.ts'
import { portfolioDetailsView, rankedView } from '#views/portfolio-details.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'
import { readyBodies } from './ready-bodies.ts'

/** People whose details are kept ready. */
const READY_BODIES = 50

/** What the portfolio needs beyond its first screen: details, the board's order, saved views. */
export function registerPortfolio(app: FastifyInstance, deps: RouteDeps): void {
  const bodies = readyBodies(READY_BODIES)

  app.get('/api/portfolio/details', (request, reply) => {
    const { snapshot, today, person, context } = askingOf(request)
    const etag = `W/"${snapshot.version}.${today}.${person.personId}"`
    reply.header('cache-control', 'private, no-cache').header('vary', 'authorization, accept-encoding')
    const make = () => JSON.stringify(portfolioDetailsView(context(), person, snapshot))
    return bodies.send(request, reply, { owner: person.personId, etag, make })
  })

  app.post('/api/portfolio/rank', async (request, reply) => {
    const body = parse(rankProjectRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, today, person } = askingOf(request)
    const done = await rankProject(body.value, asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    return rankedView(viewContext(deps.store.snapshot().facts, today), person, body.value.projectKey)
  })

  const viewsOf = (person: Person) => ({ views: viewsFor(person.personId, deps.store.snapshot().facts.tables.settings.values()) })

  app.post('/api/portfolio/views', async (request, reply) => {
    const body = parse(saveViewRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, person } = askingOf(request)
    const done = await saveView(body.value, asker(), deps)
    return done.ok ? reply.code(201).send(viewsOf(person)) : sendFault(request, reply, done)
  })

  app.post('/api/portfolio/views/remove', async (request, reply) => {
    const body = parse(removeViewRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, person } = askingOf(request)
    const done = await removeView(body.value, asker(), deps)
    return done.ok ? viewsOf(person) : sendFault(request, reply, done)
  })
}
