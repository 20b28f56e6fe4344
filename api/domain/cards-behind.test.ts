import { describe, expect, it } from 'vitest'
import { changedObligations, isAbout, isSettledCard, standingCards } from './cards-behind.ts'
import { factsOf, indicator, measurement, nudge } from './facts.fixture.ts'
import { planObligations } from './obligations.ts'
import { settingsOn } from './settings.ts'

const TODAY = '2026-05-20'
const KEY = 'measurement:svartid:2026-04-30'
const april = { key: 'svartid', anchorOn: '2026-04-30' }
const planned = (facts: ReturnType<typeof factsOf>) => planObligations(facts, settingsOn(TODAY, []), TODAY)
const open = planned(factsOf({ indicators: [indicator(april)] }))
const answered = planned(
  factsOf({
    indicators: [indicator(april)],
    measurements: [measurement('2026-04-30', { indicatorKey: 'svartid', periodKey: '2026-04-30' })],
  }),
)
const steps = [{ obligationKey: KEY, round: 1, step: 'first' as const, why: 'measurer' as const }]
const where = { conversation: 'a:1', activityId: '1' }

describe('what a card would tell otherwise', () => {
  it('is what was answered, and what is asked no more; nothing when nothing has happened', () => {
    expect([...changedObligations(open, open)]).toEqual([])
    expect(changedObligations(open, answered).has(KEY)).toBe(true)
    expect(changedObligations(open, []).has(KEY)).toBe(true)
    expect(changedObligations([], open).has(KEY)).toBe(true)
  })
})

describe('the cards that can be drawn anew', () => {
  it.each([
    ['arrived', {}, '2026-05-18', 1],
    ['arrived thirty days ago', {}, '2026-04-20', 1],
    ['arrived before that', {}, '2026-04-19', 0],
    ['may have arrived', { state: 'unknown' as const }, '2026-05-18', 0],
    ['has no address', { activityId: null }, '2026-05-18', 0],
    ['is under way', { state: 'claimed' as const }, '2026-05-18', 0],
  ])('one that %s', (_what, more, day, count) => {
    expect(standingCards([nudge('kari', day, steps, { ...where, ...more })], TODAY)).toHaveLength(count)
  })

  it('are about what was changed', () => {
    expect(isAbout({ steps }, new Set([KEY]))).toBe(true)
    expect(isAbout({ steps }, new Set(['measurement:svartid:2026-03-31']))).toBe(false)
  })
})

describe('a card in which nothing waits any more', () => {
  const of = (obligations: typeof open) => isSettledCard({ steps }, new Map(obligations.map((one) => [one.key, one])))
  it('is answered, or about something that is no more', () => {
    expect([of(open), of(answered), of([])]).toEqual([false, true, true])
  })
})
