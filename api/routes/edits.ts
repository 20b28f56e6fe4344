import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import {
  createBenefitActionRequest,
  createBenefitRequest,
  createIndicatorRequest,
  createProjectRequest,
  editBenefitActionRequest,
  editBenefitRequest,
  editIndicatorRequest,
  editProjectRequest,
} from '#contract/edit-requests.ts'
import type { EditedView } from '#contract/edit-view.ts'
import { nothingRequest } from '#contract/obligation-requests.ts'
import { may } from '#domain/may.ts'
import type { MadeList } from '#domain/withdrawn.ts'
import { createProject } from '#usecases/create-project.ts'
import { createBenefit, editBenefit } from '#usecases/edit-benefit.ts'
import { createBenefitAction, editBenefitAction } from '#usecases/edit-benefit-action.ts'
import { createIndicator, editIndicator } from '#usecases/edit-indicator.ts'
import { editProject } from '#usecases/edit-project.ts'
import type { Asker, UseCaseResult } from '#usecases/ports.ts'
import { undoCreated } from '#usecases/undo-created.ts'
import type { Edited } from '#usecases/write-edit.ts'
import { viewContext } from '#views/context.ts'
import { projectView } from '#views/project.ts'
import { projectFieldsView } from '#views/project-fields.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'
import { isUnchanged } from './unchanged.ts'

interface ByKey {
  Params: { key: string }
}
type Change<T> = (key: string, request: T, asker: Asker, deps: RouteDeps) => Promise<UseCaseResult<Edited>>
type Making<T> = (request: T, asker: Asker, deps: RouteDeps) => Promise<UseCaseResult<Edited>>

/** Projects, benefits, indicators and actions made, taken back and written over, and what of a project can be. */
export function registerEdits(app: FastifyInstance, deps: RouteDeps): void {
  app.get<ByKey>('/api/projects/:key/fields', (request, reply) => {
    const { snapshot, person, language, today, context } = askingOf(request)
    const project = snapshot.facts.tables.projects.get(request.params.key)
    if (!project || !may(person, 'readProject', { project, today }, snapshot.facts).ok)
      return sendFault(request, reply, { code: 'unknownProject' })
    if (isUnchanged(request, reply)) return reply.code(304).send()
    return projectFieldsView(context(), project, { person, language }, snapshot.versionOf)
  })

  const change = <T>(path: string, schema: z.ZodMiniType<T>, edit: Change<T>) =>
    app.patch<ByKey>(path, async (request, reply) => {
      const body = parse(schema, request.body)
      if (!body.ok) return sendFault(request, reply, body)
      const done = await edit(request.params.key, body.value, askingOf(request).asker(), deps)
      return done.ok ? editedView(done.value, request, deps) : sendFault(request, reply, done)
    })
  const make = <T>(path: string, schema: z.ZodMiniType<T>, create: Making<T>) =>
    app.post(path, async (request: FastifyRequest, reply: FastifyReply) => {
      const body = parse(schema, request.body)
      if (!body.ok) return sendFault(request, reply, body)
      const done = await create(body.value, askingOf(request).asker(), deps)
      return done.ok ? reply.code(201).send(editedView(done.value, request, deps)) : sendFault(request, reply, done)
    })

  change('/api/projects/:key', editProjectRequest, editProject)
  change('/api/benefits/:key', editBenefitRequest, editBenefit)
  change('/api/indicators/:key', editIndicatorRequest, editIndicator)
  change('/api/benefit-actions/:key', editBenefitActionRequest, editBenefitAction)
  make('/api/projects', createProjectRequest, createProject)
  make('/api/benefits', createBenefitRequest, createBenefit)
  make('/api/indicators', createIndicatorRequest, createIndicator)
  make('/api/benefit-actions', createBenefitActionRequest, createBenefitAction)

  const undo = (path: string, list: MadeList) =>
    app.post<ByKey>(`${path}/:key/undo`, async (request, reply) => {
      const body = parse(nothingRequest, request.body)
      if (!body.ok) return sendFault(request, reply, body)
      const { key } = request.params
      const done = await undoCreated({ list, key }, askingOf(request).asker(), deps)
      if (!done.ok) return sendFault(request, reply, done)
      return editedView({ key, version: '', projectKey: done.value.projectKey }, request, deps)
    })
  undo('/api/projects', 'projects')
  undo('/api/benefits', 'benefits')
  undo('/api/indicators', 'indicators')
  undo('/api/benefit-actions', 'benefitActions')
}

/** The project as it is after the change; one who has given a restricted project away sees it no more. */
function editedView({ key, version, projectKey }: Edited, request: FastifyRequest, { store }: RouteDeps): EditedView {
  const { person, language, today } = askingOf(request)
  const snapshot = store.snapshot()
  const { facts } = snapshot
  const project = facts.tables.projects.get(projectKey)
  if (!project || !may(person, 'readProject', { project, today }, facts).ok) return { key, version, project: null, fields: null }
  const context = viewContext(facts, today)
  return {
    key,
    version,
    project: projectView(context, project, person, snapshot),
    fields: projectFieldsView(context, project, { person, language }, snapshot.versionOf),
  }
}
