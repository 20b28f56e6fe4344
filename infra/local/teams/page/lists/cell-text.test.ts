import { describe, expect, it } from 'vitest'
import { typed } from './cell-text.ts'

describe('what is typed into a cell', () => {
  it.each([
    ['text', ' a b ', ' a b '],
    ['text', '', null],
    ['number', '1 234,5', 1234.5],
    ['number', '−3', -3],
    ['number', 'mange', undefined],
    ['number', ' ', null],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
  ] as const)('into %s: "%s"', (type, text, value) => {
    expect(typed({ type }, text)).toBe(value)
  })
})
