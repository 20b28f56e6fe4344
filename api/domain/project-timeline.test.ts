import { describe, expect, it } from 'vitest'
import { decision, factsOf, project } from './facts.fixture.ts'
import type { Decision, Project } from './model.ts'
import { planFlags, planWindow, projectTimeline, timelinePoints } from './project-timeline.ts'

const TODAY = '2026-05-18'

/** `idea 2025-01-01 2025-03-01 done` of each stretch, so that a road reads as a list. */
function road(set: Partial<Project>, decisions: Decision[] = [], today = TODAY): string[] {
  const row = project(set)
  const facts = factsOf({ projects: [row], decisions })
  return projectTimeline(row, facts, today).map(({ phase, through, from, to, state }) =>
    [through === phase ? phase : `${phase}–${through}`, from, to ?? 'open', state].join(' '),
  )
}
const taken = (point: Decision['point'], on: string): Decision =>
  decision(point, { key: `project:${point}:1`, outcome: 'proceed', decidedOn: on, decidedById: 'owner' })
const planned = (point: Decision['point'], dueOn: string): Decision =>
  decision(point, { key: `project:${point}:1`, outcome: null, decidedOn: null, dueOn })

describe('the road of a project', () => {
  it('is what lies behind it, where it is, and what somebody has dated ahead', () => {
    const set = { phase: 'deliver', phaseEnteredOn: '2026-01-05', startOn: '2025-01-10', endOn: '2027-03-01' } as const
    const decisions = [taken('bp1', '2025-04-01'), taken('bp2', '2025-09-01'), taken('bp3', '2026-01-05'), planned('bp4', '2026-10-01')]
    expect(road(set, decisions)).toEqual([
      'idea 2025-01-10 2025-04-01 done',
      'concept 2025-04-01 2025-09-01 done',
      'plan 2025-09-01 2026-01-05 done',
      'deliver 2026-01-05 2026-10-01 now',
      'close 2026-10-01 2027-03-01 planned',
      'realise 2027-03-01 open planned',
    ])
  })

  it('makes up no border: phases nobody has dated stand as one stretch', () => {
    const set = { phase: 'plan', phaseEnteredOn: '2026-02-01', startOn: '2025-06-01', endOn: '2027-06-01' } as const
    expect(road(set, [planned('bp3', '2026-06-15')])).toEqual([
      'idea–concept 2025-06-01 2026-02-01 done',
      'plan 2026-02-01 2026-06-15 now',
      'deliver–close 2026-06-15 2027-06-01 planned',
      'realise 2027-06-01 open planned',
    ])
    expect(road(set)).toEqual([
      'idea–concept 2025-06-01 2026-02-01 done',
      'plan 2026-02-01 2026-05-18 now',
      'plan–close 2026-05-18 2027-06-01 planned',
      'realise 2027-06-01 open planned',
    ])
  })

  it('leaves open what nobody has dated at all', () => {
    expect(road({ phase: 'plan', phaseEnteredOn: '2026-02-01' })).toEqual(['plan 2026-02-01 open now'])
    expect(road({ phase: 'plan', phaseEnteredOn: '2026-02-01' }, [planned('bp3', '2026-06-15')])).toEqual([
      'plan 2026-02-01 2026-06-15 now',
      'deliver–realise 2026-06-15 open planned',
    ])
    expect(road({ phase: 'idea', phaseEnteredOn: '2026-02-01', startOn: '2026-01-01' }, [planned('bp1', '2026-06-15')])).toEqual([
      'idea 2026-02-01 2026-06-15 now',
      'concept–realise 2026-06-15 open planned',
    ])
    expect(road({ phase: 'realise', phaseEnteredOn: '2026-01-01', endOn: '2027-01-01' })).toEqual(['realise 2026-01-01 open now'])
  })

  it('goes on until today where the decision that ends it is late, and a passed end says nothing', () => {
    const set = { phase: 'close', phaseEnteredOn: '2026-01-01', endOn: '2026-04-01' } as const
    expect(road(set, [planned('bp5', '2026-05-11')])).toEqual(['close 2026-01-01 2026-05-18 now', 'realise 2026-05-18 open planned'])
    expect(road(set)).toEqual(['close 2026-01-01 open now'])
    expect(road({ ...set, endOn: TODAY })).toEqual(['close 2026-01-01 open now'])
  })

  it('does not believe an end that lies before the phase it would end', () => {
    const set = { phase: 'concept', phaseEnteredOn: '2026-01-01', endOn: '2026-09-11' } as const
    expect(road(set, [planned('bp2', '2026-09-24')])).toEqual(['concept 2026-01-01 2026-09-24 now', 'plan–realise 2026-09-24 open planned'])
  })

  it('believes the forecast before the plan, and the day of going live when there is neither', () => {
    const set = { phase: 'close', phaseEnteredOn: '2026-01-01' } as const
    expect(road({ ...set, endOn: '2026-08-01', forecastEndOn: '2026-10-01' })[0]).toBe('close 2026-01-01 2026-10-01 now')
    expect(road({ ...set, plannedGoLive: '2026-09-01' })[0]).toBe('close 2026-01-01 2026-09-01 now')
  })

  it('waits while it is on hold, and goes on afterwards', () => {
    const set = { phase: 'close', phaseEnteredOn: '2026-01-01', state: 'onHold', holdFrom: '2026-03-01', endOn: '2026-12-01' } as const
    expect(road(set)).toEqual(['close 2026-01-01 2026-03-01 now', 'close 2026-03-01 open held'])
    expect(road({ ...set, holdTo: '2026-09-01' })).toEqual([
      'close 2026-01-01 2026-03-01 now',
      'close 2026-03-01 2026-09-01 held',
      'close 2026-09-01 2026-12-01 planned',
      'realise 2026-12-01 open planned',
    ])
  })

  it('whose plan lies within the time it waits goes on the day it is taken up again', () => {
    const set = { phase: 'deliver', phaseEnteredOn: '2026-01-01', state: 'onHold', holdFrom: '2026-03-01', endOn: '2027-03-01' } as const
    const decisions = [planned('bp4', '2026-10-01')]
    expect(road({ ...set, holdTo: '2026-12-01' }, decisions)).toEqual([
      'deliver 2026-01-01 2026-03-01 now',
      'deliver 2026-03-01 2026-12-01 held',
      'close 2026-12-01 2027-03-01 planned',
      'realise 2027-03-01 open planned',
    ])
    expect(road({ ...set, holdTo: '2026-10-01' }, decisions)[2]).toBe('close 2026-10-01 2027-03-01 planned')
    expect(road({ ...set, holdTo: '2027-06-01' }, decisions).slice(2)).toEqual(['realise 2027-06-01 open planned'])
    expect(road({ ...set, phase: 'realise', holdTo: '2026-06-01' })).toEqual([
      'realise 2026-01-01 2026-03-01 now',
      'realise 2026-03-01 2026-06-01 held',
      'realise 2026-06-01 open planned',
    ])
  })

  it('waits from the day its phase began where the hold is older, and not where nobody knows since when', () => {
    const set = { phase: 'close', phaseEnteredOn: '2026-01-01', state: 'onHold' } as const
    expect(road({ ...set, holdFrom: '2025-11-01' })).toEqual(['close 2026-01-01 open held'])
    const close = ['close 2026-01-01 2026-12-01 now', 'realise 2026-12-01 open planned']
    expect(road({ ...set, endOn: '2026-12-01' })).toEqual(close)
    expect(road({ ...set, endOn: '2026-12-01', holdTo: '2026-09-01' })).toEqual(close)
    expect(road({ ...set, endOn: '2026-12-01', state: 'active', holdFrom: '2026-03-01', holdTo: '2026-09-01' })).toEqual(close)
  })

  it('ends where the project was stopped or closed', () => {
    expect(road({ phase: 'plan', phaseEnteredOn: '2026-01-01', state: 'stopped', stoppedOn: '2026-03-01', endOn: '2027-01-01' })).toEqual([
      'plan 2026-01-01 2026-03-01 done',
    ])
    const closed = decision('bp6', { outcome: 'stop', decidedOn: '2026-04-01' })
    expect(road({ phase: 'realise', phaseEnteredOn: '2026-01-01', state: 'closed' }, [closed])).toEqual([
      'realise 2026-01-01 2026-04-01 done',
    ])
    const over = { phase: 'realise', phaseEnteredOn: '2026-01-01', state: 'closed' } as const
    expect(road(over).at(-1)).toBe('realise 2026-01-01 open done')
    expect(road(over, [taken('bp4', '2025-12-31')]).at(-1)).toBe('realise 2026-01-01 open done')
    // Closed on the day its phase began: it has been in it for no time.
    expect(road(over, [{ ...closed, decidedOn: '2026-01-01' }])).toEqual([])
    expect(road(over, [closed, planned('bp6', '2027-01-01')])).toEqual(['realise 2026-01-01 2026-04-01 done'])
  })

  it('of a pilot ends with its trial', () => {
    const set = { phase: 'concept', phaseEnteredOn: '2026-01-01', methodVersion: 'pilot-1', endOn: '2026-09-01' } as const
    expect(road(set)).toEqual(['concept 2026-01-01 2026-09-01 now'])
    expect(road({ ...set, startOn: '2025-10-01' })[0]).toBe('idea 2025-10-01 2026-01-01 done')
  })

  it('in a phase its method does not have is that phase, and nothing is known before or after it', () => {
    const set = { phase: 'deliver', phaseEnteredOn: '2026-01-01', methodVersion: 'pilot-1', startOn: '2025-10-01' } as const
    expect(road(set)).toEqual(['deliver 2026-01-01 open now'])
    expect(road({ ...set, endOn: '2026-09-01' })).toEqual(['deliver 2026-01-01 2026-09-01 now'])
  })
})

describe('the decisions on the road', () => {
  const points = (set: Partial<Project>, decisions: Decision[]) => {
    const row = project(set)
    return timelinePoints(row, factsOf({ projects: [row], decisions }), TODAY).map(({ point, on, state }) => `${point} ${on} ${state}`)
  }
  const decisions = [
    planned('bp5', '2026-05-11'),
    taken('bp4', '2026-01-01'),
    planned('bp6', '2027-01-01'),
    decision('bp3', { dueOn: null, outcome: null, decidedOn: null }),
  ]

  it('stand in the order of their days, late only once the day has passed', () => {
    expect(points({ phase: 'close' }, decisions)).toEqual(['bp4 2026-01-01 taken', 'bp5 2026-05-11 late', 'bp6 2027-01-01 planned'])
    expect(points({ phase: 'close' }, [planned('bp5', TODAY)])).toEqual([`bp5 ${TODAY} planned`])
    // A point taken again after going back comes later than one that follows it.
    expect(points({ phase: 'close' }, [taken('bp5', '2026-01-01'), taken('bp3', '2026-04-01')])).toEqual([
      'bp5 2026-01-01 taken',
      'bp3 2026-04-01 taken',
    ])
    // One that is late may lie before one that is taken.
    expect(points({ phase: 'close' }, [taken('bp3', '2026-04-01'), planned('bp4', '2026-03-01')])).toEqual([
      'bp4 2026-03-01 late',
      'bp3 2026-04-01 taken',
    ])
  })

  it('of one day stand by key, and one taken on no known day stands nowhere', () => {
    const board = (key: string) => decision('board', { key, decidedOn: '2026-02-01' })
    const row = project({ phase: 'close' })
    const keys = (decisions: Decision[]) => timelinePoints(row, factsOf({ projects: [row], decisions }), TODAY).map(({ key }) => key)
    const given = ['b', 'c', 'a'].map(board)
    expect(keys([...given, decision('bp4', { key: 'undated', decidedOn: null, dueOn: '2026-03-01' })])).toEqual(['a', 'b', 'c'])
    expect(keys([...given].reverse())).toEqual(['a', 'b', 'c'])
  })

  it('are late in nobody’s eyes while the project waits, and none is waited for once it is over', () => {
    expect(points({ phase: 'close', state: 'onHold' }, [planned('bp5', '2026-05-11')])).toEqual(['bp5 2026-05-11 planned'])
    expect(points({ phase: 'close', state: 'stopped' }, decisions)).toEqual(['bp4 2026-01-01 taken'])
  })
})

describe('the twelve months of the handlingsplan', () => {
  it('are counted from the first day of this month', () => {
    expect(planWindow(TODAY)).toEqual({ from: '2026-05-01', to: '2027-05-01' })
  })

  it.each([
    ['has neither start nor end', {}, ['startMissing', 'endMissing']],
    ['has both', { startOn: '2025-01-01', endOn: '2026-12-01' }, []],
    ['should have ended yesterday', { startOn: '2025-01-01', endOn: '2026-05-17' }, ['endPassed']],
    ['ends today', { startOn: '2025-01-01', endOn: TODAY }, []],
    ['is forecast to end later than planned', { startOn: '2025-01-01', endOn: '2026-05-01', forecastEndOn: '2026-06-01' }, []],
    ['begins the last day of them', { startOn: '2027-04-30' }, ['endMissing']],
    ['begins the day after them', { startOn: '2027-05-01' }, []],
    ['waits without an end', { startOn: '2025-01-01', state: 'onHold' }, ['endMissing']],
    ['is stopped', { state: 'stopped' }, []],
    ['is handed over', { phase: 'realise' }, []],
  ] as const)('a project that %s', (_what, set, flags) => {
    expect(planFlags(project({ phase: 'deliver', ...set }), TODAY)).toEqual(flags)
  })
})
