import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeAfter, rankOrder } from './rank.ts'

const three = [
  { key: 'a', rank: 1 },
  { key: 'b', rank: 2 },
  { key: 'c', rank: 3 },
  { key: 'x', rank: null },
]
const apply = (projects: readonly { key: string; rank: number | null }[], changes: readonly { key: string; rank: number }[]) =>
  projects.map((one) => changes.find((change) => change.key === one.key) ?? one)
const keys = (projects: readonly { key: string; rank: number | null }[]) => rankOrder(projects).map((one) => one.key)

describe('a project is moved in the board’s order', () => {
  test.each([
    ['c', null, [{ key: 'c', rank: 0 }]],
    ['c', 'a', [{ key: 'c', rank: 1.5 }]],
    ['a', 'c', [{ key: 'a', rank: 4 }]],
    ['x', 'c', [{ key: 'x', rank: 4 }]],
    ['b', 'a', []],
    ['a', null, []],
    ['a', 'x', null],
    ['a', 'nobody', null],
  ])('%s after %s writes %j', (key, after, changes) => {
    expect(placeAfter(key, after, three)).toEqual(changes)
  })

  test('two of one rank stand by key, in whatever order they were read, and one without a place is in none', () => {
    const same = [
      { key: 'b', rank: 1 },
      { key: 'a', rank: 1 },
      { key: 'c', rank: 1 },
      { key: 'd', rank: 0 },
      { key: 'x', rank: null },
    ]
    expect([keys(same), keys([...same].reverse())]).toEqual([
      ['d', 'a', 'b', 'c'],
      ['d', 'a', 'b', 'c'],
    ])
  })

  test.each([
    ['two of one rank', [1, 1, 2.5], [6, 5, 4]],
    ['two as near as the list can tell', [1, 1.000002, 2], [5, 4, 3]],
    ['two as near as that, from above', [2, 2.000001, 3], [6, 5, 4]],
    ['two below nought', [-3, -3, -2.5], [3, 2, 1]],
  ])('where there is no room between %s all move out beyond the highest, the last first', (_what, [a, b, c], [third, second, first]) => {
    const full = [
      { key: 'a', rank: a as number },
      { key: 'b', rank: b as number },
      { key: 'c', rank: c as number },
    ]
    expect(placeAfter('c', 'a', full)).toEqual([
      { key: 'b', rank: third },
      { key: 'c', rank: second },
      { key: 'a', rank: first },
    ])
  })

  test('between two with just room enough it stands halfway', () => {
    const near = [
      { key: 'a', rank: 1 },
      { key: 'b', rank: 1.000004 },
      { key: 'c', rank: 9 },
    ]
    expect(placeAfter('c', 'a', near)).toEqual([{ key: 'c', rank: 1.000002 }])
  })

  test('the first one gets the first place', () => {
    expect(placeAfter('x', null, [{ key: 'x', rank: null }])).toEqual([{ key: 'x', rank: 1 }])
  })

  test('any row of moves gives the order a plain list would have, also half way through each of them', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const ranks = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })
    const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 120 })
    fc.assert(
      fc.property(ranks, moves, (given, steps) => {
        let projects: { key: string; rank: number | null }[] = names.map((key, i) => ({ key, rank: given[i] ?? null }))
        const plain = keys(projects)
        for (const [who, where] of steps) {
          const key = names[who] as string
          const others = plain.filter((one) => one !== key)
          const after = others[where - 1] ?? null
          const changes = placeAfter(key, after, projects) ?? []
          const untouched = plain.filter((one) => one !== key)
          for (const change of changes) {
            projects = apply(projects, [change])
            expect(keys(projects).filter((one) => one !== key)).toEqual(untouched)
          }
          plain.splice(0, plain.length, ...others.slice(0, after === null ? 0 : where), key, ...others.slice(after === null ? 0 : where))
          expect(keys(projects)).toEqual(plain)
        }
      }),
    )
  })
})
