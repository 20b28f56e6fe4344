import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAnswer } from './answers.ts'

const keys = { nudgeKey: 'kari:2026-05-18', obligationKey: 'measurement:svartid:2026-04-30' }

describe('what a pressed button says', () => {
  it('holds everything typed in the card, by block', () => {
    const data = {
      ...keys,
      n: 0,
      card: 1,
      value_0: '13,8',
      comment_0: 'Ny bemanning',
      value_1: '160',
      rating_2_overall: 'green',
      comment_2_overall: 'Bra',
      sinceLast_2: 'Flyttet',
      seenVersion: 1,
    }
    const parsed = parseAnswer('recordMeasurement', data)
    expect(parsed).toMatchObject({ ok: true, value: { kind: 'nudge', answer: { verb: 'recordMeasurement', ...keys, seenVersion: 1 } } })
    expect(parsed.ok && parsed.value.kind === 'nudge' && [...parsed.value.answer.typed]).toEqual([
      [0, { value: '13,8', comment: 'Ny bemanning' }],
      [1, { value: '160' }],
      [2, { ratings: { overall: 'green' }, comments: { overall: 'Bra' }, sinceLast: 'Flyttet' }],
    ])
  })

  it('takes plain names too', () => {
    const parsed = parseAnswer('recordMeasurement', { ...keys, value: 12.5 })
    expect(parsed.ok && parsed.value.kind === 'nudge' && parsed.value.answer.plain).toEqual({ value: '12.5' })
  })

  it.each([
    ['', keys, 'verb'],
    ['deleteEverything', keys, 'verb'],
    ['snooze', { obligationKey: 'x' }, 'nudgeKey'],
    ['snooze', { nudgeKey: 'x' }, 'obligationKey'],
    ['snooze', { ...keys, nudgeKey: 'x'.repeat(201) }, 'nudgeKey'],
    ['publishReport', { ...keys, seenVersion: -1 }, 'seenVersion'],
    ['snooze', null, 'data'],
    ['snooze', [], 'data'],
    ['command', {}, 'text'],
  ])('%s with %j is refused with the field %s', (verb, data, field) => {
    expect(parseAnswer(verb, data)).toEqual({ ok: false, code: 'badRequest', field })
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.constantFrom('recordMeasurement', 'snooze', 'publishReport', 'command', 'x'), fc.anything(), (verb, data) => {
        const parsed = parseAnswer(verb, data)
        expect(typeof parsed.ok).toBe('boolean')
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (fields) => {
        expect(parseAnswer('recordMeasurement', { ...fields, ...keys }).ok).toBe(
          fields.seenVersion === undefined || typeof fields.seenVersion === 'number',
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
