import { describe, expect, it } from 'vitest'
import { acting, applied, decision, entry, factsOf, indicator, peopleWith, person, project, setting } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import type { Change, Project } from './model.ts'
import { type Obligation, planObligations } from './obligations.ts'
import { phaseSpans } from './phases.ts'
import { logEntry, projectHistory } from './project-history.ts'
import { goBack, putOnHold, reopen, resume } from './project-life.ts'
import { settingsOn } from './settings.ts'

type Rows = Parameters<typeof factsOf>[0]
const people = peopleWith(person('leader', { roles: ['leader'] }))
const facts = (more: Partial<Project> = {}, rows: Rows = {}): Facts => factsOf({ people, projects: [project(more)], ...rows })
const only = (all: Facts): Project => {
  const found = all.tables.projects.get('project')
  if (!found) throw new Error('no project')
  return found
}
const by = (all: Facts, byId = 'leader', reason: string | null = 'because') => ({ project: only(all), byId, reason })
const changesOf = (result: { ok: true; value: { changes: Change[] } } | { ok: false; code: string }): Change[] => {
  if (!result.ok) throw new Error(result.code)
  return result.value.changes
}
const codeOf = (result: { ok: true } | { ok: false; code: string; field?: string }): string =>
  result.ok ? 'ok' : [result.code, result.field].filter(Boolean).join(' ')
const measurements = (all: Facts, today: string): Obligation[] =>
  planObligations(all, settingsOn(today, all.tables.settings.values()), today, { kinds: ['measurement'] })
const states = (all: Facts, today: string): string[] =>
  measurements(all, today).map(({ periodKey, state, lapsedReason, dueOn }) =>
    [periodKey, state, lapsedReason, dueOn].filter(Boolean).join(' '),
  )

describe('a hold', () => {
  it('begins by decision, and what it let fall stays fallen when a later hold is written over it (rules 11 and 12)', () => {
    let all = facts({}, { indicators: [indicator({ activeFrom: '2026-01-01' })] })
    const first = putOnHold({ ...by(all), from: '2026-03-05', to: null }, acting(all, '2026-03-04'))
    all = applied(all, changesOf(first), '2026-03-04T09:00:00Z', 'leader')
    expect(only(all)).toMatchObject({ state: 'onHold', holdFrom: '2026-03-05', holdTo: null })
    expect([...all.tables.log.values()]).toMatchObject([{ what: 'putOnHold', why: 'because' }])
    all = applied(all, changesOf(resume(by(all), acting(all, '2026-06-01'))), '2026-06-01T09:00:00Z', 'leader')
    expect(only(all)).toMatchObject({ state: 'active', holdFrom: '2026-03-05', holdTo: '2026-06-01' })
    const before = states(all, '2026-09-30')
    expect(before.slice(0, 5)).toEqual([
      '2026-01-31 overdue 2026-02-10',
      '2026-02-28 lapsed hold 2026-03-10',
      '2026-03-31 lapsed hold 2026-04-10',
      '2026-04-30 lapsed hold 2026-05-11',
      '2026-05-31 overdue 2026-06-15',
    ])
    const second = putOnHold({ ...by(all), from: '2026-10-01', to: '2026-11-01' }, acting(all, '2026-09-30'))
    all = applied(all, changesOf(second), '2026-09-30T09:00:00Z', 'leader')
    expect(projectHistory('project', all).holds).toEqual([{ from: '2026-03-05', to: '2026-06-01' }])
    expect(states(all, '2026-10-02').slice(0, 5)).toEqual(before.slice(0, 5))
    expect(states(all, '2026-12-01').slice(0, 5)).toEqual(before.slice(0, 5))
    expect(states(all, '2026-12-01').filter((text) => text.startsWith('2026-09-30'))).toEqual(['2026-09-30 lapsed hold 2026-10-12'])
  })

  it('lets reports of the months that ended in it fall, also when a later hold is written over it', () => {
    const owner = facts({ phase: 'deliver', phaseEnteredOn: '2026-01-05', holdFrom: '2026-03-05', holdTo: '2026-06-01' })
    const held = applied(owner, changesOf(putOnHold({ ...by(owner, 'owner'), from: '2026-10-01', to: null }, acting(owner, '2026-09-30'))))
    const reports = planObligations(held, settingsOn('2026-12-01', []), '2026-12-01', { kinds: ['statusReport'] })
    expect(reports.map(({ periodKey }) => periodKey)).toEqual(['2026-01', '2026-02', '2026-06', '2026-08', '2026-09'])
  })

  it.each<[string, Partial<Project>, { byId?: string; reason?: string | null; from?: string; to?: string | null }, string]>([
    ['of a project on hold', { state: 'onHold' }, {}, 'projectNotActive'],
    ['by somebody else', {}, { byId: 'manager' }, 'notAllowed'],
    ['by nobody known', {}, { byId: 'stranger' }, 'notAllowed'],
    ['without a reason', {}, { reason: ' ' }, 'reasonRequired'],
    ['from a day that has been', {}, { from: '2026-03-19' }, 'fieldInvalid from'],
    ['from no day', {}, { from: 'soon' }, 'fieldInvalid from'],
    ['from a day of another hold', { holdFrom: '2026-03-01', holdTo: '2026-03-25' }, { from: '2026-03-24' }, 'fieldInvalid from'],
    ['to no day', {}, { to: 'later' }, 'fieldInvalid to'],
    ['to its first day', {}, { to: '2026-03-20' }, 'fieldInvalid to'],
    ['from the day another ended', { holdFrom: '2026-03-01', holdTo: '2026-03-20' }, {}, 'ok'],
  ])('%s: %s', (_title, more, given, expected) => {
    const all = facts(more)
    const input = {
      ...by(all, given.byId ?? 'leader', given.reason === undefined ? 'because' : given.reason),
      from: '2026-03-20',
      to: null,
      ...given,
    }
    expect(codeOf(putOnHold(input, acting(all, '2026-03-20')))).toBe(expected)
  })

  it('ends on its own day when it has run out, and never was when it had not begun', () => {
    const set = (more: Partial<Project>) => {
      const all = facts({ state: 'onHold', ...more })
      const [change] = changesOf(resume(by(all, 'leader', null), acting(all, '2026-03-20')))
      return change?.op === 'update' ? change.set : null
    }
    expect(set({ holdFrom: '2026-01-10', holdTo: '2026-03-10' })).toEqual({ state: 'active', holdTo: '2026-03-10' })
    expect(set({ holdFrom: '2026-01-10', holdTo: '2026-05-10' })).toEqual({ state: 'active', holdTo: '2026-03-20' })
    expect(set({ holdFrom: '2026-01-10' })).toEqual({ state: 'active', holdTo: '2026-03-20' })
    expect(set({})).toEqual({ state: 'active', holdTo: '2026-03-20' })
    expect(set({ holdFrom: '2026-03-20' })).toEqual({ state: 'active', holdFrom: null, holdTo: null })
    const active = facts()
    expect(codeOf(resume(by(active), acting(active, '2026-03-20')))).toBe('projectNotOnHold')
    expect(codeOf(resume(by(active, 'manager'), acting(active, '2026-03-20')))).toBe('notAllowed')
  })
})

describe('going back a phase', () => {
  const delivering = { phase: 'deliver', phaseEnteredOn: '2026-03-02' } as const
  const decisions = [decision('bp2', { decidedOn: '2025-11-03' }), decision('bp3', { decidedOn: '2026-03-02' })]

  it('keeps every phase it has been in, and asks by the earlier phase’s rules from then on', () => {
    let all = facts(delivering, { decisions, indicators: [indicator({ activePhases: ['deliver'] })] })
    all = applied(all, changesOf(goBack({ ...by(all, 'owner'), to: 'plan' }, acting(all, '2026-05-04'))))
    expect(only(all)).toMatchObject({ phase: 'plan', phaseEnteredOn: '2026-05-04' })
    const history = projectHistory('project', all)
    expect(phaseSpans(only(all), all.decisionsByProject.get('project') ?? [], history.phases)).toEqual([
      { phase: 'plan', from: '2025-11-03', to: '2026-03-02' },
      { phase: 'deliver', from: '2026-03-02', to: '2026-05-04' },
      { phase: 'plan', from: '2026-05-04', to: null },
    ])
    expect(measurements(all, '2026-06-20').map(({ periodKey }) => periodKey)).toEqual(['2026-03-31', '2026-04-30'])
    const reports = planObligations(all, settingsOn('2026-06-20', []), '2026-06-20', { kinds: ['statusReport'], from: '2026-01-01' })
    expect(reports.map(({ periodKey }) => periodKey).slice(0, 6)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ])
  })

  it.each<[string, Partial<Project>, Parameters<typeof goBack>[0]['to'], string | null, string]>([
    ['forward', {}, 'close', 'x', 'phaseNotEarlier'],
    ['to where it is', {}, 'deliver', 'x', 'phaseNotEarlier'],
    ['to a phase its method does not have', { methodVersion: 'pilot-1', phase: 'concept' }, 'idea', 'x', 'ok'],
    ['without a reason', {}, 'plan', null, 'reasonRequired'],
    ['of a stopped project', { state: 'stopped' }, 'plan', 'x', 'projectNotActive'],
  ])('%s', (_title, more, to, reason, expected) => {
    const all = facts({ ...delivering, ...more })
    expect(codeOf(goBack({ ...by(all, more.phase === 'concept' ? 'leader' : 'owner', reason), to }, acting(all, '2026-05-04')))).toBe(
      expected,
    )
  })

  it('only to a phase of its own method, and by who decides', () => {
    const short = facts({ phase: 'deliver', methodVersion: 'pilot-1' })
    expect(codeOf(goBack({ ...by(short, 'owner'), to: 'plan' }, acting(short, '2026-05-04')))).toBe('phaseNotEarlier')
    expect(codeOf(goBack({ ...by(short, 'manager'), to: 'concept' }, acting(short, '2026-05-04')))).toBe('notAllowed')
  })
})

describe('taking a stopped project up again', () => {
  const stopped = { state: 'stopped', stoppedOn: '2026-02-15', phaseEnteredOn: '2026-01-05' } as const
  const rows = { indicators: [indicator({ activeFrom: '2026-01-05' })] }

  it('asks for new measurement dates only, also after it has gone on to another phase (rule 11)', () => {
    let all = facts({ ...stopped, phase: 'deliver' }, rows)
    all = applied(all, changesOf(reopen(by(all, 'owner'), acting(all, '2026-04-15'))))
    expect(only(all)).toMatchObject({ state: 'active', phaseEnteredOn: '2026-04-15', stoppedOn: '2026-02-15' })
    const expected = [
      '2026-01-31 lapsed stopped 2026-02-10',
      '2026-02-28 lapsed stopped 2026-03-10',
      '2026-03-31 lapsed stopped 2026-04-10',
    ]
    expect(states(all, '2026-06-01').slice(0, 4)).toEqual([...expected, '2026-04-30 overdue 2026-05-11'])
    expect(projectHistory('project', all)).toEqual({
      phases: [{ phase: 'deliver', from: '2026-01-05' }],
      holds: [],
      reopenedOn: '2026-04-15',
    })
    const later = applied(all, [
      { op: 'update', list: 'projects', key: 'project', set: { phase: 'close', phaseEnteredOn: '2026-06-10' }, version: '' },
    ])
    expect(states(later, '2026-06-15').slice(0, 4)).toEqual([...expected, '2026-04-30 overdue 2026-05-11'])
  })

  it('counts from the latest time, and needs a reason, a stop and the right person', () => {
    const log = ['2026-04-15', '2026-03-01'].map((on) => entry('projectReopened', 'project', { key: on, after: { on } }))
    expect(projectHistory('project', facts({}, { log })).reopenedOn).toBe('2026-04-15')
    const all = facts(stopped)
    expect(codeOf(reopen(by(all, 'leader', ''), acting(all, '2026-04-15')))).toBe('reasonRequired')
    expect(codeOf(reopen(by(all, 'manager'), acting(all, '2026-04-15')))).toBe('notAllowed')
    const active = facts()
    expect(codeOf(reopen(by(active), acting(active, '2026-04-15')))).toBe('projectNotStopped')
  })
})

describe('what the log tells of a project', () => {
  it('is nothing where lines are of something else or cannot be read', () => {
    const log = [
      entry('snoozed', 'project', { before: { phase: 'deliver', phaseEnteredOn: '2026-01-01' } }),
      entry('phaseChanged', 'project', { key: 'a', before: { phase: 'dream', phaseEnteredOn: '2026-01-01' } }),
      entry('phaseChanged', 'project', { key: 'b', before: { phase: 'plan', phaseEnteredOn: 'once' } }),
      entry('phaseChanged', 'project', { key: 'c', before: 'plan' }),
      entry('holdChanged', 'project', { key: 'd', before: { holdTo: '2026-01-01' } }),
      entry('projectReopened', 'project', { key: 'e' }),
    ]
    expect(projectHistory('project', facts({}, { log }))).toEqual({ phases: [], holds: [], reopenedOn: null })
    expect(projectHistory('other', facts({}, { log }))).toEqual({ phases: [], holds: [], reopenedOn: null })
    expect(projectHistory('project', facts())).toEqual({ phases: [], holds: [], reopenedOn: null })
  })

  it('orders holds by day, and leaves out one without an end', () => {
    const log = [
      entry('holdChanged', 'project', { key: 'a', before: { holdFrom: '2026-05-01', holdTo: '2026-06-01' } }),
      entry('holdChanged', 'project', { key: 'b', before: { holdFrom: '2026-03-05', holdTo: '2026-04-01' } }),
      entry('holdChanged', 'project', { key: 'c', before: { holdFrom: '2026-09-01', holdTo: null } }),
    ]
    const all = facts({}, { log })
    expect(projectHistory('project', all).holds.map(({ from }) => from)).toEqual(['2026-03-05', '2026-05-01', '2026-09-01'])
    expect(
      states(all, '2026-12-01')
        .filter((text) => text.includes('hold'))
        .map((text) => text.slice(0, 10)),
    ).toEqual(['2026-02-28', '2026-04-30'])
    expect(states(all, '2026-12-01').filter((text) => text.includes('onHold'))).toEqual([])
  })
})

it('settings that name a hold’s end later move no date that the hold has given', () => {
  const rows = { settings: [setting('calendar', '2026-08-01', { extraClosedDays: ['2026-06-15'] })] }
  const all = facts({ holdFrom: '2026-03-05', holdTo: '2026-06-01' }, rows)
  expect(states(all, '2026-08-10').filter((text) => text.startsWith('2026-05-31'))).toEqual(['2026-05-31 overdue 2026-06-15'])
})

describe('the lines of the log', () => {
  it('are numbered beyond those that stand, also when earlier ones have been tidied away', () => {
    const log = [2, 3].map((n) => entry('edited', 'project', { key: `edited:${n}:project` }))
    const { record } = logEntry('edited', 'project', facts({}, { log }), { before: null, after: null, why: null }) as {
      record: { key: string }
    }
    expect(record.key).toBe('edited:4:project')
  })
})
