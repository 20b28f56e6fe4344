import fastify from 'fastify'
import { expect, it } from 'vitest'
import type { RouteDeps } from './asking.ts'
import { OPERATIONS } from './openapi.ts'
import { registerPeople } from './people.ts'
import { registerReads } from './reads.ts'
import { registerRoadmap } from './roadmap.ts'
import { registerTold } from './told.ts'
import { registerWrites } from './writes.ts'

it('documents exactly the routes there are', () => {
  const app = fastify()
  const registered: string[] = []
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD') registered.push(`${String(route.method).toLowerCase()} ${route.url.replace(':key', '{key}')}`)
  })
  registerReads(app, {})
  registerRoadmap(app)
  registerWrites(app, {} as RouteDeps)
  registerPeople(app)
  registerTold(app, {} as RouteDeps)
  expect(registered.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
})
