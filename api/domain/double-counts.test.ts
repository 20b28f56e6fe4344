import { expect, it } from 'vitest'
import { possibleDoubleCounts } from './double-counts.ts'
import { benefit, factsOf, indicator, measurement, project } from './facts.fixture.ts'
import type { Benefit, Indicator } from './model.ts'

const PROJECTS = [project(), project({ key: 'other' }), project({ key: 'far', area: 'Elsewhere' }), project({ key: 'nowhere', area: '' })]

/** Two benefits with amounts, the second changed. */
function found(second: Partial<Benefit>, indicators: Indicator[] = []): string[] {
  const benefits = [
    benefit({ key: 'one', title: 'Spart tid', plannedByYear: { 2026: 10 } }),
    benefit({ key: 'two', title: 'Spart tid', plannedByYear: { 2026: 5 }, ...second }),
  ]
  const facts = factsOf({ projects: PROJECTS, benefits, indicators })
  return possibleDoubleCounts(benefits, facts, '2026-05-18').map(
    ({ why, benefits: rows }) => `${why}: ${rows.map(({ key }) => key).join(' ')}`,
  )
}

it.each<[string, Partial<Benefit>, string[]]>([
  ['one name in one project', {}, ['title: one two']],
  ['one name, written otherwise', { title: '  spart   TID ' }, ['title: one two']],
  ['one name in two projects of an area', { projectKey: 'other' }, ['title: one two']],
  ['one name in two areas', { projectKey: 'far' }, []],
  ['one name in two areas of one project', { area: 'Elsewhere' }, ['title: one two']],
  ['another category', { category: 'cost' }, []],
  ['a drawback of the same name', { drawback: true }, []],
  ['one that is cancelled', { state: 'cancelled' }, []],
  ['one without amounts', { plannedByYear: {} }, []],
  ['one whose amounts are nothing', { plannedByYear: { 2026: 0 } }, []],
  ['one name in a project of no area', { projectKey: 'nowhere' }, []],
  ['one name in a project nobody knows', { projectKey: 'gone' }, []],
  ['one that contributes to the other', { contributesTo: 'one' }, []],
  ['another name', { title: 'Færre feil' }, []],
])('%s', (_what, second, groups) => {
  expect(found(second)).toEqual(groups)
})

it('one indicator in two projects of an area is told, by its name and unit', () => {
  const measured = (key: string, more: Partial<Indicator> = {}) =>
    indicator({ key, benefitKey: key, title: 'Timer til svar', unit: 'timer', ...more })
  const second = { title: 'Raskere svar', projectKey: 'other' }
  expect(found(second, [measured('one'), measured('two')])).toEqual(['indicator: one two'])
  expect(found(second, [measured('one'), measured('two', { unit: 'dager' })])).toEqual([])
  expect(found({ ...second, projectKey: 'far' }, [measured('one'), measured('two')])).toEqual([])
  expect(found({}, [measured('one'), measured('two')])).toEqual(['title: one two'])
  // One benefit measured twice by that name is one benefit still.
  expect(found({ ...second, projectKey: 'far' }, [measured('one'), measured('one', { key: 'again' })])).toEqual([])
})

it('what has been realised counts though nothing was planned, and what has no area is compared within its project only', () => {
  const counted = indicator({ key: 'two', benefitKey: 'two', kind: 'cumulative', unit: 'timer' })
  const benefits = [benefit({ key: 'one', plannedByYear: { 2026: 10 } }), benefit({ key: 'two' })]
  const groups = (rows: Parameters<typeof factsOf>[0]) =>
    possibleDoubleCounts(benefits, factsOf({ benefits, indicators: [counted], ...rows }), '2026-05-18').length
  const value = (amount: number) => ({ measurements: [measurement('2026-04-30', { indicatorKey: 'two', value: amount })] })
  expect([groups({}), groups(value(0)), groups(value(5))]).toEqual([0, 0, 1])
  expect(groups({ ...value(5), projects: [project({ area: ' ' })] })).toBe(1)
})
