import type { FastifyInstance } from 'fastify'
import { changePreferencesRequest } from '#contract/preferences.ts'
import { changePreferences } from '#usecases/change-preferences.ts'
import { viewContext } from '#views/context.ts'
import { preferencesView } from '#views/preferences.ts'
import { askingOf, type RouteDeps, sendFault } from './asking.ts'
import { parse } from './parse.ts'

/** A person's own nudges: pause and deputy. Only ever their own. */
export function registerPreferences(app: FastifyInstance, deps: Pick<RouteDeps, 'store'>): void {
  app.get('/api/preferences', (request) => {
    const { context, person, spoken } = askingOf(request)
    return preferencesView(context(), person, spoken)
  })

  app.patch('/api/preferences', async (request, reply) => {
    const body = parse(changePreferencesRequest, request.body)
    if (!body.ok) return sendFault(request, reply, body)
    const { asker, person, today, spoken } = askingOf(request)
    const done = await changePreferences(body.value, asker(), deps)
    if (!done.ok) return sendFault(request, reply, done)
    const { facts } = deps.store.snapshot()
    return preferencesView(viewContext(facts, today), facts.peopleById.get(person.personId) ?? person, spoken)
  })
}
