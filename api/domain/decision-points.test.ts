import { describe, expect, it } from 'vitest'
import type { DecisionKind, DecisionPoint } from './codes.ts'
import { type Given, nextOccurrence, plannedRow, readinessOf } from './decision-points.ts'
import { benefit, decision, factsOf, indicator, measurement, peopleWith, person, project, report } from './facts.fixture.ts'
import { checklistFor, pointIn } from './method-profile.ts'
import { PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { Benefit, ChecklistLine, Indicator, Project } from './model.ts'

type Rows = Parameters<typeof factsOf>[0]
/** Every document of a point ticked, so that a test sees only what the lists lack. */
const ticked = (point: DecisionPoint, size: Project['size'] = null): ChecklistLine[] => {
  const profile = pointIn(PROSJEKTVEIVISEREN_6, point)
  return profile ? checklistFor(profile, { size }).map(({ rule }) => ({ rule, done: true })) : []
}
const lacks = (point: DecisionPoint, rows: Rows = {}, given: Given = {}): string[] =>
  (readinessOf(point, rows.projects?.[0] ?? project(), factsOf(rows), { checklist: ticked(point), ...given })?.lacks ?? []).map(
    ({ code, benefitKey, indicatorKey }) => [code, benefitKey, indicatorKey].filter(Boolean).join(' '),
  )

const ready = project({ budget: 400_000, lineLeadId: 'owner', plannedGoLive: '2026-09-01' })
const bothLevels = [benefit(), benefit({ key: 'unit', level: 'unit' })]

describe('BP1', () => {
  it('asks for a mandate and whether it is a project at all', () => {
    expect(lacks('bp1', { benefits: [], indicators: [] })).toEqual([])
    expect(lacks('bp1', {}, { checklist: [] })).toEqual(['documentMissing', 'documentMissing'])
  })
})

describe('BP2', () => {
  it('asks for a benefit, cost and benefit for the unit and the whole, cost, an owner, and documents', () => {
    expect(lacks('bp2', { projects: [ready], benefits: bothLevels })).toEqual([])
    expect(lacks('bp2', { projects: [project({ ownerId: null })], benefits: [] })).toEqual([
      'benefitMissing',
      'costBenefitUnitMissing',
      'costBenefitMunicipalityMissing',
      'costMissing',
      'ownerMissing',
    ])
    expect(lacks('bp2', { projects: [ready], benefits: bothLevels }, { checklist: [{ rule: 'userNeeds', done: false }] })).toHaveLength(5)
  })

  it.each<[string, Benefit[], string[]]>([
    [
      'a drawback describes its level, but is no benefit',
      [benefit({ drawback: true, level: 'unit' })],
      ['benefitMissing', 'costBenefitMunicipalityMissing'],
    ],
    [
      'a cancelled one describes nothing',
      [benefit({ state: 'cancelled' })],
      ['benefitMissing', 'costBenefitUnitMissing', 'costBenefitMunicipalityMissing'],
    ],
    ['the county is neither', [benefit({ level: 'county' })], ['costBenefitUnitMissing', 'costBenefitMunicipalityMissing']],
  ])('%s', (_title, benefits, expected) => expect(lacks('bp2', { projects: [ready], benefits })).toEqual(expected))

  it('wants an owner who is still here, and takes a budget of zero', () => {
    const gone = peopleWith(person('owner', { reach: 'left' }))
    expect(lacks('bp2', { projects: [project({ budget: 0 })], benefits: bothLevels, people: gone })).toEqual(['ownerMissing'])
  })
})

describe('BP3', () => {
  it('asks for indicators, a baseline taken or planned, manager and line lead', () => {
    expect(lacks('bp3', { projects: [ready] })).toEqual([])
    const bare = project({ ownerId: null, managerId: null })
    expect(lacks('bp3', { projects: [bare], indicators: [] })).toEqual([
      'ownerMissing',
      'managerMissing',
      'lineLeadMissing',
      'indicatorMissing benefit',
    ])
  })

  it.each<[string, Partial<Indicator>, Partial<Project>, string[]]>([
    ['taken', {}, {}, []],
    ['planned before going live', { baseline: null }, { plannedGoLive: '2026-09-01' }, []],
    ['waived', { baseline: null, baselineWaiver: { rule: 'baseline', reason: 'no data', byId: 'owner' } }, {}, []],
    ['not needed for what counts from nothing', { baseline: null, kind: 'cumulative' }, {}, []],
    ['neither', { baseline: null }, {}, ['baselinePlanMissing benefit indicator']],
  ])('a baseline %s', (_title, more, about, expected) => {
    const rows = { projects: [project({ lineLeadId: 'owner', ...about })], indicators: [indicator(more)] }
    expect(lacks('bp3', rows)).toEqual(expected)
  })

  it('asks small projects for the light documents', () => {
    const small = project({ ...ready, size: 'small' })
    expect(lacks('bp3', { projects: [small] }, { checklist: ticked('bp3', 'small') })).toEqual([])
    expect(lacks('bp3', { projects: [small] }, { checklist: ticked('bp3', 'large') })).toEqual(['documentMissing', 'documentMissing'])
  })
})

describe('BP4', () => {
  it('asks for a published report', () => {
    expect(lacks('bp4', { statusReports: [report('2026-02', '2026-03-05T10:00:00Z')] })).toEqual([])
    expect(lacks('bp4', { statusReports: [report('2026-02', null)] })).toEqual(['reportMissing'])
    expect(lacks('bp4')).toEqual(['reportMissing'])
  })
})

describe('BP5', () => {
  const bad = { indicators: [indicator({ baseline: null, target: null })], benefits: [benefit({ state: 'proposed' })] }

  it('asks for all that operations need, and for documents', () => {
    expect(lacks('bp5')).toEqual([])
    expect(lacks('bp5', bad)).toEqual(['baselineMissing benefit indicator', 'targetMissing benefit indicator', 'planNotApproved benefit'])
    expect(lacks('bp5', {}, { checklist: [] })).toHaveLength(4)
  })

  it('lets nobody stand by anything but a baseline and a document', () => {
    const waivers = ['baseline', 'target', 'planNotApproved', 'handover', 'lessons'].map((rule) => ({
      rule,
      reason: 'known',
      byId: 'owner',
    }))
    const checklist = ticked('bp5').map((line) => (line.rule === 'lessons' ? { ...line, done: false } : line))
    const found = readinessOf('bp5', project(), factsOf(bad), { checklist, waivers })
    expect(found?.lacks.map(({ code, waivable }) => `${code} ${waivable}`)).toEqual(['targetMissing false', 'planNotApproved false'])
    expect(found?.waived.map(({ lack }) => lack.code)).toEqual(['baselineMissing', 'documentMissing'])
  })
})

describe('BP6', () => {
  it('asks that each benefit that is not settled has been measured', () => {
    expect(lacks('bp6')).toEqual(['measurementMissing benefit'])
    expect(lacks('bp6', { measurements: [measurement('2026-02-28')] })).toEqual([])
    expect(lacks('bp6', { measurements: [measurement('2026-02-28', { value: null, reason: 'x' })] })).toEqual([
      'measurementMissing benefit',
    ])
    expect(lacks('bp6', { measurements: [measurement('2026-01-10', { periodKey: 'baseline' })] })).toEqual(['measurementMissing benefit'])
    for (const state of ['realised', 'notRealised', 'cancelled'] as const) {
      expect(lacks('bp6', { benefits: [benefit({ state })] })).toEqual([])
    }
    expect(lacks('bp6', { indicators: [] })).toEqual(['measurementMissing benefit'])
  })
})

describe('a waiver', () => {
  const waive = (waivers: Given['waivers'], rows: Rows = {}) =>
    lacks('bp3', { projects: [project()], indicators: [], ...rows }, { waivers })
  const left = peopleWith(person('owner', { reach: 'left' }))

  it('is a named person and a reason', () => {
    expect(waive([{ rule: 'lineLead', reason: 'named in May', byId: 'owner' }])).toEqual(['indicatorMissing benefit'])
    expect(waive([{ rule: 'lineLead', reason: ' ', byId: 'owner' }])).toContain('lineLeadMissing')
    expect(waive([{ rule: 'lineLead', reason: 'named in May', byId: '' }])).toContain('lineLeadMissing')
    expect(waive([{ rule: 'lineLead', reason: 'named in May', byId: 'owner' }], { people: left })).toContain('lineLeadMissing')
  })

  it('stands for one benefit or for all', () => {
    expect(waive([{ rule: 'indicator:benefit', reason: 'later', byId: 'owner' }])).toEqual(['lineLeadMissing'])
    expect(waive([{ rule: 'indicator', reason: 'later', byId: 'owner' }])).toEqual(['lineLeadMissing'])
    expect(waive([{ rule: 'indicator:other', reason: 'later', byId: 'owner' }])).toEqual(['lineLeadMissing', 'indicatorMissing benefit'])
  })

  it('is told with what it stands for', () => {
    const waiver = { rule: 'lineLead', reason: 'named in May', byId: 'owner' }
    const found = readinessOf('bp3', project(), factsOf(), { checklist: ticked('bp3'), waivers: [waiver] })
    expect(found?.waived).toEqual([{ lack: { rule: 'lineLead', code: 'lineLeadMissing', benefitKey: null, indicatorKey: null }, waiver }])
  })
})

describe('the checklist a decision keeps', () => {
  it('has each rule and document with whether it was there, and the documents’ links', () => {
    const link = 'https://example.invalid/mandate'
    const found = readinessOf('bp1', project(), factsOf(), {
      checklist: [
        { rule: 'conceptMandate', done: true, link },
        { rule: 'unknown', done: true },
      ],
    })
    expect(found?.checklist).toEqual([
      { rule: 'conceptMandate', done: true, link },
      { rule: 'projectOrLine', done: false },
    ])
    expect(readinessOf('bp4', project(), factsOf())?.checklist[0]).toEqual({ rule: 'reportPublished', done: false })
  })

  it('is none for a point the profile does not have', () => {
    const pilot = project({ methodVersion: 'pilot-1' })
    expect(readinessOf('bp5', pilot, factsOf())).toBe(null)
    expect(readinessOf('board', project(), factsOf())).toBe(null)
    expect(readinessOf('bp1', pilot, factsOf())?.lacks.map(({ rule }) => rule)).toEqual(['hypothesis'])
  })
})

describe('the occurrence of a point', () => {
  const next = (point: DecisionKind, ...decisions: ReturnType<typeof decision>[]) =>
    nextOccurrence(point, project(), factsOf({ decisions }))
  it('is one more each time it is held', () => {
    expect(next('bp6')).toBe(1)
    expect(next('bp6', decision('bp6', { occurrence: 3 }), decision('bp6', { key: 'x', occurrence: 1 }), decision('bp5'))).toBe(4)
  })

  it('is that of the planned row, the first of them', () => {
    const rows = [
      decision('bp6', { key: 'c', occurrence: 3, outcome: null }),
      decision('bp6', { key: 'b', occurrence: 2, outcome: null }),
      decision('bp6', { key: 'a', occurrence: 1 }),
    ]
    expect(plannedRow('bp6', project(), factsOf({ decisions: rows }))?.key).toBe('b')
    expect(plannedRow('bp5', project(), factsOf({ decisions: rows }))).toBe(undefined)
    expect(plannedRow('bp5', project(), factsOf())).toBe(undefined)
  })
})
