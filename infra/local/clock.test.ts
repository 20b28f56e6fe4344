import { describe, expect, it } from 'vitest'
import { type ClockMemory, firstMoment, openClock, parseMoment } from './clock.ts'

const memoryOf = (kept?: string): ClockMemory & { kept: string | undefined } => {
  const memory = {
    kept,
    read: () => memory.kept,
    write: (instant: string) => {
      memory.kept = instant
    },
  }
  return memory
}

const clockAt = (start: string, memory = memoryOf()) => {
  let real = 1_000_000
  const clock = openClock(memory, start, () => real)
  return { clock, memory, pass: (ms: number) => (real += ms) }
}

describe('the world clock', () => {
  it('begins five minutes before the day’s pass, Oslo time', () => {
    expect(firstMoment('2026-05-18')).toBe('2026-05-18T06:55:00.000Z')
    expect(firstMoment('2026-01-19')).toBe('2026-01-19T07:55:00.000Z')
  })

  it('runs on with real time', () => {
    const { clock, pass } = clockAt('2026-05-18T06:55:00.000Z')
    pass(90_000)
    expect(clock.now().toISOString()).toBe('2026-05-18T06:56:30.000Z')
  })

  it('takes a date as nine in the morning and runs on from there', () => {
    const { clock, pass } = clockAt('2026-05-18T06:55:00.000Z')
    expect(clock.set('2026-06-18')).toEqual({ ok: true, value: new Date('2026-06-18T07:00:00.000Z') })
    pass(1_000)
    expect(clock.now().toISOString()).toBe('2026-06-18T07:00:01.000Z')
    expect(clock.today()).toBe('2026-06-18')
  })

  it('refuses to go back, and stands where it was', () => {
    const { clock } = clockAt('2026-05-18T06:55:00.000Z')
    expect(clock.set('2026-05-17')).toEqual({ ok: false, code: 'backwards', now: '2026-05-18T06:55:00.000Z' })
    expect(clock.now().toISOString()).toBe('2026-05-18T06:55:00.000Z')
  })

  it('does not follow the machine’s clock backwards', () => {
    const { clock, pass } = clockAt('2026-05-18T06:55:00.000Z')
    pass(60_000)
    clock.now()
    pass(-3_600_000)
    expect(clock.now().toISOString()).toBe('2026-05-18T06:56:00.000Z')
  })

  it('continues after a stop from where it stopped', () => {
    const { clock, memory, pass } = clockAt('2026-05-18T06:55:00.000Z')
    clock.set('2026-06-18T10:30')
    pass(5_000)
    clock.close()
    expect(clockAt('2026-05-18T06:55:00.000Z', memory).clock.now().toISOString()).toBe('2026-06-18T08:30:05.000Z')
  })

  it('is never earlier after a kill than the last time it gave', () => {
    const { clock, memory, pass } = clockAt('2026-05-18T06:55:00.000Z')
    for (let i = 0; i < 50; i++) {
      pass(7_000)
      const given = clock.now()
      expect(Date.parse(memory.kept ?? '')).toBeGreaterThanOrEqual(given.getTime())
    }
  })

  it('tells listeners of a move', () => {
    const { clock } = clockAt('2026-05-18T06:55:00.000Z')
    const moves: string[] = []
    clock.onSet((before, after) => moves.push(`${before.toISOString()} ${after.toISOString()}`))
    clock.set('2026-05-19')
    clock.set('2026-05-18')
    expect(moves).toEqual(['2026-05-18T06:55:00.000Z 2026-05-19T07:00:00.000Z'])
  })
})

describe('parseMoment', () => {
  it.each([
    ['2026-05-18', '2026-05-18T07:00:00.000Z'],
    ['2026-05-18T12:30', '2026-05-18T10:30:00.000Z'],
    ['2026-05-18T12:30:00Z', '2026-05-18T12:30:00.000Z'],
    ['2026-05-18T12:30:00.250+02:00', '2026-05-18T10:30:00.250Z'],
    ['2026-02-30', undefined],
    ['2026-02-30T10:00:00Z', undefined],
    ['2026-05-18T25:00', undefined],
    ['2026-05-18T25:00:00Z', undefined],
    ['18.05.2026', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parseMoment(text)).toBe(expected)
  })
})
