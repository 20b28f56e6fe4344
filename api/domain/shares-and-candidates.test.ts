import { describe, expect, it } from 'vitest'
import { answeredShares } from './answered-share.ts'
import { RATINGS, type Rating } from './codes.ts'
import { benefit, factsOf, indicator, measurement, peopleWith, person, project, report, stored } from './facts.fixture.ts'
import type { Measurement, StatusReport } from './model.ts'
import { planObligations } from './obligations.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { publishedByPeriod, stopReasons } from './stop-candidate.ts'

type Rows = Parameters<typeof factsOf>[0]

describe('the share answered in time', () => {
  const shares = (rows: Rows, scope: 'project' | 'area', today = '2026-05-20') => {
    const facts = factsOf(rows)
    const found = answeredShares(
      planObligations(facts, DEFAULT_SETTINGS, today, { kinds: ['measurement', 'baseline'] }),
      scope,
      facts,
      today,
    )
    return [...found].map(([name, { asked, inTime, share }]) => `${name} ${inTime}/${asked} ${share?.toFixed(2)}`)
  }
  /** Due in time, late, and not at all: January to March 2026; April is not overdue until 16 May. */
  const measurements = [measurement('2026-01-31'), measurement('2026-02-28', { actedAt: '2026-03-20T10:00:00Z' })]

  it('is of what had to be answered by now, answered before it was overdue', () => {
    expect(shares({ measurements }, 'project')).toEqual(['project 1/4 0.25'])
    expect(shares({ measurements }, 'project', '2026-05-15')).toEqual(['project 1/3 0.33'])
    expect(shares({ measurements }, 'project', '2026-05-16')).toEqual(['project 1/4 0.25'])
  })

  it('leaves out what has fallen away, what is early, and what was answered on a day nobody knows', () => {
    const waived = [stored('2026-03-31', '2026-04-10', '2026-04-16', { state: 'lapsed' })]
    expect(shares({ measurements, obligations: waived }, 'project')).toEqual(['project 1/3 0.33'])
    expect(shares({ measurements: [measurement('2026-05-31')] }, 'project', '2026-05-15')).toEqual(['project 0/3 0.00'])
    const unknown = {
      projects: [project({ phase: 'deliver', plannedGoLive: '2026-04-07' })],
      indicators: [indicator({ baselineOn: null })],
    }
    expect(shares(unknown, 'project')).toEqual([])
    const known = { ...unknown, indicators: [indicator({})] }
    expect(shares(known, 'project')).toEqual(['project 1/1 1.00'])
  })

  it('is of projects and areas, and of nobody', () => {
    const rows = {
      projects: [project(), project({ key: 'second', area: 'Area' }), project({ key: 'third', area: 'Other' })],
      indicators: ['project', 'second', 'third'].map((key) => indicator({ key, projectKey: key, frequency: 'once', baselineOn: null })),
    }
    expect(shares(rows, 'area')).toEqual(['Area 0/2 0.00', 'Other 0/1 0.00'])
    expect(shares(rows, 'project')).toHaveLength(3)
    const facts = factsOf(rows)
    const lost = planObligations(facts, DEFAULT_SETTINGS, '2026-05-20').map((one) => ({ ...one, projectKey: 'gone' }))
    expect(answeredShares(lost, 'area', facts, '2026-05-20').size).toBe(0)
  })
})

describe('a candidate for stopping (N72)', () => {
  const TODAY = '2026-06-20'
  const reasons = (rows: Rows, today = TODAY) => {
    const facts = factsOf(rows)
    const found = facts.tables.projects.get('project')
    if (!found) throw new Error('no project')
    return stopReasons(found, facts, planObligations(facts, DEFAULT_SETTINGS, today), today, DEFAULT_SETTINGS)
  }
  const rated = (period: string, rating: Rating, more: Partial<StatusReport> = {}) =>
    report(period, `${period}-20T10:00:00Z`, { rows: [{ row: 'overall', rating, comment: '' }], ...more })

  it('has been red overall in the last two published reports', () => {
    expect(reasons({ statusReports: [rated('2026-04', 'red'), rated('2026-05', 'red')] })).toEqual(['redTwice'])
    for (const rating of RATINGS.filter((one) => one !== 'red')) {
      expect(reasons({ statusReports: [rated('2026-04', 'red'), rated('2026-05', rating)] })).toEqual([])
      expect(reasons({ statusReports: [rated('2026-04', rating), rated('2026-05', 'red')] })).toEqual([])
    }
    expect(reasons({ statusReports: [rated('2026-05', 'red')] })).toEqual([])
    expect(reasons({ statusReports: [rated('2026-03', 'red'), rated('2026-04', 'red'), rated('2026-05', 'green')] })).toEqual([])
  })

  it('is judged by the newest version of each period, and by no draft or other row', () => {
    const corrected = [rated('2026-04', 'red'), rated('2026-05', 'red'), rated('2026-05', 'yellow', { version: 2 })]
    expect(reasons({ statusReports: corrected })).toEqual([])
    expect(
      publishedByPeriod('project', factsOf({ statusReports: corrected })).map(({ period, version }) => `${period} ${version}`),
    ).toEqual(['2026-04 1', '2026-05 2'])
    const draft = rated('2026-06', 'green', { state: 'draft' })
    expect(reasons({ statusReports: [rated('2026-04', 'red'), rated('2026-05', 'red'), draft] })).toEqual(['redTwice'])
    const time = { rows: [{ row: 'time', rating: 'red', comment: '' }] } as const
    expect(reasons({ statusReports: [rated('2026-04', 'red'), rated('2026-05', 'red', { rows: [...time.rows] })] })).toEqual([])
  })

  /** From 40 down to 20 by the end of 2027: what the line gives then decides. */
  const falling = (perMonth: number, indicatorKey = 'indicator'): Measurement[] =>
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map((asOf, at) =>
      measurement(asOf, { key: `${indicatorKey}${asOf}`, indicatorKey, value: 40 - at * perMonth }),
    )

  it('will reach less than half of its target, by the main indicator, otherwise by all that have a forecast', () => {
    const main = { projects: [project({ mainIndicatorKey: 'indicator' })], indicators: [indicator(), indicator({ key: 'second' })] }
    expect(reasons({ ...main, measurements: [...falling(0.2), ...falling(2, 'second')] })).toEqual(['forecastBelowHalf'])
    expect(reasons({ ...main, measurements: [...falling(2), ...falling(0.2, 'second')] })).toEqual([])
    const none = { ...main, projects: [project()] }
    expect(reasons({ ...none, measurements: [...falling(0.2), ...falling(2, 'second')] })).toEqual([])
    expect(reasons({ ...none, measurements: [...falling(0.2), ...falling(0.1, 'second')] })).toEqual(['forecastBelowHalf'])
    expect(reasons({ ...none, measurements: falling(0.2) })).toEqual(['forecastBelowHalf'])
    expect(reasons({ projects: [project({ mainIndicatorKey: 'gone' })], measurements: falling(0.2) })).toEqual(['forecastBelowHalf'])
    expect(reasons({ ...none, benefits: [benefit({ drawback: true })], measurements: falling(0.2) })).toEqual([])
    expect(reasons({ ...none, benefits: [benefit({ state: 'cancelled' })], measurements: falling(0.2) })).toEqual([])
    expect(reasons({ benefits: [] })).toEqual([])
  })

  it('at exactly half is none', () => {
    const line = (last: number) => ({
      indicators: [indicator({ targetOn: '2026-05-09' })],
      measurements: ['2026-01-01', '2026-03-06', '2026-05-09'].map((asOf, at) =>
        measurement(asOf, { value: [last + 8, last + 4, last][at] ?? 0 }),
      ),
    })
    expect(reasons(line(30))).toEqual([])
    expect(reasons(line(30.125))).toEqual(['forecastBelowHalf'])
  })

  const delivering = { projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-02-01' })] }

  it('has not reported twice in a row', () => {
    expect(reasons(delivering)).toEqual(['noReportTwice'])
    expect(reasons({ ...delivering, statusReports: [rated('2026-05', 'green')] })).toEqual([])
    expect(reasons({ ...delivering, statusReports: [rated('2026-04', 'green')] })).toEqual([])
    expect(reasons({ ...delivering, statusReports: [rated('2026-03', 'green')] })).toEqual(['noReportTwice'])
    // On 11 April only February's is overdue; March's is on the 15th.
    expect(reasons(delivering, '2026-04-14')).toEqual([])
    expect(reasons(delivering, '2026-04-15')).toEqual(['noReportTwice'])
  })

  it('counts the last two by day, in whatever order they come', () => {
    const facts = factsOf({ ...delivering, statusReports: [rated('2026-03', 'green')] })
    const obligations = planObligations(facts, DEFAULT_SETTINGS, TODAY).reverse()
    expect(stopReasons(project({ phase: 'deliver' }), facts, obligations, TODAY, DEFAULT_SETTINGS)).toEqual(['noReportTwice'])
  })

  it('is not one for reports of others, or that nobody needs', () => {
    const waived = ['2026-05', '2026-04'].map((period) =>
      stored(period, '2026-05-10', '2026-05-15', {
        key: `statusreport:project:${period}`,
        kind: 'statusReport',
        refKey: 'project',
        state: 'lapsed',
      }),
    )
    expect(reasons({ ...delivering, obligations: waived, statusReports: [rated('2026-03', 'green')] })).toEqual([])
    const other = project({ key: 'other', phase: 'deliver', phaseEnteredOn: '2026-02-01' })
    expect(reasons({ projects: [project(), other] })).toEqual([])
  })

  it('has nobody who owns it, and every reason is told in its order', () => {
    expect(reasons({ projects: [project({ ownerId: null })] })).toEqual(['noOwner'])
    expect(reasons({ people: peopleWith(person('owner', { reach: 'left' })) })).toEqual(['noOwner'])
    const bad = {
      projects: [project({ phase: 'deliver', phaseEnteredOn: '2026-02-01', ownerId: null })],
      statusReports: [rated('2026-01', 'red'), rated('2026-02', 'red')],
    }
    expect(reasons({ ...bad, measurements: falling(0) })).toEqual(['redTwice', 'forecastBelowHalf', 'noReportTwice', 'noOwner'])
  })

  it.each(['stopped', 'closed'] as const)('is none when it is %s', (state) => {
    expect(reasons({ projects: [project({ state, stoppedOn: '2026-03-01', ownerId: null })] })).toEqual([])
  })
})
