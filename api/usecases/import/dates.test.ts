import { describe, expect, it } from 'vitest'
import { dateOf, endOfNamedTime } from './dates.ts'
import type { Cell } from './sheet.ts'

describe('a day in a cell', () => {
  it.each<[Cell, string | null]>([
    [46_142, '2026-04-30'],
    [46_142.75, '2026-04-30'],
    ['2026-04-30', '2026-04-30'],
    ['2026-04-30T10:00:00Z', '2026-04-30'],
    ['30.04.2026', '2026-04-30'],
    ['30.4.26', '2026-04-30'],
    ['30/4/2026', '2026-04-30'],
    ['04/30/2026', '2026-04-30'],
    ['05/04/2026', '2026-04-05'],
    ['30. april 2026', '2026-04-30'],
    ['3 May 2026', '2026-05-03'],
    [20_260_430, '2026-04-30'],
    ['29.02.2028', '2028-02-29'],
    [null, null],
    [' ', null],
  ])('%j is %s', (cell, value) => {
    expect(dateOf(cell)).toEqual({ ok: true, value })
  })

  it.each<Cell>(['31.02.2026', 'snart', 12, 2026, '2026-13-01', true, '29.02.2026', '1.1.1800'])('%j is none', (cell) => {
    expect(dateOf(cell)).toEqual({ ok: false, code: 'dateInvalid' })
  })
})

describe('the last day of a named time', () => {
  it.each<[Cell, string | null]>([
    ['2027', '2027-12-31'],
    [2027, '2027-12-31'],
    ['2026 høst', '2026-12-31'],
    ['Våren 2026', '2026-06-30'],
    ['2026 vår', '2026-06-30'],
    ['hausten 2026', '2026-12-31'],
    ['mars 2026', '2026-03-31'],
    ['2. kvartal 2026', '2026-06-30'],
    ['Q3 2026', '2026-09-30'],
    ['2. tertial 2026', '2026-08-31'],
    ['1. halvår 2027', '2027-06-30'],
    ['2026–2028', '2028-12-31'],
    ['innen utgangen av 2026', '2026-12-31'],
    ['30.04.2026', '2026-04-30'],
    ['etter hvert', null],
    [null, null],
  ])('of %j is %s', (cell, day) => {
    expect(endOfNamedTime(cell)).toBe(day)
  })
})
