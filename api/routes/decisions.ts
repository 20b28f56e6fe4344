import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import {
  decideRequest,
  decisionQuery,
  goBackRequest,
  holdRequest,
  type LifeRequest,
  planDecisionRequest,
  reopenRequest,
  resumeRequest,
  undoPlanRequest,
} from '#contract/decision-requests.ts'
import type { DecisionKind } from '#domain/codes.ts'
import { may } from '#domain/may.ts'
import { changeProjectLife } from '#usecases/change-project-life.ts'
import { decideProject } from '#usecases/decide-project.ts'
import { planDecision } from '#usecases/plan-decision.ts'
import type { UseCaseResult } from '#usecases/ports.ts'
import { undoCreated } from '#usecases/undo-created.ts'
import { viewContext } from '#views/context.ts'
import { decisionView } from '#views/decision.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

type Keyed = { Params: { key: string } }

/** Decisions about a project, and its life between them: on hold, resumed, back to an earlier phase, taken up again. */
export function registerDecisions(app: FastifyInstance, deps: RouteDeps): void {
  /** The decision point as it is now; refused exactly as a project that is not there where it may not be seen. */
  const viewOf = (request: FastifyRequest<Keyed>, point?: 'board') => {
    const { person, today, language } = askingOf(request)
    const snapshot = deps.store.snapshot()
    const project = snapshot.facts.tables.projects.get(request.params.key)
    if (!project || !may(person, 'readProject', { project, today }, snapshot.facts).ok) return null
    return decisionView(viewContext(snapshot.facts, today), project, { person, language, version: snapshot.version, point })
  }
  const asker = (request: FastifyRequest) => ({ ...askingOf(request).asker(), language: askingOf(request).language })
  const answer = (
    request: FastifyRequest<Keyed>,
    reply: FastifyReply,
    done: UseCaseResult<{ decisionKey: string }>,
    point: DecisionKind,
  ) => {
    if (!done.ok) return sendFault(request, reply, done)
    return reply.code(201).send({ decisionKey: done.value.decisionKey, decision: viewOf(request, point === 'board' ? point : undefined) })
  }

  app.get<Keyed>('/api/projects/:key/decision', (request, reply) => {
    const query = parse(decisionQuery, request.query)
    if (!query.ok) return sendFault(request, reply, query)
    return viewOf(request, query.value.point) ?? sendFault(request, reply, { code: 'unknownProject' })
  })

  app.post<Keyed>('/api/projects/:key/decisions', async (request, reply) => {
    const body = parse(decideRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    return answer(
      request,
      reply,
      await decideProject({ ...body.value, projectKey: request.params.key }, asker(request), deps),
      body.value.point,
    )
  })

  app.post<Keyed>('/api/projects/:key/decisions/plan', async (request, reply) => {
    const body = parse(planDecisionRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    return answer(
      request,
      reply,
      await planDecision({ ...body.value, projectKey: request.params.key }, asker(request), deps),
      body.value.point,
    )
  })

  app.post<Keyed>('/api/projects/:key/decisions/plan/undo', async (request, reply) => {
    const body = parse(undoPlanRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { decisionKey, point } = body.value
    if (viewOf(request) === null) return sendFault(request, reply, { code: 'unknownProject' })
    const done = await undoCreated({ list: 'decisions', key: decisionKey }, asker(request), deps)
    if (!done.ok) return sendFault(request, reply, done)
    return { decisionKey, decision: viewOf(request, point === 'board' ? point : undefined) }
  })

  const life = <T>(path: string, schema: z.ZodMiniType<T>, requestOf: (body: T) => LifeRequest) =>
    app.post<Keyed>(`/api/projects/:key/${path}`, async (request, reply) => {
      const body = parse(schema, request.body)
      if (!body.ok) return sendFault(request, reply, body)
      const done = await changeProjectLife({ ...requestOf(body.value), projectKey: request.params.key }, asker(request), deps)
      return done.ok ? viewOf(request) : sendFault(request, reply, done)
    })
  life('hold', holdRequest, (body) => ({ act: 'hold', ...body }))
  life('resume', resumeRequest, (body) => ({ act: 'resume', ...body }))
  life('go-back', goBackRequest, (body) => ({ act: 'goBack', ...body }))
  life('reopen', reopenRequest, (body) => ({ act: 'reopen', ...body }))
}
