import { describe, expect, it } from 'vitest'
import { DECISION_POINTS } from './codes.ts'
import { benefit, factsOf, indicator, peopleWith, person, project } from './facts.fixture.ts'
import { missingForGate, warnings } from './gates.ts'
import type { Indicator } from './model.ts'

type Rows = Parameters<typeof factsOf>[0]
const lacks = (rows: Rows = {}): string[] =>
  missingForGate('bp5', rows.projects?.[0] ?? project(), factsOf(rows)).map(
    ({ code, benefitKey, indicatorKey }) => `${code} ${benefitKey} ${indicatorKey}`,
  )
const warns = (rows: Rows = {}): string[] =>
  warnings(rows.projects?.[0] ?? project(), factsOf(rows)).map(({ code, benefitKey }) => `${code} ${benefitKey}`)
const waiver = { rule: 'baseline', reason: 'no data exist', byId: 'owner' }

describe('BP5, the hard gate', () => {
  it('opens when every benefit has all it needs', () => expect(lacks()).toEqual([]))

  it.each<[string, Partial<Indicator>, string[]]>([
    ['no baseline', { baseline: null }, ['baselineMissing benefit indicator']],
    ['a baseline of zero', { baseline: 0 }, []],
    ['a waiver with name and reason', { baseline: null, baselineWaiver: waiver }, []],
    ['a waiver without a reason', { baseline: null, baselineWaiver: { ...waiver, reason: ' ' } }, ['baselineMissing benefit indicator']],
    ['a waiver without a name', { baseline: null, baselineWaiver: { ...waiver, byId: '' } }, ['baselineMissing benefit indicator']],
    ['what counts from nothing', { baseline: null, kind: 'cumulative' }, []],
    ['no target', { target: null }, ['targetMissing benefit indicator']],
    ['a target of zero', { target: 0 }, []],
    ['no target date', { targetOn: null }, ['targetOnMissing benefit indicator']],
    ['no first date', { anchorOn: '' }, ['firstDateMissing benefit indicator']],
    [
      'nothing but a name',
      { baseline: null, target: null, targetOn: null },
      ['baselineMissing benefit indicator', 'targetMissing benefit indicator', 'targetOnMissing benefit indicator'],
    ],
  ])('with %s', (_title, more, expected) => expect(lacks({ indicators: [indicator(more)] })).toEqual(expected))

  it('lists frequency and first date of old rows that lack them altogether', () => {
    const old = { ...indicator(), frequency: undefined, anchorOn: undefined } as unknown as Indicator
    expect(lacks({ indicators: [old] })).toEqual(['frequencyMissing benefit indicator', 'firstDateMissing benefit indicator'])
  })

  it('wants a benefit, and an indicator for each; a closed one does not count', () => {
    expect(lacks({ benefits: [] })).toEqual(['benefitMissing null null'])
    expect(lacks({ indicators: [] })).toEqual(['indicatorMissing benefit null'])
    expect(lacks({ indicators: [indicator({ state: 'closed' })] })).toEqual(['indicatorMissing benefit null'])
    expect(lacks({ benefits: [benefit({ state: 'cancelled' })] })).toEqual(['benefitMissing null null'])
    expect(lacks({ benefits: [benefit(), benefit({ key: 'harm', drawback: true })] })).toEqual([])
  })

  it('wants an owner who is still here; the project’s owner is the default', () => {
    const unowned = [benefit({ ownerId: null })]
    expect(lacks({ benefits: unowned })).toEqual([])
    expect(lacks({ benefits: unowned, projects: [project({ ownerId: null })] })).toEqual(['ownerMissing benefit null'])
    expect(lacks({ benefits: unowned, projects: [project({ ownerId: null, benefitOwnerId: 'second' })] })).toEqual([])
    expect(lacks({ people: peopleWith(person('benefit-owner', { reach: 'left' })) })).toEqual(['ownerMissing benefit null'])
  })

  it('wants the plan approved', () =>
    expect(lacks({ benefits: [benefit({ state: 'proposed' })] })).toEqual(['planNotApproved benefit null']))

  it('is the only hard one', () => {
    const facts = factsOf({ benefits: [] })
    expect(DECISION_POINTS.filter((point) => missingForGate(point, project(), facts).length > 0)).toEqual(['bp5'])
  })
})

describe('warnings', () => {
  it('say what is worth a second look, and stop nothing', () => {
    expect(warns({ benefits: [benefit({ ownerId: null })] })).toEqual([])
    expect(warns()).toEqual(['benefitOwnerDiffers benefit'])
    expect(warns({ benefits: [benefit({ ownerId: 'owner' })], projects: [project({ managerId: 'owner' })] })).toEqual([
      'ownerIsManager null',
    ])
    expect(warns({ benefits: [benefit({ ownerId: 'owner' })], indicators: [] })).toEqual(['benefitWithoutIndicator benefit'])
    expect(warns({ benefits: [benefit({ state: 'cancelled' })], indicators: [] })).toEqual([])
    expect(warns({ benefits: [benefit({ ownerId: 'owner', drawback: true })], indicators: [] })).toEqual([])
    expect(warns({ benefits: [], projects: [project({ ownerId: null, managerId: null })] })).toEqual([])
    const same = { ownerId: 'owner', category: 'cost' as const, plannedByYear: { 2026: 10 } }
    const indicators = ['benefit', 'second'].map((benefitKey) => indicator({ key: `i-${benefitKey}`, benefitKey }))
    expect(warns({ benefits: [benefit(same), benefit({ ...same, key: 'second' })], indicators })).toEqual([
      'doubleCounting benefit',
      'doubleCounting second',
    ])
    expect(warns({ benefits: [], projects: [project({ key: 'other' })] })).toEqual([])
  })
})
