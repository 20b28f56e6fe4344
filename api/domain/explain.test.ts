import { describe, expect, it } from 'vitest'
import { type Explanation, explain } from './explain.ts'
import { decision, factsOf, indicator, project, stored } from './facts.fixture.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

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
