import { describe, expect, it } from 'vitest'
import type { NudgeRecord } from '#domain/model.ts'
import { DEFAULT_SETTINGS } from '#domain/settings.ts'
import { audit, longestSilence } from './audit.ts'

const { calendar } = DEFAULT_SETTINGS
const row = (personId: string, day: string, step: 'first' | 'office' = 'first', obligationKey = 'measurement:i:2026-04-30') =>
  ({ key: `${personId}:${day}`, personId, day, steps: [{ obligationKey, round: 1, step, why: 'measurer' }] }) as unknown as NudgeRecord
const card = (personId: string, day: string, at = `${day}T07:00:00.000Z`) => ({ at, nudgeKey: `${personId}:${day}` })

describe('the audit counts what was received', () => {
  it('finds nothing wrong in one card to one person', () => {
    expect(audit([card('kari', '2026-05-18')], [row('kari', '2026-05-18')], calendar)).toEqual({
      duplicates: 0,
      maxCardsPerPersonPerDay: 1,
      maxCardsPerPersonPerWeek: 1,
      outsideOpenHours: 0,
    })
  })

  it('sees a card that came twice', () => {
    const twice = audit([card('kari', '2026-05-18'), card('kari', '2026-05-18')], [row('kari', '2026-05-18')], calendar)
    expect(twice).toMatchObject({ duplicates: 1, maxCardsPerPersonPerDay: 2 })
  })

  it('sees a step that came twice on different days, also to different people', () => {
    const rows = [row('kari', '2026-05-18'), row('per', '2026-05-20')]
    expect(audit([card('kari', '2026-05-18'), card('per', '2026-05-20')], rows, calendar).duplicates).toBe(1)
  })

  it('lets the office digest go to each of its members once', () => {
    const rows = [row('anne', '2026-06-15', 'office'), row('bo', '2026-06-15', 'office')]
    expect(audit([card('anne', '2026-06-15'), card('bo', '2026-06-15')], rows, calendar).duplicates).toBe(0)
  })

  it('sees cards in the night, on a Sunday and more than a week allows', () => {
    const days = ['2026-05-18', '2026-05-19', '2026-05-20']
    const cards = [
      ...days.map((day) => card('kari', day)),
      card('per', '2026-05-18', '2026-05-18T20:00:00.000Z'),
      card('per', '2026-05-24'),
    ]
    expect(audit(cards, [], calendar)).toMatchObject({ maxCardsPerPersonPerWeek: 3, outsideOpenHours: 2 })
  })

  it('measures silence in open days until the first card or the answer', () => {
    const due = [{ key: 'o', firstOn: '2026-05-18', endedOn: '2026-06-01' }]
    expect(longestSilence(due, new Map([['o', '2026-05-20']]), calendar)).toBe(2)
    expect(longestSilence(due, new Map([['o', '2026-05-18']]), calendar)).toBe(0)
  })
})
