import type { FastifyInstance } from 'fastify'
import { settleCardRequest } from '#contract/bot-log.ts'
import { may } from '#domain/may.ts'
import { settleCard } from '#usecases/settle-card.ts'
import { botLogView } from '#views/bot-log.ts'
import { viewContext } from '#views/context.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** What the bot does, for the portfolio office: read, and the ambiguous sends settled. */
export function registerBotLog(app: FastifyInstance, deps: Pick<RouteDeps, 'store'>): void {
  app.get('/api/bot-log', (request, reply) => {
    const { person, snapshot, context, now } = askingOf(request)
    if (!may(person, 'seeBotLog', {}, snapshot.facts).ok) return sendFault(request, reply, { code: 'notAllowed' })
    return botLogView(context(), now)
  })

  app.post('/api/bot-log/settle', async (request, reply) => {
    const body = parse(settleCardRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, today, now } = askingOf(request)
    const done = await settleCard(body.value, asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    return botLogView(viewContext(deps.store.snapshot().facts, today), now)
  })
}
