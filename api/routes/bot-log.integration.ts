import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BotLogView, botLogView } from '#contract/bot-log.ts'
import { preferencesView } from '#contract/preferences.ts'
import { tellStopped } from '#usecases/tell-stopped.ts'
import { openTestApi, type TestApi } from './test-api.fixture.ts'

const DAY = '2026-05-18'
let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ scenario: 'demo', day: DAY })
})
afterAll(() => api.close())

const facts = () => api.lists.store.snapshot().facts
const idOf = (name: string) => [...facts().peopleById.values()].find((row) => row.displayName.startsWith(name))?.personId ?? ''
const log = async (): Promise<BotLogView> => (await api.ask('anne', { url: '/api/bot-log' })).body

describe('what the bot does', () => {
  it.each(['nora', 'kari', 'per', 'ingrid', 'jonas'])('is not for %s', async (as) => {
    expect((await api.ask(as, { url: '/api/bot-log' })).body.error.code).toBe('notAllowed')
    const settle = await api.ask(as, { method: 'POST', url: '/api/bot-log/settle', payload: { key: 'x', arrived: true } })
    expect(settle.body.error.code).toBe('notAllowed')
  })

  it('says what the next pass would send, and why the rest waits', async () => {
    const before = await log()
    expect(botLogView.safeParse(before).success).toBe(true)
    expect(before.next.send).toBeGreaterThan(0)
    const kari = idOf('Kari')
    const paused = await api.ask('kari', { method: 'PATCH', url: '/api/preferences', payload: { pausedUntil: '2026-05-20' } })
    expect(paused.body.pausedUntil).toBe('2026-05-20')
    const after = await log()
    expect(after.next.send).toBe(before.next.send - 1)
    expect(after.next.waiting).toContainEqual({ reason: 'paused', cards: 1 })
    await api.ask('kari', { method: 'PATCH', url: '/api/preferences', payload: { pausedUntil: null } })
    expect(facts().peopleById.get(kari)?.pausedUntil).toBeNull()
  })

  it('shows an ambiguous card until somebody says what became of it, and never sends it again', async () => {
    const [obligation] = (await api.ask('kari', { url: '/api/tasks' })).body.tasks
    const key = `${idOf('Kari')}:${DAY}`
    const steps = [{ obligationKey: obligation.obligationKey, round: 1, step: 'first' as const, why: 'measurer' as const }]
    const state = { state: 'unknown' as const, claimedBy: null, claimedUntil: null, conversation: null, activityId: null }
    const record = { key, personId: idOf('Kari'), day: DAY, steps, ...state, outcome: 'timeout', answeredAt: null }
    const actor = { personId: 'system', via: 'system' as const, now: `${DAY}T07:00:00.000Z` }
    expect((await api.lists.store.write([{ op: 'create', list: 'nudges', record }], actor)).ok).toBe(true)
    const before = await log()
    expect(before.unsettled).toHaveLength(1)
    expect(before.unsettled[0]).toMatchObject({ personName: 'Kari Nordmann', lines: [{ step: 'first', title: obligation.title }] })
    expect(JSON.stringify(before)).not.toContain('answeredAt')
    const settle = () => api.ask('anne', { method: 'POST', url: '/api/bot-log/settle', payload: { key, arrived: false } })
    const settled = await settle()
    expect([settled.status, settled.body.unsettled]).toEqual([200, []])
    expect((await settle()).status).toBe(200)
    expect(facts().tables.nudges.get(key)).toMatchObject({ state: 'unknown', outcome: 'settledLost' })
    const absent = await api.ask('anne', { method: 'POST', url: '/api/bot-log/settle', payload: { key: 'nothing', arrived: true } })
    expect([absent.status, absent.body.error.code]).toEqual([404, 'notFound'])
  })

  it('says that nothing gets out at all, until a card has got through again', async () => {
    expect((await log()).stopped).toBeNull()
    await tellStopped('disabledByAdmin', DAY, `${DAY}T07:01:00.000Z`, api.lists.store)
    expect((await log()).stopped).toEqual({ on: DAY, reason: 'disabledByAdmin' })
    const record = {
      ...{ key: 'later', personId: idOf('Per'), day: DAY, steps: [], state: 'sent' as const, claimedBy: null },
      claimedUntil: null,
    }
    const rest = { conversation: null, activityId: '1', outcome: null, answeredAt: null }
    const actor = { personId: 'system', via: 'system' as const, now: `${DAY}T07:06:00.000Z` }
    await api.lists.store.write([{ op: 'create', list: 'nudges', record: { ...record, ...rest } }], actor)
    expect((await log()).stopped).toBeNull()
  })

  it('names who cannot be reached only while something waits for them, and counts answers of areas, never of persons', async () => {
    const { unreachable, shares } = await log()
    for (const one of unreachable) expect(one.waiting).toBeGreaterThan(0)
    expect(shares.areas.length).toBeGreaterThan(0)
    const people = [...facts().peopleById.values()].map(({ displayName }) => displayName)
    for (const { name } of [...shares.areas, ...shares.projects]) expect(people).not.toContain(name)
  })
})

describe('one’s own nudges', () => {
  const change = (payload: object) => api.ask('per', { method: 'PATCH', url: '/api/preferences', payload })

  it('a deputy is chosen with dates and taken away again', async () => {
    const ola = idOf('Ola')
    const chosen = await change({ deputy: { personId: ola, from: '2026-06-01', to: '2026-06-30' } })
    expect(preferencesView.safeParse(chosen.body).success).toBe(true)
    expect(chosen.body.deputy).toMatchObject({ personId: ola, from: '2026-06-01', to: '2026-06-30' })
    expect((await change({ deputy: null })).body.deputy).toBeNull()
  })

  it.each([
    ['a pause that is over', { pausedUntil: DAY }, 'fieldInvalid', 'pausedUntil'],
    ['a deputy nobody knows', { deputy: { personId: 'per', from: DAY, to: null } }, 'personInvalid', 'deputyId'],
    ['somebody else’s', { personId: 'kari', pausedUntil: null }, 'fieldUnknown', 'personId'],
  ])('%s is refused', async (_what, payload, code, field) => {
    expect((await change(payload)).body.error).toMatchObject({ code, field })
  })
})
