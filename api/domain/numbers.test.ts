import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNorwegianNumber } from './numbers.ts'

const read = (text: string, unit?: string): number | string => {
  const result = parseNorwegianNumber(text, unit)
  return result.ok ? result.value : result.code
}

describe('a number as a Norwegian writes it', () => {
  it.each<[string, number]>([
    ['142,5', 142.5],
    ['0', 0],
    ['0,0', 0],
    ['-0', 0],
    [' 7 ', 7],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u2009567', 1_234_567],
    ['\u22125', -5],
    ['-5,25', -5.25],
    ['\u2013 5', -5],
    ['+5', 5],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['1.234.567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234', 1.234],
    ['1234.567', 1234.567],
    ['007', 7],
  ])('«%s» is %f', (text, value) => expect(read(text)).toBe(value))

  it.each<[string, string]>([
    ['12,5,3', 'notANumber'],
    ['', 'notANumber'],
    ['   ', 'notANumber'],
    ['ca. 12', 'notANumber'],
    ['12 34', 'notANumber'],
    ['1 2345', 'notANumber'],
    ['1 234 5,0', 'notANumber'],
    ['1,', 'notANumber'],
    [',5', 'notANumber'],
    ['5.', 'notANumber'],
    ['1.2.3', 'notANumber'],
    ['1,2.3.4', 'notANumber'],
    ['1 000,2.5', 'notANumber'],
    ['--5', 'notANumber'],
    ['∞', 'notANumber'],
    ['9999999999999999', 'notANumber'],
    ['12/5', 'notANumber'],
    ['1.234', 'ambiguousNumber'],
    ['12.500', 'ambiguousNumber'],
    ['1,234.5', 'ambiguousNumber'],
    ['12 e5', 'unitMismatch'],
    ['NaN', 'notANumber'],
  ])('«%s» is refused: %s', (text, code) => expect(read(text)).toBe(code))

  it.each<[string, string | undefined, number | string]>([
    ['12 %', '%', 12],
    ['12%', '%', 12],
    ['12,5 prosent', '%', 12.5],
    ['3 t', 'timer', 3],
    ['3 timer', 'timer', 3],
    ['3 t.', 'timer', 3],
    ['1 500 kr', 'kr', 1500],
    ['1500,-', 'kr per bruker', 1500],
    ['20 min', 'minutter per søknad', 20],
    ['4 årsverk', 'årsverk', 4],
    ['4 årsverk', 'årsverk per år', 4],
    ['12 %', undefined, 12],
    ['12 kr', '', 12],
    ['3 t', undefined, 'unitMismatch'],
    ['3 t', 'dager', 'unitMismatch'],
    ['12 %', 'dager', 'unitMismatch'],
    ['12 % av noe', '%', 'unitMismatch'],
  ])('«%s» where %s is expected: %s', (text, unit, expected) => expect(read(text, unit)).toBe(expected))

  it('comes back as it was written, with grouping, comma and minus', () => {
    const format = new Intl.NumberFormat('nb', { maximumFractionDigits: 6 })
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const rounded = Math.round(value * 1e6) / 1e6 + 0
        expect(read(format.format(rounded))).toBeCloseTo(rounded, 6)
      }),
    )
  })

  it('never throws and never gives anything but a finite number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = parseNorwegianNumber(text)
        expect(!result.ok || Number.isFinite(result.value)).toBe(true)
      }),
    )
  })
})
