import fastify from 'fastify'
import { expect, it } from 'vitest'
import type { RouteDeps } from './asking.ts'
import { registerDecisions } from './decisions.ts'
import { OPERATIONS } from './openapi.ts'
import { registerRoutes } from './registered.ts'

it('documents exactly the routes there are', () => {
  const app = fastify()
  const registered: string[] = []
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') registered.push(`${String(route.method).toLowerCase()} ${route.url.replace(':key', '{key}')}`)
  })
  registerRoutes(app, {} as RouteDeps)
  registerReads(app, {})
  registerWrites(app, {} as RouteDeps)
  registerPeople(app)
  registerTold(app, {} as RouteDeps)
  registerDecisions(app, {} as RouteDeps)
  expect(registered.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
})
