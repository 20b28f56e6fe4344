import { expect, it } from 'vitest'
import { joinFacts } from '#domain/facts.ts'
import { planObligations } from '#domain/obligations.ts'
import { settingsOn } from '#domain/settings.ts'
import { EMPTY } from './empty.ts'
import { LARGE } from './large.ts'
import { SCENARIO_ROLES } from './scenario.ts'
import { SCENARIOS, scenarioNamed } from './scenarios.ts'
import { storedAndBack } from './stored-and-back.ts'
import { tablesOf } from './tables-of.ts'

const TODAY = '2026-05-18'

it('finds a scenario by its name and nothing by another', () => {
  expect(scenarioNamed('demo')?.name).toBe('demo')
  expect(scenarioNamed('toString')).toBeNull()
})

it.each(Object.values(SCENARIOS))('$name has one person for each role, and an administrator', ({ people }) => {
  for (const role of SCENARIO_ROLES) expect(people.filter(({ scenarioRole }) => scenarioRole === role)).toHaveLength(1)
  expect(people.some(({ roles }) => roles.includes('admin'))).toBe(true)
  expect(people.find(({ scenarioRole }) => scenarioRole === 'office')?.roles).toContain('office')
  expect(people.find(({ scenarioRole }) => scenarioRole === 'leader')?.roles).toContain('leader')
})

it.each(Object.values(SCENARIOS))('$name names each person once', ({ people }) => {
  for (const name of people.map((person) => person.name)) expect(name).toMatch(/^[a-z0-9]+$/)
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length)
})

it('empty holds nothing but its people', () => {
  const rows = EMPTY.records(TODAY)
  expect(Object.keys(rows)).toEqual(['people'])
  expect(rows.people).toHaveLength(EMPTY.people.length)
  expect(storedAndBack(rows)).toEqual(rows)
})

it('large has the size that the benchmarks speak of', () => {
  const rows = LARGE.records(TODAY)
  expect(Object.fromEntries(Object.entries(rows).map(([list, all]) => [list, all.length]))).toMatchObject({
    people: 200,
    projects: 500,
    benefits: 2500,
    indicators: 2500,
    measurements: 60_000,
  })
  const keys = Object.values(rows)
    .flat()
    .map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(LARGE.records(TODAY)).toEqual(rows)
})

it('large has a few in a hundred overdue, and otherwise nothing', () => {
  const rows = LARGE.records(TODAY)
  const settings = settingsOn(TODAY, rows.settings ?? [])
  const overdue = planObligations(joinFacts(tablesOf(rows)), settings, TODAY).filter(({ state }) => state === 'overdue')
  expect(new Set(overdue.map(({ kind }) => kind))).toEqual(new Set(['measurement']))
  expect(overdue.length).toBeGreaterThan(25)
  expect(overdue.length).toBeLessThan(150)
})
