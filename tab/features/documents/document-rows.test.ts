import { describe, expect, test } from 'vitest'
import { documentsOfRows, mergedDocuments, rowsOfDocuments } from './document-rows.ts'

const doc = (title: string, url = `https://a.no/${title}`) => ({ title, url, rule: null })
const [a, b, c, d] = [doc('a'), doc('b'), doc('c'), doc('d')]

describe('the documents in the form', () => {
  test('are sent as they stand: a name nobody wrote is the address’s last part, and an empty row is none', () => {
    expect(documentsOfRows(rowsOfDocuments([a, { ...b, rule: 'lessons' }]))).toEqual([a, { ...b, rule: 'lessons' }])
    expect(
      documentsOfRows([
        { title: '', url: ' https://a.no/mappe/Referat%20mai.docx?web=1 ', rule: '' },
        { title: '', url: ' ', rule: 'lessons' },
        { title: 'Bare navn', url: '', rule: '' },
      ]),
    ).toEqual([
      { title: 'Referat mai.docx', url: 'https://a.no/mappe/Referat%20mai.docx?web=1', rule: null },
      { title: 'Bare navn', url: '', rule: null },
    ])
  })
})

describe('two who write at the same time', () => {
  test.each([
    ['each adds one', [a], [a, b], [a, c], [a, b, c]],
    ['one adds and one takes away', [a, b], [a, b, c], [a], [a, c]],
    ['one renames what the other leaves alone', [a, b], [a, b, c], [{ ...a, title: 'A' }, b], [b, c, { ...a, title: 'A' }]],
    ['both add the same', [a], [a, b], [a, b], [a, b]],
    ['both take away different ones', [a, b, c, d], [a, b, c], [b, c, d], [b, c]],
    ['both rename the same', [a], [{ ...a, title: 'A1' }], [{ ...a, title: 'A2' }], null],
    ['one renames what the other has taken away', [a, b], [b], [{ ...a, title: 'A' }, b], null],
  ])('%s', (_title, before, theirs, mine, merged) => expect(mergedDocuments(before, theirs, mine)).toEqual(merged))
})
