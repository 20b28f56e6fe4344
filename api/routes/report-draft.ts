import type { FastifyInstance } from 'fastify'
import { yearMonth } from '#contract/codes.ts'
import { may } from '#domain/may.ts'
import { reportDraftView } from '#views/report-draft.ts'
import { askingOf, sendFault } from './asking.ts'

/** What was begun of a status report in a card, to be gone on with in the tab. */
export function registerReportDraft(app: FastifyInstance): void {
  app.get<{ Params: { key: string }; Querystring: { period?: string } }>('/api/report-drafts/:key', (request, reply) => {
    const { context, person, today, snapshot } = askingOf(request)
    const { key } = request.params
    const { period = '' } = request.query
    const project = snapshot.facts.tables.projects.get(key)
    if (!project || !may(person, 'readProject', { project, today }, snapshot.facts).ok) {
      return sendFault(request, reply, { code: 'unknownProject', field: 'key' })
    }
    if (!yearMonth.safeParse(period).success) return sendFault(request, reply, { code: 'fieldInvalid', field: 'period' })
    return reportDraftView(context(), person, project, period)
  })
}
