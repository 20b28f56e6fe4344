import { describe, expect, it } from 'vitest'
import { createSenderLimit } from './sender-limit.ts'

describe('what one sender may say in a minute', () => {
  it('is answered up to the limit, then told once, then left lying until the minute is over', () => {
    const hear = createSenderLimit(2)
    expect([0, 1, 2, 3, 59_999].map((at) => hear('kari', at))).toEqual(['answer', 'answer', 'tell', 'leave', 'leave'])
    expect(hear('kari', 60_000)).toBe('answer')
  })

  it('is counted for each of them alone', () => {
    const hear = createSenderLimit(1)
    expect(hear('kari', 0)).toBe('answer')
    expect(hear('kari', 1)).toBe('tell')
    expect(hear('per', 1)).toBe('answer')
  })
})
