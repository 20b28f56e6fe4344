import { describe, expect, test } from 'vitest'
import { typedNumber } from './typed-number.ts'

describe('a number while it is typed', () => {
  test.each([
    ['13,8', 13.8],
    ['13.8', 13.8],
    ['1 234,5', 1234.5],
    ['1\u00a0234', 1234],
    ['0', 0],
    ['0,0', 0],
    ['0.234', 0.234],
    ['\u2212240', -240],
    ['-3', -3],
    ['53 %', 53],
    ['92 timer', 92],
    ['1200 kr.', 1200],
  ])('%j is %d', (text, value) => {
    expect(typedNumber(text)).toBe(value)
  })

  test.each(['', ' ', '12,5,3', '1.234', 'tolv', '12,', '--3', '1e5', '3-4'])('%j says nothing yet', (text) => {
    expect(typedNumber(text)).toBeNull()
  })
})
