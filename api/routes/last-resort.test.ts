import { describe, expect, it } from 'vitest'
import { type LastResort, lastResort } from './last-resort.ts'

const never = () => new Promise<void>(() => undefined)

function watched(more: Partial<LastResort> = {}) {
  const seen: unknown[] = []
  const handler = lastResort({
    log: ({ what, error }) => void seen.push(`${what} ${error}`),
    close: async () => void seen.push('closed'),
    exit: (code) => void seen.push(code),
    within: 1_000,
    ...more,
  })
  return { seen, handler }
}

describe('something thrown that nobody caught', () => {
  it('is told by its kind, the server is closed, and left with code 1', async () => {
    const { seen, handler } = watched()
    await handler(new TypeError('Kari Nordmann skrev dette'))
    expect(seen).toEqual(['crashed TypeError', 'closed', 1])
  })

  it('is told where in our own code it came from, and nothing of what it says', async () => {
    const lines: unknown[] = []
    const { handler } = watched({ log: (line) => void lines.push(line) })
    const fault = new RangeError('Kari Nordmann skrev dette')
    fault.stack = `RangeError: Kari Nordmann skrev dette\n    at decide (/srv/app/api/domain/decide.ts:12:3)`
    await handler(fault)
    expect(lines).toEqual([{ level: 'error', what: 'crashed', error: 'RangeError', at: 'api/domain/decide.ts:12' }])
  })

  it('may be no error at all', async () => {
    const { seen, handler } = watched()
    await handler('Kari Nordmann skrev dette')
    expect(seen).toEqual(['crashed string', 'closed', 1])
  })

  it('ends it also when closing fails, hangs, or throws once more', async () => {
    const failing = watched({ close: () => Promise.reject(new Error('no')) })
    await failing.handler(new Error('x'))
    expect(failing.seen).toEqual(['crashed Error', 'closeFailed Error', 1])

    const hanging = watched({ close: never, within: 5 })
    void hanging.handler(new Error('x'))
    await expect.poll(() => hanging.seen).toEqual(['crashed Error', 1])

    const again = watched({ close: never })
    void again.handler(new Error('x'))
    await again.handler(new SyntaxError('y'))
    expect(again.seen).toEqual(['crashed Error', 'crashed SyntaxError', 1])
  })
})
