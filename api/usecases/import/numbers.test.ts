import { describe, expect, it } from 'vitest'
import { numberOf, styleOf } from './numbers.ts'
import type { Cell } from './sheet.ts'

describe('a number in a cell', () => {
  it.each<[Cell, number | null]>([
    [142.5, 142.5],
    [0, 0],
    ['142,5', 142.5],
    [' 1 234,5 ', 1234.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1.234,5', 1234.5],
    ['−240', -240],
    ['12.5', 12.5],
    ['60 %', 60],
    ['kr 120 000', 120_000],
    ['120 000 kr', 120_000],
    ['£1443.7', 1443.7],
    ['1.5E+06', 1_500_000],
    ['0', 0],
    ['', null],
    ['  ', null],
    [null, null],
  ])('%j is %j', (cell, value) => {
    expect(numberOf(cell)).toEqual({ ok: true, value })
  })

  it.each<[Cell, string]>([
    ['12,5,3', 'notANumber'],
    ['om lag 60', 'notANumber'],
    ['1.234', 'ambiguousNumber'],
    [true, 'notANumber'],
    [Number.POSITIVE_INFINITY, 'notANumber'],
    ['22 timer', 'unitMismatch'],
  ])('%j is refused as %s', (cell, code) => {
    expect(numberOf(cell, { decimalPoint: false }, 'minutter')).toEqual({ ok: false, code })
  })

  it('may carry the unit that is expected', () => {
    expect(numberOf('22 minutter', { decimalPoint: false }, 'minutter')).toEqual({ ok: true, value: 22 })
  })

  it('is read with a decimal point where the column has one', () => {
    const style = styleOf(['1443.7', '1,059.5', '1.234', '', null])
    expect(style).toEqual({ decimalPoint: true })
    expect(numberOf('1.234', style)).toEqual({ ok: true, value: 1.234 })
    expect(numberOf('1,059.5', style)).toEqual({ ok: true, value: 1059.5 })
    expect(numberOf('1,059', style)).toEqual({ ok: true, value: 1059 })
    expect(numberOf('-3.5', style)).toEqual({ ok: true, value: -3.5 })
  })

  it('is read as Norwegian where one value has a decimal comma', () => {
    expect(styleOf(['12.5', '142,5'])).toEqual({ decimalPoint: false })
    expect(styleOf(['1.234', '5'])).toEqual({ decimalPoint: false })
  })
})
