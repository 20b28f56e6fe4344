import { expect, it } from 'vitest'
import { benefit, factsOf, indicator, measurement, project } from './facts.fixture.ts'
import { lackingOf } from './lacking.ts'
import type { Indicator, Project } from './model.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const TODAY = '2026-05-20'

function lacking(rows: Parameters<typeof factsOf>[0], more: Partial<Project> = {}): string[] {
  const theProject = project(more)
  const facts = factsOf({ projects: [theProject], ...rows })
  const obligations = [...planObligations(facts, DEFAULT_SETTINGS, TODAY)].filter(({ projectKey }) => projectKey === theProject.key)
  return lackingOf(theProject, facts, obligations).map(({ why, periodKey, on, reason }) => [why, periodKey, on, reason].join(' ').trim())
}

const upTo = (...days: string[]) => days.map((day) => measurement(day))

it('a period past its date is lacking from that day, and no longer once it is answered', () => {
  expect(lacking({ measurements: upTo('2026-01-31', '2026-02-28', '2026-03-31') })).toEqual(['overdue 2026-04-30 2026-05-16'])
  expect(lacking({ measurements: upTo('2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30') })).toEqual([])
})

it('what could not be measured stays lacking with its reason until there is a number', () => {
  const gap = measurement('2026-04-30', { periodKey: '2026-04-30', value: null, reason: 'Systemet var nede' })
  const before = upTo('2026-01-31', '2026-02-28', '2026-03-31')
  expect(lacking({ measurements: [...before, gap] })).toEqual(['notMeasurable 2026-04-30 2026-04-30 Systemet var nede'])
  expect(lacking({ measurements: [...before, gap, measurement('2026-05-12', { periodKey: '2026-05-31' })] })).toEqual([])
})

it('an indicator without a baseline is lacking one from Planlegge on, unless it is waived or kept level', () => {
  const without = { indicators: [indicator({ baseline: null, anchorOn: '2027-01-31' })] }
  expect(lacking(without, { phase: 'plan' })).toEqual(['baselineMissing'])
  expect(lacking(without, { phase: 'concept' })).toEqual([])
  const waiver = { rule: 'baseline', reason: 'Nytt system', byId: 'owner' }
  expect(lacking({ indicators: [indicator({ baseline: null, anchorOn: '2027-01-31', baselineWaiver: waiver })] })).toEqual([])
  expect(lacking({ indicators: [indicator({ baseline: null, anchorOn: '2027-01-31', direction: 'maintain' })] })).toEqual([])
  // It counts from nothing: no baseline is asked for (rule 2), and none is lacking.
  expect(lacking({ indicators: [indicator({ baseline: null, anchorOn: '2027-01-31', kind: 'cumulative' })] })).toEqual([])
})

it('a baseline past its date is lacking from that day, and not once more as missing', () => {
  const without = { indicators: [indicator({ baseline: null, anchorOn: '2027-01-31' })] }
  const deliver = { phase: 'deliver', plannedGoLive: '2026-05-04' } as const
  expect(lacking(without, deliver)).toEqual(['baselineOverdue  2026-05-01'])
  expect(lacking(without, { ...deliver, plannedGoLive: '2026-06-04' })).toEqual(['baselineMissing'])
})

it('what is lacking longest stands first, and what nobody was asked for last', () => {
  const keys = ['c', 'a', 'b', 'd']
  const anchors: Record<string, Partial<Indicator>> = {
    a: { anchorOn: '2026-03-31', frequency: 'yearly' },
    b: { anchorOn: '2026-02-28', frequency: 'yearly' },
    c: { anchorOn: '2027-01-31', baseline: null },
    d: { anchorOn: '2027-01-31', baseline: null },
  }
  const dated = { 'overdue 2026-02-28': '2026-03-14', 'overdue 2026-03-31': '2026-04-16' }
  for (const order of [keys, [...keys].reverse()]) {
    const found = lacking({ indicators: order.map((key) => indicator({ key, ...anchors[key] })) })
    expect(found).toEqual([...Object.entries(dated).map((line) => line.join(' ')), 'baselineMissing', 'baselineMissing'])
  }
})

it('a project at rest, a closed indicator and a cancelled benefit lack nothing', () => {
  const without = { indicators: [indicator({ baseline: null })] }
  expect(lacking(without, { state: 'stopped', stoppedOn: '2026-01-01' })).toEqual([])
  expect(lacking(without, { state: 'onHold', holdFrom: '2026-01-01' })).toEqual([])
  expect(lacking({ indicators: [] })).toEqual([])
  expect(lacking({ indicators: [indicator({ state: 'closed', baseline: null })] })).toEqual([])
  expect(lacking({ benefits: [benefit({ state: 'cancelled' })], indicators: [indicator({ baseline: null })] })).toEqual([])
})
