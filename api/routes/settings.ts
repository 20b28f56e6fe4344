import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { changeRolesRequest, changeSettingRequest, changeSubscriptionRequest } from '#contract/settings-requests.ts'
import { civilDateOf } from '#domain/dates.ts'
import { may } from '#domain/may.ts'
import { settingsOn } from '#domain/settings.ts'
import { changeRoles } from '#usecases/change-roles.ts'
import { changeSetting } from '#usecases/change-setting.ts'
import { changeSubscription } from '#usecases/change-subscription.ts'
import { viewContext } from '#views/context.ts'
import { settingsView } from '#views/settings.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** The municipality's settings: read, and changed one at a time. Every change answers with all of them as they now stand. */
export function registerSettings(app: FastifyInstance, deps: Pick<RouteDeps, 'store'>): void {
  app.get('/api/settings', (request, reply) => {
    const { person, snapshot, context } = askingOf(request)
    if (!may(person, 'manageSettings', {}, snapshot.facts).ok) return sendFault(request, reply, { code: 'notAllowed' })
    return settingsView(context(), person)
  })

  const asItStands = (request: FastifyRequest, reply: FastifyReply) => {
    const { person, now } = askingOf(request)
    const { facts } = deps.store.snapshot()
    const { zone } = settingsOn(civilDateOf(now), facts.tables.settings.values()).calendar
    return reply.code(200).send(settingsView(viewContext(facts, civilDateOf(now, zone)), facts.peopleById.get(person.personId) ?? person))
  }

  app.post('/api/settings', async (request, reply) => {
    const body = parse(changeSettingRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const done = await changeSetting(body.value, askingOf(request).asker(), deps)
    return done.ok ? asItStands(request, reply) : sendFault(request, reply, done)
  })

  app.post('/api/settings/roles', async (request, reply) => {
    const body = parse(changeRolesRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const done = await changeRoles(body.value, askingOf(request).asker(), deps)
    return done.ok ? asItStands(request, reply) : sendFault(request, reply, done)
  })

  app.post('/api/settings/channels', async (request, reply) => {
    const body = parse(changeSubscriptionRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { person, snapshot, asker } = askingOf(request)
    if (!may(person, 'manageSettings', {}, snapshot.facts).ok) return sendFault(request, reply, { code: 'notAllowed' })
    const done = await changeSubscription(body.value, asker(), deps)
    return done.ok ? asItStands(request, reply) : sendFault(request, reply, done)
  })
}
