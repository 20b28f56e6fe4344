import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { teamsOf, worldFolder } from './world.fixture.ts'

const folder = worldFolder()
let world: LocalWorld
let teams: ReturnType<typeof teamsOf>
beforeAll(async () => {
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: '2026-05-18' })
  teams = teamsOf(world.url)
}, 120_000)
afterAll(async () => {
  await world?.close()
  folder.remove()
})

const awaySince = (name: string) =>
  world.lists.store.snapshot().facts.peopleById.get(world.directory.person(name)?.personId ?? '')?.awaySince ?? null
const presence = (user: string, away: boolean) => teams.call('POST', '/presence', { user, away })
const cards = async (person: string) => (await teams.sentTo(person)).length
const passOn = async (day: string) => {
  await teams.clock(`${day}T09:00`)
  return teams.run()
}

describe('a person whom Teams shows as out of office', () => {
  it('is not asked, and the day it began is kept', async () => {
    await presence('kari', true)
    const before = await cards('kari')
    const report = await passOn('2026-05-18')
    expect(report.skipped).toEqual({ away: 1 })
    expect(await cards('kari')).toBe(before)
    expect(awaySince('kari')).toBe('2026-05-18')
  })

  it('is held for five open days; then somebody else is asked, and their own day stands', async () => {
    expect((await passOn('2026-05-22')).skipped).toMatchObject({ away: 1 })
    const before = await cards('kari')
    // 25 May is Whit Monday: the sixth open day is the 26th.
    expect((await passOn('2026-05-26')).skipped).not.toHaveProperty('away')
    expect(await cards('kari')).toBe(before)
    expect(awaySince('kari')).toBe('2026-05-18')
  })

  it('is asked again when they are back', async () => {
    await presence('kari', false)
    const before = await cards('kari')
    await passOn('2026-06-02')
    expect(awaySince('kari')).toBeNull()
    expect(await cards('kari')).toBe(before + 1)
  })

  it('is asked as usual where presence may not be read', async () => {
    await presence('per', true)
    await teams.call('POST', '/faults', { graph: { match: 'getPresencesByUserId', status: { code: 403 } } })
    await passOn('2026-06-09')
    expect(awaySince('per')).toBeNull()
    await teams.call('POST', '/faults', { graph: {} })
  })
})
