import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actionAnswerRequest, followUpRequest } from '#contract/told-requests.ts'
import { obligationOf } from '#usecases/acting-of.ts'
import { followUpDecision } from '#usecases/follow-up-decision.ts'
import type { UseCaseResult } from '#usecases/ports.ts'
import { settleAction } from '#usecases/settle-action.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** What is answered by words: follow-ups of decisions, the end of a trial, benefit actions, the lesson of a stopped project. */
export function registerTold(app: FastifyInstance, deps: RouteDeps): void {
  const answered = (request: FastifyRequest, reply: FastifyReply, done: UseCaseResult<{ obligationKey: string }>) => {
    if (!done.ok) return sendFault(request, reply, done)
    const snapshot = deps.store.snapshot()
    const { obligationKey } = done.value
    const state = obligationOf(snapshot, obligationKey, askingOf(request).today)?.state ?? 'fulfilled'
    return reply.code(201).send({ obligationKey, state, version: snapshot.version })
  }

  app.post('/api/follow-ups', async (request, reply) => {
    const body = parse(followUpRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { obligationKey, said = null } = body.value
    return answered(request, reply, await followUpDecision({ obligationKey, said }, askingOf(request).asker(), deps))
  })

  app.post('/api/action-answers', async (request, reply) => {
    const body = parse(actionAnswerRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    return answered(request, reply, await settleAction(body.value, askingOf(request).asker(), deps))
  })
}
