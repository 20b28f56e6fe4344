import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { dueDay, startScheduler } from './scheduler.ts'

const { calendar } = DEFAULT_SETTINGS

describe('dueDay', () => {
  it.each([
    ['before nine', '2026-05-18T06:59:59Z', null, null],
    ['at nine, summer time', '2026-05-18T07:00:00Z', null, '2026-05-18'],
    ['at eight, winter time', '2026-01-19T07:00:00Z', null, null],
    ['at nine, winter time', '2026-01-19T08:00:00Z', null, '2026-01-19'],
    ['a server that woke at noon catches up', '2026-05-18T10:00:00Z', '2026-05-15', '2026-05-18'],
    ['after hours it waits for the next day', '2026-05-18T14:00:00Z', null, null],
    ['the day is taken', '2026-05-18T07:00:30Z', '2026-05-18', null],
    ['a day before the newest taken is never run', '2026-05-18T07:00:30Z', '2026-05-19', null],
    ['a half day while there is time', '2026-04-01T07:00:00Z', null, '2026-04-01'],
    ['a half day too late', '2026-04-01T09:30:00Z', null, null],
    ['a closed day', '2026-05-16T07:00:00Z', null, null],
  ])('%s', (_title, now, taken, expected) => {
    expect(dueDay(new Date(now), taken, calendar)).toBe(expected)
  })
})

describe('startScheduler', () => {
  const schedulerAt = (start: string, runPass: () => Promise<unknown>, faults: unknown[] = []) => {
    let now = new Date(start)
    const scheduler = startScheduler({
      now: () => now,
      calendar: () => calendar,
      runPass,
      onFault: (fault) => faults.push(fault),
      everyMs: 3_600_000,
    })
    return { scheduler, moveTo: (instant: string) => (now = new Date(instant)) }
  }

  it('runs once a day, when the clock has passed nine', async () => {
    let passes = 0
    const { scheduler, moveTo } = schedulerAt('2026-05-18T06:59:50Z', async () => passes++)
    await scheduler.check()
    expect(passes).toBe(0)
    moveTo('2026-05-18T07:00:20Z')
    await scheduler.check()
    await scheduler.check()
    expect(passes).toBe(1)
    moveTo('2026-05-19T07:00:20Z')
    await scheduler.check()
    expect(passes).toBe(2)
    await scheduler.stop()
  })

  it('leaves a day alone that somebody else has taken', async () => {
    let passes = 0
    const { scheduler } = schedulerAt('2026-05-18T07:00:20Z', async () => passes++)
    scheduler.take('2026-05-18')
    await scheduler.check()
    expect(passes).toBe(0)
    await scheduler.stop()
  })

  it('tries a failed pass again and reports the fault', async () => {
    const faults: unknown[] = []
    let passes = 0
    const fault = new Error('lists out of reach')
    const { scheduler } = schedulerAt(
      '2026-05-18T07:00:20Z',
      async () => {
        passes++
        if (passes === 1) throw fault
      },
      faults,
    )
    await scheduler.check()
    await scheduler.check()
    expect({ passes, faults }).toEqual({ passes: 2, faults: [fault] })
    await scheduler.stop()
  })

  it('comes back the same day for what could not be sent, a little later each time', async () => {
    const asked: string[] = []
    const answers = ['again', 'again', 'done']
    let at = ''
    const { scheduler, moveTo } = schedulerAt('2026-05-18T07:00:00Z', async () => {
      asked.push(at)
      return answers.shift()
    })
    for (const time of ['07:00', '07:04', '07:05', '07:14', '07:15', '08:30']) {
      at = time
      moveTo(`2026-05-18T${time}:00Z`)
      await scheduler.check()
    }
    expect(asked).toEqual(['07:00', '07:05', '07:15'])
    await scheduler.stop()
  })

  it('never runs two passes at once', async () => {
    let running = 0
    let most = 0
    const { scheduler } = schedulerAt('2026-05-18T07:00:20Z', async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running--
    })
    await Promise.all([scheduler.check(), scheduler.check()])
    expect(most).toBe(1)
    await scheduler.stop()
  })
})
