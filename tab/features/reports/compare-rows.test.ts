import { expect, test } from 'vitest'
import { project } from '../../fixtures/project.ts'
import { figurePairs, rowPairs } from './compare-rows.ts'

const after = project.report as NonNullable<typeof project.report>

test('an assessment has changed when its rating or its words have', () => {
  const rows = after.rows.map((row, at) => (at === 0 ? { ...row, comment: 'Andre ord' } : row))
  const changed = rowPairs({ ...after, rows: rows.slice(0, -1) }, after).filter((pair) => pair.changed)
  expect(changed.map(({ row }) => row)).toEqual([after.rows[0]?.row, after.rows.at(-1)?.row])
})

test('a benefit that was in only one of them stands with nothing beside it', () => {
  const figure = { title: 'A', unit: 'dager', value: 1, asOf: null, achievementPercent: null, plannedPercent: null, course: 'onTrack' }
  const pairs = figurePairs({ ...after, snapshot: [figure] }, { ...after, snapshot: [{ ...figure, title: 'B' }] })
  expect(pairs.map((pair) => [pair.title, pair.before?.title ?? null, pair.after?.title ?? null])).toEqual([
    ['B', null, 'B'],
    ['A', 'A', null],
  ])
})
