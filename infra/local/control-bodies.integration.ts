import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHalf, type TestHalf } from './world.fixture.ts'

const ROUTES = [
  'clock',
  'run',
  'advance',
  'answer',
  'faults',
  'say',
  'connector/v3/conversations',
  'connector/v3/conversations/a:1/activities',
]
const FIELDS = ['now', 'days', 'activityId', 'as', 'verb', 'data', 'graph', 'teams', 'text', 'channel', 'members', 'activity', 'type']

/** Bodies that look like ours with anything in them, and bodies that look like nothing. */
const body = fc.oneof(fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue({ maxDepth: 3 })), fc.jsonValue(), fc.string())

describe('whatever is sent to /local/', () => {
  let world: TestHalf
  beforeAll(async () => {
    world = await openTestHalf()
  })
  afterAll(() => world.close())

  it('is answered, and never with a 5xx or an unnamed refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROUTES), body, async (route, sent) => {
        const answered = await world.call(`POST /local/${route}`, typeof sent === 'string' ? sent : JSON.stringify(sent))
        expect(answered.status).toBeLessThan(500)
        if (answered.status >= 400) expect(answered.body.error.code).toMatch(/^\w+$/)
      }),
      { numRuns: 1_500 },
    )
    expect(world.logged).toEqual([])
  })
})
