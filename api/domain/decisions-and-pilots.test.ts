import { describe, expect, it } from 'vitest'
import { applied, decision, factsOf, peopleWith, person, project, setting, stored } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { PROSJEKTVEIVISEREN_6 } from './method-profiles-built-in.ts'
import type { Decision, ObligationRecord, Project } from './model.ts'
import { type Obligation, planObligations, responsibleChain } from './obligations.ts'
import { DEFAULT_SETTINGS, settingsOn } from './settings.ts'

type Rows = Parameters<typeof factsOf>[0]
const plan = (rows: Rows, today: string, kinds: Obligation['kind'][] = ['decisionFollowUp']): Obligation[] => {
  const facts: Facts = factsOf({ indicators: [], ...rows })
  return planObligations(facts, settingsOn(today, facts.tables.settings.values()), today, { kinds })
}
const brief = ({ key, dueOn, state, assigneeId, lapsedReason }: Obligation): string =>
  [key, dueOn, state, assigneeId, lapsedReason].filter((part) => part !== null).join(' ')
const row = (
  kind: ObligationRecord['kind'],
  refKey: string,
  periodKey: string,
  dueOn: string,
  overdueFrom: string,
  more: Partial<ObligationRecord> = {},
) => stored(periodKey, dueOn, overdueFrom, { key: `${kind.toLowerCase()}:${refKey}:${periodKey}`, kind, refKey, asOf: null, ...more })

describe('who is asked for a decision', () => {
  const points = PROSJEKTVEIVISEREN_6.points.map((one) => (one.point === 'bp3' ? { ...one, rules: [], checklist: [{ rule: 'own' }] } : one))
  const own = { ...PROSJEKTVEIVISEREN_6, version: 'own', points }
  const asked = (done: boolean, more: { owner?: string | null; decides?: string } = {}) => {
    const settings = [setting('method', '2026-01-01', own), setting('decides', '2026-01-01', { bp3: more.decides ?? 'projectOwner' })]
    const planned = {
      outcome: null,
      decidedOn: null,
      responsibleId: 'responsible',
      dueOn: '2026-04-13',
      checklist: [{ rule: 'own', done }],
    }
    const ownerId = more.owner === undefined ? 'owner' : more.owner
    const projects = [project({ methodVersion: 'own', phase: 'plan', ownerId })]
    const [one] = plan({ projects, settings, decisions: [decision('bp3', { key: 'd1', ...planned })] }, '2026-04-07')
    return [one?.assigneeId, one?.assigneeWhy]
  }

  it.each([
    ['who prepares it, while something is missing', asked(false), ['responsible', 'responsible']],
    ['who takes it, once all is in place', asked(true), ['owner', 'projectOwner']],
    ['who prepares it, when the leaders take it', asked(true, { decides: 'leader' }), ['responsible', 'responsible']],
    ['who prepares it, when the project has no owner', asked(true, { owner: null }), ['responsible', 'responsible']],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('what a decision asked for', () => {
  const adjusted = (more: Partial<Decision>[]) =>
    more.map((one, at) =>
      decision('bp3', {
        key: `d${at + 1}`,
        occurrence: at + 1,
        outcome: 'adjust',
        responsibleId: 'responsible',
        dueOn: '2026-04-13',
        ...one,
      }),
    )

  it('is followed up until the point is decided again', () => {
    const [first = {}, second = {}] = [{ decidedOn: '2026-03-02' }, { outcome: 'proceed' as const, decidedOn: '2026-04-14', dueOn: null }]
    expect(plan({ decisions: adjusted([first]) }, '2026-04-20').map(brief)).toEqual([
      'decisionfollowup:d1:follow-up 2026-04-13 overdue responsible',
    ])
    expect(plan({ decisions: adjusted([first, second]) }, '2026-04-20')).toMatchObject([
      { state: 'fulfilled', fulfilledByKey: 'd2', fulfilledInTime: false },
    ])
    expect(plan({ decisions: adjusted([first, { ...second, decidedOn: '2026-04-13' }]) }, '2026-04-20')).toMatchObject([
      { fulfilledInTime: true },
    ])
  })

  it('is not answered by another point, an earlier time, or one only planned', () => {
    const decisions = [
      ...adjusted([
        { outcome: 'proceed', dueOn: null, decidedOn: '2026-01-02' },
        { decidedOn: '2026-03-02' },
        { outcome: null, dueOn: null },
      ]),
      decision('bp4', { occurrence: 9, decidedOn: '2026-04-01' }),
    ]
    expect(plan({ decisions }, '2026-04-20').map(brief)).toEqual(['decisionfollowup:d2:follow-up 2026-04-13 overdue responsible'])
  })

  it('is nobody’s where the name is empty and nobody is above', () => {
    const projects = [project({ ownerId: null, programmeKey: null })]
    expect(plan({ projects, decisions: adjusted([{ responsibleId: '' }]) }, '2026-04-20')[0]?.assigneeId).toBe(null)
  })

  it('keeps its day when the calendar changes later', () => {
    const settings = [setting('calendar', '2026-04-20', { extraClosedDays: ['2026-04-13'] })]
    expect(plan({ decisions: adjusted([{}]), settings }, '2026-04-20')[0]?.dueOn).toBe('2026-04-13')
  })
})

describe('a decision whose row has been frozen', () => {
  it('is answered when it is taken, whatever it then asks for', () => {
    const decisions = [
      decision('bp3', { key: 'd', outcome: 'adjust', decidedOn: '2026-04-13', responsibleId: 'responsible', dueOn: '2026-05-04' }),
    ]
    const obligations = [row('decisionFollowUp', 'd', 'decide', '2026-04-13', '2026-04-14')]
    expect(plan({ decisions, obligations }, '2026-04-20').map((one) => `${brief(one)} ${one.fulfilledInTime}`)).toEqual([
      'decisionfollowup:d:follow-up 2026-05-04 upcoming responsible null',
      'decisionfollowup:d:decide 2026-04-13 fulfilled responsible true',
    ])
  })

  it('is still asked about when only its day was taken away', () => {
    const decisions = [decision('bp3', { key: 'd', outcome: null, responsibleId: 'responsible' })]
    const obligations = [
      row('decisionFollowUp', 'd', 'decide', '2026-04-13', '2026-04-14'),
      row('decisionFollowUp', 'd', 'follow-up', '2026-04-13', '2026-04-14'),
    ]
    expect(plan({ decisions, obligations }, '2026-04-20').map(({ state }) => state)).toEqual(['overdue', 'overdue'])
  })
})

describe('a yearly BP6 (rule 4)', () => {
  const realising = (more: Partial<Project> = {}) => ({ projects: [project({ phaseEnteredOn: '2025-05-10', ...more })] })
  const on = (rows: Rows, today = '2026-06-01') => plan(rows, today).map(brief)
  const askedOn = (rows: Rows, today = '2026-06-01') => plan(rows, today).map(({ periodKey }) => periodKey)

  it('is due a year after Realisere was entered, and is the benefit owner’s to prepare', () => {
    expect(on(realising())).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 overdue owner'])
    expect(on(realising({ benefitOwnerId: 'benefit-owner' }))).toEqual([
      'decisionfollowup:project:2026-05-10 2026-05-11 overdue benefit-owner',
    ])
    expect(on(realising({ ownerId: null, programmeKey: null }))).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 overdue'])
    expect(on(realising(), '2026-03-01')).toEqual([])
  })

  it('is due again a year after it was held', () => {
    const held = (decidedOn: string | null, more: Partial<Decision> = {}) =>
      decision('bp6', { key: `h${decidedOn}`, decidedOn, outcome: 'proceed', ...more })
    expect(on({ ...realising(), decisions: [held('2026-04-20'), held('2025-11-01')] })).toEqual([])
    expect(on({ ...realising(), decisions: [held('2026-04-20'), held('2025-11-01')] }, '2027-04-01')).toEqual([
      'decisionfollowup:project:2027-04-20 2027-04-20 upcoming owner',
    ])
    expect(on({ ...realising(), decisions: [held('2025-01-01'), held(null), decision('bp5', { decidedOn: '2026-05-01' })] })).toEqual([
      'decisionfollowup:project:2026-05-10 2026-05-11 overdue owner',
    ])
  })

  it('is not asked for from before the municipality began to use the tool, but the first time after it', () => {
    const began = (on: string) => ({ ...realising({ phaseEnteredOn: '2022-02-28' }), settings: [setting('startOn', '2020-01-01', on)] })
    expect(askedOn(began('2026-02-28'))).toEqual(['2026-02-28'])
    expect(askedOn(began('2026-03-01'), '2027-01-10')).toEqual(['2027-02-28'])
    expect(askedOn(realising({ phaseEnteredOn: '2022-02-28' }))).toEqual(['2023-02-28'])
  })

  it('gives way to a planned decision with a day and somebody responsible', () => {
    const planned = (more: Partial<Decision>) => ({
      ...realising(),
      decisions: [decision('bp6', { key: 'p', outcome: null, dueOn: '2026-06-15', responsibleId: 'owner', ...more })],
    })
    expect(on(planned({}))).toEqual(['decisionfollowup:p:decide 2026-06-15 upcoming owner'])
    expect(on(planned({ dueOn: null }))).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 overdue owner'])
    expect(on(planned({ responsibleId: null }))).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 overdue owner'])
  })

  it('is not asked for in another phase, of a closed project, outside the bounds, or where the method has none', () => {
    expect(on(realising({ phase: 'close' }))).toEqual([])
    expect(on(realising({ state: 'closed' }), '2026-05-09')).toEqual([])
    expect(on(realising({ state: 'closed' }))).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 lapsed owner closed'])
    expect(on(realising({ methodVersion: 'pilot-1' }))).toEqual([])
    const facts = factsOf({ ...realising(), indicators: [] })
    expect(planObligations(facts, settingsOn('2026-06-01', []), '2026-06-01', { from: '2026-05-12', kinds: ['decisionFollowUp'] })).toEqual(
      [],
    )
  })

  it('once asked about, is answered by the review, or gives way to its plan', () => {
    const asked = row('decisionFollowUp', 'project', '2026-05-10', '2026-05-11', '2026-05-12', { actedAt: '2026-05-04T07:00:00Z' })
    const held = (decidedOn: string) => decision('bp6', { key: 'h', decidedOn })
    const later = (decidedOn: string) => plan({ ...realising(), obligations: [asked], decisions: [held(decidedOn)] }, '2026-06-01')
    expect(later('2026-05-11').map((one) => `${brief(one)} ${one.fulfilledInTime}`)).toEqual([
      'decisionfollowup:project:2026-05-10 2026-05-11 fulfilled owner true',
    ])
    expect(later('2026-05-12')[0]?.fulfilledInTime).toBe(false)
    // Held before anybody was asked: the next one is due a year later, and this row was made in vain.
    expect(later('2026-05-03').map(brief)).toEqual(['decisionfollowup:project:2026-05-10 2026-05-11 lapsed owner settled'])
    const planned = decision('bp6', { key: 'p', outcome: null, dueOn: '2026-06-15', responsibleId: 'owner' })
    expect(plan({ ...realising(), obligations: [asked], decisions: [planned] }, '2026-06-01').map(brief)).toEqual([
      'decisionfollowup:p:decide 2026-06-15 upcoming owner',
      'decisionfollowup:project:2026-05-10 2026-05-11 lapsed owner settled',
    ])
    expect(plan({ ...realising({ phase: 'close' }), obligations: [asked] }, '2026-06-01').map(brief)).toEqual([
      'decisionfollowup:project:2026-05-10 2026-05-11 lapsed owner settled',
    ])
    const others = [
      decision('bp6', { key: 'x', outcome: null, decidedOn: '2026-05-20' }),
      decision('bp5', { key: 'y', decidedOn: '2026-05-20' }),
      decision('bp6', { key: 'z', occurrence: 2 }),
    ]
    expect(plan({ ...realising(), obligations: [asked], decisions: others }, '2026-06-01').map(brief)).toEqual([
      'decisionfollowup:project:2026-05-10 2026-05-11 overdue owner',
    ])
  })
})

describe('the end of a trial (N70, V13)', () => {
  const trial = (more: Partial<Project> = {}) =>
    project({ methodVersion: 'pilot-1', phase: 'concept', phaseEnteredOn: '2026-02-01', endOn: '2026-05-30', ...more })
  const on = (rows: Rows, today = '2026-06-05') => plan(rows, today, ['pilotEnd'])

  it('is due on its end date, and is the manager’s to answer', () => {
    expect(on({ projects: [trial()] }).map(brief)).toEqual(['pilotend:project:2026-05-30 2026-06-01 overdue manager'])
    expect(on({ projects: [trial({ managerId: null })] })[0]?.assigneeId).toBe('owner')
    expect(on({ projects: [trial({ managerId: null, ownerId: null, programmeKey: null })] })[0]?.assigneeId).toBe(null)
    expect(
      responsibleChain({ kind: 'pilotEnd', refKey: 'project', projectKey: 'project' }, factsOf({ projects: [trial()] }))[0]?.personId,
    ).toBe('manager')
  })

  it('is not asked for without an end, in another phase, of an ordinary project, or outside the bounds', () => {
    expect(on({ projects: [trial({ endOn: null })] })).toEqual([])
    expect(on({ projects: [trial({ phase: 'idea' })] })).toEqual([])
    expect(on({ projects: [trial({ methodVersion: 'prosjektveiviseren-6' })] })).toEqual([])
    expect(on({ projects: [trial()] }, '2026-03-01')).toEqual([])
    expect(on({ projects: [trial({ state: 'stopped', stoppedOn: '2026-04-01' })] }).map(({ lapsedReason }) => lapsedReason)).toEqual([
      'stopped',
    ])
  })

  it.each<[string, Partial<Decision>, string]>([
    ['what was decided about it', { decidedOn: '2026-06-02', outcome: 'proceed' }, 'fulfilled'],
    ['a stop', { decidedOn: '2026-06-01', outcome: 'stop' }, 'fulfilled'],
    ['not an extension, which moves it', { decidedOn: '2026-06-01', outcome: 'extend' }, 'overdue'],
    ['not what opened it', { decidedOn: '2026-02-01', outcome: 'proceed' }, 'overdue'],
    ['not a plan', { decidedOn: null, outcome: null }, 'overdue'],
    ['not a decision without a day', { decidedOn: null }, 'overdue'],
    ['not the board', { point: 'board', decidedOn: '2026-06-01' }, 'overdue'],
  ])('is answered by %s', (_title, more, state) => {
    expect(on({ projects: [trial()], decisions: [decision('bp2', more)] }).map((one) => one.state)).toEqual([state])
  })

  it('once asked about and then moved, asks no more about the earlier day', () => {
    const obligations = [row('pilotEnd', 'project', '2026-05-30', '2026-06-01', '2026-06-02')]
    const moved = factsOf({ projects: [trial()], obligations, indicators: [] })
    const facts = applied(moved, [{ op: 'update', list: 'projects', key: 'project', set: { endOn: '2026-07-30' }, version: '' }])
    expect(planObligations(facts, settingsOn('2026-06-05', []), '2026-06-05', { kinds: ['pilotEnd'] }).map(brief)).toEqual([
      'pilotend:project:2026-07-30 2026-07-30 upcoming manager',
      'pilotend:project:2026-05-30 2026-06-01 lapsed manager settled',
    ])
    const ended = { projects: [trial({ endOn: '2026-07-30' })], obligations, decisions: [decision('bp2', { decidedOn: '2026-06-02' })] }
    expect(on(ended).map((one) => `${one.periodKey} ${one.state}`)).toEqual(['2026-07-30 fulfilled', '2026-05-30 fulfilled'])
  })
})

describe('a report before a board’s meeting (rule 4, H24)', () => {
  const delivering = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05' })] }
  const meetings = (validFrom: string, dates: string[], key = 'project') => setting('meetings', validFrom, { [key]: dates })
  const on = (rows: Rows, today = '2026-06-05') =>
    plan({ ...delivering, ...rows }, today, ['statusReport']).map(({ periodKey, dueOn, overdueFrom, state, asOf }) =>
      [periodKey, dueOn, overdueFrom, state, asOf].filter(Boolean).join(' '),
    )

  it('is due five open days before it, instead of monthly', () => {
    expect(on({ settings: [meetings('2026-01-01', ['2026-03-16', '2026-04-15', '2026-06-22'])] })).toEqual([
      '2026-03 2026-03-09 2026-03-12 overdue',
      '2026-04 2026-04-08 2026-04-11 overdue',
      '2026-06 2026-06-15 2026-06-18 upcoming',
    ])
  })

  it('counts by the settings given where the lists have none', () => {
    const facts = factsOf({ ...delivering, indicators: [] })
    const settings = { ...DEFAULT_SETTINGS, meetings: { project: ['2026-03-16'] } }
    const found = planObligations(facts, settings, '2026-03-10', { kinds: ['statusReport'] })
    expect(found.map(({ periodKey, dueOn }) => `${periodKey} ${dueOn}`)).toEqual(['2026-03 2026-03-09'])
  })

  it('keeps a report that was due, when the meeting is taken out or the days before it change', () => {
    const out = [meetings('2026-01-01', ['2026-03-16']), meetings('2026-03-11', ['2026-06-22'])]
    expect(on({ settings: out }, '2026-03-12')[0]).toBe('2026-03 2026-03-09 2026-03-12 overdue')
    const sooner = [meetings('2026-01-01', ['2026-03-16']), setting('due', '2026-03-10', { meetingOpenDays: 1 })]
    expect(on({ settings: sooner }, '2026-03-12')[0]).toBe('2026-03 2026-03-09 2026-03-12 overdue')
    // Taken out before the report was due: the month is reported as the others.
    const early = [meetings('2026-01-01', ['2026-03-16']), setting('meetings', '2026-03-09', {})]
    expect(on({ settings: early }, '2026-03-12').filter((line) => line.startsWith('2026-03'))).toEqual([
      '2026-03 2026-04-10 2026-04-15 upcoming 2026-03-31',
    ])
  })

  it('is monthly for the others, and before the project’s meetings were set', () => {
    expect(on({ settings: [meetings('2026-01-01', ['2026-03-16'], 'other')] }, '2026-02-10')).toHaveLength(3)
    expect(on({ settings: [meetings('2026-04-01', ['2026-03-16', '2026-04-22'])] })).toEqual([
      '2026-01 2026-02-06 2026-02-11 overdue 2026-01-31',
      '2026-02 2026-03-06 2026-03-11 overdue 2026-02-28',
      '2026-03 2026-04-10 2026-04-15 overdue 2026-03-31',
      '2026-04 2026-04-15 2026-04-18 overdue',
    ])
  })

  it('stands when a later list leaves the meeting out, and takes the first of two that fall in one month', () => {
    const settings = [meetings('2026-01-01', ['2026-03-25', '2026-03-16', '2026-03-12']), meetings('2026-04-01', ['2026-05-20'])]
    expect(on({ settings })).toEqual(['2026-03 2026-03-05 2026-03-10 overdue', '2026-05 2026-05-12 2026-05-16 overdue'])
  })

  it('stands when later lists leave the project out, or cannot be read', () => {
    const settings = [
      meetings('2026-01-01', ['2026-03-16', '2026-06-22']),
      meetings('2026-06-01', [], 'other'),
      setting('meetings', '2026-06-02', { project: 'Monday' }),
    ]
    expect(on({ settings })).toEqual(['2026-03 2026-03-09 2026-03-12 overdue', '2026-06 2026-07-28 2026-07-31 upcoming 2026-06-30'])
  })

  it('is not owed in other phases, on hold, or by a list nobody can read', () => {
    const settings = [meetings('2026-01-01', ['2026-03-16'])]
    expect(on({ projects: [project()], settings })).toEqual([])
    expect(on({ projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-03-10' })], settings })).toEqual([])
    expect(
      on({
        projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05', holdFrom: '2026-03-09', holdTo: '2026-03-10' })],
        settings,
      }),
    ).toEqual([])
    const odd = [
      setting('meetings', '2026-01-01', { project: 'Monday' }),
      setting('meetings', '2026-01-02', null),
      setting('meetings', '2026-01-03', { project: [1] }),
    ]
    expect(on({ settings: odd }, '2026-02-20')).toHaveLength(3)
  })

  it('is overdue on the day of the meeting at the latest', () => {
    const settings = (meetingOpenDays: number) => [
      meetings('2026-01-01', ['2026-03-16']),
      setting('due', '2026-01-01', { meetingOpenDays }),
    ]
    expect(on({ settings: settings(1) })).toEqual(['2026-03 2026-03-13 2026-03-16 overdue'])
    expect(on({ settings: settings(0) })).toEqual(['2026-03 2026-03-16 2026-03-17 overdue'])
  })
})

it('asks about a review of somebody who has left as of nobody', () => {
  const people = peopleWith(person('owner', { reach: 'left' }))
  expect(plan({ projects: [project({ phaseEnteredOn: '2025-05-10' })], people }, '2026-06-01')).toMatchObject([{ assigneeId: null }])
})
