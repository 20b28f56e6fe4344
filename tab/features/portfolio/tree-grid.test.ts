import { expect, test } from 'vitest'
import { portfolio } from '../../fixtures/portfolio.ts'
import { GROUPS, grouped, placesOf } from './filters.ts'
import { itemsOf } from './items.ts'
import { keyAct } from './tree-grid.tsx'

const groups = grouped(portfolio.projects, placesOf(portfolio.projects), GROUPS)
const items = itemsOf(groups, [])

test('a folded group keeps its heading and loses its rows', () => {
  const folded = itemsOf(groups, ['needsAction'])
  expect(folded[0]).toMatchObject({ kind: 'group', open: false, count: 6 })
  expect(folded[1]).toMatchObject({ kind: 'group', id: 'group:watch' })
  expect(items).toHaveLength(portfolio.projects.length + 4)
})

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['PageDown', 3, 13],
  ['Home', 3, 0],
  ['End', 3, items.length - 1],
  ['Enter', 3, 'toggle'],
  ['ArrowRight', 3, null],
  ['ArrowLeft', 3, 0],
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 'close'],
  ['a', 3, null],
])('%s on row %i means %s', (key, index, act) => {
  expect(keyAct(key, index, items)).toBe(act)
})
