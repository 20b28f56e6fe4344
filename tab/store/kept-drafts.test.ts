import { describe, expect, test } from 'vitest'
import { inShapeOf, isGood, keepDraft, keptDrafts } from './kept-drafts.ts'
import { openLocalCopy } from './local-copy.ts'

const DAY = 86_400_000
const draft = { key: 'k', owner: 'tenant:kari', at: 10 * DAY, name: 'Måling', href: '#/tasks', value: {} }

describe('a draft', () => {
  test.each([
    ['is offered to its writer for a week', 'tenant:kari', 17 * DAY, true],
    ['not longer', 'tenant:kari', 17 * DAY + 1, false],
    ['not to another person', 'tenant:ola', 11 * DAY, false],
    ['not in another tenant', 'other:kari', 11 * DAY, false],
    ['not when the clock has gone back', 'tenant:kari', 9 * DAY, false],
  ])('%s', (_name, owner, now, good) => expect(isGood(draft, owner, now)).toBe(good))

  test('of nobody known is not stored, and where there is no storage nothing breaks', () => {
    for (const personId of ['', 'kari']) {
      const copy = openLocalCopy({ tenantId: 'tenant', personId }, () => 0)
      keepDraft(copy, draft)
      expect(keptDrafts(copy)).toEqual([])
    }
  })
})

describe('a draft from before an update takes the shape the form has today', () => {
  const none: { personId: string } | null = null
  test.each<[string, object, unknown, object]>([
    ['what was typed stands', { value: '', rows: {} }, { value: '13,8', rows: { a: '1' } }, { value: '13,8', rows: { a: '1' } }],
    ['a field that has come begins as the form does', { value: '', extra: 'x' }, { value: '13,8' }, { value: '13,8', extra: 'x' }],
    ['a field of another kind is not taken', { value: '' }, { value: { deep: 1 } }, { value: '' }],
    ['a list stays a list', { rows: [] }, { rows: 'x' }, { rows: [] }],
    ['a person chosen where there was none', { who: none }, { who: { personId: 'a' } }, { who: { personId: 'a' } }],
    ['nobody where there was one', { who: { personId: 'a' } }, { who: null }, { who: null }],
    ['parts within parts', { row: { rating: '', comment: '' } }, { row: { comment: 'ja' } }, { row: { rating: '', comment: 'ja' } }],
    ['something else altogether', { value: '' }, 'x', { value: '' }],
  ])('%s', (_name, model, kept, shaped) => expect(inShapeOf(model, kept)).toEqual(shaped))
})
