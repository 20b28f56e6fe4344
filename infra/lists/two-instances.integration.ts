import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGraph, type Transport } from '#data/graph.ts'
import { LISTS } from '#data/lists.ts'
import { openTestWorld, TEST_SITE, type TestWorld } from '../local/graph/test-world.ts'
import type { InstanceStart, Won } from './instance-process.ts'
import { provision } from './provision.ts'

const SITE_URL = `https://${TEST_SITE.hostname}${TEST_SITE.path}`
const NOW = '2026-05-18T07:00:00.000Z'
/** When every lease of the first race has run out. */
const LATER = '2026-05-18T09:00:00.000Z'
const ROUNDS = 60
const ALL = Array.from({ length: ROUNDS }, (_, n) => n)

let world: TestWorld
let instances: ChildProcess[]

beforeAll(async () => {
  world = await openTestWorld()
  const admin = createGraph({
    tokens: { token: () => world.identity.issueGraphToken({ kind: 'admin' }) },
    transport: world.transport as Transport,
  })
  const made = await provision({ graph: admin, siteUrl: SITE_URL })
  if (!made.ok) throw new Error(made.code)
  const graphToken = await world.identity.issueGraphToken({ kind: 'app' })
  instances = ['one', 'two'].map((holder) => {
    const child = fork(new URL('./instance-process.ts', import.meta.url), { execArgv: [] })
    child.send({ graphUrl: world.server.url, graphToken, siteUrl: SITE_URL, holder, now: NOW, rounds: ROUNDS } satisfies InstanceStart)
    return child
  })
  await Promise.all(instances.map((child) => once(child, 'message')))
})
afterAll(async () => {
  for (const child of instances) child.kill()
  await world.close()
})

/** Lets both begin at once and gives what each got. */
async function race(now: string): Promise<[Won, Won]> {
  const answers = instances.map(async (child) => {
    child.send({ race: now })
    await once(child, 'message')
    const [won] = (await once(child, 'message')) as [Won]
    return won
  })
  return (await Promise.all(answers)) as [Won, Won]
}

const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b)

describe('two app instances over the same lists', () => {
  it.each([
    ['when both make them', NOW],
    ['when both take them over after their time', LATER],
  ])('give each lease and each ledger row to exactly one, though answers are lost: %s', async (_when, now) => {
    // Now and then an answer is lost after the work was done: too seldom to wear out all attempts of one write.
    const losing = setInterval(() => {
      world.server.setFaults([
        { cut: { count: 1, afterCommit: true }, match: 'POST|PATCH' },
        { status: { code: 504, count: 1, afterCommit: true } },
      ])
    }, 60)
    const [one, two] = await race(now)
    clearInterval(losing)
    world.server.setFaults({})
    expect(sorted([...one.leases, ...two.leases])).toEqual(ALL)
    expect(sorted([...one.rows, ...two.rows])).toEqual(ALL)
    expect(new Set([...one.refusals, ...two.refusals])).toEqual(new Set(['alreadyExists']))
    const holders = new Map(
      world.server.store.listItems(LISTS.leases.display).map(({ fields }) => [fields.key, String(fields.holder).split(':')[0]]),
    )
    for (const n of one.leases) expect(holders.get(`pass:${n}`)).toBe('one')
    for (const n of two.leases) expect(holders.get(`pass:${n}`)).toBe('two')
    const claims = world.server.store.listItems(LISTS.nudges.display).filter(({ fields }) => String(fields.key).endsWith(now))
    expect(claims).toHaveLength(ROUNDS)
  })
})
