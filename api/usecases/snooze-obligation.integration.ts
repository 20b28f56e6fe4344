import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { worldFolder } from '../../bot/world.fixture.ts'
import { type LocalWorld, startLocalWorld } from '../../infra/local/world.ts'
import { snoozeChoices, snoozeObligation } from './snooze-obligation.ts'

const folder = worldFolder()
let world: LocalWorld
let key: string
const TODAY = '2026-05-18'

const asker = (name: string) => ({
  personId: world.directory.person(name)?.personId ?? '',
  via: 'bot' as const,
  now: `${TODAY}T07:00:00.000Z`,
  today: TODAY,
})
const planned = () => {
  const { facts } = world.lists.store.snapshot()
  return planObligations(facts, settingsOn(TODAY, facts.tables.settings.values()), TODAY)
}
const snooze = (openDays: number, reason: string | null = null, name = 'kari') =>
  snoozeObligation({ obligationKey: key, until: { openDays }, reason }, asker(name), { store: world.lists.store })

beforeAll(async () => {
  world = await startLocalWorld({ scenario: 'demo', port: 0, dataFile: folder.file, today: TODAY })
  const kari = world.directory.person('kari')?.personId
  key = planned().find(({ assigneeId, state }) => assigneeId === kari && state === 'overdue')?.key ?? ''
}, 120_000)
afterAll(async () => {
  await world?.close()
  folder.remove()
})

describe('putting an answer off', () => {
  it('is refused to one whose it is not, and for days that are not offered', async () => {
    expect(await snooze(1, null, 'nora')).toMatchObject({ ok: false, code: 'notAllowed' })
    expect(await snooze(2)).toMatchObject({ ok: false, code: 'fieldInvalid', field: 'snooze' })
    expect(await snooze(Number.NaN)).toMatchObject({ ok: false, code: 'fieldInvalid' })
    const past = { obligationKey: key, until: { date: '2026-05-18' }, reason: null }
    expect(await snoozeObligation(past, asker('kari'), { store: world.lists.store })).toMatchObject({ ok: false, code: 'dateInvalid' })
  })

  it('moves the nudges, never the due date, and is logged', async () => {
    const before = planned().find((one) => one.key === key)
    // Whit Monday, 25 May, is closed: five open days from Monday 18 May end on Tuesday 26 May.
    expect(await snooze(5)).toEqual({ ok: true, value: { until: '2026-05-26' } })
    const after = planned().find((one) => one.key === key)
    expect(after).toMatchObject({ dueOn: before?.dueOn, overdueFrom: before?.overdueFrom, snoozedUntil: '2026-05-26', snoozeCount: 1 })
    const { log } = world.lists.store.snapshot().facts.tables
    expect([...log.values()].find(({ refKey, what }) => refKey === key && what === 'snoozed')?.after).toEqual({
      until: '2026-05-26',
      openDays: 5,
    })
  })

  it('asks why the second time, and there is no third', async () => {
    expect(await snooze(5)).toEqual({ ok: true, value: { until: '2026-05-26' } })
    expect(await snooze(3)).toMatchObject({ ok: false, code: 'reasonRequired', field: 'snoozeReason' })
    const farther = { obligationKey: key, until: { date: '2026-06-02' }, reason: 'Venter på fagsystemet' }
    expect(await snoozeObligation(farther, asker('kari'), { store: world.lists.store })).toMatchObject({ ok: false, code: 'snoozeLimit' })
    expect(await snooze(3, 'Venter på fagsystemet')).toMatchObject({ ok: true })
    expect(await snooze(1, 'Enda en gang')).toMatchObject({ ok: false, code: 'snoozeLimit' })
    const { facts } = world.lists.store.snapshot()
    expect(snoozeChoices({ key, round: 1, snoozeCount: 2 }, facts)).toEqual([])
    expect(snoozeChoices({ key, round: 1, snoozeCount: 1 }, facts)).toEqual([1, 3, 5])
  })

  it('of something unknown is not found', async () => {
    const request = { obligationKey: 'measurement:none:2026-01-31', until: { openDays: 1 }, reason: null }
    expect(await snoozeObligation(request, asker('kari'), { store: world.lists.store })).toMatchObject({ ok: false, code: 'notFound' })
  })
})
