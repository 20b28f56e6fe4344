import { describe, expect, it } from 'vitest'
import { factsOf, indicator } from '#domain/facts.fixture.ts'
import { recordingCourier, SENT } from './courier.fixture.ts'
import { memoryStore } from './memory-store.fixture.ts'
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
