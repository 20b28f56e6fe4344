import { describe, expect, it } from 'vitest'
import { factsOf } from '#domain/facts.fixture.ts'
import { memoryStore } from './memory-store.fixture.ts'
import { watchedStore } from './watched-store.ts'

describe('a write that SharePoint refuses', () => {
  const of = async (detail: string) => {
    const lines: unknown[] = []
    const { store } = memoryStore(factsOf(), (list) => ({ code: 'refusedByStore', list: list as 'log', key: 'kari', detail, done: 0 }))
    const watched = watchedStore(store, (code, ids) => lines.push({ what: code, ...ids }))
    const record = { key: 'log:1', what: 'x', refKey: 'y', before: null, after: null, why: 'Kari sa det' }
    const result = await watched.write([{ op: 'create', list: 'log', record }], { personId: 'kari', via: 'bot', now: '' })
    return { result, lines }
  }

  it.each([
    ['400 invalidRequest', { what: 'writeRefused', list: 'log', status: 400, code: 'invalidRequest' }],
    ['listMissing', { what: 'writeRefused', list: 'log', status: null, code: 'listMissing' }],
    ['403', { what: 'writeRefused', list: 'log', status: 403, code: null }],
    ['400 The field «Kari sa det» is too long', { what: 'writeRefused', list: 'log', status: 400, code: null }],
  ])('(%s) is told in the log with list, status and code, and nothing else', async (detail, line) => {
    const { result, lines } = await of(detail)
    expect(result).toMatchObject({ ok: false, code: 'refusedByStore' })
    expect(lines).toEqual([line])
  })

  it('leaves no line when it stands', async () => {
    const lines: unknown[] = []
    const watched = watchedStore(memoryStore(factsOf()).store, (code) => lines.push(code))
    const record = { key: 'log:1', what: 'x', refKey: 'y', before: null, after: null, why: null }
    expect((await watched.write([{ op: 'create', list: 'log', record }], { personId: 'kari', via: 'bot', now: '' })).ok).toBe(true)
    expect(lines).toEqual([])
  })
})
