import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { buttonsOf, readOf, type Sent, teamsOf, worldFolder } from './world.fixture.ts'

/** What is answered in the tab, and the card about it in the chat, through the API, the bot and the connector. */
const folder = worldFolder()
let world: LocalWorld
let teams: ReturnType<typeof teamsOf>

beforeAll(async () => {
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: '2026-05-18', pages: false })
  teams = teamsOf(world.url)
  await teams.clock('2026-05-18T09:00')
  await teams.run()
}, 120_000)
afterAll(async () => {
  await world?.close()
  folder.remove()
})

const facts = () => world.lists.store.snapshot().facts
const idOf = (name: string): string => world.directory.person(name)?.personId ?? ''
const nudgesOf = (name: string) => facts().nudgesByPerson.get(idOf(name)) ?? []
const question = (name: string) =>
  nudgesOf(name)
    .at(-1)
    ?.steps.find(({ obligationKey }) => obligationKey.startsWith('measurement:'))?.obligationKey ?? ''
const messagesTo = async (name: string): Promise<Sent[]> => (await teams.sentTo(name)).filter(({ kind }) => kind === 'message')
const latestOf = async (name: string): Promise<string> => readOf((await teams.sentTo(name)).at(-1)?.card ?? null).replace(/\u00a0/g, ' ')

/** As the person, in the tab. */
async function inTab(as: string, path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const { token } = (await (await fetch(`${world.url}/local/token?user=${as}&for=api`)).json()) as { token: string }
  const response = await fetch(`${world.url}/api/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = { status: response.status, body: (await response.json()) as Record<string, unknown> }
  await world.idle()
  return answer
}
const answer = (as: string, value: string, more: object = {}) => {
  const [, refKey, periodKey] = /^measurement:(.*):([^:]+)$/.exec(question(as)) ?? []
  const indicatorKey = [...facts().tables.indicators.keys()].find((key) => key.toLowerCase() === refKey)
  return inTab(as, 'measurements', { indicatorKey, periodKey, value, ...more })
}

describe('a number given in the tab', () => {
  it('stands in the card in the chat soon after, without a new card, and what remains can still be answered there', async () => {
    const before = await messagesTo('kari')
    expect((await answer('kari', '13,8')).status).toBeLessThan(300)
    expect(await latestOf('kari')).toContain('13,8 dager')
    expect(await latestOf('kari')).toContain('Takk, Kari. Ett svar gjenstår.')
    expect((await messagesTo('kari')).length).toBe(before.length)
    const standing = (await teams.sentTo('kari')).at(-1)
    expect(standing).toMatchObject({ kind: 'update', activityId: nudgesOf('kari').at(-1)?.activityId })
    expect(buttonsOf(standing?.card ?? {}, 'undo')).toHaveLength(1)
    expect(nudgesOf('kari').at(-1)?.answeredAt).toBeNull()
  })

  it('and taken back there, is asked for in the card again', async () => {
    const mine = [...facts().tables.measurements.values()].findLast(({ via, actorId }) => via === 'tab' && actorId === idOf('kari'))
    expect((await inTab('kari', `measurements/${encodeURIComponent(mine?.key ?? '')}/undo`, {})).status).toBeLessThan(300)
    expect(await latestOf('kari')).toContain('Hei Kari. To svar venter på deg.')
  })

  it('is harmless where Teams will not take the change, and the next pass brings it', async () => {
    await teams.faults({ match: { act: 'update' }, status: 503 })
    const before = await teams.sentTo('per')
    expect((await answer('per', '1 000', { confirmed: true, comment: 'Flere enheter er med' })).status).toBeLessThan(300)
    expect(await teams.sentTo('per')).toHaveLength(before.length)
    await teams.faults({})
    expect(await teams.run()).toMatchObject({ sent: 0 })
    expect((await teams.sentTo('per')).slice(before.length)).toMatchObject([{ kind: 'update' }])
    expect(nudgesOf('per').at(-1)).toMatchObject({ state: 'sent', outcome: 'answered' })
    await teams.run()
    expect(await teams.sentTo('per')).toHaveLength(before.length + 1)
  })
})
