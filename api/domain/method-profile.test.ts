import { describe, expect, it } from 'vitest'
import { DECISION_POINTS, PHASES } from './codes.ts'
import { factsOf, project, setting } from './facts.fixture.ts'
import {
  BUILT_IN_PROFILES,
  checklistFor,
  isMethodProfile,
  type MethodProfile,
  phaseOpenedBy,
  pointAfter,
  pointIn,
  profileOf,
  profilesByVersion,
} from './method-profile.ts'
import { PILOT, PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import { DEFAULT_SETTINGS, settingFaults, settingsOn } from './settings.ts'

const own: MethodProfile = {
  ...PROSJEKTVEIVISEREN_6,
  version: 'eksempel-2027',
  phases: PROSJEKTVEIVISEREN_6.phases.map((one) => (one.phase === 'deliver' ? { ...one, title: { nb: 'Lage', nn: 'Lage' } } : one)),
}
const withPoint = (point: string, more: object): unknown => ({
  ...own,
  points: own.points.map((one) => (one.point === point ? { ...one, ...more } : one)),
})

describe('a method profile', () => {
  it('is built in as Prosjektveiviseren 6 and as a pilot, both of a shape that settings take', () => {
    expect(BUILT_IN_PROFILES.map(({ version }) => version)).toEqual(['prosjektveiviseren-6', 'pilot-1'])
    expect(BUILT_IN_PROFILES.map(isMethodProfile)).toEqual([true, true])
    expect(DEFAULT_SETTINGS.method).toBe(PROSJEKTVEIVISEREN_6)
  })

  it('has the six phases, each ended by the point of its number', () => {
    expect(PROSJEKTVEIVISEREN_6.phases.map(({ phase }) => phase)).toEqual([...PHASES])
    expect(PHASES.map(pointAfter)).toEqual([...DECISION_POINTS])
    expect(DECISION_POINTS.map((point) => phaseOpenedBy(point, PROSJEKTVEIVISEREN_6))).toEqual([...PHASES.slice(1), null])
  })

  it('may leave phases out, and a point then opens the next one there is', () => {
    const short = {
      ...own,
      phases: own.phases.filter(({ phase }) => phase !== 'plan'),
      points: own.points.filter(({ point }) => point !== 'bp3'),
    }
    expect(isMethodProfile(short)).toBe(true)
    expect(phaseOpenedBy('bp2', short)).toBe('deliver')
    expect(phaseOpenedBy('bp3', short)).toBe(null)
  })

  it.each<[string, unknown]>([
    ['another word for a phase', own],
    ['a document more', withPoint('bp1', { checklist: [{ rule: 'itReview', title: { nb: 'IT har vurdert' }, sizes: ['large'] }] })],
    ['another decider', withPoint('bp2', { decider: 'projectOwner' })],
    ['a yearly BP6 every second year', withPoint('bp6', { repeatMonths: 24 })],
    ['a soft point made hard', withPoint('bp3', { hard: true })],
  ])('may be edited: %s', (_title, value) => expect(isMethodProfile(value)).toBe(true))

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no version', { ...own, version: '' }],
    ['a version with odd signs', { ...own, version: 'a:b' }],
    ['a version too long', { ...own, version: 'a'.repeat(61) }],
    ['an unknown phase', { ...own, phases: [{ phase: 'dream' }] }],
    ['no list of phases', { ...own, phases: {} }],
    ['phases out of order', { ...own, phases: [...own.phases].reverse() }],
    ['a phase twice', { ...own, phases: [...own.phases, { phase: 'idea' }] }],
    ['a phase without its point', { ...own, points: own.points.slice(1) }],
    ['a point without its phase', { ...own, phases: own.phases.filter(({ phase }) => phase !== 'plan') }],
    ['no handover', { ...own, phases: own.phases.slice(0, 2), points: own.points.slice(0, 2) }],
    [
      'realising without closing',
      { ...own, phases: own.phases.filter(({ phase }) => phase !== 'close'), points: own.points.filter(({ point }) => point !== 'bp5') },
    ],
    ['a soft BP5', withPoint('bp5', { hard: false })],
    ['a BP5 that asks nothing', withPoint('bp5', { rules: [] })],
    ['an unknown rule', withPoint('bp1', { rules: ['luck'] })],
    ['a rule twice', withPoint('bp2', { rules: ['owner', 'owner'] })],
    ['an unknown decider', withPoint('bp1', { decider: 'mayor' })],
    ['hard neither yes nor no', withPoint('bp1', { hard: 'yes' })],
    ['months of no number', withPoint('bp6', { repeatMonths: 'yearly' })],
    ['months below one', withPoint('bp6', { repeatMonths: 0 })],
    ['months and a half', withPoint('bp6', { repeatMonths: 1.5 })],
    ['months beyond five years', withPoint('bp6', { repeatMonths: 61 })],
    ['a document with a rule’s name', withPoint('bp1', { checklist: [{ rule: 'owner' }] })],
    ['a document without a name', withPoint('bp1', { checklist: [{}] })],
    ['a document twice', withPoint('bp1', { checklist: [{ rule: 'a' }, { rule: 'a' }] })],
    ['a document for an unknown size', withPoint('bp1', { checklist: [{ rule: 'a', sizes: ['huge'] }] })],
    ['a document for no list of sizes', withPoint('bp1', { checklist: [{ rule: 'a', sizes: 'small' }] })],
    ['words in an unknown language', withPoint('bp1', { title: { de: 'Anfang' } })],
    ['empty words', withPoint('bp1', { title: { nb: ' ' } })],
    ['words that are none', withPoint('bp1', { title: { nb: 1 } })],
    ['words too long', withPoint('bp1', { title: { nb: 'a'.repeat(201) } })],
    ['words that are no record', withPoint('bp1', { title: 'Start' })],
    ['too many documents', withPoint('bp1', { checklist: Array.from({ length: 61 }, (_, at) => ({ rule: `d${at}` })) })],
    ['a point that is none', { ...own, points: [...own.points.slice(1), 'bp1'] }],
    ['an unknown point', withPoint('bp1', { point: 'bp9' })],
    ['a trial in an unknown phase', { ...PILOT, version: 'x', pilotPhase: 'dream' }],
    ['a trial in a phase it does not have', { ...PILOT, version: 'x', pilotPhase: 'deliver' }],
    ['a phase that is none', { ...own, phases: ['idea'] }],
  ])('is refused with %s', (_title, value) => {
    expect(isMethodProfile(value)).toBe(false)
    expect(settingFaults('method', value)).toEqual([''])
  })
})

describe('the profile of a project', () => {
  const rows = { settings: [setting('method', '2027-01-01', own), setting('method', '2026-01-01', { bad: true })] }

  it('is the version it began with, whenever another came into force', () => {
    expect(profileOf(project({ methodVersion: 'eksempel-2027' }), factsOf(rows))).toBe(own)
    expect(profileOf(project({ methodVersion: 'pilot-1' }), factsOf(rows))).toBe(PILOT)
    expect(settingsOn('2026-12-31', rows.settings).method).toBe(PROSJEKTVEIVISEREN_6)
    expect(settingsOn('2027-01-01', rows.settings).method).toBe(own)
  })

  it('is Prosjektveiviseren 6 where the version is not known', () => {
    const facts = factsOf(rows)
    expect(profileOf(project({ methodVersion: 'pv5' }), facts)).toBe(PROSJEKTVEIVISEREN_6)
    expect(profileOf(project({ methodVersion: '' }), facts)).toBe(PROSJEKTVEIVISEREN_6)
  })

  it('does not change with a later row of the same version, nor with one that takes a built-in name', () => {
    const later = setting('method', '2028-01-01', { ...own, phases: PROSJEKTVEIVISEREN_6.phases }, { actedAt: '2026-06-01T10:00:00Z' })
    const stolen = setting('method', '2028-02-01', { ...own, version: 'prosjektveiviseren-6' })
    const same = setting('method', '2028-03-01', { ...own, pilotPhase: null }, { key: 'zz' })
    for (const settings of [
      [later, stolen, same, ...rows.settings],
      [...rows.settings, same, stolen, later],
    ]) {
      const profiles = profilesByVersion(settings)
      expect(profiles.get('eksempel-2027')).toBe(own)
      expect(profiles.get('prosjektveiviseren-6')).toBe(PROSJEKTVEIVISEREN_6)
    }
  })

  it('asks for documents by the project’s size', () => {
    const point = pointIn(PROSJEKTVEIVISEREN_6, 'bp3')
    const asked = (size: 'small' | 'medium' | 'large' | null) => point && checklistFor(point, { size }).map(({ rule }) => rule)
    expect(asked('small')).toContain('projectCanvas')
    expect(asked('small')).not.toContain('steeringDocument')
    expect(asked('large')).toContain('steeringDocument')
    expect(asked('large')).not.toContain('projectCanvas')
    expect(asked(null)).toEqual(asked('medium'))
    expect(pointIn(PROSJEKTVEIVISEREN_6, 'board')).toBe(undefined)
  })
})
