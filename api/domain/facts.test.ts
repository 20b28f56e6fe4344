import { describe, expect, it } from 'vitest'
import { action, applied, decision, factsOf, indicator, measurement, nudge, person, project, report } from './facts.fixture.ts'
import { emptyTables, joinFacts } from './facts.ts'

describe('the tests’ own writing', () => {
  it('refuses a key that is there, and one that is not', () => {
    expect(() => applied(factsOf(), [{ op: 'create', list: 'projects', record: project() }])).toThrow('projects already has project')
    expect(() => applied(factsOf(), [{ op: 'update', list: 'projects', key: 'x', set: {}, version: '' }])).toThrow('projects has no x')
  })
})

describe('joined facts', () => {
  it('index what the rules look up', () => {
    const facts = factsOf({ benefitActions: [action()], people: [person('a', { key: 'row-of-a' })] })
    expect(facts.peopleById.get('a')?.key).toBe('row-of-a')
    expect(facts.benefitsByProject.get('project')?.map(({ key }) => key)).toEqual(['benefit'])
    expect(facts.indicatorsByBenefit.get('benefit')?.map(({ key }) => key)).toEqual(['indicator'])
    expect(facts.indicatorsByProject.get('project')?.map(({ key }) => key)).toEqual(['indicator'])
    expect(facts.actionsByBenefit.get('benefit')?.map(({ key }) => key)).toEqual(['action'])
    expect(facts.benefitsByProject.get('other')).toBe(undefined)
  })

  it('sort measurements by as-of date, then recording, and leave out what is corrected', () => {
    const rows = [
      measurement('2026-03-31', { key: 'c' }),
      measurement('2026-01-31', { key: 'b', actedAt: '2026-02-03T08:00:00Z' }),
      measurement('2026-01-31', { key: 'a', actedAt: '2026-02-02T08:00:00Z' }),
      measurement('2026-02-28', { key: 'wrong' }),
      measurement('2026-02-28', { key: 'right', correctsKey: 'wrong' }),
      measurement('2026-03-31', { key: 'd' }),
      measurement('2026-03-31', { key: 'e', indicatorKey: 'other' }),
    ]
    const facts = factsOf({ indicators: [indicator(), indicator({ key: 'other' })], measurements: rows })
    expect(facts.measurementsByIndicator.get('indicator')?.map(({ key }) => key)).toEqual(['a', 'b', 'right', 'c', 'd'])
    expect(facts.measurementsByIndicator.get('other')?.map(({ key }) => key)).toEqual(['e'])
  })

  it('sort published reports by period and version, decisions by day with the open ones last, nudges by day', () => {
    const drafted = report('2026-04', null)
    const reports = [
      drafted,
      report('2026-03', '2026-04-08'),
      report('2026-02', '2026-03-09', { version: 2 }),
      report('2026-02', '2026-03-06'),
    ]
    const decisions = [
      decision('board', { key: 'open', outcome: null }),
      decision('bp6', { key: 'again', occurrence: 2, decidedOn: '2026-03-01' }),
      decision('bp6', { key: 'first', occurrence: 1, decidedOn: '2026-03-01' }),
      decision('bp4', { key: 'same', occurrence: 1, decidedOn: '2026-03-01' }),
      decision('bp5', { key: 'early', decidedOn: '2026-01-01' }),
    ]
    const nudges = [nudge('a', '2026-03-02', []), nudge('a', '2026-03-01', [], { key: 'y' }), nudge('a', '2026-03-01', [], { key: 'x' })]
    const facts = factsOf({ statusReports: reports, decisions, nudges })
    expect(facts.reportsByProject.get('project')?.map(({ key }) => key)).toEqual([
      'project:2026-02:1',
      'project:2026-02:2',
      'project:2026-03:1',
    ])
    expect(facts.decisionsByProject.get('project')?.map(({ key }) => key)).toEqual(['early', 'same', 'first', 'again', 'open'])
    expect(facts.nudgesByPerson.get('a')?.map(({ key }) => key)).toEqual(['x', 'y', 'a:2026-03-02'])
  })

  it('of nothing are nothing', () => expect(joinFacts(emptyTables()).measurementsByIndicator.size).toBe(0))
})
