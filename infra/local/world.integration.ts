import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from './graph/database.ts'
import { openState } from './state.ts'
import { type LocalWorld, startLocalWorld, type WorldOptions, WorldRefusal } from './world.ts'

interface Sent {
  to: string
  activityId: string
  kind: string
  card: { body?: unknown[] } | null
}

const TODAY = '2026-05-18'

/** The whole local world, with the product in it. */
describe('the local world', () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'))
  const running: LocalWorld[] = []
  const file = (name: string) => join(folder, `${name}.sqlite`)
  const start = async (options: Partial<WorldOptions> & { dataFile: string }): Promise<LocalWorld> => {
    const world = await startLocalWorld({ scenario: 'demo', port: 0, ...options })
    running.push(world)
    return world
  }
  const stop = async (world: LocalWorld) => {
    running.splice(running.indexOf(world), 1)
    await world.close()
  }
  const get = async <T>(world: LocalWorld, path: string, headers: Record<string, string> = {}): Promise<T> =>
    (await (await fetch(`${world.url}${path}`, { headers })).json()) as T
  const post = async <T>(world: LocalWorld, path: string, body: object = {}): Promise<T> => {
    const response = await fetch(`${world.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as T
  }

  afterEach(async () => {
    for (const world of running.splice(0)) await world.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('begins with everybody’s bot installed, sends the day’s cards once, and keeps it all over a restart', async () => {
    const dataFile = file('journey')
    const first = await start({ dataFile, today: TODAY })
    const { people } = await get<{ people: { name: string; left: boolean; installed: boolean }[] }>(first, '/local/world')
    expect(people.filter((person) => person.installed === person.left)).toEqual([])

    const ran = await post<{ sent: number }>(first, '/local/run')
    expect(ran.sent).toBeGreaterThan(0)
    expect(await post(first, '/local/run')).toMatchObject({ sent: 0 })
    const cards = (await get<Sent[]>(first, '/local/sent?person=measurer')).filter((sent) => sent.card !== null && sent.kind === 'message')
    expect(cards.length).toBe(2)
    await post(first, '/local/clock', { now: '2026-05-19T10:30' })
    await stop(first)

    const again = await start({ dataFile })
    expect(again.clock.now().toISOString()).toMatch(/^2026-05-19T08:3/)
    expect(await get<Sent[]>(again, '/local/sent?person=measurer')).toHaveLength(2)
    // Another port, so the bot was told its new address: a card finds its way, and nobody is welcomed twice.
    expect(again.url).not.toBe(first.url)
    await post(again, '/local/say', { as: 'measurer', text: 'hjelp' })
    expect(await get<Sent[]>(again, '/local/sent?person=measurer')).toHaveLength(3)
  })

  it('lets the tab read, with the person’s own token, and refuses without', async () => {
    const world = await start({ dataFile: file('tab'), today: TODAY })
    const { token } = await get<{ token: string }>(world, '/local/token?user=employee&for=api')
    const portfolio = await get<{ today: string; projects: unknown[] }>(world, '/api/portfolio', { authorization: `Bearer ${token}` })
    expect(portfolio.today).toBe(TODAY)
    expect(portfolio.projects.length).toBeGreaterThan(20)
    expect((await fetch(`${world.url}/api/portfolio`)).status).toBe(401)
    expect(await (await fetch(`${world.url}/tab/`)).text()).toContain('<div id="root"')
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
  })

  it('posts to a channel that has asked for it, and moves through a month', async () => {
    const world = await start({ dataFile: file('channel'), today: TODAY })
    const [channel] = world.directory.channels
    await post(world, '/local/say', { as: 'leader', channel: channel?.name, text: '@Prosjektpuls abonner' })
    await world.idle()
    const before = (await get<Sent[]>(world, `/local/sent?channel=${encodeURIComponent(channel?.name ?? '')}`)).length
    expect(before).toBeGreaterThan(1)
    const moved = await post<{ passes: number; summaries: number; now: string }>(world, '/local/advance', { days: 31 })
    expect(moved.now).toMatch(/^2026-06-18T07:00:0/)
    expect(moved.passes).toBeGreaterThan(18)
    expect(moved.summaries).toBeGreaterThan(0)
    const rows = await get<Sent[]>(world, `/local/sent?channel=${encodeURIComponent(channel?.name ?? '')}`)
    expect(rows.slice(before).map((row) => row.kind)).toContain('message')
  })

  it('says what to do when a scenario was begun on another day, or the file holds another scenario', async () => {
    const dataFile = file('days')
    await stop(await start({ scenario: 'empty', dataFile, today: TODAY }))
    const refused = (options: Partial<WorldOptions>) => start({ scenario: 'empty', dataFile, ...options }).catch((fault: unknown) => fault)
    const otherDay = await refused({ today: '2026-06-01' })
    expect(otherDay).toBeInstanceOf(WorldRefusal)
    expect(String(otherDay)).toContain('Add --reset to begin it anew on 2026-06-01')
    expect(String(await refused({ scenario: 'demo' }))).toContain('holds the scenario empty')
    const anew = await start({ scenario: 'empty', dataFile, today: '2026-06-01', reset: true })
    expect(anew.clock.today()).toBe('2026-06-01')
  })

  it('begins anew when an earlier start was killed before everything was seeded', async () => {
    const dataFile = file('killed')
    const db = openDatabase(dataFile)
    openState(db).set('scenario', 'empty')
    db.close()
    const world = await start({ scenario: 'empty', dataFile, today: TODAY })
    expect(await get<unknown[]>(world, '/local/sent')).not.toEqual([])
  })

  it('says so when the port is taken, and leaves nothing open', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const fault = await start({ scenario: 'empty', dataFile: file('port'), port }).catch((error: unknown) => error)
    other.close()
    expect(fault).toBeInstanceOf(WorldRefusal)
    expect(String(fault)).toContain(`Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port`)
  })

  it('takes another port for the list server when the next one is taken', async () => {
    const page = createServer()
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    const { port } = page.address() as AddressInfo
    const next = createServer()
    await new Promise<void>((resolve, reject) => next.once('error', reject).listen(port + 1, '127.0.0.1', resolve))
    await new Promise((resolve) => page.close(resolve))
    const world = await start({ scenario: 'empty', dataFile: file('next'), port, today: TODAY })
    next.close()
    expect(new URL(world.graphUrl).port).not.toBe(String(port + 1))
  })
})
