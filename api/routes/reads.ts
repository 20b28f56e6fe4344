import type { FastifyInstance } from 'fastify'
import type { HealthView } from '#contract/views.ts'
import { may } from '#domain/may.ts'
import type { ListCode } from '#domain/model.ts'
import { personName } from '#views/context.ts'
import { meView } from '#views/me.ts'
import { portfolioView } from '#views/portfolio.ts'
import { projectView } from '#views/project.ts'
import { sentenceOfFault } from '#views/read-faults.ts'
import { tasksView } from '#views/tasks.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { readyBodies } from './ready-bodies.ts'
import { isUnchanged } from './unchanged.ts'

/** People whose portfolio is kept ready: as many as look in the same minutes. */
const READY_BODIES = 200

/** What people read: themselves, the portfolio, a project, their tasks, and for the office the health of the data. */
export function registerReads(app: FastifyInstance, deps: Pick<RouteDeps, 'usage'>): void {
  const bodies = readyBodies(READY_BODIES)

  app.get('/api/me', (request) => {
    const asking = askingOf(request)
    return meView(asking.context(), asking.person, asking.spoken)
  })

  app.get('/api/portfolio', (request, reply) => {
    const asking = askingOf(request)
    const { snapshot, today, person } = asking
    // The picture is the same until a list changes or the day turns; rights are the person's own.
    const etag = `W/"${snapshot.version}.${today}.${person.personId}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'authorization, accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const make = () => JSON.stringify(portfolioView(asking.context(), person, snapshot))
    return bodies.send(request, reply, { owner: person.personId, etag, make })
  })

  app.get<{ Params: { key: string } }>('/api/projects/:key', (request, reply) => {
    const { snapshot, person, today, context } = askingOf(request)
    const project = snapshot.facts.tables.projects.get(request.params.key)
    // A restricted project answers exactly as one that is not there.
    if (!project || !may(person, 'readProject', { project, today }, snapshot.facts).ok)
      return sendFault(request, reply, { code: 'unknownProject' })
    if (isUnchanged(request, reply)) return reply.code(304).send()
    return projectView(context(), project, person, snapshot)
  })

  app.get('/api/tasks', (request) => {
    const { context, person, snapshot, now } = askingOf(request)
    return tasksView(context(), person, { takenAt: snapshot.takenAt, now })
  })

  app.get('/api/health-of-data', (request, reply) => {
    const { snapshot, person, language } = askingOf(request)
    const allowed = may(person, 'seeBotLog', {}, snapshot.facts)
    if (!allowed.ok) return sendFault(request, reply, { code: 'notAllowed' })
    const tables = Object.entries(snapshot.facts.tables) as [ListCode, ReadonlyMap<string, unknown>][]
    const view: HealthView = {
      ...(deps.usage ? { usage: deps.usage() } : {}),
      takenAt: snapshot.takenAt,
      lists: tables.map(([list, rows]) => ({ list, rows: rows.size })),
      faults: snapshot.faults.map((fault) => ({
        list: fault.list,
        itemId: fault.itemId,
        column: fault.column,
        code: fault.code,
        text: sentenceOfFault(fault, language, (personId) => personName(snapshot.facts, personId)),
      })),
    }
    return view
  })
}
