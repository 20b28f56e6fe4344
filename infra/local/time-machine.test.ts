import { describe, expect, it } from 'vitest'
import { openClock } from './clock.ts'
import { addPasses, createTimeMachine, morningsAhead, NOTHING } from './time-machine.ts'

const clockAt = (start: string) => openClock({ read: () => undefined, write: () => undefined }, start, () => 0)

describe('morningsAhead', () => {
  it('counts this morning when nine has not struck', () => {
    expect(morningsAhead('2026-05-18T06:55:00.000Z', 1).map(({ at }) => at)).toEqual([
      '2026-05-18T07:00:00.000Z',
      '2026-05-19T07:00:00.000Z',
    ])
  })

  it('leaves this morning out when it is past', () => {
    expect(morningsAhead('2026-05-18T07:00:00.000Z', 1).map(({ day }) => day)).toEqual(['2026-05-19'])
  })

  it('stays at nine over a clock change', () => {
    expect(morningsAhead('2026-03-28T12:00:00.000Z', 1).map(({ at }) => at)).toEqual(['2026-03-29T07:00:00.000Z'])
  })
})

describe('the time machine', () => {
  it('runs a pass on each open day at nine and sums what they did', async () => {
    const clock = clockAt('2026-05-15T08:00:00.000Z')
    const at: string[] = []
    const machine = createTimeMachine({
      clock,
      isOpenDay: (day) => !['2026-05-16', '2026-05-17'].includes(day),
      runPass: async () => {
        at.push(clock.now().toISOString())
        return { ...NOTHING, sent: 2, skipped: { dailyLimit: 1 } }
      },
    })
    expect(await machine.advance(5)).toEqual({
      sent: 6,
      skipped: { dailyLimit: 3 },
      unknown: 0,
      failed: 0,
      summaries: 0,
      passes: 3,
      now: '2026-05-20T07:00:00.000Z',
    })
    expect(at).toEqual(['2026-05-18T07:00:00.000Z', '2026-05-19T07:00:00.000Z', '2026-05-20T07:00:00.000Z'])
  })

  it('lets one pass end before the next begins, also after one that failed', async () => {
    let running = 0
    let most = 0
    let number = 0
    const machine = createTimeMachine({
      clock: clockAt('2026-05-18T06:55:00.000Z'),
      isOpenDay: () => true,
      runPass: async () => {
        most = Math.max(most, ++running)
        number += 1
        const mine = number
        await new Promise((resolve) => setTimeout(resolve, 3))
        running -= 1
        if (mine === 1) throw new Error('lists out of reach')
        return NOTHING
      },
    })
    const runs = await Promise.allSettled([machine.run(), machine.run(), machine.run()])
    expect({ most, ends: runs.map((run) => run.status) }).toEqual({ most: 1, ends: ['rejected', 'fulfilled', 'fulfilled'] })
  })
})

describe('addPasses', () => {
  it('adds reason by reason', () => {
    const sum = addPasses({ ...NOTHING, skipped: { away: 1, paused: 2 } }, { ...NOTHING, skipped: { away: 3 }, summaries: 1 })
    expect(sum).toEqual({ ...NOTHING, skipped: { away: 4, paused: 2 }, summaries: 1 })
  })
})
