import { expect, test } from 'vitest'
import { benefitMap } from './map-model.ts'

const given = (key: string, change: string | null, contributesTo: string | null) => ({
  key,
  title: key.toUpperCase(),
  change,
  contributesTo,
  drawback: false,
})

test('the same words are one box, whatever their case and space; what is not written stays apart', () => {
  const map = benefitMap([
    given('a', 'Ny saksflyt', 'Raskere svar'),
    given('b', null, null),
    given('c', 'ny  saksflyt', 'Bedre tid'),
    given('d', null, 'raskere svar'),
  ])
  expect(map.benefits.map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b'])
  expect(map.changes.map(({ text }) => text)).toEqual(['ny  saksflyt', null, null])
  expect(map.goals.map(({ text }) => text)).toEqual(['Bedre tid', 'Raskere svar', null])
  expect(map.gives).toEqual([
    [0, 0],
    [0, 1],
    [1, 2],
    [2, 3],
  ])
  expect(map.serves).toEqual([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 2],
  ])
})
