import { afterEach, describe, expect, it } from 'vitest'
import { openStore } from '#data/store.ts'
import type { NudgeRecord } from '#domain/model.ts'
import type { Store } from '#usecases/ports.ts'
import { type LocalWorld, startLocalWorld } from '../infra/local/world.ts'
import { createAdapter } from './adapter.ts'
import { createBot } from './bot.ts'
import { buttonsOf, type Report, teamsOf, worldFolder } from './world.fixture.ts'

/** Each situation has a world of its own: Monday 18 May 2026, ten past nine, nobody asked yet. */
let world: LocalWorld
let teams: ReturnType<typeof teamsOf>
let folder: ReturnType<typeof worldFolder>

const NINE = '2026-05-18T09:10'
const tables = (store: Store = world.lists.store) => store.snapshot().facts.tables
const idOf = (name: string): string => world.directory.person(name)?.personId ?? ''
const rowOf = (name: string, day = '2026-05-18'): NudgeRecord | undefined => tables().nudges.get(`${idOf(name)}:${day}`)
const nudgesTo = async (person: string) =>
  (await teams.sentTo(person)).filter(({ card, kind }) => kind === 'message' && buttonsOf(card ?? {}, 'show').length > 0)
const total = ({ sent, skipped, unknown, failed }: Report): number =>
  sent + unknown + failed + Object.values(skipped).reduce((sum, n) => sum + n, 0)

async function open(): Promise<void> {
  folder = worldFolder()
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: '2026-05-18' })
  teams = teamsOf(world.url)
  await teams.clock(NINE)
}
afterEach(async () => {
  await world?.close()
  folder?.remove()
})

describe('an ambiguous send', { timeout: 60_000 }, () => {
  it.each([
    ['the card arrived and Teams answered 502', { status: 502, afterAccept: true, match: { person: 'kari', act: 'send' } }, 1],
    ['the socket was cut after the card arrived', { cut: true, afterAccept: true, match: { person: 'kari', act: 'send' } }, 1],
    ['Teams answered 500 and posted nothing', { status: 500, match: { person: 'kari', act: 'send' } }, 0],
  ])('%s: it is unknown, seen as such, and never sent again', async (_what, faults, arrived) => {
    await open()
    await teams.faults(faults)
    const first = await teams.run()
    expect(first).toMatchObject({ unknown: 1, failed: 0 })
    expect(rowOf('kari')).toMatchObject({ state: 'unknown' })
    await teams.faults({})
    expect(await teams.run()).toMatchObject({ sent: 0, unknown: 0 })
    await teams.clock('2026-05-19T09:00')
    await teams.run()
    expect(await nudgesTo('kari')).toHaveLength(arrived)
    expect(rowOf('kari', '2026-05-19')).toBeUndefined()
  })

  it('can still be answered when the card did arrive', async () => {
    await open()
    await teams.faults({ status: 502, afterAccept: true, match: { person: 'kari', act: 'send' } })
    await teams.run()
    await teams.faults({})
    const card = (await nudgesTo('kari'))[0]
    expect(card).toBeDefined()
    if (!card) return
    await teams.press('kari', card, 'recordMeasurement', { value: '13,8', comment: 'Ny bemanning' })
    await world.idle()
    expect((await teams.sentTo('kari')).at(-1)).toMatchObject({ kind: 'update', activityId: card.activityId })
  })
})

describe('what certainly was not posted', { timeout: 60_000 }, () => {
  it('429: asked again after Retry-After, one card', async () => {
    await open()
    await teams.faults({ status: 429, count: 1, retryAfter: 1, match: { person: 'kari', act: 'send' } })
    expect(await teams.run()).toMatchObject({ unknown: 0, failed: 0 })
    expect(await nudgesTo('kari')).toHaveLength(1)
  })

  it('blocked: failed once, then unreachable, until the person writes', async () => {
    await open()
    await teams.faults({ block: ['kari'] })
    const first = await teams.run()
    expect(first).toMatchObject({ failed: 1, unknown: 0 })
    expect(rowOf('kari')).toMatchObject({ state: 'failed', outcome: 'blocked' })
    expect(world.lists.store.snapshot().facts.peopleById.get(idOf('kari'))?.reach).toBe('blocked')
    expect(await teams.run()).toMatchObject({ sent: 0, failed: 0, skipped: { unreachable: 1 } })
    await teams.faults({})
    await teams.say('kari', 'hei')
    expect(await teams.run()).toMatchObject({ sent: 1, failed: 0, unknown: 0 })
    expect(rowOf('kari')).toMatchObject({ state: 'sent' })
  })

  it('every card decided is accounted for', async () => {
    await open()
    const fair = total(await teams.run())
    await world.close()
    folder.remove()
    await open()
    await teams.faults({ block: ['per'], status: 503, match: { person: 'eva' } })
    const faulty = await teams.run()
    expect(total(faulty)).toBe(fair)
    expect(faulty).toMatchObject({ failed: 1, unknown: 1 })
  })
})

describe('a pass that died between claim and outcome', { timeout: 60_000 }, () => {
  it('leaves a claim that becomes unknown when its time is out, and no second card', async () => {
    await open()
    const now = world.clock.now().toISOString()
    const person = world.lists.store.snapshot().facts.peopleById.get(idOf('per'))
    const planned = (await teams.call('POST', '/run', {})).body as Report
    expect(planned.sent).toBeGreaterThan(0)
    const steps = rowOf('per')?.steps ?? []
    await world.close()
    folder.remove()

    await open()
    await world.lists.store.write(
      [
        {
          op: 'create',
          list: 'nudges',
          record: {
            key: `${idOf('per')}:2026-05-18`,
            personId: idOf('per'),
            day: '2026-05-18',
            steps,
            state: 'claimed',
            claimedBy: 'dead',
            claimedUntil: '2026-05-18T07:20:00.000Z',
            conversation: null,
            activityId: null,
            outcome: null,
            answeredAt: null,
          },
        },
      ],
      { personId: person?.personId ?? '', via: 'system', now },
    )
    expect(await teams.run()).toMatchObject({ unknown: 0, failed: 0 })
    expect(rowOf('per')).toMatchObject({ state: 'claimed' })
    await teams.clock('2026-05-18T09:30')
    expect(await teams.run()).toMatchObject({ sent: 0, unknown: 1 })
    expect(rowOf('per')).toMatchObject({ state: 'unknown', outcome: 'claimExpired' })
    expect(await nudgesTo('per')).toHaveLength(0)
  })
})

describe('two instances at once', { timeout: 60_000 }, () => {
  /** Another instance of the product's bot over the same lists. */
  async function another(holder: string) {
    const now = () => world.clock.now().toISOString()
    const store = await openStore({ graph: world.lists.graph, site: world.lists.site, now })
    if (!store.ok) throw new Error(store.code)
    const log = () => undefined
    const adapter = createAdapter({ mode: 'local' }, log)
    const place = { serviceUrl: `${world.url}/local/connector/`, tenantId: world.directory.tenantId, botId: world.directory.bot.id }
    return createBot({ adapter, store: store.value, now, tabUrl: () => 'https://example.org/', place, holder, log })
  }

  it('the lease lets one of them run', async () => {
    await open()
    const [one, two] = [await another('one'), await another('two')]
    const at = world.clock.now().toISOString()
    const reports = await Promise.all([one.runPass(at), two.runPass(at)])
    expect(reports.filter(({ ran }) => ran).length).toBeGreaterThanOrEqual(1)
    for (const person of world.directory.people) expect((await nudgesTo(person.name)).length).toBeLessThanOrEqual(1)
  })

  it('with the same name take the pass from each other: what one lets go the next pass sends, one card to each', async () => {
    await open()
    const [one, two] = [await another('local'), await another('local')]
    const at = world.clock.now().toISOString()
    const reports = [...(await Promise.all([one.runPass(at), two.runPass(at)])), await one.runPass(at)]
    await world.lists.store.refresh()
    const rows = [...tables().nudges.values()].filter(({ state }) => state === 'sent')
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(2)
    for (const person of world.directory.people) {
      const cards = (await teams.sentTo(person.name)).filter(({ card }) => JSON.stringify(card ?? '').includes('nudgeKey'))
      expect(cards.length).toBeLessThanOrEqual(1)
    }
  })
})
