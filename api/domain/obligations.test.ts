import { describe, expect, it } from 'vitest'
import type { ObligationKind } from './codes.ts'
import {
  action,
  benefit,
  decision,
  factsOf,
  indicator,
  measurement,
  nudge,
  peopleWith,
  person,
  project,
  report,
  setting,
  stored,
} from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { type Obligation, obligationKey, type PlanOptions, planObligations, responsibleChain } from './obligations.ts'
import { isOnHold } from './plan-context.ts'
import { DEFAULT_SETTINGS, settingsOn } from './settings.ts'

const plan = (facts: Facts, today: string, options: PlanOptions = {}): Obligation[] =>
  planObligations(facts, settingsOn(today, facts.tables.settings.values()), today, options)

const ofKind = (facts: Facts, today: string, kind: ObligationKind): Obligation[] => plan(facts, today, { kinds: [kind] })
const states = (obligations: Obligation[]): string[] => obligations.map(({ periodKey, state }) => `${periodKey} ${state}`)
const one = (obligations: Obligation[], periodKey: string): Obligation => {
  const found = obligations.find((obligation) => obligation.periodKey === periodKey)
  if (!found) throw new Error(`no obligation for ${periodKey} among ${states(obligations).join(', ')}`)
  return found
}

describe('a measurement obligation', () => {
  it('carries its dates, whose it is and why', () => {
    expect(one(ofKind(factsOf(), '2026-03-20', 'measurement'), '2026-02-28')).toEqual({
      key: 'measurement:indicator:2026-02-28',
      kind: 'measurement',
      refKey: 'indicator',
      projectKey: 'project',
      periodKey: '2026-02-28',
      asOf: '2026-02-28',
      dueOn: '2026-03-10',
      overdueFrom: '2026-03-14',
      preNoticeOn: '2026-03-03',
      firstOn: '2026-03-16',
      chaseOn: '2026-03-23',
      leaderOn: '2026-03-30',
      officeOn: '2026-04-16',
      assigneeId: 'measurer',
      assigneeWhy: 'measurer',
      round: 1,
      handoverOn: null,
      state: 'overdue',
      snoozedUntil: null,
      snoozeCount: 0,
      delegatedToId: null,
      delegatedUntil: null,
      fulfilledByKey: null,
      fulfilledInTime: null,
      lapsedReason: null,
    })
  })

  it('is upcoming, then open, then overdue', () => {
    const on = (today: string) => one(ofKind(factsOf(), today, 'measurement'), '2026-02-28').state
    expect(['2026-02-27', '2026-02-28', '2026-03-13', '2026-03-14'].map(on)).toEqual(['upcoming', 'open', 'open', 'overdue'])
  })

  it('exists from the activation on: entering Realisere in the middle of a period (case 30)', () => {
    const facts = factsOf({ projects: [project({ phaseEnteredOn: '2026-02-16' })] })
    expect(ofKind(facts, '2026-03-20', 'measurement')[0]?.periodKey).toBe('2026-02-28')
  })

  it('exists when activated on the measurement day itself (case 31)', () => {
    const facts = factsOf({ indicators: [indicator({ activeFrom: '2026-02-28' })] })
    expect(ofKind(facts, '2026-03-20', 'measurement')[0]?.periodKey).toBe('2026-02-28')
  })

  it('exists in the phases it is active in, as the decisions tell them, and no longer than activeTo', () => {
    const facts = factsOf({
      projects: [project({ phase: 'close', phaseEnteredOn: '2026-05-10' })],
      decisions: [decision('bp3', { decidedOn: '2026-02-10' }), decision('bp4', { decidedOn: '2026-05-10' })],
      indicators: [
        indicator({ key: 'early', activePhases: ['deliver'] }),
        indicator({ key: 'late' }),
        indicator({ key: 'short', activeFrom: '2025-12-01', activeTo: '2026-03-31' }),
        indicator({ key: 'over', activeFrom: '2026-12-01', activeTo: '2026-03-31' }),
      ],
    })
    expect(ofKind(facts, '2026-07-01', 'measurement').map(({ key }) => key.slice(12))).toEqual([
      'early:2026-02-28',
      'early:2026-03-31',
      'early:2026-04-30',
      'short:2026-01-31',
      'short:2026-02-28',
      'short:2026-03-31',
    ])
  })

  it('is not asked for from a draft, nor from an indicator whose first date cannot be read', () => {
    const facts = factsOf({ indicators: [indicator({ state: 'draft' }), indicator({ key: 'odd', anchorOn: '' })] })
    expect(plan(facts, '2026-07-01')).toEqual([])
  })

  it('is planned two months ahead, or within the bounds asked for', () => {
    const last = (options: PlanOptions) => ofKindWith(options).map(({ periodKey }) => periodKey)
    const ofKindWith = (options: PlanOptions) => plan(factsOf(), '2026-03-20', { kinds: ['measurement'], ...options })
    expect(last({})).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(last({ to: '2026-03-20' })).toEqual(['2026-01-31', '2026-02-28'])
    expect(last({ from: '2026-02-01', to: '2026-04-10' })).toEqual(['2026-02-28', '2026-03-31'])
  })

  it('begins no earlier than the municipality began to use the tool', () => {
    const facts = factsOf({ settings: [setting('startOn', '2026-01-01', '2026-03-01')] })
    expect(ofKind(facts, '2026-03-20', 'measurement').map(({ periodKey }) => periodKey)).toEqual(['2026-03-31', '2026-04-30'])
    expect(plan(facts, '2026-03-20', { from: '2026-04-01', kinds: ['measurement'] }).map(({ periodKey }) => periodKey)).toEqual([
      '2026-04-30',
    ])
  })

  it('uses the indicator’s own days to register and of grace', () => {
    const facts = factsOf({ indicators: [indicator({ registrationDays: 0, graceOpenDays: 0 })] })
    expect(one(ofKind(facts, '2026-03-20', 'measurement'), '2026-03-31')).toMatchObject({ dueOn: '2026-03-31', overdueFrom: '2026-04-01' })
  })

  it('keeps the past as it was when the settings change: only later measurement dates are planned anew (rule 12)', () => {
    const facts = factsOf({
      settings: [setting('due', '2026-03-01', { registrationDays: 0 }), setting('due', '2026-04-01', { registrationDays: 15 })],
    })
    const obligations = ofKind(facts, '2026-03-20', 'measurement')
    expect(obligations.map(({ periodKey, dueOn }) => `${periodKey} ${dueOn}`)).toEqual([
      '2026-01-31 2026-02-10',
      '2026-02-28 2026-03-10',
      '2026-03-31 2026-03-31',
      '2026-04-30 2026-05-15',
    ])
  })
})

describe('a measurement answers', () => {
  const fulfilled = (measurements: ReturnType<typeof measurement>[], today = '2026-05-01') =>
    ofKind(factsOf({ measurements }), today, 'measurement')
      .filter(({ state }) => state === 'fulfilled')
      .map(({ periodKey, fulfilledByKey, fulfilledInTime }) => `${periodKey} ${fulfilledByKey} ${fulfilledInTime}`)

  it.each([
    ['on the day', '2026-02-28', '2026-02-28'],
    ['early in its period', '2026-02-14', '2026-02-28'],
    ['the one before while it is empty', '2026-02-13', '2026-01-31'],
    ['after it, before it is overdue', '2026-03-13', '2026-02-28'],
    ['the next one, when it is overdue', '2026-03-14', '2026-03-31'],
  ])('%s', (_title, asOf, periodKey) => {
    expect(fulfilled([measurement(asOf)])).toEqual([`${periodKey} indicator:${asOf}:1 true`])
  })

  it('the next one, when the earlier is answered', () => {
    expect(fulfilled([measurement('2026-02-28'), measurement('2026-03-05')]).map((text) => text.slice(0, 10))).toEqual([
      '2026-02-28',
      '2026-03-31',
    ])
  })

  it('the period it names, whenever it was taken', () => {
    expect(fulfilled([measurement('2026-03-20', { periodKey: '2026-01-31' })])).toEqual(['2026-01-31 indicator:2026-03-20:1 false'])
    const both = [measurement('2026-03-01', { key: 'near' }), measurement('2026-03-05', { key: 'named', periodKey: '2026-02-28' })]
    expect(fulfilled(both).map((text) => text.slice(0, 16))).toEqual(['2026-02-28 named', '2026-03-31 near '])
  })

  it('nothing, when it lies before the first period or is the baseline’s own', () => {
    expect(fulfilled([measurement('2025-12-31')])).toEqual([])
    expect(fulfilled([measurement('2026-01-31', { periodKey: 'baseline' })])).toEqual([])
    expect(fulfilled([measurement('2027-01-31')])).toEqual([])
  })

  it('also with «får ikke målt»; a value for the same period then stands for it', () => {
    const gap = measurement('2026-02-28', { key: 'gap', value: null, reason: 'no data' })
    expect(fulfilled([gap])).toEqual(['2026-02-28 gap true'])
    const value = measurement('2026-02-28', { key: 'value', actedAt: '2026-03-20T10:00:00Z' })
    expect(fulfilled([gap, value])).toEqual(['2026-02-28 value true'])
    expect(fulfilled([measurement('2026-02-27', { key: 'value' }), gap])).toEqual(['2026-02-28 value true'])
  })

  it('in time by the local day it was recorded: just after midnight in Oslo (case 39)', () => {
    const late = measurement('2026-03-31', { actedAt: '2026-04-13T22:15:00Z' })
    expect(fulfilled([late])).toEqual(['2026-03-31 indicator:2026-03-31:1 true'])
    const tooLate = measurement('2026-03-31', { actedAt: '2026-04-15T22:15:00Z' })
    expect(fulfilled([tooLate])).toEqual(['2026-03-31 indicator:2026-03-31:1 false'])
  })

  it('in time still, when it is corrected later', () => {
    const first = measurement('2026-02-28', { key: 'first', actedAt: '2026-03-02T08:00:00Z' })
    const second = measurement('2026-02-28', { key: 'second', correctsKey: 'first', actedAt: '2026-06-02T08:00:00Z' })
    const third = measurement('2026-02-28', { key: 'third', correctsKey: 'second', actedAt: '2026-06-03T08:00:00Z' })
    expect(fulfilled([first, second, third])).toEqual(['2026-02-28 third true'])
    expect(fulfilled([{ ...second, correctsKey: 'lost' }])).toEqual(['2026-02-28 second false'])
    const circle = [{ ...second, correctsKey: 'third' }, { ...third, correctsKey: 'second' }, measurement('2026-01-31')]
    expect(fulfilled(circle)).toEqual(['2026-01-31 indicator:2026-01-31:1 true'])
  })

  it('an indicator measured once: any value after the baseline', () => {
    const once = (asOf: string, baselineOn: string | null) =>
      ofKind(
        factsOf({ indicators: [indicator({ frequency: 'once', anchorOn: '2026-03-31', baselineOn })], measurements: [measurement(asOf)] }),
        '2026-06-01',
        'measurement',
      ).map(({ state }) => state)
    expect(once('2026-01-15', '2026-01-10')).toEqual(['fulfilled'])
    expect(once('2026-01-10', '2026-01-10')).toEqual(['overdue'])
    expect(once('2020-01-01', null)).toEqual(['fulfilled'])
    expect(
      ofKind(factsOf({ indicators: [indicator({ frequency: 'once', anchorOn: '2025-03-31' })] }), '2026-06-01', 'measurement'),
    ).toEqual([])
  })
})

describe('a stored row', () => {
  const withRow = (more: Parameters<typeof stored>[3], rest: Parameters<typeof factsOf>[0] = {}, today = '2026-03-20') =>
    one(
      ofKind(factsOf({ obligations: [stored('2026-01-31', '2026-02-12', '2026-02-20', more)], ...rest }), today, 'measurement'),
      '2026-01-31',
    )

  it('freezes the dates', () => {
    expect(withRow({})).toMatchObject({
      dueOn: '2026-02-12',
      overdueFrom: '2026-02-20',
      firstOn: '2026-02-20',
      chaseOn: '2026-02-27',
      state: 'overdue',
    })
  })

  it('decides with its overdue date which period a value answers', () => {
    expect(withRow({}, { measurements: [measurement('2026-02-19')] })).toMatchObject({ state: 'fulfilled', fulfilledInTime: true })
  })

  it('keeps an obligation waived, on hold until approved, or fulfilled by what it names', () => {
    expect(withRow({ state: 'lapsed', waivedReason: 'not relevant' })).toMatchObject({ state: 'lapsed', lapsedReason: 'waived' })
    expect(withRow({ state: 'onHold', waivedReason: 'not relevant' })).toMatchObject({ state: 'onHold', lapsedReason: null })
    const done = { state: 'fulfilled', actedAt: '2026-02-19T22:30:00Z' } as const
    expect(withRow({ ...done, fulfilledByKey: 'x' })).toMatchObject({ state: 'fulfilled', fulfilledByKey: 'x', fulfilledInTime: true })
    expect(withRow(done)).toMatchObject({ fulfilledByKey: 'measurement:indicator:2026-01-31' })
  })

  it('carries snooze and delegation, which is back after five open days', () => {
    const row = { snoozedUntil: '2026-03-23', snoozeCount: 1, delegatedToId: 'helper', actedAt: '2026-03-16T09:00:00Z' }
    expect(withRow(row)).toMatchObject({
      snoozedUntil: '2026-03-23',
      snoozeCount: 1,
      delegatedToId: 'helper',
      delegatedUntil: '2026-03-23',
    })
  })

  it('starts the ladder again for a new owner, five open days after the handover; overdue stands (case 36)', () => {
    const row = { ...stored('2026-01-31', '2026-02-10', '2026-02-14'), round: 2, assigneeId: 'new' }
    const told = nudge('new', '2026-02-23', [{ obligationKey: row.key, round: 2, step: 'handover', why: 'measurer' }])
    const dates = {
      overdueFrom: '2026-02-14',
      firstOn: '2026-03-02',
      chaseOn: '2026-03-09',
      leaderOn: '2026-03-16',
      officeOn: '2026-03-30',
    }
    const planned = (nudges: (typeof told)[]) =>
      one(ofKind(factsOf({ obligations: [row], nudges, people: peopleWith(person('new')) }), '2026-02-23', 'measurement'), '2026-01-31')
    expect(planned([told])).toMatchObject({ ...dates, assigneeId: 'new', round: 2, handoverOn: '2026-02-23' })
    expect(planned([])).toMatchObject({ ...dates, handoverOn: null })
    expect(planned([{ ...told, state: 'failed' }])).toMatchObject({ handoverOn: null })
  })

  it('does not bring the first nudge forward for a new owner of what is not yet overdue', () => {
    const row = { ...stored('2026-02-28', '2026-03-10', '2026-03-14'), round: 2 }
    const found = one(ofKind(factsOf({ obligations: [row] }), '2026-03-02', 'measurement'), '2026-02-28')
    expect(found).toMatchObject({ firstOn: '2026-03-16', assigneeId: 'measurer' })
  })

  it('that the rules no longer derive is kept with its dates, until it is answered', () => {
    const odd = stored('2026-02-15', '2026-02-25', '2026-03-03')
    const kept = (rest: Parameters<typeof factsOf>[0] = {}, options: PlanOptions = {}) =>
      plan(factsOf({ obligations: [odd], ...rest }), '2026-03-20', options).filter(({ periodKey }) => periodKey === '2026-02-15')
    expect(kept()).toMatchObject([{ dueOn: '2026-02-25', overdueFrom: '2026-03-03', state: 'overdue', assigneeId: 'measurer' }])
    const answer = measurement('2026-02-15', { periodKey: '2026-02-15' })
    expect(kept({ measurements: [answer] })).toMatchObject([{ state: 'fulfilled', fulfilledInTime: true }])
    expect(kept({}, { from: '2026-03-01' })).toEqual([])
    expect(kept({}, { to: '2026-02-20' })).toEqual([])
    expect(kept({}, { kinds: ['statusReport'] })).toEqual([])
    expect(kept({ projects: [] })).toEqual([])
    expect(kept({ indicators: [] })).toMatchObject([{ state: 'lapsed', lapsedReason: 'closed' }])
  })

  it('about something that is no longer in the lists has lapsed', () => {
    const row = stored('decide', '2026-02-25', '2026-02-26', {
      key: 'decisionfollowup:gone:decide',
      kind: 'decisionFollowUp',
      refKey: 'gone',
      asOf: null,
    })
    const found = (from: string) => plan(factsOf({ obligations: [row] }), '2026-03-20', { kinds: ['decisionFollowUp'], from })
    expect(found('2026-02-25')).toMatchObject([{ state: 'lapsed', lapsedReason: 'closed' }])
    expect(found('2026-02-26')).toEqual([])
  })

  it('moves what has no measurement date like the rest of a hold', () => {
    const decisions = [decision('board', { outcome: null, responsibleId: 'responsible', dueOn: '2026-03-20' })]
    const held = factsOf({ projects: [project({ holdFrom: '2026-03-05', holdTo: '2026-04-08' })], decisions })
    expect(ofKind(held, '2026-04-10', 'decisionFollowUp')).toMatchObject([
      { dueOn: '2026-04-22', overdueFrom: '2026-04-23', state: 'upcoming' },
    ])
  })

  it('without a notice is upcoming until it is due', () => {
    const decisions = [decision('board', { outcome: null, responsibleId: 'responsible', dueOn: '2026-03-20' })]
    const facts = factsOf({ decisions, settings: [setting('ladder', '2026-01-01', { preNoticeOpenDays: 0 })] })
    expect(['2026-03-19', '2026-03-20'].map((today) => ofKind(facts, today, 'decisionFollowUp')[0]?.state)).toEqual(['upcoming', 'open'])
  })

  it('of a report the rules no longer derive is answered by its report', () => {
    const row = stored('2026-02', '2026-03-06', '2026-03-11', {
      key: 'statusreport:project:2026-02',
      kind: 'statusReport',
      refKey: 'project',
      asOf: '2026-02-28',
    })
    const found = (reports: ReturnType<typeof report>[]) =>
      plan(factsOf({ obligations: [row], statusReports: reports }), '2026-03-20', { kinds: ['statusReport'] })
    expect(found([])).toMatchObject([{ state: 'overdue', assigneeId: 'manager' }])
    expect(found([report('2026-02', '2026-03-11T10:00:00Z')])).toMatchObject([{ state: 'fulfilled', fulfilledInTime: false }])
    expect(found([report('2026-02', null, { state: 'published' })])).toMatchObject([{ state: 'fulfilled', fulfilledInTime: true }])
  })
})

describe('a hold (rule 11)', () => {
  const holding = (today: string, more: Parameters<typeof project>[0] = {}, rest: Parameters<typeof factsOf>[0] = {}) =>
    ofKind(
      factsOf({ projects: [project({ state: 'onHold', holdFrom: '2026-03-05', holdTo: '2026-06-01', ...more })], ...rest }),
      today,
      'measurement',
    )

  it('lets all but the latest of what was open fall, and gives that time to be answered (case 32)', () => {
    const obligations = holding('2026-06-10', { state: 'active' })
    expect(obligations.map(({ periodKey, state, lapsedReason, dueOn }) => `${periodKey} ${state} ${lapsedReason} ${dueOn}`)).toEqual([
      '2026-01-31 overdue null 2026-02-10',
      '2026-02-28 lapsed hold 2026-03-10',
      '2026-03-31 lapsed hold 2026-04-10',
      '2026-04-30 lapsed hold 2026-05-11',
      '2026-05-31 open null 2026-06-15',
      '2026-06-30 upcoming null 2026-07-27',
    ])
    expect(one(obligations, '2026-05-31')).toMatchObject({ overdueFrom: '2026-06-19', firstOn: '2026-06-19' })
  })

  it('keeps what survives waiting until it ends, and changes nothing before it begins', () => {
    expect(states(holding('2026-04-20')).slice(0, 5)).toEqual([
      '2026-01-31 overdue',
      '2026-02-28 lapsed',
      '2026-03-31 lapsed',
      '2026-04-30 lapsed',
      '2026-05-31 onHold',
    ])
    expect(states(holding('2026-04-01')).slice(3)).toEqual(['2026-04-30 lapsed'])
    expect(states(holding('2026-03-04'))).toEqual(['2026-01-31 overdue', '2026-02-28 open', '2026-03-31 upcoming'])
  })

  it('without an end keeps everything open waiting', () => {
    expect(states(holding('2026-04-20', { holdTo: null }))).toEqual([
      '2026-01-31 overdue',
      '2026-02-28 onHold',
      '2026-03-31 onHold',
      '2026-04-30 onHold',
      '2026-05-31 onHold',
    ])
    expect(states(holding('2026-04-20', { holdTo: null, holdFrom: null }))).toEqual([
      '2026-01-31 overdue',
      '2026-02-28 overdue',
      '2026-03-31 overdue',
      '2026-04-30 onHold',
      '2026-05-31 onHold',
    ])
  })

  it('does not raise the dead: what was answered before its end is not the survivor, what is answered after was', () => {
    const may31 = measurement('2026-05-31', { actedAt: '2026-06-12T10:00:00Z' })
    expect(states(holding('2026-06-20', {}, { measurements: [may31] })).slice(1, 5)).toEqual([
      '2026-02-28 lapsed',
      '2026-03-31 lapsed',
      '2026-04-30 lapsed',
      '2026-05-31 fulfilled',
    ])
    const early = measurement('2026-05-31', { actedAt: '2026-05-31T10:00:00Z' })
    expect(states(holding('2026-06-05', {}, { measurements: [early] })).slice(3, 5)).toEqual(['2026-04-30 open', '2026-05-31 fulfilled'])
  })

  it('keeps a later due date of its own', () => {
    const facts = { indicators: [indicator({ registrationDays: 60 })] }
    expect(one(holding('2026-06-10', {}, facts), '2026-05-31').dueOn).toBe('2026-07-30')
  })

  it('of a project that is active again without dates is none', () => {
    expect(states(holding('2026-03-20', { state: 'active', holdTo: null }))[1]).toBe('2026-02-28 overdue')
    expect(states(holding('2026-03-20', { state: 'active', holdFrom: null }))[1]).toBe('2026-02-28 overdue')
  })
})

describe('on hold on a date', () => {
  it.each<[string, Parameters<typeof project>[0], string, boolean]>([
    ['its first day', { holdFrom: '2026-03-05', holdTo: '2026-06-01' }, '2026-03-05', true],
    ['the day before', { holdFrom: '2026-03-05', holdTo: '2026-06-01' }, '2026-03-04', false],
    ['the day it ends', { holdFrom: '2026-03-05', holdTo: '2026-06-01' }, '2026-06-01', false],
    ['without an end, by its state', { state: 'onHold', holdFrom: '2026-03-05' }, '2030-01-01', true],
    ['without an end, active', { holdFrom: '2026-03-05' }, '2030-01-01', false],
    ['with only an end, by its state', { state: 'onHold', holdTo: '2026-06-01' }, '2026-03-05', true],
    ['with only an end, active', { holdTo: '2026-06-01' }, '2026-03-05', false],
    ['without dates, by its state', { state: 'onHold' }, '2026-03-05', true],
  ])('%s', (_title, more, date, expected) => expect(isOnHold(project(more), date)).toBe(expected))
})

describe('a project that ends', () => {
  it('stopped: all that is open lapses, nothing new comes, a lesson is due in 20 open days (case 33)', () => {
    const facts = factsOf({ projects: [project({ state: 'stopped', stoppedOn: '2026-03-15' })], measurements: [measurement('2026-01-31')] })
    const obligations = plan(facts, '2026-03-20')
    expect(obligations.map(({ periodKey, state, lapsedReason }) => `${periodKey} ${state} ${lapsedReason}`)).toEqual([
      '2026-01-31 fulfilled null',
      '2026-02-28 lapsed stopped',
      'lesson upcoming null',
    ])
    const autumn = factsOf({ projects: [project({ state: 'stopped', stoppedOn: '2026-09-15' })] })
    expect(one(plan(autumn, '2026-09-20'), 'lesson')).toMatchObject({ kind: 'action', dueOn: '2026-10-13', assigneeId: 'manager' })
  })

  it('stopped with its reason written has given its lesson', () => {
    const facts = factsOf({ projects: [project({ state: 'stopped', stoppedOn: '2026-03-15', stopReason: 'the need went away' })] })
    expect(one(plan(facts, '2026-04-01'), 'lesson')).toMatchObject({ state: 'fulfilled', fulfilledInTime: null })
    expect(plan(facts, '2026-02-01', { to: '2026-03-01' }).map(({ periodKey }) => periodKey)).not.toContain('lesson')
    const blank = factsOf({ projects: [project({ state: 'stopped', stoppedOn: '2026-03-15', stopReason: ' ' })] })
    expect(one(plan(blank, '2026-04-14'), 'lesson').state).toBe('open')
  })

  it('stopped on a day nobody wrote down: everything has lapsed, and no lesson can be dated', () => {
    const facts = factsOf({ projects: [project({ state: 'stopped' })] })
    expect(states(plan(facts, '2026-03-20'))).toEqual(['2026-01-31 lapsed', '2026-02-28 lapsed'])
  })

  it('closed: nothing is asked for any more', () => {
    const facts = factsOf({ projects: [project({ state: 'closed' })] })
    expect(plan(facts, '2026-03-20').map(({ state, lapsedReason }) => `${state} ${lapsedReason}`)).toEqual([
      'lapsed closed',
      'lapsed closed',
    ])
  })

  it('reopened: only measurement dates after that', () => {
    const reopened = (phaseEnteredOn: string) =>
      states(
        ofKind(
          factsOf({
            projects: [project({ stoppedOn: '2026-02-15', phaseEnteredOn })],
            indicators: [indicator({ activeFrom: '2026-01-01' })],
          }),
          '2026-04-20',
          'measurement',
        ),
      )
    expect(reopened('2026-01-01').slice(0, 3)).toEqual(['2026-01-31 lapsed', '2026-02-28 overdue', '2026-03-31 overdue'])
    expect(reopened('2026-03-10').slice(0, 3)).toEqual(['2026-01-31 lapsed', '2026-02-28 lapsed', '2026-03-31 overdue'])
  })

  it.each([
    ['a benefit that is settled', { benefits: [benefit({ state: 'realised' })] }, 'lapsed settled'],
    ['a benefit that is given up', { benefits: [benefit({ state: 'cancelled' })] }, 'lapsed settled'],
    ['a benefit that did not come', { benefits: [benefit({ state: 'notRealised' })] }, 'lapsed settled'],
    ['an indicator that is closed', { indicators: [indicator({ state: 'closed' })] }, 'lapsed closed'],
    ['an indicator that is paused', { indicators: [indicator({ state: 'paused' })] }, 'onHold null'],
    ['an indicator somebody proposes to close', { indicators: [indicator({ state: 'closeProposed' })] }, 'onHold null'],
    ['a benefit that is not there', { benefits: [] }, 'overdue null'],
  ] as const)('%s is asked for so: %s', (_title, rows, expected) => {
    const { state, lapsedReason } = one(ofKind(factsOf(rows), '2026-03-20', 'measurement'), '2026-01-31')
    expect(`${state} ${lapsedReason}`).toBe(expected)
  })
})

describe('a baseline', () => {
  const golive = { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })] }
  const baseline = (rows: Parameters<typeof factsOf>[0], today = '2026-03-30') => ofKind(factsOf({ ...golive, ...rows }), today, 'baseline')

  it('is due the last open day before go-live and overdue the day after (case 29)', () => {
    const missing = { indicators: [indicator({ baseline: null, baselineOn: null })] }
    expect(baseline(missing)).toMatchObject([
      {
        key: 'baseline:indicator:baseline',
        dueOn: '2026-04-01',
        overdueFrom: '2026-04-02',
        firstOn: '2026-04-07',
        state: 'open',
        asOf: null,
      },
    ])
    expect(baseline(missing, '2026-03-20')[0]?.state).toBe('upcoming')
    expect(baseline(missing, '2026-04-02')[0]?.state).toBe('overdue')
    expect(ofKind(factsOf({ ...golive, ...missing }), '2026-01-01', 'baseline')).toEqual([])
    expect(plan(factsOf({ ...golive, ...missing }), '2026-04-20', { from: '2026-04-10', kinds: ['baseline'] })).toEqual([])
  })

  it('is fulfilled by a value, by a measurement of it, and waived by who stands by that', () => {
    expect(baseline({})).toMatchObject([{ state: 'fulfilled', fulfilledByKey: 'indicator', fulfilledInTime: true }])
    const taken = measurement('2026-04-03', { key: 'taken', periodKey: 'baseline' })
    expect(baseline({ measurements: [taken] })).toMatchObject([{ state: 'fulfilled', fulfilledByKey: 'taken', fulfilledInTime: false }])
    expect(baseline({ indicators: [indicator({ baselineOn: null })] })).toMatchObject([{ state: 'fulfilled', fulfilledInTime: null }])
    const waiver = { rule: 'baseline', reason: 'no data exist', byId: 'owner' }
    expect(baseline({ indicators: [indicator({ baseline: null, baselineWaiver: waiver })] })).toMatchObject([
      { state: 'lapsed', lapsedReason: 'waived' },
    ])
  })

  it('is not asked for without a go-live, before planning, or of what counts from nothing', () => {
    expect(ofKind(factsOf(), '2026-03-30', 'baseline')).toEqual([])
    expect(baseline({ projects: [project({ phase: 'concept', plannedGoLive: '2026-04-07' })] })).toEqual([])
    expect(baseline({ projects: [project({ phase: 'idea', plannedGoLive: '2026-04-07' })] })).toEqual([])
    expect(baseline({ indicators: [indicator({ kind: 'cumulative', baseline: null })] })).toEqual([])
  })
})

describe('a status report', () => {
  const delivering = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-02-10' })] }
  const reports = (rows: Parameters<typeof factsOf>[0], today = '2026-05-20') =>
    ofKind(factsOf({ ...delivering, ...rows }), today, 'statusReport')

  it('is owed every month but July, by the project manager', () => {
    const obligations = reports({}, '2026-09-01')
    expect(states(obligations)).toEqual([
      '2026-02 overdue',
      '2026-03 overdue',
      '2026-04 overdue',
      '2026-05 overdue',
      '2026-06 overdue',
      '2026-08 open',
      '2026-09 upcoming',
    ])
    expect(one(obligations, '2026-03')).toMatchObject({
      key: 'statusreport:project:2026-03',
      refKey: 'project',
      asOf: '2026-03-31',
      dueOn: '2026-04-10',
      overdueFrom: '2026-04-15',
      assigneeId: 'manager',
      assigneeWhy: 'projectManager',
    })
  })

  it.each([
    ['2026-02-15', '2026-02'],
    ['2026-02-16', '2026-03'],
  ])('is owed for the month entered by the 15th: entered %s, first %s (case 40)', (phaseEnteredOn, first) => {
    const facts = { projects: [project({ phase: 'deliver', phaseEnteredOn })], decisions: [decision('bp3', { decidedOn: phaseEnteredOn })] }
    expect(reports(facts)[0]?.periodKey).toBe(first)
  })

  it('is not owed in Realisere, nor for a month that ends on hold', () => {
    expect(ofKind(factsOf(), '2026-05-20', 'statusReport')).toEqual([])
    const left = { projects: [project({ phaseEnteredOn: '2026-04-20' })], decisions: [decision('bp4', { decidedOn: '2026-02-10' })] }
    expect(reports(left).map(({ periodKey }) => periodKey)).toEqual(['2026-02', '2026-03'])
    const held = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-02-10', holdFrom: '2026-03-31', holdTo: '2026-04-30' })] }
    expect(reports(held).map(({ periodKey }) => periodKey)).toEqual(['2026-02', '2026-04', '2026-05'])
  })

  it('is fulfilled by its first published version; a correction does not make it late', () => {
    const two = [report('2026-03', '2026-04-14T21:00:00Z'), report('2026-03', '2026-06-01T10:00:00Z', { version: 2 })]
    expect(one(reports({ statusReports: two }), '2026-03')).toMatchObject({
      state: 'fulfilled',
      fulfilledByKey: 'project:2026-03:2',
      fulfilledInTime: true,
    })
    expect(one(reports({ statusReports: [report('2026-03', '2026-04-14T22:00:00Z')] }), '2026-03').fulfilledInTime).toBe(false)
    expect(one(reports({ statusReports: [report('2026-03', null)] }), '2026-03').state).toBe('overdue')
    expect(one(reports({ statusReports: [report('2026-03', null, { state: 'published' })] }), '2026-03').fulfilledInTime).toBe(true)
  })

  it('begins with the bound asked for', () => {
    expect(plan(factsOf(delivering), '2026-05-20', { from: '2026-03-15', kinds: ['statusReport'] })[0]?.periodKey).toBe('2026-03')
    expect(plan(factsOf(delivering), '2026-05-20', { from: '2026-03-31', to: '2026-04-10', kinds: ['statusReport'] })).toHaveLength(1)
  })
})

describe('decisions and actions', () => {
  const decided = (more: Parameters<typeof decision>[1], today = '2026-05-05') =>
    ofKind(
      factsOf({ decisions: [decision('board', { responsibleId: 'responsible', dueOn: '2026-05-01', ...more })] }),
      today,
      'decisionFollowUp',
    )

  it('a decision that is due is asked for until it is taken', () => {
    expect(decided({ outcome: null })).toMatchObject([
      {
        periodKey: 'decide',
        dueOn: '2026-05-04',
        overdueFrom: '2026-05-05',
        state: 'overdue',
        assigneeId: 'responsible',
        assigneeWhy: 'responsible',
      },
    ])
    expect(decided({ outcome: 'proceed', decidedOn: '2026-05-04' })).toMatchObject([{ state: 'fulfilled', fulfilledInTime: true }])
  })

  it('a decision to adjust or extend is followed up', () => {
    expect(decided({ outcome: 'adjust', decidedOn: '2026-02-04' })).toMatchObject([{ periodKey: 'follow-up', state: 'overdue' }])
    expect(decided({ outcome: 'extend', decidedOn: '2026-02-04' })).toMatchObject([{ periodKey: 'follow-up', state: 'overdue' }])
  })

  it('without a date or a person there is nothing to ask', () => {
    expect(decided({ dueOn: null })).toEqual([])
    expect(decided({ responsibleId: null })).toEqual([])
    expect(decided({}, '2026-01-05')).toEqual([])
  })

  it('an action is asked for until it is done or dropped', () => {
    const acted = (more: Parameters<typeof action>[0], rows: Parameters<typeof factsOf>[0] = {}) =>
      ofKind(factsOf({ benefitActions: [action(more)], ...rows }), '2026-05-05', 'action')
    expect(acted({})).toMatchObject([{ key: 'action:action:done', dueOn: '2026-05-04', state: 'overdue', assigneeId: 'responsible' }])
    expect(acted({ state: 'done', actedAt: '2026-05-04T22:30:00Z' })).toMatchObject([{ state: 'fulfilled', fulfilledInTime: false }])
    expect(acted({ state: 'dropped' })).toMatchObject([{ state: 'lapsed' }])
    expect(acted({}, { benefits: [benefit({ state: 'cancelled' })] })).toMatchObject([{ state: 'lapsed' }])
    expect(acted({ dueOn: null })).toEqual([])
    expect(acted({ dueOn: '2027-05-01' })).toEqual([])
    expect(acted({ responsibleId: null })).toMatchObject([{ assigneeId: 'benefit-owner', assigneeWhy: 'benefitOwner' }])
  })
})

describe('whose it is', () => {
  const assignee = (rows: Parameters<typeof factsOf>[0]) => {
    const { assigneeId, assigneeWhy } = one(ofKind(factsOf(rows), '2026-03-20', 'measurement'), '2026-01-31')
    return `${assigneeId} ${assigneeWhy}`
  }
  const unnamed = [indicator({ measurerId: null })]

  it('the measurer, otherwise the benefit owner, otherwise the project owner, otherwise the programme’s', () => {
    expect(assignee({})).toBe('measurer measurer')
    expect(assignee({ indicators: unnamed })).toBe('benefit-owner benefitOwner')
    expect(assignee({ indicators: unnamed, benefits: [benefit({ ownerId: null })] })).toBe('owner projectOwner')
    expect(
      assignee({ indicators: unnamed, benefits: [benefit({ ownerId: null })], projects: [project({ benefitOwnerId: 'second' })] }),
    ).toBe('second benefitOwner')
    expect(assignee({ indicators: unnamed, benefits: [], projects: [project({ ownerId: null })] })).toBe('programme-owner programmeOwner')
    expect(assignee({ indicators: unnamed, benefits: [], projects: [project({ ownerId: null, programmeKey: null })] })).toBe(
      'null projectOwner',
    )
  })

  it('nobody, when the person has left', () => {
    expect(assignee({ people: peopleWith(person('measurer', { reach: 'left' })) })).toBe('null measurer')
  })

  it('nobody, when nobody is named: the reports, decisions, actions and lessons of such a project too', () => {
    const nobody = { ownerId: null, managerId: null, programmeKey: null }
    const gone = factsOf({
      projects: [
        project({ ...nobody, phase: 'deliver' }),
        project({ ...nobody, key: 'over', state: 'stopped', stoppedOn: '2026-03-01' }),
        project({ ...nobody, key: 'bare' }),
      ],
      benefits: [benefit({ ownerId: null })],
      indicators: [],
      benefitActions: [action({ responsibleId: null, dueOn: '2026-03-25' })],
      obligations: [
        stored('2026-02', '2026-03-25', '2026-03-26', {
          key: 'pilotend:pilot:end',
          kind: 'pilotEnd',
          refKey: 'pilot',
          periodKey: 'end',
          asOf: null,
        }),
      ],
    })
    const found = plan(gone, '2026-03-20', { from: '2026-02-01', to: '2026-04-12' })
    expect(found.map(({ kind, assigneeId, assigneeWhy }) => `${kind} ${assigneeId} ${assigneeWhy}`)).toEqual([
      'statusReport null projectOwner',
      'statusReport null projectOwner',
      'action null projectOwner',
      'action null projectOwner',
      'pilotEnd null projectOwner',
    ])
  })

  it('the one a stored row gave it to, also where nobody is named', () => {
    const row = stored('2026-01-31', '2026-02-10', '2026-02-14', { round: 2, assigneeId: 'new' })
    const bare = { indicators: unnamed, benefits: [], projects: [project({ ownerId: null, programmeKey: null })] }
    expect(assignee({ ...bare, obligations: [row] })).toBe('new responsible')
  })

  it('asks up the chain, each person once', () => {
    const chain = (kind: ObligationKind, refKey: string, rows: Parameters<typeof factsOf>[0] = {}) =>
      responsibleChain({ kind, refKey, projectKey: 'project' }, factsOf(rows)).map(({ personId, why }) => `${personId} ${why}`)
    const above = ['owner projectOwner', 'programme-owner programmeOwner']
    expect(chain('measurement', 'indicator')).toEqual(['measurer measurer', 'benefit-owner benefitOwner', ...above])
    expect(chain('baseline', 'indicator', { benefits: [benefit({ ownerId: 'measurer' })] })).toEqual(['measurer measurer', ...above])
    expect(chain('statusReport', 'project')).toEqual(['manager projectManager', ...above])
    expect(chain('statusReport', 'project', { programmes: [] })).toEqual(['manager projectManager', 'owner projectOwner'])
    expect(chain('action', 'action', { benefitActions: [action()] })).toEqual([
      'responsible responsible',
      'benefit-owner benefitOwner',
      ...above,
    ])
    expect(chain('decisionFollowUp', 'd', { decisions: [decision('board', { key: 'd', responsibleId: 'responsible' })] })).toEqual([
      'responsible responsible',
      ...above,
    ])
    expect(chain('pilotEnd', 'pilot')).toEqual(['manager responsible', ...above])
    expect(chain('measurement', 'gone')).toEqual(['manager responsible', ...above])
    expect(chain('measurement', 'indicator', { projects: [] })).toEqual([])
  })
})

describe('planning', () => {
  it('makes keys from meaning, lower case', () => {
    expect(obligationKey('statusReport', 'Prosjekt-A', '2026-03')).toBe('statusreport:prosjekt-a:2026-03')
  })

  it('leaves out the kinds not asked for, and orders by project and indicator', () => {
    const facts = factsOf({
      projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })],
      indicators: [indicator({ activeFrom: '2026-01-01' })],
    })
    expect(plan(facts, '2026-02-20').map(({ kind }) => kind)).toEqual([
      'baseline',
      ...Array(3).fill('measurement'),
      'statusReport',
      'statusReport',
      'statusReport',
    ])
    expect(plan(facts, '2026-02-20', { kinds: ['baseline'] }).map(({ kind }) => kind)).toEqual(['baseline'])
  })

  it('is the same however often it is done', () => {
    const facts = factsOf({ measurements: [measurement('2026-02-27')], obligations: [stored('2026-01-31', '2026-02-10', '2026-02-14')] })
    expect(planObligations(facts, DEFAULT_SETTINGS, '2026-04-20')).toEqual(planObligations(facts, DEFAULT_SETTINGS, '2026-04-20'))
  })
})

describe('what survives a hold', () => {
  const held = { projects: [project({ state: 'onHold', holdFrom: '2026-03-05', holdTo: '2026-12-01' })] }
  const on = (options: PlanOptions, rows: Parameters<typeof factsOf>[0] = held) =>
    plan(factsOf(rows), '2026-04-01', { kinds: ['measurement'], ...options }).map(({ periodKey, state }) => `${periodKey} ${state}`)

  it('is the same however far ahead is planned', () => {
    const near = ['2026-01-31 overdue', '2026-02-28 lapsed']
    expect(on({ to: '2026-03-31' })).toEqual(near)
    expect(on({ to: '2026-04-15' })).toEqual([...near, '2026-03-31 lapsed'])
    expect(on({ to: '2027-01-15' }).slice(-4)).toEqual([
      '2026-09-30 lapsed',
      '2026-10-31 lapsed',
      '2026-11-30 onHold',
      '2026-12-31 upcoming',
    ])
  })

  it('is nothing beyond what the indicator or the project itself still asks', () => {
    expect(on({ to: '2026-03-31' }, { ...held, indicators: [indicator({ activeTo: '2026-02-28' })] })).toEqual([
      '2026-01-31 overdue',
      '2026-02-28 onHold',
    ])
    const stopped = { projects: [project({ state: 'stopped', stoppedOn: '2026-02-28', holdFrom: '2026-03-05', holdTo: '2026-12-01' })] }
    expect(on({ to: '2026-03-31' }, stopped)).toEqual(['2026-01-31 lapsed', '2026-02-28 lapsed'])
    const closed = { projects: [project({ state: 'closed', holdFrom: '2026-03-05', holdTo: '2026-12-01' })] }
    expect(on({ to: '2026-03-31' }, closed)).toEqual(['2026-01-31 lapsed', '2026-02-28 lapsed'])
  })
})

it('a value that stands for a period is the one that names it, then the later one, in whatever order they were written', () => {
  const answer = (...measurements: ReturnType<typeof measurement>[]) =>
    one(ofKind(factsOf({ measurements }), '2026-03-20', 'measurement'), '2026-02-28').fulfilledByKey
  const near = measurement('2026-02-27', { key: 'near' })
  const named = measurement('2026-02-20', { key: 'named', periodKey: '2026-02-28' })
  const gap = measurement('2026-02-28', { key: 'gap', periodKey: '2026-02-28', value: null, reason: 'x' })
  const same = measurement('2026-02-27', { key: 'same' })
  expect(answer(near, named)).toBe('named')
  expect(answer(named, near)).toBe('named')
  expect(answer(gap, near)).toBe('near')
  expect(answer(gap, measurement('2026-02-27', { key: 'later', actedAt: '2026-03-02T10:00:00Z' }), near)).toBe('later')
  expect(answer(same, near)).toBe('same')
  expect(answer(measurement('2026-02-26', { key: 'z' }), near)).toBe('near')
})
