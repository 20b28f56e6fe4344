import fastify from 'fastify'
import { expect, it } from 'vitest'
import type { RouteDeps } from './asking.ts'
import { OPERATIONS } from './openapi.ts'
import { registerRoutes } from './registered.ts'

it('documents exactly the routes there are', () => {
  const app = fastify()
  const registered: string[] = []
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') registered.push(`${String(route.method).toLowerCase()} ${route.url.replace(':key', '{key}')}`)
  })
  registerRoutes(app, {} as RouteDeps)
  expect(registered.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
})
