import { describe, expect, it } from 'vitest'
import { sizeFinding } from './doctor-findings.ts'

describe('a list that grows while a column is not indexed', () => {
  it.each([
    [3999, null],
    [4000, 'nearThreshold'],
    [19_999, 'nearThreshold'],
    [20_000, 'tooLargeToIndex'],
  ])('of %i rows: %s', (rows, code) => {
    expect(sizeFinding('Målinger', rows, ['periodKey'])?.code ?? null).toBe(code)
  })

  it('is told what to do, by the name of the column, and is no matter when all are indexed', () => {
    expect(sizeFinding('Målinger', 20_000, ['periodKey', 'asOf'])?.text).toMatch(
      /^«Målinger» has 20000 rows and «periodKey», «asOf» without index.* Move old rows out .* index the column/,
    )
    expect(sizeFinding('Målinger', 60_000, [])).toBeNull()
  })
})
