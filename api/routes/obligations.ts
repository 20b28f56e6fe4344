import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import {
  answerNotRelevantRequest,
  delegateRequest,
  nothingRequest,
  notRelevantRequest,
  snoozeRequest,
  wrongPersonRequest,
} from '#contract/obligation-requests.ts'
import { may } from '#domain/may.ts'
import { obligationOf } from '#usecases/acting-of.ts'
import { answerNotRelevant } from '#usecases/answer-not-relevant.ts'
import { delegateObligation, takeBackObligation } from '#usecases/delegate-obligation.ts'
import type { Asker, UseCaseResult } from '#usecases/ports.ts'
import { proposeObligationNotRelevant } from '#usecases/propose-not-relevant.ts'
import { snoozeObligation, undoSnoozeObligation } from '#usecases/snooze-obligation.ts'
import { undoAnswer } from '#usecases/undo-measurement.ts'
import { wrongPerson } from '#usecases/wrong-person.ts'
import { viewContext } from '#views/context.ts'
import { explanationView } from '#views/explanation.ts'
import { indicatorView } from '#views/indicator.ts'
import { taskFor } from '#views/tasks.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

type Keyed = { Params: { key: string } }

/** What a person does with what is asked of them beside answering it; each answers with the task as it then stands. */
export function registerObligations(app: FastifyInstance, deps: RouteDeps): void {
  const act = <B>(
    path: string,
    schema: z.ZodMiniType<B>,
    carryOut: (obligationKey: string, body: B, asker: Asker) => Promise<UseCaseResult<unknown>>,
  ) =>
    app.post<Keyed>(`/api/obligations/:key/${path}`, async (request, reply) => {
      const body = parse(schema, request.body)
      if (!body.ok) return sendFault(request, reply, body)
      const { asker, today, person } = askingOf(request)
      const { key } = request.params
      const done = await carryOut(key, body.value, asker())
      if (!done.ok) return sendFault(request, reply, done)
      const { facts, version } = deps.store.snapshot()
      const reader = facts.peopleById.get(person.personId) ?? person
      return { task: taskFor(viewContext(facts, today), key, reader), version }
    })

  act('snooze', snoozeRequest, (obligationKey, { until, reason = null }, asker) =>
    snoozeObligation({ obligationKey, until, reason }, asker, deps),
  )
  act('snooze/undo', nothingRequest, (obligationKey, _body, asker) => undoSnoozeObligation({ obligationKey }, asker, deps))
  act('delegate', delegateRequest, (obligationKey, { toId, reason = null }, asker) =>
    delegateObligation({ obligationKey, toId, reason }, asker, deps),
  )
  act('take-back', nothingRequest, (obligationKey, _body, asker) => takeBackObligation({ obligationKey }, asker, deps))
  act('not-relevant', notRelevantRequest, (obligationKey, { reason }, asker) =>
    proposeObligationNotRelevant({ obligationKey, reason }, asker, deps),
  )
  act('not-relevant/answer', answerNotRelevantRequest, (obligationKey, { approve, reason = null }, asker) =>
    answerNotRelevant({ obligationKey, approve, reason }, asker, deps),
  )
  act('wrong-person', wrongPersonRequest, (obligationKey, { suggestedId = null, reason = null }, asker) =>
    wrongPerson({ obligationKey, suggestedId, reason }, asker, deps),
  )

  app.get<Keyed>('/api/obligations/:key/explanation', (request, reply) => {
    const { snapshot, person, today, now, context } = askingOf(request)
    const obligation = obligationOf(snapshot, request.params.key, today)
    if (!obligation || !may(person, 'readProject', { obligation, today }, snapshot.facts).ok)
      return sendFault(request, reply, { code: 'notFound' })
    return explanationView(context(), obligation, now)
  })

  app.post<Keyed>('/api/measurements/:key/undo', (request, reply) => undo(request, reply, deps))
}

async function undo(request: FastifyRequest<Keyed>, reply: FastifyReply, deps: RouteDeps) {
  const body = parse(nothingRequest, request.body)
  if (!body.ok) return sendFault(request, reply, body)
  const { asker, today, person } = askingOf(request)
  const done = await undoAnswer({ measurementKey: request.params.key }, asker(), deps)
  if (!done.ok) return sendFault(request, reply, done)
  const { facts, version } = deps.store.snapshot()
  const indicator = facts.tables.indicators.get(done.value.indicatorKey)
  if (!indicator) return sendFault(request, reply, { code: 'internal' })
  return { indicator: indicatorView(viewContext(facts, today), indicator, person), version }
}
