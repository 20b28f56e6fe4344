import type { FastifyInstance } from 'fastify'
import { boardQuery } from '#contract/board-requests.ts'
import { addDays } from '#domain/dates.ts'
import { boardView } from '#views/board.ts'
import { askingOf, sendFault } from './asking.ts'
import { parse } from './parse.ts'
import { isUnchanged } from './unchanged.ts'

/** No board prepares itself further ahead. */
const FURTHEST_DAYS = 366

/** GET /api/board: the agenda of a meeting, of projects the person may see. */
export function registerBoard(app: FastifyInstance): void {
  app.get('/api/board', (request, reply) => {
    const query = parse(boardQuery, request.query)
    if (!query.ok) return sendFault(request, reply, query)
    const { person, language, snapshot, today, context } = askingOf(request)
    const { until = null, group = null } = query.value
    if (until !== null && (until < today || until > addDays(today, FURTHEST_DAYS))) {
      return sendFault(request, reply, { code: 'fieldInvalid', field: 'until' })
    }
    if (isUnchanged(request, reply)) return reply.code(304).send()
    return boardView(context(), { person, language, version: snapshot.version, until, group })
  })
}
