import type { FastifyInstance } from 'fastify'
import type { ReportsView } from '#contract/reports-view.ts'
import { may } from '#domain/may.ts'
import { reportView } from '#views/status.ts'
import { askingOf, sendFault } from './asking.ts'
import { isUnchanged } from './unchanged.ts'

/** A project's status reports through time, for reading one beside another. */
export function registerReports(app: FastifyInstance): void {
  app.get<{ Params: { key: string } }>('/api/projects/:key/reports', (request, reply) => {
    const { snapshot, person, today, context } = askingOf(request)
    const project = snapshot.facts.tables.projects.get(request.params.key)
    if (!project || !may(person, 'readProject', { project, today }, snapshot.facts).ok)
      return sendFault(request, reply, { code: 'unknownProject' })
    if (isUnchanged(request, reply)) return reply.code(304).send()
    const at = context()
    const published = (snapshot.facts.reportsByProject.get(project.key) ?? []).filter(({ state }) => state === 'published')
    const reports = published.map((report) => reportView(at, report))
    const view: ReportsView = {
      key: project.key,
      title: project.title,
      restricted: project.restricted,
      currency: project.currency,
      reports: reports.toReversed(),
    }
    return view
  })
}
