import { describe, expect, it } from 'vitest'
import { action, decision, factsOf, indicator, measurement, nudge, project, report, setting, stored } from './facts.fixture.ts'
import { type Obligation, type PlanOptions, planObligations } from './obligations.ts'
import { settingsOn } from './settings.ts'

/** The days on which a rule turns: the last on one side, and the first on the other. */

type Rows = Parameters<typeof factsOf>[0]
const plan = (rows: Rows, today: string, options: PlanOptions = {}): Obligation[] => {
  const facts = factsOf(rows)
  return planObligations(facts, settingsOn(today, facts.tables.settings.values()), today, { kinds: ['measurement'], ...options })
}
const states = (obligations: Obligation[]): string[] =>
  obligations.map(({ periodKey, state, lapsedReason }) => [periodKey, state, lapsedReason].filter(Boolean).join(' '))
const periods = (obligations: Obligation[]): string[] => obligations.map(({ periodKey }) => periodKey)

describe('a hold turns', () => {
  const held = (holdFrom: string, holdTo: string | null, today: string, rows: Rows = {}, state: 'active' | 'onHold' = 'active') =>
    states(plan({ projects: [project({ holdFrom, holdTo, state })], ...rows }, today))

  it('on its first day: what is overdue from that day stays so', () => {
    expect(held('2026-03-14', '2026-06-01', '2026-06-10')[1]).toBe('2026-02-28 overdue')
    expect(held('2026-03-13', '2026-06-01', '2026-06-10')[1]).toBe('2026-02-28 lapsed hold')
  })

  it('on its last day: a measurement date on the day it ends is not in it', () => {
    expect(held('2026-03-05', '2026-05-31', '2026-06-05').slice(3, 5)).toEqual(['2026-04-30 open', '2026-05-31 open'])
    expect(held('2026-03-05', '2026-06-01', '2026-06-05').slice(3, 5)).toEqual(['2026-04-30 lapsed hold', '2026-05-31 open'])
    expect(held('2026-03-05', '2026-06-01', '2026-05-31', {}, 'onHold')[4]).toBe('2026-05-31 onHold')
    expect(held('2026-03-05', '2026-06-01', '2026-06-01', {}, 'onHold')[4]).toBe('2026-05-31 open')
  })

  it('on its last day: what is answered that day was the survivor', () => {
    const answered = (on: string) => ({ measurements: [measurement('2026-05-31', { actedAt: `${on}T10:00:00Z` })] })
    expect(held('2026-03-05', '2026-06-01', '2026-06-05', answered('2026-06-01'))[3]).toBe('2026-04-30 lapsed hold')
    expect(held('2026-03-05', '2026-06-01', '2026-06-05', answered('2026-05-31'))[3]).toBe('2026-04-30 open')
  })

  it('asks for nothing beyond what a stopped or closed project asks, however long the hold was to be', () => {
    const stopped = project({ state: 'stopped', stoppedOn: '2026-02-28', holdFrom: '2026-03-05', holdTo: '2026-12-01' })
    expect(periods(plan({ projects: [stopped] }, '2026-07-01'))).toEqual(['2026-01-31', '2026-02-28'])
    const closed = project({ state: 'closed', holdFrom: '2026-03-05', holdTo: '2026-12-01' })
    expect(periods(plan({ projects: [closed] }, '2026-04-01'))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })

  it('moves a baseline without grace', () => {
    const projects = [project({ phase: 'deliver', plannedGoLive: '2026-03-20', holdFrom: '2026-03-05', holdTo: '2026-04-08' })]
    const [moved] = plan({ projects, indicators: [indicator({ baseline: null })] }, '2026-04-10', { kinds: ['baseline'] })
    expect(moved).toMatchObject({ dueOn: '2026-04-22', overdueFrom: '2026-04-23' })
  })

  it('moves a review and the end of a trial without grace', () => {
    const hold = { holdFrom: '2026-05-04', holdTo: '2026-06-01' }
    const review = plan({ projects: [project({ phaseEnteredOn: '2025-05-10', ...hold })] }, '2026-06-02', { kinds: ['decisionFollowUp'] })
    expect(review).toMatchObject([{ dueOn: '2026-06-15', overdueFrom: '2026-06-16' }])
    const trial = project({ methodVersion: 'pilot-1', phase: 'concept', endOn: '2026-05-20', ...hold })
    expect(plan({ projects: [trial] }, '2026-06-02', { kinds: ['pilotEnd'] })).toMatchObject([
      { dueOn: '2026-06-15', overdueFrom: '2026-06-16' },
    ])
  })
})

describe('a stop turns', () => {
  it('on its day: that day’s measurement date is the last, also when the indicator was to go on', () => {
    const stopped = (stoppedOn: string) => ({
      projects: [project({ state: 'stopped', stoppedOn })],
      indicators: [indicator({ activeTo: '2026-06-30' })],
    })
    expect(periods(plan(stopped('2026-03-31'), '2026-06-20'))).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    expect(periods(plan(stopped('2026-03-30'), '2026-06-20'))).toEqual(['2026-01-31', '2026-02-28'])
  })

  it('on its day, when nobody knows when it was taken up again', () => {
    const reopened = (stoppedOn: string, phaseEnteredOn: string) =>
      states(
        plan({ projects: [project({ stoppedOn, phaseEnteredOn })], indicators: [indicator({ activeFrom: '2026-01-01' })] }, '2026-04-20'),
      ).slice(0, 3)
    expect(reopened('2026-02-28', '2026-01-01')).toEqual(['2026-01-31 lapsed stopped', '2026-02-28 lapsed stopped', '2026-03-31 overdue'])
    expect(reopened('2026-02-28', '2026-02-28')).toEqual(['2026-01-31 lapsed stopped', '2026-02-28 lapsed stopped', '2026-03-31 overdue'])
    expect(reopened('2026-02-10', '2026-02-28')).toEqual(['2026-01-31 lapsed stopped', '2026-02-28 overdue', '2026-03-31 overdue'])
  })
})

describe('an indicator turns', () => {
  it('on the day it is activated, whatever bound is asked for', () => {
    const from = (activeFrom: string, options: PlanOptions) =>
      periods(plan({ indicators: [indicator({ activeFrom })] }, '2026-04-20', options))
    expect(from('2026-03-31', { from: '2026-01-01', to: '2026-04-30' })).toEqual(['2026-03-31'])
    expect(from('2026-04-01', { from: '2026-01-01', to: '2026-04-30' })).toEqual([])
  })

  it('on one day alone, when it is active for that day', () => {
    expect(periods(plan({ indicators: [indicator({ activeFrom: '2026-02-28', activeTo: '2026-02-28' })] }, '2026-04-20'))).toEqual([
      '2026-02-28',
    ])
  })

  it('measured once, not at all when its day lies before it was activated', () => {
    expect(
      plan({ indicators: [indicator({ frequency: 'once', anchorOn: '2026-01-31', activeFrom: '2026-02-01' })] }, '2026-04-20'),
    ).toEqual([])
  })

  it('by its phase: a value from before it was measured answers nothing', () => {
    const rows = {
      projects: [project({ phaseEnteredOn: '2026-03-10' })],
      decisions: [decision('bp4', { decidedOn: '2026-01-05' })],
      measurements: [measurement('2026-02-15')],
    }
    expect(states(plan(rows, '2026-04-20'))[0]).toBe('2026-03-31 overdue')
  })
})

describe('a baseline turns', () => {
  const missing = { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })], indicators: [indicator({ baseline: null })] }
  it.each<[PlanOptions, number]>([
    [{ to: '2026-04-01' }, 1],
    [{ to: '2026-03-31' }, 0],
    [{ from: '2026-04-01' }, 1],
    [{ from: '2026-04-02' }, 0],
    [{ from: '2026-01-01', to: '2026-12-31' }, 1],
  ])('at the bounds %j: %i', (options, count) =>
    expect(plan(missing, '2026-03-20', { kinds: ['baseline'], ...options })).toHaveLength(count),
  )
})

describe('an answer', () => {
  it('is in time by the first that was recorded, though a later day’s was recorded before it', () => {
    const measurements = [
      measurement('2026-02-20', { actedAt: '2026-03-20T10:00:00Z' }),
      measurement('2026-02-28', { actedAt: '2026-03-02T10:00:00Z' }),
    ]
    expect(plan({ measurements }, '2026-04-20')[1]).toMatchObject({ state: 'fulfilled', fulfilledInTime: true })
  })

  it('of a period that only a stored row remembers answers that one, and not the next', () => {
    const row = stored('2026-02-15', '2026-02-25', '2026-03-03')
    const named = measurement('2026-02-15', { periodKey: '2026-02-15' })
    const found = plan({ obligations: [row], measurements: [named] }, '2026-03-20')
    expect(states(found)).toEqual([
      '2026-01-31 overdue',
      '2026-02-28 overdue',
      '2026-03-31 upcoming',
      '2026-04-30 upcoming',
      '2026-02-15 fulfilled',
    ])
  })

  it('that a stored row names answers that period, with what corrects it', () => {
    const row = stored('2026-02-28', '2026-03-10', '2026-03-14', { state: 'fulfilled', fulfilledByKey: 'first' })
    const first = measurement('2026-03-20', { key: 'first' })
    const better = measurement('2026-03-20', { key: 'better', correctsKey: 'first', actedAt: '2026-04-02T10:00:00Z' })
    expect(plan({ obligations: [row], measurements: [first] }, '2026-03-21')[1]).toMatchObject({
      periodKey: '2026-02-28',
      fulfilledByKey: 'first',
    })
    expect(plan({ obligations: [row], measurements: [first, better] }, '2026-04-03')[1]).toMatchObject({
      periodKey: '2026-02-28',
      fulfilledByKey: 'better',
    })
  })

  it('of somebody who stops is an answer to what was to be decided', () => {
    const decisions = [decision('bp4', { outcome: 'stop', decidedOn: '2026-04-10', dueOn: '2026-04-13', responsibleId: 'owner' })]
    expect(plan({ decisions }, '2026-04-20', { kinds: ['decisionFollowUp'] })).toMatchObject([
      { state: 'fulfilled', fulfilledInTime: true },
    ])
  })
})

describe('whose it is', () => {
  it('in its first round is whose it is now, whoever was asked first', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { assigneeId: 'somebody', round: 1 })
    expect(plan({ obligations: [row] }, '2026-02-20')[0]).toMatchObject({ assigneeId: 'measurer', handoverOn: null })
  })

  it.each<[string, Parameters<typeof nudge>[2][number], 'claimed' | 'sent' | 'unknown' | 'failed' | 'planned' | 'skipped', string | null]>([
    [
      'claimed',
      { obligationKey: 'measurement:indicator:2026-01-31', round: 2, step: 'handover', why: 'measurer' },
      'claimed',
      '2026-02-23',
    ],
    [
      'ambiguous',
      { obligationKey: 'measurement:indicator:2026-01-31', round: 2, step: 'handover', why: 'measurer' },
      'unknown',
      '2026-02-23',
    ],
    ['skipped', { obligationKey: 'measurement:indicator:2026-01-31', round: 2, step: 'handover', why: 'measurer' }, 'skipped', null],
    ['another step', { obligationKey: 'measurement:indicator:2026-01-31', round: 2, step: 'first', why: 'measurer' }, 'sent', null],
    [
      'another obligation',
      { obligationKey: 'measurement:indicator:2026-02-28', round: 2, step: 'handover', why: 'measurer' },
      'sent',
      null,
    ],
    ['another round', { obligationKey: 'measurement:indicator:2026-01-31', round: 3, step: 'handover', why: 'measurer' }, 'sent', null],
  ])('the new owner was told by a card that is %s', (_title, step, state, expected) => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { assigneeId: 'new', round: 2 })
    const nudges = [nudge('new', '2026-02-23', [step], { state })]
    expect(plan({ obligations: [row], nudges }, '2026-03-10')[0]?.handoverOn).toBe(expected)
  })

  it('the new owner is asked by the settings of the day they are told, or of today until then', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { assigneeId: 'new', round: 2 })
    const settings = [setting('ladder', '2026-03-02', { chase: 1 })]
    expect(plan({ obligations: [row], settings }, '2026-03-02')[0]?.firstOn).toBe('2026-03-03')
    const told = nudge('new', '2026-02-23', [{ obligationKey: row.key, round: 2, step: 'handover', why: 'measurer' }])
    expect(plan({ obligations: [row], settings, nudges: [told] }, '2026-03-02')[0]?.firstOn).toBe('2026-03-02')
  })
})

describe('a report turns', () => {
  const delivering = (more: Parameters<typeof project>[0] = {}) => ({
    projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-02-01', ...more })],
  })
  const reports = (rows: Rows, options: PlanOptions = {}, today = '2026-06-20') =>
    periods(plan(rows, today, { kinds: ['statusReport'], ...options }))

  it('on the month’s last day: a project stopped that day owed it, one stopped the day before did not', () => {
    expect(reports(delivering({ state: 'stopped', stoppedOn: '2026-03-31' }))).toEqual(['2026-02', '2026-03'])
    expect(reports(delivering({ state: 'stopped', stoppedOn: '2026-03-30' }))).toEqual(['2026-02'])
    expect(reports(delivering({ state: 'stopped', stoppedOn: '2026-04-02' }))).toEqual(['2026-02', '2026-03'])
  })

  it('at the bounds asked for', () => {
    expect(reports(delivering(), { from: '2026-03-31', to: '2026-04-10' })).toEqual(['2026-03'])
    expect(reports(delivering(), { from: '2026-04-01', to: '2026-04-10' })).toEqual([])
    const settings = [setting('meetings', '2026-01-01', { project: ['2026-03-16'] })]
    expect(reports({ ...delivering(), settings }, { from: '2026-03-09' })).toEqual(['2026-03'])
    expect(reports({ ...delivering(), settings }, { from: '2026-03-10' })).toEqual([])
  })

  it('on the days of an earlier hold', () => {
    const log = (holdFrom: string, holdTo: string) => [
      {
        key: 'h',
        what: 'holdChanged',
        refKey: 'project',
        before: { holdFrom, holdTo },
        after: null,
        why: null,
        actorId: 'x',
        actedAt: '2026-06-01T08:00:00Z',
        via: 'tab' as const,
        schemaVersion: 1,
      },
    ]
    const owed = (holdFrom: string, holdTo: string) => reports({ ...delivering(), log: log(holdFrom, holdTo) }, { to: '2026-05-15' })
    expect(owed('2026-03-31', '2026-04-10')).toEqual(['2026-02', '2026-04'])
    expect(owed('2026-04-01', '2026-04-10')).toEqual(['2026-02', '2026-03', '2026-04'])
    expect(owed('2026-03-05', '2026-03-31')).toEqual(['2026-02', '2026-03', '2026-04'])
  })

  it('is answered by what was published in its own month’s name only', () => {
    const rows = { ...delivering(), statusReports: [report('2026-02', '2026-03-05T10:00:00Z')] }
    expect(states(plan(rows, '2026-06-20', { kinds: ['statusReport'], to: '2026-04-30' }))).toEqual([
      '2026-02 fulfilled',
      '2026-03 overdue',
    ])
  })
})

describe('a review turns', () => {
  const review = (rows: Rows, today: string) => states(plan(rows, today, { kinds: ['decisionFollowUp'] }))
  it('not by a decision that has a day and no outcome', () => {
    const projects = [project({ phaseEnteredOn: '2025-05-10' })]
    const open = decision('bp6', { outcome: null, decidedOn: '2026-04-20' })
    expect(review({ projects, decisions: [open] }, '2026-06-01')).toEqual(['2026-05-10 overdue'])
  })

  it('on the day it is asked for, of a project closed by then', () => {
    const projects = [project({ phaseEnteredOn: '2025-05-11', state: 'closed' })]
    expect(review({ projects }, '2026-05-11')).toEqual(['2026-05-11 lapsed closed'])
    expect(review({ projects }, '2026-05-10')).toEqual([])
  })
})

describe('a stored row that the rules no longer give', () => {
  const row = (
    kind: 'pilotEnd' | 'decisionFollowUp' | 'baseline' | 'statusReport',
    refKey: string,
    periodKey: string,
    more: Parameters<typeof stored>[3] = {},
  ) =>
    stored(periodKey, '2026-03-10', '2026-03-11', {
      key: `${kind.toLowerCase()}:${refKey}:${periodKey}`,
      kind,
      refKey,
      asOf: null,
      ...more,
    })
  const found = (
    rows: Rows,
    kind: 'pilotEnd' | 'decisionFollowUp' | 'baseline' | 'statusReport' | 'measurement',
    options: PlanOptions = {},
  ) => plan({ indicators: [], ...rows }, '2026-03-20', { kinds: [kind], ...options })

  it('of a decision that is gone is not answered by a review', () => {
    const rows = { obligations: [row('decisionFollowUp', 'gone', 'decide')], decisions: [decision('bp6', { decidedOn: '2026-03-15' })] }
    expect(states(found(rows, 'decisionFollowUp'))).toEqual(['decide lapsed closed'])
  })

  it('of a review is answered by one held on the day it was asked for', () => {
    const projects = [project({ phaseEnteredOn: '2025-03-10' })]
    const asked = row('decisionFollowUp', 'project', '2026-03-10', { actedAt: '2026-03-11T08:00:00Z' })
    const held = (decidedOn: string) =>
      found({ projects, obligations: [asked], decisions: [decision('bp6', { decidedOn })] }, 'decisionFollowUp')
    expect(states(held('2026-03-11'))).toEqual(['2026-03-10 fulfilled'])
    expect(states(held('2026-03-10'))).toEqual(['2026-03-10 lapsed settled'])
  })

  it('of a report is not answered by another month’s', () => {
    const rows = {
      obligations: [row('statusReport', 'project', '2026-02')],
      statusReports: [report('2026-01', '2026-02-05T10:00:00Z'), report('2026-02', null)],
    }
    expect(states(found(rows, 'statusReport'))).toEqual(['2026-02 overdue'])
  })

  it('of a baseline whose indicator is gone has fallen away', () => {
    expect(states(found({ obligations: [row('baseline', 'gone', 'baseline')] }, 'baseline'))).toEqual(['baseline lapsed closed'])
  })

  it('of a trial set up by hand, or whose project has gone to another phase, is still asked about', () => {
    expect(states(found({ obligations: [row('pilotEnd', 'project', 'end')] }, 'pilotEnd'))).toEqual(['end overdue'])
    const projects = [project({ methodVersion: 'pilot-1', phase: 'idea', endOn: '2026-03-10' })]
    expect(states(found({ projects, obligations: [row('pilotEnd', 'project', '2026-03-10')] }, 'pilotEnd'))).toEqual(['2026-03-10 overdue'])
  })

  it('follows its indicator when that is closed or paused', () => {
    const odd = stored('2026-02-15', '2026-02-25', '2026-03-03')
    const last = (state: 'closed' | 'paused') =>
      states(found({ indicators: [indicator({ state })], obligations: [odd] }, 'measurement')).at(-1)
    expect(last('closed')).toBe('2026-02-15 lapsed closed')
    expect(last('paused')).toBe('2026-02-15 onHold')
  })

  it('is there up to the bound asked for, and moved by a hold without grace', () => {
    const obligations = [row('pilotEnd', 'project', 'end')]
    expect(found({ obligations }, 'pilotEnd', { to: '2026-03-10' })).toHaveLength(1)
    expect(found({ obligations }, 'pilotEnd', { to: '2026-03-09' })).toHaveLength(0)
    const projects = [project({ holdFrom: '2026-03-05', holdTo: '2026-03-16' })]
    expect(found({ obligations, projects }, 'pilotEnd')).toMatchObject([{ dueOn: '2026-03-30', overdueFrom: '2026-03-31' }])
  })
})

describe('what has a day that somebody set', () => {
  const rows: Rows = {
    decisions: [decision('board', { outcome: null, responsibleId: 'owner', dueOn: '2026-03-19' })],
    benefitActions: [action({ dueOn: '2026-03-19' })],
  }
  const planned = (options: PlanOptions, more: Rows = {}) =>
    plan({ ...rows, ...more }, '2026-03-01', { kinds: ['decisionFollowUp', 'action'], ...options })

  it('is there at the bounds asked for', () => {
    expect(planned({ to: '2026-03-19' })).toHaveLength(2)
    expect(planned({ to: '2026-03-18' })).toHaveLength(0)
    expect(planned({ from: '2026-03-19' })).toHaveLength(2)
    expect(planned({ from: '2026-03-20' })).toHaveLength(0)
  })

  it('is moved by a hold without grace, an action as a decision, and a lesson too', () => {
    const projects = [project({ holdFrom: '2026-02-20', holdTo: '2026-03-16' })]
    const moved = { dueOn: '2026-03-30', overdueFrom: '2026-03-31' }
    const early = {
      decisions: [decision('board', { outcome: null, responsibleId: 'owner', dueOn: '2026-03-10' })],
      benefitActions: [action({ dueOn: '2026-03-10' })],
    }
    expect(planned({}, { projects, ...early })).toMatchObject([moved, moved])
    const stopped = [project({ state: 'stopped', stoppedOn: '2026-02-02', holdFrom: '2026-02-20', holdTo: '2026-03-16' })]
    const lesson = plan({ projects: stopped, benefitActions: [] }, '2026-03-20', { kinds: ['action'] })
    expect(lesson).toMatchObject([{ periodKey: 'lesson', dueOn: '2026-03-30', overdueFrom: '2026-03-31' }])
  })

  it('that is dropped, or whose benefit is given up, is closed', () => {
    const dropped = plan({ benefitActions: [action({ state: 'dropped', dueOn: '2026-03-19' })] }, '2026-03-20', { kinds: ['action'] })
    expect(states(dropped)).toEqual(['done lapsed closed'])
  })
})

it('reads the versions of the settings by their days, in whatever order they come', () => {
  const meetings = (validFrom: string, dates: string[]) => setting('meetings', validFrom, { project: dates })
  const settings = [meetings('2026-03-11', ['2026-06-22']), meetings('2026-02-01', ['2026-03-16']), meetings('2026-01-01', ['2026-03-20'])]
  const projects = [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05' })]
  const reports = plan({ projects, settings }, '2026-03-12', { kinds: ['statusReport'] })
  expect(reports.map(({ periodKey, dueOn }) => `${periodKey} ${dueOn}`)).toEqual(['2026-03 2026-03-09'])
})

describe('a baseline by settings that change', () => {
  const rows: Rows = { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-16' })], indicators: [indicator({ baseline: null })] }
  const closing = (...days: string[]) => ({ extraClosedDays: days })
  const due = (...settings: ReturnType<typeof setting>[]) => plan({ ...rows, settings }, '2026-04-20', { kinds: ['baseline'] })[0]?.dueOn

  it('keeps its day when they change after it', () => {
    expect(due(setting('calendar', '2026-04-16', closing('2026-04-15')))).toBe('2026-04-15')
    expect(due(setting('calendar', '2026-04-01', closing('2026-04-15')), setting('calendar', '2026-04-15', {}))).toBe('2026-04-14')
    expect(due(setting('calendar', '2026-04-15', closing('2026-04-15')))).toBe('2026-04-14')
  })

  it('is by the settings of the day of going live, where no version gives a day of its own time', () => {
    // Until the 15th the 15th is closed only from then on: neither version is in force on the day it gives.
    expect(
      due(
        setting('calendar', '2026-04-01', closing('2026-04-15', '2026-04-14')),
        setting('calendar', '2026-04-13', closing('2026-04-15', '2026-04-14', '2026-04-13')),
      ),
    ).toBe('2026-04-10')
  })
})

it('what one hold let fall is not looked at by the next, whose survivor was answered', () => {
  const log = [
    {
      ...{
        key: 'h',
        what: 'holdChanged',
        refKey: 'project',
        before: { holdFrom: '2026-03-05', holdTo: '2026-06-01' },
        after: null,
        why: null,
      },
      ...{ actorId: 'x', actedAt: '2026-06-03T08:00:00Z', via: 'tab' as const, schemaVersion: 1 },
    },
  ]
  const rows = {
    log,
    projects: [project({ holdFrom: '2026-06-03', holdTo: '2026-06-20' })],
    indicators: [indicator({ registrationDays: 60 })],
    measurements: [measurement('2026-05-31', { periodKey: '2026-05-31', actedAt: '2026-06-05T10:00:00Z' })],
  }
  const found = plan(rows, '2026-07-02', { to: '2026-08-15' }).map(({ periodKey, state, dueOn }) => `${periodKey} ${state} ${dueOn}`)
  expect(found.slice(2, 5)).toEqual(['2026-03-31 lapsed 2026-06-01', '2026-04-30 lapsed 2026-06-29', '2026-05-31 fulfilled 2026-07-30'])
})
