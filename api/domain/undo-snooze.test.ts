import { describe, expect, it } from 'vitest'
import { acting, applied, factsOf } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { snooze, snoozeDaysLeft, snoozedOpenDays, undoSnooze } from './snooze.ts'

const DAY = '2026-02-17'
const KEY = 'measurement:indicator:2026-01-31'
const at = (minute: number): string => `${DAY}T10:${String(minute).padStart(2, '0')}:00Z`
const obligationOf = (facts: Facts) => {
  const found = planObligations(facts, DEFAULT_SETTINGS, DAY).find(({ key }) => key === KEY)
  if (!found) throw new Error(`no ${KEY}`)
  return found
}
const put = (facts: Facts, openDays: number, minute: number, reason: string | null = null): Facts => {
  const done = snooze({ obligation: obligationOf(facts), until: { openDays }, reason, byId: 'measurer' }, acting(facts, DAY))
  if (!done.ok) throw new Error(done.code)
  return applied(facts, done.value.changes, at(minute), 'measurer')
}
const undo = (facts: Facts, minute: number, byId = 'measurer') => {
  const done = undoSnooze({ obligation: obligationOf(facts), byId, now: at(minute) }, acting(facts, DAY))
  return done.ok
    ? { code: 'ok', changes: done.value.changes.length, facts: applied(facts, done.value.changes, at(minute), byId) }
    : { code: done.code, changes: 0, facts }
}

describe('taking a snooze back', () => {
  it('it is asked for as before, and counts neither as one of two nor in days', () => {
    const undone = undo(put(factsOf(), 5, 0), 10)
    expect(undone.code).toBe('ok')
    expect(obligationOf(undone.facts)).toMatchObject({ snoozedUntil: null, snoozeCount: 0 })
    expect(snoozedOpenDays(obligationOf(undone.facts), undone.facts)).toBe(0)
    expect(snoozeDaysLeft(obligationOf(undone.facts), undone.facts)).toEqual([1, 3, 5])
    expect(undo(undone.facts, 20)).toMatchObject({ code: 'ok', changes: 0 })
  })

  it('it can be put off anew without a reason, again and again, and each line of the log stands', () => {
    let facts = factsOf()
    for (const minute of [0, 2, 4]) facts = undo(put(facts, 5, minute), minute + 1).facts
    facts = put(facts, 3, 6)
    expect(obligationOf(facts)).toMatchObject({ snoozedUntil: '2026-02-20', snoozeCount: 1 })
    expect(snoozedOpenDays(obligationOf(facts), facts)).toBe(3)
    expect([...facts.tables.log.values()].filter(({ what }) => what === 'snoozed')).toHaveLength(4)
  })

  it('a second one taken back leaves the first', () => {
    const facts = undo(put(put(factsOf(), 1, 0), 5, 1, 'ill'), 2).facts
    expect(obligationOf(facts)).toMatchObject({ snoozedUntil: '2026-02-18', snoozeCount: 1 })
    expect(snoozedOpenDays(obligationOf(facts), facts)).toBe(1)
  })

  it.each<[string, Facts, number, string, string]>([
    ['too late', put(factsOf(), 1, 0), 11, 'measurer', 'undoTooLate'],
    ['by another who answers for it', put(factsOf(), 1, 0), 1, 'owner', 'notAllowed'],
    ['by one who may not answer', put(factsOf(), 1, 0), 1, 'responsible', 'notAllowed'],
    ['of what is not put off', factsOf(), 1, 'measurer', 'cardOutdated'],
    [
      'of what has been put off otherwise since',
      applied(put(factsOf(), 1, 0), [{ op: 'update', list: 'obligations', key: KEY, set: { snoozedUntil: '2026-03-02' }, version: '' }]),
      1,
      'measurer',
      'cardOutdated',
    ],
  ])('is refused %s', (_title, facts, minute, byId, code) => expect(undo(facts, minute, byId).code).toBe(code))
})
