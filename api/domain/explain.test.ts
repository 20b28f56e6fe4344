import { describe, expect, it } from 'vitest'
import { type Explanation, explain, explainState, RULE_OF } from './explain.ts'
import { decision, factsOf, indicator, project, setting, stored } from './facts.fixture.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS, settingsOn } from './settings.ts'

type Rows = Parameters<typeof factsOf>[0]
const lines = (rows: Rows, today: string, periodKey: string): string[] => {
  const facts = factsOf(rows)
  const obligation = planObligations(facts, DEFAULT_SETTINGS, today).find((one) => one.periodKey === periodKey)
  if (!obligation) throw new Error(`no obligation for ${periodKey}`)
  const about = { indicator: facts.tables.indicators.get(obligation.refKey), project: facts.tables.projects.get('project') }
  return explain(obligation, about, DEFAULT_SETTINGS).map(text)
}
const text = (line: Explanation): string => {
  const days = 'days' in line ? ` ${line.days}` : ''
  return line.code === 'closed' ? `closed ${line.on} ${line.reason} → ${line.date}` : `${line.code}${days} ${line.date}`
}

describe('how an obligation got its dates', () => {
  it('a measurement due in fellesferien', () => {
    const rows = { indicators: [indicator({ frequency: 'quarterly', anchorOn: '2026-03-31' })] }
    expect(lines(rows, '2026-07-01', '2026-06-30')).toEqual([
      'measuredOn 2026-06-30',
      'registrationDays 10 2026-07-10',
      'closed 2026-07-10 summerClosure → 2026-07-27',
      'dueOn 2026-07-27',
      'graceOpenDays 3 2026-07-30',
      'overdueFrom 2026-07-31',
      'firstNudgeOn 2026-07-31',
    ])
  })

  it('a measurement due on an open day, overdue from a Saturday', () => {
    expect(lines({}, '2026-03-01', '2026-02-28')).toEqual([
      'measuredOn 2026-02-28',
      'registrationDays 10 2026-03-10',
      'dueOn 2026-03-10',
      'graceOpenDays 3 2026-03-13',
      'overdueFrom 2026-03-14',
      'closed 2026-03-14 weekend → 2026-03-16',
      'firstNudgeOn 2026-03-16',
    ])
  })

  it('a measurement with its own days to register, and without grace', () => {
    const rows = { indicators: [indicator({ registrationDays: 0, graceOpenDays: 0, anchorOn: '2026-02-10' })] }
    expect(lines(rows, '2026-02-10', '2026-02-10')).toEqual([
      'measuredOn 2026-02-10',
      'registrationDays 0 2026-02-10',
      'dueOn 2026-02-10',
      'overdueFrom 2026-02-11',
      'firstNudgeOn 2026-02-11',
    ])
  })

  it('a date that was frozen says that it stands', () => {
    const rows = { obligations: [stored('2026-02-28', '2026-03-12', '2026-03-20')] }
    expect(lines(rows, '2026-03-01', '2026-02-28').slice(0, 4)).toEqual([
      'measuredOn 2026-02-28',
      'registrationDays 10 2026-03-10',
      'dateStands 2026-03-12',
      'dueOn 2026-03-12',
    ])
  })

  it('a status report', () => {
    const delivering = { projects: [project({ phase: 'deliver' })] }
    expect(lines(delivering, '2026-04-01', '2026-03').slice(0, 3)).toEqual([
      'monthEndsOn 2026-03-31',
      'reportOpenDays 5 2026-04-10',
      'dueOn 2026-04-10',
    ])
    const row = stored('2026-03', '2026-04-20', '2026-04-22', {
      key: 'statusreport:project:2026-03',
      kind: 'statusReport',
      refKey: 'project',
    })
    expect(lines({ ...delivering, obligations: [row] }, '2026-04-01', '2026-03').slice(1, 3)).toEqual([
      'dateStands 2026-04-20',
      'dueOn 2026-04-20',
    ])
  })

  it('a baseline before Easter', () => {
    const rows = { projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })], indicators: [indicator({ baseline: null })] }
    expect(lines(rows, '2026-03-30', 'baseline')).toEqual([
      'goLiveOn 2026-04-07',
      'closed 2026-04-06 easterMonday → 2026-04-01',
      'dueOn 2026-04-01',
      'overdueFrom 2026-04-02',
      'closed 2026-04-02 maundyThursday → 2026-04-07',
      'firstNudgeOn 2026-04-07',
    ])
  })

  it('a date somebody has set', () => {
    const decisions = [decision('board', { outcome: null, responsibleId: 'responsible', dueOn: '2026-03-19' })]
    expect(lines({ decisions }, '2026-03-01', 'decide')).toEqual(['dueOn 2026-03-19', 'overdueFrom 2026-03-20', 'firstNudgeOn 2026-03-20'])
  })
})

describe('a date that is not the rules’ own', () => {
  it('was given after a hold', () => {
    const rows = { projects: [project({ holdFrom: '2026-03-05', holdTo: '2026-06-01' })] }
    expect(lines(rows, '2026-06-10', '2026-05-31')).toEqual([
      'measuredOn 2026-05-31',
      'registrationDays 10 2026-06-10',
      'heldUntil 10 2026-06-15',
      'dueOn 2026-06-15',
      'graceOpenDays 3 2026-06-18',
      'overdueFrom 2026-06-19',
      'firstNudgeOn 2026-06-19',
    ])
  })

  it('stands, when the hold gives another', () => {
    const rows = {
      projects: [project({ holdFrom: '2026-01-05', holdTo: '2026-01-20' })],
      obligations: [stored('2026-02-28', '2026-03-12', '2026-03-20')],
    }
    expect(lines(rows, '2026-03-01', '2026-02-28')[2]).toBe('dateStands 2026-03-12')
  })
})

describe('a report before a meeting', () => {
  const delivering = [project({ phase: 'deliver', phaseEnteredOn: '2026-01-05' })]
  const settings = settingsOn('2026-03-01', [setting('meetings', '2026-01-01', { project: ['2026-04-15', '2026-03-16'] })])
  const about = { project: delivering[0] }
  const report = { kind: 'statusReport', asOf: null, overdueFrom: '2026-03-12', firstOn: '2026-03-12' } as const

  it('counts from the meeting', () => {
    expect(explain({ ...report, dueOn: '2026-03-09' }, about, settings).map(text)).toEqual([
      'meetingOn 2026-03-16',
      'meetingOpenDays 5 2026-03-09',
      'dueOn 2026-03-09',
      'graceOpenDays 2 2026-03-11',
      'overdueFrom 2026-03-12',
      'firstNudgeOn 2026-03-12',
    ])
  })

  it('stands, when the meeting or the project is not known', () => {
    expect(explain({ ...report, dueOn: '2026-03-10' }, about, settings).map(text)[0]).toBe('dateStands 2026-03-10')
    expect(explain({ ...report, dueOn: '2026-03-09' }, {}, settings).map(text)[0]).toBe('dateStands 2026-03-09')
    expect(explain({ ...report, dueOn: '2026-03-09' }, about, DEFAULT_SETTINGS).map(text)[0]).toBe('dateStands 2026-03-09')
  })
})

describe('why an obligation is as it is', () => {
  const planned = (more: Partial<Obligation>): string[] => {
    const [first] = planObligations(factsOf(), DEFAULT_SETTINGS, '2026-02-17')
    if (!first) throw new Error('nothing planned')
    return explainState({ ...first, ...more }, '2026-02-17').map((line) => Object.values(line).join(' '))
  }
  it.each<[string, Partial<Obligation>, string[]]>([
    ['nothing has happened', {}, []],
    ['answered in time', { state: 'fulfilled', fulfilledInTime: true }, ['answered true']],
    ['answered late', { state: 'fulfilled', fulfilledInTime: false, snoozedUntil: '2026-03-01' }, ['answered false']],
    ['fallen away', { state: 'lapsed', lapsedReason: 'hold' }, ['lapsed hold']],
    ['fallen away, nobody says why', { state: 'lapsed' }, ['lapsed waived']],
    ['waiting', { state: 'onHold' }, ['onHold']],
    [
      'put off, delegated and taken over',
      { snoozedUntil: '2026-02-18', delegatedUntil: '2026-02-19', handoverOn: '2026-02-16' },
      ['handedOverOn 2026-02-16', 'delegatedUntil 2026-02-19', 'snoozedUntil 2026-02-18'],
    ],
    ['put off and delegated until today', { snoozedUntil: '2026-02-17', delegatedUntil: '2026-02-17' }, []],
  ])('%s', (_title, more, expected) => expect(planned(more)).toEqual(expected))
})

it('names the rule of each step', () => {
  const rows = { indicators: [indicator({ frequency: 'quarterly', anchorOn: '2026-03-31' })] }
  const facts = factsOf(rows)
  const [obligation] = planObligations(facts, DEFAULT_SETTINGS, '2026-07-01').filter(({ periodKey }) => periodKey === '2026-06-30')
  if (!obligation) throw new Error('nothing planned')
  const codes = explain(obligation, { indicator: rows.indicators[0] }, DEFAULT_SETTINGS).map(({ code }) => RULE_OF[code])
  expect(codes).toEqual([1, 3, 3, 3, 3, 3, 6])
})
