import { describe, expect, it } from 'vitest'
import { createdEntry, editEntry, editOf, isSameValue } from './edits.ts'
import { benefit, entry, factsOf } from './facts.fixture.ts'

describe('two values of a field are the same to a person', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['line ends of another system', 'a\r\nb\rc', 'a\nb\nc', true],
    ['space around a text', ' a ', 'a', true],
    ['two empty lines and one', 'a\n\nb', 'a\nb', false],
    ['another text', 'a', 'A', false],
    ['nothing and what was never there', null, undefined, true],
    ['nothing and nought', null, 0, false],
    ['nothing and no', null, false, false],
    ['nothing and an empty text', null, '', false],
    ['a number', 1.5, 1.5, true],
    ['a list', [1, ' a'], [1, 'a'], true],
    ['a list in another order', [1, 2], [2, 1], false],
    ['fields in another order', { a: 1, b: 'x\r\n', c: null }, { c: undefined, b: 'x', a: 1 }, true],
    ['another field', { a: 1 }, { b: 1 }, false],
    ['another value of a field', { a: 1 }, { a: 2 }, false],
    ['lists of fields', [{ date: '2026-05-01', value: 1 }], [{ value: 1, date: '2026-05-01' }], true],
    ['fields within fields', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, true],
    ['a list and nothing', [], null, false],
    ['a list and fields named by number', ['a'], { 0: 'a' }, false],
  ])('%s', (_what, a, b, same) => {
    expect(isSameValue(a, b)).toBe(same)
    expect(isSameValue(b, a)).toBe(same)
  })
})

describe('an edit', () => {
  it.each<[string, object, object | null]>([
    ['nothing at all', {}, null],
    ['the same again', { title: ' Benefit ', risk: null, plannedByYear: {} }, null],
    ['a field that is left out', { title: undefined }, null],
    ['one field of two', { title: 'New', risk: null }, { before: { title: 'Benefit' }, after: { title: 'New' } }],
    ['a field that was empty', { risk: 'High' }, { before: { risk: null }, after: { risk: 'High' } }],
    ['a field the row does not have', { further: 1 }, { before: { further: null }, after: { further: 1 } }],
    ['a field that is emptied', { title: null }, { before: { title: 'Benefit' }, after: { title: null } }],
  ])('of %s', (_what, set, edit) => {
    expect(editOf(benefit(), set)).toEqual(edit)
  })

  it('is told in the log with what stood, what stands and why, numbered', () => {
    const facts = factsOf({ log: [entry('edited', 'benefit')] })
    expect(editEntry('benefit', { before: { title: 'a' }, after: { title: 'b' } }, 'renamed', facts)).toEqual({
      op: 'create',
      list: 'log',
      record: {
        key: 'edited:2:benefit',
        what: 'edited',
        refKey: 'benefit',
        before: { title: 'a' },
        after: { title: 'b' },
        why: 'renamed',
      },
    })
    expect(createdEntry('benefits', 'benefit', 'Time saved', facts)).toEqual({
      op: 'create',
      list: 'log',
      record: {
        key: 'created:1:benefit',
        what: 'created',
        refKey: 'benefit',
        before: null,
        after: { title: 'Time saved', list: 'benefits' },
        why: null,
      },
    })
  })
})
