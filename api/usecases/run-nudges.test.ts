import { describe, expect, it } from 'vitest'
import { factsOf, indicator, nudge, peopleWith, person } from '#domain/facts.fixture.ts'
import type { Person } from '#domain/model.ts'
import { recordingCourier, SENT } from './courier.fixture.ts'
import type { Courier } from './courier.ts'
import { memoryStore } from './memory-store.fixture.ts'
import type { DeliveryOutcome } from './ports.ts'
import { runNudges } from './run-nudges.ts'

/** Half a minute before four on an open Wednesday in Oslo; April’s number is overdue. */
const BEFORE_FOUR = '2026-05-20T13:59:30.000Z'
const FOUR = '2026-05-20T14:00:00.000Z'

/** A pass that was begun before four, on a clock that `onCarry` moves while a card is under way. */
async function pass(clockAtStart: string, whileCarried = clockAtStart) {
  let now = clockAtStart
  const { store, tables } = memoryStore(factsOf({ indicators: [indicator({ anchorOn: '2026-04-30' })] }))
  const { courier, carried } = recordingCourier(() => {
    now = whileCarried
    return SENT
  })
  const report = await runNudges({ now: BEFORE_FOUR }, { store, courier, holder: 'one', clock: () => now })
  return { report, carried, nudges: [...tables().nudges.values()], obligations: [...tables().obligations.keys()], tables }
}

describe('the hours in which cards are sent', () => {
  it('hold for each card: a pass that is late sends nothing and claims nothing', async () => {
    const { report, carried, nudges, obligations } = await pass(FOUR)
    expect(carried).toEqual([])
    expect(report).toMatchObject({ ran: true, sent: 0, failed: 0, unknown: 0, skipped: { quietHours: 1 } })
    expect([nudges, obligations]).toEqual([[], []])
  })

  it('hold while a card waits for Teams: it certainly was not sent, and can be asked for again', async () => {
    const { report, nudges } = await pass(BEFORE_FOUR, FOUR)
    expect(report).toMatchObject({ sent: 0, failed: 0, unknown: 0, skipped: { quietHours: 1 } })
    expect(nudges).toMatchObject([{ state: 'failed', outcome: 'quietHours' }])
  })

  it('let a card through before they end, claimed from the moment it is sent', async () => {
    const LATER = '2026-05-20T13:59:50.000Z'
    const { report, carried, nudges, tables } = await pass(LATER)
    expect(carried).toEqual(['nudge measurer'])
    expect(report).toMatchObject({ sent: 1, skipped: {} })
    expect(nudges).toMatchObject([{ state: 'sent', claimedUntil: '2026-05-20T14:09:50.000Z', actedAt: LATER }])
    expect(tables().leases.get('nudge-pass')).toMatchObject({ holder: null })
  })
})

const TEN = '2026-05-20T08:00:00.000Z'
const failed = (failure: Extract<DeliveryOutcome, { outcome: 'failed' }>['failure']): DeliveryOutcome => ({
  outcome: 'failed',
  ...{ failure, detail: failure },
})

/** Three people are late with a number each. */
const town = (...people: Person[]) =>
  factsOf({
    people: peopleWith(person('eva'), person('ola'), ...people),
    indicators: ['measurer', 'eva', 'ola'].map((measurerId) => indicator({ key: `of-${measurerId}`, measurerId, anchorOn: '2026-04-30' })),
  })

async function passAt(now: string, lists: ReturnType<typeof memoryStore>, answer?: () => DeliveryOutcome, more: Partial<Courier> = {}) {
  const { courier, carried } = recordingCourier(answer, more)
  const report = await runNudges({ now }, { store: lists.store, courier, holder: 'one', clock: () => now })
  return { report, carried, rows: [...lists.tables().nudges.values()] }
}

describe('the lease', () => {
  it('is confirmed between claim and card: a pass that has lost it sends nothing and says so', async () => {
    const lists = memoryStore(town())
    const write = lists.store.write
    lists.store.write = async (changes, actor) => {
      const written = await write(changes, actor)
      const lease = lists.tables().leases.get('nudge-pass')
      // Another server takes the pass over the moment the first card is claimed.
      if (changes.some(({ list }) => list === 'nudges') && lease) lists.set('leases', { ...lease, holder: 'two:mark' })
      return written
    }
    const { report, carried, rows } = await passAt(TEN, lists)
    expect(carried).toEqual([])
    expect(report).toMatchObject({ ran: true, complete: false, sent: 0, failed: 3 })
    expect(rows.map(({ state, outcome }) => `${state} ${outcome}`)).toEqual(Array(3).fill('failed leaseLost'))
    expect(lists.tables().leases.get('nudge-pass')).toMatchObject({ holder: 'two:mark' })
  })

  it('of another server that lives is respected; of one whose time is out or impossible, or of itself before a restart, it is taken', async () => {
    const held = (holder: string, until: string) => {
      const lists = memoryStore(town())
      const stamp = { actorId: 'system', actedAt: TEN, via: 'system' as const, schemaVersion: 1 }
      lists.set('leases', { ...stamp, key: 'nudge-pass', name: 'nudge-pass', holder, until })
      return passAt(TEN, lists)
    }
    expect((await held('two:mark', '2026-05-20T08:00:01.000Z')).report).toMatchObject({ ran: false, sent: 0 })
    // Given by a clock that has since been put back by an hour.
    expect((await held('two:mark', '2026-05-20T09:00:00.000Z')).report).toMatchObject({ ran: true, sent: 3 })
    expect((await held('two:mark', TEN)).report).toMatchObject({ ran: true, sent: 3 })
    expect((await held('one:mark', '2026-05-20T08:10:00.000Z')).report).toMatchObject({ ran: true, sent: 3 })
  })
})

describe('what became of a card', () => {
  it('is written down also when the person has answered before it could be', async () => {
    const lists = memoryStore(town())
    const { rows } = await passAt(TEN, lists, () => {
      for (const row of lists.tables().nudges.values()) lists.set('nudges', { ...row, answeredAt: TEN, outcome: 'answered' })
      return SENT
    })
    expect(rows).toMatchObject(Array(3).fill({ state: 'sent', activityId: 'activity-1', outcome: 'answered', answeredAt: TEN }))
  })

  it('throttled asks for another pass the same day; that pass sends what the first could not', async () => {
    const lists = memoryStore(town())
    expect((await passAt(TEN, lists, () => failed('throttled'))).report).toMatchObject({ complete: false, failed: 3 })
    const { report, rows } = await passAt('2026-05-20T08:05:00.000Z', lists)
    expect(report).toMatchObject({ complete: true, sent: 3, failed: 0 })
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  it('a bot that the administrator has turned off stops the pass and stands in the log once', async () => {
    const lists = memoryStore(town())
    for (const now of [TEN, '2026-05-20T08:05:00.000Z']) await passAt(now, lists, () => failed('disabledByAdmin'))
    const log = [...lists.tables().log.values()]
    expect(log).toMatchObject([{ what: 'deliveryStopped', refKey: 'teams', after: { failure: 'disabledByAdmin' } }])
  })

  it('a chat Teams will not open for anybody stops the pass before a card is claimed', async () => {
    const { report, carried, rows } = await passAt(TEN, memoryStore(town()), undefined, { reach: async () => 'stopped' })
    expect({ carried, rows }).toEqual({ carried: [], rows: [] })
    expect(report).toMatchObject({ failed: 3, sent: 0, complete: true })
  })
})

describe('a card that is not sent', () => {
  const unreachable = person('eva', { reach: 'blocked' })

  it('is a row where it tells the office something, on its first day only', async () => {
    const lists = memoryStore(town(unreachable))
    await passAt(TEN, lists)
    const { rows } = await passAt('2026-05-21T08:00:00.000Z', lists)
    expect(rows.filter(({ personId }) => personId === 'eva')).toMatchObject([
      { day: '2026-05-20', state: 'skipped', outcome: 'unreachable' },
    ])
  })

  it('is only counted where the calendar or the person asked for quiet', async () => {
    const { report, rows } = await passAt(TEN, memoryStore(town(person('eva', { pausedUntil: '2026-05-22' }))))
    expect(report.skipped).toEqual({ paused: 1 })
    expect(rows.map(({ personId }) => personId).sort()).toEqual(['measurer', 'ola'])
  })

  it('gives way to the card as soon as the person can be reached, the same day', async () => {
    const lists = memoryStore(town(unreachable))
    await passAt(TEN, lists)
    lists.set('people', person('eva'))
    const { rows } = await passAt('2026-05-20T09:00:00.000Z', lists)
    expect(rows.find(({ personId }) => personId === 'eva')).toMatchObject({ state: 'sent', outcome: null })
  })

  it('for the week’s limit is told once a week', async () => {
    const lists = memoryStore(town())
    for (const day of ['2026-05-18', '2026-05-19']) lists.set('nudges', nudge('eva', day, []))
    const { rows } = await passAt(TEN, lists)
    expect(rows.filter(({ state }) => state === 'skipped')).toMatchObject([{ personId: 'eva', outcome: 'weeklyLimit' }])
  })
})

describe('somebody without the app', () => {
  const without = person('eva', { reach: 'notInstalled' })

  it('gets it and is asked, where the municipality has consented', async () => {
    const lists = memoryStore(town(without))
    const { report, carried } = await passAt(TEN, lists, undefined, { install: async () => 'installed' })
    expect(carried).toContain('nudge eva')
    expect(report).toMatchObject({ sent: 3, skipped: {} })
    expect(lists.tables().people.get('person-eva')).toMatchObject({ reach: 'unknown' })
  })

  it.each([['notAllowed'], ['notInstalled']] as const)('stays one the office sees when it is %s', async (answer) => {
    const { report } = await passAt(TEN, memoryStore(town(without)), undefined, { install: async () => answer })
    expect(report).toMatchObject({ sent: 2, skipped: { unreachable: 1 } })
  })
})
