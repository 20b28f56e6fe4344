import { describe, expect, it } from 'vitest'
import { likelierValue } from './value-check.ts'

const days = { kind: 'snapshot', baseline: 21, target: 12 } as const
const hours = { kind: 'cumulative', baseline: 0, target: 2000 } as const
const values = (...list: (number | null)[]) => list.map((value) => ({ value }))

describe('a number about ten times off', () => {
  it.each([
    ['a comma left out', 125, days, values(15.1, 14.5), 12.5],
    ['just farther off than is believed', 84.1, days, values(14.5), 8.41],
    ['just smaller than is believed', 2.99, days, values(14.5), 29.9],
    ['a nought too many', 140, days, values(14.5), 14],
    ['a comma too many', 1.38, days, values(14.5), 13.8],
    ['two noughts too many', 1400, days, values(14.5), 14],
    ['what moved lies twice the most that is known', 420, days, values(14.5), 42],
    ['what moved lies half the least that is known', 600, days, values(14.5), 6],
    ['a comma two places off', 0.138, days, values(14.5), 13.8],
    ['three noughts too many', 14000, days, values(14.5), 14],
    ['a thousandth of what it is', 0.0138, days, values(14.5), 13.8],
    ['a comma too many after a gap', 1.38, days, values(14.5, null), 13.8],
    ['what only the thirteenth value back was like', 140, days, values(140, ...Array.from({ length: 12 }, () => 14.5)), 14],
    ['a minus where nothing is below nought', -13.8, days, values(14.5), 13.8],
    ['a minus in the first part of a sum', -155, hours, values(), 155],
    ['a comma left out of a number below nought', -125, { kind: 'snapshot', baseline: -21, target: -12 }, values(), -12.5],
    ['the first number of an indicator with a path', 138, days, values(), 13.8],
    ['a month’s part of a sum', 1550, hours, values(155, 148), 155],
    ['digits that binary division would smear', 3.3, { kind: 'snapshot', baseline: 30, target: 40 }, values(), 33],
  ] as const)('%s is asked about', (_what, value, indicator, earlier, meant) => {
    expect(likelierValue(value, indicator, earlier)).toBe(meant)
  })

  it.each([
    ['like the last', 13.8, days, values(14.5)],
    ['three times the last', 45, days, values(14.5)],
    ['on its way to a target far off', 900, { kind: 'snapshot', baseline: 10, target: 1000 }, values(10)],
    ['nought, which is a value', 0, days, values(14.5)],
    ['nought of a sum of noughts', 0, hours, values(0, 0)],
    ['like the twelfth value back', 140, days, values(140, ...Array.from({ length: 11 }, () => 14.5))],
    ['small where the path begins at nought', 0.1, { kind: 'snapshot', baseline: 0, target: 80 }, values(60)],
    ['far off, but by no slip of a decimal sign', 500, days, values(14.5, 15)],
    ['as far off as is still believed', 84, days, values(14.5)],
    ['as small as is still believed', 3, days, values(14.5)],
    ['the first of a sum', 155, hours, values()],
    ['below nought, as it has been', -2, { kind: 'snapshot', baseline: 4, target: -4 }, values(-1)],
    ['below nought, with nothing to compare with', -2, { kind: 'snapshot', baseline: null, target: null }, values(null)],
    ['with nothing to compare with', 155, { kind: 'snapshot', baseline: null, target: null }, values(null)],
    ['where only nought is known', 155, { kind: 'snapshot', baseline: 0, target: null }, values(0)],
  ] as const)('%s is believed', (_what, value, indicator, earlier) => {
    expect(likelierValue(value, indicator, earlier)).toBeNull()
  })
})
